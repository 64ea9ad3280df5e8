namespace Codecs.Protocols;

// Keys and certificates of others: RFC 4025, RFC 4255, RFC 4398, RFC 4701, RFC 6698, RFC 7929, RFC 8162, RFC 8659.

/// <summary>CERT: a certificate or a revocation list (RFC 4398 section 2).</summary>
[Message("RFC 4398"), Tag(DnsType.Cert)]
public readonly ref partial struct CertRecord : IBuildable<CertRecord>
{
    /// <summary>Of what kind.</summary>
    public partial DnsCertificateType Type { get; init; }

    /// <summary>Tells keys apart (RFC 4034 appendix B); 0 if the algorithm is not one of DNSSEC.</summary>
    public partial ushort KeyTag { get; init; }

    /// <summary>That of DNSSEC for the same algorithm, or 0.</summary>
    public partial DnssecAlgorithm Algorithm { get; init; }

    /// <summary>The certificate or list.</summary>
    public partial DnsBase64 Certificate { get; init; }
}

/// <summary>SSHFP: the fingerprint of a host's key (RFC 4255 section 3).</summary>
[Message("RFC 4255"), Tag(DnsType.Sshfp)]
public readonly ref partial struct SshfpRecord : IBuildable<SshfpRecord>
{
    /// <summary>What the key is for: 1 RSA, 2 DSA, 3 ECDSA, 4 Ed25519, 6 Ed448.</summary>
    public partial byte Algorithm { get; init; }

    /// <summary>How the fingerprint is made: 1 SHA-1, 2 SHA-256.</summary>
    public partial byte FingerprintType { get; init; }

    /// <summary>The fingerprint.</summary>
    public partial DnsHex Fingerprint { get; init; }
}

/// <summary>TLSA: what certificate a TLS server shows (RFC 6698 section 2); SMIMEA, for mail (RFC 8162 section 2).</summary>
[Message("RFC 6698"), Tag(DnsType.Tlsa, DnsType.Smimea)]
public readonly ref partial struct TlsaRecord : IBuildable<TlsaRecord>
{
    /// <summary>0: a given authority; 1: a given certificate; 2: a trust anchor; 3: a certificate that needs no authority.</summary>
    public partial byte CertificateUsage { get; init; }

    /// <summary>0: all of the certificate; 1: its public key.</summary>
    public partial byte Selector { get; init; }

    /// <summary>0: the thing itself; 1: its SHA-256; 2: its SHA-512.</summary>
    public partial byte MatchingType { get; init; }

    /// <summary>The thing or its hash.</summary>
    public partial DnsHex CertificateAssociationData { get; init; }
}

/// <summary>OPENPGPKEY: a key of somebody whose mail address makes the owner (RFC 7929 section 2).</summary>
[Message("RFC 7929"), Tag(DnsType.Openpgpkey)]
public readonly ref partial struct OpenpgpkeyRecord : IBuildable<OpenpgpkeyRecord>
{
    /// <summary>The key (RFC 4880 section 11.1).</summary>
    public partial DnsBase64 PublicKey { get; init; }
}

/// <summary>CAA: who may issue certificates (RFC 8659 section 4).</summary>
[Message("RFC 8659"), Tag(DnsType.Caa)]
public readonly ref partial struct CaaRecord : IBuildable<CaaRecord>
{
    private const int CriticalBit = 0x80;

    /// <summary>128: <see cref="IsCritical"/>.</summary>
    public partial byte Flags { get; init; }

    /// <summary>The property: <c>issue</c>, <c>issuewild</c>, <c>iodef</c>.</summary>
    public partial DnsWord Tag { get; init; }

    /// <summary>Its value, as the property says.</summary>
    public partial DnsLongString Value { get; init; }

    /// <summary>Must nobody issue who does not know the property?</summary>
    public bool IsCritical => (Flags & CriticalBit) != 0;
}

/// <summary>DHCID: which client of DHCP an address was given to (RFC 4701 section 3).</summary>
[Message("RFC 4701"), Tag(DnsType.Dhcid)]
public readonly ref partial struct DhcidRecord : IBuildable<DhcidRecord>
{
    /// <summary>Identifier type, digest type and digest.</summary>
    public partial DnsBase64 Digest { get; init; }
}

/// <summary>IPSECKEY: a key for IPsec, and by which gateway (RFC 4025 section 2).</summary>
[Message("RFC 4025"), BackReferences, Tag(DnsType.Ipseckey)]
public readonly ref partial struct IpseckeyRecord : IBuildable<IpseckeyRecord>
{
    /// <summary>Lower values are preferred.</summary>
    public partial byte Precedence { get; init; }

    /// <summary>What the gateway is given as.</summary>
    public partial DnsGatewayType GatewayType { get; init; }

    /// <summary>What the key is for: 0 there is none, 1 DSA, 2 RSA, 3 ECDSA.</summary>
    public partial byte Algorithm { get; init; }

    /// <summary>No gateway: the owner itself.</summary>
    [When(nameof(HasNone))] public partial DnsNoGateway? NoGateway { get; init; }

    /// <summary>The gateway's IPv4 address.</summary>
    [When(nameof(HasIPv4))] public partial IPv4Address? GatewayIPv4 { get; init; }

    /// <summary>The gateway's IPv6 address.</summary>
    [When(nameof(HasIPv6))] public partial IPv6Address? GatewayIPv6 { get; init; }

    /// <summary>The gateway's name.</summary>
    [When(nameof(HasName))] public partial Optional<DnsPlainName> GatewayName { get; init; }

    /// <summary>The key.</summary>
    public partial DnsBase64 PublicKey { get; init; }

    private bool HasNone => GatewayType == DnsGatewayType.None;

    private bool HasIPv4 => GatewayType == DnsGatewayType.IPv4;

    private bool HasIPv6 => GatewayType == DnsGatewayType.IPv6;

    private bool HasName => GatewayType == DnsGatewayType.Name;
}
