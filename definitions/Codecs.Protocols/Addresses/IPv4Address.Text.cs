using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Codecs.Protocols;

// In text: four decimal numbers with dots.
public readonly partial record struct IPv4Address
    : IAddress<IPv4Address>, ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<IPv4Address>, IUtf8SpanParsable<IPv4Address>
{
    static int IAddress<IPv4Address>.MaxTextLength => 15;

    /// <summary>Parses four decimal numbers with dots. Other forms that some systems accept (fewer numbers, octal, hexadecimal, leading zeros) are refused: they do not mean the same everywhere (RFC 6943 section 3.1.1).</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out IPv4Address address)
    {
        address = default;
        uint value = 0;
        int at = 0;
        for (int part = 0; part < 4; part++)
        {
            if (part > 0 && (at >= utf8Text.Length || utf8Text[at++] != '.'))
                return false;
            int start = at;
            uint number = 0;
            for (; at < utf8Text.Length && at < start + 3 && char.IsAsciiDigit((char)utf8Text[at]); at++)
                number = number * 10 + utf8Text[at] - '0';
            if (at == start || number > 255 || (utf8Text[start] == '0' && at > start + 1))
                return false;
            value = value << 8 | number;
        }
        if (at != utf8Text.Length)
            return false;
        address = new(value);
        return true;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, out IPv4Address)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out IPv4Address address) => AddressText.TryParse(text, out address);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, out IPv4Address)"/>
    public static bool TryParse([NotNullWhen(true)] string? text, out IPv4Address address) => AddressText.TryParse(text, out address);

    /// <summary>Parses four decimal numbers with dots.</summary>
    /// <exception cref="FormatException">The text is no IPv4 address.</exception>
    public static IPv4Address Parse(string text, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return AddressText.Parse<IPv4Address>(text.AsSpan());
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static IPv4Address Parse(ReadOnlySpan<char> text, IFormatProvider? provider = null) => AddressText.Parse<IPv4Address>(text);

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static IPv4Address Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider = null) => AddressText.Parse<IPv4Address>(utf8Text);

    /// <summary>Four decimal numbers with dots.</summary>
    public override string ToString() => AddressText.ToString(in this);

    /// <summary>Writes four decimal numbers with dots: at most 15 characters.</summary>
    /// <returns>False if the destination is too small.</returns>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        AddressText.TryFormat(in this, destination, out charsWritten, format);

    /// <inheritdoc cref="TryFormat(Span{char}, out int, ReadOnlySpan{char}, IFormatProvider?)"/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        AddressText.TryFormat(in this, utf8Destination, out bytesWritten, format);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => AddressText.ToString(in this, format);

    static bool IParsable<IPv4Address>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out IPv4Address result) => AddressText.TryParse(s, out result);

    static bool ISpanParsable<IPv4Address>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out IPv4Address result) => AddressText.TryParse(s, out result);

    static bool IUtf8SpanParsable<IPv4Address>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out IPv4Address result) => TryParse(utf8Text, out result);

    int IAddress<IPv4Address>.Format(Span<byte> ascii) => Format(ascii);

    internal int Format(Span<byte> ascii)
    {
        int length = 0;
        for (int shift = 24; shift >= 0; shift -= 8)
        {
            ((byte)(Value >> shift)).TryFormat(ascii[length..], out int digits, default, CultureInfo.InvariantCulture);
            length += digits;
            if (shift > 0)
                ascii[length++] = (byte)'.';
        }
        return length;
    }
}
