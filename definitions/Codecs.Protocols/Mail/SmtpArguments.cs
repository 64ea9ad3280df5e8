namespace Codecs.Protocols;

/// <summary>Who the client says it is: EHLO and HELO (RFC 5321 section 4.1.1.1), and LHLO (RFC 2033 section 4.1).</summary>
[Message("RFC 5321"), Tag(SmtpVerb.ExtendedHello, SmtpVerb.Hello, SmtpVerb.LocalHello)]
public readonly ref partial struct SmtpHello
{
    /// <summary>The client's name, or its address if it has none.</summary>
    [Terminated(" ", Optional = true)] public partial SmtpDomain Domain { get; init; }

    /// <summary>What some clients put behind it. RFC 5321 section 4.1.1 asks receivers to tolerate white space there.</summary>
    public partial ReadOnlySpan<byte> Rest { get; init; }
}

/// <summary>The reverse path of a mail (RFC 5321 section 4.1.1.2), to which its failures are reported: <c>FROM:&lt;alice@example.org> SIZE=5000</c>.</summary>
/// <remarks>A space behind the colon, which is wrong but common, is accepted, and not written.</remarks>
[Message("RFC 5321"), Tag(SmtpVerb.Mail, SmtpVerb.Send, SmtpVerb.SendOrMail, SmtpVerb.SendAndMail)]
public readonly ref partial struct SmtpMail
{
    [Const("FROM:", IgnoreCase = true)] private partial ReadOnlySpan<byte> Keyword { get; }

    [While(nameof(IsBlank)), Reserved] private partial ReadOnlySpan<byte> Space { get; }

    /// <summary>Where failures go; <see cref="SmtpPath.IsNull"/> if they are not to be reported.</summary>
    [Terminated(" ", Optional = true)] public partial SmtpPath Path { get; init; }

    /// <summary>What extensions ask for.</summary>
    [Separated(" ")] public partial MessageList<SmtpParameter> Parameters { get; init; }

    private static bool IsBlank(byte value) => value is (byte)' ' or (byte)'\t';
}

/// <summary>The forward path to a recipient (RFC 5321 section 4.1.1.3): <c>TO:&lt;bob@example.net> NOTIFY=NEVER</c>.</summary>
/// <remarks>A space behind the colon, which is wrong but common, is accepted, and not written.</remarks>
[Message("RFC 5321"), Tag(SmtpVerb.Recipient)]
public readonly ref partial struct SmtpRecipient
{
    [Const("TO:", IgnoreCase = true)] private partial ReadOnlySpan<byte> Keyword { get; }

    [While(nameof(IsBlank)), Reserved] private partial ReadOnlySpan<byte> Space { get; }

    /// <summary>The recipient.</summary>
    [Terminated(" ", Optional = true)] public partial SmtpPath Path { get; init; }

    /// <summary>What extensions ask for.</summary>
    [Separated(" ")] public partial MessageList<SmtpParameter> Parameters { get; init; }

    private static bool IsBlank(byte value) => value is (byte)' ' or (byte)'\t';
}

/// <summary>How the client authenticates (RFC 4954 section 4): <c>PLAIN AGFsaWNlAHNlY3JldA==</c>.</summary>
[Message("RFC 4954"), Tag(SmtpVerb.Authenticate)]
public readonly ref partial struct SmtpAuthentication
{
    /// <summary>The mechanism.</summary>
    [Terminated(" ", Optional = true)] public partial Token<SaslMechanism> Mechanism { get; init; }

    /// <summary>The client's first response in Base64, which saves a round trip; <c>=</c> if that is empty, nothing if the client waits for a challenge.</summary>
    public partial ReadOnlySpan<byte> InitialResponse { get; init; }

    /// <summary>Decodes the first response.</summary>
    /// <returns>False if there is none, if it is no Base64, or if the destination is too small.</returns>
    public bool TryDecode(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        return InitialResponse is [(byte)'='] || (!InitialResponse.IsEmpty && SaslResponse.TryDecode(InitialResponse, destination, out bytesWritten));
    }
}

/// <summary>A chunk of the mail (RFC 3030 section 2): so many bytes follow the line, whatever they are.</summary>
[Message("RFC 3030"), Tag(SmtpVerb.BinaryData)]
public readonly ref partial struct SmtpChunk
{
    /// <summary>Bytes of the chunk.</summary>
    [Digits, Terminated(" ", Optional = true)] public partial ulong Size { get; init; }

    /// <summary><see cref="SmtpChunkMark.Last"/>, or nothing.</summary>
    public partial Token<SmtpChunkMark> Mark { get; init; }

    /// <summary>Is the mail complete with this chunk?</summary>
    public bool IsLast => Mark is { IsKnown: true, Value: SmtpChunkMark.Last };
}

/// <summary>A chunk of the mail that the server is to fetch (RFC 4468 section 3).</summary>
[Message("RFC 4468"), Tag(SmtpVerb.BinaryUrl)]
public readonly ref partial struct SmtpUrlChunk
{
    /// <summary>Where from: an IMAP URL with authorization (RFC 4467).</summary>
    [Terminated(" ", Optional = true)] public partial ReadOnlySpan<byte> Url { get; init; }

    /// <summary><see cref="SmtpChunkMark.Last"/>, or nothing.</summary>
    public partial Token<SmtpChunkMark> Mark { get; init; }

    /// <summary>Is the mail complete with this chunk?</summary>
    public bool IsLast => Mark is { IsKnown: true, Value: SmtpChunkMark.Last };
}

/// <summary>What is said of a chunk (RFC 3030 section 2).</summary>
[Token(IgnoreCase = true)]
public enum SmtpChunkMark : byte
{
    /// <summary>The mail is complete with it.</summary>
    [Token("LAST")] Last = 1,
}

/// <summary>A string: a user or list to look up, a topic, a queue (RFC 5321 sections 4.1.1.6 to 4.1.1.9; RFC 1985; RFC 2645).</summary>
[Message("RFC 5321"), Tag(SmtpVerb.Verify, SmtpVerb.Expand, SmtpVerb.Help, SmtpVerb.NoOperation, SmtpVerb.ExtendedTurn, SmtpVerb.AuthenticatedTurn)]
public readonly ref partial struct SmtpText
{
    /// <summary>The string; it may be quoted, and may be missing where RFC 5321 allows that.</summary>
    public partial ReadOnlySpan<byte> Text { get; init; }
}
