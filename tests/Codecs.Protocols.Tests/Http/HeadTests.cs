using System.Buffers;
using System.Text;

namespace Codecs.Protocols.Tests.Http;

public sealed class HeadTests
{
    // RFC 9110 section 3.9.
    private static readonly byte[] s_request = Bytes("GET /hello.txt HTTP/1.1\r\nUser-Agent: curl/7.64.1\r\nHost: www.example.com\r\nAccept-Language: en, mi\r\n\r\n");

    private static readonly byte[] s_response = Bytes(
        "HTTP/1.1 200 OK\r\nDate: Mon, 27 Jul 2009 12:28:53 GMT\r\nServer: Apache\r\nLast-Modified: Wed, 22 Jul 2009 19:15:56 GMT\r\nETag: \"34aa387-d-1568eb00\"\r\n"
        + "Accept-Ranges: bytes\r\nContent-Length: 51\r\nVary: Accept-Encoding\r\nContent-Type: text/plain\r\n\r\n");

    [Fact]
    public void Parse()
    {
        Assert.True(HttpRequestHead.TryParse(s_request, out var request));
        Assert.Equal((HttpRequestMethod.Get, HttpProtocolVersion.Http11), (request.Method.Value, request.Version.Value));
        Assert.Equal("/hello.txt"u8, request.Target);
        Assert.Equal(3, request.Fields.Count);
        Assert.Equal(HttpFieldName.Host, request.Fields.ElementAt(1).Name.Value);
        Assert.Equal("www.example.com"u8, request.Fields.ElementAt(1).Value);
        Assert.False(request.Fields.ElementAt(2).Name.IsKnown);
        Assert.Equal("Accept-Language"u8, request.Fields.ElementAt(2).Name.Bytes);

        Assert.True(HttpResponseHead.TryParse([.. s_response, .. "Hello World!"u8], out var response) is { BytesConsumed: var consumed });
        Assert.Equal(s_response.Length, consumed);
        Assert.Equal((HttpProtocolVersion.Http11, 200), (response.Version.Value, response.StatusCode));
        Assert.Equal("OK"u8, response.ReasonPhrase);
        Assert.Equal(8, response.Fields.Count);
        Assert.Equal("51"u8, response.Fields.ElementAt(5).Value);
    }

    [Fact]
    public void Build()
    {
        var request = new HttpRequestHead
        {
            Method = HttpRequestMethod.Get,
            Target = "/hello.txt"u8,
            Version = HttpProtocolVersion.Http11,
            Fields = new ListBuilder<HttpField>
            {
                new() { Name = HttpFieldName.UserAgent, Value = "curl/7.64.1"u8 },
                new() { Name = HttpFieldName.Host, Value = "www.example.com"u8 },
                new() { Name = new("Accept-Language"u8), Value = "en, mi"u8 },
            },
        };
        Assert.Equal(s_request, request.ToArray());
        Assert.Equal("HTTP/1.1 204 \r\n\r\n"u8, new HttpResponseHead { Version = HttpProtocolVersion.Http11, StatusCode = 204 }.ToArray());
        Assert.Equal("HTTP/1.0 404 Not Found\r\n\r\n"u8, new HttpResponseHead { Version = HttpProtocolVersion.Http10, StatusCode = 404, ReasonPhrase = "Not Found"u8 }.ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Expect.RoundTrip<HttpRequestHead>(s_request);
        Expect.RoundTrip<HttpResponseHead>(s_response);
        // What does not matter is kept where that is asked for, and otherwise written as it should be.
        byte[] odd = Bytes("\r\n\r\nGET / HTTP/1.1\r\nHOST:x\t \r\nA:  \t b\r\n\r\n");
        Expect.Preserved<HttpRequestHead>(odd);
        Assert.True(HttpRequestHead.TryParse(odd, out var request));
        Assert.Equal("x"u8, request.Fields.First.Value);
        Assert.Equal("b"u8, request.Fields.ElementAt(1).Value);
        Assert.StartsWith("GET / HTTP/1.1\r\n", Encoding.Latin1.GetString(request.ToArray()));
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<HttpRequestHead>(s_request);
        Expect.Unfinished<HttpResponseHead>(s_response);
    }

    // Each with the error at once: nobody waits for the rest of a line that cannot be right.
    [Theory]
    [InlineData("G(T / HTTP/1.1\r\n\r\n", ParseError.Syntax, "Method", 1)]
    [InlineData(" / HTTP/1.1\r\n\r\n", ParseError.Requirement, "Method", 0)]
    [InlineData("GET\t/ HTTP/1.1\r\n\r\n", ParseError.Syntax, "Method", 3)]
    [InlineData("GET  / HTTP/1.1\r\n\r\n", ParseError.Requirement, "Target", 4)]
    [InlineData("GET /\r\n", ParseError.Syntax, "Target", 5)]
    [InlineData("GET /a b HTTP/1.1\r\n\r\n", ParseError.Syntax, "Version", 7)]
    [InlineData("GET /\u0000 HTTP/1.1\r\n\r\n", ParseError.Syntax, "Target", 5)]
    [InlineData("GET / http/1.1\r\n\r\n", ParseError.Syntax, "Version", 6)]
    [InlineData("GET / HTTP/11\r\n\r\n", ParseError.Requirement, "Version", 6)]
    [InlineData("GET / HTTP/1.10\r\n\r\n", ParseError.Requirement, "Version", 6)]
    [InlineData("GET / HTTP/1.1 \r\n\r\n", ParseError.Syntax, "Version", 14)]
    // RFC 9112 section 2.2: an LF alone ends no line here, and a CR alone is nowhere.
    [InlineData("GET / HTTP/1.1\nHost: x\n\n", ParseError.Syntax, "Version", 14)]
    [InlineData("GET / HTTP/1.1\rHost: x\r\r", ParseError.Syntax, "Version", 14)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\nA: b\r\n\r\n", ParseError.Syntax, "Fields", 23)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\rA: b\r\n\r\n", ParseError.Syntax, "Fields", 23)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\n\n", ParseError.Syntax, "Fields", 25)]
    // Section 5.1: a field without a name, white space before the colon, no colon.
    [InlineData("GET / HTTP/1.1\r\n: x\r\n\r\n", ParseError.Requirement, "Fields", 16)]
    [InlineData("GET / HTTP/1.1\r\nHost : x\r\n\r\n", ParseError.Syntax, "Fields", 20)]
    [InlineData("GET / HTTP/1.1\r\nHost\r\n\r\n", ParseError.Syntax, "Fields", 20)]
    [InlineData("GET / HTTP/1.1\r\nA: b\u0000c\r\n\r\n", ParseError.Syntax, "Fields", 20)]
    [InlineData("GET / HTTP/1.1\r\nA: b\u007Fc\r\n\r\n", ParseError.Syntax, "Fields", 20)]
    // Sections 2.2 and 5.2: white space before the first field, and a value over two lines.
    [InlineData("GET / HTTP/1.1\r\n Host: x\r\n\r\n", ParseError.Requirement, "Fields", 16)]
    [InlineData("GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n", ParseError.Requirement, "Fields", 16)]
    public void WrongRequest(string head, ParseError error, string field, int offset) => Expect.Invalid<HttpRequestHead>(Bytes(head), error, field, offset);

    [Theory]
    [InlineData("HTTP/1.1 20 OK\r\n\r\n", ParseError.Syntax, "StatusCode", 9)]
    [InlineData("HTTP/1.1 2000 OK\r\n\r\n", ParseError.Requirement, "ReasonPhrase", 12)]
    [InlineData("HTTP/1.1 200OK\r\n\r\n", ParseError.Requirement, "ReasonPhrase", 12)]
    [InlineData("HTTP/1.1  200 OK\r\n\r\n", ParseError.Syntax, "StatusCode", 9)]
    [InlineData("HTTP/2 200 OK\r\n\r\n", ParseError.Requirement, "Version", 0)]
    [InlineData("HTTP/1.1 200 O\u0007K\r\n\r\n", ParseError.Syntax, "ReasonPhrase", 14)]
    [InlineData("HTTP/1.1 200 OK\r\n A: b\r\n\r\n", ParseError.Requirement, "Fields", 17)]
    public void WrongResponse(string head, ParseError error, string field, int offset) => Expect.Invalid<HttpResponseHead>(Bytes(head), error, field, offset);

    [Theory]
    [InlineData("HTTP/1.1 200\r\n\r\n", "")]
    [InlineData("HTTP/1.1 200 \r\n\r\n", "")]
    [InlineData("HTTP/1.1 599 a  b\t\u00E4\r\n\r\n", "a  b\t\u00E4")]
    public void Words_of_a_response_may_be_missing(string head, string words)
    {
        Assert.True(HttpResponseHead.TryParse(Bytes(head), out var response));
        Assert.Equal(words, Encoding.Latin1.GetString(response.ReasonPhrase));
    }

    // RFC 9112 section 5.2: a client reads it, with a space for what is between the lines.
    [Fact]
    public void A_response_may_have_a_value_over_several_lines()
    {
        Assert.True(HttpResponseHead.TryParse(Bytes("HTTP/1.1 200 OK\r\nServer: a \r\n\t b\r\n c\r\nDate: d\r\nserver:e\r\n\r\n"), out var response));
        Span<byte> scratch = new byte[64];
        Assert.Equal("a b c, e"u8, response.Fields.Join(HttpFieldName.Server, ref scratch));
        Assert.Equal("d"u8, response.Fields.Join(HttpFieldName.Date, ref scratch));
        Assert.True(response.Fields.Join(HttpFieldName.Host, ref scratch).IsEmpty);
        Assert.Equal(64 - 8, scratch.Length);
    }

    // The bytes of a head are room enough for all its values, however they are spread.
    [Fact]
    public void Values_are_put_together()
    {
        byte[] head = Bytes("GET / HTTP/1.1\r\n" + string.Concat(Enumerable.Range(0, 300).Select(i => i % 3 == 0 ? "Host:\r\n" : i % 3 == 1 ? "Upgrade:a\r\n" : "Accept: b\r\n")) + "\r\n");
        Assert.True(HttpRequestHead.TryParse(head, out var request));
        Span<byte> scratch = new byte[head.Length];
        Assert.Equal(string.Join(", ", Enumerable.Repeat("a", 100)), Encoding.ASCII.GetString(request.Fields.Join(HttpFieldName.Upgrade, ref scratch)));
        Assert.Equal(string.Join(", ", Enumerable.Repeat("b", 100)), Encoding.ASCII.GetString(request.Fields.Join(HttpFieldName.Accept, ref scratch)));
        Assert.Equal(99, request.Fields.Join(HttpFieldName.Host, ref scratch).Count((byte)','));
    }

    [Theory]
    [InlineData("GET", "/\r\nX: y", "a", "b")]
    [InlineData("GET", "/ HTTP/1.1\r\n", "a", "b")]
    [InlineData("GET", "", "a", "b")]
    [InlineData("GET ", "/", "a", "b")]
    [InlineData("G\r\nT", "/", "a", "b")]
    [InlineData("GET", "/", "a", "b\r\nX: y")]
    [InlineData("GET", "/", "a", "b\nX: y")]
    [InlineData("GET", "/", "a", "b\rX: y")]
    [InlineData("GET", "/", "a", "b\0")]
    [InlineData("GET", "/", "a: b\r\nX", "y")]
    [InlineData("GET", "/", "a ", "b")]
    [InlineData("GET", "/", "a:", "b")]
    public void Nothing_can_be_injected(string method, string target, string name, string value)
    {
        bool isWritten;
        byte[] bytes = [];
        try
        {
            bytes = new HttpRequestHead
            {
                Method = new(Bytes(method)),
                Target = Bytes(target),
                Version = HttpProtocolVersion.Http11,
                Fields = new ListBuilder<HttpField> { new() { Name = new(Bytes(name)), Value = Bytes(value) } },
            }.ToArray();
            isWritten = true;
        }
        catch (InvalidOperationException)
        {
            isWritten = false;
        }
        // An empty target ends no line before its time, but is no request either.
        Assert.Equal(target == "", isWritten);
        Assert.True(!isWritten || !HttpRequestHead.TryParse(bytes, out _));
    }

    [Fact]
    public void There_is_a_limit_to_everything()
    {
        Assert.Equal(ParseError.Limit, HttpRequestHead.TryParse(Bytes("GET / HTTP/1.1\r\n" + string.Concat(Enumerable.Repeat("a:\r\n", 1001))), out _).Error);
        Assert.Equal(ParseError.Limit, HttpRequestHead.TryParse(Bytes(string.Concat(Enumerable.Repeat("\r\n", 40))), out _).Error);
        Assert.Equal(ParseError.Limit, HttpRequestHead.TryParse(Bytes("GET /" + new string('a', 70_000)), out _).Error);
        Assert.Equal(OperationStatus.NeedMoreData, HttpRequestHead.TryParse(Bytes("GET /" + new string('a', 60_000)), out _).Status);
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
