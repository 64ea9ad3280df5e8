using System.Globalization;
using System.Runtime.CompilerServices;

namespace Codecs.Protocols;

/// <summary>What an FTP server answers (RFC 959 section 4.2): one line; or several, from the code with a hyphen to the same code with a space, with anything between them.</summary>
/// <example><code>output.Write(new FtpReply { Lines = new ListBuilder&lt;FtpReplyLine> { new() { Code = FtpReplyCode.CommandOkay, Text = "Noop ok"u8 } } });</code></example>
/// <remarks>
/// A first line without a code is a reply by itself, with the code 0. A line between first and last that would be taken for the last one cannot be written: RFC 959 asks to put a space
/// before it.
/// </remarks>
[Message("RFC 959")]
public readonly ref partial struct FtpReply
{
    /// <summary>The lines.</summary>
    [Until(nameof(Ends))] public partial MessageList<FtpReplyLine> Lines { get; init; }

    /// <summary>What became of the command; 0 if the server does not say it.</summary>
    public FtpReplyCode Code => Lines.First.Code;

    /// <summary>Will another reply to the same command follow (RFC 959 section 4.2.1)?</summary>
    public bool IsPreliminary => (ushort)Code / 100 == 1;

    private static bool Ends(scoped in FtpReplyLine first, scoped in FtpReplyLine line) =>
        first.Code == default || !first.Mark.IsMore || (line.Code == first.Code && !line.Mark.IsMore && (!line.Mark.IsNone || line.Text.IsEmpty));
}

/// <summary>A line of a reply (RFC 959 section 4.2): <c>211-Features:</c>, or a line between first and last, which may have any form.</summary>
/// <remarks>
/// Only CRLF ends a line: one with a bare LF is invalid, and cannot be written. A bare CR, NUL, bytes above 127 and Telnet commands are part of the text. Three digits are a code also where the space behind them is missing; only, such a
/// line ends no reply of several lines.
/// </remarks>
[Message("RFC 959"), Terminated("\r\n", Except = "\n"), Limit(16384)]
public readonly ref partial struct FtpReplyLine
{
    private partial FtpReplyPrefix Prefix { get; init; }

    /// <summary>What is said, or the whole line if it has no code.</summary>
    [Case<FtpPassiveText>, Case<FtpExtendedPassiveText>, Case<FtpPathnameText>] public partial ReadOnlySpan<byte> Text { get; init; }

    /// <summary>What became of the command; 0 if the line does not begin with a code.</summary>
    [TagOf(nameof(Text))]
    public FtpReplyCode Code
    {
        get => Prefix.Code;
        init => Prefix = new(value, Prefix.Mark);
    }

    /// <summary>Do other lines follow? Of meaning only behind a code.</summary>
    public ReplyMark Mark
    {
        get => Prefix.Mark;
        init => Prefix = new(Prefix.Code, value);
    }
}

/// <summary>The code at the beginning of a line and what stands behind it (RFC 959 section 4.2); or nothing, where a line begins otherwise.</summary>
/// <param name="Code">1 to 999; 0 for none.</param>
/// <param name="Mark">What stands behind it.</param>
public readonly record struct FtpReplyPrefix(FtpReplyCode Code, ReplyMark Mark) : ICodec<FtpReplyPrefix>
{
    private const int Digits = 3;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out FtpReplyPrefix value)
    {
        value = default;
        var text = message[offset..];
        if (text.Length < Digits)
            return ParseResult.Done(0);
        uint hundreds = text[0] - (uint)'0', tens = text[1] - (uint)'0', ones = text[2] - (uint)'0';
        uint code = hundreds * 100 + tens * 10 + ones;
        if (hundreds > 9 || tens > 9 || ones > 9 || code == 0)
            return ParseResult.Done(0);
        // Not strictly: a line between first and last may have any form.
        var mark = ReplyMark.TryParse(text, Digits, default, out var found);
        value = new((FtpReplyCode)code, found);
        return ParseResult.Done(Digits + mark.BytesConsumed);
    }

    /// <inheritdoc/>
    public int GetMaxSize() => Code == default ? 0 : Digits + Mark.GetMaxSize();

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        if (Code == default)
            return 0;
        if (!((ushort)Code).TryFormat(message[offset..], out int length, "D3", CultureInfo.InvariantCulture) || length != Digits)
            throw new InvalidOperationException($"{(ushort)Code} has more than three digits.");
        return Digits + Mark.Write(message, offset + Digits, context);
    }
}
