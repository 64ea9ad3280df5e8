using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace Codecs.Protocols;

// In text: labels with dots, all names absolute, and escapes where a label has an octet that means something (RFC 1035 section 5.1, RFC 4343 section 2.1).
public readonly ref partial struct DnsName
{
    /// <summary>Longest text of a name: 250 octets in four labels, all of them escaped, and four dots.</summary>
    public const int MaxTextLength = 250 * DnsEscape.MaxSize + 4;

    /// <summary>
    /// A name from its text, with or without the last dot. The text is kept and must live as long as the name; one with escapes is
    /// encoded on the heap (<see cref="TryParseText(ReadOnlySpan{byte}, Span{byte}, out DnsName)"/> does that in memory of yours).
    /// </summary>
    /// <exception cref="FormatException">The text is no name: a label is empty or too long, or all of it is.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator DnsName(ReadOnlySpan<byte> utf8Text)
    {
        ulong shape = ShapeOfShort(utf8Text);
        // As long as it is uncompressed, but for the first length and the root: without the last dot.
        return shape != NoShape ? new(utf8Text[..((byte)(shape >> 32) - 1)], shape) : FromOtherText(utf8Text);
    }

    /// <summary>A name from its text, encoded on the heap: for names that are kept.</summary>
    /// <param name="text">The text, with or without the last dot. Characters that are not ASCII are labels in UTF-8, as in multicast DNS; there is no IDNA.</param>
    /// <exception cref="FormatException">The text is no name.</exception>
    public static DnsName FromText(ReadOnlySpan<char> text) =>
        TryParseText(text, new byte[MaxLength], out var name) ? name : throw new FormatException($"'{text}' is no domain name.");

    /// <summary>Reads a name from its text into memory of the caller.</summary>
    /// <param name="utf8Text">The text, with or without the last dot.</param>
    /// <param name="scratch">Where the encoded name goes: at least <see cref="MaxLength"/> bytes, which must live as long as the name.</param>
    /// <param name="name">The name.</param>
    /// <returns>False if the text is no name: a label is empty or too long, all of it is, or an escape is wrong.</returns>
    /// <exception cref="ArgumentException">The scratch memory is too small.</exception>
    public static bool TryParseText(ReadOnlySpan<byte> utf8Text, Span<byte> scratch, out DnsName name)
    {
        ThrowIfSmall(scratch);
        return TryEncode(utf8Text, scratch, out name);
    }

    /// <summary>Reads a name from its text into memory of the caller.</summary>
    /// <param name="text">The text, with or without the last dot. Characters that are not ASCII are labels in UTF-8, as in multicast DNS; there is no IDNA.</param>
    /// <param name="scratch">Where the encoded name goes: at least <see cref="MaxLength"/> bytes, which must live as long as the name.</param>
    /// <param name="name">The name.</param>
    /// <returns>False if the text is no name.</returns>
    /// <exception cref="ArgumentException">The scratch memory is too small.</exception>
    public static bool TryParseText(ReadOnlySpan<char> text, Span<byte> scratch, out DnsName name)
    {
        ThrowIfSmall(scratch);
        name = default;
        Span<byte> utf8Text = stackalloc byte[MaxTextLength];
        return Utf8.FromUtf16(text, utf8Text, out _, out int length, replaceInvalidSequences: false) == OperationStatus.Done
            && TryEncode(utf8Text[..length], scratch, out name);
    }

    /// <summary>The text, with the last dot. What is not printable ASCII is \DDD.</summary>
    public override string ToString()
    {
        Span<byte> text = stackalloc byte[MaxTextLength];
        TryFormat(text, out int length);
        return Encoding.ASCII.GetString(text[..length]);
    }

    /// <summary>Writes the text, with the last dot: at most <see cref="MaxTextLength"/> characters. What is not printable ASCII is \DDD.</summary>
    /// <returns>False if the destination is too small.</returns>
    public bool TryFormat(Span<char> destination, out int charsWritten)
    {
        Span<byte> text = stackalloc byte[MaxTextLength];
        TryFormat(text, out int length);
        charsWritten = 0;
        return length <= destination.Length && Ascii.ToUtf16(text[..length], destination, out charsWritten) == OperationStatus.Done;
    }

    /// <inheritdoc cref="TryFormat(Span{char}, out int)"/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten)
    {
        int written = 0;
        bytesWritten = 0;
        foreach (var label in this)
        {
            if (!DnsEscape.TryFormatLabel(label, utf8Destination[written..], out int length) || !TryAppendDot(utf8Destination, written += length))
                return false;
            written++;
        }
        if (IsRoot && !TryAppendDot(utf8Destination, written++))
            return false;
        bytesWritten = written;
        return true;

        static bool TryAppendDot(Span<byte> destination, int at)
        {
            if (at >= destination.Length)
                return false;
            destination[at] = (byte)'.';
            return true;
        }
    }

    static bool IPresentable<DnsName>.TryFormat(scoped in DnsName value, Span<byte> utf8Destination, out int bytesWritten) =>
        value.TryFormat(utf8Destination, out bytesWritten);

    static ParseResult IPresentable<DnsName>.TryParseText(ReadOnlySpan<byte> utf8Text, scoped ref Span<byte> scratch, out DnsName value) =>
        TryReadText(utf8Text, ref scratch, out value);

    /// <summary>Reads a name that is the next word of a text.</summary>
    internal static ParseResult TryReadText(ReadOnlySpan<byte> utf8Text, scoped ref Span<byte> scratch, out DnsName name)
    {
        name = default;
        int used = DnsToken.Read(utf8Text, out var token);
        if (used < 0)
            return ParseResult.Invalid(ParseError.Syntax, 0, 0);
        if (!TryEncode(token.Text, scratch, out name))
            return ParseResult.Invalid(scratch.Length < MaxLength ? ParseError.Limit : ParseError.Syntax, 0, DnsToken.SkipBlanks(utf8Text));
        scratch = scratch[name.Length..];
        return ParseResult.Done(used);
    }

    // False if it is no name, or has no room.
    private static bool TryEncode(scoped ReadOnlySpan<byte> text, Span<byte> destination, out DnsName name)
    {
        name = default;
        if (text.IsEmpty)
            return false;
        if (text is [(byte)'.'])
            text = default;
        var encoded = destination[..Math.Min(destination.Length, MaxLength)];
        int written = 0, labels = 0;
        for (; !text.IsEmpty; labels++)
        {
            if (written == encoded.Length || !TryEncodeLabel(ref text, encoded[(written + 1)..], out int length))
                return false;
            encoded[written] = (byte)length;
            written += length + 1;
        }
        if (written == encoded.Length)
            return false;
        encoded[written] = 0;
        name = new(encoded, 0, written + 1, labels);
        return true;
    }

    // Takes a label and the dot after it from the text.
    private static bool TryEncodeLabel(ref ReadOnlySpan<byte> text, Span<byte> destination, out int length)
    {
        length = 0;
        while (!text.IsEmpty)
        {
            int plain = text.IndexOfAny((byte)'.', (byte)'\\') is var special and >= 0 ? special : text.Length;
            if (!text[..plain].TryCopyTo(destination[length..]))
                return false;
            length += plain;
            text = text[plain..];
            if (text is not [(byte)'\\', ..])
                break;
            int used = DnsEscape.Read(text, out byte octet);
            if (used == 0 || length == destination.Length)
                return false;
            destination[length++] = octet;
            text = text[used..];
        }
        if (!text.IsEmpty)
            text = text[1..];
        return length is > 0 and <= MaxLabelLength;
    }

    // Octets of a text whose dots, and the two ends, are bits of a word.
    private const int MaxShortText = 62;

    // What is to be known of a name of few octets and without escapes; NoShape for others.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong ShapeOfShort(ReadOnlySpan<byte> utf8Text)
    {
        int length = utf8Text.Length;
        if (length > 0 && utf8Text[length - 1] == (byte)'.')
            length--;
        if (length is 0 or > MaxShortText)
            return NoShape;
        ulong dots, escapes;
        if (length < OctetMask.MaxLength)
        {
            var text = OctetMask.Load(utf8Text[..length]);
            dots = OctetMask.Of(text, (byte)'.');
            escapes = OctetMask.Of(text, (byte)'\\');
        }
        else
        {
            var (first, last) = OctetMask.LoadEnds(utf8Text[..length]);
            dots = OctetMask.Of(first, last, length, (byte)'.');
            escapes = OctetMask.Of(first, last, length, (byte)'\\');
        }
        // No label is empty: no dot is at an end, or next to another.
        ulong ends = dots << 1 | 1 | 1UL << (length + 1);
        return (ends & ends << 1) == 0 && escapes == 0
            ? ShapeOf(0, length + 2, BitOperations.PopCount(dots) + 1, head: 0, Form.Text, pointer: 0)
            : NoShape;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static DnsName FromOtherText(ReadOnlySpan<byte> utf8Text)
    {
        if (utf8Text is [(byte)'.'])
            return default;
        var text = utf8Text is [.., (byte)'.'] ? utf8Text[..^1] : utf8Text;
        if (utf8Text.Contains((byte)'\\'))
            return TryEncode(utf8Text, new byte[MaxLength], out var encoded) ? encoded : throw NoName(utf8Text);
        bool isName = text.Length <= MaxLength - 2;
        int labels = 1;
        for (var rest = text; ; labels++)
        {
            int length = rest.IndexOf((byte)'.') is var dot and >= 0 ? dot : rest.Length;
            isName &= length is > 0 and <= MaxLabelLength;
            if (length == rest.Length)
                return isName ? new(text, 0, text.Length + 2, labels, form: Form.Text) : throw NoName(utf8Text);
            rest = rest[(length + 1)..];
        }
    }

    private static void ThrowIfSmall(Span<byte> scratch)
    {
        if (scratch.Length < MaxLength)
            throw new ArgumentException($"{MaxLength} bytes are needed.", nameof(scratch));
    }

    private static FormatException NoName(ReadOnlySpan<byte> utf8Text) => new($"'{Encoding.UTF8.GetString(utf8Text)}' is no domain name.");
}
