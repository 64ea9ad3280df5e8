namespace Codecs.Protocols;

/// <summary>What a client asks for with MAIL or RCPT (RFC 5321 section 4.1.2): <c>SIZE=5000</c>, <c>SMTPUTF8</c>.</summary>
[Message("RFC 5321")]
public readonly ref partial struct SmtpParameter
{
    /// <summary>Which parameter. One that is unknown keeps its bytes; a server answers 555.</summary>
    [Terminated("=", Optional = true), TagOf(nameof(Value))] public partial Token<SmtpParameterKeyword> Keyword { get; init; }

    /// <summary>Its value; empty if it has none.</summary>
    [Case<SmtpSizeParameter>, Case<SmtpBodyParameter>, Case<SmtpReturnParameter>, Case<SmtpEnvelopeIdParameter>, Case<SmtpNotifyParameter>, Case<SmtpOriginalRecipientParameter>]
    [Case<SmtpAuthenticationParameter>, Case<SmtpDeliverByParameter>, Case<SmtpHoldForParameter>, Case<SmtpPriorityParameter>, Case<SmtpRecipientValidSinceParameter>]
    public partial ReadOnlySpan<byte> Value { get; init; }
}

/// <summary>Parameters of MAIL and RCPT (IANA mail parameters).</summary>
[Token(IgnoreCase = true)]
public enum SmtpParameterKeyword : byte
{
    /// <summary>MAIL: how long the mail is (RFC 1870, <see cref="SmtpSizeParameter"/>).</summary>
    [Token("SIZE")] Size = 1,

    /// <summary>MAIL: what bytes the mail has (RFC 6152, <see cref="SmtpBodyParameter"/>).</summary>
    [Token("BODY")] Body,

    /// <summary>MAIL: how much of the mail goes back with a failure (RFC 3461 section 4.3, <see cref="SmtpReturnParameter"/>).</summary>
    [Token("RET")] Return,

    /// <summary>MAIL: the sender's name for the transaction (RFC 3461 section 4.4, <see cref="SmtpEnvelopeIdParameter"/>).</summary>
    [Token("ENVID")] EnvelopeId,

    /// <summary>RCPT: when the sender wants to be told (RFC 3461 section 4.1, <see cref="SmtpNotifyParameter"/>).</summary>
    [Token("NOTIFY")] Notify,

    /// <summary>RCPT: whom the mail was sent to at first (RFC 3461 section 4.2, <see cref="SmtpOriginalRecipientParameter"/>).</summary>
    [Token("ORCPT")] OriginalRecipient,

    /// <summary>MAIL: who submitted the mail (RFC 4954 section 5, <see cref="SmtpAuthenticationParameter"/>).</summary>
    [Token("AUTH")] Authentication,

    /// <summary>MAIL: addresses or headers are UTF-8 (RFC 6531 section 3.4).</summary>
    [Token("SMTPUTF8")] SmtpUtf8,

    /// <summary>MAIL: when the mail is to be there (RFC 2852, <see cref="SmtpDeliverByParameter"/>).</summary>
    [Token("BY")] DeliverBy,

    /// <summary>MAIL: for how many seconds the mail is to be held back (RFC 4865, <see cref="SmtpHoldForParameter"/>).</summary>
    [Token("HOLDFOR")] HoldFor,

    /// <summary>MAIL: until when, by RFC 3339, the mail is to be held back (RFC 4865).</summary>
    [Token("HOLDUNTIL")] HoldUntil,

    /// <summary>MAIL: how urgent the mail is (RFC 6710, <see cref="SmtpPriorityParameter"/>).</summary>
    [Token("MT-PRIORITY")] Priority,

    /// <summary>MAIL: only servers that speak TLS may get the mail (RFC 8689).</summary>
    [Token("REQUIRETLS")] RequireTls,

    /// <summary>RCPT: since when the mailbox has to have had its owner (RFC 7293, <see cref="SmtpRecipientValidSinceParameter"/>).</summary>
    [Token("RRVS")] RecipientValidSince,

    /// <summary>MAIL: the content may be converted (RFC 4141).</summary>
    [Token("CONPERM")] ConversionPermitted,

    /// <summary>RCPT: the recipient's capabilities are asked for (RFC 4141).</summary>
    [Token("CONNEG")] ContentNegotiation,

    /// <summary>MAIL: what the mail solicits for (RFC 3865).</summary>
    [Token("SOLICIT")] Solicitation,

    /// <summary>MAIL: the transaction's number, for checkpoints (RFC 1845).</summary>
    [Token("TRANSID")] TransactionId,

    /// <summary>MAIL: how the mail may be traced (RFC 3885).</summary>
    [Token("MTRK")] MessageTracking,
}

/// <summary>How long the mail is (RFC 1870 section 6).</summary>
[Message("RFC 1870"), Tag(SmtpParameterKeyword.Size)]
public readonly partial record struct SmtpSizeParameter
{
    /// <summary>Bytes of the mail as it is sent, without doubled dots; an estimate.</summary>
    [Digits] public partial ulong Size { get; init; }
}

/// <summary>What bytes the mail has (RFC 6152 section 2, RFC 3030 section 3).</summary>
[Message("RFC 6152"), Tag(SmtpParameterKeyword.Body)]
public readonly ref partial struct SmtpBodyParameter
{
    /// <summary>What bytes.</summary>
    public partial Token<SmtpBodyType> Type { get; init; }
}

/// <summary>What bytes a mail has (RFC 6152, RFC 3030).</summary>
[Token(IgnoreCase = true)]
public enum SmtpBodyType : byte
{
    /// <summary>Lines of ASCII.</summary>
    [Token("7BIT")] SevenBit = 1,

    /// <summary>Lines of any bytes (RFC 6152).</summary>
    [Token("8BITMIME")] EightBitMime,

    /// <summary>Any bytes, sent with BDAT (RFC 3030).</summary>
    [Token("BINARYMIME")] BinaryMime,
}

/// <summary>How much of the mail goes back with a failure (RFC 3461 section 4.3).</summary>
[Message("RFC 3461"), Tag(SmtpParameterKeyword.Return)]
public readonly ref partial struct SmtpReturnParameter
{
    /// <summary>How much.</summary>
    public partial Token<SmtpReturnContent> Content { get; init; }
}

/// <summary>How much of a mail goes back with a failure (RFC 3461 section 4.3).</summary>
[Token(IgnoreCase = true)]
public enum SmtpReturnContent : byte
{
    /// <summary>All of it.</summary>
    [Token("FULL")] Full = 1,

    /// <summary>Its headers.</summary>
    [Token("HDRS")] Headers,
}

/// <summary>The sender's name for the transaction (RFC 3461 section 4.4).</summary>
[Message("RFC 3461"), Tag(SmtpParameterKeyword.EnvelopeId)]
public readonly ref partial struct SmtpEnvelopeIdParameter
{
    /// <summary>The name, at most 100 bytes.</summary>
    public partial XText Id { get; init; }
}

/// <summary>When the sender wants to be told of a recipient (RFC 3461 section 4.1).</summary>
[Message("RFC 3461"), Tag(SmtpParameterKeyword.Notify)]
public readonly ref partial struct SmtpNotifyParameter
{
    /// <summary>NEVER alone, or when.</summary>
    [Separated(",")] public partial MessageList<SmtpNotification> Conditions { get; init; }
}

/// <summary>One case in which the sender wants to be told (RFC 3461 section 4.1).</summary>
[Message("RFC 3461")]
public readonly ref partial struct SmtpNotification
{
    /// <summary>When.</summary>
    public partial Token<SmtpNotifyCondition> Condition { get; init; }
}

/// <summary>When a sender wants to be told of a recipient (RFC 3461 section 4.1).</summary>
[Token(IgnoreCase = true)]
public enum SmtpNotifyCondition : byte
{
    /// <summary>Whatever happens, not at all.</summary>
    [Token("NEVER")] Never = 1,

    /// <summary>When it is delivered.</summary>
    [Token("SUCCESS")] Success,

    /// <summary>When it cannot be delivered.</summary>
    [Token("FAILURE")] Failure,

    /// <summary>When it takes longer than usual.</summary>
    [Token("DELAY")] Delay,
}

/// <summary>Whom a mail was sent to at first (RFC 3461 section 4.2): <c>rfc822;bob@example.net</c>.</summary>
[Message("RFC 3461"), Tag(SmtpParameterKeyword.OriginalRecipient)]
public readonly ref partial struct SmtpOriginalRecipientParameter
{
    /// <summary>What kind of address: <c>rfc822</c>, <c>utf-8</c> (RFC 6533).</summary>
    [Terminated(";")] public partial ReadOnlySpan<byte> AddressType { get; init; }

    /// <summary>The address.</summary>
    public partial XText Address { get; init; }
}

/// <summary>Who submitted the mail (RFC 4954 section 5).</summary>
[Message("RFC 4954"), Tag(SmtpParameterKeyword.Authentication)]
public readonly ref partial struct SmtpAuthenticationParameter
{
    /// <summary>The mailbox; <c>&lt;></c> if that is not known or not to be trusted.</summary>
    public partial XText Mailbox { get; init; }

    /// <summary>Is it not known?</summary>
    public bool IsUnknown => Mailbox.Bytes is [(byte)'<', (byte)'>'];
}

/// <summary>When the mail is to be there (RFC 2852 section 4): <c>120;R</c>.</summary>
[Message("RFC 2852"), Tag(SmtpParameterKeyword.DeliverBy)]
public readonly ref partial struct SmtpDeliverByParameter
{
    /// <summary>In how many seconds.</summary>
    [Digits, Terminated(";")] public partial int Seconds { get; init; }

    /// <summary>What happens then, and whether relays are reported.</summary>
    public partial Token<SmtpDeliverByMode> Mode { get; init; }
}

/// <summary>What happens to a mail that is late (RFC 2852 section 4).</summary>
[Token(IgnoreCase = true)]
public enum SmtpDeliverByMode : byte
{
    /// <summary>It goes back.</summary>
    [Token("R")] Return = 1,

    /// <summary>The sender is told.</summary>
    [Token("N")] Notify,

    /// <summary>It goes back; and each relay that does not know of this is reported.</summary>
    [Token("RT")] ReturnAndTrace,

    /// <summary>The sender is told; and each relay that does not know of this is reported.</summary>
    [Token("NT")] NotifyAndTrace,
}

/// <summary>For how long the mail is to be held back (RFC 4865 section 4.1).</summary>
[Message("RFC 4865"), Tag(SmtpParameterKeyword.HoldFor)]
public readonly partial record struct SmtpHoldForParameter
{
    /// <summary>Seconds.</summary>
    [Digits] public partial uint Seconds { get; init; }
}

/// <summary>How urgent the mail is (RFC 6710 section 4).</summary>
[Message("RFC 6710"), Tag(SmtpParameterKeyword.Priority)]
public readonly partial record struct SmtpPriorityParameter
{
    /// <summary>-9 to 9; more is more urgent.</summary>
    [Digits] public partial sbyte Priority { get; init; }
}

/// <summary>Since when the mailbox has to have had its owner (RFC 7293 section 3.1): <c>2014-04-03T23:01:00Z;R</c>.</summary>
[Message("RFC 7293"), Tag(SmtpParameterKeyword.RecipientValidSince)]
public readonly ref partial struct SmtpRecipientValidSinceParameter
{
    /// <summary>The time as RFC 3339 writes it.</summary>
    [Terminated(";", Optional = true)] public partial ReadOnlySpan<byte> Time { get; init; }

    /// <summary>What is done by a relay that cannot pass this on: <c>C</c> goes on, <c>R</c> refuses.</summary>
    public partial ReadOnlySpan<byte> Otherwise { get; init; }
}
