namespace Codecs.Capture.Streams;

/// <summary>Receives what a <see cref="TcpReassembler"/> puts together. Calls come one after the other, within <see cref="TcpReassembler.Add(in CapturedFrame)"/>, into which they must not call back.</summary>
public interface ITcpStreamSink
{
    /// <summary>A connection was seen for the first time.</summary>
    void Opened(TcpConnection connection);

    /// <summary>The next bytes of a stream: those that follow on what the last call brought, or on a gap.</summary>
    /// <param name="direction">The stream.</param>
    /// <param name="bytes">Not empty, and valid until the method returns.</param>
    void Data(TcpDirection direction, ReadOnlySpan<byte> bytes);

    /// <summary>The next bytes of a stream are missing.</summary>
    void Gap(TcpDirection direction, TcpGap gap);

    /// <summary>A stream has ended: by FIN, with its connection, or at a gap if it is to stop there. There are no more calls for it.</summary>
    void Ended(TcpDirection direction);

    /// <summary>A connection is no longer followed: <see cref="TcpConnection.Ending"/> says why. Both streams have ended, and its numbers are final.</summary>
    void Closed(TcpConnection connection);
}
