using System.Text.Json;

namespace Codecs.Protocols.Tests.Dns;

/// <summary>Every DNS message of the captures, as another library reads it, and written again.</summary>
public sealed class DnsMessageCorpusTests
{
    private const int HeaderLength = 12;

    [CorpusFact]
    public void Another_reader_reads_the_same()
    {
        int messages = 0, records = 0, texts = 0;
        foreach (var entry in DnsCorpus.Messages)
        {
            byte[] wire = entry.Bytes("wire");
            string from = entry.Text("from");
            var result = DnsMessage.TryParse(wire, out var message);
            Assert.True(result, $"{from}: {result.Describe<DnsMessage>()}");
            messages++;
            Assert.Equal((entry.Number("id"), entry.Number("flags")), (message.Id, wire[2] << 8 | wire[3]));
            Assert.Equal(Flags(in message), entry.Number("flags") & ~0x0040);
            Assert.Equal(entry.GetProperty("counts").EnumerateArray().Select(count => count.GetInt32()), [message.QuestionCount, message.AnswerCount, message.AuthorityCount, message.AdditionalCount]);
            var questions = entry.GetProperty("question").EnumerateArray();
            foreach (var question in message.Questions)
            {
                Assert.True(questions.MoveNext(), from);
                Assert.Equal((questions.Current.Text("name"), questions.Current.Number("type"), questions.Current.Number("class")), (question.Name.ToString(), (int)question.Type, (int)question.Class), Names);
            }
            bool isUpdate = message.Opcode == DnsOpcode.Update;
            Compare(from, entry.GetProperty("answer"), message.Answers, isUpdate, ref records, ref texts);
            Compare(from, entry.GetProperty("authority"), message.Authorities, isUpdate, ref records, ref texts);
            Compare(from, entry.GetProperty("additional"), message.Additionals, isUpdate, ref records, ref texts);
            CompareEdns(from, entry, in message);
        }
        Assert.Equal(666, messages);
        Assert.InRange(records, 1900, int.MaxValue);
        Assert.InRange(texts, 1800, records);
    }

    [CorpusFact]
    public void Written_again_it_means_the_same_in_no_more_bytes()
    {
        byte[] written = new byte[65535], again = new byte[65535];
        int messages = 0, before = 0, after = 0;
        foreach (var entry in DnsCorpus.Messages)
        {
            byte[] wire = entry.Bytes("wire");
            var result = DnsMessage.TryParse(wire, out var message);
            Assert.True(message.TryWrite(written, out int kept, new WriteOptions { Mode = WriteMode.Preserve }));
            Assert.Equal(Convert.ToHexString(wire, 0, result.BytesConsumed), Convert.ToHexString(written, 0, kept));

            Assert.True(message.TryWrite(written, out int length));
            Assert.Equal(length, DnsMessage.TryParse(written.AsSpan(0, length), out var other).BytesConsumed);
            Assert.Equal(Show(in message), Show(in other));
            // No longer than the original, but for names that this one compressed where it should not have (RFC 3597 section 4).
            int plain = 0;
            foreach (var (offset, isPlain) in HandMadeRelay.NamesIn(wire))
                plain += isPlain ? DnsName.TryParse(wire, offset, default, out var name) is var read ? name.Length - read.BytesConsumed : 0 : 0;
            Assert.InRange(length, HeaderLength, result.BytesConsumed + plain);
            Assert.InRange(length, HeaderLength, message.GetMaxSize());
            // Room for what it takes is enough, less is not.
            Assert.True(message.TryWrite(again.AsSpan(0, length), out int same) && same == length);
            Assert.False(message.TryWrite(again.AsSpan(0, length - 1), out same) || same != 0);
            // What has been compressed well stays as it is.
            Assert.True(other.TryWrite(again, out same));
            Assert.Equal(Convert.ToHexString(written, 0, length), Convert.ToHexString(again, 0, same));
            messages++;
            before += result.BytesConsumed + plain;
            after += length;
        }
        Assert.Equal(666, messages);
        Assert.InRange(after, 1, before);
    }

    [CorpusFact]
    public void Every_record_goes_through_its_line()
    {
        byte[] line = new byte[200_000], scratch = new byte[70_000];
        int records = 0;
        foreach (var entry in DnsCorpus.Messages)
        {
            Assert.True(DnsMessage.TryParse(entry.Bytes("wire"), out var message));
            Check(message.Answers);
            Check(message.Authorities);
            Check(message.Additionals);
        }
        Assert.InRange(records, 1900, int.MaxValue);

        void Check(MessageList<DnsRecord> section)
        {
            foreach (var record in section)
            {
                if (record.Type is DnsType.Opt or DnsType.Tsig)
                    continue;
                Assert.True(record.TryFormat(line, out int length));
                string text = System.Text.Encoding.UTF8.GetString(line, 0, length);
                var result = DnsRecord.TryParseText(line.AsSpan(0, length), scratch, out var again);
                Assert.True(result, $"{text}: {result}");
                Assert.Equal(text, again.ToString().Length < 16_000 ? again.ToString() : text);
                records++;
            }
        }
    }

    // One message after the other, however the stream is cut: done-when of the other readers of streams/dns.
    [CorpusFact]
    public void Streams_have_the_messages_that_another_reader_finds()
    {
        int messages = 0;
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Corpus, "streams", "dns"), "*.jsonl"))
        {
            var expected = File.ReadLines(file).Skip(1).Select(line => JsonDocument.Parse(line).RootElement).ToList();
            foreach (string direction in new[] { "c2s", "s2c" })
            {
                byte[] stream = File.ReadAllBytes($"{file[..^".jsonl".Length]}.{direction}.bin");
                int at = 0;
                foreach (var entry in expected.Where(entry => entry.Text("dir") == direction))
                {
                    bool isCut = entry.TryGetProperty("incomplete", out var incomplete) && incomplete.GetBoolean();
                    Assert.Equal(entry.Number("off"), at);
                    var result = DnsOverTcp.TryParse(stream.AsSpan(at), out var over);
                    if (isCut)
                    {
                        Assert.Equal(System.Buffers.OperationStatus.NeedMoreData, result.Status);
                        Assert.InRange(result.BytesNeeded, stream.Length - at + 1, entry.Number("payload_length") + 2);
                        at = stream.Length;
                        continue;
                    }
                    Assert.True(result, $"{file} {at}: {result.Describe<DnsOverTcp>()}");
                    Assert.Equal((entry.Number("len"), entry.Number("payload_length")), (result.BytesConsumed, over.Length));
                    at += result.BytesConsumed;
                    messages++;
                }
                Assert.Equal(stream.Length, at);
            }
        }
        Assert.InRange(messages, 30, int.MaxValue);
    }

    private static IEqualityComparer<(string Name, int Type, int Class)> Names { get; } = EqualityComparer<(string Name, int Type, int Class)>.Create(
        (one, other) => string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase) && (one.Type, one.Class) == (other.Type, other.Class));

    private static int Flags(scoped in DnsMessage message) => (message.IsResponse ? 0x8000 : 0) | (int)message.Opcode << 11 | (message.AuthoritativeAnswer ? 0x0400 : 0) | (message.Truncation ? 0x0200 : 0)
        | (message.RecursionDesired ? 0x0100 : 0) | (message.RecursionAvailable ? 0x0080 : 0) | (message.AuthenticData ? 0x0020 : 0) | (message.CheckingDisabled ? 0x0010 : 0) | (int)message.ResponseCode;

    // The other reader keeps OPT and TSIG records elsewhere, and of updates has the class of the zone where the message has ANY or NONE.
    private static void Compare(string from, JsonElement expected, MessageList<DnsRecord> section, bool isUpdate, ref int records, ref int texts)
    {
        var others = expected.EnumerateArray();
        foreach (var record in section)
        {
            if (record.Type is DnsType.Opt or DnsType.Tsig)
                continue;
            Assert.True(others.MoveNext(), from);
            var other = others.Current;
            int found = isUpdate && record.Class is DnsClass.Any or DnsClass.None ? (int)DnsClass.Internet : (int)record.Class;
            Assert.Equal((other.Text("name"), other.Number("type"), other.Number("class")), (record.Name.ToString(), (int)record.Type, found), Names);
            Assert.Equal((uint)other.GetProperty("ttl").GetInt64(), record.TimeToLive.Seconds);
            records++;
            if (!other.TryGetProperty("text", out var property) || property.GetString() is not { Length: > 0 } text || (text.StartsWith(@"\#", StringComparison.Ordinal) && Enum.IsDefined(record.Type)))
                continue;
            string line = record.ToString(), shown = line[(line.IndexOf(' ' + DnsMnemonic.ToString(record.Type) + ' ', StringComparison.Ordinal) + DnsMnemonic.ToString(record.Type).Length + 2)..];
            Assert.Equal(RecordVectorTests.Normal(record.Type, text), RecordVectorTests.Normal(record.Type, shown));
            texts++;
        }
        Assert.False(others.MoveNext(), from);
    }

    private static void CompareEdns(string from, JsonElement entry, scoped in DnsMessage message)
    {
        int version = entry.Number("edns");
        Assert.Equal(version >= 0, message.TryGetEdns(out var edns));
        if (version < 0)
            return;
        Assert.Equal((version, entry.Number("payload"), (entry.Number("edns_flags") & 0x8000) != 0), (edns.Version, edns.UdpPayloadSize, edns.DnssecOk));
        var others = entry.GetProperty("options").EnumerateArray();
        Assert.True(message.TryGetEdnsOptions(out var options));
        foreach (var option in options)
        {
            Assert.True(others.MoveNext(), from);
            Assert.Equal((others.Current[0].GetInt32(), others.Current[1].GetString()), ((int)option.Code, Convert.ToHexStringLower(option.Data)));
        }
        Assert.False(others.MoveNext() || options.IsMalformed, from);
    }

    private static string Show(scoped in DnsMessage message)
    {
        var lines = new List<string> { $"{message.Id} {Flags(in message):X4}" };
        foreach (var question in message.Questions)
            lines.Add($"{question.Name.ToString()} {question.Type} {question.Class}");
        foreach (var section in new[] { 0, 1, 2 })
        {
            foreach (var record in section == 0 ? message.Answers : section == 1 ? message.Authorities : message.Additionals)
                lines.Add($"{section} {record.ToString()}");
        }
        return string.Join('\n', lines);
    }
}
