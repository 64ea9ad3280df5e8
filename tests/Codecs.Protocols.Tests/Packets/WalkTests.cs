using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Packets;

public sealed class WalkTests
{
    private static readonly byte[] s_frame = (new Ethernet { Destination = MacB, Source = MacA }
        / new IPv4 { TimeToLive = 64, Source = A, Destination = B } / new Udp { SourcePort = 5000, DestinationPort = 9, Payload = [1, 2, 3, 4] }).ToArray();

    [Fact]
    public void LayersComeLowestFirst()
    {
        Assert.Equal("Ethernet@0 Done(46) | IPv4@14 Done(32) | Udp@34 Done(12) | 4 bytes@42", Walk(s_frame));
        byte[] tunnel = (new Ethernet { Destination = MacB, Source = MacA } / new Vlan { VlanIdentifier = 1 } / new IPv6 { Source = A6, Destination = B6 }
            / new IPv4 { Source = A, Destination = B } / new Icmp { Type = IcmpType.Echo } / new IcmpEcho()).ToArray();
        Assert.Equal("Ethernet@0 Done(86) | Vlan@14 Done(72) | IPv6@18 Done(68) | IPv4@58 Done(28) | Icmp@78 Done(8)", Walk(tunnel));
    }

    [Fact]
    public void PaddingIsNoLayer() => Assert.Equal(Walk(s_frame).Replace("46", "60", StringComparison.Ordinal), Walk([.. s_frame, .. new byte[14]]));

    [Fact]
    public void FramesThatAreCutGoAsFarAsTheyGo()
    {
        Assert.Equal("Ethernet@0 Done(44) | IPv4@14 NeedMoreData(32) | Udp@34 NeedMoreData(12) | 2 bytes@42", Walk(s_frame.AsSpan(0, 44)));
        Assert.Equal("Ethernet@0 Done(40) | IPv4@14 NeedMoreData(32) | !Udp@34 NeedMoreData(8)", Walk(s_frame.AsSpan(0, 40)));
        Assert.Equal("Ethernet@0 Done(20) | !IPv4@14 NeedMoreData(20)", Walk(s_frame.AsSpan(0, 20)));
        Assert.Equal("Ethernet@0 Done(14)", Walk(s_frame.AsSpan(0, 14)));
        Assert.Equal("!Ethernet@0 NeedMoreData(14)", Walk([]));
    }

    [Fact]
    public void BrokenLayersAreShownAsSuch() =>
        Assert.Equal("Ethernet@0 Done(46) | IPv4@14 Done(32) | !Udp@34 InvalidData(field 2, byte 4, Length)", Walk(s_frame.With(39, 7)));

    [Fact]
    public void TheFirstLayerIsWhatTheLinkTypeSays()
    {
        var visitor = new Names();
        Packet.Walk(LinkType.IPv4, s_frame.AsSpan(14), ref visitor);
        Assert.Equal("IPv4@0 Done(32) | Udp@20 Done(12) | 4 bytes@28", visitor.ToString());
        visitor = new Names();
        Packet.Walk(LinkType.Raw, s_frame.AsSpan(14), ref visitor);
        Assert.Equal("RawIp@0 Done(32) | IPv4@0 Done(32) | Udp@20 Done(12) | 4 bytes@28", visitor.ToString());
        visitor = new Names();
        Packet.Walk((LinkType)0xFFFF, s_frame, ref visitor);
        Assert.Equal("46 bytes@0", visitor.ToString());
    }

    private static string Walk(ReadOnlySpan<byte> frame)
    {
        var visitor = new Names();
        Packet.Walk(frame, ref visitor);
        return visitor.ToString();
    }

    private readonly struct Names() : ILayerVisitor
    {
        private readonly List<string> _seen = [];

        public void Layer<T>(scoped in T message, int offset, ParseResult result) where T : IMessage<T>, allows ref struct => _seen.Add($"{T.Description.Name}@{offset} {result.ToString()}");

        public void Malformed<T>(ReadOnlySpan<byte> bytes, int offset, ParseResult result) where T : IMessage<T>, allows ref struct => _seen.Add($"!{T.Description.Name}@{offset} {result.ToString()}");

        public void Rest(ReadOnlySpan<byte> bytes, int offset) => _seen.Add($"{bytes.Length} bytes@{offset}");

        public override string ToString() => string.Join(" | ", _seen);
    }
}
