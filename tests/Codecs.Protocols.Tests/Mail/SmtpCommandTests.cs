using Codecs.Fuzz;
using static Codecs.Protocols.Tests.TextLines;

namespace Codecs.Protocols.Tests.Mail;

/// <summary>Command lines, with examples of the RFCs.</summary>
public sealed class SmtpCommandTests
{
    private static readonly byte[] s_mail = Sample.Get("SmtpCommand", "RFC 1870 section 7");
    private static readonly byte[] s_quoted = Sample.Get("SmtpCommand", "RFC 5321 section 4.1.2: a quoted local part");

    [Fact]
    public void Parse()
    {
        Assert.True(SmtpCommand.TryParse(s_mail, out var command));
        Assert.Equal(SmtpVerb.Mail, command.Verb.Value);
        Assert.True(command.TryGet(out SmtpMail mail));
        Assert.Equal("ned", Latin(mail.Path.LocalPart));
        Assert.Equal("thor.innosoft.com", mail.Path.Domain.ToString());
        Assert.Equal(1, mail.Parameters.Count);
        Assert.True(mail.Parameters.First.TryGet(out SmtpSizeParameter size));
        Assert.Equal(500000ul, size.Size);
        Assert.False(command.TryGet(out SmtpRecipient _));

        Assert.True(SmtpCommand.TryParse(s_quoted, out command));
        Assert.True(command.TryGet(out SmtpRecipient recipient));
        Assert.Equal("\"Joe \\\"Q\\\" Public\"", Latin(recipient.Path.LocalPart));
        Assert.True(recipient.Path.Domain.TryGetAddress(out IPv4Address address));
        Assert.Equal(new IPv4Address(192, 0, 2, 1), address);
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_mail, (new SmtpCommand() / new SmtpMail
        {
            Path = new SmtpPath("ned"u8, "thor.innosoft.com"u8),
            Parameters = new ListBuilder<SmtpParameter> { new SmtpSizeParameter { Size = 500000 } },
        }).ToArray());
        Assert.Equal("RCPT TO:<Bob@Big-Bucks.COM> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;Bob@Big-Bucks.COM\r\n", Latin((new SmtpCommand() / new SmtpRecipient
        {
            Path = new SmtpPath("Bob"u8, "Big-Bucks.COM"u8),
            Parameters = new ListBuilder<SmtpParameter>
            {
                new SmtpNotifyParameter { Conditions = new ListBuilder<SmtpNotification> { new() { Condition = SmtpNotifyCondition.Success }, new() { Condition = SmtpNotifyCondition.Delay } } },
                new SmtpOriginalRecipientParameter { AddressType = "rfc822"u8, Address = "Bob@Big-Bucks.COM"u8 },
            },
        }).ToArray()));
        Assert.Equal("QUIT\r\n", Text(new SmtpCommand { Verb = SmtpVerb.Quit }));
        Assert.Equal("MAIL FROM:<>\r\n", Latin((new SmtpCommand() / new SmtpMail()).ToArray()));
        Assert.Equal("EHLO bar.com\r\n", Latin((new SmtpCommand() / new SmtpHello { Domain = "bar.com"u8 }).ToArray()));
        Assert.Equal("HELO bar.com\r\n", Latin((new SmtpCommand { Verb = SmtpVerb.Hello } / new SmtpHello { Domain = "bar.com"u8 }).ToArray()));
        Assert.Equal("BDAT 86 LAST\r\n", Latin((new SmtpCommand() / new SmtpChunk { Size = 86, Mark = SmtpChunkMark.Last }).ToArray()));
        Assert.Equal("BDAT 0\r\n", Latin((new SmtpCommand() / new SmtpChunk()).ToArray()));
        Assert.Equal("AUTH PLAIN =\r\n", Latin((new SmtpCommand() / new SmtpAuthentication { Mechanism = SaslMechanism.Plain, InitialResponse = "="u8 }).ToArray()));
        Assert.Equal("AUTH X-OWN\r\n", Latin((new SmtpCommand() / new SmtpAuthentication { Mechanism = new("X-OWN"u8) }).ToArray()));
        Assert.Equal("EXPN staff\r\n", Latin((new SmtpCommand { Verb = SmtpVerb.Expand } / new SmtpText { Text = "staff"u8 }).ToArray()));
    }

    [Fact]
    public void RoundTrip()
    {
        foreach (var sample in Sample.All.Where(sample => sample.Type == nameof(SmtpCommand)))
            Expect.Preserved<SmtpCommand>(sample.Bytes);
        Expect.RoundTrip<SmtpCommand>(s_mail);
        Expect.RoundTrip<SmtpCommand>(s_quoted);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<SmtpCommand>(s_mail);
        Expect.Unfinished<SmtpCommand>(s_quoted);
    }

    [Fact]
    public void WrongField()
    {
        Expect.Invalid<SmtpCommand>(Latin("NOOP\n\r\n"), ParseError.Syntax, "Arguments", 4);
        Assert.True(SmtpCommand.TryParse("MAIL FRUM:<a@b>\r\n"u8, out var command));
        var result = command.TryGet(out SmtpMail _);
        Assert.Equal((ParseError.Value, "SmtpMail.Keyword at byte 0: Value"), (result.Error, result.Describe<SmtpMail>()));
    }

    // A verb in any case, one that is unknown, and one that nothing follows.
    [Theory]
    [InlineData("mail", SmtpVerb.Mail)]
    [InlineData("EhLo", SmtpVerb.ExtendedHello)]
    [InlineData("STARTTLS", SmtpVerb.StartTls)]
    [InlineData("STARTTLSX", default(SmtpVerb))]
    [InlineData("MAI", default(SmtpVerb))]
    [InlineData("", default(SmtpVerb))]
    [InlineData("\u00C5\u00FF", default(SmtpVerb))]
    public void VerbsAreReadInEitherCase(string verb, SmtpVerb expected)
    {
        Assert.True(SmtpCommand.TryParse(Latin(verb + "\r\n"), out var command));
        Assert.Equal((expected, expected != default, verb), (command.Verb.Value, command.Verb.IsKnown, Latin(command.Verb.Bytes)));
        Assert.Equal(verb + "\r\n", Text(in command));
        Assert.True(SmtpCommand.TryParse(Latin(verb + " a b\r\n"), out command));
        Assert.Equal((expected, "a b"), (command.Verb.Value, Latin(command.Arguments)));
    }

    [Theory]
    [InlineData("FROM:<a@b.c>", "a", "b.c", 0)]
    [InlineData("from:<a@b.c>", "a", "b.c", 0)]
    [InlineData("FROM: <a@b.c>", "a", "b.c", 0)]
    [InlineData("FROM:<a@b.c> ", "a", "b.c", 0)]
    [InlineData("FROM:<>", "", "", 0)]
    [InlineData("FROM:<> SIZE=1 BODY=8BITMIME X", "", "", 3)]
    [InlineData("FROM:<\"a b>\"@[IPv6:::1]> SIZE=1", "\"a b>\"", "[IPv6:::1]", 1)]
    public void Reverse_paths(string arguments, string localPart, string domain, int parameters)
    {
        Assert.True(SmtpCommand.TryParse(Latin($"MAIL {arguments}\r\n"), out var command));
        var result = command.TryGet(out SmtpMail mail);
        Assert.True(result, result.Describe<SmtpMail>());
        Assert.Equal((localPart, domain, parameters), (Latin(mail.Path.LocalPart), mail.Path.Domain.ToString(), mail.Parameters.Count));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("FROM", false)]
    [InlineData("FROM:", false)]
    [InlineData("FROM:a@b.c", true)]
    [InlineData("FROM:<a@b.c", false)]
    [InlineData("FROM:<a@b.c>x", true)]
    [InlineData("FROM:<a b@c>", true)]
    [InlineData("FROM:<a@>", true)]
    [InlineData("FROM:<@b.c>", false)]
    [InlineData("FROM:<a@b@c>", true)]
    [InlineData("FROM:<\"a\u0001\"@b>", true)]
    [InlineData("FROM:<a\"b\"@c>", true)]
    [InlineData("FROM:<a@[b>", false)]
    [InlineData("TO:<a@b.c>", true)]
    public void What_is_no_reverse_path(string arguments, bool isInvalid)
    {
        Assert.True(SmtpCommand.TryParse(Latin($"MAIL {arguments}\r\n"), out var command));
        var result = command.TryGet(out SmtpMail _);
        Assert.False(result);
        Assert.True(!isInvalid || result.Status == System.Buffers.OperationStatus.InvalidData, result.ToString());
    }

    [Fact]
    public void Parameters_have_types()
    {
        Assert.True(SmtpMail.TryParse("FROM:<a@b> SIZE=18446744073709551615 BODY=BinaryMime RET=FULL ENVID=a+2Bb AUTH=<> BY=-5;NT HOLDFOR=9 MT-PRIORITY=-9 SMTPUTF8 X-ANY=1"u8, out var mail));
        var parameters = mail.Parameters;
        Assert.Equal(10, parameters.Count);
        Assert.True(parameters.ElementAt(0).TryGet(out SmtpSizeParameter size) && size.Size == ulong.MaxValue);
        Assert.True(parameters.ElementAt(1).TryGet(out SmtpBodyParameter body) && body.Type.Value == SmtpBodyType.BinaryMime);
        Assert.True(parameters.ElementAt(2).TryGet(out SmtpReturnParameter content) && content.Content.Value == SmtpReturnContent.Full);
        Assert.True(parameters.ElementAt(3).TryGet(out SmtpEnvelopeIdParameter id));
        Span<byte> text = stackalloc byte[10];
        Assert.True(id.Id.TryDecode(text, out int length));
        Assert.Equal("a+b", Latin(text[..length]));
        Assert.True(parameters.ElementAt(4).TryGet(out SmtpAuthenticationParameter submitter) && submitter.IsUnknown);
        Assert.True(parameters.ElementAt(5).TryGet(out SmtpDeliverByParameter by));
        Assert.Equal((-5, SmtpDeliverByMode.NotifyAndTrace), (by.Seconds, by.Mode.Value));
        Assert.True(parameters.ElementAt(6).TryGet(out SmtpHoldForParameter hold) && hold.Seconds == 9);
        Assert.True(parameters.ElementAt(7).TryGet(out SmtpPriorityParameter priority) && priority.Priority == -9);
        Assert.Equal((SmtpParameterKeyword.SmtpUtf8, 0), (parameters.ElementAt(8).Keyword.Value, parameters.ElementAt(8).Value.Length));
        Assert.Equal((false, "X-ANY", "1"), (parameters.ElementAt(9).Keyword.IsKnown, Latin(parameters.ElementAt(9).Keyword.Bytes), Latin(parameters.ElementAt(9).Value)));
        Assert.False(new SmtpParameter { Keyword = SmtpParameterKeyword.Size, Value = "18446744073709551616"u8 }.TryGet(out size));
        Assert.False(new SmtpParameter { Keyword = SmtpParameterKeyword.Size, Value = "-1"u8 }.TryGet(out size));
    }

    [Fact]
    public void Chunks()
    {
        Assert.True(SmtpCommand.TryParse("bdat 1000000000000 last\r\n"u8, out var command));
        Assert.True(command.TryGet(out SmtpChunk chunk));
        Assert.Equal((1_000_000_000_000ul, true), (chunk.Size, chunk.IsLast));
        Assert.False(SmtpChunk.TryParse("-1"u8, out _));
        Assert.False(SmtpChunk.TryParse("18446744073709551616"u8, out _));
        // Nothing may follow what a verb is about.
        Assert.True(SmtpCommand.TryParse("BDAT 1x\r\n"u8, out command) && !command.TryGet(out chunk));
        Assert.True(SmtpChunk.TryParse("1 x"u8, out chunk) && !chunk.IsLast);
    }
}
