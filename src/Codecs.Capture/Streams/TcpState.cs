namespace Codecs.Capture.Streams;

/// <summary>State of one end of a connection (RFC 9293 section 3.3.2), as far as who looks on can tell.</summary>
public enum TcpState
{
    /// <summary>Nothing was seen that tells.</summary>
    Unknown,

    /// <summary>It was sent a SYN and has not answered: it may wait for connections, or there may be nobody.</summary>
    Listen,

    /// <summary>It has sent a SYN.</summary>
    SynSent,

    /// <summary>It has sent a SYN and acknowledged that of the other end.</summary>
    SynReceived,

    /// <summary>Both SYNs are acknowledged: data goes both ways.</summary>
    Established,

    /// <summary>It has sent a FIN.</summary>
    FinWait1,

    /// <summary>Its FIN is acknowledged; the other end may still send.</summary>
    FinWait2,

    /// <summary>It has acknowledged the other end's FIN, and may still send.</summary>
    CloseWait,

    /// <summary>It has sent a FIN and acknowledged that of the other end, but its own is not acknowledged.</summary>
    Closing,

    /// <summary>It has sent a FIN after having acknowledged that of the other end.</summary>
    LastAck,

    /// <summary>Both FINs are acknowledged, and it waits until no delayed segment can come. How long it does so cannot be seen: it stays in this state.</summary>
    TimeWait,

    /// <summary>It has no connection any more.</summary>
    Closed,
}
