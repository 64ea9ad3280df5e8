using System.Text;

namespace Codecs.Protocols;

/// <summary>A 48-bit address in an EUI48 record (RFC 7043 section 3.2). In text 00-00-5e-00-53-2a: with hyphens and nothing else, other than <see cref="MacAddress"/>.</summary>
/// <param name="Value">The address as a number, at most 48 bits.</param>
/// <exception cref="ArgumentOutOfRangeException">The number has more than 48 bits.</exception>
[Bits(48)]
public readonly record struct DnsEui48(ulong Value) : IScalar<DnsEui48, ulong>, IUtf8SpanFormattable, IUtf8SpanParsable<DnsEui48>
{
    /// <summary>The address as a number, at most 48 bits.</summary>
    public ulong Value { get; } = Value >> 48 == 0 ? Value : throw new ArgumentOutOfRangeException(nameof(Value), Value, "The address has 48 bits.");

    /// <summary>An address.</summary>
    public static implicit operator DnsEui48(MacAddress address) => new(address.Value);

    /// <summary>The address.</summary>
    public static implicit operator MacAddress(DnsEui48 address) => new(address.Value);

    /// <summary>The text.</summary>
    public override string ToString()
    {
        Span<byte> text = stackalloc byte[HexGroups.MaxLength];
        TryFormat(text, out int length);
        return Encoding.ASCII.GetString(text[..length]);
    }

    /// <summary>Writes the text: 17 characters.</summary>
    /// <returns>False if the destination is too small.</returns>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        HexGroups.TryFormat(Value, 48, 2, '-', utf8Destination, out bytesWritten);

    /// <summary>Reads the text, with letters in either case.</summary>
    /// <exception cref="FormatException">It is not of that form.</exception>
    public static DnsEui48 Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider = null) =>
        TryParse(utf8Text, provider, out var value) ? value : throw new FormatException($"'{Encoding.UTF8.GetString(utf8Text)}' is not of the form xx-xx-xx-xx-xx-xx.");

    /// <summary>Reads the text, with letters in either case.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out DnsEui48 result)
    {
        bool isRight = HexGroups.TryParse(utf8Text, 48, 2, '-', out ulong value);
        result = new(value);
        return isRight;
    }

    static DnsEui48 IScalar<DnsEui48, ulong>.FromInteger(ulong value) => new(value);

    ulong IScalar<DnsEui48, ulong>.ToInteger() => Value;
}
