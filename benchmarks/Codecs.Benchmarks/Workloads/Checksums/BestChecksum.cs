using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Codecs.Benchmarks.Workloads.Checksums;

/// <summary>
/// The Internet checksum as fast as is known: four vectors at a time, loaded without checks, the rest as one more vector that
/// overlaps what was added already. For machines that are little-endian, with vectors of 256 or 512 bits.
/// </summary>
internal static class BestChecksum
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ushort Compute(ReadOnlySpan<byte> bytes) => (ushort)~Sum(bytes);

    /// <summary>The sum of 16-bit words in network order, folded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Sum(ReadOnlySpan<byte> bytes)
    {
        ref byte start = ref MemoryMarshal.GetReference(bytes);
        nuint length = (nuint)bytes.Length;
        ulong sum;
        if (length < 16)
            sum = SumWords(ref start, length);
        else if (length < 32)
            sum = SumTwoVectors128(ref start, length);
        else if (Vector512.IsHardwareAccelerated && length >= 64)
            sum = SumVectors512(ref start, length);
        else
            sum = SumVectors256(ref start, length);
        return BinaryPrimitives.ReverseEndianness(Fold(sum));
    }

    /// <summary>The sum of 16-bit words in network order, folded, of bytes that are copied on the way.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ushort SumAndCopy(ReadOnlySpan<byte> bytes, Span<byte> destination)
    {
        if (!Vector512.IsHardwareAccelerated || bytes.Length < 64)
        {
            bytes.CopyTo(destination);
            return Sum(bytes);
        }
        nuint length = (nuint)bytes.Length;
        ref byte start = ref MemoryMarshal.GetReference(bytes);
        ref byte copy = ref MemoryMarshal.GetReference(destination[..bytes.Length]);
        var mask = Vector512.Create(0xFFFF_FFFFUL);
        Vector512<ulong> low0 = default, high0 = default, low1 = default, high1 = default;
        nuint at = 0;
        for (; at + 128 <= length; at += 128)
        {
            var a = Vector512.LoadUnsafe(ref start, at);
            var b = Vector512.LoadUnsafe(ref start, at + 64);
            a.StoreUnsafe(ref copy, at);
            b.StoreUnsafe(ref copy, at + 64);
            low0 += a.AsUInt64() & mask;
            high0 += a.AsUInt64() >>> 32;
            low1 += b.AsUInt64() & mask;
            high1 += b.AsUInt64() >>> 32;
        }
        if (at + 64 <= length)
        {
            var a = Vector512.LoadUnsafe(ref start, at);
            a.StoreUnsafe(ref copy, at);
            low0 += a.AsUInt64() & mask;
            high0 += a.AsUInt64() >>> 32;
        }
        var sum = low0 + low1 + (high0 + high1);
        nuint rest = length % 64;
        if (rest != 0)
        {
            var fresh = Vector512.GreaterThanOrEqual(Vector512<byte>.Indices, Vector512.Create((byte)(64 - rest)));
            var last = Vector512.LoadUnsafe(ref start, length - 64);
            last.StoreUnsafe(ref copy, length - 64);
            var words = ((last & fresh).AsUInt64() & mask) + ((last & fresh).AsUInt64() >>> 32);
            sum += (length & 1) == 0 ? words : words << 8;
        }
        return BinaryPrimitives.ReverseEndianness(Fold(Vector512.Sum(sum)));
    }

    /// <summary>Adds the carries to the lowest 16 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Fold(ulong sum)
    {
        uint half = (uint)((sum + BitOperations.RotateLeft(sum, 32)) >> 32);
        return (ushort)((half + BitOperations.RotateLeft(half, 16)) >> 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong SumVectors512(ref byte start, nuint length)
    {
        var mask = Vector512.Create(0xFFFF_FFFFUL);
        Vector512<ulong> low0 = default, high0 = default, low1 = default, high1 = default;
        nuint at = 0;
        for (; at + 256 <= length; at += 256)
        {
            var a = Vector512.LoadUnsafe(ref start, at).AsUInt64();
            var b = Vector512.LoadUnsafe(ref start, at + 64).AsUInt64();
            var c = Vector512.LoadUnsafe(ref start, at + 128).AsUInt64();
            var d = Vector512.LoadUnsafe(ref start, at + 192).AsUInt64();
            low0 += a & mask;
            high0 += a >>> 32;
            low1 += b & mask;
            high1 += b >>> 32;
            low0 += c & mask;
            high0 += c >>> 32;
            low1 += d & mask;
            high1 += d >>> 32;
        }
        for (; at + 64 <= length; at += 64)
        {
            var a = Vector512.LoadUnsafe(ref start, at).AsUInt64();
            low0 += a & mask;
            high0 += a >>> 32;
        }
        var sum = low0 + low1 + (high0 + high1);
        nuint rest = length % 64;
        if (rest != 0)
        {
            var fresh = Vector512.GreaterThanOrEqual(Vector512<byte>.Indices, Vector512.Create((byte)(64 - rest)));
            var last = (Vector512.LoadUnsafe(ref start, length - 64) & fresh).AsUInt64();
            var words = (last & mask) + (last >>> 32);
            sum += (length & 1) == 0 ? words : words << 8;
        }
        return Vector512.Sum(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong SumVectors256(ref byte start, nuint length)
    {
        var mask = Vector256.Create(0xFFFF_FFFFUL);
        Vector256<ulong> low0 = default, high0 = default, low1 = default, high1 = default;
        nuint at = 0;
        for (; at + 128 <= length; at += 128)
        {
            var a = Vector256.LoadUnsafe(ref start, at).AsUInt64();
            var b = Vector256.LoadUnsafe(ref start, at + 32).AsUInt64();
            var c = Vector256.LoadUnsafe(ref start, at + 64).AsUInt64();
            var d = Vector256.LoadUnsafe(ref start, at + 96).AsUInt64();
            low0 += a & mask;
            high0 += a >>> 32;
            low1 += b & mask;
            high1 += b >>> 32;
            low0 += c & mask;
            high0 += c >>> 32;
            low1 += d & mask;
            high1 += d >>> 32;
        }
        for (; at + 32 <= length; at += 32)
        {
            var a = Vector256.LoadUnsafe(ref start, at).AsUInt64();
            low0 += a & mask;
            high0 += a >>> 32;
        }
        var sum = low0 + low1 + (high0 + high1);
        nuint rest = length % 32;
        if (rest != 0)
        {
            var fresh = Vector256.GreaterThanOrEqual(Vector256<byte>.Indices, Vector256.Create((byte)(32 - rest)));
            var last = (Vector256.LoadUnsafe(ref start, length - 32) & fresh).AsUInt64();
            var words = (last & mask) + (last >>> 32);
            sum += (length & 1) == 0 ? words : words << 8;
        }
        return Vector256.Sum(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong SumTwoVectors128(ref byte start, nuint length)
    {
        var mask = Vector128.Create(0xFFFF_FFFFUL);
        var fresh = Vector128.GreaterThanOrEqual(Vector128<byte>.Indices, Vector128.Create((byte)(32 - length)));
        var first = Vector128.LoadUnsafe(ref start).AsUInt64();
        var last = (Vector128.LoadUnsafe(ref start, length - 16) & fresh).AsUInt64();
        var words = (last & mask) + (last >>> 32);
        return Vector128.Sum((first & mask) + (first >>> 32) + ((length & 1) == 0 ? words : words << 8));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong SumWords(ref byte start, nuint length)
    {
        ulong sum = 0;
        nuint at = 0;
        for (; length - at >= 8; at += 8)
        {
            ulong words = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, at));
            sum += (uint)words;
            sum += words >> 32;
        }
        if ((length & 4) != 0)
        {
            sum += Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, at));
            at += 4;
        }
        if ((length & 2) != 0)
        {
            sum += Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref start, at));
            at += 2;
        }
        if ((length & 1) != 0)
            sum += Unsafe.Add(ref start, at);
        return sum;
    }
}
