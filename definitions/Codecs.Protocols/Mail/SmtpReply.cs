namespace Codecs.Protocols;

/// <summary>What a mail server answers (RFC 5321 section 4.2): one line or several, each with the code, and with a hyphen behind it if another one follows.</summary>
/// <example><code>output.Write(new SmtpReply { Lines = new ListBuilder&lt;SmtpReplyLine> { new() { Code = SmtpReplyCode.Ok, Status = new(2, 1, 5), Text = "Recipient ok"u8 } } });</code></example>
/// <remarks>A list of which a line before the last says that it is the last, or the last that it is not, cannot be written. Whether all lines have one code is not checked: <see cref="HasOneCode"/>.</remarks>
[Message("RFC 5321")]
public readonly ref partial struct SmtpReply
{
    /// <summary>The lines, of which the last has no hyphen.</summary>
    [Until(nameof(SmtpReplyLine.IsLast))] public partial MessageList<SmtpReplyLine> Lines { get; init; }

    /// <summary>What the reply means: the code of its first line.</summary>
    public SmtpReplyCode Code => Lines.First.Code;

    /// <summary>Have all lines the same code, as they must (RFC 5321 section 4.2.1)?</summary>
    public bool HasOneCode
    {
        get
        {
            var code = Code;
            foreach (var line in Lines)
            {
                if (line.Code != code)
                    return false;
            }
            return true;
        }
    }
}

/// <summary>A line of a reply (RFC 5321 section 4.2.1): <c>250 2.1.5 Recipient ok</c>.</summary>
/// <remarks>
/// Only CRLF ends a line: one with a bare CR, a bare LF or a NUL is invalid, and cannot be written. Bytes above 127 are part of the text. What does not begin with three digits is no reply.
/// RFC 5321 allows 512 bytes; as much as a line of the client may have is accepted, for challenges are as long as responses (RFC 4954 section 4).
/// </remarks>
[Message("RFC 5321"), Terminated("\r\n", Except = "\r\n\0"), Limit(12288)]
public readonly ref partial struct SmtpReplyLine
{
    /// <summary>What became of the command.</summary>
    [Digits(3)] public required partial SmtpReplyCode Code { get; init; }

    /// <summary>Does another line follow?</summary>
    public partial ReplyMark Mark { get; init; }

    /// <summary>The same in more detail; the default if the server does not say it.</summary>
    [Argument(nameof(Code))] public partial EnhancedStatus Status { get; init; }

    /// <summary>Words for people; a challenge in Base64 behind 334; the server's name behind 220, 221, 250 and 421 to some commands.</summary>
    public partial ReadOnlySpan<byte> Text { get; init; }

    /// <summary>Is it the last line of its reply?</summary>
    public bool IsLast => !Mark.IsMore;
}
