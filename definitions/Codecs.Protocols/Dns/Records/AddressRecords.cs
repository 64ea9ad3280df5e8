namespace Codecs.Protocols;

// RFC 1035 section 3.4.1, RFC 3596, RFC 3123, RFC 7043, RFC 8777.

/// <summary>A: a host's IPv4 address (RFC 1035 section 3.4.1).</summary>
[Message("RFC 1035"), Tag(DnsType.A)]
public readonly partial record struct ARecord : IBuildable<ARecord>
{
    /// <summary>The address.</summary>
    public partial IPv4Address Address { get; init; }
}

/// <summary>AAAA: a host's IPv6 address (RFC 3596 section 2.1).</summary>
[Message("RFC 3596"), Tag(DnsType.Aaaa)]
public readonly partial record struct AaaaRecord : IBuildable<AaaaRecord>
{
    /// <summary>The address.</summary>
    public partial IPv6Address Address { get; init; }
}

/// <summary>APL: lists of address prefixes (RFC 3123).</summary>
[Message("RFC 3123"), Tag(DnsType.Apl)]
public readonly ref partial struct AplRecord : IBuildable<AplRecord>
{
    /// <summary>Prefixes, and exceptions from them; there may be none.</summary>
    public partial MessageList<DnsAddressPrefix> Prefixes { get; init; }
}

/// <summary>EUI48: a 48-bit address of an interface (RFC 7043 section 3).</summary>
[Message("RFC 7043"), Tag(DnsType.Eui48)]
public readonly partial record struct Eui48Record : IBuildable<Eui48Record>
{
    /// <summary>The address.</summary>
    public partial DnsEui48 Address { get; init; }
}

/// <summary>EUI64: a 64-bit address of an interface (RFC 7043 section 4).</summary>
[Message("RFC 7043"), Tag(DnsType.Eui64)]
public readonly partial record struct Eui64Record : IBuildable<Eui64Record>
{
    /// <summary>The address.</summary>
    public partial DnsEui64 Address { get; init; }
}

/// <summary>AMTRELAY: a relay for automatic multicast tunneling (RFC 8777 section 4).</summary>
[Message("RFC 8777"), BackReferences, Tag(DnsType.Amtrelay)]
public readonly ref partial struct AmtrelayRecord : IBuildable<AmtrelayRecord>
{
    /// <summary>Relays with a lower value are tried first.</summary>
    public partial byte Precedence { get; init; }

    /// <summary>May the gateway send its advertisement requests to the relay at once (D)?</summary>
    [Bits(1)] public partial bool DiscoveryOptional { get; init; }

    /// <summary>What the relay is given as.</summary>
    [Bits(7)] public partial DnsGatewayType RelayType { get; init; }

    /// <summary>No relay.</summary>
    [When(nameof(HasNone))] public partial DnsNoGateway? NoRelay { get; init; }

    /// <summary>The relay's IPv4 address.</summary>
    [When(nameof(HasIPv4))] public partial IPv4Address? RelayIPv4 { get; init; }

    /// <summary>The relay's IPv6 address.</summary>
    [When(nameof(HasIPv6))] public partial IPv6Address? RelayIPv6 { get; init; }

    /// <summary>The relay's name.</summary>
    [When(nameof(HasName))] public partial Optional<DnsPlainName> RelayName { get; init; }

    private bool HasNone => RelayType == DnsGatewayType.None;

    private bool HasIPv4 => RelayType == DnsGatewayType.IPv4;

    private bool HasIPv6 => RelayType == DnsGatewayType.IPv6;

    private bool HasName => RelayType == DnsGatewayType.Name;
}
