namespace Codecs.Protocols;

// RFC 1035 section 3.3, RFC 6672. Only names in data of RFC 1035 are compressed when written (RFC 3597 section 4).

/// <summary>NS: a server of a zone (RFC 1035 section 3.3.11).</summary>
[Message("RFC 1035"), BackReferences, Tag(DnsType.Ns)]
public readonly ref partial struct NsRecord : IBuildable<NsRecord>
{
    /// <summary>A host that should be authoritative for the zone.</summary>
    public required partial DnsName NameServer { get; init; }
}

/// <summary>CNAME: the name of which the owner is an alias (RFC 1035 section 3.3.1).</summary>
[Message("RFC 1035"), BackReferences, Tag(DnsType.Cname)]
public readonly ref partial struct CnameRecord : IBuildable<CnameRecord>
{
    /// <summary>The canonical name.</summary>
    public required partial DnsName CanonicalName { get; init; }
}

/// <summary>PTR: another place in the name space (RFC 1035 section 3.3.12).</summary>
[Message("RFC 1035"), BackReferences, Tag(DnsType.Ptr)]
public readonly ref partial struct PtrRecord : IBuildable<PtrRecord>
{
    /// <summary>The name there.</summary>
    public required partial DnsName DomainName { get; init; }
}

/// <summary>SOA: where a zone begins (RFC 1035 section 3.3.13).</summary>
[Message("RFC 1035"), BackReferences, Tag(DnsType.Soa)]
public readonly ref partial struct SoaRecord : IBuildable<SoaRecord>
{
    /// <summary>The server that is the original source of the zone's data (MNAME).</summary>
    public required partial DnsName PrimaryServer { get; init; }

    /// <summary>The mailbox of whoever is responsible, with a dot for the @ (RNAME).</summary>
    public required partial DnsName ResponsibleMailbox { get; init; }

    /// <summary>Version of the zone, compared by sequence space arithmetic (RFC 1982).</summary>
    public partial uint Serial { get; init; }

    /// <summary>When secondaries ask again.</summary>
    public partial DnsTimeToLive Refresh { get; init; }

    /// <summary>When they ask again after a failure.</summary>
    public partial DnsTimeToLive Retry { get; init; }

    /// <summary>When the zone is no longer authoritative without an answer.</summary>
    public partial DnsTimeToLive Expire { get; init; }

    /// <summary>How long negative answers may be cached (RFC 2308 section 4).</summary>
    public partial DnsTimeToLive Minimum { get; init; }
}

/// <summary>DNAME: another place for all that is below the owner (RFC 6672).</summary>
[Message("RFC 6672"), BackReferences, Tag(DnsType.Dname)]
public readonly ref partial struct DnameRecord : IBuildable<DnameRecord>
{
    /// <summary>The place.</summary>
    public required partial DnsPlainName Target { get; init; }
}
