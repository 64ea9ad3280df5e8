using System.Text;
using Codecs.Fuzz;

namespace Codecs.Protocols.Tests.HostConfiguration;

public sealed class DhcpTests
{
    private static readonly byte[] s_discover = Sample.Get(nameof(Dhcp), "dhclient.pcap, frame 1:");
    private static readonly byte[] s_ack = Sample.Get(nameof(Dhcp), "dhclient.pcap, frame 5:");
    private static readonly byte[] s_all = Sample.Get(nameof(Dhcp), "RFC 2132, RFC 3046");
    private static readonly byte[] s_overload = Sample.Get(nameof(Dhcp), "RFC 2132 section 9.3");
    private static readonly byte[] s_bootp = Sample.Get(nameof(Dhcp), "RFC 951");

    [Fact]
    public void Parse()
    {
        Assert.True(Dhcp.TryParse(s_discover, out var dhcp));
        Assert.Equal((DhcpOperation.BootRequest, HardwareType.Ethernet, 6, DhcpMessageType.Discover), (dhcp.Operation, dhcp.HardwareType, dhcp.HardwareLength, dhcp.MessageType));
        Assert.Equal(Convert.FromHexString("02000000000A"), dhcp.HardwareAddress);

        Assert.True(Dhcp.TryParse(s_ack, out dhcp));
        Assert.Equal((DhcpMessageType.Ack, new IPv4Address(0xC0000264)), (dhcp.MessageType, dhcp.YourAddress));
        Assert.Equal((DhcpOverload.None, true), (dhcp.Overload, dhcp.FileOptions.IsEmpty));
    }

    [Fact]
    public void OptionsOfEachForm()
    {
        Assert.True(Dhcp.TryParse(s_all, out var dhcp));
        var found = new Dictionary<DhcpOptionCode, string>();
        foreach (var option in dhcp.Options)
            found[option.Code] = Text(option);
        Assert.Equal("192.0.2.1", found[DhcpOptionCode.ServerIdentifier]);
        Assert.Equal("192.0.2.1 192.0.2.254", found[DhcpOptionCode.Router]);
        Assert.Equal("10.0.0.0 192.0.2.1", found[DhcpOptionCode.StaticRoute]);
        Assert.Equal("3600", found[DhcpOptionCode.LeaseTime]);
        Assert.Equal("-3600", found[DhcpOptionCode.TimeOffset]);
        Assert.Equal("64", found[DhcpOptionCode.DefaultTimeToLive]);
        Assert.Equal("1500", found[DhcpOptionCode.InterfaceMtu]);
        Assert.Equal("68 296 576", found[DhcpOptionCode.PathMtuPlateauTable]);
        Assert.Equal("alice", found[DhcpOptionCode.HostName]);
        Assert.Equal("SubnetMask Router DomainNameServer DomainName", found[DhcpOptionCode.ParameterRequestList]);
        Assert.Equal("1 02000000000a", found[DhcpOptionCode.ClientIdentifier]);
        Assert.Equal("True True 05616c696365076578616d706c65036f726700", found[DhcpOptionCode.ClientName]);
        Assert.Equal("1 65746830 2 02000000000b", found[DhcpOptionCode.RelayAgentInformation]);
        // RFC 3442: 10.0.0.0/24, the default route, and 10.16.0.0/12.
        Assert.Equal("24 0a0000 192.0.2.1 0  192.0.2.254 12 0a10 192.0.2.3", found[DhcpOptionCode.ClasslessStaticRoute]);
        Assert.Equal(DhcpOptionCode.End, found.Keys.Last());
        Assert.Equal(3, dhcp.Rest.Length);
    }

    [Fact]
    public void OptionsGoOnInOtherFields()
    {
        Assert.True(Dhcp.TryParse(s_overload, out var dhcp));
        Assert.Equal(DhcpOverload.File | DhcpOverload.ServerName, dhcp.Overload);
        Assert.True(dhcp.FileOptions.First.TryGet(out DhcpText file));
        Assert.Equal("boot/pxelinux.0"u8, file.Text);
        Assert.True(dhcp.ServerNameOptions.First.TryGet(out DhcpText server));
        Assert.Equal("tftp.example.org"u8, server.Text);
    }

    [Fact]
    public void WithoutCookieThereAreNoOptions()
    {
        Assert.True(Dhcp.TryParse(s_bootp, out var dhcp));
        Assert.Equal((null, true, 64, default), (dhcp.MagicCookie, dhcp.Options.IsEmpty, dhcp.Rest.Length, dhcp.MessageType));
    }

    [Fact]
    public void Build()
    {
        byte[] hardware = Convert.FromHexString("02000000000A");
        Assert.True(Dhcp.TryParse(s_discover, out var parsed));
        var built = new Dhcp
        {
            Operation = DhcpOperation.BootRequest,
            HardwareType = HardwareType.Ethernet,
            TransactionId = parsed.TransactionId,
            HardwareLength = 6,
            ClientHardwareAddress = hardware,
            MagicCookie = Dhcp.Cookie,
            Options = parsed.Options,
            Rest = parsed.Rest,
        };
        Assert.Equal(s_discover, built.ToArray());
        byte[] own = (built with
        {
            Rest = default,
            Options = new ListBuilder<DhcpOption>
            {
                new DhcpMessageKind { Type = DhcpMessageType.Request }, new DhcpAddress { Address = new(0xC0000264) }, new DhcpParameterList { Codes = [DhcpOptionCode.Router, DhcpOptionCode.DomainNameServer] }, new() { Code = DhcpOptionCode.End },
            },
        }).ToArray();
        Assert.Equal("350103" + "3204C0000264" + "37020306" + "FF", Convert.ToHexString(own.AsSpan(240)));
        // An option list that does not end would not be read so.
        Assert.Throws<InvalidOperationException>(() => new Dhcp { MagicCookie = Dhcp.Cookie, Options = new ListBuilder<DhcpOption> { new DhcpMessageKind { Type = DhcpMessageType.Request } } }.ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Assert.All(Sample.All.Where(sample => sample.Type == nameof(Dhcp)), sample => Expect.RoundTrip<Dhcp>(sample.Bytes));
        Assert.All(Sample.All.Where(sample => sample.Type == nameof(Dhcpv6)), sample => Expect.RoundTrip<Dhcpv6>(sample.Bytes));
    }

    [Fact]
    public void CutAtEveryLength()
    {
        // Behind the fixed fields, and within the cookie, it is a message of BOOTP.
        for (int length = 0; length < s_overload.Length; length++)
            Assert.Equal(length is >= 236 and < 240, Dhcp.TryParse(s_overload.AsSpan(0, length), out _));
        Expect.Unfinished<Dhcpv6Relay>(Sample.Get(nameof(Dhcpv6), "RFC 8415 section 9")[1..], 33);
    }

    [Fact]
    public void WrongField()
    {
        // An option that is longer than what there is.
        Assert.Equal(System.Buffers.OperationStatus.NeedMoreData, Dhcp.TryParse(s_overload.With(s_overload.Length - 3, 9), out _).Status);
        Assert.Equal(ParseError.Requirement, DhcpRoute.TryParse(Convert.FromHexString("210A0000000000000000"), out _).Error);
    }

    [Fact]
    public void Version6()
    {
        Assert.True(Dhcpv6.TryParse(Sample.Get(nameof(Dhcpv6), "RFC 8415 section 9"), out var outer));
        Assert.True(outer.TryGet(out Dhcpv6Relay relay));
        Assert.True(relay.Options.First.TryGet(out Dhcpv6 inner));
        Assert.True(inner.TryGet(out Dhcpv6Exchange solicit));
        Assert.Equal((Dhcpv6MessageType.Solicit, 0x123456u, 4), (inner.MessageType, solicit.TransactionId, solicit.Options.Count));
        Assert.True(solicit.Options.ElementAt(1).TryGet(out Dhcpv6TemporaryAssociation association));
        Assert.True(association.Options.First.TryGet(out Dhcpv6Address address));
        Assert.Equal((3600u, 7200u), (address.PreferredLifetime, address.ValidLifetime));

        Assert.Equal("0B123456" + "000600040017" + "0018" + "000800020000", Convert.ToHexString((new Dhcpv6 { MessageType = Dhcpv6MessageType.InformationRequest } / new Dhcpv6Exchange
        {
            TransactionId = 0x123456,
            Options = new ListBuilder<Dhcpv6Option> { new Dhcpv6OptionRequest { Codes = [Dhcpv6OptionCode.DnsServers, Dhcpv6OptionCode.DomainList] }, new Dhcpv6ElapsedTime() },
        }).ToArray()));
    }

    private static string Text(scoped in DhcpOption option)
    {
        var text = new StringBuilder();
        if (option.TryGet(out DhcpAddress address))
            text.Append(address.Address);
        if (option.TryGet(out DhcpAddresses addresses))
        {
            for (int i = 0; i < addresses.Addresses.Count; i++)
                text.Append(i == 0 ? "" : " ").Append(addresses.Addresses[i]);
        }
        if (option.TryGet(out DhcpAddressPairs pairs))
            text.Append(pairs.Pairs.First.Address).Append(' ').Append(pairs.Pairs.First.Other);
        if (option.TryGet(out DhcpSeconds seconds))
            text.Append(seconds.Seconds);
        if (option.TryGet(out DhcpTimeOffset offset))
            text.Append(offset.Seconds);
        if (option.TryGet(out DhcpByte number))
            text.Append(number.Value);
        if (option.TryGet(out DhcpSize size))
            text.Append(size.Size);
        if (option.TryGet(out DhcpSizes sizes))
            text.Append(sizes.Sizes[0]).Append(' ').Append(sizes.Sizes[1]).Append(' ').Append(sizes.Sizes[2]);
        if (option.TryGet(out DhcpText words))
            text.Append(Encoding.ASCII.GetString(words.Text));
        if (option.TryGet(out DhcpParameterList list))
            text.Append($"{list.Codes[0]} {list.Codes[1]} {list.Codes[2]} {list.Codes[3]}");
        if (option.TryGet(out DhcpClientIdentifier identifier))
            text.Append(identifier.Type).Append(' ').Append(Convert.ToHexStringLower(identifier.Identifier));
        if (option.TryGet(out DhcpClientName name))
            text.Append($"{name.IsEncoded} {name.ServerUpdate} {Convert.ToHexStringLower(name.DomainName)}");
        if (option.TryGet(out DhcpAgentInformation agent))
        {
            foreach (var item in agent.Options)
                text.Append(text.Length == 0 ? "" : " ").Append(item.Code).Append(' ').Append(Convert.ToHexStringLower(item.Value));
        }
        if (option.TryGet(out DhcpRoutes routes))
        {
            foreach (var route in routes.Routes)
                text.Append(text.Length == 0 ? "" : " ").Append(route.PrefixLength).Append(' ').Append(Convert.ToHexStringLower(route.Prefix)).Append(' ').Append(route.Router);
        }
        return text.ToString();
    }
}
