using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Writing;

/// <summary>What becomes of a tag when a message is put under a carrier: filled if it is not set, kept if it fits.</summary>
public sealed class TagTests
{
    private static IPv4 Ip => new() { Source = A, Destination = B };

    [Fact]
    public void AnEmptyTagIsFilled()
    {
        byte[] bytes = (new Ethernet { Destination = MacB, Source = MacA } / Ip / new Udp { DestinationPort = 9 }).ToArray();
        Assert.Equal((0x08, 0x00, 17), (bytes[12], bytes[13], bytes[23]));
    }

    [Fact]
    public void CarryingIsTheSame() => Assert.Equal(
        (new Ethernet { Destination = MacB, Source = MacA } / Ip / new Udp { DestinationPort = 9 }).ToArray(),
        new Ethernet { Destination = MacB, Source = MacA }.Carrying(Ip).Carrying(new Udp { DestinationPort = 9 }).ToArray());

    [Fact]
    public void AFittingTagIsKept()
    {
        // Three values announce a VLAN tag; the first is what an empty one is filled with.
        Assert.Equal(0x9100, Type(new Ethernet { Destination = MacB, Source = MacA, EtherType = EtherType.QinQ } / new Vlan()));
        Assert.Equal(0x8100, Type(new Ethernet { Destination = MacB, Source = MacA } / new Vlan()));
    }

    [Fact]
    public void AContradictionThrows()
    {
        var thrown = Assert.Throws<ArgumentException>(() => (new IPv4 { Source = A, Destination = B, Protocol = IpProtocol.Icmp } / new Udp()).ToArray());
        Assert.Equal("IPv4 says that it carries Icmp; Udp is carried as Udp.", thrown.Message);
        Assert.Equal(17, (Ip with { Protocol = IpProtocol.Icmp } with { Protocol = IpProtocol.Udp } / new Udp()).ToArray()[9]);
    }

    // RFC 792: 0 is a type of its own, echo reply. Another value of the same message must be set.
    [Fact]
    public void ZeroThatMeansSomethingIsKept()
    {
        Assert.Equal(0, (new Icmp() / new IcmpEcho()).ToArray()[0]);
        Assert.Equal(8, (new Icmp { Type = IcmpType.Echo } / new IcmpEcho()).ToArray()[0]);
    }

    [Fact]
    public void OfTwoPortsTheFreeOneIsFilled()
    {
        var note = new Note { Number = 7 };
        Assert.Equal((Note.Port, 0), Ports(new Udp() / note));
        Assert.Equal((5000, Note.Port), Ports(new Udp { SourcePort = 5000 } / note));
        Assert.Equal((Note.Port, 5000), Ports(new Udp { DestinationPort = 5000 } / note));
        // Either one says it already.
        Assert.Equal((0, Note.Port), Ports(new Udp { DestinationPort = Note.Port } / note));
        Assert.Equal((Note.Port, Note.Port), Ports(new Udp { SourcePort = Note.Port, DestinationPort = Note.Port } / note));
        // Both are something else: who runs it on a port of their own knows why.
        Assert.Equal((5000, 5001), Ports(new Udp { SourcePort = 5000, DestinationPort = 5001 } / note));
    }

    private static (int Source, int Destination) Ports<TLower, TUpper>(Layers<TLower, TUpper> layers)
        where TLower : ILayer<TLower>, allows ref struct
        where TUpper : ILayer<TUpper>, allows ref struct
    {
        Assert.True(Udp.TryParse(layers.ToArray(), out var udp));
        Assert.Equal(12, udp.Length);
        return (udp.SourcePort, udp.DestinationPort);
    }

    private static int Type<TUpper>(Layers<Ethernet, TUpper> layers) where TUpper : ILayer<TUpper>, allows ref struct
    {
        byte[] bytes = layers.ToArray();
        return bytes[12] << 8 | bytes[13];
    }
}

/// <summary>Something over UDP that only these tests know.</summary>
[Message, Tag((UdpPort)Port)]
public readonly partial record struct Note
{
    internal const ushort Port = 40_000;

    /// <summary>Any number.</summary>
    public partial uint Number { get; init; }
}
