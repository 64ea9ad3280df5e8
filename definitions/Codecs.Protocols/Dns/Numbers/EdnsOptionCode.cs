namespace Codecs.Protocols;

/// <summary>Options of EDNS (RFC 6891 section 6.1.2; IANA, EDNS0 option codes).</summary>
public enum EdnsOptionCode : ushort
{
    /// <summary>A long-lived query (RFC 8764).</summary>
    LongLivedQuery = 1,

    /// <summary>For how long an update holds (RFC 9664).</summary>
    UpdateLease = 2,

    /// <summary>Which server answered (NSID, RFC 5001).</summary>
    NameServerIdentifier = 3,

    /// <summary>The algorithms that a client understands (DAU, RFC 6975).</summary>
    DnssecAlgorithmUnderstood = 5,

    /// <summary>The digests that a client understands (DHU, RFC 6975).</summary>
    DsHashUnderstood = 6,

    /// <summary>The hashes that a client understands (N3U, RFC 6975).</summary>
    Nsec3HashUnderstood = 7,

    /// <summary>The network that a question comes from (RFC 7871).</summary>
    ClientSubnet = 8,

    /// <summary>When a zone expires (RFC 7314).</summary>
    Expire = 9,

    /// <summary>Cookies of client and server (RFC 7873).</summary>
    Cookie = 10,

    /// <summary>For how long a connection may be idle (RFC 7828).</summary>
    TcpKeepalive = 11,

    /// <summary>Padding (RFC 7830).</summary>
    Padding = 12,

    /// <summary>All records that validation needs are wanted (RFC 7901).</summary>
    Chain = 13,

    /// <summary>The keys that a resolver trusts (RFC 8145).</summary>
    KeyTag = 14,

    /// <summary>Why there is no better answer (RFC 8914).</summary>
    ExtendedError = 15,

    /// <summary>A tag that a client sets.</summary>
    ClientTag = 16,

    /// <summary>A tag that a server sets.</summary>
    ServerTag = 17,

    /// <summary>Where errors can be reported to (RFC 9567).</summary>
    ReportChannel = 18,

    /// <summary>The version of the zone that an answer is of (RFC 9660).</summary>
    ZoneVersion = 19,

    /// <summary>Which network or device a question comes from (Cisco Umbrella).</summary>
    UmbrellaIdentity = 20292,

    /// <summary>Which device a question comes from (Cisco Umbrella).</summary>
    DeviceIdentity = 26946,
}
