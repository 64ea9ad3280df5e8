namespace Codecs.Protocols;

// RFC 8005, RFC 6742.

/// <summary>HIP: a host's identity, and where to meet it (RFC 8005 section 5).</summary>
[Message("RFC 8005"), BackReferences, Tag(DnsType.Hip)]
public readonly ref partial struct HipRecord : IBuildable<HipRecord>
{
    /// <summary>Length of the tag in bytes.</summary>
    [LengthOf(nameof(HostIdentityTag))] public partial byte HostIdentityTagLength { get; }

    /// <summary>What the key is for, as in <see cref="IpseckeyRecord"/>.</summary>
    public partial byte PublicKeyAlgorithm { get; init; }

    /// <summary>Length of the key in bytes.</summary>
    [LengthOf(nameof(PublicKey))] public partial ushort PublicKeyLength { get; }

    /// <summary>A hash of the key that looks like an address.</summary>
    public partial DnsHexWord HostIdentityTag { get; init; }

    /// <summary>The key.</summary>
    public partial DnsBase64Word PublicKey { get; init; }

    /// <summary>Servers that know where the host is, in order of preference; there may be none.</summary>
    public partial MessageList<DnsPlainName> RendezvousServers { get; init; }
}

/// <summary>NID: the identifier of a node (RFC 6742 section 2.1).</summary>
[Message("RFC 6742"), Tag(DnsType.Nid)]
public readonly partial record struct NidRecord : IBuildable<NidRecord>
{
    /// <summary>Lower values are preferred.</summary>
    public partial ushort Preference { get; init; }

    /// <summary>The identifier.</summary>
    public partial DnsIlnp64 NodeId { get; init; }
}

/// <summary>L32: where a node is, for IPv4 (RFC 6742 section 2.2).</summary>
[Message("RFC 6742"), Tag(DnsType.L32)]
public readonly partial record struct L32Record : IBuildable<L32Record>
{
    /// <summary>Lower values are preferred.</summary>
    public partial ushort Preference { get; init; }

    /// <summary>The locator.</summary>
    public partial IPv4Address Locator { get; init; }
}

/// <summary>L64: where a node is, for IPv6 (RFC 6742 section 2.3).</summary>
[Message("RFC 6742"), Tag(DnsType.L64)]
public readonly partial record struct L64Record : IBuildable<L64Record>
{
    /// <summary>Lower values are preferred.</summary>
    public partial ushort Preference { get; init; }

    /// <summary>The locator.</summary>
    public partial DnsIlnp64 Locator { get; init; }
}

/// <summary>LP: the name that has a node's locators (RFC 6742 section 2.4).</summary>
[Message("RFC 6742"), BackReferences, Tag(DnsType.Lp)]
public readonly ref partial struct LpRecord : IBuildable<LpRecord>
{
    /// <summary>Lower values are preferred.</summary>
    public partial ushort Preference { get; init; }

    /// <summary>The name.</summary>
    public required partial DnsPlainName Locator { get; init; }
}
