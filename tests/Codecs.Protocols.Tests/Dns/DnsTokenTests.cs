using System.Text;

namespace Codecs.Protocols.Tests.Dns;

public sealed class DnsTokenTests
{
    // RFC 1035 section 5.1; RFC 9460 section 2.1 for what follows an equals sign.
    [Theory]
    [InlineData("a b\tc", "a|b|c")]
    [InlineData("  ", "")]
    [InlineData("", "")]
    [InlineData("a ; comment \" (", "a")]
    [InlineData("( a\n b ) c", "a|b|c")]
    [InlineData("a;x\r\nb", "a|b")]
    [InlineData("(a)b", "a|b")]
    [InlineData("\"a b\" c", "'a b'|c")]
    [InlineData("\"\"", "''")]
    [InlineData("\"a\"\"b\"", "'a'|'b'")]
    [InlineData("a\"b\"c", "a|'b'|c")]
    [InlineData("\"a;(\n)\"", "'a;(\n)'")]
    [InlineData("\"a\\\"b\\\\\" c", "'a\\\"b\\\\'|c")]
    [InlineData("a\\ b\\;c\\(d\\\"", "a\\ b\\;c\\(d\\\"")]
    [InlineData("alpn=\"h2, h3\" port=53", "alpn=\"h2, h3\"|port=53")]
    [InlineData("k=\"a\\\"b c\"x y", "k=\"a\\\"b c\"x|y")]
    public void Words(string text, string expected)
    {
        var found = new List<string>();
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        int at = 0;
        while (DnsToken.Read(bytes.AsSpan(at), out var token) is var used and >= 0)
        {
            string word = Encoding.ASCII.GetString(token.Text);
            found.Add(token.IsQuoted ? $"'{word}'" : word);
            at += used;
        }
        Assert.Equal(expected, string.Join('|', found));
        Assert.True(DnsToken.IsEnd(bytes.AsSpan(at)));
    }

    [Theory]
    [InlineData("\"a")]
    [InlineData("\"a\\\"")]
    [InlineData("a\\")]
    [InlineData("k=\"a")]
    public void Left_open(string text)
    {
        Assert.Equal(-1, DnsToken.Read(Encoding.ASCII.GetBytes(text), out _));
        Assert.False(DnsToken.IsEnd(Encoding.ASCII.GetBytes(text)));
    }

    [Theory]
    [InlineData("a b\nc", 3)]
    [InlineData("a b", 3)]
    [InlineData("( a\nb )\nc", 7)]
    [InlineData("a ; b ( \nc", 8)]
    [InlineData("( a ; )\n)\nb", 9)]
    [InlineData("\"a\nb\"\nc", 5)]
    [InlineData("\"(\"\nc", 3)]
    [InlineData("a\\(\nb", 3)]
    [InlineData("( ( a )\n)\nb", 9)]
    [InlineData("( a", -1)]
    [InlineData("( a ; )", -1)]
    [InlineData("a )", -1)]
    [InlineData("\"a\nb", -1)]
    [InlineData("", 0)]
    public void Where_a_record_ends(string text, int expected) => Assert.Equal(expected, DnsToken.FindEndOfRecord(Encoding.ASCII.GetBytes(text)));

    [Theory]
    [InlineData("abc", "616263")]
    [InlineData("\\097\\b\\\\\\\"", "61625C22")]
    [InlineData("\\000\\255", "00FF")]
    [InlineData("", "")]
    public void Escapes(string text, string octets)
    {
        DnsToken.Read(Encoding.ASCII.GetBytes($"\"{text}\""), out var token);
        byte[] bytes = new byte[text.Length];
        Assert.True(token.TryUnescape(bytes, out int length));
        Assert.Equal(octets, Convert.ToHexString(bytes, 0, length));
        if (length > 0)
            Assert.False(token.TryUnescape(bytes.AsSpan(0, length - 1), out _));
    }

    [Theory]
    [InlineData("\\256")]
    [InlineData("\\1")]
    [InlineData("\\12x")]
    public void Escapes_that_are_none(string text)
    {
        DnsToken.Read(Encoding.ASCII.GetBytes($"\"{text}\""), out var token);
        Assert.False(token.TryUnescape(new byte[10], out _));
    }
}
