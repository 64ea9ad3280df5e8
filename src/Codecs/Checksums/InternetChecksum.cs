using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Codecs;

/// <summary>The one's complement sum of 16-bit words (RFC 1071), with its incremental update (RFC 1624).</summary>
public struct InternetChecksum : IIncrementalChecksum<InternetChecksum, ushort>, ISumChecksum<InternetChecksum, ushort>
{
    // 16-bit words in network order, unfolded; less than 2^48, so that it can be swapped by a factor of 256, and words be added
    private ulong _sum;
    private bool _isOdd;

    /// <summary>A sum to start from.</summary>
    /// <param name="sum">Sum of 16-bit words in network order, unfolded.</param>
    public InternetChecksum(ulong sum) => _sum = Reduce(sum);

    /// <summary>A sum of few words to start from.</summary>
    /// <param name="sum">Less than 2 to the power of 48.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static InternetChecksum Of(ulong sum) => new() { _sum = sum };

    /// <summary>The checksum of <paramref name="bytes"/> alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Compute(ReadOnlySpan<byte> bytes)
    {
        ushort sum = Fold(SumNative(bytes));
        return (ushort)~(BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(sum) : sum);
    }

    /// <summary>The sum of the 16-bit words of a number in network order, unfolded: a summand for <see cref="PseudoHeader"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong SumOf(uint value) => value; // 2^16 is 1 modulo 2^16 - 1: the number is the sum of its words with the carries not yet added

    /// <inheritdoc cref="SumOf(uint)"/>
    public static ulong SumOf(UInt128 value)
    {
        ulong high = (ulong)(value >> 64), low = (ulong)value;
        return SumOf((uint)(high >> 32)) + SumOf((uint)high) + SumOf((uint)(low >> 32)) + SumOf((uint)low);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(ReadOnlySpan<byte> bytes)
    {
        // One's complement sums are numbers modulo 2^16 - 1, where a factor of 256 swaps the bytes. So words are added as the machine
        // reads them, and their sum is swapped once; an odd number of bytes before this piece is one more swap.
        AppendWords(SumNative(bytes));
        _isOdd ^= (bytes.Length & 1) != 0;
    }

    /// <summary>Adds an even number of bytes, by the sum of their 16-bit words.</summary>
    /// <param name="words">A sum of words as <see cref="SumOf(ReadOnlySpan{byte})"/> gives it, or of several such sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendWords(ulong words)
    {
        ulong sum = Reduce(words);
        _sum = Reduce(_sum) + (BitConverter.IsLittleEndian != _isOdd ? sum << 8 : sum);
    }

    /// <summary>Adds bytes as <see cref="Append"/> does, and copies them.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="destination">Where they go; at least as long.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendAndCopy(ReadOnlySpan<byte> bytes, Span<byte> destination)
    {
        AppendWords(SumNativeAndCopy(bytes, destination));
        _isOdd ^= (bytes.Length & 1) != 0;
    }

    /// <inheritdoc/>
    public readonly ushort Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (ushort)~Fold(_sum);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ushort NetworkValueWith(ulong words)
    {
        // Words are in the order of the machine already; this sum is brought into it, by a factor of 256 where that is another.
        return (ushort)~Fold((BitConverter.IsLittleEndian ? _sum << 8 : _sum) + (_isOdd ? Reduce(words) << 8 : words));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong SumOf(ReadOnlySpan<byte> bytes) => SumNative(bytes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong SumAndCopy(ReadOnlySpan<byte> bytes, Span<byte> destination) => SumNativeAndCopy(bytes, destination);

    /// <inheritdoc/>
    public static bool IsValid(ushort stored, InternetChecksum computed) => Fold(computed._sum + stored) == 0xFFFF;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Update(ushort checksum, ushort oldWord, ushort newWord) =>
        // RFC 1624 section 3, equation 3: HC' = ~(~HC + ~m + m')
        (ushort)~FoldHalf((checksum ^ 0xFFFFu) + (oldWord ^ 0xFFFFu) + newWord);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Update(ushort checksum, uint oldWords, uint newWords) =>
        // 2^16 is 1 in one's complement: upper words may be added as they are, and ones in all of them are nothing.
        (ushort)~Fold((ulong)~(uint)checksum + ~oldWords + newWords);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Update(ushort checksum, PseudoHeader before, PseudoHeader after) =>
        (ushort)~Fold((ushort)~checksum + before.ComplementSum + after.Sum);

    // A number plus itself with its halves exchanged has the sum of the halves, with the carry added, in its upper half.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ushort Fold(ulong sum) => FoldHalf((uint)((sum + BitOperations.RotateLeft(sum, 32)) >> 32));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ushort FoldHalf(uint sum) => (ushort)((sum + BitOperations.RotateLeft(sum, 16)) >> 16);

    // To less than 2^33, which leaves room to add and to shift.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Reduce(ulong sum) => (uint)sum + (sum >> 32);

    // The sum of 16-bit words in the order of the machine, unfolded and less than 2^62. 2^32 is 1 modulo 2^16 - 1 too, so that halves of
    // larger words are added as they are. Not inlined: the one call that a checksum costs.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong SumNative(ReadOnlySpan<byte> bytes)
    {
        if (Vector512.IsHardwareAccelerated && bytes.Length >= Vector512<byte>.Count)
            return SumVectors512(bytes);
        if (Vector.IsHardwareAccelerated && bytes.Length >= Vector<byte>.Count)
            return SumVectors(bytes);
        if (Vector128.IsHardwareAccelerated && bytes.Length >= Vector128<byte>.Count)
            return SumTwoVectors128(bytes);
        return SumWords(bytes);
    }

    // In one pass where the processor has the widest vectors, and no byte is written before it is read.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong SumNativeAndCopy(ReadOnlySpan<byte> bytes, Span<byte> destination)
    {
        destination = destination[..bytes.Length];
        if (Vector512.IsHardwareAccelerated && bytes.Length >= Vector512<byte>.Count && !bytes.Overlaps(destination))
            return SumAndCopyVectors512(bytes, destination);
        ulong sum = SumNative(bytes);
        bytes.CopyTo(destination);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong SumAndCopyVectors512(ReadOnlySpan<byte> bytes, Span<byte> destination)
    {
        var low = Vector512.Create(0xFFFF_FFFFUL);
        Vector512<ulong> evenLow = default, evenHigh = default, oddLow = default, oddHigh = default;
        var vectors = MemoryMarshal.Cast<byte, Vector512<ulong>>(bytes);
        var copies = MemoryMarshal.Cast<byte, Vector512<ulong>>(destination);
        for (; vectors.Length >= 2 && copies.Length >= 2; vectors = vectors[2..], copies = copies[2..])
        {
            var (first, second) = (vectors[0], vectors[1]);
            copies[0] = first;
            copies[1] = second;
            evenLow += first & low;
            evenHigh += first >>> 32;
            oddLow += second & low;
            oddHigh += second >>> 32;
        }
        if (!vectors.IsEmpty && !copies.IsEmpty)
        {
            copies[0] = vectors[0];
            evenLow += vectors[0] & low;
            evenHigh += vectors[0] >>> 32;
        }
        var sum = evenLow + oddLow + (evenHigh + oddHigh);

        int rest = bytes.Length % Vector512<byte>.Count;
        if (rest != 0)
        {
            var last = Vector512.Create(bytes[^Vector512<byte>.Count..]);
            last.CopyTo(destination[^Vector512<byte>.Count..]);
            sum += WordsOfLast(last, rest, (bytes.Length & 1) != 0);
        }
        return Vector512.Sum(sum);
    }

    // As many bytes as a vector has, of which all but the last few were added already: they count as zeros. This vector starts at
    // an odd offset if the length is odd.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> WordsOfLast(Vector512<byte> last, int rest, bool isOdd)
    {
        last &= Vector512.GreaterThanOrEqual(Vector512<byte>.Indices, Vector512.Create((byte)(Vector512<byte>.Count - rest)));
        var words = (last.AsUInt64() & Vector512.Create(0xFFFF_FFFFUL)) + (last.AsUInt64() >>> 32);
        return isOdd ? words << 8 : words;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong SumVectors512(ReadOnlySpan<byte> bytes)
    {
        var low = Vector512.Create(0xFFFF_FFFFUL);
        Vector512<ulong> evenLow = default, evenHigh = default, oddLow = default, oddHigh = default;
        var vectors = MemoryMarshal.Cast<byte, Vector512<ulong>>(bytes);
        for (; vectors.Length >= 4; vectors = vectors[4..])
        {
            var (first, second, third, fourth) = (vectors[0], vectors[1], vectors[2], vectors[3]);
            evenLow += first & low;
            evenHigh += first >>> 32;
            oddLow += second & low;
            oddHigh += second >>> 32;
            evenLow += third & low;
            evenHigh += third >>> 32;
            oddLow += fourth & low;
            oddHigh += fourth >>> 32;
        }
        foreach (var vector in vectors)
        {
            evenLow += vector & low;
            evenHigh += vector >>> 32;
        }
        var sum = evenLow + oddLow + (evenHigh + oddHigh);

        int rest = bytes.Length % Vector512<byte>.Count;
        if (rest != 0)
        {
            sum += WordsOfLast(Vector512.Create(bytes[^Vector512<byte>.Count..]), rest, (bytes.Length & 1) != 0);
        }
        return Vector512.Sum(sum);
    }

    // The same with the vectors that the machine has.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong SumVectors(ReadOnlySpan<byte> bytes)
    {
        var low = new Vector<ulong>(0xFFFF_FFFF);
        Vector<ulong> evenLow = default, evenHigh = default, oddLow = default, oddHigh = default;
        var vectors = MemoryMarshal.Cast<byte, Vector<ulong>>(bytes);
        for (; vectors.Length >= 4; vectors = vectors[4..])
        {
            var (first, second, third, fourth) = (vectors[0], vectors[1], vectors[2], vectors[3]);
            evenLow += first & low;
            evenHigh += first >>> 32;
            oddLow += second & low;
            oddHigh += second >>> 32;
            evenLow += third & low;
            evenHigh += third >>> 32;
            oddLow += fourth & low;
            oddHigh += fourth >>> 32;
        }
        foreach (var vector in vectors)
        {
            evenLow += vector & low;
            evenHigh += vector >>> 32;
        }
        var sum = evenLow + oddLow + (evenHigh + oddHigh);

        int rest = bytes.Length % Vector<byte>.Count;
        if (rest != 0)
        {
            var last = new Vector<byte>(bytes[^Vector<byte>.Count..]);
            last &= Vector.GreaterThanOrEqual(Vector<byte>.Indices, new Vector<byte>((byte)(Vector<byte>.Count - rest)));
            var words = (Vector.AsVectorUInt64(last) & low) + (Vector.AsVectorUInt64(last) >>> 32);
            sum += (bytes.Length & 1) == 0 ? words : words << 8;
        }
        return Vector.Sum(sum);
    }

    // 16 to 32 bytes, such as the header of IPv4: the first vector and the last, of which the bytes in both count once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong SumTwoVectors128(ReadOnlySpan<byte> bytes)
    {
        var low = Vector128.Create(0xFFFF_FFFFUL);
        var first = Vector128.Create(bytes).AsUInt64();
        var last = Vector128.Create(bytes[^Vector128<byte>.Count..]);
        last &= Vector128.GreaterThanOrEqual(Vector128<byte>.Indices, Vector128.Create((byte)(2 * Vector128<byte>.Count - bytes.Length)));
        var words = (last.AsUInt64() & low) + (last.AsUInt64() >>> 32);
        return Vector128.Sum((first & low) + (first >>> 32) + ((bytes.Length & 1) == 0 ? words : words << 8));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong SumWords(ReadOnlySpan<byte> bytes)
    {
        ulong sum = 0;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            sum += Reduce(MemoryMarshal.Read<ulong>(bytes));
        if ((bytes.Length & sizeof(uint)) != 0)
        {
            sum += MemoryMarshal.Read<uint>(bytes);
            bytes = bytes[sizeof(uint)..];
        }
        if ((bytes.Length & sizeof(ushort)) != 0)
        {
            sum += MemoryMarshal.Read<ushort>(bytes);
            bytes = bytes[sizeof(ushort)..];
        }
        if (!bytes.IsEmpty)
            sum += BitConverter.IsLittleEndian ? bytes[0] : (ulong)bytes[0] << 8;
        return sum;
    }
}
