namespace Codecs.Protocols;

/// <summary>Why a request had no better answer (RFC 8914 section 4).</summary>
public enum DnsExtendedErrorCode : ushort
{
    /// <summary>Something else; the text says what.</summary>
    Other = 0,

    /// <summary>No key has an algorithm that the resolver supports.</summary>
    UnsupportedDnskeyAlgorithm = 1,

    /// <summary>No DS record has a digest that the resolver supports.</summary>
    UnsupportedDsDigestType = 2,

    /// <summary>The answer was cached, and is out of date.</summary>
    StaleAnswer = 3,

    /// <summary>The answer was made up for reasons of policy.</summary>
    ForgedAnswer = 4,

    /// <summary>Whether the data should be signed could not be found out.</summary>
    DnssecIndeterminate = 5,

    /// <summary>The data should be signed and is not, or not rightly.</summary>
    DnssecBogus = 6,

    /// <summary>All signatures have expired.</summary>
    SignatureExpired = 7,

    /// <summary>No signature is valid yet.</summary>
    SignatureNotYetValid = 8,

    /// <summary>There is no key for a DS record.</summary>
    DnskeyMissing = 9,

    /// <summary>There is no signature.</summary>
    RrsigsMissing = 10,

    /// <summary>No key is one of the zone.</summary>
    NoZoneKeyBitSet = 11,

    /// <summary>There is no proof that something does not exist.</summary>
    NsecMissing = 12,

    /// <summary>The error was cached.</summary>
    CachedError = 13,

    /// <summary>The server is not ready yet.</summary>
    NotReady = 14,

    /// <summary>The operator of the server blocks the name.</summary>
    Blocked = 15,

    /// <summary>Somebody else requires that the name is blocked.</summary>
    Censored = 16,

    /// <summary>The client asked for the name to be blocked.</summary>
    Filtered = 17,

    /// <summary>The client may not ask this server.</summary>
    Prohibited = 18,

    /// <summary>That there is no such name was cached, and is out of date.</summary>
    StaleNxdomainAnswer = 19,

    /// <summary>The server has no authority over the name, and recursion was not desired.</summary>
    NotAuthoritative = 20,

    /// <summary>The server does not support the operation, or the question.</summary>
    NotSupported = 21,

    /// <summary>No server with authority could be reached.</summary>
    NoReachableAuthority = 22,

    /// <summary>A server could not be reached.</summary>
    NetworkError = 23,

    /// <summary>The server has data that it cannot use.</summary>
    InvalidData = 24,

    /// <summary>A signature expires before it becomes valid.</summary>
    SignatureExpiredBeforeValid = 25,

    /// <summary>The request came as early data, and cannot be answered safely (RFC 9250 section 4.5).</summary>
    TooEarly = 26,

    /// <summary>Names are hashed more often than the resolver supports (RFC 9276 section 3.2).</summary>
    UnsupportedNsec3Iterations = 27,

    /// <summary>The server cannot obey its policy.</summary>
    UnableToConformToPolicy = 28,

    /// <summary>The answer was synthesized from cached proofs.</summary>
    Synthesized = 29,

    /// <summary>The type cannot be asked for (RFC 9824 section 3.4).</summary>
    InvalidQueryType = 30,
}
