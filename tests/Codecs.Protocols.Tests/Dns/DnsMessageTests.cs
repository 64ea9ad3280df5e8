namespace Codecs.Protocols.Tests.Dns;

public sealed class DnsMessageTests
{
    // RFC 1035 section 4.1: www.example.com is an alias of web.example.com, which has two addresses. Names are compressed.
    private const string Response = "1234 8180 0001 0003 0000 0001" + "03777777076578616D706C6503636F6D00 0001 0001"
        + "C00C 0005 0001 0000012C 0006 03776562C010" + "C02D 0001 0001 0000003C 0004 C0000201" + "C02D 001C 0001 0000003C 0010 20010DB8000000000000000000000001"
        + "00 0029 04D0 01008000 000C 000A 0008 0102030405060708";

    [Fact]
    public void Parse()
    {
        Assert.True(DnsMessage.TryParse(Expect.Hex(Response), out var message));
        Assert.Equal((0x1234, true, DnsOpcode.Query), (message.Id, message.IsResponse, message.Opcode));
        Assert.Equal((false, false, true, true, false, false), (message.AuthoritativeAnswer, message.Truncation, message.RecursionDesired, message.RecursionAvailable, message.AuthenticData, message.CheckingDisabled));
        Assert.Equal((1, 3, 0, 1), (message.QuestionCount, message.AnswerCount, message.AuthorityCount, message.AdditionalCount));
        var question = message.Questions.First;
        Assert.Equal(("www.example.com.", DnsType.A, DnsClass.Internet), (question.Name.ToString(), question.Type, question.Class));

        var alias = message.Answers.First;
        Assert.Equal(("www.example.com.", 300u, 6), (alias.Name.ToString(), alias.TimeToLive.Seconds, alias.DataLength));
        Assert.True(alias.TryGet(out CnameRecord cname));
        Assert.Equal("web.example.com.", cname.CanonicalName.ToString());
        Assert.Equal(ParseError.NotCarried, alias.TryGet(out ARecord _).Error);
        Assert.True(message.Answers.ElementAt(1).TryGet(out ARecord a));
        Assert.Equal(new IPv4Address(192, 0, 2, 1), a.Address);
        Assert.True(message.Answers.ElementAt(2).TryGet(out AaaaRecord aaaa));
        Assert.Equal("2001:db8::1", aaaa.Address.ToString());
        Assert.Equal("web.example.com. 60 IN AAAA 2001:db8::1", message.Answers.ElementAt(2).ToString());
    }

    [Fact]
    public void Build()
    {
        var message = new DnsMessage
        {
            Id = 0x1234,
            IsResponse = true,
            RecursionDesired = true,
            RecursionAvailable = true,
            Questions = new ListBuilder<DnsQuestion> { new DnsQuestion { Name = "www.example.com"u8, Type = DnsType.A, Class = DnsClass.Internet } },
            Answers = new ListBuilder<DnsRecord>
            {
                new DnsRecord { Name = "www.example.com"u8, Class = DnsClass.Internet, TimeToLive = 300 } / new CnameRecord { CanonicalName = "web.example.com"u8 },
                new DnsRecord { Name = "web.example.com"u8, Class = DnsClass.Internet, TimeToLive = 60 } / new ARecord { Address = new(192, 0, 2, 1) },
                new DnsRecord { Name = "web.example.com"u8, Class = DnsClass.Internet, TimeToLive = 60 } / new AaaaRecord { Address = new(new UInt128(0x20010DB8_00000000, 1)) },
            },
            Additionals = new ListBuilder<DnsRecord>
            {
                new DnsRecord { Edns = new() { UdpPayloadSize = 1232, ExtendedResponseCode = 1, DnssecOk = true } }
                    / new OptRecord { Options = new ListBuilder<EdnsOption> { new EdnsCookie { ClientCookie = [1, 2, 3, 4, 5, 6, 7, 8] } } },
            },
        };
        Assert.Equal(Response.Replace(" ", "", StringComparison.Ordinal), Convert.ToHexString(message.ToArray()));
    }

    [Fact]
    public void RoundTrip() => Expect.RoundTrip<DnsMessage>(Expect.Hex(Response));

    [Fact]
    public void CutAtEveryLength() => Expect.Unfinished<DnsMessage>(Expect.Hex(Response));

    [Fact]
    public void WrongField()
    {
        byte[] response = Expect.Hex(Response);
        // A pointer to itself, one to what comes after it, a label type that does not exist.
        Expect.Invalid<DnsMessage>(response.With(33, 0xC0, 33), ParseError.Value, nameof(DnsMessage.Answers), 33);
        Expect.Invalid<DnsMessage>(response.With(33, 0xC0, 45), ParseError.Value, nameof(DnsMessage.Answers), 33);
        Expect.Invalid<DnsMessage>(response.With(12, 0x43), ParseError.Value, nameof(DnsMessage.Questions), 12);
    }

    // RFC 1035 section 4.1.1, RFC 4035 sections 3.1.6 and 3.2: one bit each.
    [Theory]
    [InlineData("8000", nameof(DnsMessage.IsResponse))]
    [InlineData("0400", nameof(DnsMessage.AuthoritativeAnswer))]
    [InlineData("0200", nameof(DnsMessage.Truncation))]
    [InlineData("0100", nameof(DnsMessage.RecursionDesired))]
    [InlineData("0080", nameof(DnsMessage.RecursionAvailable))]
    [InlineData("0020", nameof(DnsMessage.AuthenticData))]
    [InlineData("0010", nameof(DnsMessage.CheckingDisabled))]
    public void Bits(string flags, string field)
    {
        byte[] bytes = Expect.Hex("0000" + flags + "0000 0000 0000 0000");
        Assert.True(DnsMessage.TryParse(bytes, out var message));
        string[] set = [.. new (string, bool)[]
        {
            (nameof(message.IsResponse), message.IsResponse), (nameof(message.AuthoritativeAnswer), message.AuthoritativeAnswer), (nameof(message.Truncation), message.Truncation),
            (nameof(message.RecursionDesired), message.RecursionDesired), (nameof(message.RecursionAvailable), message.RecursionAvailable),
            (nameof(message.AuthenticData), message.AuthenticData), (nameof(message.CheckingDisabled), message.CheckingDisabled),
        }.Where(bit => bit.Item2).Select(bit => bit.Item1)];
        Assert.Equal([field], set);
        Expect.RoundTrip<DnsMessage>(bytes);
    }

    [Fact]
    public void Opcodes_and_codes_without_names_are_kept()
    {
        byte[] bytes = Expect.Hex("0000 780F 0000 0000 0000 0000");
        Assert.True(DnsMessage.TryParse(bytes, out var message));
        Assert.Equal((15, 15), ((int)message.Opcode, (int)message.ResponseCode));
        Expect.RoundTrip<DnsMessage>(bytes);
        // The bit that must be zero is kept where everything is.
        Expect.Preserved<DnsMessage>(Expect.Hex("0000 0040 0000 0000 0000 0000"));
    }

    [Fact]
    public void Edns()
    {
        Assert.True(DnsMessage.TryParse(Expect.Hex(Response), out var message));
        Assert.True(message.TryGetEdns(out var edns));
        Assert.Equal(new Edns { UdpPayloadSize = 1232, ExtendedResponseCode = 1, DnssecOk = true }, edns);
        // RFC 6891 section 6.1.3: BADVERS is 16.
        Assert.Equal(DnsResponseCode.BadVersion, message.ExtendedResponseCode);
        Assert.True(message.TryGetEdnsOptions(out var options));
        Assert.True(options.First.TryGet(out EdnsCookie cookie));
        Assert.Equal("0102030405060708", Convert.ToHexString(cookie.ClientCookie));
        Assert.Equal("; EDNS: version: 0, flags: do; udp: 1232; COOKIE: 0102030405060708 -", message.Additionals.First.ToString());

        Assert.True(DnsMessage.TryParse(Expect.Hex("0000 0003 0000 0000 0000 0000"), out var plain));
        Assert.False(plain.TryGetEdns(out _) || plain.TryGetEdnsOptions(out _));
        Assert.Equal(DnsResponseCode.NameError, plain.ExtendedResponseCode);
    }

    [Fact]
    public void Edns_is_of_OPT_records_alone()
    {
        Assert.True(DnsMessage.TryParse(Expect.Hex(Response), out _));
        Assert.Equal(default, new DnsRecord { Type = DnsType.A }.Edns);
    }

    // RFC 1035 section 4.2.2.
    [Fact]
    public void Over_a_stream()
    {
        byte[] response = Expect.Hex(Response), framed = [0, (byte)response.Length, .. response];
        Assert.True(DnsOverTcp.TryParse([.. framed, 0, 1], out var over));
        Assert.Equal((response.Length, 0x1234, 3), (over.Length, over.Message.Id, over.Message.Answers.Count));
        Expect.RoundTrip<DnsOverTcp>(framed);
        Expect.Unfinished<DnsOverTcp>(framed);
        Assert.Equal(framed, new DnsOverTcp { Message = over.Message }.ToArray());
        // What the length leaves is no message.
        Assert.False(DnsOverTcp.TryParse(framed.With(1, (byte)(response.Length - 1)), out _));
    }

    [Fact]
    public void It_is_what_its_port_says()
    {
        byte[] datagram = (new Udp { SourcePort = 53, DestinationPort = 40000 } / new DnsMessage { Id = 7 }).ToArray();
        Assert.True(Udp.TryParse(datagram, out var udp) && udp.TryGet(out DnsMessage message) && message.Id == 7);
        datagram = (new Udp() / new DnsMessage()).ToArray();
        Assert.True(Udp.TryParse(datagram, out udp));
        Assert.Equal(53, udp.SourcePort);
        byte[] segment = (new Tcp { DestinationPort = 53 } / new DnsOverTcp { Message = new DnsMessage { Id = 8 } }).ToArray();
        Assert.True(Tcp.TryParse(segment, out var tcp) && tcp.TryGet(out DnsOverTcp over) && over.Message.Id == 8);
    }
}
