using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Internet;

public sealed class IPv6ExtensionTests
{
    private static readonly byte[] s_hopByHop = Sample.Get("IPv6HopByHop", "RFC 2711");
    private static readonly byte[] s_destination = Sample.Get("IPv6DestinationOptions", "RFC 2473");
    private static readonly byte[] s_fragment = Sample.Get("IPv6Fragment", "RFC 8200 section 4.5: the first");
    private static readonly byte[] s_later = Sample.Get("IPv6Fragment", "RFC 8200 section 4.5: the last");
    private static readonly byte[] s_home = Sample.Get("IPv6Routing", "RFC 6275");
    private static readonly byte[] s_segments = Sample.Get("IPv6Routing", "RFC 8754 section 2:");
    private static readonly byte[] s_ah = Sample.Get("Ah", "RFC 4302");
    private static readonly byte[] s_esp = Sample.Get("Esp", "RFC 4303");

    [Fact]
    public void Parse()
    {
        Assert.True(IPv6HopByHop.TryParse(s_hopByHop, out var hopByHop));
        Assert.Equal((IpProtocol.Icmpv6, 0, 2, 2), (hopByHop.NextHeader, hopByHop.HeaderExtensionLength, hopByHop.Options.Count, hopByHop.Payload.Length));
        Assert.True(hopByHop.Options.First.TryGet(out IPv6RouterAlert alert));
        Assert.Equal(0, alert.Value);
        Assert.True(IPv6DestinationOptions.TryParse(s_destination, out var destination));
        Assert.Equal((IPv6OptionType.TunnelEncapsulationLimit, 1), (destination.Options.First.Type, destination.Options.First.Data.Length));
        Assert.True(IPv6Fragment.TryParse(s_fragment, out var fragment));
        Assert.Equal((IpProtocol.Udp, 0, true, 0x0A0B0C0Du, true), (fragment.NextHeader, fragment.FragmentOffset, fragment.MoreFragments, fragment.Identification, fragment.IsFirstFragment));
        Assert.True(IPv6Fragment.TryParse(s_later, out fragment));
        Assert.Equal((181, false, ParseError.NotCarried), (fragment.FragmentOffset, fragment.MoreFragments, fragment.TryGet(out Udp _).Error));
        Assert.True(IPv6Routing.TryParse(s_home, out var routing));
        Assert.True(routing.Route.TryGet(out IPv6SourceRoute home));
        Assert.Equal((IPv6RoutingType.Mobility, 1, B6), (routing.Route.RoutingType, routing.Route.SegmentsLeft, home.Addresses[0]));
        Assert.True(IPv6Routing.TryParse(s_segments, out routing));
        Assert.True(routing.Route.TryGet(out IPv6SegmentRoute segments));
        Assert.Equal((1, 0x20, 2, B6, 38), (segments.LastEntry, segments.Flags, segments.Segments.Count, segments.Segments[1], segments.Tlvs.First.Value.Length));
        Assert.True(Ah.TryParse(s_ah, out var ah));
        Assert.Equal((4, 256u, 1u, 12, 2), (ah.PayloadLength, ah.SecurityParametersIndex, ah.SequenceNumber, ah.IntegrityCheckValue.Length, ah.Payload.Length));
        Assert.True(Esp.TryParse(s_esp, out var esp));
        Assert.Equal((256u, 1u, 16), (esp.SecurityParametersIndex, esp.SequenceNumber, esp.EncryptedData.Length));
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_hopByHop, new IPv6HopByHop
        {
            NextHeader = IpProtocol.Icmpv6,
            Options = new ListBuilder<IPv6Option> { new IPv6RouterAlert(), new IPv6Option { Type = IPv6OptionType.PadN } },
            Payload = [0x80, 0],
        }.ToArray());
        Assert.Equal(s_fragment, new IPv6Fragment { NextHeader = IpProtocol.Udp, MoreFragments = true, Identification = 0x0A0B0C0D, Payload = s_fragment.AsSpan(8) }.ToArray());
        Assert.Equal(s_home, new IPv6Routing
        {
            NextHeader = IpProtocol.NoNextHeader,
            Route = new IPv6Route { RoutingType = IPv6RoutingType.Mobility, SegmentsLeft = 1, Data = new IPv6SourceRoute { Addresses = [B6] }.ToArray() },
        }.ToArray());
        Assert.Equal(s_ah, new Ah { NextHeader = IpProtocol.Tcp, SecurityParametersIndex = 256, SequenceNumber = 1, IntegrityCheckValue = s_ah.AsSpan(12, 12), Payload = s_ah.AsSpan(24) }.ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Expect.RoundTrip<IPv6HopByHop>(s_hopByHop);
        Expect.RoundTrip<IPv6DestinationOptions>(s_destination);
        Expect.RoundTrip<IPv6Fragment>(s_fragment);
        Expect.RoundTrip<IPv6Routing>(s_home);
        Expect.RoundTrip<IPv6Routing>(s_segments);
        Expect.RoundTrip<Ah>(s_ah);
        Expect.RoundTrip<Esp>(s_esp);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<IPv6HopByHop>(s_hopByHop, least: 8);
        Expect.Unfinished<IPv6DestinationOptions>(s_destination, least: 8);
        Expect.Unfinished<IPv6Fragment>(s_fragment, least: 8);
        Expect.Unfinished<IPv6Routing>(s_segments);
        Expect.Unfinished<Ah>(s_ah, least: 24);
        Expect.Unfinished<Esp>(s_esp, least: 8);
    }

    [Fact]
    public void WrongField()
    {
        // RFC 8200 section 4.3: the length does not count the first 8 bytes.
        Assert.Equal(16, IPv6HopByHop.TryParse(s_hopByHop.With(1, 1), out _).BytesNeeded);
        // An option that passes the end of the header.
        Assert.True(IPv6HopByHop.TryParse(s_hopByHop.With(3, 5), out var options));
        Assert.True(options.Options.IsMalformed);
        Assert.Equal(0, options.Options.Count);
        // RFC 4302 section 2.2: the length counts words, less 2.
        Expect.Invalid<Ah>(s_ah.With(1, 0), ParseError.Length, nameof(Ah.PayloadLength), 1);
        // More segments than the header has room for.
        Assert.True(IPv6Routing.TryParse(s_segments.With(4, 9), out var routing));
        Assert.False(routing.Route.TryGet(out IPv6SegmentRoute _));
    }

    // RFC 8200 section 4.2: one byte of padding has no length.
    [Fact]
    public void HeadersAreFilledUp() =>
        Assert.Equal("3b00050200000000", Convert.ToHexStringLower(new IPv6HopByHop { NextHeader = IpProtocol.NoNextHeader, Options = new ListBuilder<IPv6Option> { new IPv6RouterAlert() } }.ToArray()));
}
