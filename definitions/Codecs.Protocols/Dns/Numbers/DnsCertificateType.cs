namespace Codecs.Protocols;

/// <summary>What a CERT record holds (RFC 4398 section 2.1).</summary>
public enum DnsCertificateType : ushort
{
    /// <summary>An X.509 certificate.</summary>
    Pkix = 1,

    /// <summary>An SPKI certificate.</summary>
    Spki = 2,

    /// <summary>An OpenPGP packet.</summary>
    Pgp = 3,

    /// <summary>The URL of an X.509 certificate (IPKIX).</summary>
    IndirectPkix = 4,

    /// <summary>The URL of an SPKI certificate (ISPKI).</summary>
    IndirectSpki = 5,

    /// <summary>The fingerprint and URL of an OpenPGP packet (IPGP).</summary>
    IndirectPgp = 6,

    /// <summary>An attribute certificate (ACPKIX).</summary>
    AttributePkix = 7,

    /// <summary>The URL of an attribute certificate (IACPKIX).</summary>
    IndirectAttributePkix = 8,

    /// <summary>The format is named by a URI at the start.</summary>
    Uri = 253,

    /// <summary>The format is named by an object identifier at the start.</summary>
    Oid = 254,
}
