using static Codecs.Protocols.Tests.TextLines;

namespace Codecs.Protocols.Tests.Mail;

/// <summary>Mailboxes, domains, and text in xtext.</summary>
public sealed class SmtpPathTests
{
    [Theory]
    [InlineData("<a@b.example>", "", "a", "b.example")]
    [InlineData("<>", "", "", "")]
    [InlineData("<Postmaster>", "", "Postmaster", "")]
    [InlineData("<@hosta.int,@jkl.org:userc@d.bar.org>", "@hosta.int,@jkl.org", "userc", "d.bar.org")]
    [InlineData("<\"a\\\"b>\\\\\"@[192.0.2.1]>", "", "\"a\\\"b>\\\\\"", "[192.0.2.1]")]
    [InlineData("<a.b+c=d!#$%&'*/?^_`{|}~-@b>", "", "a.b+c=d!#$%&'*/?^_`{|}~-", "b")]
    [InlineData("<.a..b.@c>", "", ".a..b.", "c")]
    [InlineData("<\u00C3\u00A4@\u00C3\u00BC.example>", "", "\u00C3\u00A4", "\u00C3\u00BC.example")]
    public void Paths(string text, string route, string localPart, string domain)
    {
        var result = SmtpPath.TryParse(Latin(text), 0, default, out var path);
        Assert.True(result);
        Assert.Equal(text.Length, result.BytesConsumed);
        Assert.Equal((route, localPart, domain), (Latin(path.Route), Latin(path.LocalPart), Latin(path.Domain.Bytes)));
        Assert.Equal(text, Text(in path));
        // A cut one is unfinished, wherever it is cut.
        for (int length = 0; length < text.Length; length++)
            Assert.Equal(System.Buffers.OperationStatus.NeedMoreData, SmtpPath.TryParse(Latin(text[..length]), 0, default, out _).Status);
    }

    [Fact]
    public void Strictly()
    {
        var strict = new ParseOptions { IsStrict = true };
        Assert.False(SmtpMail.TryParse("FROM:<a..b@c>"u8, strict, out _));
        Assert.False(SmtpMail.TryParse("FROM:<a>"u8, strict, out _));
        Assert.True(SmtpMail.TryParse("FROM:<postMASTER>"u8, strict, out var mail) && mail.Path.IsPostmaster);
        Assert.True(SmtpMail.TryParse("FROM:<\"a..b\"@c>"u8, strict, out _));
        Assert.True(SmtpMail.TryParse("FROM:<>"u8, strict, out mail) && mail.Path.IsNull);
        Assert.False(SmtpMail.TryParse("FROM: <a@b>"u8, strict, out _));
    }

    [Theory]
    [InlineData("alice", "alice")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("", "\"\"")]
    [InlineData(".a", "\".a\"")]
    [InlineData("a..b", "\"a..b\"")]
    [InlineData("a\"\\b", "\"a\\\"\\\\b\"")]
    [InlineData("\u00E4@", "\"\u00E4@\"")]
    public void LocalPartsAreQuotedIfTheyMustBe(string meaning, string written)
    {
        Span<byte> buffer = stackalloc byte[40];
        Assert.True(SmtpPath.TryQuote(Latin(meaning), buffer, out int length));
        Assert.Equal(written, Latin(buffer[..length]));
        Assert.True(new SmtpPath(Latin(written), "b"u8).TryUnquote(buffer, out length));
        Assert.Equal(meaning, Latin(buffer[..length]));
        Assert.False(SmtpPath.TryQuote(Latin(meaning + "\n"), buffer, out _));
        Assert.False(SmtpPath.TryQuote(Latin(meaning + "x"), buffer[..1], out _) && meaning.Length > 0);
    }

    [Fact]
    public void MailboxesWithoutBrackets()
    {
        Assert.True(SmtpPath.TryParseMailbox("\"a b\"@example.org"u8, out var path));
        Assert.Equal(("\"a b\"", "example.org"), (Latin(path.LocalPart), path.Domain.ToString()));
        foreach (string text in new[] { "", "a", "a@", "@b", "a@b@c", "a@b ", "a@b>", "<a@b>", "a\n@b" })
            Assert.False(SmtpPath.TryParseMailbox(Latin(text), out _));
    }

    [Fact]
    public void AddressLiterals()
    {
        Span<byte> buffer = stackalloc byte[60];
        Assert.True(SmtpDomain.TryFormat(new IPv4Address(192, 0, 2, 1), buffer, out int length));
        Assert.Equal("[192.0.2.1]", Latin(buffer[..length]));
        Assert.True(new SmtpDomain(buffer[..length]).TryGetAddress(out IPv4Address v4));
        Assert.Equal(new IPv4Address(192, 0, 2, 1), v4);
        Assert.True(IPv6Address.TryParse("2001:db8::25"u8, out var address) && SmtpDomain.TryFormat(address, buffer, out length));
        Assert.Equal("[IPv6:2001:db8::25]", Latin(buffer[..length]));
        Assert.True(new SmtpDomain("[ipv6:2001:db8::25]"u8).TryGetAddress(out IPv6Address v6));
        Assert.Equal(address, v6);
        Assert.False(new SmtpDomain("[2001:db8::25]"u8).TryGetAddress(out v6));
        Assert.False(SmtpDomain.TryFormat(address, buffer[..18], out _));
    }

    // RFC 3461 section 4.
    [Theory]
    [InlineData("e=mc2@example.com", "e+3Dmc2@example.com")]
    [InlineData("a+b c\u00E4\n", "a+2Bb+20c+E4+0A")]
    [InlineData("", "")]
    public void XTexts(string text, string written)
    {
        Span<byte> buffer = stackalloc byte[60];
        Assert.True(XText.TryEncode(Latin(text), buffer, out int length));
        Assert.Equal(written, Latin(buffer[..length]));
        Assert.True(new XText(Latin(written)).TryDecode(buffer, out length));
        Assert.Equal(text, Latin(buffer[..length]));
        Assert.False(XText.TryEncode(Latin(text + "="), buffer[..(written.Length + 2)], out _));
        Assert.True(XText.TryParse(Latin(written), 0, default, out _));
    }

    [Theory]
    [InlineData("a+2")]
    [InlineData("a+2b")]
    [InlineData("a b")]
    [InlineData("a=b")]
    [InlineData("a+GG")]
    [InlineData("\u00E4")]
    public void WhatIsNoXText(string text) => Assert.False(XText.TryParse(Latin(text), 0, default, out _));

    [Fact]
    public void SaslExchanges()
    {
        // RFC 4954 section 4.1, RFC 4616 section 4.
        Assert.True(SmtpCommand.TryParse("AUTH PLAIN dGVzdAB0ZXN0ADEyMzQ=\r\n"u8, out var command));
        Assert.True(command.TryGet(out SmtpAuthentication authentication));
        Span<byte> buffer = stackalloc byte[60];
        Assert.True(authentication.TryDecode(buffer, out int length));
        Assert.True(SaslPlain.TryParse(buffer[..length], out var plain));
        Assert.Equal(("test", "test", "1234"), (Latin(plain.AuthorizationId), Latin(plain.AuthenticationId), Latin(plain.Password)));
        Assert.Equal("test\0test\01234", Text(in plain));
        Refuses("SaslPlain.AuthenticationId", () => new SaslPlain { AuthenticationId = "a\0b"u8 }.ToArray());
        Assert.True(SaslResponse.TryParse("*\r\n"u8, out var response) && response.IsCancelled);
        Assert.True(SaslResponse.TryParse("dGVzdA==\r\n"u8, out response) && response.TryDecode(buffer, out length));
        Assert.Equal("test", Latin(buffer[..length]));
        foreach (string text in new[] { "dGVzdA=\r\n", "dGV zdA==\r\n", "!\r\n" })
            Assert.False(SaslResponse.TryParse(Latin(text), out response) && response.TryDecode(buffer, out _));
        Assert.True(new SmtpAuthentication { InitialResponse = "="u8 }.TryDecode(buffer, out length) && length == 0);
        Assert.False(new SmtpAuthentication().TryDecode(buffer, out _));
    }
}
