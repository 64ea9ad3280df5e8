using System.Buffers;

namespace Codecs.Protocols;

/// <summary>
/// A word of a record in presentation format (RFC 1035 section 5.1): what stands between blanks, or between quotes. Parentheses, ends of
/// lines and comments count as blanks; where a record ends <see cref="FindEndOfRecord"/> finds out beforehand.
/// </summary>
public readonly ref struct DnsToken
{
    private const byte Quote = (byte)'"';
    private const byte Escape = (byte)'\\';
    private static readonly SearchValues<byte> s_blanks = SearchValues.Create(" \t\r\n()"u8);
    private static readonly SearchValues<byte> s_delimiters = SearchValues.Create(" \t\r\n();\"\\"u8);

    private DnsToken(ReadOnlySpan<byte> text, bool isQuoted)
    {
        Text = text;
        IsQuoted = isQuoted;
    }

    /// <summary>The word without its quotes, with its escapes.</summary>
    public ReadOnlySpan<byte> Text { get; }

    /// <summary>Stands it between quotes?</summary>
    public bool IsQuoted { get; }

    /// <summary>Reads the next word of a text.</summary>
    /// <param name="utf8Text">The text.</param>
    /// <param name="token">The word.</param>
    /// <returns>The bytes of the text up to the end of the word; -1 if there is no further word, or if a quote or an escape is left open.</returns>
    public static int Read(ReadOnlySpan<byte> utf8Text, out DnsToken token)
    {
        token = default;
        int start = SkipBlanks(utf8Text);
        if (start == utf8Text.Length)
            return -1;
        int end = start;
        if (utf8Text[start] == Quote)
        {
            end = EndOfQuoted(utf8Text, start);
            if (end >= 0)
                token = new(utf8Text[(start + 1)..(end - 1)], isQuoted: true);
            return end;
        }
        while (true)
        {
            int length = utf8Text[end..].IndexOfAny(s_delimiters);
            end = length < 0 ? utf8Text.Length : end + length;
            if (end == utf8Text.Length)
                break;
            if (utf8Text[end] == Escape)
            {
                end += 2;
                if (end > utf8Text.Length)
                    return -1;
            }
            else if (utf8Text[end] == Quote && end > start && utf8Text[end - 1] == '=')
            {
                // RFC 9460 section 2.1: key="value" is one word.
                end = EndOfQuoted(utf8Text, end);
                if (end < 0)
                    return -1;
            }
            else
            {
                break;
            }
        }
        token = new(utf8Text[start..end], isQuoted: false);
        return end;
    }

    /// <summary>Finds where a record ends: at the end of a line, unless it is between parentheses.</summary>
    /// <param name="utf8Text">Text from a zone file.</param>
    /// <returns>The bytes before the end of the line, or of the text; -1 if a quote or a parenthesis is left open, or was never opened.</returns>
    public static int FindEndOfRecord(ReadOnlySpan<byte> utf8Text)
    {
        int depth = 0;
        for (int at = 0; at < utf8Text.Length; at++)
        {
            switch (utf8Text[at])
            {
                case (byte)'\n' when depth == 0:
                    return at;
                case (byte)'(':
                    depth++;
                    break;
                case (byte)')' when --depth < 0:
                    return -1;
                case Escape:
                    at++;
                    break;
                case Quote:
                    at = EndOfQuoted(utf8Text, at) - 1;
                    if (at < 0)
                        return -1;
                    break;
                case (byte)';':
                    int comment = utf8Text[at..].IndexOf((byte)'\n');
                    if (comment < 0)
                        return depth == 0 ? utf8Text.Length : -1;
                    at += comment - 1;
                    break;
            }
        }
        return depth == 0 ? utf8Text.Length : -1;
    }

    /// <summary>Does no further word follow?</summary>
    public static bool IsEnd(ReadOnlySpan<byte> utf8Text) => SkipBlanks(utf8Text) == utf8Text.Length;

    /// <summary>The octets that the word stands for: escapes are resolved.</summary>
    /// <param name="destination">Where they go; as long as <see cref="Text"/> is always enough.</param>
    /// <param name="bytesWritten">How many they are.</param>
    /// <returns>False if an escape is wrong, or the destination too small.</returns>
    public bool TryUnescape(Span<byte> destination, out int bytesWritten) => DnsEscape.TryUnescape(Text, destination, out bytesWritten);

    /// <summary>Is it this word, without escapes, whatever the case of its letters?</summary>
    internal bool Is(ReadOnlySpan<byte> word) => LetterCase.AreEqual(Text, word);

    /// <summary>The bytes before the next word, or all of them.</summary>
    internal static int SkipBlanks(ReadOnlySpan<byte> utf8Text)
    {
        int at = 0;
        while (at < utf8Text.Length)
        {
            int blanks = utf8Text[at..].IndexOfAnyExcept(s_blanks);
            if (blanks < 0)
                return utf8Text.Length;
            at += blanks;
            if (utf8Text[at] != ';')
                break;
            int comment = utf8Text[at..].IndexOf((byte)'\n');
            at = comment < 0 ? utf8Text.Length : at + comment;
        }
        return at;
    }

    /// <summary>Where a quoted word ends, after the second quote; -1 if it does not.</summary>
    internal static int EndOfQuoted(ReadOnlySpan<byte> utf8Text, int start)
    {
        for (int at = start + 1; at < utf8Text.Length; at++)
        {
            int length = utf8Text[at..].IndexOfAny(Quote, Escape);
            if (length < 0)
                return -1;
            at += length;
            if (utf8Text[at] == Quote)
                return at + 1;
            at++;
        }
        return -1;
    }
}
