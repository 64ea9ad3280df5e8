namespace Codecs.Protocols.Tests.Dns;

/// <summary>Messages written record by record, compressed, into a given size.</summary>
public sealed class DnsMessageWriterTests
{
    private static readonly DnsMessageHead s_response = new(Id: 0x1234, IsResponse: true);

    // RFC 1035 section 4.1.4: each name is a pointer to where it, or its end, stands already.
    [Fact]
    public void Names_are_compressed_against_all_that_was_written()
    {
        Span<byte> buffer = stackalloc byte[512];
        var writer = new DnsMessage.Writer(buffer, s_response.ToMessage());
        Assert.True(writer.TryAddToQuestions(new DnsQuestion { Name = "www.example.com"u8, Type = DnsType.A, Class = DnsClass.Internet }));
        Assert.True(writer.TryAddToAnswers(new DnsRecord { Name = "www.example.com"u8, Class = DnsClass.Internet, TimeToLive = 300 } / new CnameRecord { CanonicalName = "web.example.com"u8 }));
        Assert.True(writer.TryAddToAnswers(new DnsRecord { Name = "web.example.com"u8, Class = DnsClass.Internet, TimeToLive = 60 } / new ARecord { Address = new(192, 0, 2, 1) }));
        // RFC 3597 section 4: not in data of younger types; but later names refer to it.
        Assert.True(writer.TryAddToAuthorities(new DnsRecord { Name = "_x._tcp.example.com"u8, Class = DnsClass.Internet } / new SrvRecord { Port = 53, Target = "ns.example.com"u8 }));
        Assert.True(writer.TryAddToAdditionals(new DnsRecord { Name = "ns.example.com"u8, Class = DnsClass.Internet } / new ARecord { Address = new(192, 0, 2, 2) }));
        Assert.True(writer.TryComplete(out int length));
        Assert.Equal("1234" + "8000" + "0001" + "0002" + "0001" + "0001" + "03777777076578616D706C6503636F6D00" + "0001" + "0001"
            + "C00C" + "0005" + "0001" + "0000012C" + "0006" + "03776562C010" + "C02D" + "0001" + "0001" + "0000003C" + "0004" + "C0000201"
            + "025F78045F746370C010" + "0021" + "0001" + "00000000" + "0016" + "0000" + "0000" + "0035" + "026E73076578616D706C6503636F6D00"
            + "C05D" + "0001" + "0001" + "00000000" + "0004" + "C0000202", Convert.ToHexString(buffer[..length]));
    }

    // RFC 2181 section 9: TC, and whole records.
    [Fact]
    public void A_message_that_outgrows_its_size_ends_at_a_record_with_TC()
    {
        Span<byte> buffer = stackalloc byte[512];
        var writer = new DnsMessage.Writer(buffer, s_response.ToMessage());
        Assert.True(writer.TryAddToQuestions(new DnsQuestion { Name = "many.example.com"u8, Type = DnsType.A, Class = DnsClass.Internet }));
        int records = 0;
        while (writer.TryAddToAnswers(new DnsRecord { Name = "many.example.com"u8, Class = DnsClass.Internet } / new ARecord { Address = new(192, 0, 2, (byte)records) }))
            records++;
        // 12 octets of header, 22 of the question, and 16 for each record.
        Assert.Equal((512 - 34) / 16, records);
        writer.Write(new DnsMessageHead(0x1234, IsResponse: true, Truncation: true).ToMessage());
        Assert.True(writer.TryComplete(out int length));
        Assert.Equal(34 + records * 16, length);
        Assert.True(DnsMessage.TryParse(buffer[..length], out var message));
        Assert.True(message.Truncation && message.IsResponse);
        Assert.Equal((1, records), (message.QuestionCount, message.AnswerCount));
    }

    // Whatever the size: what is written is a message with the first records.
    [Fact]
    public void Any_size()
    {
        byte[] whole = new byte[65535];
        int all = Write(whole, out int records);
        Assert.Equal(200, records);
        for (int size = 0; size < all; size++)
        {
            byte[] part = new byte[size];
            int length = Write(part, out int some);
            if (size < 12)
            {
                Assert.Equal(-1, length);
                continue;
            }
            Assert.InRange(some, 0, 199);
            Assert.Equal(length, DnsMessage.TryParse(part.AsSpan(0, length), out var message).BytesConsumed);
            Assert.Equal(some, message.AnswerCount);
            Assert.Equal(Convert.ToHexString(whole, 12, length - 12), Convert.ToHexString(part, 12, length - 12));
        }

        static int Write(Span<byte> buffer, out int records)
        {
            var writer = new DnsMessage.Writer(buffer, s_response.ToMessage());
            Span<byte> name = stackalloc byte[40];
            for (records = 0; records < 200; records++)
            {
                System.Text.Unicode.Utf8.TryWrite(name, $"host{records % 7}.net{records % 3}.example.com", out int length);
                bool isAdded = records % 2 == 0
                    ? writer.TryAddToAnswers(new DnsRecord { Name = name[..length], Class = DnsClass.Internet } / new MxRecord { Exchange = name[1..length] })
                    : writer.TryAddToAnswers(new DnsRecord { Name = name[..length], Class = DnsClass.Internet } / new SrvRecord { Target = name[2..length] });
                if (!isAdded)
                    break;
            }
            return writer.TryComplete(out int written) ? written : -1;
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        byte[] buffer = new byte[4096], copy = new byte[4096];
        long allocated = 0;
        for (int round = 0; round < 200; round++)
        {
            allocated = GC.GetAllocatedBytesForCurrentThread();
            var writer = new DnsMessage.Writer(buffer, s_response.ToMessage());
            writer.TryAddToQuestions(new DnsQuestion { Name = "www.example.com"u8, Type = DnsType.A, Class = DnsClass.Internet });
            writer.TryAddToAnswers(new DnsRecord { Name = "www.example.com"u8, TimeToLive = 300 } / new CnameRecord { CanonicalName = "web.example.com"u8 });
            writer.TryAddToAuthorities(new DnsRecord { Name = "example.com"u8 } / new SoaRecord { PrimaryServer = "ns.example.com"u8, ResponsibleMailbox = "root.example.com"u8 });
            writer.TryAddToAdditionals(new DnsRecord { Edns = new() { UdpPayloadSize = 1232 } } / new OptRecord());
            Assert.True(writer.TryComplete(out int length));
            Assert.True(DnsMessage.TryParse(buffer.AsSpan(0, length), out var message));
            foreach (var record in message.Authorities)
                Assert.True(record.TryGet(out SoaRecord _));
            Assert.True(message.TryGetEdns(out _));
            Assert.True(message.TryWrite(copy, out int again) && again == length);
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            if (allocated == 0)
                break;
        }
        Assert.Equal(0, allocated);
    }

    /// <summary>The header, which a ref struct cannot keep.</summary>
    private sealed record DnsMessageHead(ushort Id, bool IsResponse, bool Truncation = false)
    {
        public DnsMessage ToMessage() => new() { Id = Id, IsResponse = IsResponse, Truncation = Truncation };
    }
}
