namespace Codecs.Protocols;

/// <summary>Digests of keys in DS records (RFC 4034 appendix A.2; IANA, DS digest algorithms).</summary>
public enum DnssecDigestType : byte
{
    /// <summary>SHA-1, 20 octets (RFC 3658).</summary>
    Sha1 = 1,

    /// <summary>SHA-256, 32 octets (RFC 4509).</summary>
    Sha256 = 2,

    /// <summary>GOST R 34.11-94, 32 octets (RFC 5933). Deprecated.</summary>
    Gost94 = 3,

    /// <summary>SHA-384, 48 octets (RFC 6605).</summary>
    Sha384 = 4,

    /// <summary>GOST R 34.11-2012, 32 octets (RFC 9558).</summary>
    Gost2012 = 5,

    /// <summary>SM3, 32 octets (RFC 9563).</summary>
    Sm3 = 6,
}
