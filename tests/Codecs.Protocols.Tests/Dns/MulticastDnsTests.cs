namespace Codecs.Protocols.Tests.Dns;

public sealed class MulticastDnsTests
{
    // RFC 6762 sections 5.4 and 8.2: who has the printers of this link, and may I be one?
    private const string Query = "0000 0000 0002 0000 0001 0000" + "045F697070045F746370056C6F63616C00 000C 8001" + "077072696E746572C00C 00FF 0001"
        + "C021 0021 0001 00000078 000D 0000 0000 0277 04686F7374C016";

    [Fact]
    public void Parse()
    {
        Assert.True(MulticastDnsMessage.TryParse(Expect.Hex(Query), out var message));
        var question = message.Questions.First;
        Assert.Equal(("_ipp._tcp.local.", DnsType.Ptr, true, DnsClass.Internet), (question.Name.ToString(), question.Type, question.UnicastResponse, question.Class));
        Assert.False(message.Questions.ElementAt(1).UnicastResponse);
        var probe = message.Authorities.First;
        Assert.Equal(("printer._ipp._tcp.local.", false, DnsClass.Internet, 120u), (probe.Name.ToString(), probe.CacheFlush, probe.Class, probe.TimeToLive.Seconds));
        Assert.True(probe.TryGet(out SrvRecord srv));
        Assert.Equal((631, "host.local."), (srv.Port, srv.Target.ToString()));
    }

    [Fact]
    public void Build()
    {
        byte[] bytes = new MulticastDnsMessage
        {
            IsResponse = true,
            AuthoritativeAnswer = true,
            Answers = new ListBuilder<MulticastDnsRecord>
            {
                new MulticastDnsRecord { Name = "host.local"u8, CacheFlush = true, Class = DnsClass.Internet, TimeToLive = 120 } / new ARecord { Address = new(192, 0, 2, 9) },
                new MulticastDnsRecord { Name = "host.local"u8, CacheFlush = true, Class = DnsClass.Internet, TimeToLive = 120 }
                    / new NsecRecord { NextDomainName = "host.local"u8, Types = DnsTypeBitmap.Create(DnsType.A) },
            },
        }.ToArray();
        Assert.Equal("0000" + "8400" + "0000" + "0002" + "0000" + "0000" + "04686F7374056C6F63616C00" + "0001" + "8001" + "00000078" + "0004" + "C0000209"
            + "C00C" + "002F" + "8001" + "00000078" + "000F" + "04686F7374056C6F63616C00" + "000140", Convert.ToHexString(bytes));
    }

    [Fact]
    public void RoundTrip()
    {
        Expect.Preserved<MulticastDnsMessage>(Expect.Hex(Query));
        Assert.True(MulticastDnsMessage.TryParse(Expect.Hex(Query), out var message));
        // The target is not compressed any more, so that all that relay the record can read it (RFC 3597 section 4).
        byte[] written = message.ToArray();
        Assert.Equal(Expect.Hex(Query).Length + 5, written.Length);
        Assert.True(MulticastDnsMessage.TryParse(written, out var again));
        Assert.True(again.Questions.First.Name == message.Questions.First.Name && again.Questions.First.UnicastResponse);
        Assert.True(again.Authorities.First.TryGet(out SrvRecord srv));
        Assert.Equal((631, "host.local."), (srv.Port, srv.Target.ToString()));
        Expect.RoundTrip<MulticastDnsMessage>(written);
    }

    [Fact]
    public void CutAtEveryLength() => Expect.Unfinished<MulticastDnsMessage>(Expect.Hex(Query));

    [Fact]
    public void WrongField() => Expect.Invalid<MulticastDnsMessage>(Expect.Hex(Query).With(33, 0x80), ParseError.Value, nameof(MulticastDnsMessage.Questions), 33);

    [Fact]
    public void It_is_what_its_port_says()
    {
        byte[] datagram = (new Udp { SourcePort = 5353, DestinationPort = 5353 } / new MulticastDnsMessage()).ToArray();
        Assert.True(Udp.TryParse(datagram, out var udp) && udp.TryGet(out MulticastDnsMessage _));
        Assert.False(udp.TryGet(out DnsMessage _));
        datagram = (new Udp { SourcePort = 40000, DestinationPort = 5355 } / new LlmnrMessage { Tentative = true, Conflict = true }).ToArray();
        Assert.True(Udp.TryParse(datagram, out udp));
        Assert.True(udp.TryGet(out LlmnrMessage link));
        Assert.Equal("0500", Convert.ToHexString(datagram, 10, 2));
        Assert.True(link.Tentative && link.Conflict && !link.Truncation);
    }
}
