namespace Codecs.Protocols;

// RFC 5155.

/// <summary>NSEC3: the next hash of a name, and the types that the owner has (RFC 5155 section 3).</summary>
[Message("RFC 5155"), Tag(DnsType.Nsec3)]
public readonly ref partial struct Nsec3Record : IBuildable<Nsec3Record>
{
    /// <summary>1 is SHA-1.</summary>
    public partial byte HashAlgorithm { get; init; }

    /// <summary>1: there may be unsigned delegations between the hashes (opt-out).</summary>
    public partial byte Flags { get; init; }

    /// <summary>How often the hash is hashed again.</summary>
    public partial ushort Iterations { get; init; }

    /// <summary>What is hashed with the name.</summary>
    public partial DnsSalt Salt { get; init; }

    /// <summary>The next hash in the zone.</summary>
    public partial DnsHashedName NextHashedOwnerName { get; init; }

    /// <summary>The types.</summary>
    public partial DnsTypeBitmap Types { get; init; }
}

/// <summary>NSEC3PARAM: how a zone hashes names (RFC 5155 section 4).</summary>
[Message("RFC 5155"), Tag(DnsType.Nsec3param)]
public readonly ref partial struct Nsec3paramRecord : IBuildable<Nsec3paramRecord>
{
    /// <summary>1 is SHA-1.</summary>
    public partial byte HashAlgorithm { get; init; }

    /// <summary>0; others are ignored.</summary>
    public partial byte Flags { get; init; }

    /// <summary>How often the hash is hashed again.</summary>
    public partial ushort Iterations { get; init; }

    /// <summary>What is hashed with the name.</summary>
    public partial DnsSalt Salt { get; init; }
}
