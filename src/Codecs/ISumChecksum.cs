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
    /// <summary>Adds an even number of bytes, by the sum of their 16-bit words.</summary>
    /// <param name="words">The sum of the words as the machine reads them: what <see cref="IChecksum{TSelf, TValue}.Append"/> would read. A summand may be the sum of several words with the carries not yet added.</param>
    void AppendWords(ulong words);

    /// <summary>Adds bytes as <see cref="IChecksum{TSelf, TValue}.Append"/> does, and copies them.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="destination">Where they go; at least as long.</param>
    void AppendAndCopy(ReadOnlySpan<byte> bytes, Span<byte> destination);
}
