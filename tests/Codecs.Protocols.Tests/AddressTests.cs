using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Runtime.CompilerServices;
using System.Text;

namespace Codecs.Protocols.Tests;

public sealed class AddressTests
{
    [Theory]
    [InlineData("0.0.0.0", 0x0000_0000u)]
    [InlineData("1.2.3.4", 0x0102_0304u)]
    [InlineData("127.0.0.1", 0x7F00_0001u)]
    [InlineData("255.255.255.255", 0xFFFF_FFFFu)]
    public void IPv4_text_and_number(string text, uint value)
    {
        var address = new IPv4Address(value);
        Assert.Equal(address, Read<IPv4Address>(text));
        Assert.Equal(text, Written(address));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.2.3")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1.2.3.4.")]
    [InlineData(".1.2.3.4")]
    [InlineData("1..3.4")]
    [InlineData("256.2.3.4")]
    [InlineData("1.2.3.1000")]
    [InlineData("01.2.3.4")]
    [InlineData("0x1.2.3.4")]
    [InlineData("1.2.3.4 ")]
    [InlineData("-1.2.3.4")]
    [InlineData("16909060")]
    [InlineData("1.2.3.\u0664")]
    public void IPv4_text_that_is_none(string text) => Refused<IPv4Address>(text);

    // Left: as it may be written (RFC 4291 section 2.2). Right: as it should be (RFC 5952 section 4).
    [Theory]
    [InlineData("::", "::")]
    [InlineData("::1", "::1")]
    [InlineData("1::", "1::")]
    [InlineData("0:0:0:0:0:0:0:0", "::")]
    [InlineData("2001:DB8:0:0:8:800:200C:417A", "2001:db8::8:800:200c:417a")]
    [InlineData("FF01:0:0:0:0:0:0:101", "ff01::101")]
    [InlineData("2001:0db8::0001", "2001:db8::1")]
    [InlineData("2001:db8:0:0:0:0:2:1", "2001:db8::2:1")]
    [InlineData("2001:db8::1:1:1:1:1", "2001:db8:0:1:1:1:1:1")]
    [InlineData("2001:0:0:1:0:0:0:1", "2001:0:0:1::1")]
    [InlineData("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1")]
    [InlineData("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0")]
    [InlineData("0:0:0:0:0:FFFF:129.144.52.38", "::ffff:129.144.52.38")]
    [InlineData("::ffff:c000:201", "::ffff:192.0.2.1")]
    [InlineData("::13.1.68.3", "::d01:4403")]
    [InlineData("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304")]
    [InlineData("64:ff9b::192.0.2.33", "64:ff9b::c000:221")]
    public void IPv6_text(string text, string recommended)
    {
        var address = Read<IPv6Address>(text);
        Assert.Equal(recommended, Written(address));
        Assert.Equal(address, Read<IPv6Address>(recommended));
        Assert.Equal(IPAddress.Parse(text), address.ToIPAddress());
    }

    [Theory]
    [InlineData("")]
    [InlineData(":")]
    [InlineData(":::")]
    [InlineData("1:")]
    [InlineData(":1")]
    [InlineData("1:2:3:4:5:6:7")]
    [InlineData("1:2:3:4:5:6:7:8:9")]
    [InlineData("1:2:3:4:5:6:7:8:")]
    [InlineData("1::2::3")]
    [InlineData("1:::2")]
    [InlineData("1::2:3:4:5:6:7:8")]
    [InlineData("::1:2:3:4:5:6:7:8")]
    [InlineData("12345::")]
    [InlineData("g::")]
    [InlineData("::1.2.3")]
    [InlineData("::1.2.3.256")]
    [InlineData("::1.2.3.4:5")]
    [InlineData("1:2:3:4:5:6:7:1.2.3.4")]
    [InlineData("fe80::1%1")]
    [InlineData("[::1]")]
    [InlineData("2001:db8::/32")]
    [InlineData(" ::1")]
    [InlineData("0000:0000:0000:0000:0000:0000:0000:0000:0000:0000")]
    public void IPv6_text_that_is_none(string text) => Refused<IPv6Address>(text);

    [Fact]
    public void IPv6_text_agrees_with_the_rest_of_NET()
    {
        var random = new Random(5952);
        var bytes = new byte[16];
        for (int i = 0; i < 20_000; i++)
        {
            random.NextBytes(bytes);
            for (int at = 0; at < 16; at++)
                bytes[at] &= (byte)(random.Next(3) == 0 ? 0xFF : 0);
            var expected = new IPAddress(bytes);
            var actual = new IPv6Address(bytes);
            Assert.Equal(actual, IPv6Address.Parse(expected.ToString()));
            Assert.Equal(expected, IPAddress.Parse(actual.ToString()));
            // .NET writes more addresses than RFC 5952 asks for as if they held an IPv4 address.
            if (!expected.ToString().Contains('.'))
                Assert.Equal(expected.ToString(), actual.ToString());
        }
    }

    [Theory]
    [InlineData("00:11:22:aa:bb:cc", "00:11:22:aa:bb:cc")]
    [InlineData("00-11-22-AA-BB-CC", "00:11:22:aa:bb:cc")]
    [InlineData("0011.22aa.bbcc", "00:11:22:aa:bb:cc")]
    [InlineData("001122AABBCC", "00:11:22:aa:bb:cc")]
    public void Mac_text(string text, string written) => Assert.Equal(written, Written(Read<MacAddress>(text)));

    [Theory]
    [InlineData("")]
    [InlineData("00:11:22:aa:bb")]
    [InlineData("00:11:22:aa:bb:c")]
    [InlineData("00:11-22:aa-bb:cc")]
    [InlineData("00:11:22:aa:bb:cg")]
    [InlineData("00 11 22 aa bb cc")]
    [InlineData("0011:22aa:bbcc")]
    [InlineData("001122aabbccd")]
    [InlineData("00:11:22:aa:bb:cc:dd")]
    public void Mac_text_that_is_none(string text) => Refused<MacAddress>(text);

    [Fact]
    public void Addresses_are_their_numbers_in_memory()
    {
        Assert.Equal(sizeof(uint), Unsafe.SizeOf<IPv4Address>());
        Assert.Equal(16, Unsafe.SizeOf<IPv6Address>());
        Assert.Equal(0x0102_0304u, Unsafe.BitCast<IPv4Address, uint>(new(1, 2, 3, 4)));
        Assert.Equal(UInt128.One, Unsafe.BitCast<IPv6Address, UInt128>(IPv6Address.Loopback));
    }

    [Fact]
    public void Addresses_are_their_bytes_in_network_order()
    {
        byte[] four = [1, 2, 3, 4], six = [1, 2, 3, 4, 5, 6], sixteen = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];
        Assert.Equal(four, new IPv4Address(four).ToArray());
        Assert.Equal(new IPv4Address(1, 2, 3, 4), new IPv4Address(four));
        Assert.Equal(six, new MacAddress(six).ToArray());
        Assert.Equal(new MacAddress(1, 2, 3, 4, 5, 6), new MacAddress(six));
        Assert.Equal(0x0102_0304_0506u, new MacAddress(six).Value);
        Assert.Equal(sixteen, new IPv6Address(sixteen).ToArray());

        var room = new byte[16];
        Assert.True(new IPv6Address(sixteen).TryWriteBytes(room, out int written));
        Assert.Equal(16, written);
        Assert.Equal(sixteen, room);
        Assert.False(new IPv6Address(sixteen).TryWriteBytes(room.AsSpan(1), out written));
        Assert.Equal(0, written);
        Assert.False(new IPv4Address(four).TryWriteBytes(room.AsSpan(0, 3), out _));
        Assert.False(new MacAddress(six).TryWriteBytes(room.AsSpan(0, 5), out _));

        Assert.Throws<ArgumentException>(() => new IPv4Address(six));
        Assert.Throws<ArgumentException>(() => new IPv6Address(six));
        Assert.Throws<ArgumentException>(() => new MacAddress(four));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MacAddress(1UL << 48));
    }

    [Fact]
    public void Addresses_convert_to_the_rest_of_NET_and_back()
    {
        Assert.Equal(IPAddress.Parse("192.0.2.1"), new IPv4Address(192, 0, 2, 1).ToIPAddress());
        Assert.Equal(new IPv4Address(192, 0, 2, 1), (IPv4Address)IPAddress.Parse("192.0.2.1"));
        Assert.Equal(IPAddress.IPv6Loopback, IPv6Address.Loopback.ToIPAddress());
        Assert.Equal(IPv6Address.Parse("fe80::1"), (IPv6Address)IPAddress.Parse("fe80::1%1"));
        Assert.Equal(new MacAddress(1, 2, 3, 4, 5, 6), (MacAddress)PhysicalAddress.Parse("01-02-03-04-05-06"));
        Assert.Equal(PhysicalAddress.Parse("01-02-03-04-05-06"), new MacAddress(1, 2, 3, 4, 5, 6).ToPhysicalAddress());
        Assert.Throws<InvalidCastException>(() => (IPv4Address)IPAddress.IPv6Loopback);
        Assert.Throws<InvalidCastException>(() => (IPv6Address)IPAddress.Loopback);
        Assert.Throws<InvalidCastException>(() => (MacAddress)PhysicalAddress.None);
    }

    [Fact]
    public void Well_known_addresses()
    {
        Assert.Equal("0.0.0.0", IPv4Address.Any.ToString());
        Assert.Equal("127.0.0.1", IPv4Address.Loopback.ToString());
        Assert.Equal("255.255.255.255", IPv4Address.Broadcast.ToString());
        Assert.Equal("::", IPv6Address.Any.ToString());
        Assert.Equal("::1", IPv6Address.Loopback.ToString());
        Assert.Equal("ff02::1", IPv6Address.AllNodes.ToString());
        Assert.Equal("ff02::2", IPv6Address.AllRouters.ToString());
        Assert.Equal("ff:ff:ff:ff:ff:ff", MacAddress.Broadcast.ToString());
        // RFC 4291 section 2.7.1
        Assert.Equal("ff02::1:ff0e:8c6c", IPv6Address.Parse("4037::01:800:200E:8C6C").SolicitedNode.ToString());
        Assert.Equal("::ffff:192.0.2.1", new IPv4Address(192, 0, 2, 1).MapToIPv6().ToString());
        Assert.Equal("192.0.2.1", IPv6Address.Parse("::ffff:192.0.2.1").MapToIPv4().ToString());
    }

    [Theory]
    [InlineData("127.255.0.1", nameof(IPv4Address.IsLoopback))]
    [InlineData("224.0.0.0", nameof(IPv4Address.IsMulticast))]
    [InlineData("239.255.255.255", nameof(IPv4Address.IsMulticast))]
    [InlineData("240.0.0.0", "")]
    [InlineData("223.255.255.255", "")]
    [InlineData("169.254.1.1", nameof(IPv4Address.IsLinkLocal))]
    [InlineData("10.255.0.1", nameof(IPv4Address.IsPrivate))]
    [InlineData("172.16.0.0", nameof(IPv4Address.IsPrivate))]
    [InlineData("172.31.255.255", nameof(IPv4Address.IsPrivate))]
    [InlineData("172.32.0.0", "")]
    [InlineData("192.168.1.1", nameof(IPv4Address.IsPrivate))]
    [InlineData("192.169.0.0", "")]
    public void Ranges_of_IPv4(string text, string kind)
    {
        var address = IPv4Address.Parse(text);
        Assert.Equal(kind, string.Concat(
            address.IsLoopback ? nameof(address.IsLoopback) : "",
            address.IsMulticast ? nameof(address.IsMulticast) : "",
            address.IsLinkLocal ? nameof(address.IsLinkLocal) : "",
            address.IsPrivate ? nameof(address.IsPrivate) : ""));
    }

    [Theory]
    [InlineData("::1", nameof(IPv6Address.IsLoopback))]
    [InlineData("ff00::", nameof(IPv6Address.IsMulticast))]
    [InlineData("fe80::", nameof(IPv6Address.IsLinkLocal))]
    [InlineData("febf:ffff::1", nameof(IPv6Address.IsLinkLocal))]
    [InlineData("fec0::", "")]
    [InlineData("fc00::", nameof(IPv6Address.IsUniqueLocal))]
    [InlineData("fdff::1", nameof(IPv6Address.IsUniqueLocal))]
    [InlineData("fe00::", "")]
    [InlineData("::ffff:1.2.3.4", nameof(IPv6Address.IsIPv4Mapped))]
    [InlineData("::fffe:1.2.3.4", "")]
    [InlineData("2001:db8::1", "")]
    public void Ranges_of_IPv6(string text, string kind)
    {
        var address = IPv6Address.Parse(text);
        Assert.Equal(kind, string.Concat(
            address.IsLoopback ? nameof(address.IsLoopback) : "",
            address.IsMulticast ? nameof(address.IsMulticast) : "",
            address.IsLinkLocal ? nameof(address.IsLinkLocal) : "",
            address.IsUniqueLocal ? nameof(address.IsUniqueLocal) : "",
            address.IsIPv4Mapped ? nameof(address.IsIPv4Mapped) : ""));
    }

    [Fact]
    public void Kinds_of_MAC()
    {
        Assert.True(MacAddress.Broadcast is { IsBroadcast: true, IsMulticast: true });
        Assert.True(MacAddress.Parse("01:00:5e:00:00:01") is { IsBroadcast: false, IsMulticast: true, IsLocallyAdministered: false, Oui: 0x01005E });
        Assert.True(MacAddress.Parse("02:00:00:00:00:01") is { IsMulticast: false, IsLocallyAdministered: true });
        Assert.True(MacAddress.Parse("00:1b:21:00:00:01") is { IsMulticast: false, IsLocallyAdministered: false, Oui: 0x001B21 });
    }

    [Fact]
    public void Addresses_have_an_order()
    {
        Assert.True(new IPv4Address(9, 0, 0, 0).CompareTo(new(10, 0, 0, 0)) < 0);
        Assert.True(IPv6Address.Loopback.CompareTo(IPv6Address.Any) > 0);
        Assert.Equal(0, MacAddress.Broadcast.CompareTo(MacAddress.Broadcast));
    }

    [Fact]
    public void Interpolation_and_formats()
    {
        var address = new IPv4Address(192, 0, 2, 1);
        Assert.Equal("192.0.2.1:80", string.Create(CultureInfo.InvariantCulture, $"{address}:{80}"));
        Assert.Throws<FormatException>(() => $"{address:x}");
    }

    [Fact]
    public void Text_does_not_allocate()
    {
        Span<char> text = stackalloc char[45];
        Span<byte> utf8 = stackalloc byte[45];
        Run(text, utf8);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run(text, utf8);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static void Run(Span<char> text, Span<byte> utf8)
        {
            Assert.True(IPv4Address.TryParse("192.0.2.1", out var four) && four.TryFormat(text, out _) && four.TryFormat(utf8, out _));
            Assert.True(IPv6Address.TryParse("2001:db8::192.0.2.1", out var six) && six.TryFormat(text, out _) && six.TryFormat(utf8, out _));
            Assert.True(MacAddress.TryParse("00-11-22-33-44-55", out var mac) && mac.TryFormat(text, out _) && mac.TryFormat(utf8, out _));
            Assert.False(IPv6Address.TryParse("2001:db8::g", out _));
        }
    }

    // Through the interfaces, in UTF-16 and UTF-8: what generic code sees.
    private static T Read<T>(string text) where T : struct, ISpanParsable<T>, IUtf8SpanParsable<T>
    {
        var address = T.Parse(text, null);
        Assert.Equal(address, T.Parse(text.AsSpan(), null));
        Assert.Equal(address, T.Parse(Encoding.UTF8.GetBytes(text), null));
        Assert.True(T.TryParse(text, null, out var other));
        Assert.Equal(address, other);
        Assert.True(T.TryParse(text.AsSpan(), null, out other));
        Assert.Equal(address, other);
        Assert.True(T.TryParse(Encoding.UTF8.GetBytes(text), null, out other));
        Assert.Equal(address, other);
        return address;
    }

    private static void Refused<T>(string text) where T : struct, ISpanParsable<T>, IUtf8SpanParsable<T>
    {
        Assert.Throws<FormatException>(() => T.Parse(text, null));
        Assert.Throws<FormatException>(() => T.Parse(text.AsSpan(), null));
        Assert.Throws<FormatException>(() => T.Parse(Encoding.UTF8.GetBytes(text), null));
        Assert.False(T.TryParse(text, null, out var other));
        Assert.Equal(default, other);
        Assert.False(T.TryParse(text.AsSpan(), null, out _));
        Assert.False(T.TryParse(Encoding.UTF8.GetBytes(text), null, out _));
    }

    private static string Written<T>(T address) where T : struct, ISpanFormattable, IUtf8SpanFormattable
    {
        string text = address.ToString()!;
        var chars = new char[text.Length];
        Assert.True(address.TryFormat(chars, out int written, default, null));
        Assert.Equal((text, text.Length), (new string(chars), written));
        Assert.False(address.TryFormat(chars.AsSpan(1), out written, default, null));
        Assert.Equal(0, written);
        var bytes = new byte[text.Length];
        Assert.True(address.TryFormat(bytes, out written, default, null));
        Assert.Equal((text, text.Length), (Encoding.UTF8.GetString(bytes), written));
        Assert.False(address.TryFormat(bytes.AsSpan(1), out written, default, null));
        Assert.Equal(0, written);
        return text;
    }
}
