using Codecs.Protocols;

namespace Codecs.Benchmarks.Workloads.Parsing;

/// <summary>The stack that a program declares which reads these six layers and no others, as those do that are written by hand: above TCP and UDP it asks nothing.</summary>
[Stack]
[FastPath(typeof(Ethernet), typeof(IPv4), typeof(Tcp))]
[FastPath(typeof(Ethernet), typeof(IPv4), typeof(Udp))]
[FastPath(typeof(Ethernet), typeof(IPv6), typeof(Tcp))]
[FastPath(typeof(Ethernet), typeof(IPv6), typeof(Udp))]
[FastPath(typeof(Ethernet), typeof(Vlan), typeof(IPv4), typeof(Tcp))]
[FastPath(typeof(Ethernet), typeof(Vlan), typeof(IPv4), typeof(Udp))]
internal readonly ref partial struct CommonPacket
{
    public partial Ethernet Ethernet { get; }

    public partial Vlan Vlan { get; }

    public partial IPv4 IPv4 { get; }

    public partial IPv6 IPv6 { get; }

    public partial Tcp Tcp { get; }

    public partial Udp Udp { get; }
}
