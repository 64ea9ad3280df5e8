using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Codecs.CompilerServices;

// Checksums and digests: computed, summed while they are written, and followed.
public static partial class Wire
{
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
}
