using System.Buffers.Binary;

namespace Codecs.Protocols;

/// <summary>
/// A prefix of addresses, or one that is excepted, in a list (RFC 3123 section 4): family, length in bits, and the octets of the address without zeros at
/// the end. In text <c>1:192.168.32.0/21</c>, <c>!1:192.168.38.0/28</c> for an exception.
/// </summary>
public readonly ref struct DnsAddressPrefix : ICodec<DnsAddressPrefix>
{
    private const int Header = 4;
    private const ushort FamilyIPv4 = 1;
    private const ushort FamilyIPv6 = 2;

    private readonly ReadOnlySpan<byte> _bytes;

    private DnsAddressPrefix(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>The address family (IANA, address family numbers): 1 for IPv4, 2 for IPv6.</summary>
    public ushort AddressFamily => _bytes.IsEmpty ? FamilyIPv4 : BinaryPrimitives.ReadUInt16BigEndian(_bytes);

    /// <summary>The length of the prefix in bits.</summary>
    public byte PrefixLength => _bytes.IsEmpty ? (byte)0 : _bytes[2];

    /// <summary>Is the prefix excepted from what the others of the list cover?</summary>
    public bool IsNegated => !_bytes.IsEmpty && _bytes[3] >= 0x80;

    /// <summary>The octets of the address, without those at the end that are zero.</summary>
    public ReadOnlySpan<byte> Address => _bytes.IsEmpty ? default : _bytes[Header..];

    /// <summary>Makes a prefix in memory that must live as long as it: 20 bytes are enough.</summary>
    /// <exception cref="ArgumentException">The address has less bits, or the memory is too small.</exception>
    public static DnsAddressPrefix Create(IPv4Address address, byte prefixLength, bool isNegated, Span<byte> scratch)
    {
        Span<byte> octets = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(octets, address.Value);
        return Create(FamilyIPv4, octets, prefixLength, isNegated, scratch);
    }

    /// <inheritdoc cref="Create(IPv4Address, byte, bool, Span{byte})"/>
    public static DnsAddressPrefix Create(IPv6Address address, byte prefixLength, bool isNegated, Span<byte> scratch)
    {
        Span<byte> octets = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(octets, address.Value);
        return Create(FamilyIPv6, octets, prefixLength, isNegated, scratch);
    }

    /// <summary>Parses an item of a list.</summary>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out DnsAddressPrefix value)
    {
        value = default;
        var rest = message[offset..];
        if (rest.Length < Header)
            return ParseResult.NeedMore(Header, 0);
        int length = rest[3] & 0x7F;
        int most = BinaryPrimitives.ReadUInt16BigEndian(rest) switch { FamilyIPv4 => 4, FamilyIPv6 => 16, _ => 127 };
        if (length > most)
            return ParseResult.Invalid(ParseError.Length, 0, 3);
        if (most < 127 && rest[2] > most * 8)
            return ParseResult.Invalid(ParseError.Value, 0, 2);
        if (rest.Length < Header + length)
            return ParseResult.NeedMore(Header + length, 0);
        value = new(rest[..(Header + length)]);
        return ParseResult.Done(Header + length);
    }

    /// <inheritdoc/>
    public int GetMaxSize() => Math.Max(_bytes.Length, Header);

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        // The default is all IPv4 addresses.
        (_bytes.IsEmpty ? [0, 1, 0, 0] : _bytes).CopyTo(message[offset..]);
        return GetMaxSize();
    }

    /// <summary>The text.</summary>
    public override string ToString() => DnsPresentation.ToString(in this);

    static bool IPresentable<DnsAddressPrefix>.TryFormat(scoped in DnsAddressPrefix value, Span<byte> utf8Destination, out int bytesWritten)
    {
        var output = new TextOutput(utf8Destination);
        if (value.IsNegated)
            output.Append('!');
        output.Append(value.AddressFamily);
        output.Append(':');
        Span<byte> octets = stackalloc byte[16];
        octets.Clear();
        int length = 0;
        switch (value.AddressFamily)
        {
            case FamilyIPv4:
                value.Address.CopyTo(octets);
                output.Advance(new IPv4Address(octets[..4]).TryFormat(output.Rest, out length), length);
                break;
            case FamilyIPv6:
                value.Address.CopyTo(octets);
                output.Advance(new IPv6Address(octets).TryFormat(output.Rest, out length), length);
                break;
            default:
                output.AppendHex(value.Address);
                break;
        }
        output.Append('/');
        output.Append(value.PrefixLength);
        return output.TryEnd(out bytesWritten);
    }

    static ParseResult IPresentable<DnsAddressPrefix>.TryParseText(ReadOnlySpan<byte> utf8Text, scoped ref Span<byte> scratch, out DnsAddressPrefix value)
    {
        value = default;
        var input = new TextInput(utf8Text, scratch);
        if (!input.TryRead(out var token))
            return input.Wrong;
        var text = token.Text;
        bool isNegated = text is [(byte)'!', ..];
        if (isNegated)
            text = text[1..];
        int colon = text.IndexOf((byte)':'), slash = text.LastIndexOf((byte)'/');
        if (colon < 0 || slash < colon
            || !TextInput.TryParseNumber(text[..colon], ushort.MaxValue, out ulong family)
            || !TextInput.TryParseNumber(text[(slash + 1)..], byte.MaxValue, out ulong prefixLength))
            return input.Wrong;
        Span<byte> octets = stackalloc byte[127];
        int length = ReadAddress(family, text[(colon + 1)..slash], octets);
        if (length < 0 || (family is FamilyIPv4 or FamilyIPv6 && prefixLength > (ulong)length * 8))
            return input.Wrong;
        if (scratch.Length < Header + length)
            return input.Full;
        value = Create((ushort)family, octets[..length], (byte)prefixLength, isNegated, scratch);
        scratch = scratch[value._bytes.Length..];
        return input.Done;
    }

    // Returns -1 if it is none. Of families that are not known the octets are digits, as they are written here.
    private static int ReadAddress(ulong family, ReadOnlySpan<byte> text, Span<byte> octets)
    {
        switch (family)
        {
            case FamilyIPv4 when IPv4Address.TryParse(text, out var address):
                BinaryPrimitives.WriteUInt32BigEndian(octets, address.Value);
                return 4;
            case FamilyIPv6 when IPv6Address.TryParse(text, out var address):
                BinaryPrimitives.WriteUInt128BigEndian(octets, address.Value);
                return 16;
            case FamilyIPv4 or FamilyIPv6:
                return -1;
            default:
                return Convert.FromHexString(text, octets, out _, out int length) == System.Buffers.OperationStatus.Done ? length : -1;
        }
    }

    private static DnsAddressPrefix Create(ushort family, scoped ReadOnlySpan<byte> octets, byte prefixLength, bool isNegated, Span<byte> scratch)
    {
        if (family is FamilyIPv4 or FamilyIPv6 && prefixLength > octets.Length * 8)
            throw new ArgumentException($"The address has {octets.Length * 8} bits.", nameof(prefixLength));
        // RFC 3123 section 4: zeros at the end are left out.
        octets = octets[..(octets.LastIndexOfAnyExcept((byte)0) + 1)];
        if (scratch.Length < Header + octets.Length)
            throw new ArgumentException($"{Header + octets.Length} bytes are needed.", nameof(scratch));
        BinaryPrimitives.WriteUInt16BigEndian(scratch, family);
        scratch[2] = prefixLength;
        scratch[3] = (byte)(octets.Length | (isNegated ? 0x80 : 0));
        octets.CopyTo(scratch[Header..]);
        return new(scratch[..(Header + octets.Length)]);
    }
}
