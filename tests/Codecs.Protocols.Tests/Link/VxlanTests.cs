using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Link;

public sealed class VxlanTests
{
    private static readonly byte[] s_bytes = Sample.Get("Vxlan", "RFC 7348");
    private static readonly byte[] s_extended = Sample.Get("Vxlan", "draft");

    [Fact]
    public void Parse()
    {
        Assert.True(Vxlan.TryParse(s_bytes, out var vxlan));
        Assert.Equal((true, 123u, VxlanProtocol.Ethernet), (vxlan.HasNetworkIdentifier, vxlan.NetworkIdentifier, vxlan.Protocol));
        Assert.True(vxlan.TryGet(out Ethernet ethernet));
        Assert.Equal(MacA, ethernet.Source);
        Assert.True(Vxlan.TryParse(s_extended, out vxlan));
        Assert.True(vxlan.TryGet(out IPv4 ip));
        Assert.Equal(B, ip.Destination);
    }

    [Fact]
    public void Build()
    {
        var ip = new IPv4 { Identification = 1, TimeToLive = 64, Source = A, Destination = B };
        Assert.Equal(s_bytes, (new Vxlan { HasNetworkIdentifier = true, NetworkIdentifier = 123 } / new Ethernet { Destination = MacB, Source = MacA } / ip).ToArray());
        Assert.Equal(s_extended, (new Vxlan { HasNetworkIdentifier = true, NetworkIdentifier = 123 } / ip).ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Expect.RoundTrip<Vxlan>(s_bytes);
        Expect.RoundTrip<Vxlan>(s_extended);
    }

    [Fact]
    public void CutAtEveryLength() => Expect.Unfinished<Vxlan>(s_bytes, least: 8);

    [Fact]
    public void WrongField() => Assert.Equal(nameof(Vxlan.NetworkIdentifier), Assert.Throws<ArgumentOutOfRangeException>(() => new Vxlan { HasNetworkIdentifier = true, NetworkIdentifier = 1 << 24 }.ToArray()).ParamName);

    [Fact]
    public void UdpCarriesIt()
    {
        byte[] bytes = (new Udp { SourcePort = 50000 } / new Vxlan { HasNetworkIdentifier = true } / new Ethernet { Destination = MacB, Source = MacA }).ToArray();
        Assert.True(Udp.TryParse(bytes, out var udp));
        Assert.Equal((int)UdpPort.Vxlan, udp.DestinationPort);
        Assert.True(udp.TryGet(out Vxlan vxlan));
        Assert.True(vxlan.TryGet(out Ethernet _));
    }
}
