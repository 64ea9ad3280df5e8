using System.Buffers;
using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Packets;

public sealed class PacketTests
{
    private static readonly byte[] s_frame = (new Ethernet { Destination = MacB, Source = MacA }
        / new IPv4 { TimeToLive = 64, Source = A, Destination = B } / new Tcp { SourcePort = 5000, DestinationPort = 80, Payload = "GET"u8 }).ToArray();

    [Fact]
    public void LayersThatAreThere()
    {
        Assert.Equal(s_frame.Length, Packet.TryParse(s_frame, out var packet).BytesConsumed);
        Assert.Equal(Packet.Layers.Ethernet | Packet.Layers.IPv4 | Packet.Layers.Tcp, packet.Present);
        Assert.Equal((MacA, A, 5000), (packet.Ethernet.Source, packet.IPv4.Source, packet.Tcp.SourcePort));
        Assert.True(packet.TryGet(out Tcp tcp));
        Assert.True(tcp.ChecksumIsValid(packet.IPv4.PseudoHeader));
        Assert.Equal("GET"u8.ToArray(), tcp.Payload.ToArray());
    }

    [Fact]
    public void LayersThatAreNotThere()
    {
        Assert.True(Packet.TryParse(s_frame, out var packet));
        Assert.False(packet.TryGet(out IPv6 ip));
        Assert.Equal(default, ip.Source);
        Assert.Equal("There is no IPv6 in this packet.", Assert.Throws<InvalidOperationException>(() => Source(s_frame)).Message);
        Assert.Throws<InvalidOperationException>(() => Source([]));
    }

    [Fact]
    public void RestIsWhatNoLayerTakes()
    {
        Assert.True(Packet.TryParse(s_frame, out var packet));
        Assert.Equal("GET"u8.ToArray(), packet.Rest.ToArray());
        byte[] unknown = (new Ethernet { Destination = MacB, Source = MacA } / new IPv4 { Source = A, Destination = B, Protocol = IpProtocol.Ospf, Payload = [1, 2, 3] }).ToArray();
        Assert.True(Packet.TryParse(unknown, out packet));
        Assert.Equal([1, 2, 3], packet.Rest.ToArray());
        Assert.True(Packet.TryParse(new Ethernet { EtherType = EtherType.Arp + 1, Payload = [9] }.ToArray(), out packet));
        Assert.Equal((Packet.Layers.Ethernet, 1), (packet.Present, packet.Rest.Length));
    }

    [Fact]
    public void OfTwoOfAKindTheOuterOne()
    {
        byte[] bytes = (new Ethernet { Destination = MacB, Source = MacA } / new IPv4 { Identification = 1, Source = A, Destination = B }
            / new IPv4 { Identification = 2, Source = B, Destination = A } / new Udp { DestinationPort = 9 }).ToArray();
        Assert.True(Packet.TryParse(bytes, out var packet));
        Assert.Equal(1, packet.IPv4.Identification);
        Assert.True(packet.IPv4.TryGet(out IPv4 inner));
        Assert.Equal(2, inner.Identification);
        Assert.True(packet.Udp.ChecksumIsValid(inner.PseudoHeader));
    }

    [Fact]
    public void BrokenUpperLayersLeaveTheLowerOnes()
    {
        byte[] broken = s_frame.With(46, 0x40);
        var result = Packet.TryParse(broken, out var packet);
        Assert.Equal((OperationStatus.InvalidData, ParseError.Length, 46), (result.Status, result.Error, result.Offset));
        Assert.Equal(Packet.Layers.Ethernet | Packet.Layers.IPv4, packet.Present);
        Assert.Equal(A, packet.IPv4.Source);
        Assert.Equal(23, packet.Rest.Length);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        for (int length = 0; length < s_frame.Length; length++)
        {
            var result = Packet.TryParse(s_frame.AsSpan(0, length), out var packet);
            Assert.Equal(length == 14, (bool)result);
            if (!result)
                Assert.InRange(result.BytesNeeded, length + 1, s_frame.Length);
            Assert.Equal(length >= 14, packet.TryGet(out Ethernet _));
            Assert.False(packet.TryGet(out IPv4 _));
        }
    }

    // No frame of the captures may throw, and what a layer says is what the chain of TryGet says.
    [Fact]
    public void EveryFrameThereIs()
    {
        int tcp = 0;
        foreach (var sample in Sample.All.Where(sample => sample.Type == nameof(Ethernet)))
        {
            Packet.TryParse(sample.Bytes, out var packet);
            Assert.True(Ethernet.TryParse(sample.Bytes, out var ethernet));
            if (!ethernet.TryGet(out IPv4 ip) || !ip.TryGet(out Tcp direct))
                continue;
            Assert.Equal(direct.SequenceNumber, packet.Tcp.SequenceNumber);
            tcp++;
        }
        Assert.InRange(tcp, 10, int.MaxValue);
    }

    private static IPv6Address Source(byte[] frame)
    {
        Packet.TryParse(frame, out var packet);
        return packet.IPv6.Source;
    }

    // IEEE 802.3: the length says that a byte follows. No more bytes make a header of three of it.
    [Fact]
    public void ALayerThatItsCarrierCutsAsksForNoMore()
    {
        byte[] frame = Expect.Hex("00005e005302 00005e005301 0001 aa 0300");
        Assert.Equal(ParseResult.Invalid(ParseError.Length, 1, 14), Packet.TryParse(frame, out _));
        Assert.Equal(17, Packet.TryParse(frame.AsSpan(0, 15), out _).BytesNeeded);
    }
}
