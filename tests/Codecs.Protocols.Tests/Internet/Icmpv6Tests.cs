using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Internet;

public sealed class Icmpv6Tests
{
    private static readonly byte[] s_echo = Sample.Get("Icmpv6", "RFC 4443 section 4.1");
    private static readonly byte[] s_tooBig = Sample.Get("Icmpv6", "RFC 4443 section 3.2");
    private static readonly byte[] s_extended = Sample.Get("Icmpv6", "RFC 4884");

    [Fact]
    public void Parse()
    {
        Assert.True(Icmpv6.TryParse(s_echo, out var icmp));
        Assert.True(icmp.ChecksumIsValid(Over6));
        Assert.True(icmp.TryGet(out Icmpv6Echo echo));
        Assert.Equal((0x1234, 1, 5), (echo.Identifier, echo.SequenceNumber, echo.Data.Length));
        Assert.True(Icmpv6.TryParse(s_tooBig, out icmp));
        Assert.True(icmp.TryGet(out Icmpv6PacketTooBig tooBig));
        Assert.Equal(1280u, tooBig.Mtu);
        Assert.True(IPv6.TryParse(tooBig.Original, out var quoted));
        Assert.Equal(A6, quoted.Source);
        Assert.True(Icmpv6.TryParse(s_extended, out icmp));
        Assert.True(icmp.TryGet(out Icmpv6Unreachable unreachable));
        Assert.Equal((16, 128, true), (unreachable.Length, unreachable.Original.Length, unreachable.Extensions.Value.ChecksumIsValid));
    }

    [Fact]
    public void Build() => Assert.Equal(
        s_echo,
        (new IPv6 { Source = A6, Destination = B6 } / new Icmpv6 { Type = Icmpv6Type.EchoRequest } / new Icmpv6Echo { Identifier = 0x1234, SequenceNumber = 1, Data = [0, 1, 2, 3, 4] }).ToArray()[40..]);

    [Fact]
    public void RoundTrip()
    {
        Expect.Preserved<Icmpv6>(s_echo);
        Expect.RoundTrip<Icmpv6Echo>(s_echo[4..]);
        Expect.RoundTrip<Icmpv6PacketTooBig>(s_tooBig[4..]);
        Expect.RoundTrip<Icmpv6Unreachable>(s_extended[4..]);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<Icmpv6>(s_echo, least: 4);
        Expect.Unfinished<Icmpv6Echo>(s_echo[4..], least: 4);
    }

    [Fact]
    public void WrongField()
    {
        Assert.True(Icmpv6.TryParse(s_echo.With(3, (byte)~s_echo[3]), out var icmp));
        Assert.False(icmp.ChecksumIsValid(Over6));
        // RFC 4884 section 4.6: a length of less than 128 bytes was not meant as one.
        Assert.True(Icmpv6Unreachable.TryParse(s_extended[4..].With(0, 15), out var unreachable));
        Assert.False(unreachable.Extensions.HasValue);
        // A quote longer than the message.
        Assert.False(Icmpv6Unreachable.TryParse(s_extended[4..].With(0, 200), out unreachable));
    }
}
