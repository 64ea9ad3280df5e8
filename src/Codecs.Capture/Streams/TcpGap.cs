namespace Codecs.Capture.Streams;

/// <summary>Bytes of a stream that are not in the capture.</summary>
/// <param name="Offset">Where they belong: bytes from the beginning of the stream, those that are missing counted.</param>
/// <param name="Length">How many; at least 1.</param>
/// <param name="Cause">Why they are not there.</param>
public readonly record struct TcpGap(long Offset, long Length, TcpGapCause Cause);

/// <summary>Why bytes are missing.</summary>
public enum TcpGapCause
{
    /// <summary>The segment with them was not seen before the connection ended, or before as much had come after them as is kept (<see cref="TcpStreamOptions"/>).</summary>
    NotSeen,

    /// <summary>The frame with them was captured only in part.</summary>
    NotCaptured,
}
