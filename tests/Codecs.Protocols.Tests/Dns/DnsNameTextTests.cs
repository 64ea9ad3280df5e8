using System.Text;

namespace Codecs.Protocols.Tests.Dns;

public sealed class DnsNameTextTests
{
    // RFC 1035 section 5.1, RFC 4343 section 2.1: what a text means, and how it is written again.
    [Theory]
    [InlineData("example.com.", "076578616D706C6503636F6D00", "example.com.")]
    [InlineData("example.com", "076578616D706C6503636F6D00", "example.com.")]
    [InlineData(".", "00", ".")]
    [InlineData("a\\.b.c", "03612E620163" + "00", "a\\.b.c.")]
    [InlineData("a\\046b.c", "03612E620163" + "00", "a\\.b.c.")]
    [InlineData("Donald\\032E\\.\\032Eastlake\\0323rd.example", "1644" + "6F6E616C6420452E20456173746C616B6520337264" + "076578616D706C6500", "Donald\\032E\\.\\032Eastlake\\0323rd.example.")]
    [InlineData("\\000\\255\\127", "0300FF7F00", "\\000\\255\\127.")]
    [InlineData("\\097\\A\\\\", "0361415C00", "aA\\\\.")]
    [InlineData("\\\"\\(\\)\\;\\@\\$", "06222829" + "3B402400", "\\\"\\(\\)\\;\\@\\$.")]
    [InlineData("\\.", "012E00", "\\..")]
    [InlineData("_http._tcp.*", "055F68747470045F746370012A00", "_http._tcp.*.")]
    [InlineData("b\u00fcro.local", "0562C3BC726F056C6F63616C00", "b\\195\\188ro.local.")]
    public void Read_and_written(string text, string expanded, string written)
    {
        Assert.Equal(expanded, DnsNameTests.Hex(DnsName.FromText(text)));
        byte[] utf8 = Encoding.UTF8.GetBytes(text), scratch = new byte[DnsName.MaxLength];
        Assert.Equal(expanded, DnsNameTests.Hex((DnsName)utf8));
        Assert.True(DnsName.TryParseText(utf8, scratch, out var name));
        Assert.Equal(expanded, DnsNameTests.Hex(name));
        Assert.Equal(written, name.ToString());
        Assert.Equal(written, ((DnsName)utf8).ToString());
        Assert.True(DnsName.TryParseText(written, scratch, out name));
        Assert.Equal(expanded, DnsNameTests.Hex(name));
        for (int room = 0; room <= written.Length; room++)
        {
            byte[] bytes = new byte[room];
            char[] chars = new char[room];
            Assert.Equal(room == written.Length, name.TryFormat(bytes, out int bytesWritten));
            Assert.Equal(room == written.Length, name.TryFormat(chars, out int charsWritten));
            Assert.Equal(room == written.Length ? room : 0, bytesWritten);
            Assert.Equal(bytesWritten, charsWritten);
            Assert.Equal(Encoding.ASCII.GetString(bytes, 0, bytesWritten), new string(chars, 0, charsWritten));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData(".a")]
    [InlineData("a..b")]
    [InlineData("a..")]
    [InlineData("a\\")]
    [InlineData("\\1")]
    [InlineData("\\12")]
    [InlineData("\\12x")]
    [InlineData("\\256")]
    [InlineData("\\999.a")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123")]
    [InlineData("a.0123456789012345678901234567890123456789012345678901234567890123.b")]
    public void Not_a_name(string text)
    {
        byte[] scratch = new byte[DnsName.MaxLength];
        Assert.False(DnsName.TryParseText(text, scratch, out var name));
        Assert.True(name.IsRoot);
        Assert.False(DnsName.TryParseText(Encoding.ASCII.GetBytes(text), scratch, out _));
        Assert.Throws<FormatException>(() => DnsName.FromText(text).Length);
        Assert.Throws<FormatException>(() => ((DnsName)Encoding.ASCII.GetBytes(text)).Length);
    }

    [Fact]
    public void Longest_names_and_texts()
    {
        string label = new('x', 63), longest = $"{label}.{label}.{label}.{new string('y', 61)}";
        byte[] scratch = new byte[DnsName.MaxLength];
        Assert.Equal(255, ((DnsName)Encoding.ASCII.GetBytes(longest)).Length);
        Assert.True(DnsName.TryParseText(longest, scratch, out var name));
        Assert.Equal(255, name.Length);
        Assert.False(DnsName.TryParseText(longest + "y", scratch, out _));
        Assert.Throws<FormatException>(() => ((DnsName)Encoding.ASCII.GetBytes(longest + "y")).Length);
        string many = string.Join('.', Enumerable.Repeat("a", 127));
        Assert.Equal(127, ((DnsName)Encoding.ASCII.GetBytes(many)).LabelCount);
        Assert.Throws<FormatException>(() => ((DnsName)Encoding.ASCII.GetBytes(many + ".a")).Length);
        Assert.False(DnsName.TryParseText(many + ".a", scratch, out _));

        string escaped = string.Join('.', new[] { 63, 63, 63, 61 }.Select(length => string.Concat(Enumerable.Repeat("\\001", length)))) + ".";
        Assert.Equal(DnsName.MaxTextLength, escaped.Length);
        Assert.True(DnsName.TryParseText(escaped, scratch, out name));
        Assert.Equal(escaped, name.ToString());
        Assert.Equal(escaped, ((DnsName)Encoding.ASCII.GetBytes(escaped)).ToString());
        Assert.False(DnsName.TryParseText(string.Concat(Enumerable.Repeat("\\065", 300)), scratch, out _));
        Assert.False(DnsName.TryParseText(new string('\ud800', 3), scratch, out _));
        Assert.Throws<ArgumentException>(() => DnsName.TryParseText("a", new byte[254], out _));
        Assert.Throws<ArgumentException>(() => DnsName.TryParseText("a"u8, new byte[254], out _));
    }

    // Every length around those at which the way of looking changes, dots everywhere.
    [Fact]
    public void Texts_of_all_lengths()
    {
        var random = new Random(4343);
        byte[] scratch = new byte[DnsName.MaxLength], expanded = new byte[DnsName.MaxLength];
        for (int i = 0; i < 20_000; i++)
        {
            byte[] text = new byte[random.Next(1, 70)];
            foreach (ref byte octet in text.AsSpan())
                octet = random.Next(6) == 0 ? (byte)'.' : (byte)random.Next('a', 'z' + 1);
            string[] labels = Encoding.ASCII.GetString(text).TrimEnd('.').Split('.');
            bool isName = !(text is [(byte)'.', _, ..] or [.., (byte)'.', (byte)'.']) && labels.All(label => label.Length is > 0 and < 64) || text is [(byte)'.'];
            Assert.Equal(isName, DnsName.TryParseText(text, scratch, out var encoded));
            if (!isName)
            {
                Assert.Throws<FormatException>(() => ((DnsName)text).Length);
                continue;
            }
            DnsName name = text;
            Assert.True(name == encoded);
            Assert.Equal(encoded.GetHashCode(), name.GetHashCode());
            Assert.Equal(encoded.LabelCount, name.LabelCount);
            // With no room to spare, and with plenty.
            Assert.Equal(DnsNameTests.Hex(encoded), DnsNameTests.Hex(name));
            byte[] exact = new byte[name.Length];
            Assert.True(name.TryExpand(exact, out _));
            Assert.Equal(DnsNameTests.Hex(encoded), Convert.ToHexString(exact));
        }
    }

    [Fact]
    public void Text_without_escapes_and_formatting_allocate_nothing()
    {
        byte[] text = new byte[100], scratch = new byte[DnsName.MaxLength];
        char[] chars = new char[100];
        long allocated = 0;
        for (int round = 0; round < 3; round++)
        {
            allocated = GC.GetAllocatedBytesForCurrentThread();
            DnsName name = "www.example.com"u8;
            Assert.True(name.TryFormat(text, out _) && name.TryFormat(chars, out int length) && DnsName.TryParseText(chars.AsSpan(0, length), scratch, out var again) && again == name);
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }
        Assert.Equal(0, allocated);
    }
}
