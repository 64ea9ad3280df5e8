namespace Codecs.Protocols;

/// <summary>Option (RFC 2132 section 2): one byte, or code, length and data.</summary>
[Message("RFC 2132")]
public readonly ref partial struct DhcpOption
{
    /// <summary>What it is.</summary>
    [TagOf(nameof(Data))] public partial DhcpOptionCode Code { get; init; }

    /// <summary>Length of <see cref="Data"/> in bytes; absent in options of one byte.</summary>
    [When(nameof(HasData)), LengthOf(nameof(Data))] public partial byte Length { get; }

    /// <summary>What it says.</summary>
    [When(nameof(HasData))]
    [Case<DhcpAddress>, Case<DhcpAddresses>, Case<DhcpAddressPairs>, Case<DhcpSeconds>, Case<DhcpTimeOffset>, Case<DhcpByte>, Case<DhcpSize>, Case<DhcpSizes>, Case<DhcpText>, Case<DhcpOverloading>]
    [Case<DhcpMessageKind>, Case<DhcpParameterList>, Case<DhcpClientIdentifier>, Case<DhcpClientName>, Case<DhcpAgentInformation>, Case<DhcpRoutes>]
    public partial ReadOnlySpan<byte> Data { get; init; }

    /// <summary>Does nothing follow but padding?</summary>
    public bool IsEnd => Code == DhcpOptionCode.End;

    private bool HasData => Code is not (DhcpOptionCode.Pad or DhcpOptionCode.End);
}

/// <summary>An address (RFC 2132).</summary>
[Message("RFC 2132"), Tag(DhcpOptionCode.RequestedAddress, DhcpOptionCode.SubnetMask, DhcpOptionCode.BroadcastAddress, DhcpOptionCode.ServerIdentifier, DhcpOptionCode.SwapServer, DhcpOptionCode.RouterSolicitationAddress, DhcpOptionCode.SubnetSelection)]
public readonly partial record struct DhcpAddress
{
    /// <summary>The address, or the mask.</summary>
    public required partial IPv4Address Address { get; init; }
}

/// <summary>Addresses, the preferred ones first (RFC 2132).</summary>
[Message("RFC 2132"), Tag(DhcpOptionCode.Router, DhcpOptionCode.TimeServer, DhcpOptionCode.NameServer, DhcpOptionCode.DomainNameServer, DhcpOptionCode.LogServer, DhcpOptionCode.CookieServer, DhcpOptionCode.LprServer,
    DhcpOptionCode.ImpressServer, DhcpOptionCode.ResourceLocationServer, DhcpOptionCode.NisServers, DhcpOptionCode.NtpServers, DhcpOptionCode.NetBiosNameServer, DhcpOptionCode.NetBiosDatagramServer,
    DhcpOptionCode.XFontServer, DhcpOptionCode.XDisplayManager, DhcpOptionCode.NisPlusServers, DhcpOptionCode.MobileIpHomeAgent, DhcpOptionCode.SmtpServer, DhcpOptionCode.Pop3Server, DhcpOptionCode.AssociatedAddresses)]
public readonly ref partial struct DhcpAddresses
{
    /// <summary>The addresses.</summary>
    public partial ScalarList<IPv4Address> Addresses { get; init; }
}

/// <summary>Pairs of addresses: destination and router, or address and mask (RFC 2132 sections 4.3 and 5.8).</summary>
[Message("RFC 2132"), Tag(DhcpOptionCode.StaticRoute, DhcpOptionCode.PolicyFilter)]
public readonly ref partial struct DhcpAddressPairs
{
    /// <summary>The pairs.</summary>
    public partial MessageList<DhcpAddressPair> Pairs { get; init; }
}

/// <summary>A pair of addresses (RFC 2132 sections 4.3 and 5.8).</summary>
[Message("RFC 2132")]
public readonly partial record struct DhcpAddressPair
{
    /// <summary>The destination.</summary>
    public required partial IPv4Address Address { get; init; }

    /// <summary>The router to it, or its mask.</summary>
    public required partial IPv4Address Other { get; init; }
}

/// <summary>A duration (RFC 2132).</summary>
[Message("RFC 2132"), Tag(DhcpOptionCode.LeaseTime, DhcpOptionCode.RenewalTime, DhcpOptionCode.RebindingTime, DhcpOptionCode.PathMtuAgingTimeout, DhcpOptionCode.ArpCacheTimeout, DhcpOptionCode.TcpKeepaliveInterval,
    DhcpOptionCode.ClientLastTransactionTime, DhcpOptionCode.IPv6OnlyPreferred)]
public readonly partial record struct DhcpSeconds
{
    /// <summary>Seconds; FFFFFFFF for ever.</summary>
    public partial uint Seconds { get; init; }
}

/// <summary>The time of the client's zone (RFC 2132 section 3.4), replaced by names of zones.</summary>
[Message("RFC 2132"), Tag(DhcpOptionCode.TimeOffset)]
public readonly partial record struct DhcpTimeOffset
{
    /// <summary>Seconds that it is ahead of UTC.</summary>
    public partial int Seconds { get; init; }
}

/// <summary>A number, or 0 and 1 for no and yes (RFC 2132).</summary>
[Message("RFC 2132"), Tag(DhcpOptionCode.IPForwarding, DhcpOptionCode.NonLocalSourceRouting, DhcpOptionCode.DefaultTimeToLive, DhcpOptionCode.AllSubnetsAreLocal, DhcpOptionCode.PerformMaskDiscovery,
    DhcpOptionCode.MaskSupplier, DhcpOptionCode.PerformRouterDiscovery, DhcpOptionCode.TrailerEncapsulation, DhcpOptionCode.EthernetEncapsulation, DhcpOptionCode.TcpDefaultTimeToLive,
    DhcpOptionCode.TcpKeepaliveGarbage, DhcpOptionCode.NetBiosNodeType, DhcpOptionCode.AutoConfigure)]
public readonly partial record struct DhcpByte
{
    /// <summary>The number.</summary>
    public partial byte Value { get; init; }
}

/// <summary>A size in bytes; of the boot file in blocks of 512 (RFC 2132).</summary>
[Message("RFC 2132"), Tag(DhcpOptionCode.MaximumMessageSize, DhcpOptionCode.BootFileSize, DhcpOptionCode.MaximumDatagramReassembly, DhcpOptionCode.InterfaceMtu)]
public readonly partial record struct DhcpSize
{
    /// <summary>The size.</summary>
    public partial ushort Size { get; init; }
}

/// <summary>Sizes to try for a path (RFC 2132 section 4.7).</summary>
[Message("RFC 2132"), Tag(DhcpOptionCode.PathMtuPlateauTable)]
public readonly ref partial struct DhcpSizes
{
    /// <summary>The sizes in bytes, ascending.</summary>
    public partial ScalarList<ushort> Sizes { get; init; }
}

/// <summary>Text (RFC 2132). It does not end with a zero byte; some senders add one.</summary>
[Message("RFC 2132"), Tag(DhcpOptionCode.HostName, DhcpOptionCode.MeritDumpFile, DhcpOptionCode.DomainName, DhcpOptionCode.RootPath, DhcpOptionCode.ExtensionsPath, DhcpOptionCode.NisDomain, DhcpOptionCode.Message,
    DhcpOptionCode.VendorClass, DhcpOptionCode.NisPlusDomain, DhcpOptionCode.TftpServerName, DhcpOptionCode.BootFileName, DhcpOptionCode.PosixTimeZone, DhcpOptionCode.TimeZoneName, DhcpOptionCode.CaptivePortal, DhcpOptionCode.MudUrl,
    DhcpOptionCode.WebProxyAutoDiscovery)]
public readonly ref partial struct DhcpText
{
    /// <summary>The text.</summary>
    public partial ReadOnlySpan<byte> Text { get; init; }
}

/// <summary>Where else options are (RFC 2132 section 9.3).</summary>
[Message("RFC 2132"), Tag(DhcpOptionCode.OptionOverload)]
public readonly partial record struct DhcpOverloading
{
    /// <summary>The fields that hold options.</summary>
    public partial DhcpOverload Fields { get; init; }
}

/// <summary>What kind of message it is (RFC 2132 section 9.6).</summary>
[Message("RFC 2132"), Tag(DhcpOptionCode.MessageType)]
public readonly partial record struct DhcpMessageKind
{
    /// <summary>The kind.</summary>
    public partial DhcpMessageType Type { get; init; }
}

/// <summary>What the client would like to know (RFC 2132 section 9.8).</summary>
[Message("RFC 2132"), Tag(DhcpOptionCode.ParameterRequestList)]
public readonly ref partial struct DhcpParameterList
{
    /// <summary>The options, in the order of preference.</summary>
    public partial ScalarList<DhcpOptionCode> Codes { get; init; }
}

/// <summary>Who the client is (RFC 2132 section 9.14).</summary>
[Message("RFC 2132"), Tag(DhcpOptionCode.ClientIdentifier)]
public readonly ref partial struct DhcpClientIdentifier
{
    /// <summary>A <see cref="HardwareType"/>; 0 for something else, 255 for IAID and DUID (RFC 4361).</summary>
    public partial byte Type { get; init; }

    /// <summary>The identifier.</summary>
    public partial ReadOnlySpan<byte> Identifier { get; init; }
}

/// <summary>The client's name in the DNS (RFC 4702 section 2).</summary>
[Message("RFC 4702"), Tag(DhcpOptionCode.ClientName)]
public readonly ref partial struct DhcpClientName
{
    [Bits(4), Reserved] private partial byte Reserved { get; }

    /// <summary>Is the server not to update the DNS? (N)</summary>
    [Bits(1)] public partial bool NoServerUpdate { get; init; }

    /// <summary>Is <see cref="DomainName"/> in the form of DNS messages, not ASCII? (E)</summary>
    [Bits(1)] public partial bool IsEncoded { get; init; }

    /// <summary>Has the server done otherwise than the client wanted? (O)</summary>
    [Bits(1)] public partial bool IsOverridden { get; init; }

    /// <summary>Is the server to update, or does it, the address record? (S)</summary>
    [Bits(1)] public partial bool ServerUpdate { get; init; }

    /// <summary>Without meaning now (RCODE1).</summary>
    public partial byte ResponseCode1 { get; init; }

    /// <summary>Without meaning now (RCODE2).</summary>
    public partial byte ResponseCode2 { get; init; }

    /// <summary>The name.</summary>
    public partial ReadOnlySpan<byte> DomainName { get; init; }
}

/// <summary>What a relay agent adds (RFC 3046 section 2).</summary>
[Message("RFC 3046"), Tag(DhcpOptionCode.RelayAgentInformation)]
public readonly ref partial struct DhcpAgentInformation
{
    /// <summary>What it says.</summary>
    public partial MessageList<DhcpAgentOption> Options { get; init; }
}

/// <summary>Something a relay agent says (RFC 3046 section 2).</summary>
[Message("RFC 3046")]
public readonly ref partial struct DhcpAgentOption
{
    /// <summary>1: the circuit that the request came by, 2: who is at its other end, 5: the subnet, 6: the subscriber.</summary>
    public partial byte Code { get; init; }

    /// <summary>Length of <see cref="Value"/> in bytes.</summary>
    [LengthOf(nameof(Value))] public partial byte Length { get; }

    /// <summary>What it says.</summary>
    public partial ReadOnlySpan<byte> Value { get; init; }
}

/// <summary>Routes (RFC 3442): in place of <see cref="DhcpOptionCode.Router"/> and <see cref="DhcpOptionCode.StaticRoute"/>.</summary>
[Message("RFC 3442"), Tag(DhcpOptionCode.ClasslessStaticRoute, DhcpOptionCode.MicrosoftClasslessStaticRoute)]
public readonly ref partial struct DhcpRoutes
{
    /// <summary>The routes.</summary>
    public partial MessageList<DhcpRoute> Routes { get; init; }
}

/// <summary>Route (RFC 3442).</summary>
[Message("RFC 3442")]
public readonly ref partial struct DhcpRoute
{
    /// <summary>Bits of the subnet's number; 0 for the default route.</summary>
    [Require(nameof(IsPrefix))] public partial byte PrefixLength { get; init; }

    /// <summary>The subnet's number, without the bytes that have none of its bits.</summary>
    [Bytes(nameof(PrefixBytes))] public partial ReadOnlySpan<byte> Prefix { get; init; }

    /// <summary>The router; 0.0.0.0 if the subnet is on the link.</summary>
    public required partial IPv4Address Router { get; init; }

    private int PrefixBytes => (PrefixLength + 7) / 8;

    private bool IsPrefix => PrefixLength <= 32;
}
