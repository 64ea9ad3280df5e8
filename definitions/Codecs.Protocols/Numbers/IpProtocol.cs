namespace Codecs.Protocols;

/// <summary>What IP carries: the protocol numbers of IPv4 and the next-header numbers of IPv6 (IANA protocol numbers).</summary>
public enum IpProtocol : byte
{
    /// <summary>IPv6 hop-by-hop options (<see cref="IPv6HopByHop"/>).</summary>
    HopByHop = 0,

    /// <summary>ICMP for IPv4 (<see cref="Protocols.Icmp"/>).</summary>
    Icmp = 1,

    /// <summary>Internet group management (RFC 9776).</summary>
    Igmp = 2,

    /// <summary>Gateway-to-gateway protocol (RFC 823).</summary>
    GatewayToGateway = 3,

    /// <summary>IPv4 within IP (RFC 2003).</summary>
    IPv4 = 4,

    /// <summary>Internet stream protocol (RFC 1819).</summary>
    Stream = 5,

    /// <summary><see cref="Protocols.Tcp"/>.</summary>
    Tcp = 6,

    /// <summary>Exterior gateway protocol (RFC 888).</summary>
    Egp = 8,

    /// <summary>Any private interior gateway protocol; Cisco's IGRP.</summary>
    InteriorGateway = 9,

    /// <summary>Xerox PUP.</summary>
    Pup = 12,

    /// <summary><see cref="Protocols.Udp"/>.</summary>
    Udp = 17,

    /// <summary>Host monitoring protocol (RFC 869).</summary>
    Hmp = 20,

    /// <summary>Xerox NS internet datagrams.</summary>
    XnsIdp = 22,

    /// <summary>Reliable data protocol (RFC 908).</summary>
    ReliableData = 27,

    /// <summary>Datagram congestion control (RFC 4340).</summary>
    Dccp = 33,

    /// <summary>IPv6 within IP (RFC 2473).</summary>
    IPv6 = 41,

    /// <summary>IPv6 routing header (<see cref="IPv6Routing"/>).</summary>
    Routing = 43,

    /// <summary>IPv6 fragment header (<see cref="IPv6Fragment"/>).</summary>
    Fragment = 44,

    /// <summary>Resource reservation (RFC 2205).</summary>
    Rsvp = 46,

    /// <summary>Generic routing encapsulation (RFC 2784).</summary>
    Gre = 47,

    /// <summary>Dynamic source routing (RFC 4728).</summary>
    Dsr = 48,

    /// <summary>Encapsulating security payload (<see cref="Protocols.Esp"/>).</summary>
    Esp = 50,

    /// <summary>Authentication header (<see cref="Protocols.Ah"/>).</summary>
    Ah = 51,

    /// <summary>Minimal encapsulation (RFC 2004).</summary>
    Mobile = 55,

    /// <summary>ICMP for IPv6 (<see cref="Protocols.Icmpv6"/>).</summary>
    Icmpv6 = 58,

    /// <summary>Nothing follows; bytes that do are passed on unread (RFC 8200 section 4.7).</summary>
    NoNextHeader = 59,

    /// <summary>IPv6 destination options (<see cref="IPv6DestinationOptions"/>).</summary>
    DestinationOptions = 60,

    /// <summary>Banyan VINES.</summary>
    Vines = 83,

    /// <summary>Enhanced interior gateway routing (RFC 7868).</summary>
    Eigrp = 88,

    /// <summary>OSPF (RFC 2328, RFC 5340).</summary>
    Ospf = 89,

    /// <summary>Ethernet within IP (RFC 3378).</summary>
    EtherIp = 97,

    /// <summary>Encapsulation header (RFC 1241).</summary>
    Encapsulation = 98,

    /// <summary>Protocol independent multicast (RFC 7761).</summary>
    Pim = 103,

    /// <summary>IP payload compression (RFC 3173).</summary>
    IpComp = 108,

    /// <summary>Virtual router redundancy (RFC 9568).</summary>
    Vrrp = 112,

    /// <summary>Pragmatic general multicast (RFC 3208).</summary>
    Pgm = 113,

    /// <summary>Layer two tunneling, version 3 (RFC 3931).</summary>
    L2tp = 115,

    /// <summary>IS-IS over IPv4.</summary>
    IsIs = 124,

    /// <summary>Stream control transmission (RFC 9260).</summary>
    Sctp = 132,

    /// <summary>Fibre Channel (RFC 6172).</summary>
    FibreChannel = 133,

    /// <summary>RSVP aggregation (RFC 3175).</summary>
    RsvpE2eIgnore = 134,

    /// <summary>IPv6 mobility header (RFC 6275).</summary>
    Mobility = 135,

    /// <summary><see cref="Protocols.UdpLite"/>.</summary>
    UdpLite = 136,

    /// <summary>MPLS label stack within IP (RFC 4023).</summary>
    MplsInIp = 137,

    /// <summary>Mobile ad hoc network protocols (RFC 5498).</summary>
    Manet = 138,

    /// <summary>Host identity protocol (RFC 7401).</summary>
    Hip = 139,

    /// <summary>Site multihoming by IPv6 intermediation (RFC 5533).</summary>
    Shim6 = 140,

    /// <summary>Wrapped ESP (RFC 5840).</summary>
    Wesp = 141,

    /// <summary>Robust header compression (RFC 5858).</summary>
    Rohc = 142,

    /// <summary>An Ethernet frame (RFC 8986).</summary>
    Ethernet = 143,

    /// <summary>Aggregated and fragmented ESP payloads (RFC 9347).</summary>
    AggFrag = 144,

    /// <summary>Network service header (RFC 9491).</summary>
    NetworkServiceHeader = 145,

    /// <summary>For experiments (RFC 3692).</summary>
    Experiment1 = 253,

    /// <summary>For experiments (RFC 3692).</summary>
    Experiment2 = 254,

    /// <summary>Reserved.</summary>
    Raw = 255,
}
