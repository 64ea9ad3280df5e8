using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Codecs.Protocols;

// In text: as RFC 4291 section 2.2 allows it when read, as RFC 5952 recommends it when written.
public readonly partial record struct IPv6Address
    : IAddress<IPv6Address>, ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<IPv6Address>, IUtf8SpanParsable<IPv6Address>
{
    private const int Groups = 8;

    // Six full groups and an IPv4 address.
    static int IAddress<IPv6Address>.MaxTextLength => 45;

    /// <summary>Parses any of the forms of RFC 4291 section 2.2. A zone, a prefix length, brackets and blanks are not part of an address.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out IPv6Address address)
    {
        address = default;
        UInt128 value = 0;
        int groups = 0;
        int gap = -1;   // the groups before "::"
        int at = 0;
        if (utf8Text.StartsWith("::"u8))
        {
            gap = 0;
            at = 2;
        }
        while (at < utf8Text.Length)
        {
            if (groups == Groups)
                return false;
            uint group = 0;
            int start = at;
            for (; at < utf8Text.Length && at < start + 4 && AddressText.TryHexDigit(utf8Text[at], out uint digit); at++)
                group = group << 4 | digit;
            if (at == start)
                return false;
            if (at < utf8Text.Length && utf8Text[at] == '.')
            {
                if (groups > Groups - 2 || !IPv4Address.TryParse(utf8Text[start..], out var last))
                    return false;
                value = value << 32 | last.Value;
                groups += 2;
                break;
            }
            value = value << 16 | group;
            groups++;
            if (at == utf8Text.Length)
                break;
            if (utf8Text[at++] != ':' || at == utf8Text.Length)
                return false;
            if (utf8Text[at] != ':')
                continue;
            if (gap >= 0)
                return false;
            gap = groups;
            at++;
        }
        // "::" stands for at least one group.
        if (gap < 0 ? groups != Groups : groups == Groups)
            return false;
        if (gap > 0)
        {
            int after = 16 * (groups - gap);
            value = value >> after << (16 * (Groups - gap)) | value & ((UInt128.One << after) - 1);
        }
        address = new(value);
        return true;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, out IPv6Address)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out IPv6Address address) => AddressText.TryParse(text, out address);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, out IPv6Address)"/>
    public static bool TryParse([NotNullWhen(true)] string? text, out IPv6Address address) => AddressText.TryParse(text, out address);

    /// <summary>Parses any of the forms of RFC 4291 section 2.2.</summary>
    /// <exception cref="FormatException">The text is no IPv6 address.</exception>
    public static IPv6Address Parse(string text, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return AddressText.Parse<IPv6Address>(text.AsSpan());
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static IPv6Address Parse(ReadOnlySpan<char> text, IFormatProvider? provider = null) => AddressText.Parse<IPv6Address>(text);

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static IPv6Address Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider = null) => AddressText.Parse<IPv6Address>(utf8Text);

    /// <summary>The text that RFC 5952 recommends: lower case, no leading zeros, the longest run of zero groups as "::"; an IPv4-mapped address ends as IPv4 does.</summary>
    public override string ToString() => AddressText.ToString(in this);

    /// <summary>Writes the text that RFC 5952 recommends: at most 39 characters.</summary>
    /// <returns>False if the destination is too small.</returns>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        AddressText.TryFormat(in this, destination, out charsWritten, format);

    /// <inheritdoc cref="TryFormat(Span{char}, out int, ReadOnlySpan{char}, IFormatProvider?)"/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        AddressText.TryFormat(in this, utf8Destination, out bytesWritten, format);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => AddressText.ToString(in this, format);

    static bool IParsable<IPv6Address>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out IPv6Address result) => AddressText.TryParse(s, out result);

    static bool ISpanParsable<IPv6Address>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out IPv6Address result) => AddressText.TryParse(s, out result);

    static bool IUtf8SpanParsable<IPv6Address>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out IPv6Address result) => TryParse(utf8Text, out result);

    int IAddress<IPv6Address>.Format(Span<byte> ascii)
    {
        // RFC 5952 section 5: mixed notation where a well-known prefix says that an IPv4 address follows.
        if (IsIPv4Mapped)
        {
            "::ffff:"u8.CopyTo(ascii);
            return 7 + MapToIPv4().Format(ascii[7..]);
        }
        var (gap, gapEnd) = LongestZeroRun();
        int length = 0;
        for (int i = 0; i < Groups; i++)
        {
            if (i == gap)
            {
                ascii[length++] = (byte)':';
                ascii[length++] = (byte)':';
                i = gapEnd - 1;
                continue;
            }
            if (i != 0 && i != gapEnd)
                ascii[length++] = (byte)':';
            Group(i).TryFormat(ascii[length..], out int digits, "x", CultureInfo.InvariantCulture);
            length += digits;
        }
        return length;
    }

    // RFC 5952 section 4.2: the longest run of zero groups, the first of several, but never a single group.
    private (int Start, int End) LongestZeroRun()
    {
        int start = -1, end = -1;
        for (int i = 0; i < Groups; i++)
        {
            int first = i;
            while (i < Groups && Group(i) == 0)
                i++;
            if (i - first > Math.Max(1, end - start))
                (start, end) = (first, i);
        }
        return (start, end);
    }

    private ushort Group(int index) => (ushort)(Value >> (16 * (Groups - 1 - index)));
}
