using Codecs.Fuzz;
using static Codecs.Protocols.Tests.TextLines;

namespace Codecs.Protocols.Tests.Mail;

/// <summary>Replies, enhanced status codes, and what a server says of its extensions.</summary>
public sealed class SmtpReplyTests
{
    private static readonly byte[] s_several = Sample.Get("SmtpReply", "RFC 5321 section 4.2.1");
    private static readonly byte[] s_status = Sample.Get("SmtpReply", "RFC 2034 section 5: enhanced");
    private static readonly byte[] s_hello = Sample.Get("SmtpHelloReply", "RFC 5321 section 3.2");

    [Fact]
    public void Parse()
    {
        Assert.True(SmtpReply.TryParse(s_several, out var reply));
        Assert.Equal((SmtpReplyCode.Ok, 4, true), (reply.Code, reply.Lines.Count, reply.HasOneCode));
        Assert.Equal("234 Text beginning with numbers", Latin(reply.Lines.ElementAt(2).Text));
        Assert.True(reply.Lines.ElementAt(3).IsLast);

        Assert.True(SmtpReply.TryParse(s_status, out reply));
        Assert.Equal(new EnhancedStatus(2, 1, 0), reply.Lines.First.Status);
        Assert.Equal("Originator <ned@ymir.claremont.edu> ok", Latin(reply.Lines.First.Text));
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_several, new SmtpReply
        {
            Lines = new ListBuilder<SmtpReplyLine>
            {
                new() { Code = SmtpReplyCode.Ok, Mark = ReplyMark.More, Text = "First line"u8 },
                new() { Code = SmtpReplyCode.Ok, Mark = ReplyMark.More, Text = "Second line"u8 },
                new() { Code = SmtpReplyCode.Ok, Mark = ReplyMark.More, Text = "234 Text beginning with numbers"u8 },
                new() { Code = SmtpReplyCode.Ok, Text = "The last line"u8 },
            },
        }.ToArray());
        Assert.Equal(s_status, new SmtpReplyLine { Code = SmtpReplyCode.Ok, Status = new(2, 1, 0), Text = "Originator <ned@ymir.claremont.edu> ok"u8 }.ToArray());
        Assert.Equal("550 5.7.26 no\r\n", Text(new SmtpReplyLine { Code = SmtpReplyCode.MailboxUnavailable, Status = new(5, 7, 26), Text = "no"u8 }));
        Assert.Equal("354 \r\n", Text(new SmtpReplyLine { Code = SmtpReplyCode.StartMailInput }));
    }

    [Fact]
    public void RoundTrip()
    {
        foreach (var sample in Sample.All.Where(sample => sample.Type == nameof(SmtpReply)))
            Expect.RoundTrip<SmtpReply>(sample.Bytes);
        foreach (var sample in Sample.All.Where(sample => sample.Type == nameof(SmtpHelloReply)))
            Expect.RoundTrip<SmtpHelloReply>(sample.Bytes);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<SmtpReply>(s_several);
        Expect.Unfinished<SmtpHelloReply>(s_hello);
    }

    [Fact]
    public void WrongField()
    {
        Expect.Invalid<SmtpReplyLine>(Latin("25 ok\r\n"), ParseError.Syntax, "Code", 0);
        Expect.Invalid<SmtpReplyLine>(Latin("OK\r\n"), ParseError.Length, "Code", 0);
        Expect.Invalid<SmtpReplyLine>(Latin("250 a\nb\r\n"), ParseError.Syntax, "Text", 5);
    }

    // A code alone, a space and nothing, and no space before the text (RFC 5321 section 4.2 has clients accept the first).
    [Theory]
    [InlineData("250\r\n", "", true)]
    [InlineData("250 \r\n", "", false)]
    [InlineData("250ok\r\n", "ok", true)]
    [InlineData("250_\r\n", "_", true)]
    public void LastLinesWithoutSpace(string line, string text, bool isNone)
    {
        Assert.True(SmtpReplyLine.TryParse(Latin(line), out var parsed));
        Assert.Equal((SmtpReplyCode.Ok, text, isNone, true), (parsed.Code, Latin(parsed.Text), parsed.Mark.IsNone, parsed.IsLast));
        Assert.Equal(line, Text(in parsed));
        bool isStrictlyRight = text.Length == 0;
        Assert.Equal(isStrictlyRight, SmtpReplyLine.TryParse(Latin(line), new ParseOptions { IsStrict = true }, out _));
    }

    // RFC 2034 section 4: three numbers of which the first is the class of the reply.
    [Theory]
    [InlineData("250 2.1.5 ok", 2, 1, 5, "ok")]
    [InlineData("250 2.0.0 ", 2, 0, 0, "")]
    [InlineData("550 5.7.999 x", 5, 7, 999, "x")]
    [InlineData("451 4.3.0 4.3.1 x", 4, 3, 0, "4.3.1 x")]
    [InlineData("250 2.1.5", 0, 0, 0, "2.1.5")]
    [InlineData("250 2.1.5ok", 0, 0, 0, "2.1.5ok")]
    [InlineData("550 2.1.5 ok", 0, 0, 0, "2.1.5 ok")]
    [InlineData("354 3.0.0 go", 0, 0, 0, "3.0.0 go")]
    [InlineData("250 2.01.5 ok", 0, 0, 0, "2.01.5 ok")]
    [InlineData("250 2.1.1000 ok", 0, 0, 0, "2.1.1000 ok")]
    [InlineData("250 2..5 ok", 0, 0, 0, "2..5 ok")]
    public void EnhancedStatuses(string line, byte @class, ushort subject, ushort detail, string text)
    {
        Assert.True(SmtpReplyLine.TryParse(Latin(line + "\r\n"), out var parsed));
        Assert.Equal((new EnhancedStatus(@class, subject, detail), text), (parsed.Status, Latin(parsed.Text)));
        Assert.Equal(@class == 0, parsed.Status.IsNone);
        Assert.Equal(line + "\r\n", Text(in parsed));
    }

    [Fact]
    public void EnhancedStatusesHaveNames()
    {
        var status = new EnhancedStatus(5, EnhancedStatusDetail.BadDestinationMailbox);
        Assert.Equal((1, 1, "5.1.1"), (status.Subject, status.Detail, status.ToString()));
        Assert.Equal(EnhancedStatusDetail.BadDestinationMailbox, new EnhancedStatus(5, 1, 1).Meaning);
    }

    [Fact]
    public void WhatIsNoReplyIsNotWritten()
    {
        Refuses("Lines", () => new SmtpReply { Lines = new ListBuilder<SmtpReplyLine> { new() { Code = SmtpReplyCode.Ok, Mark = ReplyMark.More } } }.ToArray());
        Refuses("Lines", () => new SmtpReply { Lines = new ListBuilder<SmtpReplyLine> { new() { Code = SmtpReplyCode.Ok }, new() { Code = SmtpReplyCode.Ok } } }.ToArray());
        Refuses("Lines", () => new SmtpReply().ToArray());
        Refuses("Code", () => new SmtpReplyLine { Code = (SmtpReplyCode)1000 }.ToArray());
        Refuses("5.1.1", () => new SmtpReplyLine { Code = SmtpReplyCode.Ok, Status = new(5, 1, 1) }.ToArray());
        Refuses("2.1000.1", () => new SmtpReplyLine { Code = SmtpReplyCode.Ok, Status = new(2, 1000, 1) }.ToArray());
    }

    [Fact]
    public void Extensions()
    {
        Assert.True(SmtpHelloReply.TryParse(s_hello, out var hello));
        Assert.Equal("foo.com greets bar.com", Latin(hello.Greeting.Text));
        Assert.Equal(8, hello.Extensions.Count);
        Assert.Equal(SmtpExtensionKeyword.EightBitMime, hello.Extensions.First.Keyword.Value);
        Assert.True(hello.Extensions.ElementAt(1).TryGet(out SmtpSizeExtension size) && size.MaxSize == 1_000_000);
        Assert.True(hello.Extensions.ElementAt(2).TryGet(out SmtpAuthenticationExtension authentication));
        Assert.Equal((4, SaslMechanism.DigestMd5), (authentication.Mechanisms.Count, authentication.Mechanisms.ElementAt(1).Mechanism.Value));
        Assert.False(authentication.Mechanisms.ElementAt(3).Mechanism.IsKnown);
        Assert.True(hello.Extensions.ElementAt(3).TryGet(out SmtpDeliverByExtension by) && by.MinSeconds == 240);
        Assert.True(hello.Extensions.ElementAt(4).TryGet(out SmtpFutureReleaseExtension future) && future.MaxSeconds == 604_800);
        Assert.True(hello.Extensions.ElementAt(5).TryGet(out SmtpLimitsExtension limits));
        Assert.Equal(SmtpLimitName.RecipientMax, limits.Limits.First.Name.Value);
        Assert.True(limits.Limits.First.TryGetValue(out ulong most) && most == 100);
        Assert.Equal(("x-unknown", "a b"), (Latin(hello.Extensions.ElementAt(6).Keyword.Bytes), Latin(hello.Extensions.ElementAt(6).Parameters)));
        Assert.True(hello.Extensions.ElementAt(7).IsLast);

        Assert.True(SmtpHelloReply.TryParse("250 foo.com\r\n"u8, out hello));
        Assert.False(hello.HasExtensions);
        Assert.Equal("250-mx.example.org\r\n250-SIZE 1048576\r\n250-AUTH PLAIN LOGIN\r\n250 PIPELINING\r\n", Text(new SmtpHelloReply
        {
            Greeting = new() { Code = SmtpReplyCode.Ok, Mark = ReplyMark.More, Text = "mx.example.org"u8 },
            Extensions = new ListBuilder<SmtpExtensionLine>
            {
                new SmtpExtensionLine { Code = SmtpReplyCode.Ok, Mark = ReplyMark.More } / new SmtpSizeExtension { MaxSize = 1 << 20 },
                new SmtpExtensionLine { Code = SmtpReplyCode.Ok, Mark = ReplyMark.More } / new SmtpAuthenticationExtension
                {
                    Mechanisms = new ListBuilder<SaslMechanismName> { new() { Mechanism = SaslMechanism.Plain }, new() { Mechanism = SaslMechanism.Login } },
                },
                new SmtpExtensionLine { Code = SmtpReplyCode.Ok, Keyword = SmtpExtensionKeyword.Pipelining },
            },
        }));
    }
}
