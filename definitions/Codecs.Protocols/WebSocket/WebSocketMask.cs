using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Codecs.Protocols;

/// <summary>
/// The masking of a frame's payload (RFC 6455 section 5.3): every byte is combined with one of the four bytes of a key, in turn. Doing it twice undoes it.
/// </summary>
/// <remarks>
/// The payload may come in pieces of any size: the mask knows with which byte of the key the next piece begins. The default value changes nothing.
/// </remarks>
public struct WebSocketMask
{
    // In the order of memory; the first byte is for the next byte of payload.
    private uint _key;

    /// <summary>The mask of a frame, at the start of its payload.</summary>
    /// <param name="maskingKey">The key as a number in network order: its most significant byte is for the first byte of payload.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public WebSocketMask(uint maskingKey) => _key = BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(maskingKey) : maskingKey;

    /// <summary>Masks or unmasks the next bytes of payload where they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(Span<byte> payload)
    {
        Combine(payload, payload, _key);
        _key = Rotate(_key, payload.Length);
    }

    /// <summary>Masks or unmasks the next bytes of payload on their way from one buffer to another.</summary>
    /// <param name="source">The bytes.</param>
    /// <param name="destination">Where they go; it may be the same place as <paramref name="source"/> or begin before it, but not begin within it.</param>
    /// <exception cref="ArgumentException">The destination is too short, or begins within the source.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        if (destination.Length < source.Length)
            ThrowTooShort();
        if (source.Overlaps(destination, out int offset) && offset > 0)
            ThrowOverlap();
        Combine(source, destination[..source.Length], _key);
        _key = Rotate(_key, source.Length);
    }

    private static void ThrowTooShort() => throw new ArgumentException("The destination is shorter than the source.", "destination");

    private static void ThrowOverlap() => throw new ArgumentException("The destination begins within the source.", "destination");

    /// <summary>The key as it is for the byte that lies <paramref name="count"/> bytes further on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Rotate(uint key, int count) => BitConverter.IsLittleEndian ? BitOperations.RotateRight(key, count * 8) : BitOperations.RotateLeft(key, count * 8);

    private static void Combine(ReadOnlySpan<byte> source, Span<byte> destination, uint key)
    {
        if (Vector512.IsHardwareAccelerated && source.Length >= Vector512<byte>.Count)
            Combine512(source, destination, key);
        else if (Vector256.IsHardwareAccelerated && source.Length >= Vector256<byte>.Count)
            Combine256(source, destination, key);
        else if (Vector128.IsHardwareAccelerated && source.Length >= Vector128<byte>.Count)
            Combine128(source, destination, key);
        else
            CombineWords(source, destination, key);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Combine512(ReadOnlySpan<byte> source, Span<byte> destination, uint key)
    {
        var mask = Vector512.Create(key).AsByte();
        // The last vector overlaps the one before it: it is loaded before anything is stored, and stored last.
        var last = Vector512.Create(source[^Vector512<byte>.Count..]) ^ Vector512.Create(Rotate(key, source.Length)).AsByte();
        var from = MemoryMarshal.Cast<byte, Four<Vector512<byte>>>(source);
        var to = MemoryMarshal.Cast<byte, Four<Vector512<byte>>>(destination)[..from.Length];
        for (int i = 0; i < from.Length; i++)
        {
            ref readonly var four = ref from[i];
            var first = four.First ^ mask;
            var second = four.Second ^ mask;
            var third = four.Third ^ mask;
            var fourth = four.Fourth ^ mask;
            ref var result = ref to[i];
            result.First = first;
            result.Second = second;
            result.Third = third;
            result.Fourth = fourth;
        }
        int done = from.Length * 4 * Vector512<byte>.Count;
        var rest = MemoryMarshal.Cast<byte, Vector512<byte>>(source[done..]);
        var restTo = MemoryMarshal.Cast<byte, Vector512<byte>>(destination[done..])[..rest.Length];
        for (int i = 0; i < rest.Length; i++)
            restTo[i] = rest[i] ^ mask;
        last.CopyTo(destination[^Vector512<byte>.Count..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Combine256(ReadOnlySpan<byte> source, Span<byte> destination, uint key)
    {
        var mask = Vector256.Create(key).AsByte();
        var last = Vector256.Create(source[^Vector256<byte>.Count..]) ^ Vector256.Create(Rotate(key, source.Length)).AsByte();
        var from = MemoryMarshal.Cast<byte, Four<Vector256<byte>>>(source);
        var to = MemoryMarshal.Cast<byte, Four<Vector256<byte>>>(destination)[..from.Length];
        for (int i = 0; i < from.Length; i++)
        {
            ref readonly var four = ref from[i];
            var first = four.First ^ mask;
            var second = four.Second ^ mask;
            var third = four.Third ^ mask;
            var fourth = four.Fourth ^ mask;
            ref var result = ref to[i];
            result.First = first;
            result.Second = second;
            result.Third = third;
            result.Fourth = fourth;
        }
        int done = from.Length * 4 * Vector256<byte>.Count;
        var rest = MemoryMarshal.Cast<byte, Vector256<byte>>(source[done..]);
        var restTo = MemoryMarshal.Cast<byte, Vector256<byte>>(destination[done..])[..rest.Length];
        for (int i = 0; i < rest.Length; i++)
            restTo[i] = rest[i] ^ mask;
        last.CopyTo(destination[^Vector256<byte>.Count..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Combine128(ReadOnlySpan<byte> source, Span<byte> destination, uint key)
    {
        var mask = Vector128.Create(key).AsByte();
        var last = Vector128.Create(source[^Vector128<byte>.Count..]) ^ Vector128.Create(Rotate(key, source.Length)).AsByte();
        var from = MemoryMarshal.Cast<byte, Four<Vector128<byte>>>(source);
        var to = MemoryMarshal.Cast<byte, Four<Vector128<byte>>>(destination)[..from.Length];
        for (int i = 0; i < from.Length; i++)
        {
            ref readonly var four = ref from[i];
            var first = four.First ^ mask;
            var second = four.Second ^ mask;
            var third = four.Third ^ mask;
            var fourth = four.Fourth ^ mask;
            ref var result = ref to[i];
            result.First = first;
            result.Second = second;
            result.Third = third;
            result.Fourth = fourth;
        }
        int done = from.Length * 4 * Vector128<byte>.Count;
        var rest = MemoryMarshal.Cast<byte, Vector128<byte>>(source[done..]);
        var restTo = MemoryMarshal.Cast<byte, Vector128<byte>>(destination[done..])[..rest.Length];
        for (int i = 0; i < rest.Length; i++)
            restTo[i] = rest[i] ^ mask;
        last.CopyTo(destination[^Vector128<byte>.Count..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CombineWords(ReadOnlySpan<byte> source, Span<byte> destination, uint key)
    {
        ulong mask = (ulong)key << 32 | key;
        for (; source.Length >= sizeof(ulong); source = source[sizeof(ulong)..], destination = destination[sizeof(ulong)..])
            MemoryMarshal.Write(destination, MemoryMarshal.Read<ulong>(source) ^ mask);
        if (source.Length >= sizeof(uint))
        {
            MemoryMarshal.Write(destination, MemoryMarshal.Read<uint>(source) ^ key);
            source = source[sizeof(uint)..];
            destination = destination[sizeof(uint)..];
        }
        for (int i = 0; i < source.Length && i < destination.Length; i++)
        {
            destination[i] = (byte)(source[i] ^ (BitConverter.IsLittleEndian ? key : key >> 24));
            key = Rotate(key, 1);
        }
    }

    // Four vectors in a row, so that a loop over them has one test for all.
    private struct Four<T>
    {
        public T First, Second, Third, Fourth;
    }
}
