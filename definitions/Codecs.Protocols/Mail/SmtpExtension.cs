namespace Codecs.Protocols;

/// <summary>The reply to EHLO (RFC 5321 section 4.1.1.1): a greeting, then a line for each extension that the server has.</summary>
/// <example>
/// <code>
/// output.Write(new SmtpHelloReply
/// {
///     Greeting = new() { Code = SmtpReplyCode.Ok, Mark = ReplyMark.More, Text = "mx.example.org"u8 },
///     Extensions = new ListBuilder&lt;SmtpExtensionLine>
///     {
///         new SmtpExtensionLine { Code = SmtpReplyCode.Ok, Mark = ReplyMark.More } / new SmtpSizeExtension { MaxSize = 1 &lt;&lt; 20 },
///         new SmtpExtensionLine { Code = SmtpReplyCode.Ok, Keyword = SmtpExtensionKeyword.Pipelining },
///     },
/// });
/// </code>
/// </example>
/// <remarks>A server that does not know EHLO answers with one line: then there are no extensions.</remarks>
[Message("RFC 5321")]
public readonly ref partial struct SmtpHelloReply
{
    /// <summary>The server's name, and a word to the client.</summary>
    public partial SmtpReplyLine Greeting { get; init; }

    /// <summary>The extensions, of which the last has no hyphen.</summary>
    [When(nameof(HasExtensions)), Until(nameof(SmtpExtensionLine.IsLast))] public partial MessageList<SmtpExtensionLine> Extensions { get; init; }

    /// <summary>Are there extensions?</summary>
    public bool HasExtensions => !Greeting.IsLast;
}

/// <summary>A line that tells of an extension (RFC 5321 section 4.1.1.1): <c>250-SIZE 1048576</c>.</summary>
[Message("RFC 5321"), Terminated("\r\n", Except = "\r\n\0"), Limit(12288)]
public readonly ref partial struct SmtpExtensionLine
{
    /// <summary>250.</summary>
    [Digits(3)] public required partial SmtpReplyCode Code { get; init; }

    /// <summary>Does another line follow?</summary>
    public partial ReplyMark Mark { get; init; }

    /// <summary>Which extension. One that is unknown keeps its bytes.</summary>
    [Terminated(" ", Optional = true), TagOf(nameof(Parameters))] public partial Token<SmtpExtensionKeyword> Keyword { get; init; }

    /// <summary>What more is said of it.</summary>
    [Case<SmtpSizeExtension>, Case<SmtpAuthenticationExtension>, Case<SmtpDeliverByExtension>, Case<SmtpFutureReleaseExtension>, Case<SmtpLimitsExtension>]
    public partial ReadOnlySpan<byte> Parameters { get; init; }

    /// <summary>Is it the last line of its reply?</summary>
    public bool IsLast => !Mark.IsMore;
}

/// <summary>Extensions that a server may have (IANA SMTP service extensions).</summary>
[Token(IgnoreCase = true)]
public enum SmtpExtensionKeyword : byte
{
    /// <summary>MAIL may say how long the mail is (RFC 1870, <see cref="SmtpSizeExtension"/>).</summary>
    [Token("SIZE")] Size = 1,

    /// <summary>Mail may have any bytes in lines (RFC 6152).</summary>
    [Token("8BITMIME")] EightBitMime,

    /// <summary>Commands may be sent before the ones before them are answered (RFC 2920).</summary>
    [Token("PIPELINING")] Pipelining,

    /// <summary>Senders may say what they want to be told (RFC 3461).</summary>
    [Token("DSN")] DeliveryStatusNotifications,

    /// <summary>Authentication (RFC 4954, <see cref="SmtpAuthenticationExtension"/>).</summary>
    [Token("AUTH")] Authentication,

    /// <summary>TLS (RFC 3207).</summary>
    [Token("STARTTLS")] StartTls,

    /// <summary>Replies have an <see cref="EnhancedStatus"/> (RFC 2034).</summary>
    [Token("ENHANCEDSTATUSCODES")] EnhancedStatusCodes,

    /// <summary>BDAT (RFC 3030).</summary>
    [Token("CHUNKING")] Chunking,

    /// <summary>Mail may have any bytes, with BDAT (RFC 3030).</summary>
    [Token("BINARYMIME")] BinaryMime,

    /// <summary>Addresses and headers may be UTF-8 (RFC 6531).</summary>
    [Token("SMTPUTF8")] SmtpUtf8,

    /// <summary>HELP.</summary>
    [Token("HELP")] Help,

    /// <summary>EXPN.</summary>
    [Token("EXPN")] Expand,

    /// <summary>VRFY.</summary>
    [Token("VRFY")] Verify,

    /// <summary>ETRN (RFC 1985).</summary>
    [Token("ETRN")] ExtendedTurn,

    /// <summary>ATRN (RFC 2645).</summary>
    [Token("ATRN")] AuthenticatedTurn,

    /// <summary>MAIL may say when the mail is to be there (RFC 2852, <see cref="SmtpDeliverByExtension"/>).</summary>
    [Token("DELIVERBY")] DeliverBy,

    /// <summary>MAIL may ask to hold the mail back (RFC 4865, <see cref="SmtpFutureReleaseExtension"/>).</summary>
    [Token("FUTURERELEASE")] FutureRelease,

    /// <summary>MAIL may say how urgent the mail is (RFC 6710).</summary>
    [Token("MT-PRIORITY")] Priority,

    /// <summary>MAIL may ask for TLS on the whole way (RFC 8689).</summary>
    [Token("REQUIRETLS")] RequireTls,

    /// <summary>RCPT may say since when the mailbox has to have had its owner (RFC 7293).</summary>
    [Token("RRVS")] RecipientValidSince,

    /// <summary>How much the server takes (RFC 9422, <see cref="SmtpLimitsExtension"/>).</summary>
    [Token("LIMITS")] Limits,

    /// <summary>What is not to be solicited for (RFC 3865).</summary>
    [Token("NO-SOLICITING")] NoSoliciting,

    /// <summary>Mail may be tracked (RFC 3885).</summary>
    [Token("MTRK")] MessageTracking,

    /// <summary>BURL (RFC 4468).</summary>
    [Token("BURL")] BinaryUrl,

    /// <summary>The content may be converted (RFC 4141).</summary>
    [Token("CONPERM")] ConversionPermitted,

    /// <summary>The recipients' capabilities are known (RFC 4141).</summary>
    [Token("CONNEG")] ContentNegotiation,

    /// <summary>An interrupted transaction may go on (RFC 1845).</summary>
    [Token("CHECKPOINT")] Checkpoint,

    /// <summary>MAIL may say who submitted the mail (RFC 4405).</summary>
    [Token("SUBMITTER")] Submitter,
}

/// <summary>How long a mail may be (RFC 1870 section 3).</summary>
[Message("RFC 1870"), Tag(SmtpExtensionKeyword.Size)]
public readonly partial record struct SmtpSizeExtension
{
    /// <summary>Bytes; 0 for no fixed limit, null if the server does not say.</summary>
    [Digits] public partial ulong? MaxSize { get; init; }
}

/// <summary>How one can authenticate (RFC 4954 section 3).</summary>
[Message("RFC 4954"), Tag(SmtpExtensionKeyword.Authentication)]
public readonly ref partial struct SmtpAuthenticationExtension
{
    /// <summary>The mechanisms.</summary>
    [Separated(" ")] public partial MessageList<SaslMechanismName> Mechanisms { get; init; }
}

/// <summary>The name of a mechanism (RFC 4422 section 3.1).</summary>
[Message("RFC 4422")]
public readonly ref partial struct SaslMechanismName
{
    /// <summary>The mechanism. One that is unknown keeps its bytes.</summary>
    public partial Token<SaslMechanism> Mechanism { get; init; }
}

/// <summary>How soon the server can promise to deliver (RFC 2852 section 3).</summary>
[Message("RFC 2852"), Tag(SmtpExtensionKeyword.DeliverBy)]
public readonly partial record struct SmtpDeliverByExtension
{
    /// <summary>The least seconds that may be asked for; null if the server does not say.</summary>
    [Digits] public partial uint? MinSeconds { get; init; }
}

/// <summary>For how long a mail may be held back (RFC 4865 section 3).</summary>
[Message("RFC 4865"), Tag(SmtpExtensionKeyword.FutureRelease)]
public readonly ref partial struct SmtpFutureReleaseExtension
{
    /// <summary>At most so many seconds.</summary>
    [Digits, Terminated(" ")] public partial uint MaxSeconds { get; init; }

    /// <summary>At most until then, as RFC 3339 writes it.</summary>
    public partial ReadOnlySpan<byte> MaxTime { get; init; }
}

/// <summary>How much the server takes (RFC 9422 section 3).</summary>
[Message("RFC 9422"), Tag(SmtpExtensionKeyword.Limits)]
public readonly ref partial struct SmtpLimitsExtension
{
    /// <summary>The limits.</summary>
    [Separated(" ")] public partial MessageList<SmtpLimit> Limits { get; init; }
}

/// <summary>One limit of a server (RFC 9422 section 3): <c>RCPTMAX=100</c>.</summary>
[Message("RFC 9422")]
public readonly ref partial struct SmtpLimit
{
    /// <summary>Of what. One that is unknown keeps its bytes.</summary>
    [Terminated("=", Optional = true)] public partial Token<SmtpLimitName> Name { get; init; }

    /// <summary>How much.</summary>
    public partial ReadOnlySpan<byte> Value { get; init; }

    /// <summary>How much, if it is a number.</summary>
    public bool TryGetValue(out ulong value) =>
        System.Buffers.Text.Utf8Parser.TryParse(Value, out value, out int used) && used == Value.Length;
}

/// <summary>What a server limits (RFC 9422 section 4).</summary>
[Token(IgnoreCase = true)]
public enum SmtpLimitName : byte
{
    /// <summary>Transactions of a session.</summary>
    [Token("MAILMAX")] MailMax = 1,

    /// <summary>Recipients of a transaction.</summary>
    [Token("RCPTMAX")] RecipientMax,

    /// <summary>Domains of a transaction's recipients.</summary>
    [Token("RCPTDOMAINMAX")] RecipientDomainMax,
}
