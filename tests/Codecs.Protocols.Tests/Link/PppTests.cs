using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Link;

public sealed class PppTests
{
    private static readonly byte[] s_oneByte = Sample.Get("Ppp", "RFC 1661 section 6.5: protocol-field compression, and");
    private static readonly byte[] s_configure = Sample.Get("Lcp", "RFC 1661 section 5.1");
    private static readonly byte[] s_addresses = Sample.Get("Ipcp", "RFC 1332 section 3.3");
    private static readonly byte[] s_old = Sample.Get("Ipcp", "RFC 1332 sections");
    private static readonly byte[] s_identifier = Sample.Get("Ipv6cp", "RFC 5072");
    private static readonly byte[] s_password = Sample.Get("Pap", "RFC 1334 section 2.2.1");
    private static readonly byte[] s_challenge = Sample.Get("Chap", "RFC 1994 section 4.1");

    [Fact]
    public void Parse()
    {
        Assert.True(Ppp.TryParse(s_oneByte, out var ppp));
        Assert.True(ppp.TryGet(out IPv4 ip));
        Assert.Equal((null, PppProtocol.IPv4, true, A), (ppp.AddressControl, ppp.Protocol, ppp.ProtocolField.IsCompressed, ip.Source));
        Assert.True(Lcp.TryParse(s_configure, out var lcp));
        Assert.True(lcp.TryGet(out LcpConfigure configure));
        Assert.Equal(12, configure.Options.Count);
        Assert.True(configure.Options.First.TryGet(out LcpMaximumReceiveUnit unit));
        Assert.True(unit.Value == 1492);
        Assert.True(configure.Options.ElementAt(1).TryGet(out LcpControlCharacterMap map));
        Assert.True(map.Map == 0xA0000);
        Assert.True(configure.Options.ElementAt(2).TryGet(out LcpProtocolOption authentication));
        Assert.True(authentication is { Protocol: PppProtocol.Chap, Data: [5] });
        Assert.True(configure.Options.ElementAt(4).TryGet(out LcpMagicNumber magic));
        Assert.True(magic.Value == 0x12345678);
        Assert.True(configure.Options.ElementAt(7).TryGet(out LcpFrameCheckAlternatives checks));
        Assert.True(checks is { Fcs32: true, Fcs16: true, NullFcs: false });
        Assert.True(configure.Options.ElementAt(8).TryGet(out LcpCallback callback));
        Assert.True(callback.Operation == 6);
        // The same code is something else in each protocol.
        Assert.False(lcp.TryGet(out IpcpConfigure _));
    }

    [Fact]
    public void NetworkControlIsRead()
    {
        Assert.True(Ipcp.TryParse(s_addresses, out var ipcp));
        Assert.True(ipcp.TryGet(out IpcpConfigure configure));
        Assert.Equal((3, IpcpOptionType.SecondaryDns), (configure.Options.Count, configure.Options.ElementAt(2).Type));
        Assert.True(configure.Options.First.TryGet(out IpcpAddress address));
        Assert.True(address.Address == default);
        Assert.True(Ipcp.TryParse(s_old, out ipcp));
        Assert.True(ipcp.TryGet(out configure));
        Assert.True(configure.Options.First.TryGet(out IpcpAddresses both));
        Assert.True(both.Source == A);
        Assert.True(both.Destination == B);
        Assert.True(configure.Options.ElementAt(1).TryGet(out IpcpCompression compression));
        Assert.True(compression is { Protocol: PppProtocol.VanJacobsonCompressed, Data: [15, 1] });
        Assert.True(Ipv6cp.TryParse(s_identifier, out var ipv6cp));
        Assert.True(ipv6cp.TryGet(out Ipv6cpConfigure configure6));
        Assert.True(configure6.Options.First.TryGet(out Ipv6cpInterfaceIdentifier identifier));
        Assert.True(identifier.Value == 0x020000FFFE00000A);
    }

    [Fact]
    public void AuthenticationIsRead()
    {
        Assert.True(Pap.TryParse(s_password, out var pap));
        Assert.True(pap.TryGet(out PapRequest request));
        Assert.True(request.PeerId.SequenceEqual("user"u8) && request.Password.SequenceEqual("secret"u8));
        Assert.True(Pap.TryParse(Sample.Get("Pap", "RFC 1334 section 2.2.2: negative"), out pap));
        Assert.True(pap.TryGet(out PapReply reply));
        Assert.False(reply.Message.HasValue);
        Assert.True(Chap.TryParse(s_challenge, out var chap));
        Assert.True(chap.TryGet(out ChapChallenge challenge));
        Assert.True(challenge.Value.Length == 16 && challenge.Name.SequenceEqual("nas"u8));
    }

    [Fact]
    public void Build()
    {
        var ip = new IPv4 { Identification = 1, TimeToLive = 64, Source = A, Destination = B };
        Assert.Equal(s_oneByte, new Ppp { ProtocolField = new(PppProtocol.IPv4, isCompressed: true), Information = ip.ToArray() }.ToArray());
        Assert.Equal(s_addresses, (new Ipcp { Identifier = 1 } / new IpcpConfigure
        {
            Options = new ListBuilder<IpcpOption>
            {
                new IpcpAddress(),
                new IpcpOption { Type = IpcpOptionType.PrimaryDns, Data = new byte[4] },
                new IpcpOption { Type = IpcpOptionType.SecondaryDns, Data = new byte[4] },
            },
        }).ToArray());
        Assert.Equal("c021" + "0905000812345678", Convert.ToHexStringLower((new Ppp() / new Lcp { Code = PppControlCode.EchoRequest, Identifier = 5 } / new LcpEcho { MagicNumber = 0x12345678 }).ToArray()));
        Assert.Equal(s_password, (new Pap { Identifier = 1 } / new PapRequest { PeerId = "user"u8, Password = "secret"u8 }).ToArray());
        Assert.Equal(s_challenge, (new Chap { Identifier = 7 } / new ChapChallenge { Value = s_challenge.AsSpan(5, 16), Name = "nas"u8 }).ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Expect.RoundTrip<Ppp>(s_oneByte);
        Expect.RoundTrip<Lcp>(s_configure);
        Expect.RoundTrip<Ipcp>(s_addresses);
        Expect.RoundTrip<Ipv6cp>(s_identifier);
        Expect.RoundTrip<Pap>(s_password);
        Expect.RoundTrip<Chap>(s_challenge);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<Ppp>(s_oneByte, least: 1);
        Expect.Unfinished<Ppp>([0x00, 0x21], least: 2);
        Expect.Unfinished<Lcp>(s_configure);
        Expect.Unfinished<Ipcp>(s_addresses);
        Expect.Unfinished<Pap>(s_password);
    }

    [Fact]
    public void WrongField()
    {
        Expect.Invalid<Lcp>(s_configure.With(2, 0, 3), ParseError.Length, nameof(Lcp.Length), 2);
        Assert.Throws<ArgumentException>(() => new PppProtocolNumber(PppProtocol.Lcp, isCompressed: true));
        Assert.Throws<ArgumentException>(() => new PppProtocolNumber((PppProtocol)0x20, isCompressed: true));
    }
}
