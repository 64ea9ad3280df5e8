using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Codecs.Protocols;

/// <summary>An IPv6 address (RFC 4291).</summary>
/// <remarks>Exactly a <see cref="UInt128"/> in memory. It has no zone: that belongs to an interface, not to the wire (RFC 4007 section 11).</remarks>
/// <param name="Value">The address as a number: 1 is ::1.</param>
[Bits(128)]
public readonly partial record struct IPv6Address(UInt128 Value) : IScalar<IPv6Address, UInt128>, IComparable<IPv6Address>
{
    /// <summary>The address in these bytes, in network order.</summary>
    /// <exception cref="ArgumentException">They are not 16.</exception>
    public IPv6Address(ReadOnlySpan<byte> bytes)
        : this(bytes.Length == 16 ? BinaryPrimitives.ReadUInt128BigEndian(bytes) : throw new ArgumentException("An IPv6 address has 16 bytes.", nameof(bytes)))
    {
    }

    /// <summary>::, the unspecified address (RFC 4291 section 2.5.2).</summary>
    public static IPv6Address Any => default;

    /// <summary>::1 (RFC 4291 section 2.5.3).</summary>
    public static IPv6Address Loopback => new(1);

    /// <summary>ff02::1, all nodes on the link (RFC 4291 section 2.7.1).</summary>
    public static IPv6Address AllNodes => new((UInt128)0xFF02 << 112 | 1);

    /// <summary>ff02::2, all routers on the link (RFC 4291 section 2.7.1).</summary>
    public static IPv6Address AllRouters => new((UInt128)0xFF02 << 112 | 2);

    /// <summary>::1.</summary>
    public bool IsLoopback => Value == 1;

    /// <summary>Within ff00::/8 (RFC 4291 section 2.7).</summary>
    public bool IsMulticast => High >> 56 == 0xFF;

    /// <summary>Within fe80::/10 (RFC 4291 section 2.5.6).</summary>
    public bool IsLinkLocal => High >> 54 == 0xFE80 >> 6;

    /// <summary>Within fc00::/7 (RFC 4193).</summary>
    public bool IsUniqueLocal => High >> 57 == 0xFC >> 1;

    /// <summary>Within ::ffff:0:0/96: an IPv4 address in the form of an IPv6 one (RFC 4291 section 2.5.5.2).</summary>
    public bool IsIPv4Mapped => Value >> 32 == 0xFFFF;

    /// <summary>The multicast address ff02::1:ffXX:XXXX at which neighbors ask for this address (RFC 4291 section 2.7.1).</summary>
    public IPv6Address SolicitedNode => new((UInt128)0xFF02 << 112 | 0x1_FF00_0000 | (uint)Value & 0xFF_FFFF);

    /// <summary>The IPv4 address in the last 32 bits: meant for addresses that <see cref="IsIPv4Mapped"/>.</summary>
    public IPv4Address MapToIPv4() => new((uint)Value);

    /// <summary>The 16 bytes in network order, in a new array.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);
        return bytes;
    }

    /// <summary>Writes the 16 bytes in network order.</summary>
    /// <returns>False if the destination is too small.</returns>
    public bool TryWriteBytes(Span<byte> destination, out int bytesWritten)
    {
        bool fits = BinaryPrimitives.TryWriteUInt128BigEndian(destination, Value);
        bytesWritten = fits ? 16 : 0;
        return fits;
    }

    /// <summary>The address for the rest of .NET, without a zone. Allocates.</summary>
    public IPAddress ToIPAddress()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);
        return new IPAddress(bytes);
    }

    /// <summary>The address that the rest of .NET gives, without its zone.</summary>
    /// <exception cref="InvalidCastException">It is not an IPv6 address.</exception>
    public static explicit operator IPv6Address(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        Span<byte> bytes = stackalloc byte[16];
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || !address.TryWriteBytes(bytes, out _))
            throw new InvalidCastException($"{address} is not an IPv6 address.");
        return new(BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    /// <inheritdoc/>
    public int CompareTo(IPv6Address other) => Value.CompareTo(other.Value);

    static IPv6Address IScalar<IPv6Address, UInt128>.FromInteger(UInt128 value) => new(value);

    UInt128 IScalar<IPv6Address, UInt128>.ToInteger() => Value;

    private ulong High => (ulong)(Value >> 64);
}
