using System.Buffers;
using System.Text;

namespace Codecs.Protocols;

/// <summary>Text in which every byte that is no visible ASCII, and <c>+</c> and <c>=</c>, are written as <c>+</c> and two hexadecimal digits (RFC 3461 section 4).</summary>
/// <remarks>It extends to the end of what encloses it, which must be nothing but such text.</remarks>
public readonly ref struct XText : ICodec<XText>
{
    private static readonly SearchValues<byte> s_plain = SearchValues.Create(
        "!\"#$%&'()*,-./0123456789:;<>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"u8);

    /// <summary>Text that is encoded already; see <see cref="TryEncode"/>.</summary>
    public XText(ReadOnlySpan<byte> bytes) => Bytes = bytes;

    /// <summary>The text as it is on the wire.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    static bool ICodec<XText>.IsWhole => true;

    /// <summary>Text that is encoded already.</summary>
    public static implicit operator XText(ReadOnlySpan<byte> bytes) => new(bytes);

    /// <summary>Encodes text: at most three times as many bytes.</summary>
    /// <returns>False if the destination is too small.</returns>
    public static bool TryEncode(ReadOnlySpan<byte> text, Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        foreach (byte value in text)
        {
            bool isPlain = s_plain.Contains(value);
            if (destination.Length - bytesWritten < (isPlain ? 1 : 3))
                return false;
            destination[bytesWritten++] = isPlain ? value : (byte)'+';
            if (isPlain)
                continue;
            destination[bytesWritten++] = Digit(value >> 4);
            destination[bytesWritten++] = Digit(value & 0xF);
        }
        return true;
    }

    /// <summary>Decodes the text: at most as many bytes.</summary>
    /// <returns>False if it is not encoded so, or the destination is too small.</returns>
    public bool TryDecode(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        for (int at = 0; at < Bytes.Length; at++)
        {
            byte value = Bytes[at];
            if (value == '+')
            {
                if (Bytes.Length - at < 3 || !IsEscape(Bytes[at + 1], Bytes[at + 2]))
                    return false;
                value = (byte)(Value(Bytes[++at]) << 4 | Value(Bytes[++at]));
            }
            if (bytesWritten == destination.Length)
                return false;
            destination[bytesWritten++] = value;
        }
        return true;
    }

    /// <inheritdoc/>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out XText value)
    {
        value = default;
        var text = message[offset..];
        int fault = FindFault(text);
        if (fault >= 0)
            return ParseResult.Invalid(ParseError.Syntax, 0, fault);
        value = new(text);
        return ParseResult.Done(text.Length);
    }

    /// <inheritdoc/>
    public int GetMaxSize() => Bytes.Length;

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        if (FindFault(Bytes) >= 0)
            throw new InvalidOperationException("The text is not encoded as xtext.");
        Bytes.CopyTo(message[offset..]);
        return Bytes.Length;
    }

    /// <summary>The text as it is on the wire.</summary>
    public override string ToString() => Encoding.Latin1.GetString(Bytes);

    // "<>" of AUTH= is no exception: RFC 4954 allows it unencoded, and so does this.
    private static int FindFault(ReadOnlySpan<byte> text)
    {
        for (int at = 0; at < text.Length;)
        {
            int plain = text[at..].IndexOfAnyExcept(s_plain);
            if (plain < 0)
                return -1;
            at += plain;
            if (text[at] != '+' || text.Length - at < 3 || !IsEscape(text[at + 1], text[at + 2]))
                return at;
            at += 3;
        }
        return -1;
    }

    // Capital letters only.
    private static bool IsEscape(byte high, byte low) => IsDigit(high) && IsDigit(low);

    private static bool IsDigit(byte value) => value is >= (byte)'0' and <= (byte)'9' or >= (byte)'A' and <= (byte)'F';

    private static int Value(byte digit) => digit <= '9' ? digit - '0' : digit - 'A' + 10;

    private static byte Digit(int value) => (byte)(value < 10 ? '0' + value : 'A' + value - 10);
}
