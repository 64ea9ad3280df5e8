namespace Codecs;

/// <summary>A checksum wider than an integer, which <see cref="ChecksumOfAttribute{T}"/> on a span can name.</summary>
/// <typeparam name="TSelf">The implementing type; its default value, or the seed, is the empty sum.</typeparam>
public interface IDigest<TSelf> where TSelf : struct, IDigest<TSelf>
{
    /// <summary>Adds bytes. They may come in pieces of any length. The digest's own field comes as zeros.</summary>
    void Append(ReadOnlySpan<byte> bytes);

    /// <summary>Writes the digest of the bytes so far.</summary>
    /// <param name="destination">As wide as the field.</param>
    void CopyTo(Span<byte> destination);

    /// <summary>Is <paramref name="stored"/> right for what was appended?</summary>
    static abstract bool IsValid(ReadOnlySpan<byte> stored, TSelf computed);
}
