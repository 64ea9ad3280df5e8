namespace Codecs.Protocols.Tests.Dns;

public sealed class DnsNameCompressionTests
{
    // The same names as in RFC 1035 section 4.1.4, one after the other from 20 on.
    [Fact]
    public void The_example_of_RFC_1035()
    {
        byte[] message = new byte[100];
        int written = Write(message, 20, [], "F.ISI.ARPA", "FOO.F.ISI.ARPA", "ARPA", ".");
        Assert.Equal("0146 03495349 0441525041 00 03464F4F C014 C01A 00".Replace(" ", ""), Convert.ToHexString(message, 20, written));
    }

    [Fact]
    public void The_longest_known_end_is_replaced()
    {
        byte[] message = new byte[200];
        int written = Write(message, 12, [], "example.com", "b.example.com", "a.b.example.com", "x.b.example.com", "com", "example.org", "a.example.org", "b.example.com");
        Assert.Equal(
            "076578616D706C6503636F6D00" + "0162C00C" + "0161C019" + "0178C019" + "C014" + "076578616D706C65036F726700" + "0161C027" + "C019",
            Convert.ToHexString(message, 12, written));
        Names(message, 12, written, "example.com.", "b.example.com.", "a.b.example.com.", "x.b.example.com.", "com.", "example.org.", "a.example.org.", "b.example.com.");
    }

    [Fact]
    public void A_name_that_is_spelled_otherwise_keeps_its_spelling()
    {
        byte[] message = new byte[200];
        int written = Write(message, 12, [], "eXample.Com", "example.Com", "example.com", "www.eXample.Com");
        Names(message, 12, written, "eXample.Com.", "example.Com.", "example.com.", "www.eXample.Com.");
        Assert.Equal(13 + (8 + 2) + 13 + (4 + 2), written);
    }

    [Fact]
    public void Without_a_table_names_are_written_as_they_are()
    {
        byte[] message = new byte[100];
        DnsName name = "example.com"u8;
        int first = name.Write(message, 12, default), second = name.Write(message, 12 + first, default);
        Assert.Equal((13, 13), (first, second));
        Names(message, 12, 26, "example.com.", "example.com.");
    }

    [Fact]
    public void Plain_names_are_not_compressed_and_are_referred_to()
    {
        byte[] message = new byte[200];
        int written = Write(message, 12, ["sip.example.com", "a.sip.example.com"], "example.com", "sip.example.com", "sip.example.com", "a.sip.example.com", "www.a.sip.example.com");
        Assert.Equal(13 + 17 + 17 + 19 + (4 + 2), written);
        Names(message, 12, written, "example.com.", "sip.example.com.", "sip.example.com.", "a.sip.example.com.", "www.a.sip.example.com.");
    }

    [Fact]
    public void Plain_names_are_read_compressed()
    {
        Assert.Equal(ParseResult.Done(6), DnsPlainName.TryParse(DnsNameTests.Rfc1035, 40, default, out var name));
        Assert.Equal("FOO.F.ISI.ARPA.", name.ToString());
        byte[] bytes = new byte[name.GetMaxSize()];
        Assert.Equal(16, name.Write(bytes, 0, default));
        Assert.Equal("03464F4F0146034953490441525041" + "00", Convert.ToHexString(bytes, 0, 16));
    }

    [Fact]
    public void Pointers_go_no_further_than_they_can()
    {
        byte[] message = new byte[0x4100];
        var references = new BackReferences();
        var context = default(WriteContext).WithBackReferences(ref references);
        DnsName first = "first.example"u8, second = "second.example"u8;
        // "example" is at 0x3FFF, the last place that a pointer can say; the second "second" is past it.
        Assert.Equal(15, first.Write(message, 0x3FFF - 6, context));
        Assert.Equal(9, second.Write(message, 0x4010, context));
        Assert.Equal(9, second.Write(message, 0x4020, context));
        Assert.Equal("067365636F6E64FFFF", Convert.ToHexString(message, 0x4020, 9));
        Assert.Equal(2, first.Write(message, 0x4040, context));
        Assert.Equal(13, ((DnsName)"third.other"u8).Write(message, 0x4050, context));
        Assert.Equal(13, ((DnsName)"third.other"u8).Write(message, 0x4070, context));
        Assert.Equal(2, references.Count);
    }

    [Fact]
    public void What_does_not_fit_is_not_written()
    {
        byte[] message = new byte[100];
        for (int room = 0; room < 15; room++)
        {
            var references = new BackReferences();
            var context = default(WriteContext).WithBackReferences(ref references);
            Assert.Equal(13, ((DnsName)"example.com"u8).Write(message, 12, context));
            Assert.Equal(room < 6 ? -1 : 6, ((DnsName)"www.example.com"u8).Write(message.AsSpan(0, 25 + room), 25, context));
            Assert.Equal(room < 2 ? -1 : 2, ((DnsName)"example.com"u8).Write(message.AsSpan(0, 25 + room), 25, context));
            Assert.Equal(room < 13 ? -1 : 13, ((DnsPlainName)"example.com"u8).Write(message.AsSpan(0, 25 + room), 25, context));
            Assert.Equal(room < 13 ? -1 : 13, ((DnsName)"example.com"u8).Write(message.AsSpan(0, 25 + room), 25, default));
            Assert.Equal(room < 1 ? -1 : 1, default(DnsName).Write(message.AsSpan(0, 25 + room), 25, context));
        }
    }

    // A table of one message, used on others of which the bytes are anything.
    [Fact]
    public void References_that_are_none_are_not_believed()
    {
        string[] names = [.. Enumerable.Range(0, 12).Select(i => $"h{i % 5}.{(char)('a' + i % 3)}.example")];
        var random = new Random(3597);
        byte[] message = new byte[1000];
        for (int round = 0; round < 2000; round++)
        {
            var references = new BackReferences();
            var context = default(WriteContext).WithBackReferences(ref references);
            int at = 0;
            foreach (string name in names)
                at += DnsName.FromText(name).Write(message, at, context);
            // Some bytes changed, or all of them, or names that go on elsewhere.
            for (int changes = round % 3 == 0 ? 400 : random.Next(1, 8); changes > 0; changes--)
                message[random.Next(at)] = random.Next(2) == 0 ? (byte)(0xC0 + random.Next(2)) : (byte)random.Next(256);
            foreach (string name in names)
            {
                int size = DnsName.FromText(name).Write(message, at, context);
                Assert.True(DnsName.TryParse(message.AsSpan(0, at + size), at, default, out var read));
                Assert.Equal(name + ".", read.ToString());
                at += size;
            }
            references.Dispose();
        }
    }

    [Fact]
    public void Five_thousand_names_take_no_longer_than_their_bytes()
    {
        byte[] message = new byte[65535];
        var references = new BackReferences();
        int at = 12, count = 0;
        while (at < 65000)
        {
            var name = DnsName.FromText($"n{count++ % 3000}.z{count % 50}.example");
            int size = name.Write(message, at, default(WriteContext).WithBackReferences(ref references));
            Assert.True(DnsName.TryParse(message.AsSpan(0, at + size), at, default, out var read));
            Assert.Equal(name.ToString(), read.ToString());
            at += size;
        }
        Assert.InRange(count, 5000, 20000);
        references.Dispose();
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        byte[] message = new byte[4096], text = new byte[14];
        long allocated = 0;
        for (int round = 0; round < 3; round++)
        {
            allocated = GC.GetAllocatedBytesForCurrentThread();
            var references = new BackReferences();
            var context = default(WriteContext).WithBackReferences(ref references);
            Assert.True(DnsName.TryParse(DnsNameTests.Rfc1035, 40, default, out var name));
            int at = 12;
            for (int i = 0; i < 100; i++)
            {
                at += name.Write(message, at, context);
                "a0.b00.example"u8.CopyTo(text);
                text[1] += (byte)(i % 10);
                text[4] += (byte)(i / 10);
                DnsName other = (ReadOnlySpan<byte>)text;
                at += other.Write(message, at, context);
            }
            references.Dispose();
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }
        Assert.Equal(0, allocated);
    }

    [Theory]
    [InlineData("076578616D706C6503636F6D00 03777777C00C 076578616D706C65C014")]    // also where more could have been replaced
    [InlineData("076578616D706C6503636F6D00 03777777076578616D706C6503636F6D00")]   // or nothing was
    [InlineData("076578616D706C6503636F6D00 C018 03777777C018")]                    // or a pointer leads to the root
    [InlineData("076578616D706C6503636F6D00 C00C C019 03777777C01B C01D")]          // or to a pointer
    public void What_was_received_can_be_written_as_it_was(string names)
    {
        byte[] message = [.. new byte[12], .. Expect.Hex(names)], written = new byte[message.Length], shifted = new byte[message.Length + 50];
        foreach (bool hasTable in new[] { false, true })
        {
            var references = new BackReferences();
            var preserve = new WriteContext { Mode = WriteMode.Preserve };
            var context = hasTable ? preserve.WithBackReferences(ref references) : preserve;
            int at = 12, to = 12 + 1;
            while (at < message.Length)
            {
                int size = DnsName.TryParse(message, at, default, out var name).BytesConsumed;
                Assert.Equal(size, name.Write(written, at, context));
                Assert.True(name.GetMaxSize() >= size);
                at += size;
            }
            Assert.Equal(Convert.ToHexString(message), Convert.ToHexString(written));

            // In another place the pointers would lead elsewhere: the names are the same, the pointers are not.
            references.Dispose();
            at = 12;
            while (at < message.Length)
            {
                at += DnsName.TryParse(message, at, default, out var name).BytesConsumed;
                int size = name.Write(shifted, to, context);
                Assert.True(DnsName.TryParse(shifted, to, default, out var read));
                Assert.Equal(name.ToString(), read.ToString());
                to += size;
            }
        }
    }

    private static int Write(byte[] message, int offset, string[] plain, params string[] names)
    {
        var references = new BackReferences();
        var context = default(WriteContext).WithBackReferences(ref references);
        int at = offset;
        foreach (string text in names)
        {
            var name = DnsName.FromText(text);
            at += plain.Contains(text) ? ((DnsPlainName)name).Write(message, at, context) : name.Write(message, at, context);
        }
        references.Dispose();
        return at - offset;
    }

    private static void Names(byte[] message, int offset, int length, params string[] expected)
    {
        var found = new List<string>();
        for (int at = offset; at < offset + length;)
        {
            var result = DnsName.TryParse(message.AsSpan(0, offset + length), at, default, out var name);
            Assert.True(result, result.ToString());
            found.Add(name.ToString());
            at += result.BytesConsumed;
        }
        Assert.Equal(expected, found);
    }
}
