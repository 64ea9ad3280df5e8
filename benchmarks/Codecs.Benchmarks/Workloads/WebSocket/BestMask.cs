using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Codecs.Benchmarks.Workloads.WebSocket;

/// <summary>
/// Unmasking as fast as is known: four vectors at a time, without checks; the last vector overlaps the one before it, is loaded before
/// anything is stored and stored last. For machines that are little-endian, with vectors of 256 or 512 bits.
/// </summary>
internal static class BestMask
{
    /// <param name="payload">What is unmasked where it is.</param>
    /// <param name="key">The key as a number in the order of memory.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Apply(Span<byte> payload, uint key)
    {
        ref byte start = ref MemoryMarshal.GetReference(payload);
        nuint length = (nuint)payload.Length;
        if (Vector512.IsHardwareAccelerated && length >= 64)
            Apply512(ref start, length, key);
        else if (length >= 32)
            Apply256(ref start, length, key);
        else
            ApplyWords(ref start, length, key);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Apply512(ref byte start, nuint length, uint key)
    {
        var mask = Vector512.Create(key).AsByte();
        var last = Vector512.LoadUnsafe(ref start, length - 64) ^ Vector512.Create(BitOperations.RotateRight(key, (int)length * 8)).AsByte();
        nuint at = 0;
        for (; at + 256 <= length; at += 256)
        {
            var a = Vector512.LoadUnsafe(ref start, at) ^ mask;
            var b = Vector512.LoadUnsafe(ref start, at + 64) ^ mask;
            var c = Vector512.LoadUnsafe(ref start, at + 128) ^ mask;
            var d = Vector512.LoadUnsafe(ref start, at + 192) ^ mask;
            a.StoreUnsafe(ref start, at);
            b.StoreUnsafe(ref start, at + 64);
            c.StoreUnsafe(ref start, at + 128);
            d.StoreUnsafe(ref start, at + 192);
        }
        for (; at + 64 <= length; at += 64)
            (Vector512.LoadUnsafe(ref start, at) ^ mask).StoreUnsafe(ref start, at);
        last.StoreUnsafe(ref start, length - 64);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Apply256(ref byte start, nuint length, uint key)
    {
        var mask = Vector256.Create(key).AsByte();
        var last = Vector256.LoadUnsafe(ref start, length - 32) ^ Vector256.Create(BitOperations.RotateRight(key, (int)length * 8)).AsByte();
        nuint at = 0;
        for (; at + 128 <= length; at += 128)
        {
            var a = Vector256.LoadUnsafe(ref start, at) ^ mask;
            var b = Vector256.LoadUnsafe(ref start, at + 32) ^ mask;
            var c = Vector256.LoadUnsafe(ref start, at + 64) ^ mask;
            var d = Vector256.LoadUnsafe(ref start, at + 96) ^ mask;
            a.StoreUnsafe(ref start, at);
            b.StoreUnsafe(ref start, at + 32);
            c.StoreUnsafe(ref start, at + 64);
            d.StoreUnsafe(ref start, at + 96);
        }
        for (; at + 32 <= length; at += 32)
            (Vector256.LoadUnsafe(ref start, at) ^ mask).StoreUnsafe(ref start, at);
        last.StoreUnsafe(ref start, length - 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ApplyWords(ref byte start, nuint length, uint key)
    {
        nuint at = 0;
        for (; at + 4 <= length; at += 4)
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref start, at), Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, at)) ^ key);
        for (; at < length; at++, key >>= 8)
            Unsafe.Add(ref start, at) ^= (byte)key;
    }
}
