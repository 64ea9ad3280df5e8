namespace Codecs;

/// <summary>
/// A checksum that is made of a sum of 16-bit words. Generated code then makes it of the numbers that it writes, and copies a
/// payload and sums it in one pass, rather than reading again what was written.
/// </summary>
/// <typeparam name="TSelf">The implementing type; its default value is the empty sum.</typeparam>
/// <typeparam name="TValue">The integer that is stored.</typeparam>
public interface ISumChecksum<TSelf, TValue> : IChecksum<TSelf, TValue>
    where TSelf : struct, ISumChecksum<TSelf, TValue>
    where TValue : unmanaged
{
    /// <summary>The sum of the 16-bit words of bytes as the machine reads them, with the carries not yet added; less than 2 to the power of 62.</summary>
    /// <param name="bytes">The bytes; the last of an odd number counts as a word with a zero behind it.</param>
    static abstract ulong SumOf(ReadOnlySpan<byte> bytes);

    /// <summary>The same of bytes that are copied.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="destination">Where they go; at least as long.</param>
    static abstract ulong SumAndCopy(ReadOnlySpan<byte> bytes, Span<byte> destination);

    /// <summary>What <see cref="IChecksum{TSelf, TValue}.Value"/> is when words were added, in network byte order: what the machine stores to have the most significant byte first.</summary>
    /// <param name="words">A sum of words as <see cref="SumOf"/> gives it, or of several such sums.</param>
    TValue NetworkValueWith(ulong words);
}
