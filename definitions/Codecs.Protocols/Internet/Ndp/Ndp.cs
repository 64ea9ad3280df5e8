namespace Codecs.Protocols;

/// <summary>Router solicitation (RFC 4861 section 4.1).</summary>
[Message("RFC 4861"), Tag(Icmpv6Type.RouterSolicitation)]
public readonly ref partial struct NdpRouterSolicitation
{
    [Reserved] private partial uint Reserved { get; }

    /// <summary>The sender's link-layer address, if it has an address to be answered at.</summary>
    public partial MessageList<NdpOption> Options { get; init; }
}

/// <summary>Router advertisement (RFC 4861 section 4.2).</summary>
[Message("RFC 4861"), Tag(Icmpv6Type.RouterAdvertisement)]
public readonly ref partial struct NdpRouterAdvertisement
{
    /// <summary>What hosts should put in <see cref="IPv6.HopLimit"/>; 0 if the router does not say.</summary>
    public partial byte CurHopLimit { get; init; }

    /// <summary>Are addresses to be had by DHCPv6 (M)?</summary>
    [Bits(1)] public partial bool ManagedAddressConfiguration { get; init; }

    /// <summary>Is other configuration to be had by DHCPv6 (O)?</summary>
    [Bits(1)] public partial bool OtherConfiguration { get; init; }

    /// <summary>Is the router a home agent for mobile nodes (H, RFC 6275 section 7.1)?</summary>
    [Bits(1)] public partial bool HomeAgent { get; init; }

    /// <summary>How good a default router it is (RFC 4191 section 2.2).</summary>
    [Bits(2)] public partial NdpPreference DefaultRouterPreference { get; init; }

    /// <summary>Does it come from a proxy (RFC 4389 section 4.1.3.3)?</summary>
    [Bits(1)] public partial bool Proxy { get; init; }

    [Bits(2), Reserved] private partial byte Reserved { get; }

    /// <summary>For how many seconds the router is a default router; 0 if it is none.</summary>
    public partial ushort RouterLifetime { get; init; }

    /// <summary>For how many milliseconds a neighbor that was heard of counts as reachable; 0 if the router does not say.</summary>
    public partial uint ReachableTime { get; init; }

    /// <summary>Milliseconds between solicitations that are not answered; 0 if the router does not say.</summary>
    public partial uint RetransTimer { get; init; }

    /// <summary>The router's link-layer address, MTU, prefixes, routes, DNS.</summary>
    public partial MessageList<NdpOption> Options { get; init; }
}

/// <summary>Neighbor solicitation (RFC 4861 section 4.3).</summary>
[Message("RFC 4861"), Tag(Icmpv6Type.NeighborSolicitation)]
public readonly ref partial struct NdpNeighborSolicitation
{
    [Reserved] private partial uint Reserved { get; }

    /// <summary>The address whose owner is to answer.</summary>
    public partial IPv6Address TargetAddress { get; init; }

    /// <summary>The sender's link-layer address, unless the sender has no address yet.</summary>
    public partial MessageList<NdpOption> Options { get; init; }
}

/// <summary>Neighbor advertisement (RFC 4861 section 4.4).</summary>
[Message("RFC 4861"), Tag(Icmpv6Type.NeighborAdvertisement)]
public readonly ref partial struct NdpNeighborAdvertisement
{
    /// <summary>Is the sender a router (R)?</summary>
    [Bits(1)] public partial bool Router { get; init; }

    /// <summary>Is it the answer to a solicitation (S)?</summary>
    [Bits(1)] public partial bool Solicited { get; init; }

    /// <summary>Does it replace what is known of the address (O)?</summary>
    [Bits(1)] public partial bool Override { get; init; }

    [Bits(29), Reserved] private partial uint Reserved { get; }

    /// <summary>The address of which it tells.</summary>
    public partial IPv6Address TargetAddress { get; init; }

    /// <summary>The link-layer address of the target.</summary>
    public partial MessageList<NdpOption> Options { get; init; }
}

/// <summary>Redirect (RFC 4861 section 4.5).</summary>
[Message("RFC 4861"), Tag(Icmpv6Type.Redirect)]
public readonly ref partial struct NdpRedirect
{
    [Reserved] private partial uint Reserved { get; }

    /// <summary>Where to send instead: a router, or the destination itself if it is on the link.</summary>
    public partial IPv6Address TargetAddress { get; init; }

    /// <summary>For packets to this address.</summary>
    public partial IPv6Address DestinationAddress { get; init; }

    /// <summary>The link-layer address of the target, and the packet that it is about.</summary>
    public partial MessageList<NdpOption> Options { get; init; }
}

/// <summary>How good a router is (RFC 4191 section 2.1). Two bits with a sign.</summary>
public enum NdpPreference : byte
{
    /// <summary>Like most.</summary>
    Medium = 0,

    /// <summary>Before others.</summary>
    High = 1,

    /// <summary>Must not be sent; taken as medium for a router, and the route ignored.</summary>
    Reserved = 2,

    /// <summary>After others.</summary>
    Low = 3,
}
