using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Link;

public sealed class MplsTests
{
    private static readonly byte[] s_stack = Sample.Get("Mpls", "RFC 3032");
    private static readonly byte[] s_controlWord = Sample.Get("Mpls", "RFC 4385");

    [Fact]
    public void Parse()
    {
        Assert.True(Mpls.TryParse(s_stack, out var outer));
        Assert.Equal((16u, 3, false, 255), (outer.Label, outer.TrafficClass, outer.BottomOfStack, outer.TimeToLive));
        Assert.True(outer.TryGet(out Mpls inner));
        Assert.Equal((17u, 5, true, 64), (inner.Label, inner.TrafficClass, inner.BottomOfStack, inner.TimeToLive));
        Assert.True(inner.TryGet(out IPv4 ip));
        Assert.Equal(A, ip.Source);
        Assert.False(inner.TryGet(out Mpls _));
        Assert.True(Mpls.TryParse(s_controlWord, out var wire));
        Assert.Equal(MplsPayload.Other, wire.PayloadKind);
    }

    [Fact]
    public void Build() => Assert.Equal(s_stack, (new Mpls { Label = 16, TrafficClass = 3, TimeToLive = 255 } / new Mpls { Label = 17, TrafficClass = 5, TimeToLive = 64 }
        / new IPv4 { Identification = 1, TimeToLive = 64, Source = A, Destination = B }).ToArray());

    [Fact]
    public void RoundTrip()
    {
        Expect.RoundTrip<Mpls>(s_stack);
        Expect.RoundTrip<Mpls>(s_controlWord);
    }

    [Fact]
    public void CutAtEveryLength() => Expect.Unfinished<Mpls>(s_stack, least: 4);

    [Fact]
    public void WrongField() => Assert.Equal(nameof(Mpls.Label), Assert.Throws<ArgumentOutOfRangeException>(() => new Mpls { Label = 1 << 20 }.ToArray()).ParamName);

    [Fact]
    public void APacketHasItsLabels()
    {
        byte[] bytes = (new Ethernet { Destination = MacB, Source = MacA } / new Mpls { Label = 16 } / new Mpls { Label = 17 } / new IPv6 { Source = A6, Destination = B6 } / new Udp()).ToArray();
        Assert.True(Packet.TryParse(bytes, out var packet));
        Assert.Equal(Packet.Layers.Ethernet | Packet.Layers.Mpls | Packet.Layers.IPv6 | Packet.Layers.Udp, packet.Present);
        Assert.Equal((EtherType.Mpls, 16u), (packet.Ethernet.EtherType, packet.Mpls.Label));
    }
}
