using System.Buffers.Text;

namespace Codecs.Protocols;

/// <summary>
/// The rest of a command or response, behind a blank and up to the CRLF that ends it. A literal (RFC 9051 section 4.3) may contain CRLF: it announces its length at the end of a line, and what is behind it belongs to
/// the same command. All three forms are known: <c>{5}</c>, <c>{5+}</c> which is not waited for (RFC 7888), and <c>~{5}</c> of any bytes (RFC 3516).
/// </summary>
public readonly ref struct ImapText : ICodec<ImapText>
{
    private const byte Space = (byte)' ';

    private readonly bool _hasSpace;

    /// <summary>A text. A blank is put before it if it is not empty.</summary>
    public ImapText(ReadOnlySpan<byte> bytes)
    {
        Bytes = bytes;
        _hasSpace = !bytes.IsEmpty;
    }

    private ImapText(ReadOnlySpan<byte> bytes, bool hasSpace)
    {
        Bytes = bytes;
        _hasSpace = hasSpace;
    }

    /// <summary>The text without the blank before it, literals included.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>The values in the text.</summary>
    public ImapValues Values => new(Bytes);

    /// <summary>A text.</summary>
    public static implicit operator ImapText(ReadOnlySpan<byte> bytes) => new(bytes);

    /// <inheritdoc/>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out ImapText value)
    {
        value = default;
        var text = message[offset..];
        int start = text is [Space, ..] ? 1 : 0;
        if (start == 0 && !text.IsEmpty && text[0] is not (byte)'\r')
            return ParseResult.Invalid(ParseError.Syntax, 0, 0);
        int at = 0;
        while (true)
        {
            // What a literal holds announces nothing.
            int begin = at;
            int line = text[at..].IndexOf("\r\n"u8);
            if (line < 0)
                return ParseResult.NeedMore(text.Length + (text is [.., (byte)'\r'] ? 1 : 2), 0);
            at += line;
            if (!TryGetLiteral(text[begin..at], out long length))
            {
                value = new(text[start..at], start > 0);
                return ParseResult.Done(at);
            }
            if (length > int.MaxValue - at - 4)
                return ParseResult.Invalid(ParseError.Limit, 0, at);
            at += 2 + (int)length;
            if (text.Length < at + 2)
                return ParseResult.NeedMore(at + 2, 0);
        }
    }

    /// <summary>Does the text end with the announcement of a literal?</summary>
    internal static bool TryGetLiteral(ReadOnlySpan<byte> text, out long length)
    {
        length = 0;
        if (text is not [.., (byte)'}'] || text.LastIndexOf((byte)'{') is not (>= 0 and var open))
            return false;
        var digits = text[(open + 1)..^1];
        if (digits is [.., (byte)'+'])
            digits = digits[..^1];
        return !digits.IsEmpty && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9') && Utf8Parser.TryParse(digits, out length, out int read) && read == digits.Length;
    }

    /// <inheritdoc/>
    public int GetMaxSize() => Bytes.Length + (_hasSpace ? 1 : 0);

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        if (!IsOneText(Bytes))
            throw new InvalidOperationException("A text with a CRLF that is not within a literal would be two, and one that ends with the announcement of a literal goes on.");
        if (_hasSpace)
            message[offset++] = Space;
        Bytes.CopyTo(message[offset..]);
        return GetMaxSize();
    }

    /// <summary>The text.</summary>
    public override string ToString() => System.Text.Encoding.Latin1.GetString(Bytes);

    private static bool IsOneText(ReadOnlySpan<byte> text)
    {
        int at = 0;
        while (true)
        {
            int line = text[at..].IndexOf("\r\n"u8);
            int end = line < 0 ? text.Length : at + line;
            if (!TryGetLiteral(text[at..end], out long length))
                return line < 0;
            if (line < 0 || length > text.Length - end - 2)
                return false;
            at = end + 2 + (int)length;
        }
    }
}
