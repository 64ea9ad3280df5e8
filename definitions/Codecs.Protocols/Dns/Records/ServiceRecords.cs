namespace Codecs.Protocols;

// RFC 1035 section 3.4.2, RFC 2230, RFC 2782, RFC 3403, RFC 7553, RFC 9460, RFC 9859.

/// <summary>WKS: the services of a host (RFC 1035 section 3.4.2). Nobody relies on it (RFC 1123 section 2.2).</summary>
[Message("RFC 1035"), Tag(DnsType.Wks)]
public readonly ref partial struct WksRecord : IBuildable<WksRecord>
{
    /// <summary>The host's address.</summary>
    public partial IPv4Address Address { get; init; }

    /// <summary>The transport, TCP or UDP.</summary>
    public partial IpProtocol Protocol { get; init; }

    /// <summary>Ports on which there is a service.</summary>
    public partial DnsPortBitmap Ports { get; init; }
}

/// <summary>SRV: where a service is (RFC 2782).</summary>
[Message("RFC 2782"), BackReferences, Tag(DnsType.Srv)]
public readonly ref partial struct SrvRecord : IBuildable<SrvRecord>
{
    /// <summary>Lower values are tried first.</summary>
    public partial ushort Priority { get; init; }

    /// <summary>The share of clients among those of the same priority.</summary>
    public partial ushort Weight { get; init; }

    /// <summary>The port.</summary>
    public partial ushort Port { get; init; }

    /// <summary>The host; the root if there is no such service.</summary>
    public required partial DnsPlainName Target { get; init; }
}

/// <summary>NAPTR: a rule that rewrites a name (RFC 3403 section 4).</summary>
[Message("RFC 3403"), BackReferences, Tag(DnsType.Naptr)]
public readonly ref partial struct NaptrRecord : IBuildable<NaptrRecord>
{
    /// <summary>Rules are worked through in this order.</summary>
    public partial ushort Order { get; init; }

    /// <summary>Among those of the same order, lower values are preferred.</summary>
    public partial ushort Preference { get; init; }

    /// <summary>What becomes of the result, as the application says.</summary>
    public partial DnsCharacterString Flags { get; init; }

    /// <summary>Service and protocol, as the application says.</summary>
    public partial DnsCharacterString Services { get; init; }

    /// <summary>A substitution; empty if there is a replacement.</summary>
    public partial DnsCharacterString Regexp { get; init; }

    /// <summary>The next name; the root if there is a substitution.</summary>
    public required partial DnsPlainName Replacement { get; init; }
}

/// <summary>KX: who exchanges keys for a host (RFC 2230 section 3).</summary>
[Message("RFC 2230"), BackReferences, Tag(DnsType.Kx)]
public readonly ref partial struct KxRecord : IBuildable<KxRecord>
{
    /// <summary>Lower values are preferred.</summary>
    public partial ushort Preference { get; init; }

    /// <summary>The host that exchanges keys.</summary>
    public required partial DnsPlainName Exchanger { get; init; }
}

/// <summary>URI: where something is (RFC 7553 section 4).</summary>
[Message("RFC 7553"), Tag(DnsType.Uri)]
public readonly ref partial struct UriRecord : IBuildable<UriRecord>
{
    /// <summary>Lower values are tried first.</summary>
    public partial ushort Priority { get; init; }

    /// <summary>The share of clients among those of the same priority.</summary>
    public partial ushort Weight { get; init; }

    /// <summary>The URI, which is not empty.</summary>
    public partial DnsLongString Target { get; init; }
}

/// <summary>SVCB and HTTPS: how to reach a service, or the name that says it (RFC 9460 section 2).</summary>
[Message("RFC 9460"), BackReferences, Tag(DnsType.Svcb, DnsType.Https)]
public readonly ref partial struct SvcbRecord : IBuildable<SvcbRecord>
{
    /// <summary>Lower values are preferred; 0 makes the owner an alias of the target (<see cref="IsAlias"/>).</summary>
    public partial ushort SvcPriority { get; init; }

    /// <summary>The host; the root is the owner itself, or no service if this is an alias.</summary>
    public required partial DnsPlainName TargetName { get; init; }

    /// <summary>What there is to know about the service; ignored in an alias.</summary>
    public partial DnsServiceParameters SvcParams { get; init; }

    /// <summary>Is the owner an alias of the target (RFC 9460 section 2.4.2)?</summary>
    public bool IsAlias => SvcPriority == 0;
}

/// <summary>DSYNC: who is to be notified of changes in a zone below (RFC 9859 section 2).</summary>
[Message("RFC 9859"), BackReferences, Tag(DnsType.Dsync)]
public readonly ref partial struct DsyncRecord : IBuildable<DsyncRecord>
{
    /// <summary>The type of records of which changes are told.</summary>
    public partial DnsType RecordType { get; init; }

    /// <summary>How: 1 is by NOTIFY.</summary>
    public partial byte Scheme { get; init; }

    /// <summary>The port.</summary>
    public partial ushort Port { get; init; }

    /// <summary>The host.</summary>
    public required partial DnsPlainName Target { get; init; }
}
