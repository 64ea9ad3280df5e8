using System.Buffers;
using Codecs.CompilerServices;

namespace Codecs.Protocols.Tests.Dns;

public sealed class DnsNameHostileTests
{
    // Lists pass over names before they make them: both must say the same of any bytes.
    [Fact]
    public void Passing_over_a_name_finds_the_end_that_parsing_finds()
    {
        var random = new Random(4141);
        byte[] message = new byte[64];
        int names = 0;
        for (int round = 0; round < 300_000; round++)
        {
            int length = random.Next(1, message.Length + 1), offset = random.Next(length);
            for (int i = 0; i < length; i++)
                message[i] = random.Next(4) switch { 0 => 0, 1 => (byte)random.Next(1, 4), 2 => 0xC0, _ => (byte)random.Next(length) };
            var result = DnsName.TryParse(message.AsSpan(0, length), offset, default, out _);
            Assert.Equal(result ? offset + result.BytesConsumed : -1, EndOf<DnsName>(message.AsSpan(0, length), offset));
            Assert.Equal(result ? offset + result.BytesConsumed : -1, EndOf<DnsPlainName>(message.AsSpan(0, length), offset));
            names += result ? 1 : 0;
        }
        Assert.InRange(names, 30_000, 270_000);

        static int EndOf<T>(ReadOnlySpan<byte> message, int offset) where T : ICodec<T>, allows ref struct
        {
            ParseMemory memory = default;
            return T.Skip(message, offset, ref memory);
        }
    }

    [Theory]
    [InlineData(0, "C000")]                                 // to itself
    [InlineData(0, "C002 0161 00")]                         // forwards
    [InlineData(0, "0161 C000")]                            // a label, and a pointer to it
    [InlineData(0, "0161 C002")]                            // a label, and a pointer to itself
    [InlineData(3, "0161 00 0162 C003")]                    // to the start of its own run
    [InlineData(4, "0161 C004 C000")]                       // two that point to each other
    [InlineData(2, "C004 C000 C000")]                       // to one that points forwards
    [InlineData(5, "0161 C001 00 C000")]                    // to a run that ends in a pointer into itself
    [InlineData(3, "036162 0163 C000 00")]                  // to a label that goes on into the run itself
    [InlineData(3, "0161C0 C000")]                          // to a pointer that has its second octet in the run itself
    [InlineData(0, "40 00")]
    [InlineData(0, "80 00")]
    [InlineData(0, "BF 00")]
    [InlineData(0, "0161 41 00")]                           // extended label types were withdrawn (RFC 6891 section 5)
    [InlineData(2, "4100 C000")]
    [InlineData(4, "0161 8000 C000")]
    public void Not_a_name(int offset, string bytes)
    {
        var result = DnsName.TryParse(Expect.Hex(bytes), offset, default, out var name);
        Assert.Equal((OperationStatus.InvalidData, ParseError.Value), (result.Status, result.Error));
        Assert.True(name.IsRoot);
    }

    [Fact]
    public void Names_of_255_octets_and_of_256()
    {
        // 63 + 63 + 63 + 61 octets in four labels, and the root.
        byte[] longest = [.. Label(63), .. Label(63), .. Label(63), .. Label(61), 0];
        Assert.Equal(ParseResult.Done(255), DnsName.TryParse(longest, 0, default, out var name));
        Assert.Equal((255, 4), (name.Length, name.LabelCount));
        byte[] longer = [.. Label(63), .. Label(63), .. Label(63), .. Label(62), 0];
        Assert.Equal(ParseResult.Invalid(ParseError.Limit, 0, 0), DnsName.TryParse(longer, 0, default, out _));
        // Whatever may follow: it need not be there.
        Assert.Equal(ParseResult.Invalid(ParseError.Limit, 0, 0), DnsName.TryParse(longer.AsSpan(0, 193), 0, default, out _));
        byte[] many = [.. Enumerable.Repeat(Label(1), 127).SelectMany(label => label), 0];
        Assert.Equal(ParseResult.Done(255), DnsName.TryParse(many, 0, default, out name));
        Assert.Equal((255, 127), (name.Length, name.LabelCount));
        byte[] more = [.. Label(1), .. many];
        Assert.Equal(ParseError.Limit, DnsName.TryParse(more, 0, default, out _).Error);
    }

    [Theory]
    [InlineData(61, true)]
    [InlineData(62, false)]
    public void The_limit_counts_what_pointers_lead_to(int last, bool isName)
    {
        byte[] end = [.. Label(63), .. Label(last), 0];
        byte[] message = [.. end, .. Label(63), .. Label(63), 0xC0, 0];
        var result = DnsName.TryParse(message, end.Length, default, out var name);
        Assert.Equal(isName ? ParseResult.Done(130) : ParseResult.Invalid(ParseError.Limit, 0, 0), result);
        Assert.Equal(isName ? 255 : 1, name.Length);
        // A pointer more.
        byte[] chained = [.. message, 0xC0, (byte)end.Length];
        result = DnsName.TryParse(chained, message.Length, default, out name);
        Assert.Equal(isName ? ParseResult.Done(2) : ParseResult.Invalid(ParseError.Limit, 0, 0), result);
        Assert.Equal(isName ? 255 : 1, name.Length);
    }

    [Fact]
    public void The_longest_name_may_end_in_a_pointer_to_the_root()
    {
        byte[] message = [0, .. Label(63), .. Label(63), .. Label(63), .. Label(61), 0xC0, 0, 0xC0, 1];
        Assert.Equal(ParseResult.Done(256), DnsName.TryParse(message, 1, default, out var name));
        Assert.Equal((255, 256), (name.Length, name.GetMaxSize()));
        Assert.Equal(ParseResult.Done(2), DnsName.TryParse(message, 257, default, out name));
        Assert.Equal(255, name.Length);
    }

    [Fact]
    public void A_message_has_no_more_than_65535_octets()
    {
        byte[] message = new byte[70000];
        "\u0001a"u8.CopyTo(message.AsSpan(65535));
        Assert.Equal(ParseResult.Done(3), DnsName.TryParse(message, 65535, default, out var name));
        Assert.Equal("a.", name.ToString());
        Assert.Equal(ParseResult.Invalid(ParseError.Limit, 0, 0), DnsName.TryParse(message, 65536, default, out _));
    }

    [Fact]
    public void Chains_of_pointers_end()
    {
        byte[] message = new byte[3 + 2 * 8000];
        message[0] = 1;
        message[1] = (byte)'a';
        for (int at = 3; at < message.Length; at += 2)
        {
            int target = at == 3 ? 0 : at - 2;
            message[at] = (byte)(0xC0 | target >> 8);
            message[at + 1] = (byte)target;
        }
        // As many pointers as there can be labels are followed, no more.
        Assert.Equal(ParseResult.Done(2), DnsName.TryParse(message, 3 + 2 * 126, default, out var name));
        Assert.Equal("a.", name.ToString());
        Assert.Equal(ParseResult.Invalid(ParseError.Limit, 0, 0), DnsName.TryParse(message, 3 + 2 * 127, default, out _));
        Assert.Equal(ParseResult.Invalid(ParseError.Limit, 0, 0), DnsName.TryParse(message, message.Length - 2, default, out _));
    }

    [Fact]
    public void A_label_between_all_pointers_is_allowed()
    {
        var message = new List<byte> { 1, (byte)'a', 0 };
        int last = 0;
        for (int i = 0; i < 126; i++)
        {
            int target = last;
            last = message.Count;
            message.AddRange([1, (byte)'b', (byte)(0xC0 | target >> 8), (byte)target]);
        }
        Assert.Equal(ParseResult.Done(4), DnsName.TryParse(message.ToArray(), last, default, out var name));
        Assert.Equal((255, 127), (name.Length, name.LabelCount));
        Assert.Equal(255 * 2, DnsNameTests.Hex(name).Length);
    }

    [Fact]
    public void Every_truncation_of_a_name_is_unfinished()
    {
        foreach (int offset in new[] { 20, 40, 64, 92 })
        {
            int size = DnsName.TryParse(DnsNameTests.Rfc1035, offset, default, out _).BytesConsumed;
            for (int length = 0; length < size; length++)
            {
                var result = DnsName.TryParse(DnsNameTests.Rfc1035.AsSpan(0, offset + length), offset, default, out _);
                Assert.Equal(OperationStatus.NeedMoreData, result.Status);
                Assert.InRange(result.BytesNeeded, length + 1, size);
            }
            // What follows a name changes nothing.
            Assert.Equal(ParseResult.Done(size), DnsName.TryParse(DnsNameTests.Rfc1035.AsSpan(0, offset + size), offset, default, out _));
        }
    }

    [Fact]
    public void A_million_mutations_are_read_as_another_reader_reads_them_in_bounded_steps()
    {
        var random = new Random(1035);
        byte[] sample = [.. DnsNameTests.Rfc1035, .. Label(63), .. Label(63), .. Label(60), 0xC0, 20, .. Expect.Hex("0161C05E 0162C0DB C0DF")];
        byte[] message = new byte[sample.Length];
        byte[] expanded = new byte[DnsName.MaxLength], text = new byte[DnsName.MaxTextLength];
        int mostSteps = 0, names = 0;
        long allocated = 0;
        for (int i = 0; i < 1_000_000; i++)
        {
            sample.CopyTo(message, 0);
            for (int changes = random.Next(1, 5); changes > 0; changes--)
                message[random.Next(message.Length)] = random.Next(4) == 0 ? (byte)(0xC0 + random.Next(2)) : (byte)random.Next(256);
            int offset = random.Next(message.Length), length = random.Next(4) == 0 ? random.Next(offset, message.Length) : message.Length;
            var source = message.AsSpan(0, length);
            var model = NameModel.Read(source, offset);
            mostSteps = Math.Max(mostSteps, model.Steps);

            ParseResult result;
            DnsName name;
            bool isExpanded;
            int hash, written, attempts = 0;
            long before;
            // What runs for the first time may allocate, and so does a collection that other tests cause; what does it again and again is a fault.
            do
            {
                before = GC.GetAllocatedBytesForCurrentThread();
                result = DnsName.TryParse(source, offset, default, out name);
                isExpanded = name.TryExpand(expanded, out written) && name.TryFormat(text, out _) && name.IsSubdomainOf(name.Parent);
                hash = name.GetHashCode();
                before = GC.GetAllocatedBytesForCurrentThread() - before;
            }
            while (before != 0 && ++attempts < 4);
            allocated += before;

            Assert.True(isExpanded);
            if (result.Status != model.Status || result.BytesConsumed != model.Size)
                Assert.Fail($"{Convert.ToHexString(source)} at {offset}: {result}, but {model.Status}");
            if (result)
            {
                names++;
                if (!expanded.AsSpan(0, written).SequenceEqual(model.Expanded))
                    Assert.Fail($"{Convert.ToHexString(source)} at {offset}: {name.ToString()}");
                Assert.Equal(hash, ((DnsName)text.AsSpan(0, name.TryFormat(text, out int textLength) ? textLength : 0)).GetHashCode());
            }
            else if (result.Status == OperationStatus.NeedMoreData)
            {
                Assert.True(result.BytesNeeded > length - offset);
            }
        }
        Assert.InRange(mostSteps, 1, 2 * DnsName.MaxLabels + 1);
        Assert.InRange(names, 100_000, 999_999);
        Assert.Equal(0, allocated);
    }

    private static byte[] Label(int length) => [(byte)length, .. Enumerable.Repeat((byte)'x', length)];
}
