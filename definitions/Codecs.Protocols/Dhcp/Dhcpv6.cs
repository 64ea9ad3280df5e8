namespace Codecs.Protocols;

/// <summary>Host configuration of IPv6 (RFC 8415 section 8): its first byte, which says what the rest is.</summary>
[Message("RFC 8415"), Tag(UdpPort.Dhcpv6Server, UdpPort.Dhcpv6Client), Tag(Dhcpv6OptionCode.RelayMessage)]
public readonly ref partial struct Dhcpv6
{
    /// <summary>What kind of message it is.</summary>
    [TagOf(nameof(Body))] public partial Dhcpv6MessageType MessageType { get; init; }

    /// <summary>The rest.</summary>
    [Case<Dhcpv6Exchange>, Case<Dhcpv6Relay>] public partial ReadOnlySpan<byte> Body { get; init; }
}

/// <summary>Message between a client and a server (RFC 8415 section 8).</summary>
[Message("RFC 8415"), Tag(Dhcpv6MessageType.Solicit, Dhcpv6MessageType.Advertise, Dhcpv6MessageType.Request, Dhcpv6MessageType.Confirm, Dhcpv6MessageType.Renew, Dhcpv6MessageType.Rebind, Dhcpv6MessageType.Reply,
    Dhcpv6MessageType.Release, Dhcpv6MessageType.Decline, Dhcpv6MessageType.Reconfigure, Dhcpv6MessageType.InformationRequest, Dhcpv6MessageType.LeaseQuery, Dhcpv6MessageType.LeaseQueryReply)]
public readonly ref partial struct Dhcpv6Exchange
{
    /// <summary>Chosen by the client.</summary>
    [Bits(24)] public partial uint TransactionId { get; init; }

    /// <summary>What it says.</summary>
    public partial MessageList<Dhcpv6Option> Options { get; init; }
}

/// <summary>Message between a relay agent and a server (RFC 8415 section 9).</summary>
[Message("RFC 8415"), Tag(Dhcpv6MessageType.RelayForward, Dhcpv6MessageType.RelayReply)]
public readonly ref partial struct Dhcpv6Relay
{
    /// <summary>Relay agents on the way.</summary>
    public partial byte HopCount { get; init; }

    /// <summary>An address on the client's link.</summary>
    public required partial IPv6Address LinkAddress { get; init; }

    /// <summary>The client, or the relay agent before this one.</summary>
    public required partial IPv6Address PeerAddress { get; init; }

    /// <summary>What it says; one option is the message that is relayed.</summary>
    public partial MessageList<Dhcpv6Option> Options { get; init; }
}

/// <summary>Kinds of messages (RFC 8415 section 7.3, and as assigned since).</summary>
public enum Dhcpv6MessageType : byte
{
    /// <summary>Looks for servers.</summary>
    Solicit = 1,

    /// <summary>A server is there.</summary>
    Advertise = 2,

    /// <summary>Asks for addresses.</summary>
    Request = 3,

    /// <summary>Are the addresses right for the link?</summary>
    Confirm = 4,

    /// <summary>Asks the server to keep them.</summary>
    Renew = 5,

    /// <summary>Asks any server.</summary>
    Rebind = 6,

    /// <summary>A server's answer.</summary>
    Reply = 7,

    /// <summary>Gives addresses back.</summary>
    Release = 8,

    /// <summary>Addresses are in use already.</summary>
    Decline = 9,

    /// <summary>Has the client ask again.</summary>
    Reconfigure = 10,

    /// <summary>Asks for parameters alone.</summary>
    InformationRequest = 11,

    /// <summary>A relay agent's message to a server.</summary>
    RelayForward = 12,

    /// <summary>The way back.</summary>
    RelayReply = 13,

    /// <summary>Asks for leases (RFC 5007).</summary>
    LeaseQuery = 14,

    /// <summary>Its answer (RFC 5007).</summary>
    LeaseQueryReply = 15,
}
