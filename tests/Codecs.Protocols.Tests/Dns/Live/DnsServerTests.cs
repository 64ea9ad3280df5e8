using System.Text;

namespace Codecs.Protocols.Tests.Dns.Live;

/// <summary>Names are resolved by a server that somebody else wrote.</summary>
public sealed class DnsServerTests
{
    [DnsServerFact]
    public void Names_are_resolved()
    {
        using var server = DnsServer.Start();
        var client = new DnsTestClient(server.EndPoint);
        Assert.Equal(["www.example.test. 300 IN A 192.0.2.1"], Answers(client.Ask("www.example.test", DnsType.A)));
        Assert.Equal(["www.example.test. 300 IN AAAA 2001:db8::1"], Answers(client.Ask("www.example.test", DnsType.Aaaa, 1232)));
        Assert.Equal(["alias.example.test. 300 IN CNAME www.example.test.", "www.example.test. 300 IN A 192.0.2.1"], Answers(client.Ask("alias.example.test", DnsType.A)));
        Assert.Equal(["example.test. 300 IN MX 10 mail.example.test."], Answers(client.Ask("example.test", DnsType.Mx)));
        Assert.Equal(["_sip._tcp.example.test. 300 IN SRV 1 2 5060 www.example.test."], Answers(client.Ask("_sip._tcp.example.test", DnsType.Srv)));
        Assert.Equal(["example.test. 300 IN TXT \"one\" \"two\""], Answers(client.Ask("example.test", DnsType.Txt)));
        Assert.Equal(["1.2.0.192.in-addr.arpa. 300 IN PTR www.example.test."], Answers(client.Ask("1.2.0.192.in-addr.arpa", DnsType.Ptr)));
        Assert.Equal(["example.test. 300 IN CAA 0 issue \"ca.example.net\""], Answers(client.Ask("example.test", DnsType.Caa)));
        Assert.Equal([@"example.test. 300 IN TYPE731 \# 3 0102ab"], Answers(client.Ask("example.test", (DnsType)731)));
        Assert.True(DnsMessage.TryParse(client.Ask("nobody.example.test", DnsType.A), out var none));
        Assert.Equal((DnsResponseCode.NameError, 0), (none.ResponseCode, none.AnswerCount));
    }

    [DnsServerFact]
    public void Edns_is_answered()
    {
        using var server = DnsServer.Start();
        var client = new DnsTestClient(server.EndPoint);
        Assert.True(DnsMessage.TryParse(client.Ask("www.example.test", DnsType.A, 1232), out var message));
        Assert.True(message.TryGetEdns(out var edns));
        Assert.InRange(edns.UdpPayloadSize, 512, 65535);
        Assert.True(DnsMessage.TryParse(client.Ask("www.example.test", DnsType.A), out message));
        Assert.False(message.TryGetEdns(out _));
    }

    [DnsServerFact]
    public void A_truncated_answer_is_asked_for_over_TCP()
    {
        using var server = DnsServer.Start();
        var client = new DnsTestClient(server.EndPoint);
        string[] answers = Answers(client.Ask("many.example.test", DnsType.A));
        Assert.True(client.WasTruncated);
        Assert.Equal(Enumerable.Range(1, DnsServer.ManyAddresses).Select(i => $"many.example.test. 300 IN A 198.51.100.{i}").Order(StringComparer.Ordinal), answers.Order(StringComparer.Ordinal));
        // With larger datagrams it fits into one.
        answers = Answers(client.Ask("many.example.test", DnsType.A, 4096));
        Assert.False(client.WasTruncated);
        Assert.Equal(DnsServer.ManyAddresses, answers.Length);
    }

    private static string[] Answers(byte[] response)
    {
        Assert.True(DnsMessage.TryParse(response, out var message));
        var lines = new List<string>();
        byte[] line = new byte[1000];
        foreach (var record in message.Answers)
        {
            Assert.True(record.TryFormat(line, out int length));
            lines.Add(Encoding.ASCII.GetString(line, 0, length));
        }
        return [.. lines];
    }
}
