using Codecs.Protocols.Tests.Meter;

namespace Codecs.Protocols.Tests.Packets;

/// <summary>A stack of another assembly than its layers, with fast paths: one ends in the middle of another, one ends where layers are told by a single one of two ports, one has a layer without a common case.</summary>
[Stack]
[FastPath(typeof(Ethernet), typeof(IPv4), typeof(Tcp))]
[FastPath(typeof(Ethernet), typeof(IPv4), typeof(Udp))]
[FastPath(typeof(Ethernet), typeof(IPv4))]
[FastPath(typeof(Ethernet), typeof(IPv6), typeof(Udp))]
[FastPath(typeof(Ethernet), typeof(Vlan), typeof(IPv4), typeof(Tcp))]
[FastPath(typeof(Ethernet), typeof(IPv4), typeof(Icmp))]
[FastPath(typeof(Ethernet), typeof(Arp))]
public readonly ref partial struct QuickPacket
{
    public partial Ethernet Ethernet { get; }

    public partial Vlan Vlan { get; }

    public partial Arp Arp { get; }

    public partial IPv4 IPv4 { get; }

    public partial IPv6 IPv6 { get; }

    public partial Tcp Tcp { get; }

    public partial Udp Udp { get; }

    public partial Icmp Icmp { get; }

    public partial MeterRequest Request { get; }

    public partial MeterResponse Response { get; }
}
