using System.Text;

namespace Codecs.Protocols.Tests.Dns;

public sealed class DnsNameTests
{
    // RFC 1035 section 4.1.4: F.ISI.ARPA at 20, FOO.F.ISI.ARPA at 40, ARPA at 64, the root at 92.
    internal static readonly byte[] Rfc1035 = MakeRfc1035();

    [Theory]
    [InlineData(20, 12, "F.ISI.ARPA.")]
    [InlineData(40, 6, "FOO.F.ISI.ARPA.")]
    [InlineData(64, 2, "ARPA.")]
    [InlineData(92, 1, ".")]
    public void The_example_of_RFC_1035(int offset, int size, string text)
    {
        var result = DnsName.TryParse(Rfc1035, offset, default, out var name);
        Assert.Equal(ParseResult.Done(size), result);
        Assert.Equal(text, name.ToString());
        Assert.Equal(text == "." ? 1 : text.Length + 1, name.Length);
        Assert.Equal(text.Count(c => c == '.') - (text == "." ? 1 : 0), name.LabelCount);
        Assert.Equal(text == ".", name.IsRoot);
    }

    [Fact]
    public void The_default_is_the_root()
    {
        DnsName name = default;
        Assert.True(name.IsRoot);
        Assert.Equal((1, 0, 1), (name.Length, name.LabelCount, name.GetMaxSize()));
        Assert.Equal(".", name.ToString());
        Assert.True(name == ((DnsName)"."u8));
        Assert.True(name.Parent.IsRoot);
        Assert.False(name.GetEnumerator().MoveNext());
        Assert.Equal("00", Hex(name));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(64)]
    public void Labels_are_walked_across_pointers(int offset)
    {
        Assert.True(DnsName.TryParse(Rfc1035, offset, default, out var name));
        var labels = new List<string>();
        foreach (var label in name)
            labels.Add(Encoding.ASCII.GetString(label));
        Assert.Equal(name.ToString()[..^1].Split('.'), labels);
    }

    [Theory]
    [InlineData(20, "0146034953490441525041" + "00")]
    [InlineData(40, "03464F4F" + "0146034953490441525041" + "00")]
    [InlineData(64, "0441525041" + "00")]
    [InlineData(92, "00")]
    public void Expanded_into_a_buffer(int offset, string expanded)
    {
        Assert.True(DnsName.TryParse(Rfc1035, offset, default, out var name));
        Assert.Equal(expanded, Hex(name));
        Assert.False(name.TryExpand(new byte[name.Length - 1], out int written));
        Assert.Equal(0, written);
    }

    [Fact]
    public void Parents()
    {
        Assert.True(DnsName.TryParse(Rfc1035, 40, default, out var name));
        var found = new List<string>();
        for (var parent = name; !parent.IsRoot; parent = parent.Parent)
            found.Add($"{parent.ToString()} {parent.Length}");
        Assert.Equal(["FOO.F.ISI.ARPA. 16", "F.ISI.ARPA. 12", "ISI.ARPA. 10", "ARPA. 6"], found);
        Assert.Equal("ISI.ARPA.", name.Suffix(2).ToString());
        Assert.Equal("isi.arpa.", ((DnsName)"foo.f.isi.arpa"u8).Suffix(2).ToString());
        Assert.True(name.Suffix(0).IsRoot);
        Assert.Throws<ArgumentOutOfRangeException>(() => ((DnsName)"a.b"u8).Suffix(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => ((DnsName)"a.b"u8).Suffix(-1));
    }

    [Theory]
    [InlineData("example.com", "example.com", true)]
    [InlineData("www.example.com", "EXAMPLE.com", true)]
    [InlineData("www.example.com", ".", true)]
    [InlineData(".", ".", true)]
    [InlineData("example.com", "www.example.com", false)]
    [InlineData("badexample.com", "example.com", false)]
    [InlineData("com.example", "com", false)]
    [InlineData(".", "com", false)]
    public void Below_another(string name, string ancestor, bool expected)
    {
        Assert.Equal(expected, DnsName.FromText(name).IsSubdomainOf(DnsName.FromText(ancestor)));
        Assert.Equal(expected, ((DnsName)Encoding.ASCII.GetBytes(name)).IsSubdomainOf(Encoding.ASCII.GetBytes(ancestor)));
    }

    // RFC 4343 section 3: letters only, and only those of ASCII. Left and right are compared in every form that a name can have.
    [Theory]
    [InlineData("a.example", "A.EXAMPLE", true)]
    [InlineData("a.example", "b.example", false)]
    [InlineData("a.example", "a.example.x", false)]
    [InlineData("ab.c", "a.bc", false)]
    [InlineData("foo-0123456789-abcdefghijklm.example", "FOO-0123456789-ABCDEFGHIJKLM.example", true)]
    [InlineData("foo-0123456789-abcdefghijklm.example", "FOO-0123456789-ABCDEFGHIJKLN.example", false)]
    [InlineData("\\091\\064\\123x", "\\123\\096\\091x", false)]
    [InlineData("[@{x", "{`[x", false)]
    [InlineData("\\192\\193x", "\\224\\225x", false)]
    [InlineData("k", "\\207\\170", false)]
    [InlineData("zZ09", "Zz09", true)]
    [InlineData("pqrstuvw", "PQRSTUVW", true)]
    [InlineData("pqrstuvw", "PQRSTUVX", false)]
    public void Compared_without_case(string left, string right, bool expected)
    {
        byte[] message = new byte[600];
        int offset = 0;
        foreach (var one in Forms(left, message, ref offset))
        {
            foreach (var other in Forms(right, message, ref offset))
            {
                var a = one.Get(message);
                var b = other.Get(message);
                Assert.Equal(expected, a == b);
                Assert.Equal(expected, b == a);
                Assert.Equal(!expected, a != b);
                if (expected)
                    Assert.Equal(a.GetHashCode(), b.GetHashCode());
                else
                    Assert.NotEqual(a.GetHashCode(), b.GetHashCode());
            }
        }
    }

    [Fact]
    public void Hashes_differ_for_names_that_do()
    {
        var hashes = new HashSet<int>();
        for (int i = 0; i < 10_000; i++)
            hashes.Add(DnsName.FromText($"host{i}.example.com").GetHashCode());
        // By chance one or so of them collides with another.
        Assert.InRange(hashes.Count, 9_990, 10_000);
    }

    internal static string Hex(DnsName name)
    {
        byte[] bytes = new byte[DnsName.MaxLength];
        Assert.True(name.TryExpand(bytes, out int written));
        Assert.Equal(name.Length, written);
        return Convert.ToHexString(bytes, 0, written);
    }

    // In a text, in one piece, behind a pointer, and with a pointer after its first label.
    private static Form[] Forms(string text, byte[] message, ref int offset)
    {
        var forms = new List<Form>();
        if (!text.Contains('\\'))
            forms.Add(new(text, 0));
        var name = DnsName.FromText(text);
        int whole = offset;
        Assert.True(name.TryExpand(message.AsSpan(offset), out int length));
        forms.Add(new(null, whole));
        offset += length;
        forms.Add(new(null, offset));
        message[offset++] = (byte)(0xC0 | whole >> 8);
        message[offset++] = (byte)whole;
        forms.Add(new(null, offset));
        int first = message[whole] + 1;
        message.AsSpan(whole, first).CopyTo(message.AsSpan(offset));
        offset += first;
        message[offset++] = (byte)(0xC0 | (whole + first) >> 8);
        message[offset++] = (byte)(whole + first);
        return [.. forms];
    }

    private static byte[] MakeRfc1035()
    {
        byte[] message = new byte[93];
        Convert.FromHexString("014603495349044152504100").CopyTo(message, 20);
        Convert.FromHexString("03464F4FC014").CopyTo(message, 40);
        Convert.FromHexString("C01A").CopyTo(message, 64);
        return message;
    }

    private sealed record Form(string? Text, int Offset)
    {
        public DnsName Get(byte[] message)
        {
            if (Text is not null)
                return Encoding.ASCII.GetBytes(Text);
            Assert.True(DnsName.TryParse(message, Offset, default, out var name));
            return name;
        }
    }
}
