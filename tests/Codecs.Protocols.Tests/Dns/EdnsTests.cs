namespace Codecs.Protocols.Tests.Dns;

public sealed class EdnsTests
{
    // RFC 6891 section 6.1.3, RFC 3225, RFC 9824 section 5.1.
    [Theory]
    [InlineData("04D0 00 00 8000", 1232, 0, 0, true, false)]
    [InlineData("FFFF FF 01 4000", 65535, 255, 1, false, true)]
    [InlineData("0000 00 00 0000", 0, 0, 0, false, false)]
    public void In_the_places_of_class_and_time_to_live(string hex, int size, int code, int version, bool dnssec, bool compact)
    {
        byte[] record = Expect.Hex("00 0029" + hex + "0000");
        Assert.True(DnsRecord.TryParse(record, out var opt));
        var edns = opt.Edns;
        Assert.Equal((size, code, version, dnssec, compact), (edns.UdpPayloadSize, edns.ExtendedResponseCode, edns.Version, edns.DnssecOk, edns.CompactAnswersOk));
        Assert.Equal(record, new DnsRecord { Edns = edns }.ToArray());
        Expect.RoundTrip<Edns>(Expect.Hex(hex));
        Assert.True(opt.TryGet(out OptRecord none) && none.Options.Count == 0);
    }

    // The examples follow the diagrams of RFC 5001, 7314, 7828, 7830, 7871, 7873, 8145 and 8914.
    [Fact]
    public void Options()
    {
        byte[] bytes = Expect.Hex("0003 0003 6E7331" + "0008 0007 0001 18 00 C00002" + "0009 0004 00000E10" + "000A 0010 0102030405060708 1112131415161718" + "000B 0002 0064" + "000B 0000"
            + "000C 0003 000000" + "000E 0004 4A5C 4F66" + "000F 0004 0012 6E6F" + "FDE9 0001 2A");
        Assert.True(OptRecord.TryParse(bytes, out var opt));
        var options = opt.Options;
        Assert.Equal(10, options.Count);
        Assert.True(options.ElementAt(0).TryGet(out EdnsNameServerIdentifier nsid) && nsid.Identifier.SequenceEqual("ns1"u8));
        Assert.True(options.ElementAt(1).TryGet(out EdnsClientSubnet subnet));
        Assert.Equal((1, 24, 0, "C00002"), (subnet.Family, subnet.SourcePrefixLength, subnet.ScopePrefixLength, Convert.ToHexString(subnet.Address)));
        Assert.True(options.ElementAt(2).TryGet(out EdnsExpire expire) && expire.Seconds == 3600);
        Assert.True(options.ElementAt(3).TryGet(out EdnsCookie cookie) && cookie.ClientCookie[7] == 8 && cookie.ServerCookie.Length == 8);
        Assert.True(options.ElementAt(4).TryGet(out EdnsTcpKeepalive keepalive) && keepalive.Timeout == 100);
        Assert.True(options.ElementAt(5).TryGet(out keepalive) && keepalive.Timeout is null);
        Assert.True(options.ElementAt(6).TryGet(out EdnsPadding padding) && padding.Padding.Length == 3);
        Assert.True(options.ElementAt(7).TryGet(out EdnsKeyTag tags));
        Assert.Equal(19036, tags.KeyTags[0]);
        Assert.True(options.ElementAt(8).TryGet(out EdnsExtendedError error));
        Assert.Equal((DnsExtendedErrorCode.Prohibited, "no"), (error.InfoCode, System.Text.Encoding.UTF8.GetString(error.ExtraText.Bytes)));
        Assert.Equal((65001, "2A"), ((int)options.ElementAt(9).Code, Convert.ToHexString(options.ElementAt(9).Data)));
        Expect.RoundTrip<OptRecord>(bytes);

        byte[] record = [0, 0, 41, 4, 208, 0, 0, 0, 0, 0, (byte)bytes.Length, .. bytes];
        Assert.True(DnsRecord.TryParse(record, out var shown));
        Assert.Equal("; EDNS: version: 0, flags:; udp: 1232; NSID: 6e7331; CLIENT-SUBNET: 1 24 0 c00002; EXPIRE: 3600; COOKIE: 0102030405060708 1112131415161718; TCP-KEEPALIVE: 100; TCP-KEEPALIVE: "
            + "; PAD: 000000; KEY-TAG: 19036 20326; EDE: 18 \"no\"; OPT=65001: 2a", shown.ToString());
    }
}
