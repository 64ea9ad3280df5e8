namespace Codecs.Capture.Streams;

/// <summary>State of one end of an association (RFC 9260 section 4), as far as who looks on can tell. SHUTDOWN-PENDING cannot be told from ESTABLISHED.</summary>
public enum SctpState
{
    /// <summary>Nothing was seen that tells.</summary>
    Unknown,

    /// <summary>It has no association: not yet, for who answers INIT keeps nothing, or no more.</summary>
    Closed,

    /// <summary>It has sent INIT.</summary>
    CookieWait,

    /// <summary>It has sent back the cookie.</summary>
    CookieEchoed,

    /// <summary>Data goes both ways.</summary>
    Established,

    /// <summary>It has sent SHUTDOWN.</summary>
    ShutdownSent,

    /// <summary>It was sent SHUTDOWN, and may have data to send still.</summary>
    ShutdownReceived,

    /// <summary>It has sent SHUTDOWN ACK.</summary>
    ShutdownAckSent,
}
