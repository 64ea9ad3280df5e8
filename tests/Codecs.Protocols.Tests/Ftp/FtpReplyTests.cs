using Codecs.Fuzz;
using static Codecs.Protocols.Tests.TextLines;

namespace Codecs.Protocols.Tests.Ftp;

/// <summary>Replies, what their texts tell, and lists of features.</summary>
public sealed class FtpReplyTests
{
    private static readonly byte[] s_several = Sample.Get("FtpReply", "RFC 959 section 4.2: several lines");
    private static readonly byte[] s_passive = Sample.Get("FtpReply", "RFC 959 section 4.1.2");

    [Fact]
    public void Parse()
    {
        Assert.True(FtpReply.TryParse(s_several, out var reply));
        Assert.Equal((123, 4, true), ((int)reply.Code, reply.Lines.Count, reply.IsPreliminary));
        Assert.Equal(("Second line", default(FtpReplyCode)), (Latin(reply.Lines.ElementAt(1).Text), reply.Lines.ElementAt(1).Code));
        Assert.Equal("  234 A line beginning with numbers", Latin(reply.Lines.ElementAt(2).Text));
        Assert.Equal("The last line", Latin(reply.Lines.ElementAt(3).Text));

        Assert.True(FtpReply.TryParse(s_passive, out reply));
        Assert.True(reply.Lines.First.TryGet(out FtpPassiveText passive));
        Assert.Equal((new IPv4Address(192, 0, 2, 1), 5282), (passive.HostPort.Address, passive.HostPort.Port));
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_several, new FtpReply
        {
            Lines = new ListBuilder<FtpReplyLine>
            {
                new() { Code = (FtpReplyCode)123, Mark = ReplyMark.More, Text = "First line"u8 }, new() { Text = "Second line"u8 },
                new() { Text = "  234 A line beginning with numbers"u8 }, new() { Code = (FtpReplyCode)123, Text = "The last line"u8 },
            },
        }.ToArray());
        Assert.Equal(s_passive, (new FtpReplyLine { Code = FtpReplyCode.EnteringPassiveMode } / FtpPassiveText.Create(new(192, 0, 2, 1), 5282)).ToArray());
        Assert.Equal("229 Entering Extended Passive Mode (|||6446|)\r\n", Latin((new FtpReplyLine { Code = FtpReplyCode.EnteringExtendedPassiveMode } / FtpExtendedPassiveText.Create(6446)).ToArray()));
        Assert.Equal("257 \"/a\" created\r\n", Latin((new FtpReplyLine { Code = FtpReplyCode.PathnameCreated } / new FtpPathnameText { Pathname = "/a"u8, After = " created"u8 }).ToArray()));
        Assert.Equal("213 152\r\n", Latin((new FtpReplyLine { Code = FtpReplyCode.FileStatus } / new FtpFileSize { Size = 152 }).ToArray()));
    }

    [Fact]
    public void RoundTrip()
    {
        foreach (var sample in Sample.All.Where(sample => sample.Type == nameof(FtpReply)))
            Expect.RoundTrip<FtpReply>(sample.Bytes);
        foreach (var sample in Sample.All.Where(sample => sample.Type == nameof(FtpFeatureReply)))
            Expect.Preserved<FtpFeatureReply>(sample.Bytes);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<FtpReply>(s_several);
        Expect.Unfinished<FtpFeatureReply>(Sample.Get("FtpFeatureReply", "RFC 2389 section 3.2, RFC 3659"));
    }

    [Fact]
    public void WrongField()
    {
        Expect.Invalid<FtpReplyLine>(Latin("200 a\nb\r\n"), ParseError.Syntax, "Text", 5);
        Refuses("three digits", () => new FtpReplyLine { Code = (FtpReplyCode)1000 }.ToArray());
        // Nothing within a reply may look like its last line, and the last must.
        Refuses("Lines", () => new FtpReply { Lines = new ListBuilder<FtpReplyLine> { Line(211, ReplyMark.More), new() { Text = "211 b"u8 }, Line(211) } }.ToArray());
        Refuses("Lines", () => new FtpReply { Lines = new ListBuilder<FtpReplyLine> { Line(211, ReplyMark.More), Line(212) } }.ToArray());
        Refuses("Lines", () => new FtpReply { Lines = new ListBuilder<FtpReplyLine> { Line(211), Line(211) } }.ToArray());
        Refuses("quote", () => (new FtpReplyLine { Code = FtpReplyCode.PathnameCreated } / new FtpPathnameText { Pathname = "/a\"b"u8 }).ToArray());
    }

    // Where a reply of several lines ends.
    [Theory]
    [InlineData("211-a\r\n211 b\r\n", 2)]
    [InlineData("211-a\r\n211-b\r\n211 c\r\n", 3)]
    [InlineData("211-a\r\n212 b\r\n211 c\r\n", 3)]
    [InlineData("211-a\r\n 211 b\r\n211 c\r\n", 3)]
    [InlineData("211-a\r\n211b\r\n211 c\r\n", 3)]
    [InlineData("211-a\r\n211\r\n", 2)]
    [InlineData("211-a\r\n\r\n211 \r\n", 3)]
    [InlineData("211\r\n", 1)]
    [InlineData("211_a\r\n", 1)]
    [InlineData("What?\r\n", 1)]
    [InlineData("-\r\n", 1)]
    public void Ends(string text, int lines)
    {
        Assert.True(FtpReply.TryParse(Latin(text + "200 x\r\n"), out var reply));
        Assert.Equal((lines, text), (reply.Lines.Count, Text(in reply)));
    }

    // RFC 1123 section 4.1.2.6: the numbers, wherever they are.
    [Theory]
    [InlineData("Entering Passive Mode (10,0,0,1,4,1).", true)]
    [InlineData("Entering Passive Mode 10,0,0,1,4,1", true)]
    [InlineData("=10,0,0,1,4,1", true)]
    [InlineData("10,0,0,1,4,1", true)]
    [InlineData("Passive (10,0,0,1,4)", false)]
    [InlineData("Passive", false)]
    [InlineData("Passive (10,0,0,1,4,256)", false)]
    public void PassiveTexts(string text, bool isRight)
    {
        Assert.True(FtpReplyLine.TryParse(Latin($"227 {text}\r\n"), out var line));
        Assert.Equal(isRight, line.TryGet(out FtpPassiveText passive));
        if (isRight)
            Assert.Equal((new IPv4Address(10, 0, 0, 1), 1025), (passive.HostPort.Address, passive.HostPort.Port));
    }

    [Theory]
    [InlineData("Entering Extended Passive Mode (|||6446|)", 6446)]
    [InlineData("(!!!21!)", 21)]
    [InlineData("ok (|1|192.0.2.1|21|) x", 21)]
    [InlineData("(|||65536|)", -1)]
    [InlineData("|||21|", -1)]
    [InlineData("(||21|)", -1)]
    public void ExtendedPassiveTexts(string text, int port)
    {
        Assert.True(FtpReplyLine.TryParse(Latin($"229 {text}\r\n"), out var line));
        Assert.Equal(port >= 0, line.TryGet(out FtpExtendedPassiveText passive));
        if (port >= 0)
            Assert.Equal(port, passive.Port);
    }

    // RFC 959 appendix II: a quote is doubled.
    [Fact]
    public void Pathnames()
    {
        Assert.True(FtpReplyLine.TryParse(Sample.Get("FtpReply", "RFC 959 appendix II"), out var line));
        Assert.True(line.TryGet(out FtpPathnameText text));
        Span<byte> buffer = stackalloc byte[20];
        Assert.True(text.Pathname.TryUnquote(buffer, out int length));
        Assert.Equal("/usr/dm/\"ab", Latin(buffer[..length]));
        Assert.True(FtpQuotedPathname.TryQuote("/usr/dm/\"ab"u8, buffer, out length));
        Assert.Equal("/usr/dm/\"\"ab", Latin(buffer[..length]));
    }

    [Fact]
    public void Features()
    {
        Assert.True(FtpFeatureReply.TryParse(Sample.Get("FtpFeatureReply", "RFC 2389 section 3.2, RFC 3659"), out var reply));
        Assert.Equal(5, reply.Features.Count);
        Assert.True(reply.Features.First.TryGet(out FtpFactSelection facts));
        Assert.Equal(5, facts.Facts.Count);
        Assert.True(facts.Facts.ElementAt(2) is { IsSelected: true, Name.Value: FtpFactName.Modify });
        Assert.False(facts.Facts.ElementAt(3).IsSelected);
        Assert.Equal(FtpFactName.UnixMode, facts.Facts.ElementAt(4).Name.Value);
        Assert.Equal("211-Features:\r\n SIZE\r\n MLST type*;size;\r\n211 End\r\n", Text(new FtpFeatureReply
        {
            Title = "Features:"u8,
            Features = new ListBuilder<FtpFeatureLine>
            {
                new() { Name = FtpFeatureName.Size },
                new FtpFeatureLine() / new FtpFactSelection { Facts = new ListBuilder<FtpSelectedFact> { new() { Name = FtpFactName.Type, Star = new("*"u8) }, new() { Name = FtpFactName.Size } } },
            },
            Ending = "End"u8,
        }));
    }

    private static FtpReplyLine Line(int code, ReplyMark mark = default) => new() { Code = (FtpReplyCode)code, Mark = mark };
}
