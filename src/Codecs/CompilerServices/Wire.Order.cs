using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Codecs.CompilerServices;

// How integers lie on the wire.
public static partial class Wire
{
    /// <summary>Between the order of the machine and network order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Big(ushort value) => BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;

    /// <inheritdoc cref="Big(ushort)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Big(uint value) => BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;

    /// <inheritdoc cref="Big(ushort)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Big(ulong value) => BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;

    /// <summary>Between the order of the machine and little-endian order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Little(ushort value) => BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value);

    /// <inheritdoc cref="Little(ushort)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Little(uint value) => BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value);

    /// <inheritdoc cref="Little(ushort)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Little(ulong value) => BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value);

    /// <summary>One of the bytes of an integer as it lies in memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte Byte(ushort value, int index) => unchecked((byte)(value >> (8 * (BitConverter.IsLittleEndian ? index : 1 - index))));

    /// <inheritdoc cref="Byte(ushort, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte Byte(uint value, int index) => unchecked((byte)(value >> (8 * (BitConverter.IsLittleEndian ? index : 3 - index))));

    /// <inheritdoc cref="Byte(ushort, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte Byte(ulong value, int index) => unchecked((byte)(value >> (8 * (BitConverter.IsLittleEndian ? index : 7 - index))));

    /// <summary>Between the order of the machine and one that is decided at run time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Ordered(ushort value, bool isLittleEndian) => isLittleEndian ? Little(value) : Big(value);

    /// <inheritdoc cref="Ordered(ushort, bool)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Ordered(uint value, bool isLittleEndian) => isLittleEndian ? Little(value) : Big(value);

    /// <inheritdoc cref="Ordered(ushort, bool)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Ordered(ulong value, bool isLittleEndian) => isLittleEndian ? Little(value) : Big(value);

    /// <summary>Reads an unsigned integer of 1 to 8 bytes.</summary>
    // Inlined, where the width is a constant, it is one load.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ReadInteger(ReadOnlySpan<byte> source, bool isLittleEndian) => source.Length switch
    {
        sizeof(byte) => source[0],
        sizeof(ushort) => isLittleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(source) : BinaryPrimitives.ReadUInt16BigEndian(source),
        sizeof(uint) => isLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(source) : BinaryPrimitives.ReadUInt32BigEndian(source),
        sizeof(ulong) => isLittleEndian ? BinaryPrimitives.ReadUInt64LittleEndian(source) : BinaryPrimitives.ReadUInt64BigEndian(source),
        _ => ReadBytes(source, isLittleEndian),
    };

    private static ulong ReadBytes(ReadOnlySpan<byte> source, bool isLittleEndian)
    {
        ulong value = 0;
        for (int i = 0; i < source.Length; i++)
            value = value << 8 | source[isLittleEndian ? source.Length - 1 - i : i];
        return value;
    }

    /// <summary>Writes an unsigned integer of 1 to 8 bytes.</summary>
    // Inlined, where the width is a constant, it is one store.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteInteger(Span<byte> destination, ulong value, bool isLittleEndian)
    {
        switch (destination.Length)
        {
            case sizeof(byte):
                destination[0] = (byte)value;
                break;
            case sizeof(ushort):
                Write(destination, isLittleEndian ? Little((ushort)value) : Big((ushort)value));
                break;
            case sizeof(uint):
                Write(destination, isLittleEndian ? Little((uint)value) : Big((uint)value));
                break;
            case sizeof(ulong):
                Write(destination, isLittleEndian ? Little(value) : Big(value));
                break;
            default:
                WriteBytes(destination, value, isLittleEndian);
                break;
        }
    }

    private static void WriteBytes(Span<byte> destination, ulong value, bool isLittleEndian)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[isLittleEndian ? i : destination.Length - 1 - i] = (byte)value;
            value >>= 8;
        }
    }

    /// <summary>Reads an unsigned integer of 16 bytes.</summary>
    public static UInt128 ReadWide(ReadOnlySpan<byte> source, bool isLittleEndian) =>
        isLittleEndian ? BinaryPrimitives.ReadUInt128LittleEndian(source) : BinaryPrimitives.ReadUInt128BigEndian(source);

    /// <summary>Writes an unsigned integer of 16 bytes.</summary>
    public static void WriteWide(Span<byte> destination, UInt128 value, bool isLittleEndian)
    {
        if (isLittleEndian)
            BinaryPrimitives.WriteUInt128LittleEndian(destination, value);
        else
            BinaryPrimitives.WriteUInt128BigEndian(destination, value);
    }

    /// <summary>The value of a scalar field type for an integer on the wire.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FromInteger<T, TInteger>(TInteger value)
        where T : struct, IScalar<T, TInteger>
        where TInteger : unmanaged =>
        T.FromInteger(value);

    /// <summary>The integer on the wire for the value of a scalar field type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TInteger ToInteger<T, TInteger>(T value)
        where T : struct, IScalar<T, TInteger>
        where TInteger : unmanaged =>
        value.ToInteger();

    /// <summary>The field as the unsigned integer of a signed number of that many bits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not fit.</exception>
    public static ulong Signed(long value, int bits, string field)
    {
        if (bits < 64 && (value < -(1L << (bits - 1)) || value >= 1L << (bits - 1)))
            throw new ArgumentOutOfRangeException(field, value, $"The field holds {bits} bits.");
        return (ulong)value & (bits >= 64 ? ulong.MaxValue : (1UL << bits) - 1);
    }

    /// <summary>Reads an unaligned value as it lies in memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Read<T>(ReadOnlySpan<byte> source) where T : unmanaged => MemoryMarshal.Read<T>(source);

    /// <summary>Writes an unaligned value as it lies in memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<T>(Span<byte> destination, T value) where T : unmanaged => MemoryMarshal.Write(destination, in value);

    /// <summary>The fewest bytes that hold an unsigned number: at least one.</summary>
    public static int Width(ulong value) => Math.Max((71 - BitOperations.LeadingZeroCount(value)) / 8, 1);

    /// <summary>The fewest bytes that hold a signed number.</summary>
    public static int SignedWidth(ulong value) => (72 - BitOperations.LeadingZeroCount((long)value < 0 ? ~value : value)) / 8;

    /// <summary>What an element holds of a value of which the element before had <paramref name="previous"/>.</summary>
    /// <exception cref="InvalidOperationException">It is less.</exception>
    public static ulong Difference(ulong value, ulong previous, string field) =>
        value >= previous ? value - previous : throw new InvalidOperationException($"{field}: {value} follows {previous}, but elements are in increasing order.");
}
