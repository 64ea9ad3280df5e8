using System.Diagnostics.CodeAnalysis;

namespace Codecs.Protocols;

// In text: six pairs of hexadecimal digits with colons, and what else is customary when read.
public readonly partial record struct MacAddress
    : IAddress<MacAddress>, ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<MacAddress>, IUtf8SpanParsable<MacAddress>
{
    static int IAddress<MacAddress>.MaxTextLength => 17;

    /// <summary>Parses 00:11:22:aa:bb:cc, 00-11-22-AA-BB-CC, 0011.22aa.bbcc or 001122aabbcc, in either case.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out MacAddress address)
    {
        address = default;
        (int digits, byte separator) = utf8Text.Length switch
        {
            17 when utf8Text[2] is (byte)':' or (byte)'-' => (2, utf8Text[2]),
            14 => (4, (byte)'.'),
            12 => (12, default),
            _ => default,
        };
        if (digits == 0)
            return false;
        ulong value = 0;
        for (int i = 0; i < utf8Text.Length; i++)
        {
            if (i % (digits + 1) == digits)
            {
                if (utf8Text[i] != separator)
                    return false;
            }
            else
            {
                if (!AddressText.TryHexDigit(utf8Text[i], out uint digit))
                    return false;
                value = value << 4 | digit;
            }
        }
        address = new(value);
        return true;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, out MacAddress)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out MacAddress address) => AddressText.TryParse(text, out address);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, out MacAddress)"/>
    public static bool TryParse([NotNullWhen(true)] string? text, out MacAddress address) => AddressText.TryParse(text, out address);

    /// <summary>Parses 00:11:22:aa:bb:cc, 00-11-22-AA-BB-CC, 0011.22aa.bbcc or 001122aabbcc, in either case.</summary>
    /// <exception cref="FormatException">The text is no MAC address.</exception>
    public static MacAddress Parse(string text, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return AddressText.Parse<MacAddress>(text.AsSpan());
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static MacAddress Parse(ReadOnlySpan<char> text, IFormatProvider? provider = null) => AddressText.Parse<MacAddress>(text);

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static MacAddress Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider = null) => AddressText.Parse<MacAddress>(utf8Text);

    /// <summary>Six pairs of hexadecimal digits in lower case, with colons.</summary>
    public override string ToString() => AddressText.ToString(in this);

    /// <summary>Writes six pairs of hexadecimal digits in lower case, with colons: 17 characters.</summary>
    /// <returns>False if the destination is too small.</returns>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        AddressText.TryFormat(in this, destination, out charsWritten, format);

    /// <inheritdoc cref="TryFormat(Span{char}, out int, ReadOnlySpan{char}, IFormatProvider?)"/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        AddressText.TryFormat(in this, utf8Destination, out bytesWritten, format);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => AddressText.ToString(in this, format);

    static bool IParsable<MacAddress>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MacAddress result) => AddressText.TryParse(s, out result);

    static bool ISpanParsable<MacAddress>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out MacAddress result) => AddressText.TryParse(s, out result);

    static bool IUtf8SpanParsable<MacAddress>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out MacAddress result) => TryParse(utf8Text, out result);

    int IAddress<MacAddress>.Format(Span<byte> ascii)
    {
        var hex = "0123456789abcdef"u8;
        int length = 0;
        for (int shift = 40; shift >= 0; shift -= 8)
        {
            byte part = (byte)(Value >> shift);
            ascii[length++] = hex[part >> 4];
            ascii[length++] = hex[part & 0xF];
            if (shift > 0)
                ascii[length++] = (byte)':';
        }
        return length;
    }
}
