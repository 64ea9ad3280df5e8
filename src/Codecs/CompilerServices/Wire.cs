using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Codecs.CompilerServices;

/// <summary>What only generated code calls.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
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

    /// <summary>Sets the message to its default and gives back the result: how a parser fails.</summary>
    public static ParseResult Fail<T>(ParseResult result, out T message) where T : allows ref struct
    {
        message = default!;
        return result;
    }

    /// <summary>The result where the bytes run out: an error within a length, otherwise a wish for more.</summary>
    /// <param name="needed">Bytes of the message up to the end of the field.</param>
    /// <param name="field">The field's ordinal.</param>
    /// <param name="at">Where it starts.</param>
    /// <param name="isBounded">Is it within a length that the message declares?</param>
    public static ParseResult Missing(long needed, int field, int at, bool isBounded) =>
        isBounded ? ParseResult.Invalid(ParseError.Length, field, at)
        : needed > int.MaxValue ? ParseResult.Invalid(ParseError.Limit, field, at)
        : ParseResult.NeedMore((int)needed, field);

    /// <summary>A part's result seen from the whole, behind which so many bytes must follow.</summary>
    public static ParseResult Part(ParseResult result, int field, int at, bool isBounded, int tail)
    {
        result = result.In(field, at, isBounded);
        return result.BytesNeeded == 0 ? result : Missing((long)result.BytesNeeded + tail, field, at, false);
    }

    /// <summary>The result where the source ends within fields that are read together.</summary>
    /// <param name="available">Bytes of them that are there.</param>
    /// <param name="at">Where they start.</param>
    /// <param name="ends">Where each ends, from there.</param>
    /// <param name="first">Ordinal of the first.</param>
    /// <param name="isBounded">Are they within a length that the message declares?</param>
    public static ParseResult MissingInRun(int available, int at, ReadOnlySpan<ushort> ends, int first, bool isBounded)
    {
        int missing = 0;
        while (missing < ends.Length - 1 && ends[missing] <= available)
            missing++;
        int start = at + (missing == 0 ? 0 : ends[missing - 1]);
        return isBounded ? ParseResult.Invalid(ParseError.Length, first + missing, Math.Min(start, at + Math.Max(available, 0))) : Missing((long)at + ends[^1], first + missing, at, false);
    }

    /// <summary>The length that a field says: <c>stored * unit - bias</c>, or as much as a long can hold; negative for a negative number.</summary>
    public static long Extent(ulong stored, int unit, int bias) =>
        stored <= long.MaxValue / 0x10000 ? (long)stored * unit - bias : stored > long.MaxValue ? long.MinValue / 2 : long.MaxValue / 2;

    /// <summary>The number of elements that a field says.</summary>
    public static int CountOf(ulong stored, int bias) => stored > int.MaxValue / 2 ? int.MaxValue / 2 : (int)stored - bias;

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

    /// <summary>Parses a value of a field type.</summary>
    public static ParseResult Parse<T>(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out T value) where T : ICodec<T>, allows ref struct =>
        T.TryParse(message, offset, context, out value);

    /// <summary>Parses a value of a field type that takes an argument.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ParseResult Parse<T, TArgument>(ReadOnlySpan<byte> message, int offset, TArgument argument, scoped ParseContext context, out T value)
        where T : ICodec<T, TArgument>, allows ref struct
        where TArgument : allows ref struct =>
        T.TryParse(message, offset, argument, context, out value);

    // Values are written not through the readonly reference, of which the compiler would make a copy for each call.

    /// <summary>The most bytes that a value of a field type takes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SizeOf<T>(scoped in T value) where T : IPresentable<T>, allows ref struct => Unsafe.AsRef(in value).GetMaxSize();

    /// <summary>The bytes that a value of a field type, or a message, takes where it was parsed.</summary>
    public static int ParsedSizeOf<T>(scoped in T value) where T : IPresentable<T>, allows ref struct => T.GetParsedSize(in value);

    /// <summary>The most bytes that a value of a field type takes that takes an argument.</summary>
    public static int SizeOf<T, TArgument>(scoped in T value, TArgument argument)
        where T : ICodec<T, TArgument>, allows ref struct
        where TArgument : allows ref struct =>
        Unsafe.AsRef(in value).GetMaxSize(argument);

    /// <summary>Writes a value of a field type that takes an argument.</summary>
    public static int Write<T, TArgument>(scoped in T value, Span<byte> message, int offset, TArgument argument, scoped WriteContext context)
        where T : ICodec<T, TArgument>, allows ref struct
        where TArgument : allows ref struct =>
        Unsafe.AsRef(in value).Write(message, offset, argument, context);

    /// <summary>Writes a value of a field type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write<T>(scoped in T value, Span<byte> message, int offset, scoped WriteContext context) where T : IWritable, allows ref struct =>
        Unsafe.AsRef(in value).Write(message, offset, context);

    /// <summary>Is the stored checksum right?</summary>
    public static bool IsValid<TChecksum, TValue>(TValue stored, TChecksum computed)
        where TChecksum : struct, IChecksum<TChecksum, TValue>
        where TValue : unmanaged =>
        TChecksum.IsValid(stored, computed);

    /// <summary>The checksum of bytes, starting from a seed. Its own field counts as zeros, and is left so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TValue Checksum<TChecksum, TValue>(TChecksum seed, ReadOnlySpan<byte> bytes, Span<byte> field)
        where TChecksum : struct, IChecksum<TChecksum, TValue>
        where TValue : unmanaged
    {
        field.Clear();
        seed.Append(bytes);
        return seed.Value;
    }

    /// <summary>Writes the digest of bytes, starting from a seed. Its own field counts as zeros.</summary>
    public static void WriteDigest<TDigest>(TDigest seed, ReadOnlySpan<byte> bytes, Span<byte> field) where TDigest : struct, IDigest<TDigest>
    {
        field.Clear();
        seed.Append(bytes);
        seed.CopyTo(field);
    }

    /// <summary>The checksum after a change of the pseudo-header.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Follow<TChecksum>(ushort checksum, PseudoHeader before, PseudoHeader after)
        where TChecksum : struct, IIncrementalChecksum<TChecksum, ushort> =>
        TChecksum.Update(checksum, before, after);

    /// <summary>Does a field of type T take all there is?</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsWhole<T>() where T : ICodec<T>, allows ref struct => T.IsWhole;

    /// <summary>Is T carried under that value of the table by that field of the carrier?</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsCarried<T, TTag, TCarrier>(TTag tag, string tagField)
        where T : ICarried<TTag>, allows ref struct
        where TTag : struct, Enum
        where TCarrier : allows ref struct =>
        T.IsCarriedAs(tag) && T.IsCarriedBy<TCarrier>(tagField);

    /// <summary>Shows a payload as the message that it is; as far as it goes, if it was cut short.</summary>
    public static void VisitCase<TVisitor, T>(ref TVisitor visitor, in FieldDescription field, int bitOffset, ReadOnlySpan<byte> message, int offset)
        where TVisitor : IFieldVisitor, allows ref struct
        where T : IMessage<T>, allows ref struct
    {
        var result = T.TryParse(message, offset, default, out var value);
        if (result || (result.Status == System.Buffers.OperationStatus.NeedMoreData && T.TryParse(message, offset, new ParseContext { HeaderOnly = true }, out value)))
            visitor.Message(in field, bitOffset, message.Length - offset, in value);
        else
            visitor.Malformed<T>(in field, bitOffset, message[offset..], result);
    }

    /// <inheritdoc cref="VisitCase{TVisitor, T}"/>
    public static void VisitCase<TVisitor, T, TArgument>(ref TVisitor visitor, in FieldDescription field, int bitOffset, ReadOnlySpan<byte> message, int offset, TArgument argument)
        where TVisitor : IFieldVisitor, allows ref struct
        where T : ICodec<T, TArgument>, IVisitable<T>, allows ref struct
        where TArgument : allows ref struct
    {
        var result = T.TryParse(message, offset, argument, default, out var value);
        if (result || (result.Status == System.Buffers.OperationStatus.NeedMoreData && T.TryParse(message, offset, argument, new ParseContext { HeaderOnly = true }, out value)))
            visitor.Message(in field, bitOffset, message.Length - offset, in value);
        else
            visitor.Malformed<T>(in field, bitOffset, message[offset..], result);
    }

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
    /// <param name="length">Bytes of the range.</param>
    /// <param name="unit">What the field counts in.</param>
    /// <param name="bias">What is added.</param>
    /// <param name="max">The largest number that it holds.</param>
    /// <param name="own">Bytes of the part of the range to name, if it is too long.</param>
    /// <param name="range">That part.</param>
    /// <param name="field">The field.</param>
    /// <exception cref="InvalidOperationException">The field cannot hold it.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Length(long length, int unit, int bias, ulong max, long own, string range, string field)
    {
        long scaled = length + bias;
        long stored = unit == 1 ? scaled : scaled / unit;
        if (scaled < 0 || (ulong)stored > max || (unit != 1 && stored * unit != scaled))
            ThrowLength(length, unit, bias, max, own, range, field);
        return (ulong)stored;
    }

    /// <summary>The same for a field of at most 16 bits, and a length without other lengths in it, so that there is nothing to overflow.</summary>
    /// <inheritdoc cref="Length"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ShortLength(int length, int unit, int bias, uint max, int own, string range, string field)
    {
        // What is negative is too large.
        uint scaled = unchecked((uint)(length + bias)), stored = scaled / (uint)unit;
        if (stored > max || (unit != 1 && stored * (uint)unit != scaled))
            ThrowLength(length, unit, bias, max, own, range, field);
        return stored;
    }

    /// <summary>A sum of 16-bit words, as the machine reads them, reduced to what can be added further; of bytes at an odd place of the message, with each word's bytes exchanged.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Words(ulong value, bool isOdd) => isOdd ? ((uint)value + (value >> 32)) << 8 : (uint)value + (value >> 32);

    /// <inheritdoc cref="ISumChecksum{TSelf, TValue}.SumOf"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong SumOf<TChecksum, TValue>(ReadOnlySpan<byte> bytes)
        where TChecksum : struct, ISumChecksum<TChecksum, TValue>
        where TValue : unmanaged =>
        TChecksum.SumOf(bytes);

    /// <inheritdoc cref="ISumChecksum{TSelf, TValue}.SumAndCopy"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong SumAndCopy<TChecksum, TValue>(ReadOnlySpan<byte> bytes, Span<byte> destination)
        where TChecksum : struct, ISumChecksum<TChecksum, TValue>
        where TValue : unmanaged =>
        TChecksum.SumAndCopy(bytes, destination);

    /// <inheritdoc cref="ISumChecksum{TSelf, TValue}.NetworkValueWith"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TValue NetworkValueWith<TChecksum, TValue>(TChecksum seed, ulong words)
        where TChecksum : struct, ISumChecksum<TChecksum, TValue>
        where TValue : unmanaged =>
        seed.NetworkValueWith(words);

    /// <summary>What a count field stores for <paramref name="count"/> elements: <c>stored = count + bias</c>.</summary>
    /// <exception cref="InvalidOperationException">The field cannot hold it.</exception>
    public static ulong Count(long count, int bias, ulong max, string list, string field)
    {
        long stored = count + bias;
        return stored >= 0 && (ulong)stored <= max ? (ulong)stored : throw new InvalidOperationException($"{list}: {count} elements cannot be said by {field}.");
    }

    /// <summary>What a field stores that says the lengths of two ranges, which must be the same.</summary>
    /// <exception cref="InvalidOperationException">They differ.</exception>
    public static ulong Same(ulong first, ulong second, string range, string field) =>
        first == second ? first : throw new InvalidOperationException($"{range}: {field} is {first} for what comes before it, {second} for this.");

    /// <summary>Whether two fields are there of which one flag tells; they must not differ.</summary>
    /// <exception cref="InvalidOperationException">One is there without the other.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Together(bool first, bool second, string field, string other) =>
        first == second ? first : throw new InvalidOperationException($"{field}: it is there only together with {other}.");

    /// <summary>Bytes up to the next multiple of <paramref name="unit"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Padding(int length, int unit) => BitOperations.IsPow2(unit) ? -length & (unit - 1) : (unit - length % unit) % unit;

    /// <summary>Bytes of padding that bring what ends <paramref name="behind"/> bytes after it to a multiple of <paramref name="multiple"/>, counted from <paramref name="from"/>.</summary>
    public static int Align(int at, int multiple, int min, int from, int behind) =>
        multiple < 2 ? min : min + (int)(((long)multiple - ((long)at + min + behind - from) % multiple) % multiple);

    /// <summary>Checks padding of a length of its own: whole boundaries more than is due, no less.</summary>
    public static void CheckPadding(int length, int due, int multiple, string field)
    {
        if (length < due || (multiple >= 2 && (length - due) % multiple != 0))
            throw new InvalidOperationException($"{field}: {length} bytes; {due} are due, or more by whole boundaries.");
    }

    /// <summary>The fewest bytes that hold an unsigned number: at least one.</summary>
    public static int Width(ulong value) => Math.Max((71 - BitOperations.LeadingZeroCount(value)) / 8, 1);

    /// <summary>The fewest bytes that hold a signed number.</summary>
    public static int SignedWidth(ulong value) => (72 - BitOperations.LeadingZeroCount((long)value < 0 ? ~value : value)) / 8;

    /// <summary>What an element holds of a value of which the element before had <paramref name="previous"/>.</summary>
    /// <exception cref="InvalidOperationException">It is less.</exception>
    public static ulong Difference(ulong value, ulong previous, string field) =>
        value >= previous ? value - previous : throw new InvalidOperationException($"{field}: {value} follows {previous}, but elements are in increasing order.");

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

    /// <summary>A 16-bit word of the fixed part of a message.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Word<TLayout>(scoped ref readonly TLayout layout, int offset) where TLayout : unmanaged =>
        Big(Unsafe.ReadUnaligned<ushort>(ref Unsafe.AddByteOffset(ref Unsafe.As<TLayout, byte>(ref Unsafe.AsRef(in layout)), offset)));

    /// <summary>Two 16-bit words of the fixed part of a message.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Words<TLayout>(scoped ref readonly TLayout layout, int offset) where TLayout : unmanaged =>
        Big(Unsafe.ReadUnaligned<uint>(ref Unsafe.AddByteOffset(ref Unsafe.As<TLayout, byte>(ref Unsafe.AsRef(in layout)), offset)));

    /// <summary>Sets a 16-bit word of the fixed part of a message.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetWord<TLayout>(scoped ref TLayout layout, int offset, ushort word) where TLayout : unmanaged =>
        Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref Unsafe.As<TLayout, byte>(ref layout), offset), Big(word));

    /// <summary>Sets two 16-bit words of the fixed part of a message.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetWords<TLayout>(scoped ref TLayout layout, int offset, uint words) where TLayout : unmanaged =>
        Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref Unsafe.As<TLayout, byte>(ref layout), offset), Big(words));

    /// <summary>An incremental checksum after the change of a word that it covers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Followed<TChecksum>(ushort checksum, ushort before, ushort after)
        where TChecksum : struct, IIncrementalChecksum<TChecksum, ushort> =>
        before == after ? checksum : TChecksum.Update(checksum, before, after);

    /// <summary>An incremental checksum after the change of two words that it covers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Followed<TChecksum>(ushort checksum, uint before, uint after)
        where TChecksum : struct, IIncrementalChecksum<TChecksum, ushort> =>
        before == after ? checksum : TChecksum.Update(checksum, before, after);

    /// <summary>Follows a change of bytes that an incremental checksum covers.</summary>
    /// <param name="before">The words as they were.</param>
    /// <param name="after">The same words as they are; both start at an even offset of what the checksum covers.</param>
    /// <param name="checksum">The field that holds the checksum.</param>
    /// <param name="isLittleEndian">Is it stored least significant byte first?</param>
    public static void Follow<TChecksum>(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, Span<byte> checksum, bool isLittleEndian)
        where TChecksum : struct, IIncrementalChecksum<TChecksum, ushort>
    {
        ushort value = Ordered(MemoryMarshal.Read<ushort>(checksum), isLittleEndian);
        for (int i = 0; i < after.Length; i += 2)
        {
            ushort old = Word(before, i), now = Word(after, i);
            if (old != now)
                value = TChecksum.Update(value, old, now);
        }
        MemoryMarshal.Write(checksum, Ordered(value, isLittleEndian));

        static ushort Word(ReadOnlySpan<byte> bytes, int at) => at + 1 < bytes.Length ? BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]) : (ushort)(bytes[at] << 8);
    }

    /// <summary>The bytes from one place to another, which the caller has tested.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> Window(scoped ref readonly byte start, int from, int to) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref Unsafe.AsRef(in start), (nuint)(uint)from), to - from);

    /// <summary>The same, to write to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<byte> WritableWindow(ref byte start, int from, int to) =>
        MemoryMarshal.CreateSpan(ref Unsafe.Add(ref start, (nuint)(uint)from), to - from);

    /// <summary>Where <paramref name="part"/> starts in <paramref name="whole"/>; <paramref name="otherwise"/> if it is empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int OffsetOf(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> part, int otherwise)
    {
        nint offset = Unsafe.ByteOffset(ref MemoryMarshal.GetReference(whole), ref MemoryMarshal.GetReference(part));
        return !part.IsEmpty && (nuint)offset < (nuint)whole.Length ? (int)offset : otherwise;
    }

    /// <summary>Throws: the field is set although its condition says that it is absent.</summary>
    [DoesNotReturn]
    public static void ThrowAbsent(string field, string condition) => throw new InvalidOperationException($"{field} is set, but {condition} is false.");

    /// <summary>Throws: the field is not set although its condition says that it is there.</summary>
    [DoesNotReturn]
    public static void ThrowMissing(string field) => throw new InvalidOperationException($"{field} is not set, but the message says that it is there.");

    /// <summary>Throws: bytes of a field that has a width are not of that width.</summary>
    [DoesNotReturn]
    public static void ThrowWidth(string field, int length, int width) => throw new InvalidOperationException($"{field}: {length} bytes, must be {width}.");

    /// <summary>Throws: the last element of a list is not whole.</summary>
    [DoesNotReturn]
    public static void ThrowPart(string field, int length, int width) => throw new InvalidOperationException($"{field}: {length} bytes are no whole number of elements of {width} bytes.");

    /// <summary>Throws: the field is longer than the definition allows.</summary>
    [DoesNotReturn]
    public static void ThrowLimit(string field, int limit) => throw new InvalidOperationException($"{field} is longer than {limit}.");

    /// <summary>Throws: an optional constant is set to something else.</summary>
    [DoesNotReturn]
    public static void ThrowConstant(string field) => throw new InvalidOperationException($"{field} is a constant: set it to that, or leave it out.");

    /// <summary>Throws: elements are added to a list behind which another one has begun.</summary>
    [DoesNotReturn]
    public static void ThrowOrder(string list) => throw new InvalidOperationException($"{list}: a later list was begun.");

    /// <summary>Writes what follows a payload that was written anew: bytes that are no part of it.</summary>
    /// <param name="message">The message that is being written.</param>
    /// <param name="at">Where the payload is in it.</param>
    /// <param name="written">How long it has become; -1 if it had no room.</param>
    /// <param name="rest">What follows.</param>
    /// <returns>The bytes of both; -1 if they have no room.</returns>
    public static int WriteBefore(Span<byte> message, int at, int written, ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty || written < 0)
            return written;
        return rest.TryCopyTo(message[(at + written)..]) ? written + rest.Length : -1;
    }

    /// <summary>Throws: what was received does not mean anything outside of the message that it was in.</summary>
    [DoesNotReturn]
    public static void ThrowMalformed(string field, ParseResult result) => throw new InvalidOperationException($"{field} is malformed ({result}) and cannot be written anew.");

    /// <summary>Throws: the packet has no such layer.</summary>
    [DoesNotReturn]
    public static void ThrowNoLayer(string layer) => throw new InvalidOperationException($"There is no {layer} in this packet.");

    [DoesNotReturn]
    private static void ThrowTooLarge(ulong value, ulong max, string field) =>
        throw new ArgumentOutOfRangeException(field, value, $"The field holds at most {max}.");

    [DoesNotReturn]
    private static void ThrowLength(long length, int unit, int bias, ulong max, long own, string range, string field)
    {
        decimal most = (decimal)max * unit - bias, others = length - own;
        throw new InvalidOperationException(length > most
            ? $"{range}: {own} bytes, {field} allows {Math.Max(most - others, 0)}."
            : $"{range}: {own} bytes cannot be said by {field}, which counts in units of {unit} from {-bias - others}.");
    }

    [DoesNotReturn]
    private static void ThrowOtherTag<TTag, TUpper>(TTag tag, string carrier)
        where TTag : struct, Enum
        where TUpper : ICarried<TTag>, allows ref struct =>
        throw new ArgumentException($"{carrier} says that it carries {tag}; {typeof(TUpper).Name} is carried as {TUpper.Tag}.");
}
