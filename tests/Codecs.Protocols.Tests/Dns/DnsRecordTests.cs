using System.Text;

namespace Codecs.Protocols.Tests.Dns;

public sealed class DnsRecordTests
{
    // RFC 1035 section 5.1: time to live and class in either order, or left out; a record between parentheses goes on in the next line.
    [Theory]
    [InlineData("example.com. 300 IN MX 10 mail.example.com.", "example.com. 300 IN MX 10 mail.example.com.")]
    [InlineData("example.com. IN 300 MX 10 mail.example.com.", "example.com. 300 IN MX 10 mail.example.com.")]
    [InlineData("example.com. 5m mx 10 mail.example.com.", "example.com. 300 IN MX 10 mail.example.com.")]
    [InlineData("example.com. CH MX 10 mail.example.com.", "example.com. 0 CH MX 10 mail.example.com.")]
    [InlineData("example.com MX 10 mail.example.com", "example.com. 0 IN MX 10 mail.example.com.")]
    [InlineData("  example.com.\t300\tIN\tMX\t( 10 ; preference\n mail.example.com. ) ; comment\nnext. A 192.0.2.1", "example.com. 300 IN MX 10 mail.example.com.")]
    [InlineData("example.com. 300 CLASS32 TYPE731 \\# 2 0102", "example.com. 300 CLASS32 TYPE731 \\# 2 0102")]
    [InlineData("example.com. 300 IN A \\# 4 C0000201", "example.com. 300 IN A 192.0.2.1")]
    [InlineData("a\\.b.example.com. 300 IN CNAME \\032.example.com.", "a\\.b.example.com. 300 IN CNAME \\032.example.com.")]
    // An address of CHAOS is another one (RFC 1035 section 3.4).
    [InlineData("example.com. 300 CH A \\# 5 016100C000", "example.com. 300 CH A \\# 5 016100c000")]
    // RFC 2136 sections 2.4 and 2.5: what an update names, and what it deletes.
    [InlineData("example.com. 0 ANY MX", "example.com. 0 ANY MX \\# 0")]
    [InlineData("example.com. 0 NONE ANY", "example.com. 0 NONE ANY \\# 0")]
    [InlineData("example.com. 0 ANY ANY \\# 0", "example.com. 0 ANY ANY \\# 0")]
    [InlineData("example.com. 0 NONE MX 10 mail.example.com.", "example.com. 0 NONE MX 10 mail.example.com.")]
    public void Lines(string line, string expected)
    {
        byte[] scratch = new byte[1000];
        Assert.True(DnsRecord.TryParseText(Encoding.ASCII.GetBytes(line), scratch, out var record));
        Assert.Equal(expected, record.ToString());
        Assert.True(DnsRecord.TryParse(record.ToArray(), out var again));
        Assert.Equal(expected, again.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("example.com.")]
    [InlineData("example.com. 300 IN")]
    [InlineData("example.com. 300 IN MX")]
    [InlineData("example.com. 300 IN MX 10")]
    [InlineData("example.com. 300 IN MX 10 mail. more")]
    [InlineData("example.com. 300 IN MX mail. 10")]
    [InlineData("example.com. 300 300 MX 10 mail.")]
    [InlineData("example.com. IN CH MX 10 mail.")]
    [InlineData("example.com. 300 IN NOTHING 10")]
    [InlineData("example.com. 300 IN TYPE731 0102")]
    [InlineData("example.com. 300 IN A \\# 3 C00002")]
    [InlineData("example.com. 300 IN A \\# 5 C000020100")]
    [InlineData("example.com. 300 IN MX ( 10 mail.")]
    [InlineData("example..com. 300 IN MX 10 mail.")]
    [InlineData("example.com. 300 IN A")]
    [InlineData("example.com. 300 IN MX 10 mail. \\# 1 00")]
    public void Refused(string line)
    {
        var result = DnsRecord.TryParseText(Encoding.ASCII.GetBytes(line), new byte[1000], out var record);
        Assert.Equal(ParseError.Syntax, result.Error);
        Assert.InRange(result.Offset, 0, line.Length);
        Assert.True(record.Data.IsEmpty && record.Name.IsRoot);
    }

    [Fact]
    public void Memory_that_is_too_small_is_a_limit()
    {
        byte[] line = Encoding.ASCII.GetBytes("example.com. 300 IN MX 10 mail.example.com.");
        for (int size = 0; size < 48; size++)
        {
            var result = DnsRecord.TryParseText(line, new byte[size], out _);
            Assert.True(result || result.Error == ParseError.Limit, $"{size}: {result}");
        }
        Assert.True(DnsRecord.TryParseText(line, new byte[100], out _));
    }

    [Fact]
    public void Malformed_data_is_shown_as_octets_and_kept()
    {
        // Less than an address, a name that points to itself, options that claim more than there is.
        foreach (var (type, data, text) in new[] { ("0001", "C00002", @"A \# 3 c00002"), ("0005", "C00B", @"CNAME \# 2 c00b"), ("0029", "00030005", @"OPT \# 4 00030005"), ("0010", "05616263", @"TXT \# 4 05616263") })
        {
            byte[] bytes = Expect.Hex("00" + type + "0001" + "00000000" + $"{data.Length / 2:X4}" + data);
            Assert.Equal(bytes.Length, DnsRecord.TryParse(bytes, out var record).BytesConsumed);
            Assert.Equal(". 0 IN " + text, record.ToString());
            Assert.Equal(bytes, Expect.Written(in record, WriteMode.Preserve));
        }
        // Pointers that mean nothing are not written where they would mean something.
        byte[] wrong = Expect.Hex("00 0005 0001 00000000 0002 C00B");
        Assert.Throws<InvalidOperationException>(() => { DnsRecord.TryParse(wrong, out var record); record.ToArray(); });
    }

    [Fact]
    public void Multicast_bits_are_comments()
    {
        Assert.True(MulticastDnsRecord.TryParse(Expect.Hex("0161 00 0001 8001 0000003C 0004 C0000201"), out var record));
        Assert.Equal("a. 60 IN A 192.0.2.1 ; cache-flush", Line(in record));
        Assert.True(MulticastDnsQuestion.TryParse(Expect.Hex("0161 00 0001 8001"), out var question));
        Assert.Equal("a. IN A ; unicast-response", Line(in question));

        static string Line<T>(scoped in T value) where T : IVisitable<T>, allows ref struct
        {
            byte[] line = new byte[100];
            var writer = new DnsLineWriter(line);
            writer.Write(in value);
            Assert.True(writer.TryEnd(out int length));
            return Encoding.ASCII.GetString(line, 0, length);
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        byte[] line = Encoding.ASCII.GetBytes("example.com. 300 IN MX 10 mail.example.com."), scratch = new byte[1000], text = new byte[1000];
        long allocated = 0;
        for (int round = 0; round < 200; round++)
        {
            allocated = GC.GetAllocatedBytesForCurrentThread();
            Assert.True(DnsRecord.TryParseText(line, scratch, out var record));
            Assert.True(record.TryFormat(text, out _));
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            if (allocated == 0)
                break;
            if (round % 20 == 19)
                Thread.Sleep(100);
        }
        Assert.Equal(0, allocated);
    }
}
