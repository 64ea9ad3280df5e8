namespace Codecs.Capture.Streams;

/// <summary>What is wrong with segments, or with the capture of them. Values combine.</summary>
[Flags]
public enum TcpAnomaly
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>
    /// Control bits that no segment can have: more than one of SYN, FIN and RST, or neither SYN nor RST nor ACK. Receivers drop such
    /// segments (RFC 9293 section 3.10.7.4), and so they change neither states nor streams here.
    /// </summary>
    InvalidFlags = 1,

    /// <summary>A SYN within a connection, with another initial sequence number than that of the SYN that opened it. It is ignored.</summary>
    SynConflict = 2,

    /// <summary>An answer to a SYN that acknowledges something else: it is of a connection that is not this one (RFC 9293 section 3.5.1). It is ignored.</summary>
    StrayAnswer = 4,

    /// <summary>An acknowledgement of what was not seen: segments are missing in the capture, or it is made up.</summary>
    AckOfUnseen = 8,

    /// <summary>Data beyond what the receiver had said to have room for; probes of a closed window are not counted. The data is taken nevertheless: the announcement may be missing.</summary>
    BeyondWindow = 16,

    /// <summary>Data behind the FIN of its sender. It is not part of the stream.</summary>
    DataAfterFin = 32,

    /// <summary>A FIN that ends the stream at another place than an earlier FIN or data did. It is ignored.</summary>
    FinMoved = 64,

    /// <summary>A RST that its receiver would not obey: its sequence number is not one that is expected (RFC 9293 section 3.5.3). It changes no state.</summary>
    ResetOutOfWindow = 128,

    /// <summary>Data from an end that had reset the connection. It is taken: the RST may not have been that end's.</summary>
    DataAfterReset = 256,

    /// <summary>A sequence number further from those around it than any window reaches (2^30, RFC 7323 section 2.3). The data is not part of the stream.</summary>
    FarSequence = 512,

    /// <summary>Data sent once more, but with other bytes. Those that came first stay.</summary>
    Conflict = 1024,
}

/// <summary>How often something was wrong.</summary>
/// <param name="Kind">What: a single value of <see cref="TcpAnomaly"/>.</param>
/// <param name="Count">The segments for which it was so.</param>
/// <param name="FirstFrame">The number of the frame of the first of them.</param>
public readonly record struct TcpAnomalyCount(TcpAnomaly Kind, long Count, long FirstFrame);
