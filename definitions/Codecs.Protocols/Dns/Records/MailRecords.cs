namespace Codecs.Protocols;

// RFC 1035 section 3.3, RFC 2163.

/// <summary>MX: where mail is accepted (RFC 1035 section 3.3.9).</summary>
[Message("RFC 1035"), BackReferences, Tag(DnsType.Mx)]
public readonly ref partial struct MxRecord : IBuildable<MxRecord>
{
    /// <summary>Lower values are preferred.</summary>
    public partial ushort Preference { get; init; }

    /// <summary>A host that accepts mail for the owner; the root if nobody does (RFC 7505).</summary>
    public required partial DnsName Exchange { get; init; }
}

/// <summary>MB, MD, MF, MG and MR: a name that has to do with a mailbox (RFC 1035 sections 3.3.3 to 3.3.8). Experimental or obsolete.</summary>
[Message("RFC 1035"), BackReferences, Tag(DnsType.Mb, DnsType.Md, DnsType.Mf, DnsType.Mg, DnsType.Mr)]
public readonly ref partial struct MailboxRecord : IBuildable<MailboxRecord>
{
    /// <summary>The host that has the mailbox (MADNAME of MB, MD, MF), a member of the group (MGMNAME of MG), the mailbox's new name (NEWNAME of MR).</summary>
    public required partial DnsName Name { get; init; }
}

/// <summary>MINFO: who is responsible for a mailing list (RFC 1035 section 3.3.7). Experimental.</summary>
[Message("RFC 1035"), BackReferences, Tag(DnsType.Minfo)]
public readonly ref partial struct MinfoRecord : IBuildable<MinfoRecord>
{
    /// <summary>The mailbox of whoever is responsible (RMAILBX); the root: the owner is.</summary>
    public required partial DnsName ResponsibleMailbox { get; init; }

    /// <summary>The mailbox that errors go to (EMAILBX).</summary>
    public required partial DnsName ErrorMailbox { get; init; }
}

/// <summary>PX: how addresses of X.400 are those of RFC 822 (RFC 2163 section 4).</summary>
[Message("RFC 2163"), BackReferences, Tag(DnsType.Px)]
public readonly ref partial struct PxRecord : IBuildable<PxRecord>
{
    /// <summary>Lower values are preferred.</summary>
    public partial ushort Preference { get; init; }

    /// <summary>The domain of RFC 822.</summary>
    public required partial DnsPlainName Map822 { get; init; }

    /// <summary>That of X.400, as a name.</summary>
    public required partial DnsPlainName MapX400 { get; init; }
}
