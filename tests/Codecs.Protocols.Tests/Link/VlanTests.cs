using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Link;

public sealed class VlanTests
{
    private static readonly byte[] s_bytes = Sample.Get("Vlan", "IEEE 802.1Q section 9.6: priority 5");
    private static readonly byte[] s_sized = Sample.Get("Vlan", "IEEE 802.1Q section 9.6: drop eligible");

    [Fact]
    public void Parse()
    {
        Assert.True(Vlan.TryParse(s_bytes, out var tag));
        Assert.Equal((5, false, 100, EtherType.IPv4), (tag.PriorityCodePoint, tag.DropEligible, tag.VlanIdentifier, tag.EtherType));
        Assert.True(tag.TryGet(out IPv4 ip));
        Assert.Equal(A, ip.Source);
        Assert.True(Vlan.TryParse(s_sized, out tag));
        Assert.Equal((0, true, 4095, EtherType.Llc, 4, 2), (tag.PriorityCodePoint, tag.DropEligible, tag.VlanIdentifier, tag.EtherType, tag.Payload.Length, tag.Trailer.Length));
    }

    [Fact]
    public void Build() =>
        Assert.Equal(s_bytes, (new Vlan { PriorityCodePoint = 5, VlanIdentifier = 100 } / new IPv4 { TimeToLive = 64, Source = A, Destination = B }).ToArray());

    [Fact]
    public void RoundTrip()
    {
        Expect.RoundTrip<Vlan>(s_bytes);
        Expect.RoundTrip<Vlan>(s_sized);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<Vlan>(s_bytes, least: 4);
        Expect.Unfinished<Vlan>(s_sized, least: 8);
    }

    [Fact]
    public void WrongField()
    {
        Assert.Equal(nameof(Vlan.VlanIdentifier), Assert.Throws<ArgumentOutOfRangeException>(() => new Vlan { VlanIdentifier = 4096 }.ToArray()).ParamName);
        Assert.Equal(nameof(Vlan.PriorityCodePoint), Assert.Throws<ArgumentOutOfRangeException>(() => new Vlan { PriorityCodePoint = 8 }.ToArray()).ParamName);
    }

    // IEEE 802.1ad: a service tag, and the customer's within.
    [Fact]
    public void TagsStack()
    {
        byte[] bytes = (new Ethernet { Destination = MacB, Source = MacA, EtherType = EtherType.ServiceVlan }
            / new Vlan { VlanIdentifier = 10 } / new Vlan { VlanIdentifier = 20 } / new IPv4 { Source = A, Destination = B } / new Udp { DestinationPort = 9 }).ToArray();
        Assert.Equal("88a8000a81000014" + "0800", Convert.ToHexStringLower(bytes.AsSpan(12, 10)));
        Assert.True(Packet.TryParse(bytes, out var packet));
        Assert.Equal(Packet.Layers.Ethernet | Packet.Layers.Vlan | Packet.Layers.IPv4 | Packet.Layers.Udp, packet.Present);
        Assert.Equal(10, packet.Vlan.VlanIdentifier);
        Assert.True(packet.Vlan.TryGet(out Vlan inner));
        Assert.Equal(20, inner.VlanIdentifier);
        Assert.True(packet.Udp.ChecksumIsValid(packet.IPv4.PseudoHeader));
    }
}
