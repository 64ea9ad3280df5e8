using System.Buffers.Binary;

namespace Codecs.Protocols.Tests.Dns;

/// <summary>Lists are passed over when a message is parsed, and their elements are made again, unfollowed, when they are walked. Neither may show.</summary>
public sealed class DnsListTests
{
    private const int HeaderSize = 12;

    [Fact]
    public void Names_of_a_list_are_those_that_parsing_finds()
    {
        var random = new Random(1036);
        byte[] bytes = new byte[256];
        int parsed = 0, names = 0;
        for (int round = 0; round < 60_000; round++)
        {
            var message = bytes.AsSpan(0, Fill(random, bytes));
            var result = DnsMessage.TryParse(message, out var found);
            var general = DnsMessage.TryParse(message, default(ParseOptions), out var other);
            Assert.Equal(general, result);
            if (!result)
                continue;
            parsed++;
            Assert.Equal(other.ToString(), found.ToString());
            var questions = found.Questions.GetEnumerator();
            while (questions.MoveNext())
                names += Check(message, HeaderSize + questions.Offset, questions.Current.Name);
            var answers = found.Answers.GetEnumerator();
            while (answers.MoveNext())
                names += Check(message, HeaderSize + found.Questions.Bytes.Length + answers.Offset, answers.Current.Name);
            Assert.True(answers.Result);
            Assert.Equal(found.Answers.Bytes.Length, answers.Result.BytesConsumed);
        }
        Assert.InRange(parsed, 5_000, 55_000);
        Assert.InRange(names, 10_000, int.MaxValue);
    }

    [Fact]
    public void A_message_that_was_changed_since_does_not_lead_astray()
    {
        var random = new Random(1037);
        byte[] bytes = new byte[256], name = new byte[DnsName.MaxLength];
        int changed = 0;
        for (int round = 0; round < 60_000; round++)
        {
            var message = bytes.AsSpan(0, Fill(random, bytes));
            if (!DnsMessage.TryParse(message, out var found))
                continue;
            bytes[random.Next(HeaderSize, message.Length)] = (byte)random.Next(256);
            foreach (var answer in found.Answers)
            {
                try
                {
                    Assert.True(answer.Name.TryExpand(name, out int length));
                    Assert.InRange(length, 1, DnsName.MaxLength);
                    _ = answer.Name.LabelCount + answer.Data.Length;
                }
                catch (InvalidOperationException)
                {
                    changed++;
                }
            }
        }
        Assert.InRange(changed, 100, int.MaxValue);
    }

    private static int Check(ReadOnlySpan<byte> message, int offset, DnsName name)
    {
        Assert.True(DnsName.TryParse(message, offset, default, out var parsed));
        Assert.Equal(parsed.ToString(), name.ToString());
        Assert.Equal((parsed.Length, parsed.LabelCount, parsed.IsRoot), (name.Length, name.LabelCount, name.IsRoot));
        Assert.Equal(parsed.GetMaxSize(), name.GetMaxSize());
        Assert.Equal(SizeOf(parsed), SizeOf(name));
        Assert.Equal(parsed.GetHashCode(), name.GetHashCode());
        Assert.True(parsed == name && name == parsed && name.IsSubdomainOf(parsed.Parent));
        Assert.Equal(parsed.Parent.ToString(), name.Parent.ToString());
        Span<byte> one = stackalloc byte[DnsName.MaxLength], other = stackalloc byte[DnsName.MaxLength];
        Assert.True(parsed.TryExpand(one, out int length) && name.TryExpand(other, out int otherLength) && length == otherLength);
        Assert.True(one[..length].SequenceEqual(other[..length]));
        Assert.True(name.TryExpand(other[..length], out _));
        Assert.True(length == 1 || !name.TryExpand(other[..(length - 1)], out _));
        Assert.Equal(parsed.Write(one, 0, new WriteContext { Mode = WriteMode.Preserve }), name.Write(other, 0, new WriteContext { Mode = WriteMode.Preserve }));
        var labels = name.GetEnumerator();
        foreach (var label in parsed)
            Assert.True(labels.MoveNext() && labels.Current.SequenceEqual(label));
        Assert.False(labels.MoveNext());
        return 1;

        static int SizeOf<T>(scoped in T value) where T : IPresentable<T>, allows ref struct => T.GetParsedSize(in value);
    }

    // A question or two, and some records of names that are right more often than not.
    private static int Fill(Random random, byte[] bytes)
    {
        int questions = random.Next(3), answers = random.Next(5), at = HeaderSize;
        bytes.AsSpan(0, HeaderSize).Clear();
        bytes[5] = (byte)questions;
        bytes[7] = (byte)answers;
        for (int i = 0; i < questions + answers; i++)
        {
            at = FillName(random, bytes, at);
            bytes.AsSpan(at, 8).Clear();
            at += i < questions ? 4 : 8;
            if (i < questions)
                continue;
            int start = at + 2;
            at = random.Next(2) == 0 ? start + random.Next(4) : FillName(random, bytes, start);
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(start - 2), (ushort)(at - start));
        }
        return random.Next(20) == 0 ? random.Next(HeaderSize, at + 1) : at;
    }

    private static int FillName(Random random, byte[] bytes, int at)
    {
        for (int labels = random.Next(4); labels > 0; labels--)
        {
            int length = random.Next(1, 4);
            bytes[at++] = (byte)length;
            for (; length > 0; length--)
                bytes[at++] = (byte)random.Next('a', 'd');
        }
        if (random.Next(3) == 0)
        {
            bytes[at++] = 0;
            return at;
        }
        bytes[at] = 0xC0;
        bytes[at + 1] = (byte)(random.Next(3) == 0 ? HeaderSize : random.Next(HeaderSize, at + 1));
        return at + 2;
    }
}
