using System.ComponentModel;

namespace Codecs;

/// <summary>A message as a layer of a packet: written in two steps around what it carries. For generated code and <see cref="Layers{TLower, TUpper}"/>.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILayer<TSelf> : IWritable where TSelf : ILayer<TSelf>, allows ref struct
{
    /// <summary>What the checksums of the layers above cover, if <paramref name="below"/> is what they would without this one.</summary>
    PseudoHeader GetPseudoHeader(PseudoHeader below);

    /// <summary>Bytes that are written before a payload of that size.</summary>
    int GetHeaderSize(int payloadSize);

    /// <summary>Bytes that are written after a payload of that size: trailers, and padding to a unit.</summary>
    int GetTrailerSize(int payloadSize);

    /// <summary>Writes all that comes before the payload.</summary>
    /// <param name="message">The message that this layer is in, long enough for all of it.</param>
    /// <param name="offset">Where this layer starts.</param>
    /// <param name="payloadSize">Bytes of the payload; 0 for a layer that <see cref="IWritable.IsCompressed"/>, which learns it in <see cref="Finish"/>.</param>
    /// <param name="context">What a part may need to know of the whole.</param>
    /// <returns>The bytes written; -1 if a layer that is compressed has no room.</returns>
    int WriteHeader(Span<byte> message, int offset, int payloadSize, scoped WriteContext context);

    /// <summary>Writes what comes after the payload, now in place, and what depends on it: checksums.</summary>
    /// <param name="message">The message that this layer is in.</param>
    /// <param name="offset">Where this layer starts.</param>
    /// <param name="headerSize">Bytes before the payload.</param>
    /// <param name="payloadSize">Bytes of the payload.</param>
    /// <param name="context">What a part may need to know of the whole.</param>
    void Finish(Span<byte> message, int offset, int headerSize, int payloadSize, scoped WriteContext context);
}
