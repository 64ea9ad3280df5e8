namespace Codecs.Protocols;

/// <summary>Option (RFC 8415 section 21.1).</summary>
[Message("RFC 8415")]
public readonly ref partial struct Dhcpv6Option
{
    /// <summary>What it is.</summary>
    [TagOf(nameof(Data))] public partial Dhcpv6OptionCode Code { get; init; }

    /// <summary>Length of <see cref="Data"/> in bytes.</summary>
    [LengthOf(nameof(Data))] public partial ushort Length { get; }

    /// <summary>What it says.</summary>
    [Case<Dhcpv6Duid>, Case<Dhcpv6AddressAssociation>, Case<Dhcpv6TemporaryAssociation>, Case<Dhcpv6Address>, Case<Dhcpv6OptionRequest>, Case<Dhcpv6Preference>, Case<Dhcpv6ElapsedTime>, Case<Dhcpv6>]
    [Case<Dhcpv6Status>, Case<Dhcpv6Servers>, Case<Dhcpv6Prefix>, Case<Dhcpv6RefreshTime>, Case<Dhcpv6Vendor>]
    public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>Who a client or a server is (RFC 8415 section 11): compared, and otherwise without meaning.</summary>
[Message("RFC 8415"), Tag(Dhcpv6OptionCode.ClientIdentifier, Dhcpv6OptionCode.ServerIdentifier)]
public readonly ref partial struct Dhcpv6Duid
{
    /// <summary>1: link-layer address and time, 2: number of an enterprise, 3: link-layer address, 4: UUID (RFC 6355).</summary>
    public partial ushort Type { get; init; }

    /// <summary>The rest.</summary>
    public partial ReadOnlySpan<byte> Identifier { get; init; }
}

/// <summary>Addresses, or prefixes, of a client (RFC 8415 sections 21.4 and 21.21).</summary>
[Message("RFC 8415"), Tag(Dhcpv6OptionCode.NonTemporaryAddresses, Dhcpv6OptionCode.DelegatedPrefixes)]
public readonly ref partial struct Dhcpv6AddressAssociation
{
    /// <summary>Chosen by the client (IAID).</summary>
    public partial uint Identifier { get; init; }

    /// <summary>Seconds until the client asks its server again (T1).</summary>
    public partial uint RenewalTime { get; init; }

    /// <summary>Seconds until it asks any server (T2).</summary>
    public partial uint RebindingTime { get; init; }

    /// <summary>The addresses, and what else there is to say.</summary>
    public partial MessageList<Dhcpv6Option> Options { get; init; }
}

/// <summary>Temporary addresses of a client (RFC 8415 section 21.5).</summary>
[Message("RFC 8415"), Tag(Dhcpv6OptionCode.TemporaryAddresses)]
public readonly ref partial struct Dhcpv6TemporaryAssociation
{
    /// <summary>Chosen by the client (IAID).</summary>
    public partial uint Identifier { get; init; }

    /// <summary>The addresses, and what else there is to say.</summary>
    public partial MessageList<Dhcpv6Option> Options { get; init; }
}

/// <summary>An address of a client (RFC 8415 section 21.6).</summary>
[Message("RFC 8415"), Tag(Dhcpv6OptionCode.Address)]
public readonly ref partial struct Dhcpv6Address
{
    /// <summary>The address.</summary>
    public required partial IPv6Address Address { get; init; }

    /// <summary>Seconds for which it is to be used for new connections.</summary>
    public partial uint PreferredLifetime { get; init; }

    /// <summary>Seconds for which it is to be used at all.</summary>
    public partial uint ValidLifetime { get; init; }

    /// <summary>What else there is to say.</summary>
    public partial MessageList<Dhcpv6Option> Options { get; init; }
}

/// <summary>A prefix for a client (RFC 8415 section 21.22).</summary>
[Message("RFC 8415"), Tag(Dhcpv6OptionCode.Prefix)]
public readonly ref partial struct Dhcpv6Prefix
{
    /// <summary>Seconds for which it is to be used for new connections.</summary>
    public partial uint PreferredLifetime { get; init; }

    /// <summary>Seconds for which it is to be used at all.</summary>
    public partial uint ValidLifetime { get; init; }

    /// <summary>Bits of the prefix.</summary>
    public partial byte PrefixLength { get; init; }

    /// <summary>The prefix.</summary>
    public required partial IPv6Address Prefix { get; init; }

    /// <summary>What else there is to say.</summary>
    public partial MessageList<Dhcpv6Option> Options { get; init; }
}

/// <summary>What the client would like to know (RFC 8415 section 21.7).</summary>
[Message("RFC 8415"), Tag(Dhcpv6OptionCode.OptionRequest)]
public readonly ref partial struct Dhcpv6OptionRequest
{
    /// <summary>The options.</summary>
    public partial ScalarList<Dhcpv6OptionCode> Codes { get; init; }
}

/// <summary>How much the server is to be preferred (RFC 8415 section 21.8).</summary>
[Message("RFC 8415"), Tag(Dhcpv6OptionCode.Preference)]
public readonly partial record struct Dhcpv6Preference
{
    /// <summary>255: take it at once.</summary>
    public partial byte Value { get; init; }
}

/// <summary>Since the client began (RFC 8415 section 21.9).</summary>
[Message("RFC 8415"), Tag(Dhcpv6OptionCode.ElapsedTime)]
public readonly partial record struct Dhcpv6ElapsedTime
{
    /// <summary>Hundredths of a second.</summary>
    public partial ushort Hundredths { get; init; }
}

/// <summary>What became of it (RFC 8415 section 21.13).</summary>
[Message("RFC 8415"), Tag(Dhcpv6OptionCode.StatusCode)]
public readonly ref partial struct Dhcpv6Status
{
    /// <summary>0: success, 1: failure, 2: no addresses, 3: no such association, 4: not right for the link, 5: use multicast, 6: no prefixes.</summary>
    public partial ushort Code { get; init; }

    /// <summary>The same in words.</summary>
    public partial ReadOnlySpan<byte> Text { get; init; }
}

/// <summary>When the client is to ask again (RFC 8415 sections 21.23 to 21.25).</summary>
[Message("RFC 8415"), Tag(Dhcpv6OptionCode.InformationRefreshTime, Dhcpv6OptionCode.SolicitMaximum, Dhcpv6OptionCode.InformationMaximum)]
public readonly partial record struct Dhcpv6RefreshTime
{
    /// <summary>Seconds.</summary>
    public partial uint Seconds { get; init; }
}

/// <summary>Addresses of servers (RFC 3646, RFC 4075).</summary>
[Message("RFC 3646"), Tag(Dhcpv6OptionCode.DnsServers, Dhcpv6OptionCode.SntpServers)]
public readonly ref partial struct Dhcpv6Servers
{
    /// <summary>The addresses, the preferred ones first.</summary>
    public partial ScalarList<IPv6Address> Addresses { get; init; }
}

/// <summary>What a vendor says (RFC 8415 sections 21.16 and 21.17).</summary>
[Message("RFC 8415"), Tag(Dhcpv6OptionCode.VendorClass, Dhcpv6OptionCode.VendorOptions)]
public readonly ref partial struct Dhcpv6Vendor
{
    /// <summary>The vendor's number (IANA).</summary>
    public partial uint EnterpriseNumber { get; init; }

    /// <summary>What it says.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>Options of DHCPv6 (IANA; RFC 8415 unless another one is named).</summary>
public enum Dhcpv6OptionCode : ushort
{
    /// <summary>Who the client is.</summary>
    ClientIdentifier = 1,

    /// <summary>Who the server is.</summary>
    ServerIdentifier = 2,

    /// <summary>Addresses of the client (IA_NA).</summary>
    NonTemporaryAddresses = 3,

    /// <summary>Temporary addresses of the client (IA_TA).</summary>
    TemporaryAddresses = 4,

    /// <summary>One of these addresses.</summary>
    Address = 5,

    /// <summary>What the client would like to know.</summary>
    OptionRequest = 6,

    /// <summary>How much the server is to be preferred.</summary>
    Preference = 7,

    /// <summary>Since the client began.</summary>
    ElapsedTime = 8,

    /// <summary>The message that is relayed.</summary>
    RelayMessage = 9,

    /// <summary>Authenticates the message.</summary>
    Authentication = 11,

    /// <summary>Where the client may send directly to.</summary>
    ServerUnicast = 12,

    /// <summary>What became of it.</summary>
    StatusCode = 13,

    /// <summary>Two messages instead of four.</summary>
    RapidCommit = 14,

    /// <summary>Classes of the user.</summary>
    UserClass = 15,

    /// <summary>Classes of the vendor.</summary>
    VendorClass = 16,

    /// <summary>Options of the vendor.</summary>
    VendorOptions = 17,

    /// <summary>The interface by which a relay agent got the message.</summary>
    InterfaceId = 18,

    /// <summary>What the client is to ask.</summary>
    ReconfigureMessage = 19,

    /// <summary>Does the client accept that?</summary>
    ReconfigureAccept = 20,

    /// <summary>DNS servers (RFC 3646).</summary>
    DnsServers = 23,

    /// <summary>Domains to search (RFC 3646).</summary>
    DomainList = 24,

    /// <summary>Prefixes for the client (IA_PD).</summary>
    DelegatedPrefixes = 25,

    /// <summary>One of these prefixes.</summary>
    Prefix = 26,

    /// <summary>SNTP servers (RFC 4075).</summary>
    SntpServers = 31,

    /// <summary>When the client is to ask again.</summary>
    InformationRefreshTime = 32,

    /// <summary>The client's name in the DNS (RFC 4704).</summary>
    ClientName = 39,

    /// <summary>NTP servers (RFC 5908).</summary>
    NtpServer = 56,

    /// <summary>The client's link-layer address (RFC 6939).</summary>
    ClientLinkLayerAddress = 79,

    /// <summary>The longest time between two solicits (RFC 8415 section 21.24).</summary>
    SolicitMaximum = 82,

    /// <summary>The longest time between two information requests (RFC 8415 section 21.25).</summary>
    InformationMaximum = 83,
}
