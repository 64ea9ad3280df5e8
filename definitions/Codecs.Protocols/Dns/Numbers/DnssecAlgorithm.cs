namespace Codecs.Protocols;

/// <summary>Algorithms of keys and signatures (RFC 4034 appendix A.1; IANA, DNS security algorithm numbers).</summary>
public enum DnssecAlgorithm : byte
{
    /// <summary>The parent zone is to delete its DS records (RFC 8078 section 4).</summary>
    Delete = 0,

    /// <summary>RSA/MD5 (RFC 3110). Must not be used (RFC 6725).</summary>
    RsaMd5 = 1,

    /// <summary>Diffie-Hellman (RFC 2539).</summary>
    DiffieHellman = 2,

    /// <summary>DSA/SHA-1 (RFC 2536).</summary>
    Dsa = 3,

    /// <summary>RSA/SHA-1 (RFC 3110).</summary>
    RsaSha1 = 5,

    /// <summary>DSA/SHA-1, of zones with NSEC3 (RFC 5155 section 2).</summary>
    DsaNsec3Sha1 = 6,

    /// <summary>RSA/SHA-1, of zones with NSEC3 (RFC 5155 section 2).</summary>
    RsaSha1Nsec3Sha1 = 7,

    /// <summary>RSA/SHA-256 (RFC 5702).</summary>
    RsaSha256 = 8,

    /// <summary>RSA/SHA-512 (RFC 5702).</summary>
    RsaSha512 = 10,

    /// <summary>GOST R 34.10-2001 (RFC 5933). Deprecated.</summary>
    EccGost = 12,

    /// <summary>ECDSA with curve P-256 and SHA-256 (RFC 6605).</summary>
    EcdsaP256Sha256 = 13,

    /// <summary>ECDSA with curve P-384 and SHA-384 (RFC 6605).</summary>
    EcdsaP384Sha384 = 14,

    /// <summary>Ed25519 (RFC 8080).</summary>
    Ed25519 = 15,

    /// <summary>Ed448 (RFC 8080).</summary>
    Ed448 = 16,

    /// <summary>SM2 with SM3 (RFC 9563).</summary>
    Sm2Sm3 = 17,

    /// <summary>GOST R 34.10-2012 (RFC 9558).</summary>
    EccGost12 = 23,

    /// <summary>The key is elsewhere.</summary>
    Indirect = 252,

    /// <summary>The algorithm is named by a domain name at the start of the key.</summary>
    PrivateDns = 253,

    /// <summary>The algorithm is named by an object identifier at the start of the key.</summary>
    PrivateOid = 254,
}
