using System.Text;
using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Link;

public sealed class PppoeTests
{
    private static readonly byte[] s_session = Sample.Get("PppoeSession", "RFC 2516 section 6: IPv4");
    private static readonly byte[] s_offer = Sample.Get("PppoeDiscovery", "RFC 2516 section 5.2");
    private static readonly byte[] s_initiation = Sample.Get("PppoeDiscovery", "RFC 2516 section 5.1");

    [Fact]
    public void Parse()
    {
        Assert.True(PppoeSession.TryParse(s_session, out var session));
        Assert.True(session.TryGet(out Ppp ppp));
        Assert.True(ppp.TryGet(out IPv4 ip));
        Assert.Equal((17, PppoeCode.SessionData, A), (session.SessionId, session.Code, ip.Source));
        Assert.True(PppoeDiscovery.TryParse(s_offer, out var offer));
        Assert.Equal((PppoeCode.ActiveDiscoveryOffer, 6), (offer.Code, offer.Tags.Count));
        Assert.Equal("bas", Encoding.UTF8.GetString(offer.Tags.First.Value));
        Assert.True(offer.Tags.ElementAt(2).TryGet(out PppoeMaximumPayload payload));
        Assert.True(payload.Value == 1500);
        Assert.True(offer.Tags.ElementAt(3).TryGet(out PppoeVendorSpecific vendor));
        Assert.True(vendor.VendorId == 3561);
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_session, (new PppoeSession { SessionId = 17 } / new Ppp() / new IPv4 { Identification = 1, TimeToLive = 64, Source = A, Destination = B }).ToArray());
        Assert.Equal(s_initiation, new PppoeDiscovery
        {
            Code = PppoeCode.ActiveDiscoveryInitiation,
            Tags = new ListBuilder<PppoeTag> { new() { Type = PppoeTagType.ServiceName }, new() { Type = PppoeTagType.HostUniq, Value = [0x16, 0x37, 0x2C, 0x16] } },
        }.ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Expect.RoundTrip<PppoeSession>(s_session);
        Expect.RoundTrip<PppoeDiscovery>(s_initiation);
        Expect.Preserved<PppoeDiscovery>(s_offer);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<PppoeSession>(s_session);
        Expect.Unfinished<PppoeDiscovery>(s_initiation);
    }

    [Fact]
    public void WrongField()
    {
        Expect.Invalid<PppoeSession>(s_session.With(0, 0x21), ParseError.Value, nameof(PppoeSession.Version), 0);
        Assert.True(PppoeDiscovery.TryParse(s_initiation.With(9, 0xFF), out var broken));
        Assert.True(broken.Tags.IsMalformed);
    }

    [Fact]
    public void APacketIsFoundInASession()
    {
        byte[] bytes = (new Ethernet { Destination = MacB, Source = MacA } / new PppoeSession { SessionId = 1 } / new Ppp() / new IPv6 { Source = A6, Destination = B6 } / new Udp()).ToArray();
        Assert.True(Packet.TryParse(bytes, out var packet));
        Assert.Equal(Packet.Layers.Ethernet | Packet.Layers.PppoeSession | Packet.Layers.Ppp | Packet.Layers.IPv6 | Packet.Layers.Udp, packet.Present);
    }
}
