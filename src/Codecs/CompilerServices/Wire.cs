using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Codecs.CompilerServices;

/// <summary>What only generated code calls.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Wire
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

    /// <summary>Reads an unaligned value as it lies in memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Read<T>(ReadOnlySpan<byte> source) where T : unmanaged => MemoryMarshal.Read<T>(source);

    /// <summary>Writes an unaligned value as it lies in memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<T>(Span<byte> destination, T value) where T : unmanaged => MemoryMarshal.Write(destination, in value);

    /// <summary>The value, if it is at most <paramref name="max"/>: what <c>init</c> of a field of some bits calls.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is more.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Check(ulong value, ulong max, string field)
    {
        if (value > max)
            ThrowTooLarge(value, max, field);
        return value;
    }

    /// <summary>What a length or count field stores for <paramref name="length"/>: <c>stored * unit = length + bias</c>.</summary>
    /// <exception cref="InvalidOperationException">The field cannot hold it.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Length(long length, int unit, int bias, ulong max, string range, string field)
    {
        long scaled = length + bias;
        long stored = unit == 1 ? scaled : scaled / unit;
        if (scaled < 0 || (ulong)stored > max || (unit != 1 && stored * unit != scaled))
            ThrowLength(length, unit, bias, max, range, field);
        return (ulong)stored;
    }

    /// <summary>Bytes up to the next multiple of <paramref name="unit"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Padding(int length, int unit) => (unit - length % unit) % unit;

    /// <summary>The carrier's tag with that of what it is to carry: filled if it is 0, kept if it matches.</summary>
    /// <exception cref="ArgumentException">It is set to something else.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TTag Tag<TTag, TUpper>(TTag tag, string carrier)
        where TTag : struct, Enum
        where TUpper : ICarried<TTag>, allows ref struct
    {
        if (TUpper.IsCarriedAs(tag))
            return tag;
        if (!EqualityComparer<TTag>.Default.Equals(tag, default))
            ThrowOtherTag<TTag, TUpper>(tag, carrier);
        return TUpper.Tag;
    }

    /// <summary>Follows a change of bytes that an incremental checksum covers.</summary>
    /// <param name="before">The words as they were.</param>
    /// <param name="after">The same words as they are; both start at an even offset of what the checksum covers.</param>
    /// <param name="checksum">The field that holds the checksum, in network order.</param>
    public static void Follow<TChecksum>(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, Span<byte> checksum)
        where TChecksum : struct, IIncrementalChecksum<TChecksum, ushort>
    {
        ushort value = BinaryPrimitives.ReadUInt16BigEndian(checksum);
        for (int i = 0; i < after.Length; i += 2)
        {
            ushort old = Word(before, i), now = Word(after, i);
            if (old != now)
                value = TChecksum.Update(value, old, now);
        }
        BinaryPrimitives.WriteUInt16BigEndian(checksum, value);

        static ushort Word(ReadOnlySpan<byte> bytes, int at) => at + 1 < bytes.Length ? BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]) : (ushort)(bytes[at] << 8);
    }

    /// <summary>Where <paramref name="part"/> starts in <paramref name="whole"/>; <paramref name="otherwise"/> if it is empty.</summary>
    public static int OffsetOf(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> part, int otherwise) =>
        !part.IsEmpty && whole.Overlaps(part, out int offset) ? offset : otherwise;

    /// <summary>Throws: the field is set although its condition says that it is absent.</summary>
    [DoesNotReturn]
    public static void ThrowAbsent(string field, string condition) => throw new InvalidOperationException($"{field} is set, but {condition} is false.");

    /// <summary>Throws: the field is not set although its condition says that it is there.</summary>
    [DoesNotReturn]
    public static void ThrowMissing(string field) => throw new InvalidOperationException($"{field} is not set, but the message says that it is there.");

    /// <summary>Throws: bytes of a field that has a width are not of that width.</summary>
    [DoesNotReturn]
    public static void ThrowWidth(string field, int length, int width) => throw new InvalidOperationException($"{field}: {length} bytes, must be {width}.");

    /// <summary>Throws: the last element, and no other, must end the list.</summary>
    [DoesNotReturn]
    public static void ThrowEnd(string field) => throw new InvalidOperationException($"{field}: the last element, and no other, must be one that ends the list.");

    /// <summary>Throws: the packet has no such layer.</summary>
    [DoesNotReturn]
    public static void ThrowNoLayer(string layer) => throw new InvalidOperationException($"There is no {layer} in this packet.");

    /// <summary>Throws: the definition has errors.</summary>
    [DoesNotReturn]
    public static void ThrowInvalidDefinition() => throw new InvalidOperationException("The definition of this message has errors.");

    [DoesNotReturn]
    private static void ThrowTooLarge(ulong value, ulong max, string field) =>
        throw new ArgumentOutOfRangeException(field, value, $"The field holds at most {max}.");

    [DoesNotReturn]
    private static void ThrowLength(long length, int unit, int bias, ulong max, string range, string field)
    {
        decimal most = (decimal)max * unit - bias;
        throw new InvalidOperationException(length > most
            ? $"{range}: {length} bytes, {field} allows {most}."
            : $"{range}: {length} bytes cannot be said by {field}, which counts in units of {unit} from {-bias}.");
    }

    [DoesNotReturn]
    private static void ThrowOtherTag<TTag, TUpper>(TTag tag, string carrier)
        where TTag : struct, Enum
        where TUpper : ICarried<TTag>, allows ref struct =>
        throw new ArgumentException($"{carrier} says that it carries {tag}; {typeof(TUpper).Name} is carried as {TUpper.Tag}.");
}
