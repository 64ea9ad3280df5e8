using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Link;

public sealed class SnapTests
{
    private static readonly byte[] s_bytes = Sample.Get("Snap", "RFC 1042");
    private static readonly byte[] s_own = Sample.Get("Snap", "IEEE 802 section 9.5");

    [Fact]
    public void Parse()
    {
        Assert.True(Snap.TryParse(s_bytes, out var snap));
        Assert.Equal((0u, EtherType.IPv4, true), (snap.Organization, snap.EtherType, snap.IsEtherType));
        Assert.True(snap.TryGet(out IPv4 _));
        Assert.True(Snap.TryParse(s_own, out snap));
        Assert.Equal((0x00000Cu, 0x2000, false, 2), (snap.Organization, snap.ProtocolId, snap.IsEtherType, snap.Payload.Length));
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_bytes, (new Snap() / new IPv4 { TimeToLive = 64, Source = A, Destination = B }).ToArray());
        Assert.Equal(s_own, new Snap { Organization = 0x0C, ProtocolId = 0x2000, Payload = s_own.AsSpan(5) }.ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Expect.RoundTrip<Snap>(s_bytes);
        Expect.RoundTrip<Snap>(s_own);
    }

    [Fact]
    public void CutAtEveryLength() => Expect.Unfinished<Snap>(s_bytes, least: 5);

    [Fact]
    public void WrongField()
    {
        // Another organization's number is no EtherType, even if it looks like one.
        Assert.True(Snap.TryParse(s_bytes.With(2, 0x0C), out var snap));
        Assert.Equal(ParseError.NotCarried, snap.TryGet(out IPv4 _).Error);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Snap { Organization = 0x1000000 }.ToArray());
    }
}
