using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Codecs;

/// <summary>The one's complement sum of 16-bit words (RFC 1071), with its incremental update (RFC 1624).</summary>
public struct InternetChecksum : IIncrementalChecksum<InternetChecksum, ushort>
{
    // 16-bit words in network order, unfolded
    private ulong _sum;
    private bool _isOdd;

    /// <summary>A sum to start from.</summary>
    /// <param name="sum">Sum of 16-bit words in network order, unfolded.</param>
    public InternetChecksum(ulong sum) => _sum = sum;

    /// <summary>The checksum of <paramref name="bytes"/> alone.</summary>
    public static ushort Compute(ReadOnlySpan<byte> bytes)
    {
        var checksum = default(InternetChecksum);
        checksum.Append(bytes);
        return checksum.Value;
    }

    /// <summary>The sum of the 16-bit words of a number in network order: a summand for <see cref="PseudoHeader"/>.</summary>
    public static ulong SumOf(uint value) => (value >> 16) + (ushort)value;

    /// <inheritdoc cref="SumOf(uint)"/>
    public static ulong SumOf(UInt128 value)
    {
        ulong high = (ulong)(value >> 64), low = (ulong)value;
        return SumOf((uint)(high >> 32)) + SumOf((uint)high) + SumOf((uint)(low >> 32)) + SumOf((uint)low);
    }

    /// <inheritdoc/>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return;
        // Addition in one's complement commutes with swapping bytes: add native words, then swap the folded sum once. An odd
        // number of bytes before this piece is one more swap.
        ushort folded = Fold(SumNative(bytes));
        _sum += BitConverter.IsLittleEndian != _isOdd ? BinaryPrimitives.ReverseEndianness(folded) : folded;
        _isOdd ^= (bytes.Length & 1) != 0;
    }

    /// <inheritdoc/>
    public readonly ushort Value => (ushort)~Fold(_sum);

    /// <inheritdoc/>
    public static bool IsValid(ushort stored, InternetChecksum computed) => Fold(computed._sum + stored) == 0xFFFF;

    /// <inheritdoc/>
    public static ushort Update(ushort checksum, ushort oldWord, ushort newWord) =>
        // RFC 1624 section 3, equation 3: HC' = ~(~HC + ~m + m')
        (ushort)~Fold((ulong)(ushort)~checksum + (ushort)~oldWord + newWord);

    /// <inheritdoc/>
    public static ushort Update(ushort checksum, PseudoHeader before, PseudoHeader after) => Update(checksum, Fold(before.Sum), Fold(after.Sum));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ushort Fold(ulong sum)
    {
        sum = (uint)sum + (sum >> 32);
        sum = (uint)sum + (sum >> 32);
        uint low = (uint)sum;
        low = (low & 0xFFFF) + (low >> 16);
        return (ushort)((low & 0xFFFF) + (low >> 16));
    }

    // Sum of native 32-bit words. 2^32 is 1 in one's complement of 16 bits, so halves of larger words may be added as they are.
    private static ulong SumNative(ReadOnlySpan<byte> bytes)
    {
        ulong sum = 0;
        if (Vector512.IsHardwareAccelerated && bytes.Length >= 256)
        {
            var blocks = MemoryMarshal.Cast<byte, Vector512<ulong>>(bytes);
            var mask = Vector512.Create(0xFFFF_FFFFUL);
            Vector512<ulong> low = default, high = default;
            foreach (var block in blocks)
            {
                low += block & mask;
                high += block >>> 32;
            }
            sum = Vector512.Sum(low + high);
            bytes = bytes[(blocks.Length * 64)..];
        }
        if (Vector256.IsHardwareAccelerated && bytes.Length >= 32)
        {
            var blocks = MemoryMarshal.Cast<byte, Vector256<ulong>>(bytes);
            var mask = Vector256.Create(0xFFFF_FFFFUL);
            Vector256<ulong> low = default, high = default;
            foreach (var block in blocks)
            {
                low += block & mask;
                high += block >>> 32;
            }
            sum += Vector256.Sum(low + high);
            bytes = bytes[(blocks.Length * 32)..];
        }
        while (bytes.Length >= 8)
        {
            ulong word = MemoryMarshal.Read<ulong>(bytes);
            sum += (uint)word + (word >> 32);
            bytes = bytes[8..];
        }
        if (bytes.Length >= 4)
        {
            sum += MemoryMarshal.Read<uint>(bytes);
            bytes = bytes[4..];
        }
        if (bytes.Length >= 2)
        {
            sum += MemoryMarshal.Read<ushort>(bytes);
            bytes = bytes[2..];
        }
        if (!bytes.IsEmpty)
            sum += BitConverter.IsLittleEndian ? bytes[0] : (ulong)bytes[0] << 8;
        return sum;
    }
}
