namespace Codecs.Protocols;

/// <summary>The layers of a packet that this assembly knows, from the link to the transport, and what fits in a packet above it. A frame starts with Ethernet; <c>Walk</c> starts with whatever a link type says.</summary>
[Stack]
[FastPath(typeof(Ethernet), typeof(IPv4), typeof(Tcp))]
[FastPath(typeof(Ethernet), typeof(IPv4), typeof(Udp))]
[FastPath(typeof(Ethernet), typeof(IPv6), typeof(Tcp))]
[FastPath(typeof(Ethernet), typeof(IPv6), typeof(Udp))]
[FastPath(typeof(Ethernet), typeof(Vlan), typeof(IPv4), typeof(Tcp))]
[FastPath(typeof(Ethernet), typeof(Vlan), typeof(IPv4), typeof(Udp))]
public readonly ref partial struct Packet
{
    /// <summary>The link layer, if the packet starts there.</summary>
    public partial Ethernet Ethernet { get; }

    /// <summary>The outermost VLAN tag.</summary>
    public partial Vlan Vlan { get; }

    /// <summary>Address resolution.</summary>
    public partial Arp Arp { get; }

    /// <summary>The outermost IPv4 header.</summary>
    public partial IPv4 IPv4 { get; }

    /// <summary>The outermost IPv6 header.</summary>
    public partial IPv6 IPv6 { get; }

    /// <summary>Transmission control.</summary>
    public partial Tcp Tcp { get; }

    /// <summary>User datagrams.</summary>
    public partial Udp Udp { get; }

    /// <summary>Stream control transmission.</summary>
    public partial Sctp Sctp { get; }

    /// <summary>Control messages of IPv4.</summary>
    public partial Icmp Icmp { get; }

    /// <summary>Control messages of IPv6.</summary>
    public partial Icmpv6 Icmpv6 { get; }

    /// <summary>Hop-by-hop options of IPv6.</summary>
    public partial IPv6HopByHop IPv6HopByHop { get; }

    /// <summary>Routing header of IPv6.</summary>
    public partial IPv6Routing IPv6Routing { get; }

    /// <summary>Fragment header of IPv6.</summary>
    public partial IPv6Fragment IPv6Fragment { get; }

    /// <summary>Destination options of IPv6.</summary>
    public partial IPv6DestinationOptions IPv6DestinationOptions { get; }

    /// <summary>Group management of IPv4.</summary>
    public partial Igmp Igmp { get; }

    /// <summary>The outermost GRE header.</summary>
    public partial Gre Gre { get; }

    /// <summary>The outermost MPLS label.</summary>
    public partial Mpls Mpls { get; }

    /// <summary>The outermost VXLAN header.</summary>
    public partial Vxlan Vxlan { get; }

    /// <summary>Real-time transport.</summary>
    public partial Rtp Rtp { get; }

    /// <summary>Control of real-time transport.</summary>
    public partial Rtcp Rtcp { get; }

    /// <summary>Authentication header.</summary>
    public partial Ah Ah { get; }

    /// <summary>Encapsulating security payload.</summary>
    public partial Esp Esp { get; }

    /// <summary>User datagrams with partial checksums.</summary>
    public partial UdpLite UdpLite { get; }

    /// <summary>Logical link control.</summary>
    public partial Llc Llc { get; }

    /// <summary>Subnetwork access.</summary>
    public partial Snap Snap { get; }

    /// <summary>Link layer of a cooked capture.</summary>
    public partial LinuxSll LinuxSll { get; }

    /// <summary>Link layer of a cooked capture, version 2.</summary>
    public partial LinuxSll2 LinuxSll2 { get; }

    /// <summary>Link layer of a loopback capture.</summary>
    public partial BsdLoopback BsdLoopback { get; }

    /// <summary>Link layer of a loopback capture on OpenBSD.</summary>
    public partial OpenBsdLoopback OpenBsdLoopback { get; }

    /// <summary>No link layer.</summary>
    public partial RawIp RawIp { get; }

    /// <summary>Point-to-point protocol.</summary>
    public partial Ppp Ppp { get; }

    /// <summary>PPP over Ethernet.</summary>
    public partial PppoeSession PppoeSession { get; }

    /// <summary>Discovery of PPP over Ethernet.</summary>
    public partial PppoeDiscovery PppoeDiscovery { get; }

    /// <summary>Link control of PPP.</summary>
    public partial Lcp Lcp { get; }

    /// <summary>IP control of PPP.</summary>
    public partial Ipcp Ipcp { get; }

    /// <summary>IPv6 control of PPP.</summary>
    public partial Ipv6cp Ipv6cp { get; }

    /// <summary>Password authentication of PPP.</summary>
    public partial Pap Pap { get; }

    /// <summary>Challenge-handshake authentication of PPP.</summary>
    public partial Chap Chap { get; }

    /// <summary>Domain names, over UDP.</summary>
    public partial DnsMessage Dns { get; }

    /// <summary>Domain names by multicast.</summary>
    public partial MulticastDnsMessage MulticastDns { get; }

    /// <summary>Domain names of one link.</summary>
    public partial LlmnrMessage Llmnr { get; }

    /// <summary>Host configuration.</summary>
    public partial Dhcp Dhcp { get; }

    /// <summary>Host configuration of IPv6.</summary>
    public partial Dhcpv6 Dhcpv6 { get; }

    /// <summary>Network time.</summary>
    public partial Ntp Ntp { get; }

    /// <summary>Constrained application protocol.</summary>
    public partial Coap Coap { get; }

    /// <summary>Remote procedure call.</summary>
    public partial Rpc Rpc { get; }

    /// <summary>Request of Modbus.</summary>
    public partial ModbusTcpRequest ModbusRequest { get; }

    /// <summary>Response of Modbus.</summary>
    public partial ModbusTcpResponse ModbusResponse { get; }
}
