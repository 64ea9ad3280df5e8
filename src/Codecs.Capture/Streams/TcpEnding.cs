namespace Codecs.Capture.Streams;

/// <summary>Why a connection is no longer followed.</summary>
public enum TcpEnding
{
    /// <summary>It is still followed.</summary>
    None,

    /// <summary>Both ends closed it.</summary>
    Closed,

    /// <summary>One end reset it.</summary>
    Reset,

    /// <summary>A SYN opened another connection between the same addresses and ports; this one had not been closed in the capture.</summary>
    Replaced,

    /// <summary>There were more connections than are followed at a time, and this one had been idle for the longest (<see cref="TcpStreamOptions.MaxConnections"/>).</summary>
    Evicted,

    /// <summary>The capture ended.</summary>
    CaptureEnded,
}
