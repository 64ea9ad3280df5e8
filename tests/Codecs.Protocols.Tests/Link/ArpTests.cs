using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Link;

public sealed class ArpTests
{
    private static readonly byte[] s_request = Sample.Get("Arp", "RFC 826: a request");
    private static readonly byte[] s_wide = Sample.Get("Arp", "RFC 903: a reverse reply");
    private static readonly byte[] s_empty = Sample.Get("Arp", "RFC 826: no addresses");

    [Fact]
    public void Parse()
    {
        Assert.True(Arp.TryParse(s_request, out var arp));
        Assert.Equal((HardwareType.Ethernet, EtherType.IPv4, ArpOperation.Request), (arp.HardwareType, arp.ProtocolType, arp.Operation));
        Assert.Equal((6, 4), (arp.HardwareLength, arp.ProtocolLength));
        Assert.Equal("02000000000a c0000201 000000000000 c0000202", Addresses(in arp));
        Assert.True(Arp.TryParse(s_wide, out arp));
        Assert.Equal((8, 4, ArpOperation.ReverseReply), (arp.HardwareLength, arp.ProtocolLength, arp.Operation));
        Assert.Equal("020000fffe00000a c0000201 020000fffe00000b c0000202", Addresses(in arp));
        Assert.Equal(8, Arp.TryParse(s_empty, out arp).BytesConsumed);
    }

    [Fact]
    public void Build() => Assert.Equal(s_request, new Arp
    {
        HardwareType = HardwareType.Ethernet,
        ProtocolType = EtherType.IPv4,
        Operation = ArpOperation.Request,
        SenderHardwareAddress = Expect.Hex("02000000000a"),
        SenderProtocolAddress = Expect.Hex("c0000201"),
        TargetHardwareAddress = new byte[6],
        TargetProtocolAddress = Expect.Hex("c0000202"),
    }.ToArray());

    [Fact]
    public void RoundTrip()
    {
        Expect.RoundTrip<Arp>(s_request);
        Expect.RoundTrip<Arp>(s_wide);
        Expect.RoundTrip<Arp>(s_empty);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<Arp>(s_request);
        Expect.Unfinished<Arp>(s_wide);
        Expect.Unfinished<Arp>(s_empty);
    }

    [Fact]
    public void WrongField() =>
        // One length for two addresses.
        Assert.Contains("HardwareLength", Assert.Throws<InvalidOperationException>(() => new Arp { SenderHardwareAddress = new byte[6], TargetHardwareAddress = new byte[8] }.ToArray()).Message, StringComparison.Ordinal);

    // RFC 826: other lengths are other hardware, not errors.
    [Theory]
    [InlineData(0, 4)]
    [InlineData(20, 4)]
    [InlineData(6, 16)]
    [InlineData(255, 255)]
    public void AddressesOfAnyLength(int hardware, int protocol)
    {
        byte[] bytes = new Arp
        {
            SenderHardwareAddress = new byte[hardware],
            TargetHardwareAddress = new byte[hardware],
            SenderProtocolAddress = new byte[protocol],
            TargetProtocolAddress = new byte[protocol],
        }.ToArray();
        Assert.Equal(8 + 2 * (hardware + protocol), bytes.Length);
        Expect.RoundTrip<Arp>(bytes);
        Expect.Unfinished<Arp>(bytes);
    }

    private static string Addresses(scoped in Arp arp) =>
        $"{Convert.ToHexStringLower(arp.SenderHardwareAddress)} {Convert.ToHexStringLower(arp.SenderProtocolAddress)} {Convert.ToHexStringLower(arp.TargetHardwareAddress)} {Convert.ToHexStringLower(arp.TargetProtocolAddress)}";
}
