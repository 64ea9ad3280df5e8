using System.Buffers;
using static Codecs.Protocols.Tests.TextLines;

namespace Codecs.Protocols.Tests.Ftp;

/// <summary>URLs of FTP (RFC 1738 section 3.2), read and written, and the commands that they stand for.</summary>
public sealed class FtpUrlTests
{
    // RFC 1738 section 3.2.2: what is sent by CWD, and by RETR at last.
    [Theory]
    [InlineData("ftp://myname@host.dom/%2Fetc/motd", "/etc", "motd")]
    [InlineData("ftp://myname@host.dom/etc/motd", "etc", "motd")]
    [InlineData("ftp://myname@host.dom//etc/motd", "", "etc", "motd")]
    [InlineData("ftp://myname@host.dom/%2Fetc%2Fmotd", "/etc/motd")]
    public void Commands(string text, params string[] names)
    {
        Assert.True(FtpUrl.TryParse(Latin(text), out var url));
        Assert.Equal(("myname", "host.dom", 21), (Latin(url.User), Latin(url.Host), url.Port));
        var found = new List<string>();
        foreach (var segment in url.GetSegments())
            found.Add(Decoded(url.Path[segment]));
        Assert.Equal(names, found);
        Assert.Equal(names[^1], Decoded(url.FileName));
        Assert.Equal(text, Written(url));
    }

    [Theory]
    [InlineData("ftp://host", false, false, "", "", "host", 21, false, "", '\0')]
    [InlineData("ftp://host/", false, false, "", "", "host", 21, true, "", '\0')]
    [InlineData("ftp://@host/", true, false, "", "", "host", 21, true, "", '\0')]
    [InlineData("ftp://:@host/", true, true, "", "", "host", 21, true, "", '\0')]
    [InlineData("ftp://anna:s%40cret;@host:2121/a/b;type=i", true, true, "anna", "s%40cret;", "host", 2121, true, "a/b", 'i')]
    [InlineData("ftp://anna@[2001:db8::1]:2121/;type=D", true, false, "anna", "", "[2001:db8::1]", 2121, true, "", 'D')]
    public void Parts(string text, bool hasUser, bool hasPassword, string user, string password, string host, int port, bool hasPath, string path, char type)
    {
        Assert.Equal(ParseResult.Done(text.Length), FtpUrl.TryParse(Latin(text), out var url));
        Assert.Equal((hasUser, hasPassword, user, password), (url.HasUser, url.HasPassword, Latin(url.User), Latin(url.Password)));
        Assert.Equal((host, port, hasPath, path, type), (Latin(url.Host), url.Port, url.HasPath, Latin(url.Path), (char)url.Type));
        Assert.Equal(text, Written(url));
    }

    // RFC 3986 section 3.1: a scheme has no case. It is not kept.
    [Fact]
    public void AnyCaseOfTheScheme()
    {
        Assert.True(FtpUrl.TryParse("FtP://host/a"u8, out var url));
        Assert.Equal("ftp://host/a", Written(url));
    }

    [Theory]
    [InlineData("http://host/")]
    [InlineData("ftp:/host/")]
    [InlineData("ftp:///a")]
    [InlineData("ftp://ho st/")]
    [InlineData("ftp://host/a b")]
    [InlineData("ftp://host/a#b")]
    [InlineData("ftp://host/\u00E4")]
    [InlineData("ftp://host:/")]
    [InlineData("ftp://host:0/")]
    [InlineData("ftp://host:021/")]
    [InlineData("ftp://host:65536/")]
    [InlineData("ftp://host:2 1/")]
    [InlineData("ftp://[2001:db8::g]/")]
    [InlineData("ftp://[2001:db8::1/")]
    [InlineData("ftp://host/a;type=x")]
    [InlineData("ftp://host/a;kind=i")]
    [InlineData("ftp://host/a;type=i;")]
    [InlineData("ftp://host/%")]
    [InlineData("ftp://host/%4")]
    [InlineData("ftp://host/%4g")]
    // What stands for the end of a line would be the start of another command.
    [InlineData("ftp://host/a%0D%0ADELE%20b")]
    [InlineData("ftp://host/a%0a")]
    [InlineData("ftp://host/a%00")]
    [InlineData("ftp://an%0Da@host/")]
    [InlineData("ftp://anna:a%0Ab@host/")]
    [InlineData("ftp://host/a\r\nDELE b")]
    public void NoUrl(string text)
    {
        var result = FtpUrl.TryParse(Latin(text), out var url);
        Assert.Equal((OperationStatus.InvalidData, ParseError.Syntax), (result.Status, result.Error));
        Assert.True(url.Host.IsEmpty && !url.HasPath && !url.HasUser);
    }

    [Theory]
    [InlineData("")]
    [InlineData("f")]
    [InlineData("ftp:/")]
    [InlineData("ftp://")]
    [InlineData("ftp://anna@")]
    public void NotAllThere(string text) => Assert.Equal(OperationStatus.NeedMoreData, FtpUrl.TryParse(Latin(text), out _).Status);

    [Fact]
    public void WhatCannotBeWritten()
    {
        Refuses("FtpUrl.Host", () => Bytes(new FtpUrl()));
        Refuses("FtpUrl.Host", () => Bytes(new FtpUrl { Host = "a/b"u8 }));
        Refuses("FtpUrl.User", () => Bytes(new FtpUrl { Host = "h"u8, User = "anna"u8 }));
        Refuses("FtpUrl.User", () => Bytes(new FtpUrl { Host = "h"u8, HasUser = true, User = "a@b"u8 }));
        Refuses("FtpUrl.Password", () => Bytes(new FtpUrl { Host = "h"u8, HasPassword = true }));
        Refuses("FtpUrl.Password", () => Bytes(new FtpUrl { Host = "h"u8, HasUser = true, HasPassword = true, Password = "a\r\nDELE b"u8 }));
        Refuses("FtpUrl.Path", () => Bytes(new FtpUrl { Host = "h"u8, Path = "a"u8 }));
        Refuses("FtpUrl.Path", () => Bytes(new FtpUrl { Host = "h"u8, HasPath = true, Path = "a%0Db"u8 }));
        Refuses("FtpUrl.Path", () => Bytes(new FtpUrl { Host = "h"u8, HasPath = true, Path = "a;type=i"u8 }));
        Refuses("FtpUrl.Type", () => Bytes(new FtpUrl { Host = "h"u8, HasPath = true, Type = (byte)'x' }));
        Refuses("FtpUrl.Type", () => Bytes(new FtpUrl { Host = "h"u8, Type = (byte)'i' }));
    }

    [Fact]
    public void WhatEveryPartStandsFor()
    {
        Span<byte> encoded = stackalloc byte[768], decoded = stackalloc byte[256];
        for (int value = 0; value < 256; value++)
        {
            bool isWritten = FtpUrl.TryEncode([(byte)value], encoded, out int length);
            Assert.Equal(value is not (0 or '\r' or '\n'), isWritten);
            if (!isWritten)
                continue;
            Assert.True(FtpUrl.TryDecode(encoded[..length], decoded, out int one) && one == 1 && decoded[0] == value);
            // In a URL too, and nothing of it is taken for the end of the part.
            Assert.True(FtpUrl.TryParse(Latin($"ftp://{Latin(encoded[..length])}@h/{Latin(encoded[..length])}"), out var url));
            Assert.True(url.User.SequenceEqual(encoded[..length]) && url.Path.SequenceEqual(encoded[..length]));
        }
        Assert.False(FtpUrl.TryEncode("/"u8, encoded[..2], out _));
        Assert.False(FtpUrl.TryDecode("ab"u8, decoded[..1], out _));
        Assert.False(FtpUrl.TryDecode("%4"u8, decoded, out _));
    }

    [Fact]
    public void ThePasswordIsNotShown()
    {
        Assert.True(FtpUrl.TryParse("ftp://anna:secret@host/a"u8, out var url));
        Assert.Equal("ftp://anna@host/a", url.ToString());
    }

    private static string Written(FtpUrl url) => Latin(Bytes(url));

    private static byte[] Bytes(FtpUrl url)
    {
        byte[] bytes = new byte[url.GetMaxSize()];
        Assert.Equal(bytes.Length, url.Write(bytes, 0, default));
        return bytes;
    }

    private static string Decoded(ReadOnlySpan<byte> part)
    {
        byte[] bytes = new byte[part.Length];
        Assert.True(FtpUrl.TryDecode(part, bytes, out int length));
        return Latin(bytes.AsSpan(0, length));
    }
}
