namespace Codecs.Protocols;

// RFC 1183, RFC 1706, RFC 1712, RFC 1876.

/// <summary>RP: who is responsible (RFC 1183 section 2.2).</summary>
[Message("RFC 1183"), BackReferences, Tag(DnsType.Rp)]
public readonly ref partial struct RpRecord : IBuildable<RpRecord>
{
    /// <summary>The mailbox, with a dot for the @.</summary>
    public required partial DnsPlainName Mailbox { get; init; }

    /// <summary>The name that has TXT records about whoever that is; the root if there is none.</summary>
    public required partial DnsPlainName TextDomain { get; init; }
}

/// <summary>AFSDB: a server of a cell of AFS or DCE (RFC 1183 section 1).</summary>
[Message("RFC 1183"), BackReferences, Tag(DnsType.Afsdb)]
public readonly ref partial struct AfsdbRecord : IBuildable<AfsdbRecord>
{
    /// <summary>1 for AFS, 2 for DCE.</summary>
    public partial ushort Subtype { get; init; }

    /// <summary>The host.</summary>
    public required partial DnsPlainName Hostname { get; init; }
}

/// <summary>X25: an address of X.25 (RFC 1183 section 3.1).</summary>
[Message("RFC 1183"), Tag(DnsType.X25)]
public readonly ref partial struct X25Record : IBuildable<X25Record>
{
    /// <summary>Digits, from the number of the network on.</summary>
    public partial DnsCharacterString PsdnAddress { get; init; }
}

/// <summary>ISDN: a telephone number (RFC 1183 section 3.2).</summary>
[Message("RFC 1183"), Tag(DnsType.Isdn)]
public readonly ref partial struct IsdnRecord : IBuildable<IsdnRecord>
{
    /// <summary>The number, and perhaps the subaddress.</summary>
    public partial MessageList<DnsCharacterString> Address { get; init; }
}

/// <summary>RT: a host that forwards to one that is not on the Internet (RFC 1183 section 3.3).</summary>
[Message("RFC 1183"), BackReferences, Tag(DnsType.Rt)]
public readonly ref partial struct RtRecord : IBuildable<RtRecord>
{
    /// <summary>Lower values are preferred.</summary>
    public partial ushort Preference { get; init; }

    /// <summary>The host that forwards.</summary>
    public required partial DnsPlainName IntermediateHost { get; init; }
}

/// <summary>NSAP: an address of OSI (RFC 1706 section 5).</summary>
[Message("RFC 1706"), Tag(DnsType.Nsap)]
public readonly ref partial struct NsapRecord : IBuildable<NsapRecord>
{
    /// <summary>The address.</summary>
    public partial DnsNsapAddress Address { get; init; }
}

/// <summary>NSAP-PTR: the name of an address of OSI (RFC 1706 section 6).</summary>
[Message("RFC 1706"), BackReferences, Tag(DnsType.Nsapptr)]
public readonly ref partial struct NsapPtrRecord : IBuildable<NsapPtrRecord>
{
    /// <summary>The name.</summary>
    public required partial DnsPlainName Owner { get; init; }
}

/// <summary>GPOS: a place on the earth (RFC 1712). Obsolete: <see cref="LocRecord"/>.</summary>
/// <remarks>The words longitude and latitude are the RFC's, and so are their ranges: it has them the wrong way around.</remarks>
[Message("RFC 1712"), Tag(DnsType.Gpos)]
public readonly ref partial struct GposRecord : IBuildable<GposRecord>
{
    /// <summary>Degrees from -90 to 90, positive is north.</summary>
    public partial DnsWord Longitude { get; init; }

    /// <summary>Degrees from -180 to 180, positive is east.</summary>
    public partial DnsWord Latitude { get; init; }

    /// <summary>Meters.</summary>
    public partial DnsWord Altitude { get; init; }
}

/// <summary>LOC: a place on the earth (RFC 1876).</summary>
[Message("RFC 1876"), Tag(DnsType.Loc)]
public readonly ref partial struct LocRecord : IBuildable<LocRecord>
{
    /// <summary>The place, its size, and how exactly it is known.</summary>
    public partial DnsLocation Location { get; init; }
}
