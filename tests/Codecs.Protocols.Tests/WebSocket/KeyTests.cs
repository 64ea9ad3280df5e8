using System.Text;
using System.Text.RegularExpressions;

namespace Codecs.Protocols.Tests.WebSocket;

public sealed class KeyTests
{
    // RFC 6455 section 1.3.
    private static readonly byte[] s_key = "dGhlIHNhbXBsZSBub25jZQ=="u8.ToArray();

    [Fact]
    public void Accept()
    {
        byte[] accept = new byte[WebSocketKey.AcceptLength];
        WebSocketKey.WriteAccept(s_key, accept);
        Assert.Equal("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="u8, accept);
        Assert.True(WebSocketKey.IsAccept(accept, s_key));
        Assert.False(WebSocketKey.IsAccept("s3pPLMBiTxaQ9kYGzzhZRbK+xOO="u8, s_key));
        Assert.False(WebSocketKey.IsAccept("S3PPLMBITXAQ9KYGZZHZRBK+XOO="u8, s_key));
        Assert.False(WebSocketKey.IsAccept([], s_key));
    }

    [Theory]
    [InlineData("dGhlIHNhbXBsZSBub25jZQ==", true)]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA==", true)]
    [InlineData("", false)]
    [InlineData("dGhlIHNhbXBsZSBub25jZQ=", false)]
    [InlineData("dGhlIHNhbXBsZSBub25jZQ===", false)]
    [InlineData("dGhlIHNhbXBsZSBub25jZQA=", false)]
    [InlineData("dGhlIHNhbXBsZSBub25jZQAB", false)]
    [InlineData("dGhlIHNhbXBsZSBub25j*Q==", false)]
    [InlineData("dGhlIHNhbXBsZSBub25jZQ  ", false)]
    public void Validity(string key, bool isValid) => Assert.Equal(isValid, WebSocketKey.IsValid(Encoding.ASCII.GetBytes(key)));

    [Fact]
    public void New_keys_are_valid_and_differ()
    {
        byte[] first = new byte[WebSocketKey.Length], second = new byte[WebSocketKey.Length];
        WebSocketKey.Generate(first);
        WebSocketKey.Generate(second);
        Assert.True(WebSocketKey.IsValid(first));
        Assert.True(WebSocketKey.IsValid(second));
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        byte[] key = new byte[WebSocketKey.Length], accept = new byte[WebSocketKey.AcceptLength];
        long allocated = 0;
        for (int i = 0; i < 10; i++)
        {
            allocated = GC.GetAllocatedBytesForCurrentThread();
            WebSocketKey.Generate(key);
            WebSocketKey.WriteAccept(key, accept);
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void Bad_arguments_throw()
    {
        Assert.Throws<ArgumentException>(() => WebSocketKey.Generate(new byte[WebSocketKey.Length - 1]));
        Assert.Throws<ArgumentException>(() => WebSocketKey.WriteAccept(s_key, new byte[WebSocketKey.AcceptLength - 1]));
        Assert.Throws<ArgumentException>(() => WebSocketKey.WriteAccept("short"u8, new byte[WebSocketKey.AcceptLength]));
    }

    // What real clients and servers said to each other; one capture has a wrong answer, and says so in its name.
    [CorpusFact]
    public void Keys_of_the_corpus()
    {
        int count = 0;
        foreach (string request in Directory.GetFiles(Path.Combine(Repository.Corpus, "streams", "websocket"), "*.c2s.bin"))
        {
            var key = Header(request, "Sec-WebSocket-Key");
            var accept = Header(request.Replace(".c2s.", ".s2c."), "Sec-WebSocket-Accept");
            if (key is null || accept is null)
                continue;
            Assert.True(WebSocketKey.IsValid(key));
            Assert.Equal(!request.Contains("wrong-accept"), WebSocketKey.IsAccept(accept, key));
            count++;
        }
        Assert.True(count > 10);
    }

    private static byte[]? Header(string file, string name)
    {
        var match = Regex.Match(Encoding.Latin1.GetString(File.ReadAllBytes(file)), $@"\r\n{name}: *([^\r]*)\r\n", RegexOptions.IgnoreCase);
        return match.Success ? Encoding.Latin1.GetBytes(match.Groups[1].Value) : null;
    }
}
