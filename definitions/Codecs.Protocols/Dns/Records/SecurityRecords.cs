namespace Codecs.Protocols;

// RFC 4034, RFC 7344, RFC 7477, RFC 8976. For SIG and KEY, which have the same form, RFC 2535 sections 3 and 4 and RFC 3445.

/// <summary>DNSKEY and CDNSKEY: a public key of a zone (RFC 4034 section 2, RFC 7344 section 3.2); KEY (RFC 3445), RKEY.</summary>
[Message("RFC 4034"), Tag(DnsType.Dnskey, DnsType.Cdnskey, DnsType.Key, DnsType.Rkey)]
public readonly ref partial struct DnskeyRecord : IBuildable<DnskeyRecord>
{
    private const int ZoneKeyBit = 0x0100;
    private const int SecureEntryPointBit = 0x0001;

    /// <summary>256: a zone key; 1: a secure entry point (RFC 4034 section 2.1.1).</summary>
    public partial ushort Flags { get; init; }

    /// <summary>3.</summary>
    public partial byte Protocol { get; init; }

    /// <summary>What the key is for.</summary>
    public partial DnssecAlgorithm Algorithm { get; init; }

    /// <summary>The key, as the algorithm has it.</summary>
    public partial DnsBase64 PublicKey { get; init; }

    /// <summary>May it sign records of the zone?</summary>
    public bool IsZoneKey => (Flags & ZoneKeyBit) != 0;

    /// <summary>Is it meant to be what the zone above refers to?</summary>
    public bool IsSecureEntryPoint => (Flags & SecureEntryPointBit) != 0;
}

/// <summary>RRSIG: a signature of records (RFC 4034 section 3); SIG (RFC 2535 section 4, RFC 2931).</summary>
[Message("RFC 4034"), BackReferences, Tag(DnsType.Rrsig, DnsType.Sig)]
public readonly ref partial struct RrsigRecord : IBuildable<RrsigRecord>
{
    /// <summary>The type of the records that are signed.</summary>
    public partial DnsType TypeCovered { get; init; }

    /// <summary>How they are signed.</summary>
    public partial DnssecAlgorithm Algorithm { get; init; }

    /// <summary>Labels of the owner, not counting the root and an asterisk; less than the owner has if that is made from a wildcard.</summary>
    public partial byte Labels { get; init; }

    /// <summary>Time to live in the zone, in seconds.</summary>
    public partial uint OriginalTimeToLive { get; init; }

    /// <summary>Until when the signature is valid.</summary>
    public partial DnsTime SignatureExpiration { get; init; }

    /// <summary>From when on it is.</summary>
    public partial DnsTime SignatureInception { get; init; }

    /// <summary>Tells keys of the signer apart (RFC 4034 appendix B).</summary>
    public partial ushort KeyTag { get; init; }

    /// <summary>The zone whose key it is.</summary>
    public required partial DnsPlainName SignersName { get; init; }

    /// <summary>The signature.</summary>
    public partial DnsBase64 Signature { get; init; }
}

/// <summary>NSEC: the next name, and the types that the owner has (RFC 4034 section 4).</summary>
[Message("RFC 4034"), BackReferences, Tag(DnsType.Nsec)]
public readonly ref partial struct NsecRecord : IBuildable<NsecRecord>
{
    /// <summary>The next owner in the zone's order; after the last, the zone itself.</summary>
    public required partial DnsPlainName NextDomainName { get; init; }

    /// <summary>The types.</summary>
    public partial DnsTypeBitmap Types { get; init; }
}

/// <summary>DS and CDS: a digest of a key of the zone (RFC 4034 section 5, RFC 7344 section 3.1); DLV (RFC 4431), TA.</summary>
[Message("RFC 4034"), Tag(DnsType.Ds, DnsType.Cds, DnsType.Dlv, DnsType.Ta)]
public readonly ref partial struct DsRecord : IBuildable<DsRecord>
{
    /// <summary>The key tag of the key (RFC 4034 appendix B).</summary>
    public partial ushort KeyTag { get; init; }

    /// <summary>What the key is for.</summary>
    public partial DnssecAlgorithm Algorithm { get; init; }

    /// <summary>How the digest is made.</summary>
    public partial DnssecDigestType DigestType { get; init; }

    /// <summary>The digest of owner and data of the key.</summary>
    public partial DnsHex Digest { get; init; }
}

/// <summary>CSYNC: which records the zone above should take over (RFC 7477 section 2).</summary>
[Message("RFC 7477"), Tag(DnsType.Csync)]
public readonly ref partial struct CsyncRecord : IBuildable<CsyncRecord>
{
    /// <summary>The zone's serial number.</summary>
    public partial uint SoaSerial { get; init; }

    /// <summary>1: at once, without being asked; 2: only if the zone's serial is not older.</summary>
    public partial ushort Flags { get; init; }

    /// <summary>The types of the records.</summary>
    public partial DnsTypeBitmap Types { get; init; }
}

/// <summary>ZONEMD: a digest of a zone (RFC 8976 section 2).</summary>
[Message("RFC 8976"), Tag(DnsType.Zonemd)]
public readonly ref partial struct ZonemdRecord : IBuildable<ZonemdRecord>
{
    /// <summary>The serial number of the zone that was digested.</summary>
    public partial uint Serial { get; init; }

    /// <summary>How the zone is put in order; 1 is all at once.</summary>
    public partial byte Scheme { get; init; }

    /// <summary>1 is SHA-384, 2 is SHA-512.</summary>
    public partial byte HashAlgorithm { get; init; }

    /// <summary>The digest.</summary>
    public partial DnsHex Digest { get; init; }
}
