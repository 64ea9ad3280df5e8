using System.Buffers;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Packets;

/// <summary>Results that cross a layer.</summary>
public sealed class ResultTests
{
    [Fact]
    public void WhatIsNotCarriedIsNotMalformed()
    {
        var ip = new IPv4 { Source = A, Destination = B, Protocol = IpProtocol.Icmp, Payload = [8, 0, 0, 0] };
        var result = ip.TryGet(out Tcp tcp);
        Assert.Equal((OperationStatus.InvalidData, ParseError.NotCarried, false), (result.Status, result.Error, result.IsMalformed));
        Assert.Equal(0, tcp.SourcePort);
        Assert.Equal("Tcp: not what is carried here", result.Describe<Tcp>());
        Assert.Equal("Udp: not what is carried here", result.Describe<Udp>());
        Assert.True((ip with { Protocol = IpProtocol.Tcp }).TryGet(out tcp).Status == OperationStatus.NeedMoreData);
    }

    [Fact]
    public void DescribeNamesTheField()
    {
        Assert.Equal("IPv4.HeaderLength at byte 0: Length", IPv4.TryParse(new byte[20].With(0, 0x41).With(3, 20), out _).Describe<IPv4>());
        Assert.Equal("IPv4.TotalLength: at least 20 bytes needed", IPv4.TryParse(new byte[3], out _).Describe<IPv4>());
        Assert.Equal("Arp: 8 bytes", Arp.TryParse(new byte[8], out _).Describe<Arp>());
        // A result of another type, and one of none.
        Assert.Equal("RawIp at byte 0: Length", IPv4.TryParse(new byte[20].With(0, 0x41).With(3, 20), out _).Describe<RawIp>().Replace(".Payload", "", StringComparison.Ordinal));
        Assert.NotEqual("", ParseResult.Invalid(ParseError.Value, 9999, 1).Describe<RawIp>());
        Assert.NotEqual("", default(ParseResult).Describe<RawIp>());
    }

    [Fact]
    public void TheDefaultMessageIsDefined()
    {
        Assert.NotEqual("", default(IPv4).ToString());
        Assert.NotEqual("", default(Tcp).ToString());
        Assert.Equal(20, default(Tcp).ToArray().Length);
        Assert.True(default(Tcp).Options.IsEmpty);
    }
}
