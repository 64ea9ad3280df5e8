namespace Codecs.Protocols;

/// <summary>Command line of a mail client (RFC 5321 section 4.1.1): a verb and what it is about, which for most verbs is a message of its own.</summary>
/// <example><code>output.Write(new SmtpCommand() / new SmtpMail { Path = new SmtpPath("alice"u8, "example.org"u8) });</code></example>
/// <remarks>
/// <para>Only CRLF ends a line. A bare CR, a bare LF or a NUL, each of which somebody takes for an end (RFC 5321 sections 2.3.8 and 4.1.1.4), make the line invalid, and cannot be written: no
/// value can smuggle in a command. A server answers 500 and goes on behind the next CRLF. Bytes above 127 are read and written (RFC 6531).</para>
/// <para>RFC 5321 allows 512 bytes (section 4.5.3.1.4); extensions make lines longer, an initial response of AUTH up to 12,288 bytes (RFC 4954 section 4). What is longer is
/// <see cref="ParseError.Limit"/>, and never waited for.</para>
/// </remarks>
[Message("RFC 5321"), Terminated("\r\n", Except = "\r\n\0"), Limit(12288)]
public readonly ref partial struct SmtpCommand
{
    /// <summary>What is to be done. One that is unknown keeps its bytes.</summary>
    [Terminated(" ", Optional = true), TagOf(nameof(Arguments))] public partial Token<SmtpVerb> Verb { get; init; }

    /// <summary>What it is to be done with; empty for verbs that need nothing.</summary>
    [Case<SmtpHello>, Case<SmtpMail>, Case<SmtpRecipient>, Case<SmtpAuthentication>, Case<SmtpChunk>, Case<SmtpUrlChunk>, Case<SmtpText>]
    public partial ReadOnlySpan<byte> Arguments { get; init; }
}

/// <summary>Verbs of SMTP (RFC 5321 section 4.1.1, and the extensions named). Read in either case.</summary>
[Token(IgnoreCase = true)]
public enum SmtpVerb : byte
{
    /// <summary>Greets, and asks for the server's extensions (<see cref="SmtpHello"/>, <see cref="SmtpHelloReply"/>).</summary>
    [Token("EHLO")] ExtendedHello = 1,

    /// <summary>Greets (<see cref="SmtpHello"/>).</summary>
    [Token("HELO")] Hello,

    /// <summary>Greets a server of local delivery (RFC 2033 section 4.1), which answers DATA once for each recipient (<see cref="SmtpHello"/>).</summary>
    [Token("LHLO")] LocalHello,

    /// <summary>Begins a transaction with its reverse path (<see cref="SmtpMail"/>).</summary>
    [Token("MAIL")] Mail,

    /// <summary>Names a recipient (<see cref="SmtpRecipient"/>).</summary>
    [Token("RCPT")] Recipient,

    /// <summary>After 354 the mail follows, up to a line with a dot alone (<see cref="DotStuffingDecoder"/>).</summary>
    [Token("DATA")] Data,

    /// <summary>A chunk of the mail follows this line (RFC 3030, <see cref="SmtpChunk"/>).</summary>
    [Token("BDAT")] BinaryData,

    /// <summary>Gives up the transaction.</summary>
    [Token("RSET")] Reset,

    /// <summary>Asks whether a string is a user or mailbox (<see cref="SmtpText"/>).</summary>
    [Token("VRFY")] Verify,

    /// <summary>Asks for the members of a list (<see cref="SmtpText"/>).</summary>
    [Token("EXPN")] Expand,

    /// <summary>Asks for help (<see cref="SmtpText"/>).</summary>
    [Token("HELP")] Help,

    /// <summary>Does nothing (<see cref="SmtpText"/>).</summary>
    [Token("NOOP")] NoOperation,

    /// <summary>Ends the session.</summary>
    [Token("QUIT")] Quit,

    /// <summary>Authenticates (RFC 4954, <see cref="SmtpAuthentication"/>). After each 334 a line follows that is no command (<see cref="SaslResponse"/>).</summary>
    [Token("AUTH")] Authenticate,

    /// <summary>After 220, TLS follows (RFC 3207).</summary>
    [Token("STARTTLS")] StartTls,

    /// <summary>Asks for mail that waits (RFC 1985, <see cref="SmtpText"/>).</summary>
    [Token("ETRN")] ExtendedTurn,

    /// <summary>Asks an on-demand relay for mail of an authenticated client's domains (RFC 2645, <see cref="SmtpText"/>).</summary>
    [Token("ATRN")] AuthenticatedTurn,

    /// <summary>A chunk of the mail is to be fetched from an IMAP server (RFC 4468, <see cref="SmtpUrlChunk"/>).</summary>
    [Token("BURL")] BinaryUrl,

    /// <summary>Changes who is client and who is server (RFC 821, obsolete).</summary>
    [Token("TURN")] Turn,

    /// <summary>As <see cref="Mail"/>, to a terminal (RFC 821, obsolete; <see cref="SmtpMail"/>).</summary>
    [Token("SEND")] Send,

    /// <summary>As <see cref="Mail"/>, to a terminal or a mailbox (RFC 821, obsolete; <see cref="SmtpMail"/>).</summary>
    [Token("SOML")] SendOrMail,

    /// <summary>As <see cref="Mail"/>, to a terminal and a mailbox (RFC 821, obsolete; <see cref="SmtpMail"/>).</summary>
    [Token("SAML")] SendAndMail,
}
