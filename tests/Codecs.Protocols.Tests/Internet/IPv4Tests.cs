using System.Buffers;
using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Internet;

public sealed class IPv4Tests
{
    private static readonly byte[] s_plain = Sample.Get("IPv4", "RFC 791 appendix A: example 1");
    private static readonly byte[] s_options = Sample.Get("IPv4", "RFC 791 appendix A: example 3");
    private static readonly byte[] s_fragment = Sample.Get("IPv4", "RFC 791 section 3.1: a fragment");
    private static readonly byte[] s_offloaded = Sample.Get("IPv4", "total length 0");
    private static readonly byte[] s_route = Sample.Get("IPv4", "RFC 791 section 3.1: record route");

    [Fact]
    public void Parse()
    {
        Assert.Equal(21, IPv4.TryParse(s_plain, out var ip).BytesConsumed);
        Assert.Equal((4, 5, 21, 111, 123, IpProtocol.Icmp), (ip.Version, ip.HeaderLength, ip.TotalLength, ip.Identification, ip.TimeToLive, ip.Protocol));
        Assert.Equal((A, B), (ip.Source, ip.Destination));
        Assert.True(ip.HeaderChecksumIsValid);
        Assert.Equal([0x2A], ip.Payload.ToArray());

        Assert.True(IPv4.TryParse(s_options, out ip));
        Assert.Equal((8, 5), (ip.HeaderLength, ip.Options.Count));
        // The option that ends the list counts; what is behind it is padding and does not.
        Assert.Equal([IPv4OptionType.StreamId, IPv4OptionType.StreamId, IPv4OptionType.NoOperation, IPv4OptionType.StreamId, IPv4OptionType.End], Types(ip.Options));
        Assert.Equal(12, ip.Options.Bytes.Length);
        Assert.False(ip.Options.IsMalformed);
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_plain, new IPv4 { Identification = 111, TimeToLive = 123, Protocol = IpProtocol.Icmp, Source = A, Destination = B, Payload = [0x2A] }.ToArray());
        Assert.Equal(s_route, new IPv4
        {
            Identification = 1,
            TimeToLive = 64,
            Protocol = IpProtocol.Icmp,
            Source = A,
            Destination = B,
            Options = new ListBuilder<IPv4Option> { new IPv4Option { Type = IPv4OptionType.RecordRoute } / new IPv4Route { Pointer = 8, Addresses = [new IPv4Address(0xC0000263), default] } },
        }.ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Expect.RoundTrip<IPv4>(s_plain);
        Expect.RoundTrip<IPv4>(s_options);
        Expect.RoundTrip<IPv4>(s_fragment);
        Expect.RoundTrip<IPv4>(s_route);
        Expect.Preserved<IPv4>(s_offloaded);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<IPv4>(s_plain);
        Expect.Unfinished<IPv4>(s_options);
        Expect.Unfinished<IPv4>(s_offloaded, least: 20);
    }

    [Fact]
    public void WrongField()
    {
        Expect.Invalid<IPv4>(s_plain.With(0, 0x55), ParseError.Value, nameof(IPv4.Version), 0);
        // RFC 791 section 3.1: the least header is 5 words.
        for (byte words = 0; words < 5; words++)
            Expect.Invalid<IPv4>(s_plain.With(0, (byte)(0x40 | words)), ParseError.Length, nameof(IPv4.HeaderLength), 0);
        // The header does not fit the datagram.
        Expect.Invalid<IPv4>(s_plain.With(0, 0x46), ParseError.Length, nameof(IPv4.HeaderLength), 0);
        Expect.Invalid<IPv4>(s_plain.With(2, 0, 19), ParseError.Length, nameof(IPv4.TotalLength), 2);
        Expect.Invalid<IPv4>(s_plain.With(2, 0, 1), ParseError.Length, nameof(IPv4.TotalLength), 2);
        Assert.Equal(22, IPv4.TryParse(s_plain.With(2, 0, 22), out _).BytesNeeded);
        // A wrong checksum is not for the parser to judge.
        Assert.True(IPv4.TryParse(s_plain.With(10, 0, 0), out var ip));
        Assert.False(ip.HeaderChecksumIsValid);
    }

    [Fact]
    public void TotalLengthZeroIsLeftToTheNetworkCard()
    {
        Assert.Equal(s_offloaded.Length, IPv4.TryParse(s_offloaded, out var ip).BytesConsumed);
        Assert.Equal((0, 5), (ip.TotalLength, ip.Payload.Length));
        Assert.Equal(25, ip.ToArray()[3]);
        Assert.Equal(s_offloaded, ip.ToArray(new WriteOptions { Mode = WriteMode.Preserve }));
    }

    // RFC 791 section 3.1: only the type of these two is there; the length of all others counts type and length.
    [Theory]
    [InlineData("07000400", 0)]
    [InlineData("07010400", 0)]
    [InlineData("01070004", 1)]
    [InlineData("07050400", 0)]
    public void OptionsOfImpossibleLength(string options, int good)
    {
        byte[] bytes = [.. s_plain.AsSpan(0, 20), .. Expect.Hex(options)];
        bytes[0] = 0x46;
        bytes[3] = 24;
        Assert.True(IPv4.TryParse(bytes, out var ip));
        Assert.Equal(good, ip.Options.Count);
        Assert.True(ip.Options.IsMalformed);
        var strict = IPv4.TryParse(bytes, new ParseOptions { ValidateLists = true }, out _);
        Assert.Equal((OperationStatus.InvalidData, nameof(IPv4.Options), ParseError.Length), (strict.Status, Name(strict), strict.Error));
        Assert.InRange(strict.Offset, 20, 24);
        Expect.Preserved<IPv4>(bytes);
    }

    // RFC 791 section 2.3: of a fragment that is not the first, nobody can tell what the payload begins with.
    [Fact]
    public void OnlyFirstFragmentsCarryAHeader()
    {
        Assert.True(IPv4.TryParse(s_fragment, out var ip));
        Assert.Equal((185, true, false), (ip.FragmentOffset, ip.IsFragment, ip.IsFirstFragment));
        Assert.Equal(ParseError.NotCarried, ip.TryGet(out Udp _).Error);
        Assert.True((ip with { FragmentOffset = 0, MoreFragments = true }).IsFirstFragment);
    }

    // RFC 1122 section 3.2.1.8: the checksum above covers the last address of a route that is not used up.
    [Fact]
    public void SourceRouteChangesThePseudoHeader()
    {
        var last = new IPv4Address(0xCB007101);
        byte[] bytes = (new IPv4
        {
            Source = A,
            Destination = B,
            Options = new ListBuilder<IPv4Option> { new IPv4Option { Type = IPv4OptionType.LooseSourceRoute } / new IPv4Route { Pointer = 4, Addresses = [last] } },
        } / new Udp { DestinationPort = 9 }).ToArray();
        Assert.True(IPv4.TryParse(bytes, out var ip));
        Assert.Equal(last, ip.FinalDestination);
        Assert.True(ip.TryGet(out Udp udp));
        Assert.True(udp.ChecksumIsValid(ip.PseudoHeader));
        Assert.True(udp.ChecksumIsValid(new IPv4 { Source = A, Destination = last }.PseudoHeader));
        Assert.False(udp.ChecksumIsValid(Over4));
    }

    private static string Name(ParseResult result) => DescriptionOf<IPv4>().Fields[result.Field].Name;

    private static MessageDescription DescriptionOf<T>() where T : IMessage<T>, allows ref struct => T.Description;

    private static List<IPv4OptionType> Types(MessageList<IPv4Option> options)
    {
        var types = new List<IPv4OptionType>();
        foreach (var option in options)
            types.Add(option.Type);
        return types;
    }
}
