using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Link;

/// <summary>What captures have in the place of a link layer.</summary>
public sealed class CaptureLinkTests
{
    private static readonly byte[] s_cooked = Sample.Get("LinuxSll", "linktype/cooked-v1.pcap frame 3");
    private static readonly byte[] s_cooked2 = Sample.Get("LinuxSll2", "linktype/cooked-v2.pcap frame 3");
    private static readonly byte[] s_null = Sample.Get("BsdLoopback", "linktype/null-big-endian.pcap frame 1:");
    private static readonly byte[] s_loop = Sample.Get("OpenBsdLoopback", "linktype/loop.pcap frame 1:");
    private static readonly byte[] s_raw = Sample.Get("RawIp", "linktype/raw-12.pcap frame 1:");
    private static readonly byte[] s_ppp = Sample.Get("Ppp", "RFC 1661 section 2");
    private static readonly byte[] s_compressed = Sample.Get("Ppp", "RFC 1661 section 6.6");

    [Fact]
    public void Parse()
    {
        Assert.True(LinuxSll.TryParse(s_cooked, out var cooked) && cooked.TryGet(out IPv4 ip));
        Assert.Equal((EtherType.IPv4, 6, 6), (cooked.Protocol, cooked.AddressLength, cooked.Address.Length));
        Assert.True(LinuxSll2.TryParse(s_cooked2, out var cooked2) && cooked2.TryGet(out ip));
        Assert.Equal((EtherType.IPv4, 6), (cooked2.Protocol, cooked2.Address.Length));
        Assert.NotEqual(0u, cooked2.InterfaceIndex);
        Assert.True(BsdLoopback.TryParse(s_null, out var bsd) && bsd.TryGet(out ip));
        Assert.Equal(LoopbackFamily.IPv4, bsd.Family);
        Assert.True(OpenBsdLoopback.TryParse(s_loop, out var open) && open.TryGet(out ip));
        Assert.Equal(LoopbackFamily.IPv4, open.Family);
        Assert.True(RawIp.TryParse(s_raw, out var raw) && raw.TryGet(out ip));
        Assert.Equal(IpVersion.IPv4, raw.Version);
        Assert.True(Ppp.TryParse(s_ppp, out var ppp) && ppp.TryGet(out ip));
        Assert.Equal(((ushort?)0xFF03, PppProtocol.IPv4), (ppp.AddressControl, ppp.Protocol));
        Assert.True(Ppp.TryParse(s_compressed, out ppp));
        Assert.True(ppp.TryGet(out IPv6 ip6));
        Assert.Equal((null, PppProtocol.IPv6, A6), (ppp.AddressControl, ppp.Protocol, ip6.Source));
    }

    [Fact]
    public void Build()
    {
        var ip = new IPv4 { Identification = 1, TimeToLive = 64, Source = A, Destination = B };
        Assert.Equal("ff030021" + "45", Convert.ToHexStringLower((new Ppp { AddressControl = 0xFF03 } / ip).ToArray().AsSpan(0, 5)));
        Assert.Equal("0021" + "45", Convert.ToHexStringLower((new Ppp() / ip).ToArray().AsSpan(0, 3)));
        Assert.Equal("02000000" + "45", Convert.ToHexStringLower((new BsdLoopback() / ip).ToArray().AsSpan(0, 5)));
        Assert.Equal("00000002" + "45", Convert.ToHexStringLower((new OpenBsdLoopback() / ip).ToArray().AsSpan(0, 5)));
        Assert.Equal(ip.ToArray(), (new RawIp() / ip).ToArray());
        Assert.Equal("0004 0001 0006 02000000000a0000 0800".Replace(" ", "", StringComparison.Ordinal), Convert.ToHexStringLower((new LinuxSll
        {
            PacketType = LinuxPacketType.Outgoing,
            HardwareType = HardwareType.Ethernet,
            AddressLength = 6,
            AddressField = Expect.Hex("02000000000a 0000"),
        } / ip).ToArray().AsSpan(0, 16)));
    }

    [Fact]
    public void RoundTrip()
    {
        Expect.RoundTrip<LinuxSll>(s_cooked);
        Expect.RoundTrip<LinuxSll2>(s_cooked2);
        Expect.RoundTrip<BsdLoopback>(s_null);
        Expect.RoundTrip<OpenBsdLoopback>(s_loop);
        Expect.RoundTrip<RawIp>(s_raw);
        Expect.RoundTrip<Ppp>(s_ppp);
        Expect.RoundTrip<Ppp>(s_compressed);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<LinuxSll>(s_cooked, least: 16);
        Expect.Unfinished<LinuxSll2>(s_cooked2, least: 20);
        Expect.Unfinished<BsdLoopback>(s_null, least: 4);
        Expect.Unfinished<OpenBsdLoopback>(s_loop, least: 4);
        Expect.Unfinished<RawIp>(s_raw, least: 0);
        Expect.Unfinished<Ppp>(s_compressed, least: 2);
    }

    [Fact]
    public void WrongField()
    {
        // More address than there is room for: it is cut.
        Assert.True(LinuxSll.TryParse(s_cooked.With(4, 0, 20), out var cooked));
        Assert.Equal(8, cooked.Address.Length);
        // Netlink has another meaning of the field.
        Assert.True(LinuxSll.TryParse(s_cooked.With(2, 0x03, 0x38), out cooked));
        Assert.Equal(ParseError.NotCarried, cooked.TryGet(out IPv4 _).Error);
        // Either byte order of the capturing machine.
        Assert.True(BsdLoopback.TryParse(s_null.With(0, 2, 0, 0, 0), out var bsd));
        Assert.Equal(LoopbackFamily.IPv4, bsd.Family);
        Assert.True(BsdLoopback.TryParse(s_null.With(0, 0, 0, 0, 2), out bsd));
        Assert.Equal(LoopbackFamily.IPv4, bsd.Family);
        Assert.True(RawIp.TryParse(s_raw.With(0, 0x55), out var raw));
        Assert.Equal(ParseError.NotCarried, raw.TryGet(out IPv4 _).Error);
    }
}
