using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Internet;

public sealed class IPv6Tests
{
    private static readonly byte[] s_none = Sample.Get("IPv6", "RFC 8200 section 4.7: no next header");
    private static readonly byte[] s_udp = Sample.Get("IPv6", "RFC 8200 section 3");
    private static readonly byte[] s_jumbo = Sample.Get("IPv6", "RFC 2675");
    private static readonly byte[] s_chain = Sample.Get("Ethernet", "ipv6ext/chains.pcap frame 1:")[14..];

    [Fact]
    public void Parse()
    {
        Assert.Equal(40, IPv6.TryParse(s_none, out var ip).BytesConsumed);
        Assert.Equal((6, 0x2B, (Ecn)2, 0x12345u, 0), (ip.Version, ip.Dscp, ip.Ecn, ip.FlowLabel, ip.PayloadLength));
        Assert.Equal((IpProtocol.NoNextHeader, 64, A6, B6), (ip.NextHeader, ip.HopLimit, ip.Source, ip.Destination));
        Assert.True(IPv6.TryParse(s_udp, out ip));
        Assert.True(ip.TryGet(out Udp udp));
        Assert.True(udp.ChecksumIsValid(ip.PseudoHeader));
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_none, new IPv6 { Dscp = 0x2B, Ecn = (Ecn)2, FlowLabel = 0x12345, NextHeader = IpProtocol.NoNextHeader, HopLimit = 64, Source = A6, Destination = B6 }.ToArray());
        Assert.Equal(s_udp, (new IPv6 { HopLimit = 64, Source = A6, Destination = B6 } / new Udp { SourcePort = 5001, DestinationPort = 53, Payload = [0x2A] }).ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Expect.RoundTrip<IPv6>(s_none);
        Expect.RoundTrip<IPv6>(s_udp);
        Expect.RoundTrip<IPv6>(s_chain);
        Expect.Preserved<IPv6>(s_jumbo);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<IPv6>(s_none);
        Expect.Unfinished<IPv6>(s_udp);
        Expect.Unfinished<IPv6>(s_jumbo, least: 40);
    }

    [Fact]
    public void WrongField()
    {
        Expect.Invalid<IPv6>(s_none.With(0, 0x4A), ParseError.Value, nameof(IPv6.Version), 0);
        Assert.Equal(nameof(IPv6.FlowLabel), Assert.Throws<ArgumentOutOfRangeException>(() => new IPv6 { Source = A6, Destination = B6, FlowLabel = 0x100000 }.ToArray()).ParamName);
        Assert.Equal("IPv6.Payload: 65536 bytes, PayloadLength allows 65535.", Assert.Throws<InvalidOperationException>(() => new IPv6 { Source = A6, Destination = B6, Payload = new byte[65536] }.ToArray()).Message);
    }

    // RFC 2675 section 3: with a hop-by-hop header a payload length of 0 says that the length is there.
    [Fact]
    public void JumbogramsAreNotMisread()
    {
        Assert.Equal(s_jumbo.Length, IPv6.TryParse(s_jumbo, out var ip).BytesConsumed);
        Assert.True(ip.TryGet(out IPv6HopByHop options));
        Assert.True(options.Options.First.TryGet(out IPv6JumboPayload jumbo));
        Assert.Equal(65544u, jumbo.JumboPayloadLength);
        // Without one it says that there is nothing.
        byte[] trailing = [.. s_none, 1, 2, 3];
        Assert.Equal(40, IPv6.TryParse(trailing, out ip).BytesConsumed);
        Assert.True(ip.Payload.IsEmpty);
    }

    // RFC 8200 section 4.1: headers in any order, as often as the sender likes.
    [Fact]
    public void ChainsOfExtensionHeaders()
    {
        Assert.True(IPv6.TryParse(s_chain, out var ip));
        Assert.True(ip.TryGet(out IPv6HopByHop hopByHop));
        Assert.True(hopByHop.TryGet(out IPv6DestinationOptions before));
        Assert.True(before.TryGet(out IPv6Routing routing));
        Assert.True(routing.TryGet(out IPv6Fragment fragment));
        Assert.True(fragment.TryGet(out Ah ah));
        Assert.True(ah.TryGet(out IPv6DestinationOptions after));
        Assert.True(after.TryGet(out Udp _));
    }

    // The size of a packet bounds the work: this one has 8183 headers.
    [Fact]
    public void LongestChain()
    {
        byte[] chain = new byte[14 + 40 + 65464];
        chain[12] = 0x86;
        chain[13] = 0xDD;
        chain[14] = 0x60;
        chain[18] = 65464 >> 8;
        chain[19] = 65464 & 0xFF;
        chain[20] = (byte)IpProtocol.DestinationOptions;
        for (int at = 54; at < chain.Length; at += 8)
            chain[at] = (byte)(at + 8 < chain.Length ? IpProtocol.DestinationOptions : IpProtocol.NoNextHeader);
        Packet.TryParse(chain, out var packet);
        Assert.Equal(Packet.Layers.Ethernet | Packet.Layers.IPv6 | Packet.Layers.IPv6DestinationOptions, packet.Present);
        var counter = new LayerCounter();
        Packet.Walk(chain, ref counter);
        Assert.Equal(2 + 8183, counter.Count);
    }

    private struct LayerCounter : ILayerVisitor
    {
        public int Count;

        public void Layer<T>(scoped in T message, int offset, ParseResult result) where T : IMessage<T>, allows ref struct => Count++;

        public readonly void Malformed<T>(ReadOnlySpan<byte> bytes, int offset, ParseResult result) where T : IMessage<T>, allows ref struct
        {
        }

        public readonly void Rest(ReadOnlySpan<byte> bytes, int offset)
        {
        }
    }
}
