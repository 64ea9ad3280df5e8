using System.Buffers;
using System.Diagnostics;

namespace Codecs.Protocols.Tests.Dns;

/// <summary>Messages that are made to do harm: an error value, in bounded time, with nothing allocated.</summary>
public sealed class DnsMessageHostileTests
{
    private const string Head = "0000 8180 0001 0001 0000 0000";

    // The owner points to itself; to a label that leads back to it; to the question that points to it; past all labels.
    [Theory]
    [InlineData("C00C 0001 0001")]
    [InlineData("0161 C00C 0001 0001")]
    [InlineData("C00E C00C 0001 0001")]
    [InlineData("00 0001 0001 C011 0001 0001 00000000 0000")]
    [InlineData("00 0001 0001 0161 C011 0001 0001 00000000 0000")]
    [InlineData("00 0001 0001 C013 C011 0001 0001 00000000 0000")]
    [InlineData("00 0001 0001 FFFF 0001 0001 00000000 0000")]
    [InlineData("40 0001 0001")]
    [InlineData("80 0001 0001")]
    public void Names_that_have_no_end(string rest)
    {
        var result = DnsMessage.TryParse(Expect.Hex(Head + rest), out _);
        Assert.Equal((OperationStatus.InvalidData, ParseError.Value), (result.Status, result.Error));
    }

    // The data of a record may point to itself too; the record is one, its data is none of its type.
    [Fact]
    public void Names_in_data_that_have_no_end()
    {
        Assert.True(DnsMessage.TryParse(Expect.Hex("0000 8180 0000 0001 0000 0000" + "00 0005 0001 00000000 0002 C017"), out var message));
        Assert.Equal(ParseError.Value, message.Answers.First.TryGet(out CnameRecord _).Error);
    }

    // As many pointers as fit, each to the one before: followed for every record, that would take quadratic time.
    [Fact]
    public void Chains_of_pointers()
    {
        byte[] message = new byte[65535];
        message[2] = 0x80;
        int at = 12, records = 0;
        // The first record's data is a chain of 127 labels; each owner afterwards goes through all of it.
        message[at] = 0;
        at += 1;
        (message[at + 1], message[at + 3]) = (10, 1);
        int data = at + 10, labels = 127;
        at = data;
        int previous = -1;
        for (int i = 0; i < labels; i++)
        {
            int here = at;
            message[at++] = 1;
            message[at++] = (byte)'a';
            if (previous < 0)
            {
                message[at++] = 0;
            }
            else
            {
                message[at++] = (byte)(0xC0 | previous >> 8);
                message[at++] = (byte)previous;
            }
            previous = here;
        }
        (message[data - 2], message[data - 1]) = ((byte)((at - data) >> 8), (byte)(at - data));
        records++;
        for (; at + 12 <= message.Length; records++)
        {
            message[at] = (byte)(0xC0 | previous >> 8);
            message[at + 1] = (byte)previous;
            (message[at + 3], message[at + 5]) = (10, 1);
            at += 12;
        }
        (message[6], message[7]) = ((byte)(records >> 8), (byte)records);
        long start = Stopwatch.GetTimestamp();
        Assert.True(DnsMessage.TryParse(message.AsSpan(0, at), out var parsed));
        int found = 0;
        foreach (var record in parsed.Answers)
            found += record.Name.LabelCount;
        Assert.Equal(127 * (records - 1), found);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(2));
        // One label more is one too many.
        byte[] longer = [0, 0, 0x80, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, (byte)'a', .. new byte[300]];
        Assert.False(DnsMessage.TryParse(longer.AsSpan(0, 20), out _));
    }

    [Fact]
    public void Promises_cost_nothing()
    {
        byte[] header = Expect.Hex("0000 8180 FFFF FFFF FFFF FFFF");
        long allocated = GC.GetAllocatedBytesForCurrentThread(), start = Stopwatch.GetTimestamp();
        for (int i = 0; i < 10_000; i++)
        {
            if (DnsMessage.TryParse(header, out _).Status != OperationStatus.NeedMoreData)
                Assert.Fail("It is unfinished.");
        }
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(1));
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - allocated);
        Assert.InRange(DnsMessage.TryParse(header, out _).BytesNeeded, 13, 17);
    }

    [CorpusFact]
    public void Every_beginning_of_every_message()
    {
        byte[] buffer = new byte[65535];
        foreach (var entry in DnsCorpus.Messages)
        {
            byte[] wire = entry.Bytes("wire");
            int whole = DnsMessage.TryParse(wire, out _).BytesConsumed;
            for (int length = 0; length < whole; length++)
            {
                var result = DnsMessage.TryParse(wire.AsSpan(0, length), out _);
                Assert.Equal(OperationStatus.NeedMoreData, result.Status);
                Assert.InRange(result.BytesNeeded, length + 1, whole);
            }
        }
    }

    // Everything that can be done with a message, on what is left of one: no exception but for data that cannot be written, no byte of memory.
    [CorpusFact]
    public void A_million_mutations()
    {
        byte[][] samples = [.. DnsCorpus.Messages.Select(entry => entry.Bytes("wire")).Where(wire => wire.Length <= 600)];
        byte[] input = new byte[1024], output = new byte[65535];
        var random = new Random(1034);
        for (int i = 0; i < 2000; i++)
            Use(samples[i % samples.Length], output);
        int parsed = 0, written = 0;
        long allocated = 0, longest = 0;
        for (int i = 0; i < 1_000_000; i++)
        {
            byte[] sample = samples[random.Next(samples.Length)];
            int length = Mutate(random, sample, input);
            long before = GC.GetAllocatedBytesForCurrentThread(), start = Stopwatch.GetTimestamp();
            int outcome = Use(input.AsSpan(0, length), output);
            longest = Math.Max(longest, Stopwatch.GetTimestamp() - start);
            // What throws allocates the exception.
            if (outcome != 2)
                allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            parsed += outcome > 0 ? 1 : 0;
            written += outcome == 1 ? 1 : 0;
        }
        Assert.InRange(parsed, 100_000, 990_000);
        Assert.InRange(written, 50_000, parsed);
        // Less than a byte a message: the pool of arrays gives some back when the collector runs, and rents new ones.
        Assert.InRange(allocated, 0, 1_000_000);
        Assert.True(Stopwatch.GetElapsedTime(0, longest) < TimeSpan.FromSeconds(2));
    }

    // 0: no message; 1: a message, also when written; 2: a message with data that cannot be written anew.
    private static int Use(ReadOnlySpan<byte> input, Span<byte> output)
    {
        if (!DnsMessage.TryParse(input, out var message))
            return 0;
        int labels = 0;
        foreach (var question in message.Questions)
            labels += question.Name.LabelCount;
        Walk(message.Answers, ref labels);
        Walk(message.Authorities, ref labels);
        Walk(message.Additionals, ref labels);
        message.TryGetEdns(out _);
        if (!message.TryWrite(output, out int kept, new WriteOptions { Mode = WriteMode.Preserve }) || !output[..kept].SequenceEqual(input[..kept]))
            Assert.Fail(Convert.ToHexString(input));
        int length;
        try
        {
            if (!message.TryWrite(output, out length))
                Assert.Fail(Convert.ToHexString(input));
        }
        catch (InvalidOperationException)
        {
            return 2;
        }
        if (!DnsMessage.TryParse(output[..length], out var again) || again.AnswerCount != message.AnswerCount)
            Assert.Fail(Convert.ToHexString(input));
        return 1;
    }

    private static void Walk(MessageList<DnsRecord> section, ref int labels)
    {
        foreach (var record in section)
        {
            labels += record.Name.LabelCount + record.Name.GetHashCode() % 2;
            var seen = new Seen();
            Show(in record, ref seen);
            labels += seen.Values;
        }
    }

    private static void Show<T>(scoped in T value, ref Seen visitor) where T : IVisitable<T>, allows ref struct => value.Visit(ref visitor);

    private static int Mutate(Random random, byte[] sample, byte[] input)
    {
        sample.CopyTo(input, 0);
        int length = random.Next(8) == 0 ? random.Next(sample.Length + 1) : sample.Length;
        for (int changes = random.Next(1, 4); changes > 0 && length > 0; changes--)
        {
            int at = random.Next(length);
            switch (random.Next(4))
            {
                case 0:
                    input[at] = (byte)random.Next(256);
                    break;
                case 1:
                    input[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2 when at + 1 < length:
                    (input[at], input[at + 1]) = (0xC0, (byte)random.Next(length));
                    break;
                case 3:
                    int from = random.Next(length), size = Math.Min(random.Next(20), length - Math.Max(from, at));
                    input.AsSpan(from, size).CopyTo(input.AsSpan(at));
                    break;
            }
        }
        return length;
    }

    // Looks at every field.
    private ref struct Seen : IFieldVisitor
    {
        public int Values { get; private set; }

        void IFieldVisitor.Malformed<T>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value, ParseResult result) => Values++;

        void IFieldVisitor.Message<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) => value.Visit(ref this);

        void IFieldVisitor.Scalar<T>(in FieldDescription field, int bitOffset, int bitWidth, T value) => Values++;

        void IFieldVisitor.Bytes(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value) => Values += value.Length;

        void IFieldVisitor.Text(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value) => Values += value.Length;

        void IFieldVisitor.Messages<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
        {
            var items = elements;
            while (items.MoveNext())
                items.Current.Visit(ref this);
        }

        void IFieldVisitor.Values<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
        {
            var items = elements;
            while (items.MoveNext())
                Values++;
        }

        void IFieldVisitor.Scalars<T>(in FieldDescription field, int bitOffset, scoped in ScalarList<T> value) => Values += value.Count;

        void IFieldVisitor.Value<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) => Values++;
    }
}
