using Codecs.CompilerServices;

namespace Codecs.Protocols.Tests.Dns;

/// <summary>Messages read record by record, in one pass that remembers names: what it finds must be what parsing the message finds.</summary>
public sealed class DnsMessageReaderTests
{
    private const int MaxAttempts = 3;

    // RFC 1035 section 4.1: each section in turn; names with pointers to those before, in the data too.
    [Fact]
    public void Record_by_record()
    {
        var reader = new DnsMessage.Reader(Expect.Hex("1234 8580 0001 0002 0001 0001" + "03777777 076578616D706C65 03636F6D 00 0001 0001"
            + "C00C 0005 0001 0000012C 0006 03776562 C010" + "C02D 0001 0001 0000003C 0004 C0000201" + "C010 0002 0001 00000000 0005 026E73 C010" + "C04F 0001 0001 00000000 0004 C0000202"));
        Assert.Equal((0x1234, true, true, false, DnsResponseCode.NoError), (reader.Id, reader.IsResponse, reader.AuthoritativeAnswer, reader.Truncation, reader.ResponseCode));
        Assert.Equal((1, 2, 1, 1), (reader.QuestionCount, reader.AnswerCount, reader.AuthorityCount, reader.AdditionalCount));
        Assert.True(reader.TryReadFromQuestions(out var question));
        Assert.Equal("www.example.com.", question.Name.ToString());
        Assert.False(reader.TryReadFromQuestions(out _));
        Assert.True(reader.TryReadFromAnswers(out var record));
        Assert.True(record.Name == question.Name);
        Assert.True(record.TryGet(out CnameRecord alias));
        Assert.Equal(("web.example.com.", 3, 17), (alias.CanonicalName.ToString(), alias.CanonicalName.LabelCount, alias.CanonicalName.Length));
        Assert.True(reader.TryReadFromAnswers(out record));
        Assert.True(record.Name == alias.CanonicalName);
        Assert.True(record.TryGet(out ARecord address));
        Assert.Equal("192.0.2.1", address.Address.ToString());
        Assert.False(reader.TryReadFromAnswers(out _));
        Assert.True(reader.TryReadFromAuthorities(out record));
        Assert.Equal(("example.com.", 2), (record.Name.ToString(), record.Name.LabelCount));
        Assert.True(record.TryGet(out NsRecord server));
        // What is set anew refers to nothing that was remembered.
        Assert.False((record with { Data = [0xC0, 0x10] }).TryGet(out NsRecord _));
        Assert.True(reader.TryReadFromAdditionals(out record));
        Assert.Equal((server.NameServer.ToString(), "ns.example.com."), (record.Name.ToString(), record.Name.ToString()));
        Assert.False(reader.TryReadFromAdditionals(out _));
        Assert.True(reader.Complete().Success);
    }

    // Names as compression makes them, and as nobody makes them: after each other, with what is remembered, each is what a reader that remembers nothing finds.
    [Fact]
    public void What_is_remembered_changes_no_name()
    {
        var random = new Random(4343);
        byte[] message = new byte[160], expanded = new byte[DnsName.MaxLength], other = new byte[DnsName.MaxLength];
        int names = 0, pointed = 0;
        for (int round = 0; round < 60_000; round++)
        {
            int length = MakeNames(random, message);
            ParseMemory memory = default, passed = default;
            for (int at = random.Next(3); at < length;)
            {
                var bytes = message.AsSpan(0, length);
                var model = NameModel.Read(bytes, at);
                int end = Wire.Take(bytes, at, ref memory, out DnsName name);
                Assert.Equal(end, Wire.Skip<DnsName>(bytes, at, ref passed));
                Assert.Equal(model.Size > 0 ? at + model.Size : -1, end);
                if (end < 0)
                {
                    at++;
                    continue;
                }
                names++;
                pointed += message[at] >= 0xC0 ? 1 : 0;
                Assert.True(name.TryExpand(expanded, out int size));
                Assert.True(model.Expanded.AsSpan().SequenceEqual(expanded.AsSpan(0, size)));
                Assert.True(DnsName.TryParse(bytes, at, default, out var alone));
                Assert.Equal((alone.Length, alone.LabelCount, alone.GetMaxSize(), alone.ToString()), (name.Length, name.LabelCount, name.GetMaxSize(), name.ToString()));
                Assert.True(alone == name && alone.GetHashCode() == name.GetHashCode() && alone.Parent == name.Parent);
                Assert.Equal(Wire.ParsedSizeOf(in alone), Wire.ParsedSizeOf(in name));
                // As it was received, where the same stands before it.
                Assert.Equal(Kept(in alone), Kept(in name));
                at = end + random.Next(3);

                string Kept(scoped in DnsName kept)
                {
                    message.AsSpan(0, at).CopyTo(other);
                    int written = Wire.Write(in kept, other, at, new WriteContext { Mode = WriteMode.Preserve });
                    return Convert.ToHexString(other, at, written);
                }
            }
        }
        Assert.InRange(names, 200_000, int.MaxValue);
        Assert.InRange(pointed, names / 10, names / 2);
    }

    [Fact]
    public void Messages_that_may_be_anything()
    {
        var random = new Random(1035);
        byte[][] samples = [.. Enumerable.Range(0, 200).Select(_ => MakeMessage(random))];
        byte[] input = new byte[600];
        int right = 0, wrong = 0;
        for (int round = 0; round < 100_000; round++)
        {
            byte[] sample = samples[random.Next(samples.Length)];
            sample.CopyTo(input, 0);
            int length = random.Next(8) == 0 ? random.Next(sample.Length) : sample.Length;
            for (int changes = random.Next(4); changes > 0 && length > 0; changes--)
                input[random.Next(length)] = random.Next(2) == 0 ? (byte)(0xC0 | random.Next(2)) : (byte)random.Next(256);
            if (Compare(input.AsSpan(0, length)))
                right++;
            else
                wrong++;
        }
        Assert.InRange(right, 10_000, 90_000);
        Assert.InRange(wrong, 10_000, 90_000);
    }

    [CorpusFact]
    public void Messages_of_the_captures_and_their_beginnings()
    {
        foreach (var entry in DnsCorpus.Messages)
        {
            byte[] wire = entry.Bytes("wire");
            Assert.True(Compare(wire));
            for (int length = 0; length < Math.Min(wire.Length, 600); length++)
                Compare(wire.AsSpan(0, length));
        }
    }

    // The reader reads what parsing and walking read; of a message that is none it says the same.
    private static bool Compare(ReadOnlySpan<byte> wire)
    {
        ParseResult result, only;
        ulong sum;
        int found;
        // What runs for the first time may allocate: types are loaded, methods compiled. What allocates again is a fault.
        long allocated;
        int attempts = 0;
        do
        {
            allocated = GC.GetAllocatedBytesForCurrentThread();
            (result, sum, found) = Read(wire);
            only = new DnsMessage.Reader(wire).Complete();
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }
        while (allocated != 0 && ++attempts < MaxAttempts);
        Assert.Equal(0, allocated);

        Assert.Equal(DnsMessage.TryParse(wire, out var message), result);
        Assert.Equal(result, only);
        if (!result)
            return false;
        Assert.Equal(message.QuestionCount + message.AnswerCount + message.AuthorityCount + message.AdditionalCount, found);
        ulong expected = 0;
        foreach (var question in message.Questions)
            expected = expected * 31 + Sum(question.Name) + (ulong)question.Type + (ulong)question.Class * 3;
        foreach (var record in message.Answers)
            expected = expected * 31 + Sum(in record);
        foreach (var record in message.Authorities)
            expected = expected * 31 + Sum(in record);
        foreach (var record in message.Additionals)
            expected = expected * 31 + Sum(in record);
        Assert.Equal(expected, sum);
        return true;
    }

    private static (ParseResult Result, ulong Sum, int Found) Read(ReadOnlySpan<byte> wire)
    {
        var reader = new DnsMessage.Reader(wire);
        ulong sum = 0;
        int found = 0;
        for (; reader.TryReadFromQuestions(out var question); found++)
            sum = sum * 31 + Sum(question.Name) + (ulong)question.Type + (ulong)question.Class * 3;
        for (; reader.TryReadFromAnswers(out var record); found++)
            sum = sum * 31 + Sum(in record);
        for (; reader.TryReadFromAuthorities(out var record); found++)
            sum = sum * 31 + Sum(in record);
        for (; reader.TryReadFromAdditionals(out var record); found++)
            sum = sum * 31 + Sum(in record);
        return (reader.Complete(), sum, found);
    }

    private static ulong Sum(scoped in DnsRecord record)
    {
        ulong sum = Sum(record.Name) + (ulong)record.Type * 3 + (ulong)record.Class * 5 + record.TimeToLive.Seconds;
        foreach (byte octet in record.Data)
            sum = sum * 3 + octet;
        var result = record.TryGet(out CnameRecord alias);
        sum = sum * 7 + (ulong)result.GetHashCode() + (result ? Sum(alias.CanonicalName) : 0);
        result = record.TryGet(out MxRecord mail);
        sum = sum * 7 + (ulong)result.GetHashCode() + (result ? Sum(mail.Exchange) + mail.Preference : 0);
        result = record.TryGet(out SrvRecord service);
        return sum * 7 + (ulong)result.GetHashCode() + (result ? Sum(service.Target) + service.Port : 0);
    }

    private static ulong Sum(DnsName name)
    {
        Span<byte> expanded = stackalloc byte[DnsName.MaxLength];
        Assert.True(name.TryExpand(expanded, out int length));
        ulong sum = (ulong)length + (ulong)name.LabelCount * 3;
        foreach (byte octet in expanded[..length])
            sum = sum * 5 + octet;
        return sum;
    }

    // Labels, roots and pointers to any place before, mostly to where a label begins.
    private static int MakeNames(Random random, Span<byte> message)
    {
        int length = random.Next(4, message.Length), at = 0;
        Span<byte> labels = stackalloc byte[length];
        int count = 0;
        while (at < length)
        {
            if (count < labels.Length)
                labels[count++] = (byte)at;
            int kind = random.Next(8);
            if (kind < 4 && at + 1 < length)
            {
                int size = Math.Min(random.Next(8) == 0 ? random.Next(1, 63) : random.Next(1, 4), length - at - 1);
                message[at++] = (byte)size;
                for (; size > 0; size--)
                    message[at++] = (byte)random.Next('a', 'd');
            }
            else if (kind < 7 && at + 1 < length)
            {
                message[at++] = 0xC0;
                message[at++] = random.Next(5) == 0 ? (byte)random.Next(length) : labels[random.Next(count)];
            }
            else
            {
                message[at++] = 0;
            }
        }
        return length;
    }

    private static byte[] MakeMessage(Random random)
    {
        byte[] buffer = new byte[512];
        string[] names = ["example.com", "www.example.com", "a.very.long.name.which.is.longer.than.sixty-four.octets.in.all.of.its.labels.example.org", "web.example.com", "mail.example.net", "com", "."];
        var writer = new DnsMessage.Writer(buffer, new DnsMessage { Id = (ushort)random.Next(65536), IsResponse = true });
        for (int i = random.Next(3); i > 0; i--)
            writer.TryAddToQuestions(new DnsQuestion { Name = Name(), Type = DnsType.A, Class = DnsClass.Internet });
        for (int i = random.Next(4); i > 0; i--)
            writer.TryAddToAnswers(new DnsRecord { Name = Name(), Class = DnsClass.Internet } / new CnameRecord { CanonicalName = Name() });
        for (int i = random.Next(3); i > 0; i--)
            writer.TryAddToAuthorities(new DnsRecord { Name = Name(), Class = DnsClass.Internet } / new MxRecord { Exchange = Name() });
        for (int i = random.Next(4); i > 0; i--)
            writer.TryAddToAdditionals(new DnsRecord { Name = Name(), Class = DnsClass.Internet } / new SrvRecord { Target = Name(), Port = 53 });
        Assert.True(writer.TryComplete(out int length));
        return buffer[..length];

        DnsName Name() => DnsName.FromText(names[random.Next(names.Length)]);
    }
}
