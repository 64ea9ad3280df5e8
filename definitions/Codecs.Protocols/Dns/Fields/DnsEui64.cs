using System.Text;

namespace Codecs.Protocols;

/// <summary>A 64-bit address in an EUI64 record (RFC 7043 section 4.2). In text 00-00-5e-ef-10-00-00-2a.</summary>
/// <param name="Value">The address as a number.</param>
public readonly record struct DnsEui64(ulong Value) : IScalar<DnsEui64, ulong>, IUtf8SpanFormattable, IUtf8SpanParsable<DnsEui64>
{
    /// <summary>The text.</summary>
    public override string ToString()
    {
        Span<byte> text = stackalloc byte[HexGroups.MaxLength];
        TryFormat(text, out int length);
        return Encoding.ASCII.GetString(text[..length]);
    }

    /// <summary>Writes the text: 23 characters.</summary>
    /// <returns>False if the destination is too small.</returns>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        HexGroups.TryFormat(Value, 64, 2, '-', utf8Destination, out bytesWritten);

    /// <summary>Reads the text, with letters in either case.</summary>
    /// <exception cref="FormatException">It is not of that form.</exception>
    public static DnsEui64 Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider = null) =>
        TryParse(utf8Text, provider, out var value) ? value : throw new FormatException($"'{Encoding.UTF8.GetString(utf8Text)}' is not of the form xx-xx-xx-xx-xx-xx-xx-xx.");

    /// <summary>Reads the text, with letters in either case.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out DnsEui64 result)
    {
        bool isRight = HexGroups.TryParse(utf8Text, 64, 2, '-', out ulong value);
        result = new(value);
        return isRight;
    }

    static DnsEui64 IScalar<DnsEui64, ulong>.FromInteger(ulong value) => new(value);

    ulong IScalar<DnsEui64, ulong>.ToInteger() => Value;
}
