using Codecs.Protocols.Tests.Meter;

namespace Codecs.Protocols.Tests.Packets;

/// <summary>The layers of <see cref="QuickPacket"/>, found one by one.</summary>
[Stack]
public readonly ref partial struct PlainPacket
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
