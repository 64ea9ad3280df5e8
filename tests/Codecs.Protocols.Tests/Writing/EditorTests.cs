using System.Buffers;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Writing;

/// <summary>Changes in place, with checksums that follow (RFC 1624).</summary>
public sealed class EditorTests
{
    private static readonly IPv4Address s_outside = new(0xCB007101);

    private delegate Span<byte> Window(Span<byte> message);

    // What an address translator does to every packet (RFC 3022 section 4.1).
    [Theory]
    [InlineData(0xC0000201, 5000)]
    [InlineData(0xFFFFFFFF, 0)]
    [InlineData(0x00000000, 65535)]
    [InlineData(0xCB007101, 40001)]
    public void TranslatedAddressesAndPorts(uint address, int port)
    {
        var ip = new IPv4 { TimeToLive = 64, Source = A, Destination = B };
        var tcp = new Tcp { SourcePort = 5000, DestinationPort = 80, Flags = TcpFlags.Ack, Payload = "abc"u8 };
        byte[] packet = (ip / tcp).ToArray();

        Assert.True(IPv4.TryEdit(packet, out var network));
        Assert.True(Tcp.TryEdit(network.Payload, out var transport));
        var before = network.PseudoHeader;
        network.Source = new IPv4Address(address);
        network.TimeToLive--;
        transport.UpdateChecksum(before, network.PseudoHeader);
        transport.SourcePort = (ushort)port;

        Assert.Equal((ip with { Source = new IPv4Address(address), TimeToLive = 63 } / (tcp with { SourcePort = (ushort)port })).ToArray(), packet);
    }

    // RFC 768: none stays none, and what comes out as zero is all ones.
    [Fact]
    public void UdpWithoutChecksumStaysWithout()
    {
        byte[] datagram = Expect.Hex("1389 0035 000a 0000 6162");
        Assert.True(Udp.TryEdit(datagram, out var udp));
        udp.DestinationPort = 54;
        udp.UpdateChecksum(Over4, new IPv4 { Source = s_outside, Destination = B }.PseudoHeader);
        Assert.Equal("1389 0036 000a 0000 6162".Replace(" ", "", StringComparison.Ordinal), Convert.ToHexStringLower(datagram));
    }

    [Fact]
    public void EveryFieldOfIPv4()
    {
        byte[] packet = new IPv4 { Source = A, Destination = B, Payload = [1, 2] }.ToArray();
        Assert.True(IPv4.TryEdit(packet, out var ip));
        ip.Dscp = 46;
        ip.Ecn = (Ecn)1;
        ip.Identification = 0xBEEF;
        ip.DontFragment = true;
        ip.MoreFragments = true;
        ip.FragmentOffset = 0x1FFF;
        ip.TimeToLive = 255;
        ip.Protocol = IpProtocol.Udp;
        ip.Source = B;
        ip.Destination = s_outside;
        var message = ip.ToMessage();
        Assert.True(message.HeaderChecksumIsValid);
        Assert.Equal((46, (Ecn)1, 0xBEEF, true, true, 0x1FFF, 255, IpProtocol.Udp, B, s_outside), (ip.Dscp, ip.Ecn, ip.Identification, ip.DontFragment, ip.MoreFragments, ip.FragmentOffset, ip.TimeToLive, ip.Protocol, ip.Source, ip.Destination));
        Assert.Equal(message.ToArray(), packet);
    }

    // RFC 1624 section 4: the sum of nothing is stored as all ones. A ping without identifier, number and data becomes such an answer.
    [Fact]
    public void AllZerosHaveAChecksumOfOnes()
    {
        byte[] message = (new Icmp { Type = IcmpType.Echo } / new IcmpEcho()).ToArray();
        Assert.Equal("0800f7ff00000000", Convert.ToHexStringLower(message));
        Assert.True(Icmp.TryEdit(message, out var icmp));
        icmp.Type = IcmpType.EchoReply;
        Assert.Equal("0000ffff00000000", Convert.ToHexStringLower(message));
        Assert.True(icmp.ToMessage().ChecksumIsValid);
    }

    [Fact]
    public void RawFieldsAreSetAndNothingFollows()
    {
        byte[] packet = new IPv4 { Source = A, Destination = B, Payload = [1, 2] }.ToArray();
        byte[] expected = packet.With(2, 0, 7);
        Assert.True(IPv4.TryEdit(packet, out var ip));
        var raw = ip.AsRaw();
        raw.TotalLength = 7;
        Assert.Equal(expected, packet);
        Assert.Equal(OperationStatus.InvalidData, IPv4.TryParse(packet, out _).Status);
        raw.TotalLength = 22;
        raw.HeaderChecksum = 0xDEAD;
        Assert.Equal(expected.With(2, 0, 22).With(10, 0xDE, 0xAD), packet);
    }

    [Fact]
    public void OnlyWhatIsAMessageCanBeEdited()
    {
        Assert.Equal(20, IPv4.TryEdit(new byte[4], out _).BytesNeeded);
        Assert.False(IPv4.TryEdit(new byte[20], out _));
        byte[] packet = new IPv4 { Source = A, Destination = B }.ToArray();
        Assert.Equal(nameof(IPv4.Dscp), Assert.Throws<ArgumentOutOfRangeException>(() => SetDscp(packet, 64)).ParamName);
    }

    // A payload is where its header, its options or its length say, and a change of it is one of the message.
    [Fact]
    public void BytesAreWhereTheMessageHasThem()
    {
        byte[] data = [1, 2, 3, 4, 5];
        var addresses = new Ethernet { Destination = new(0x020000000001), Source = new(0x020000000002) };
        Check([.. (addresses with { EtherType = EtherType.IPv4, Payload = data }).ToArray()], 14, data.Length, frame => Ethernet.TryEdit(frame, out var e) ? e.Payload : default);
        // IEEE 802.3: a length of 5, and what fills the frame.
        Check([.. new byte[12], 0, 5, .. data, 0, 0, 0], 14, data.Length, frame => Ethernet.TryEdit(frame, out var e) ? e.Payload : default);
        Check([.. new byte[12], 0, 5, .. data, 7, 8, 9], 19, 3, frame => Ethernet.TryEdit(frame, out var e) ? e.Trailer : default);
        var ip = new IPv4 { Source = A, Destination = B, Payload = data };
        Check([.. ip.ToArray(), 0, 0], 20, data.Length, packet => IPv4.TryEdit(packet, out var e) ? e.Payload : default);
        Check((ip with { Options = new ListBuilder<IPv4Option> { new IPv4Option { Type = IPv4OptionType.NoOperation } } }).ToArray(), 24, data.Length, packet => IPv4.TryEdit(packet, out var e) ? e.Payload : default);
        Check(new IPv6 { Source = default, Destination = default, NextHeader = IpProtocol.Udp, Payload = data }.ToArray(), 40, data.Length, packet => IPv6.TryEdit(packet, out var e) ? e.Payload : default);
        Check(new Tcp { Payload = data }.ToArray(), 20, data.Length, segment => Tcp.TryEdit(segment, out var e) ? e.Payload : default);
        Check((new Tcp { Payload = data } with { Options = new ListBuilder<TcpOption> { new TcpOption { Kind = TcpOptionKind.NoOperation } } }).ToArray(), 24, data.Length, segment => Tcp.TryEdit(segment, out var e) ? e.Payload : default);
        Check([.. new Udp { Payload = data }.ToArray(), 0], 8, data.Length, datagram => Udp.TryEdit(datagram, out var e) ? e.Payload : default);

        static void Check(byte[] message, int offset, int length, Window window)
        {
            var bytes = window(message);
            Assert.Equal(length, bytes.Length);
            Assert.True(message.AsSpan().Overlaps(bytes, out int found));
            Assert.Equal(offset, found);
        }
    }

    // Whatever a length is set to, an editor shows nothing that is behind the message which it was opened on.
    [Fact]
    public void BytesStayWithinTheMessage()
    {
        byte[] packet = [.. new IPv4 { Source = A, Destination = B, Payload = new byte[30] }.ToArray(), .. new byte[10]];
        Assert.True(IPv4.TryEdit(packet, out var ip));
        var raw = ip.AsRaw();
        for (int length = 0; length <= ushort.MaxValue; length++)
        {
            raw.TotalLength = (ushort)length;
            // Of none, as the system shows what the network card is to cut, all is the packet.
            Assert.Equal(length is >= 20 and <= 50 ? length - 20 : length == 0 ? 30 : 0, ip.Payload.Length);
        }
        byte[] segment = [.. new Tcp { Payload = new byte[12] }.ToArray(), .. new byte[40]];
        Assert.True(Tcp.TryEdit(segment.AsSpan(0, 32), out var tcp));
        for (int words = 0; words < 16; words++)
        {
            segment[12] = (byte)(words << 4);
            Assert.Equal(words is >= 5 and <= 8 ? 32 - words * 4 : 0, tcp.Payload.Length);
        }
    }

    private static void SetDscp(byte[] packet, byte value)
    {
        IPv4.TryEdit(packet, out var ip);
        ip.Dscp = value;
    }
}
