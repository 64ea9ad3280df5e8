using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Net.NetworkInformation;
using System.Runtime.CompilerServices;

namespace Codecs.Protocols;

/// <summary>A 48-bit MAC address (IEEE 802, EUI-48).</summary>
/// <param name="Value">The address as a number, at most 48 bits: its most significant byte is the first on the wire.</param>
/// <exception cref="ArgumentOutOfRangeException">The number has more than 48 bits.</exception>
[Bits(48)]
public readonly partial record struct MacAddress(ulong Value) : IScalar<MacAddress, ulong>, IComparable<MacAddress>
{
    private const ulong All = 0xFFFF_FFFF_FFFF;

    /// <summary>The address a:b:c:d:e:f.</summary>
    public MacAddress(byte a, byte b, byte c, byte d, byte e, byte f) : this((ulong)a << 40 | (ulong)b << 32 | (ulong)c << 24 | (ulong)d << 16 | (ulong)e << 8 | f)
    {
    }

    /// <summary>The address in these bytes, in the order of the wire.</summary>
    /// <exception cref="ArgumentException">They are not 6.</exception>
    public MacAddress(ReadOnlySpan<byte> bytes) : this(Read(bytes))
    {
    }

    /// <summary>The address as a number, at most 48 bits: its most significant byte is the first on the wire.</summary>
    public ulong Value { get; private init; } = Checked(Value);

    /// <summary>ff:ff:ff:ff:ff:ff: every station.</summary>
    public static MacAddress Broadcast => new(All);

    /// <summary>Every station?</summary>
    public bool IsBroadcast => Value == All;

    /// <summary>A group of stations, among them all? (I/G bit)</summary>
    public bool IsMulticast => (Value >> 40 & 1) != 0;

    /// <summary>Given by an administrator or by chance, not by a manufacturer? (U/L bit)</summary>
    public bool IsLocallyAdministered => (Value >> 40 & 2) != 0;

    /// <summary>The first 24 bits, by which a manufacturer is known (OUI).</summary>
    public uint Oui => (uint)(Value >> 24);

    /// <summary>The 6 bytes in the order of the wire, in a new array.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[6];
        TryWriteBytes(bytes, out _);
        return bytes;
    }

    /// <summary>Writes the 6 bytes in the order of the wire.</summary>
    /// <returns>False if the destination is too small.</returns>
    public bool TryWriteBytes(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        if (destination.Length < 6)
            return false;
        BinaryPrimitives.WriteUInt16BigEndian(destination, (ushort)(Value >> 32));
        BinaryPrimitives.WriteUInt32BigEndian(destination[2..], (uint)Value);
        bytesWritten = 6;
        return true;
    }

    /// <summary>The address for the rest of .NET. Allocates.</summary>
    public PhysicalAddress ToPhysicalAddress() => new(ToArray());

    /// <summary>The address that the rest of .NET gives.</summary>
    /// <exception cref="InvalidCastException">It has not 6 bytes.</exception>
    public static explicit operator MacAddress(PhysicalAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        byte[] bytes = address.GetAddressBytes();
        return bytes.Length == 6 ? new(bytes) : throw new InvalidCastException($"{address} is not a 48-bit address.");
    }

    /// <inheritdoc/>
    public int CompareTo(MacAddress other) => Value.CompareTo(other.Value);

    // The wire has no more than 48 bits for it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static MacAddress IScalar<MacAddress, ulong>.FromInteger(ulong value) => default(MacAddress) with { Value = value };

    ulong IScalar<MacAddress, ulong>.ToInteger() => Value;

    private static ulong Read(ReadOnlySpan<byte> bytes) => bytes.Length == 6
        ? (ulong)BinaryPrimitives.ReadUInt16BigEndian(bytes) << 32 | BinaryPrimitives.ReadUInt32BigEndian(bytes[2..])
        : throw new ArgumentException("A MAC address has 6 bytes.", nameof(bytes));

    // Not in the constructor itself: what branches there is kept in memory.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Checked(ulong value)
    {
        if (value > All)
            ThrowTooLarge(value);
        return value;
    }

    [DoesNotReturn]
    private static void ThrowTooLarge(ulong value) => throw new ArgumentOutOfRangeException(nameof(Value), value, "A MAC address has 48 bits.");
}
