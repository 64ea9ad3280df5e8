using System.Text;

namespace Codecs.Protocols.Tests.Dns;

public sealed class DnsPresentationTests
{
    // The example of RFC 4034 section 3.3, over several lines as it stands there.
    private const string Signature = """
        A 5 3 86400 20030322173103 (
                       20030220173103 2642 example.com.
                       oJB1W6WNGv+ldvQ3WDG0MQkg5IEhjRip8WTr
                       PYGv07h108dUKGMeDPKijVCHX3DDKdfb+v6o
                       B9wfuh3DTJXUAfI/M0zmO/zz8bW0Rznl8O3t
                       GNazPwQKkRN20XPXV6nwwfoXmJQbsLNrLfkG
                       J5D6fwFm8nN+6pBzeDQfsS3Ap3o= )
        """;

    [Fact]
    public void The_example_of_RFC_4034()
    {
        byte[] text = Encoding.ASCII.GetBytes(Signature + "\nnext. A 1.2.3.4"), scratch = new byte[1000];
        Assert.Equal(ParseResult.Done(Signature.Length), DnsPresentation.TryParse(text, scratch, out RrsigRecord signature));
        Assert.Equal((DnsType.A, DnssecAlgorithm.RsaSha1, 3, 86400u, 2642), (signature.TypeCovered, signature.Algorithm, signature.Labels, signature.OriginalTimeToLive, signature.KeyTag));
        Assert.Equal("2003-03-22 17:31:03", signature.SignatureExpiration.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm:ss", null));
        Assert.Equal("example.com.", signature.SignersName.ToString());
        Assert.Equal(128, signature.Signature.Bytes.Length);
        string words = string.Join(' ', Signature.Split([' ', '\n', '\r', '(', ')'], StringSplitOptions.RemoveEmptyEntries)[..8]) + " ";
        Assert.Equal(words + Convert.ToBase64String(signature.Signature.Bytes), Text(in signature));

        byte[] wire = signature.ToArray();
        Assert.Equal("0001" + "05" + "03" + "00015180" + "3E7C9DD7" + "3E5510D7" + "0A52" + "076578616D706C6503636F6D00", Convert.ToHexString(wire, 0, 31));
        Assert.Equal(ParseResult.Done(wire.Length), RrsigRecord.TryParse(wire, out var again));
        Assert.Equal(Text(in signature), Text(in again));
    }

    [Fact]
    public void Derived_fields_are_not_in_the_text()
    {
        byte[] wire = Expect.Hex("02 ABCD 85 C0000201 03666F6F 00 0162");
        Assert.True(MixtureStandIn.TryParse(wire, out var message));
        Assert.Equal("abcd 1 5 192.0.2.1 \"foo\" \"\" \"b\"", Text(in message));
        byte[] scratch = new byte[100];
        Assert.True(DnsPresentation.TryParse("abcd 1 5 192.0.2.1 foo \"\" \\098"u8, scratch, out MixtureStandIn again));
        Assert.Equal(Convert.ToHexString(wire), Convert.ToHexString(again.ToArray()));
        Assert.Equal(3, again.Texts.Count);

        Assert.True(DnsPresentation.TryParse("- 0 0 0.0.0.0"u8, scratch, out again));
        Assert.Equal("00" + "00" + "00000000", Convert.ToHexString(again.ToArray()));
        Assert.Equal("- 0 0 0.0.0.0", Text(in again));
    }

    // RFC 3597 section 5: any type can be given as octets.
    [Theory]
    [InlineData(@"\# 3 0201ab")]
    [InlineData(@" \#  ( 3 ; three octets
        02 01
        AB )")]
    public void Octets(string text)
    {
        byte[] scratch = new byte[100];
        Assert.True(DnsPresentation.TryParse(Encoding.ASCII.GetBytes(text), scratch, out SshfpRecord fingerprint));
        Assert.Equal("2 1 ab", Text(in fingerprint));
        Assert.True(DnsPresentation.TryParseOctets(Encoding.ASCII.GetBytes(text), scratch, out var octets));
        Assert.Equal("0201AB", Convert.ToHexString(octets));
        Assert.Equal(@"\# 3 0201ab", Octets(octets));
        Assert.Equal(@"\# 0", Octets([]));
        Assert.True(DnsPresentation.TryParseOctets(@"\# 0"u8, scratch, out octets));
        Assert.True(octets.IsEmpty);

        static string Octets(ReadOnlySpan<byte> data)
        {
            byte[] text = new byte[100];
            Assert.True(DnsPresentation.TryFormatOctets(data, text, out int length));
            return Encoding.ASCII.GetString(text, 0, length);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(@"\#")]
    [InlineData(@"\# 2")]
    [InlineData(@"\# 2 0201ab")]
    [InlineData(@"\# 4 0201ab")]
    [InlineData(@"\# 3 0201a")]
    [InlineData(@"\# 3 0201ag")]
    [InlineData(@"\# 65536 00")]
    [InlineData("\"\\#\" 3 0201ab")]
    [InlineData(@"# 3 0201ab")]
    [InlineData(@"\# 1 02")]
    [InlineData("2")]
    [InlineData("256 1 ab")]
    [InlineData("+2 1 ab")]
    [InlineData("\" 2\" 1 ab")]
    [InlineData("2 1 a")]
    [InlineData("2 1 ab xy")]
    [InlineData("2 1 ( ab")]
    [InlineData("2 1 ab )")]
    public void Refused(string text)
    {
        var result = DnsPresentation.TryParse(Encoding.ASCII.GetBytes(text), new byte[100], out SshfpRecord fingerprint);
        Assert.Equal(ParseError.Syntax, result.Error);
        Assert.InRange(result.Offset, 0, text.Length);
        Assert.Equal(0, fingerprint.Algorithm);
    }

    [Theory]
    [InlineData("2 x ab", 3)]
    [InlineData("2 1 ab 0", 7)]
    [InlineData("2 1 ab xy", 7)]
    public void Where_the_text_is_wrong(string text, int offset) =>
        Assert.Equal(offset, DnsPresentation.TryParse(Encoding.ASCII.GetBytes(text), new byte[100], out SshfpRecord _).Offset);

    [Fact]
    public void Malformed_lists_are_written_as_octets()
    {
        byte[] wire = Expect.Hex("01 FF 00 01020304 05666F6F");
        Assert.True(MixtureStandIn.TryParse(wire, out var message));
        Assert.Equal(@"\# 11 01ff000102030405666f6f", Text(in message));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        byte[] text = Encoding.ASCII.GetBytes(Signature), written = new byte[1000], scratch = new byte[1000];
        long allocated = 0;
        for (int round = 0; round < 4; round++)
        {
            allocated = GC.GetAllocatedBytesForCurrentThread();
            Assert.True(DnsPresentation.TryParse(text, scratch, out RrsigRecord signature));
            Assert.True(DnsPresentation.TryFormat(in signature, written, out _));
            Assert.True(DnsPresentation.TryParse("abcd 1 5 192.0.2.1 foo \"\" \\098"u8, scratch, out MixtureStandIn mixture));
            Assert.True(DnsPresentation.TryFormat(in mixture, written, out _));
            Assert.True(DnsServiceParameters.TryParseText("mandatory=port,alpn alpn=h2 port=53 ipv6hint=::1,::2"u8, scratch, out _));
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }
        Assert.Equal(0, allocated);
    }

    private static string Text<T>(scoped in T data) where T : IVisitable<T>, IWritable, allows ref struct
    {
        byte[] text = new byte[1000];
        Assert.True(DnsPresentation.TryFormat(in data, text, out int length));
        string result = Encoding.ASCII.GetString(text, 0, length);
        Assert.False(DnsPresentation.TryFormat(in data, text.AsSpan(0, length - 1), out int none));
        Assert.Equal(0, none);
        return result;
    }
}
