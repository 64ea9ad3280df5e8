using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Transport;

public sealed class UdpTests
{
    private static readonly byte[] s_odd = Sample.Get("Udp", "RFC 768: an odd");
    private static readonly byte[] s_unchecked = Sample.Get("Udp", "RFC 768: no checksum");
    private static readonly byte[] s_jumbo = Sample.Get("Udp", "RFC 2675");

    [Fact]
    public void Parse()
    {
        Assert.True(Udp.TryParse(s_odd, out var udp));
        Assert.Equal((5001, 53, 11, 3), (udp.SourcePort, udp.DestinationPort, udp.Length, udp.Payload.Length));
        Assert.True(udp.ChecksumIsValid(Over4));
        Assert.True(Udp.TryParse(s_jumbo, out udp));
        Assert.Equal((0, 3), (udp.Length, udp.Payload.Length));
    }

    [Fact]
    public void Build() => Assert.Equal(s_odd, new Udp { SourcePort = 5001, DestinationPort = 53, Payload = "abc"u8 }.ToArray(new WriteOptions { PseudoHeader = Over4 }));

    [Fact]
    public void RoundTrip()
    {
        Expect.Preserved<Udp>(s_odd);
        Expect.Preserved<Udp>(s_unchecked);
        Expect.Preserved<Udp>(s_jumbo);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<Udp>(s_odd);
        Expect.Unfinished<Udp>(s_jumbo, least: 8);
    }

    [Fact]
    public void WrongField()
    {
        for (byte length = 1; length < 8; length++)
            Expect.Invalid<Udp>(s_odd.With(5, length), ParseError.Length, nameof(Udp.Length), 4);
        Assert.Equal(12, Udp.TryParse(s_odd.With(5, 12), out _).BytesNeeded);
        // What the length leaves over is not the datagram's.
        Assert.Equal(10, Udp.TryParse(s_odd.With(5, 10), out _).BytesConsumed);
        Assert.True(Udp.TryParse(s_odd.With(6, 1), out var udp));
        Assert.False(udp.ChecksumIsValid(Over4));
        Assert.Equal("Udp.Payload: 65528 bytes, Length allows 65527.", Assert.Throws<InvalidOperationException>(() => new Udp { Payload = new byte[65528] }.ToArray()).Message);
    }

    // RFC 768: an all zero checksum means that the sender made none; one that comes out as zero is sent as all ones.
    [Fact]
    public void ZeroMeansNoChecksum()
    {
        Assert.True(Udp.TryParse(s_unchecked, out var udp));
        Assert.Equal(0, udp.Checksum);
        Assert.True(udp.ChecksumIsValid(Over4));
        byte[] bytes = new Udp { SourcePort = 5001, DestinationPort = 53, Payload = [0, 0] }.ToArray(new WriteOptions { PseudoHeader = Over4 });
        ushort other = (ushort)(bytes[6] << 8 | bytes[7]);
        bytes = new Udp { SourcePort = 5001, DestinationPort = 53, Payload = [(byte)(other >> 8), (byte)other] }.ToArray(new WriteOptions { PseudoHeader = Over4 });
        Assert.Equal("ffff", Convert.ToHexStringLower(bytes.AsSpan(6, 2)));
        Assert.True(Udp.TryParse(bytes, out udp));
        Assert.True(udp.ChecksumIsValid(Over4));
    }
}
