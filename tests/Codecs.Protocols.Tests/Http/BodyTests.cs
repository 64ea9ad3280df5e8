using System.Text;

namespace Codecs.Protocols.Tests.Http;

/// <summary>RFC 9112 section 6.3, rule by rule.</summary>
public sealed class BodyTests
{
    [Theory]
    [InlineData("", HttpBodyKind.None, 0)]
    [InlineData("Content-Length: 0", HttpBodyKind.None, 0)]
    [InlineData("Content-Length: 42", HttpBodyKind.Length, 42)]
    [InlineData("Content-Length: 9223372036854775807", HttpBodyKind.Length, long.MaxValue)]
    [InlineData("Content-Length: 42, 42", HttpBodyKind.Length, 42)]
    [InlineData("Content-Length: 42\r\ncontent-length: 42", HttpBodyKind.Length, 42)]
    [InlineData("Transfer-Encoding: chunked", HttpBodyKind.Chunks, 0)]
    [InlineData("Transfer-Encoding: gzip, Chunked", HttpBodyKind.Chunks, 0)]
    [InlineData("Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked", HttpBodyKind.Chunks, 0)]
    [InlineData("Content-Length: 42, 43", null, 0)]
    [InlineData("Content-Length: 42\r\nContent-Length: 43", null, 0)]
    [InlineData("Content-Length: -1", null, 0)]
    [InlineData("Content-Length: +1", null, 0)]
    [InlineData("Content-Length: 1 2", null, 0)]
    [InlineData("Content-Length: 0x10", null, 0)]
    [InlineData("Content-Length: 1.0", null, 0)]
    [InlineData("Content-Length:", null, 0)]
    [InlineData("Content-Length: ,", null, 0)]
    [InlineData("Content-Length: 9223372036854775808", null, 0)]
    [InlineData("Content-Length: 42\r\nTransfer-Encoding: chunked", null, 0)]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 42", null, 0)]
    [InlineData("Transfer-Encoding: gzip", null, 0)]
    [InlineData("Transfer-Encoding: chunked, gzip", null, 0)]
    [InlineData("Transfer-Encoding: chunked, chunked", null, 0)]
    [InlineData("Transfer-Encoding: xchunked", null, 0)]
    [InlineData("Transfer-Encoding: \"chunked\"", null, 0)]
    [InlineData("Transfer-Encoding:", null, 0)]
    public void Requests(string fields, HttpBodyKind? kind, long length)
    {
        Assert.True(HttpRequestHead.TryParse(Encoding.ASCII.GetBytes("POST / HTTP/1.1\r\n" + Lines(fields)), out var head));
        Assert.Equal(kind is not null, HttpBody.TryFind(in head, out var body));
        if (kind is { } expected)
            Assert.Equal(new HttpBody(expected, length), body);
    }

    // Section 6.1: a sender of HTTP/1.0 knows no transfer codings.
    [Fact]
    public void An_old_request_has_no_chunks()
    {
        Assert.True(HttpRequestHead.TryParse("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"u8, out var head));
        Assert.False(HttpBody.TryFind(in head, out _));
    }

    [Theory]
    [InlineData(200, HttpRequestMethod.Get, "", HttpBodyKind.UntilClose, 0)]
    [InlineData(200, HttpRequestMethod.Get, "Content-Length: 7", HttpBodyKind.Length, 7)]
    [InlineData(200, HttpRequestMethod.Get, "Content-Length: 0", HttpBodyKind.None, 0)]
    [InlineData(200, HttpRequestMethod.Get, "Transfer-Encoding: chunked", HttpBodyKind.Chunks, 0)]
    [InlineData(200, HttpRequestMethod.Get, "Transfer-Encoding: gzip", HttpBodyKind.UntilClose, 0)]
    [InlineData(200, HttpRequestMethod.Get, "Transfer-Encoding: chunked\r\nContent-Length: 7", null, 0)]
    [InlineData(200, HttpRequestMethod.Get, "Content-Length: 7\r\n 7", null, 0)]
    [InlineData(200, HttpRequestMethod.Head, "Content-Length: 7", HttpBodyKind.None, 0)]
    [InlineData(204, HttpRequestMethod.Get, "Content-Length: 7", HttpBodyKind.None, 0)]
    [InlineData(304, HttpRequestMethod.Get, "Content-Length: 7", HttpBodyKind.None, 0)]
    [InlineData(100, HttpRequestMethod.Post, "", HttpBodyKind.None, 0)]
    [InlineData(101, HttpRequestMethod.Get, "", HttpBodyKind.Tunnel, 0)]
    [InlineData(200, HttpRequestMethod.Connect, "Content-Length: 7", HttpBodyKind.Tunnel, 0)]
    [InlineData(407, HttpRequestMethod.Connect, "Content-Length: 7", HttpBodyKind.Length, 7)]
    public void Responses(int status, HttpRequestMethod method, string fields, HttpBodyKind? kind, long length)
    {
        Assert.True(HttpResponseHead.TryParse(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} \r\n" + Lines(fields)), out var head));
        Assert.Equal(kind is not null, HttpBody.TryFind(in head, method, out var body));
        if (kind is { } expected)
            Assert.Equal(new HttpBody(expected, length), body);
    }

    private static string Lines(string fields) => fields == "" ? "\r\n" : fields + "\r\n\r\n";
}
