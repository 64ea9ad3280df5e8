using System.Buffers;
using System.Text;
using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Internet;

public sealed class NdpTests
{
    private static readonly byte[] s_router = Sample.Get("Icmpv6", "RFC 4861 section 4.2")[4..];
    private static readonly byte[] s_solicitation = Sample.Get("Icmpv6", "RFC 4861 section 4.3")[4..];
    private static readonly byte[] s_advertisement = Sample.Get("Icmpv6", "RFC 4861 section 4.4")[4..];
    private static readonly byte[] s_redirect = Sample.Get("Icmpv6", "RFC 4861 section 4.5")[4..];

    [Fact]
    public void Parse()
    {
        Assert.True(NdpRouterAdvertisement.TryParse(s_router, out var router));
        Assert.Equal((64, true, true, false), (router.CurHopLimit, router.ManagedAddressConfiguration, router.OtherConfiguration, router.HomeAgent));
        Assert.Equal((NdpPreference.High, 1800, 30000u, 1000u, 6), (router.DefaultRouterPreference, router.RouterLifetime, router.ReachableTime, router.RetransTimer, router.Options.Count));
        Assert.True(router.Options.First.TryGet(out NdpLinkLayerAddress link));
        Assert.Equal("02000000000a", Convert.ToHexStringLower(link.Address));
        Assert.True(router.Options.ElementAt(1).TryGet(out NdpMtu mtu));
        Assert.Equal(1500u, mtu.Mtu);
        Assert.True(router.Options.ElementAt(2).TryGet(out NdpPrefixInformation prefix));
        Assert.Equal((64, true, true, true, 2592000u, 604800u), (prefix.PrefixLength, prefix.OnLink, prefix.AutonomousAddressConfiguration, prefix.RouterAddress, prefix.ValidLifetime, prefix.PreferredLifetime));
        Assert.True(router.Options.ElementAt(3).TryGet(out NdpRecursiveDnsServer server));
        Assert.Equal((3600u, A6), (server.Lifetime, server.Addresses[0]));
        Assert.True(router.Options.ElementAt(4).TryGet(out NdpRouteInformation route));
        Assert.Equal((48, NdpPreference.Low, 8), (route.PrefixLength, route.RoutePreference, route.Prefix.Length));
        Assert.True(router.Options.ElementAt(5).TryGet(out NdpDnsSearchList names));
        Assert.Contains("example", Encoding.ASCII.GetString(names.DomainNames), StringComparison.Ordinal);

        Assert.True(NdpNeighborAdvertisement.TryParse(s_advertisement, out var neighbor));
        Assert.Equal((false, true, true, B6), (neighbor.Router, neighbor.Solicited, neighbor.Override, neighbor.TargetAddress));
        Assert.True(NdpRedirect.TryParse(s_redirect, out var redirect));
        Assert.Equal((A6, B6), (redirect.TargetAddress, redirect.DestinationAddress));
        Assert.True(redirect.Options.First.TryGet(out NdpRedirectedHeader header));
        Assert.True(IPv6.TryParseHeader(header.Original, out var original));
        Assert.Equal(A6, original.Source);
    }

    [Fact]
    public void Build()
    {
        byte[] built = new NdpNeighborSolicitation
        {
            TargetAddress = B6,
            Options = new ListBuilder<NdpOption> { new NdpOption { Type = NdpOptionType.SourceLinkLayerAddress } / new NdpLinkLayerAddress { Address = Expect.Hex("02000000000a") } },
        }.ToArray();
        Assert.Equal(s_solicitation, built);
        Assert.Equal(s_advertisement, new NdpNeighborAdvertisement
        {
            Solicited = true,
            Override = true,
            TargetAddress = B6,
            Options = new ListBuilder<NdpOption> { new NdpOption { Type = NdpOptionType.TargetLinkLayerAddress } / new NdpLinkLayerAddress { Address = Expect.Hex("02000000000b") } },
        }.ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Expect.RoundTrip<NdpRouterAdvertisement>(s_router);
        Expect.RoundTrip<NdpNeighborSolicitation>(s_solicitation);
        Expect.RoundTrip<NdpNeighborAdvertisement>(s_advertisement);
        Expect.RoundTrip<NdpRedirect>(s_redirect);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<NdpRouterAdvertisement>(s_router, least: 12);
        Expect.Unfinished<NdpNeighborSolicitation>(s_solicitation, least: 20);
        Expect.Unfinished<NdpOption>(s_solicitation[20..]);
    }

    // RFC 4861 section 4.6: nodes must silently discard a packet that contains an option with length zero.
    [Fact]
    public void WrongField()
    {
        byte[] bytes = s_router.With(21, 0);
        Assert.True(NdpRouterAdvertisement.TryParse(bytes, out var router));
        Assert.Equal(1, router.Options.Count);
        Assert.True(router.Options.IsMalformed);
        var result = router.Options.Validate();
        Assert.Equal((OperationStatus.InvalidData, ParseError.Length, 9), (result.Status, result.Error, result.Offset));
        result = NdpRouterAdvertisement.TryParse(bytes, new ParseOptions { ValidateLists = true }, out _);
        Assert.Equal((OperationStatus.InvalidData, 21), (result.Status, result.Offset));
        Expect.Invalid<NdpOption>(s_solicitation[20..].With(1, 0), ParseError.Length, nameof(NdpOption.Length), 1);
        Assert.Equal(16, NdpOption.TryParse(s_solicitation.AsSpan(20).ToArray().With(1, 2), out _).BytesNeeded);
    }

    // RFC 4861 section 4.6: the length is in units of 8 bytes.
    [Fact]
    public void OptionsAreFilledUp() =>
        Assert.Equal(16, new NdpOption { Type = NdpOptionType.Nonce, Data = new byte[7] }.ToArray().Length);
}
