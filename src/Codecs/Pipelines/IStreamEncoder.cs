using System.Buffers;

namespace Codecs.Pipelines;

/// <summary>The other direction of an <see cref="IStreamDecoder"/>: makes a stream of bytes fit to be sent, and marks its end.</summary>
public interface IStreamEncoder
{
    /// <summary>Encodes as much as there are bytes and room.</summary>
    /// <param name="source">What is to be sent.</param>
    /// <param name="destination">Where to. Any room, even one byte, gets the encoder further.</param>
    /// <param name="bytesConsumed">Bytes of <paramref name="source"/> that are done with.</param>
    /// <param name="bytesWritten">Bytes encoded.</param>
    /// <returns>
    /// <see cref="OperationStatus.NeedMoreData"/>: all of the source was consumed. <see cref="OperationStatus.DestinationTooSmall"/>: there is more, and no room.
    /// <see cref="OperationStatus.InvalidData"/>: the byte behind those that were consumed cannot be sent there.
    /// </returns>
    OperationStatus Encode(ReadOnlySpan<byte> source, Span<byte> destination, out int bytesConsumed, out int bytesWritten);

    /// <summary>Ends the stream. Afterwards the encoder is as new.</summary>
    /// <param name="destination">Where to.</param>
    /// <param name="bytesWritten">Bytes of the end that were written.</param>
    /// <returns>
    /// <see cref="OperationStatus.Done"/>, or <see cref="OperationStatus.DestinationTooSmall"/>: call again with more room. <see cref="OperationStatus.InvalidData"/>: the stream cannot
    /// end here.
    /// </returns>
    OperationStatus Finish(Span<byte> destination, out int bytesWritten);
}
