using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Internet;

public sealed class GreTests
{
    private static readonly byte[] s_plain = Sample.Get("Gre", "RFC 2784");
    private static readonly byte[] s_full = Sample.Get("Gre", "RFC 2890");
    private static readonly byte[] s_routed = Sample.Get("Gre", "RFC 1701");
    private static readonly byte[] s_pptp = Sample.Get("Gre", "RFC 2637");

    [Fact]
    public void Parse()
    {
        Assert.True(Gre.TryParse(s_plain, out var gre));
        Assert.Equal((EtherType.IPv4, null, null), (gre.ProtocolType, gre.Key, gre.SequenceNumber));
        Assert.True(gre.TryGet(out IPv4 ip));
        Assert.Equal(A, ip.Source);
        Assert.True(Gre.TryParse(s_full, out gre));
        Assert.True(gre is { Key: 1111, SequenceNumber: 9, ChecksumIsValid: true });
        Assert.True(gre.TryGet(out ip));
        Assert.True(Gre.TryParse(s_pptp, out gre));
        Assert.Equal((1, 4, 17), (gre.Version, gre.PayloadLength, gre.CallId));
        Assert.Equal((7u, 6u), (gre.SequenceNumber, gre.AcknowledgmentNumber));
        Assert.Equal(4, gre.Payload.Length);
    }

    [Fact]
    public void SourceRoutesAreRead()
    {
        Assert.True(Gre.TryParse(s_routed, out var gre));
        Assert.Equal((2, 0x0800, 4), (gre.Routing.Count, gre.Routing.First.AddressFamily, gre.Routing.First.RoutingInformation.Length));
        Assert.True(gre.TryGet(out Ethernet ethernet));
        Assert.Equal(MacA, ethernet.Source);
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_plain, (new Gre() / Datagram).ToArray());
        Assert.Equal(s_full, (new Gre { ChecksumPresent = true, Key = 1111, SequenceNumber = 9 } / Datagram).ToArray());
        Assert.Equal(s_pptp, new Gre { Version = 1, ProtocolType = EtherType.Ppp, Key = 4 << 16 | 17, SequenceNumber = 7, AcknowledgmentNumber = 6, Payload = s_pptp.AsSpan(16) }.ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Expect.RoundTrip<Gre>(s_plain);
        Expect.RoundTrip<Gre>(s_full);
        Expect.RoundTrip<Gre>(s_routed);
        Expect.RoundTrip<Gre>(s_pptp);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<Gre>(s_plain, least: 4);
        Expect.Unfinished<Gre>(s_full, least: 16);
        Expect.Unfinished<Gre>(s_routed, least: 20);
        Expect.Unfinished<Gre>(s_pptp, least: 16);
    }

    [Fact]
    public void WrongField()
    {
        Assert.True(Gre.TryParse(s_full.With(20, 0xFF), out var gre));
        Assert.False(gre.ChecksumIsValid);
        Assert.Equal(nameof(Gre.RecursionControl), Assert.Throws<ArgumentOutOfRangeException>(() => new Gre { RecursionControl = 8 }.ToArray()).ParamName);
    }

    private static IPv4 Datagram => new() { Identification = 1, TimeToLive = 64, Source = A, Destination = B };
}
