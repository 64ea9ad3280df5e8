namespace Codecs.Protocols;

/// <summary>What became of a request (RFC 1035 section 4.1.1, RFC 6895 section 2.3). The header has four bits of it; EDNS adds eight (RFC 6891 section 6.1.3), and TSIG has sixteen of its own.</summary>
public enum DnsResponseCode : ushort
{
    /// <summary>Nothing is wrong.</summary>
    NoError = 0,

    /// <summary>The request could not be read (FORMERR).</summary>
    FormatError = 1,

    /// <summary>The server could not answer (SERVFAIL).</summary>
    ServerFailure = 2,

    /// <summary>There is no such name (NXDOMAIN).</summary>
    NameError = 3,

    /// <summary>The server cannot do that (NOTIMP).</summary>
    NotImplemented = 4,

    /// <summary>The server will not do that.</summary>
    Refused = 5,

    /// <summary>There is a name that should not be there (YXDOMAIN, RFC 2136 section 2.2).</summary>
    NameExists = 6,

    /// <summary>There are records that should not be there (YXRRSET, RFC 2136 section 2.2).</summary>
    RecordSetExists = 7,

    /// <summary>There are no records where some should be (NXRRSET, RFC 2136 section 2.2).</summary>
    NoRecordSet = 8,

    /// <summary>The server has no authority over the zone (RFC 2136 section 2.2), or the signature does not allow that (RFC 8945) (NOTAUTH).</summary>
    NotAuthoritative = 9,

    /// <summary>The name is not in the zone (RFC 2136 section 2.2).</summary>
    NotZone = 10,

    /// <summary>The type of a stateful operation is not known (DSOTYPENI, RFC 8490).</summary>
    StatefulTypeNotImplemented = 11,

    /// <summary>The version of EDNS is not known (BADVERS, RFC 6891 section 6.1.3). In TSIG: the signature is wrong (BADSIG, RFC 8945 section 3).</summary>
    BadVersion = 16,

    /// <summary>The key is not known (RFC 8945 section 3).</summary>
    BadKey = 17,

    /// <summary>The signature was not made at the time (RFC 8945 section 3).</summary>
    BadTime = 18,

    /// <summary>The mode of TKEY is not known (RFC 2930 section 2.6).</summary>
    BadMode = 19,

    /// <summary>The name of the key is in use (RFC 2930 section 2.6).</summary>
    BadName = 20,

    /// <summary>The algorithm is not known (BADALG, RFC 2930 section 2.6).</summary>
    BadAlgorithm = 21,

    /// <summary>The signature is cut too short (BADTRUNC, RFC 8945 section 3).</summary>
    BadTruncation = 22,

    /// <summary>The server cookie is wrong or missing (RFC 7873 section 8).</summary>
    BadCookie = 23,
}
