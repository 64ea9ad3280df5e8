using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Internet;

public sealed class IcmpTests
{
    private static readonly byte[] s_echo = Sample.Get("Icmp", "RFC 792: echo");
    private static readonly byte[] s_exceeded = Sample.Get("Icmp", "RFC 792: time exceeded");
    private static readonly byte[] s_extended = Sample.Get("Icmp", "RFC 4884");
    private static readonly byte[] s_tooBig = Sample.Get("Icmp", "RFC 1191");
    private static readonly byte[] s_router = Sample.Get("Icmp", "RFC 1256");
    private static readonly byte[] s_timestamp = Sample.Get("Icmp", "RFC 792: timestamp");

    [Fact]
    public void Parse()
    {
        Assert.True(Icmp.TryParse(s_echo, out var icmp));
        Assert.Equal((IcmpType.Echo, 0, true), (icmp.Type, icmp.Code, icmp.ChecksumIsValid));
        Assert.True(icmp.TryGet(out IcmpEcho echo));
        Assert.Equal((0x1234, 1, 5), (echo.Identifier, echo.SequenceNumber, echo.Data.Length));
        Assert.True(Icmp.TryParse(s_tooBig, out icmp));
        Assert.True(icmp.TryGet(out IcmpUnreachable unreachable));
        Assert.Equal((IcmpUnreachableCode.FragmentationNeeded, 1500, false), ((IcmpUnreachableCode)icmp.Code, unreachable.NextHopMtu, unreachable.HasExtensions));
        Assert.True(Icmp.TryParse(s_router, out icmp));
        Assert.True(icmp.TryGet(out IcmpRouterAdvertisement router));
        Assert.Equal((1, 1800, A, int.MinValue), (router.AddressCount, router.Lifetime, router.Entries.First.Address, router.Entries.First.PreferenceLevel));
        Assert.True(Icmp.TryParse(s_timestamp, out icmp));
        Assert.True(icmp.TryGet(out IcmpTimestamp timestamp));
        Assert.Equal(123456u, timestamp.OriginateTimestamp);
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_echo, (new Icmp { Type = IcmpType.Echo } / new IcmpEcho { Identifier = 0x1234, SequenceNumber = 1, Data = [0, 1, 2, 3, 4] }).ToArray());
        Assert.Equal(s_tooBig, (new Icmp { Code = (byte)IcmpUnreachableCode.FragmentationNeeded } / new IcmpUnreachable { NextHopMtu = 1500, Original = s_tooBig.AsSpan(8) }).ToArray());
        Assert.Equal(s_router, (new Icmp() / new IcmpRouterAdvertisement
        {
            Lifetime = 1800,
            Entries = new ListBuilder<IcmpRouterAddress> { new IcmpRouterAddress { Address = A, PreferenceLevel = int.MinValue } },
        }).ToArray());
        // RFC 4884 section 4.1: the length is that of the quote, filled up, in words.
        Assert.Equal(s_extended, (new Icmp { Code = 3 } / new IcmpUnreachable
        {
            Length = 32,
            Original = s_extended.AsSpan(8, 128),
            Extensions = new IcmpExtensions { Objects = new ListBuilder<IcmpExtensionObject> { new() { Class = IcmpExtensionClass.MplsLabelStack, CType = 1, Data = [0, 1, 1, 0x40] } } },
        }).ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Expect.RoundTrip<Icmp>(s_echo);
        Expect.RoundTrip<Icmp>(s_exceeded);
        Expect.RoundTrip<Icmp>(s_extended);
        Expect.RoundTrip<Icmp>(s_router);
        Expect.RoundTrip<IcmpUnreachable>(s_extended[4..]);
        Expect.RoundTrip<IcmpTimestamp>(s_timestamp[4..]);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<Icmp>(s_echo, least: 4);
        Expect.Unfinished<IcmpTimestamp>(s_timestamp[4..]);
        Expect.Unfinished<IcmpRouterAdvertisement>(s_router[4..]);
    }

    [Fact]
    public void WrongField()
    {
        Assert.True(Icmp.TryParse(s_echo.With(2, 0), out var icmp));
        Assert.False(icmp.ChecksumIsValid);
        // An unknown type and a code that nobody has assigned are kept.
        Assert.True(Icmp.TryParse(s_echo.With(0, 99, 77), out icmp));
        Assert.Equal(((IcmpType)99, 77), (icmp.Type, icmp.Code));
        Assert.Equal(ParseError.NotCarried, icmp.TryGet(out IcmpEcho _).Error);
        // RFC 1256 section 3: entries of another size would not be understood.
        Expect.Invalid<IcmpRouterAdvertisement>(s_router[4..].With(1, 3), ParseError.Value, nameof(IcmpRouterAdvertisement.AddressEntrySize), 1);
        // RFC 792: what is unused is ignored, and kept.
        byte[] odd = s_exceeded[4..].With(0, 1, 0, 2, 3);
        Expect.Preserved<IcmpTimeExceeded>(odd);
        Assert.True(IcmpTimeExceeded.TryParse(odd, out var exceeded));
        Assert.Equal("00000000", Convert.ToHexStringLower(exceeded.ToArray().AsSpan(0, 4)));
    }

    // RFC 792: the header of the datagram and 8 bytes of what it carried, however long it was.
    [Fact]
    public void QuotesAreCut()
    {
        Assert.True(Icmp.TryParse(s_exceeded, out var icmp));
        Assert.True(icmp.TryGet(out IcmpTimeExceeded exceeded));
        Assert.False(exceeded.Extensions.HasValue);
        Assert.Equal(1500, IPv4.TryParse(exceeded.Original, out var quoted).BytesNeeded);
        Assert.True(IPv4.TryParseHeader(exceeded.Original, out quoted));
        Assert.Equal((1500, 8, IpProtocol.Udp), (quoted.TotalLength, quoted.Payload.Length, quoted.Protocol));
        Assert.Equal(1480, quoted.TryGet(out Udp udp).BytesNeeded);
        Assert.True(Udp.TryParseHeader(quoted.Payload, out udp));
        Assert.Equal((5001, 33333, 1480, 0), (udp.SourcePort, udp.DestinationPort, udp.Length, udp.Payload.Length));
        // The quote shows itself as what it is.
        Assert.Contains("IPv4 {", icmp.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ExtensionsAreBehindTheQuote()
    {
        Assert.True(Icmp.TryParse(s_extended, out var icmp));
        Assert.True(icmp.TryGet(out IcmpUnreachable unreachable));
        Assert.Equal((32, 128, true), (unreachable.Length, unreachable.Original.Length, unreachable.Extensions.HasValue));
        var extensions = unreachable.Extensions.Value;
        Assert.True(extensions.ChecksumIsValid);
        Assert.Equal((IcmpExtensionClass.MplsLabelStack, 1, 8), (extensions.Objects.First.Class, extensions.Objects.First.CType, extensions.Objects.First.Length));
        // RFC 4884 section 5.4: an object shorter than its own header.
        Assert.True(IcmpUnreachable.TryParse(s_extended[4..].With(4 + 128 + 5, 3), out unreachable));
        Assert.True(unreachable.Extensions.Value.Objects.IsMalformed);
    }
}
