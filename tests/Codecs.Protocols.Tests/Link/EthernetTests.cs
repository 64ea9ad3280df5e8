using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Link;

public sealed class EthernetTests
{
    private static readonly byte[] s_typed = Sample.Get("Ethernet", "tcp/abort.pcap frame 1");
    private static readonly byte[] s_sized = Expect.Hex("0200 0000 000b 0200 0000 000a 0008 aaaa 0300 0000 0806 0000 00");

    [Fact]
    public void Parse()
    {
        Assert.True(Ethernet.TryParse(s_typed, out var frame));
        Assert.Equal((MacB, MacA, EtherType.IPv4, 0x0800), (frame.Destination, frame.Source, frame.EtherType, frame.TypeOrLength));
        Assert.Equal(60, frame.Payload.Length);
        Assert.False(frame.IsLength);

        Assert.True(Ethernet.TryParse(s_sized, out frame));
        Assert.Equal((EtherType.Llc, 8, 8, 3), (frame.EtherType, frame.TypeOrLength, frame.Payload.Length, frame.Trailer.Length));
        Assert.True(frame.TryGet(out Llc llc));
        Assert.Equal(5, llc.Payload.Length);
    }

    [Fact]
    public void Build()
    {
        var typed = new Ethernet { Destination = MacB, Source = MacA, EtherType = EtherType.IPv4, Payload = s_typed.AsSpan(14) };
        Assert.Equal(s_typed, typed.ToArray());
        var sized = new Ethernet { Destination = MacB, Source = MacA, EtherType = EtherType.Llc, Payload = s_sized.AsSpan(14, 8), Trailer = new byte[3] };
        Assert.Equal(s_sized, sized.ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Expect.RoundTrip<Ethernet>(s_typed);
        Expect.RoundTrip<Ethernet>(s_sized);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<Ethernet>(s_typed, least: 14);
        Expect.Unfinished<Ethernet>(s_sized, least: 22);
    }

    // IEEE 802.3 section 3.2.6: from 1536 on it is a type.
    [Theory]
    [InlineData(0x0600, (EtherType)0x0600)]
    [InlineData(0x05FF, EtherType.Llc)]
    [InlineData(0x0009, EtherType.Llc)]
    public void WrongField(int typeOrLength, EtherType type)
    {
        byte[] bytes = s_sized.With(12, (byte)(typeOrLength >> 8), (byte)typeOrLength);
        var result = Ethernet.TryParse(bytes, out var frame);
        if (type != EtherType.Llc)
        {
            Assert.True(result);
            Assert.Equal((type, 11), (frame.EtherType, frame.Payload.Length));
        }
        else
        {
            // A length past the end of the frame is a frame that is not all there.
            Assert.Equal(typeOrLength + 14 <= bytes.Length, (bool)result);
            Assert.Equal(result ? 0 : 14 + typeOrLength, result.BytesNeeded);
        }
    }

    // IEEE 802.3 section 4.2.3.3: frames are filled up to 60 bytes, and IPv4 says where the datagram ends.
    [Fact]
    public void PaddingIsNotPayloadOfTcp()
    {
        byte[] bytes = new Ethernet { Destination = MacB, Source = MacA }.Carrying(new IPv4 { Source = A, Destination = B }).Carrying(new Tcp { SourcePort = 5000, DestinationPort = 80 }).ToArray();
        Assert.Equal(54, bytes.Length);
        byte[] padded = [.. bytes, 1, 2, 3, 4, 5, 6];
        Assert.True(Ethernet.TryParse(padded, out var frame));
        Assert.True(frame.TryGet(out IPv4 ip));
        Assert.True(ip.TryGet(out Tcp tcp));
        Assert.Equal((46, 20, 0), (frame.Payload.Length, ip.Payload.Length, tcp.Payload.Length));
        Assert.True(tcp.ChecksumIsValid(ip.PseudoHeader));
        Assert.True(Packet.TryParse(padded, out var packet));
        Assert.True(packet.Rest.IsEmpty);
    }
}
