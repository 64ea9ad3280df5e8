using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Codecs.Protocols;

/// <summary>An IPv4 address (RFC 791 section 3.2).</summary>
/// <remarks>Exactly a <see cref="uint"/> in memory.</remarks>
/// <param name="Value">The address as a number: 0x7F000001 is 127.0.0.1.</param>
[Bits(32)]
public readonly partial record struct IPv4Address(uint Value) : IScalar<IPv4Address, uint>, IComparable<IPv4Address>
{
    /// <summary>The address a.b.c.d.</summary>
    public IPv4Address(byte a, byte b, byte c, byte d) : this((uint)a << 24 | (uint)b << 16 | (uint)c << 8 | d)
    {
    }

    /// <summary>The address in these bytes, in network order.</summary>
    /// <exception cref="ArgumentException">They are not 4.</exception>
    public IPv4Address(ReadOnlySpan<byte> bytes)
        : this(bytes.Length == 4 ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : throw new ArgumentException("An IPv4 address has 4 bytes.", nameof(bytes)))
    {
    }

    /// <summary>0.0.0.0: this host, or any address (RFC 1122 section 3.2.1.3).</summary>
    public static IPv4Address Any => default;

    /// <summary>127.0.0.1.</summary>
    public static IPv4Address Loopback => new(0x7F00_0001);

    /// <summary>255.255.255.255: every host on this network (RFC 919 section 7).</summary>
    public static IPv4Address Broadcast => new(0xFFFF_FFFF);

    /// <summary>Within 127.0.0.0/8 (RFC 1122 section 3.2.1.3).</summary>
    public bool IsLoopback => Value >> 24 == 127;

    /// <summary>Within 224.0.0.0/4 (RFC 5771).</summary>
    public bool IsMulticast => Value >> 28 == 0xE;

    /// <summary>Within 169.254.0.0/16 (RFC 3927).</summary>
    public bool IsLinkLocal => Value >> 16 == 0xA9FE;

    /// <summary>Within 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16 (RFC 1918 section 3).</summary>
    public bool IsPrivate => Value >> 24 == 10 || Value >> 20 == 0xAC1 || Value >> 16 == 0xC0A8;

    /// <summary>The IPv4-mapped IPv6 address, ::ffff:a.b.c.d (RFC 4291 section 2.5.5.2).</summary>
    public IPv6Address MapToIPv6() => new((UInt128)0xFFFF << 32 | Value);

    /// <summary>The 4 bytes in network order, in a new array.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, Value);
        return bytes;
    }

    /// <summary>Writes the 4 bytes in network order.</summary>
    /// <returns>False if the destination is too small.</returns>
    public bool TryWriteBytes(Span<byte> destination, out int bytesWritten)
    {
        bool fits = BinaryPrimitives.TryWriteUInt32BigEndian(destination, Value);
        bytesWritten = fits ? 4 : 0;
        return fits;
    }

    /// <summary>The address for the rest of .NET. Allocates.</summary>
    public IPAddress ToIPAddress()
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, Value);
        return new IPAddress(bytes);
    }

    /// <summary>The address that the rest of .NET gives.</summary>
    /// <exception cref="InvalidCastException">It is not an IPv4 address.</exception>
    public static explicit operator IPv4Address(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        Span<byte> bytes = stackalloc byte[4];
        if (address.AddressFamily != AddressFamily.InterNetwork || !address.TryWriteBytes(bytes, out _))
            throw new InvalidCastException($"{address} is not an IPv4 address.");
        return new(BinaryPrimitives.ReadUInt32BigEndian(bytes));
    }

    /// <inheritdoc/>
    public int CompareTo(IPv4Address other) => Value.CompareTo(other.Value);

    static IPv4Address IScalar<IPv4Address, uint>.FromInteger(uint value) => new(value);

    uint IScalar<IPv4Address, uint>.ToInteger() => Value;
}
