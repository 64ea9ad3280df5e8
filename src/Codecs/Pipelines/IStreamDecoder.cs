using System.Buffers;

namespace Codecs.Pipelines;

/// <summary>
/// Undoes, piece by piece, what was done to a stream of bytes so that its end can be found in it: byte stuffing, doubled dots. It keeps between the
/// pieces what it must know of those before, and looks at each byte once. Usually a struct; <see cref="BodyReader{TDecoder}"/> runs it over a pipe.
/// </summary>
public interface IStreamDecoder
{
    /// <summary>Decodes as much as there are bytes and room.</summary>
    /// <param name="source">What has arrived, from the first byte that was not consumed.</param>
    /// <param name="destination">Where to. Any room, even one byte, gets the decoder further.</param>
    /// <param name="bytesConsumed">Bytes of <paramref name="source"/> that are done with; with those that are the end, if it was found.</param>
    /// <param name="bytesWritten">Bytes decoded.</param>
    /// <returns>
    /// <see cref="OperationStatus.Done"/>: the end was found. <see cref="OperationStatus.NeedMoreData"/>: all of the source was consumed.
    /// <see cref="OperationStatus.DestinationTooSmall"/>: there is more, and no room. <see cref="OperationStatus.InvalidData"/>: the byte behind those that were consumed
    /// cannot be there.
    /// </returns>
    OperationStatus Decode(ReadOnlySpan<byte> source, Span<byte> destination, out int bytesConsumed, out int bytesWritten);
}
