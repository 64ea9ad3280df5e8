using System.Text;

namespace Codecs.Protocols;

/// <summary>A node identifier or a locator of ILNP (RFC 6742 sections 2.1 and 2.3). In text four groups of digits as in an IPv6 address, none of them left out.</summary>
/// <param name="Value">The value as a number.</param>
public readonly record struct DnsIlnp64(ulong Value) : IScalar<DnsIlnp64, ulong>, IUtf8SpanFormattable, IUtf8SpanParsable<DnsIlnp64>
{
    /// <summary>The text.</summary>
    public override string ToString()
    {
        Span<byte> text = stackalloc byte[HexGroups.MaxLength];
        TryFormat(text, out int length);
        return Encoding.ASCII.GetString(text[..length]);
    }

    /// <summary>Writes the text: 19 characters.</summary>
    /// <returns>False if the destination is too small.</returns>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        HexGroups.TryFormat(Value, 64, 4, ':', utf8Destination, out bytesWritten);

    /// <summary>Reads the text, with letters in either case.</summary>
    /// <exception cref="FormatException">It is not of that form.</exception>
    public static DnsIlnp64 Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider = null) =>
        TryParse(utf8Text, provider, out var value) ? value : throw new FormatException($"'{Encoding.UTF8.GetString(utf8Text)}' is not of the form xxxx:xxxx:xxxx:xxxx.");

    /// <summary>Reads the text, with letters in either case.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out DnsIlnp64 result)
    {
        bool isRight = HexGroups.TryParse(utf8Text, 64, 4, ':', out ulong value);
        result = new(value);
        return isRight;
    }

    static DnsIlnp64 IScalar<DnsIlnp64, ulong>.FromInteger(ulong value) => new(value);

    ulong IScalar<DnsIlnp64, ulong>.ToInteger() => Value;
}
