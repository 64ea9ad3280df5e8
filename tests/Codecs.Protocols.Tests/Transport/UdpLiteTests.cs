using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Transport;

public sealed class UdpLiteTests
{
    private static readonly byte[] s_header = Sample.Get("UdpLite", "RFC 3828 section 3.1: only");
    private static readonly byte[] s_all = Sample.Get("UdpLite", "RFC 3828 section 3.1: all");

    [Fact]
    public void Parse()
    {
        Assert.True(UdpLite.TryParse(s_header, out var udp));
        Assert.Equal((5001, 5001, 8, 3), (udp.SourcePort, udp.DestinationPort, udp.ChecksumCoverage, udp.Payload.Length));
        Assert.True(udp.ChecksumIsValid(Over4));
        Assert.True(UdpLite.TryParse(s_header.With(9, 0), out udp));
        Assert.True(udp.ChecksumIsValid(Over4));
        Assert.True(UdpLite.TryParse(s_all, out udp));
        Assert.True(udp.ChecksumIsValid(Over4));
        Assert.True(UdpLite.TryParse(s_all.With(9, 0), out udp));
        Assert.False(udp.ChecksumIsValid(Over4));
    }

    [Fact]
    public void Build()
    {
        var options = new WriteOptions { PseudoHeader = Over4 };
        Assert.Equal(s_header, new UdpLite { SourcePort = 5001, DestinationPort = 5001, ChecksumCoverage = 8, Payload = "abc"u8 }.ToArray(options));
        Assert.Equal(s_all, new UdpLite { SourcePort = 5001, DestinationPort = 5001, Payload = "ab"u8 }.ToArray(options));
    }

    [Fact]
    public void RoundTrip()
    {
        Expect.Preserved<UdpLite>(s_header);
        Expect.Preserved<UdpLite>(s_all);
    }

    [Fact]
    public void CutAtEveryLength() => Expect.Unfinished<UdpLite>(s_header, least: 8);

    // RFC 3828 section 3.1: a coverage of 1 to 7 must be discarded.
    [Fact]
    public void WrongField()
    {
        for (byte coverage = 1; coverage < 8; coverage++)
            Expect.Invalid<UdpLite>(s_header.With(5, coverage), ParseError.Requirement, nameof(UdpLite.ChecksumCoverage), 4);
        Assert.True(UdpLite.TryParse(s_header.With(5, 7), new ParseOptions { IgnoreRequirements = true }, out _));
        Assert.True(UdpLite.TryParse(s_header.With(5, 12), out var udp));
        Assert.False(udp.ChecksumIsValid(Over4));
    }

    // RFC 3828 section 3.1: what is covered is a field, and is itself covered. The sum of other bytes does not follow from the sum of these.
    [Fact]
    public void CoverageIsNotSetInPlace()
    {
        Assert.Null(typeof(UdpLite.Editor).GetProperty(nameof(UdpLite.ChecksumCoverage))!.SetMethod);
        Assert.NotNull(typeof(UdpLite.Editor).GetProperty(nameof(UdpLite.SourcePort))!.SetMethod);
        Assert.NotNull(typeof(UdpLite.RawEditor).GetProperty(nameof(UdpLite.ChecksumCoverage))!.SetMethod);
    }
}
