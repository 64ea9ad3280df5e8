namespace Codecs.Capture.Streams;

/// <summary>What no end that keeps to RFC 9260 would have sent.</summary>
[Flags]
public enum SctpAnomaly
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The verification tag is not the one that the receiver asked for (section 8.5).</summary>
    WrongVerificationTag = 1 << 0,

    /// <summary>INIT, INIT ACK or SHUTDOWN COMPLETE is not alone in its packet (section 6.10).</summary>
    NotAlone = 1 << 1,

    /// <summary>The initiate tag is 0 (section 3.3.2).</summary>
    ZeroTag = 1 << 2,

    /// <summary>The cookie is not the one that came with INIT ACK (section 5.1.3).</summary>
    OtherCookie = 1 << 3,

    /// <summary>A chunk that answers what nobody sent.</summary>
    StrayAnswer = 1 << 4,

    /// <summary>Data after the end of the association, or from who has said that there is no more.</summary>
    DataAfterShutdown = 1 << 5,

    /// <summary>A chunk that is not whole, or does not hold what its type says.</summary>
    MalformedChunk = 1 << 6,
}
