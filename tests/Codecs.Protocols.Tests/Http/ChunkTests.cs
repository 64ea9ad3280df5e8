using System.Buffers;
using System.Text;
using Codecs.Pipelines;

namespace Codecs.Protocols.Tests.Http;

public sealed class ChunkTests
{
    private static readonly byte[] s_chunk = Bytes("A;name=\"x y\"\r\n0123456789\r\n");
    private static readonly byte[] s_last = Bytes("0\r\nExpires: never\r\n\r\n");

    [Fact]
    public void Parse()
    {
        Assert.True(HttpChunk.TryParse(s_chunk, out var chunk));
        Assert.Equal((10UL, false), (chunk.Size, chunk.IsLast));
        Assert.Equal("0123456789"u8, chunk.Data);
        Assert.Equal(";name=\"x y\""u8, chunk.Extensions);
        Assert.True(HttpChunk.TryParse(s_last, out chunk));
        Assert.Equal((0UL, true), (chunk.Size, chunk.IsLast));
        Assert.Equal("never"u8, chunk.Trailer.First.Value);
    }

    [Fact]
    public void Build()
    {
        Assert.Equal("a\r\n0123456789\r\n"u8, new HttpChunk { Data = "0123456789"u8 }.ToArray());
        Assert.Equal("3;a=b\r\nxyz\r\n"u8, new HttpChunk { Extensions = ";a=b"u8, Data = "xyz"u8 }.ToArray());
        Assert.Equal("0\r\n\r\n"u8, new HttpChunk().ToArray());
        Assert.Equal(s_last, new HttpChunk { Trailer = new ListBuilder<HttpField> { new() { Name = new("Expires"u8), Value = "never"u8 } } }.ToArray());
        Assert.Throws<InvalidOperationException>(() => new HttpChunk { Extensions = ";a\r\n0\r\n\r\n"u8, Data = "x"u8 }.ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Expect.Preserved<HttpChunk>(s_chunk);
        Expect.RoundTrip<HttpChunk>(s_last);
        Expect.Preserved<HttpChunk>(Bytes("000a\r\n0123456789\r\n"));
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<HttpChunk>(s_chunk);
        Expect.Unfinished<HttpChunk>(s_last);
    }

    [Theory]
    [InlineData("\r\n", ParseError.Syntax, "Size", 0)]
    [InlineData("-1\r\n", ParseError.Syntax, "Size", 0)]
    [InlineData("0x1\r\na\r\n", ParseError.Requirement, "Extensions", 1)]
    [InlineData("1 \r\na\r\n", ParseError.Requirement, "Extensions", 1)]
    [InlineData("1\na\r\n", ParseError.Syntax, "Extensions", 1)]
    [InlineData("1;a\nb\r\na\r\n", ParseError.Syntax, "Extensions", 3)]
    [InlineData("1\r\nab\r\n", ParseError.Value, "LineEnd", 4)]
    [InlineData("1\r\na\n", ParseError.Value, "LineEnd", 4)]
    public void WrongField(string chunk, ParseError error, string field, int offset) => Expect.Invalid<HttpChunk>(Bytes(chunk), error, field, offset);

    [Fact]
    public void A_chunk_may_be_larger_than_what_is_there()
    {
        Assert.True(HttpChunk.TryParseHeader(Bytes("ffffffff\r\nabc"), out var chunk));
        Assert.Equal(0xFFFFFFFF, chunk.Size);
        Assert.Equal("abc"u8, chunk.Data);
    }

    // RFC 9112 section 7.1.3, however the bytes are cut and whatever room there is.
    [Theory]
    [InlineData("0\r\n\r\n", "")]
    [InlineData("000\r\n\r\n", "")]
    [InlineData("5\r\nhello\r\n0\r\n\r\n", "hello")]
    [InlineData("5\r\nhello\r\n000006 ; a=\"b;c\"\r\n world\r\n0;x\r\nA: b\r\nC:\r\n\r\n", "hello world")]
    [InlineData("A\r\n0\r\n\r\n0\r\n\r\n\r\n0\r\n\r\n", "0\r\n\r\n0\r\n\r\n")]
    public void Decoded(string body, string expected)
    {
        foreach (int cut in new[] { 1, 2, 3, 7, 1000 })
        {
            foreach (int room in new[] { 1, 2, 1000 })
                Assert.Equal((OperationStatus.Done, expected), Decode(Bytes(body + "next"), cut, room, "next".Length));
        }
    }

    [Theory]
    [InlineData("g")]
    [InlineData("\r")]
    [InlineData("1\n")]
    [InlineData("1 \r")]
    [InlineData("1\rx")]
    [InlineData("1\r\nab")]
    [InlineData("1\r\na\n")]
    [InlineData("1\r\na\rb")]
    [InlineData("1;\n")]
    [InlineData("0\r\nA: b\n")]
    [InlineData("0\r\n\n")]
    [InlineData("0\r\n\r\r")]
    [InlineData("8000000000000000")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public void What_is_no_body_of_chunks_is_found_at_the_first_wrong_byte(string body)
    {
        byte[] bytes = Bytes(body);
        var decoder = default(HttpChunkedDecoder);
        byte[] room = new byte[100];
        Assert.Equal(OperationStatus.InvalidData, decoder.Decode(bytes, room, out int consumed, out _));
        Assert.Equal(bytes.Length - 1, consumed);
    }

    [Fact]
    public void Nothing_can_be_sent_for_ever()
    {
        var decoder = default(HttpChunkedDecoder);
        byte[] extension = Bytes("1;" + new string('a', HttpChunkedDecoder.MaxOverhead + 1));
        Assert.Equal(OperationStatus.InvalidData, decoder.Decode(extension, new byte[1], out _, out _));
        decoder = default;
        byte[] trailer = Bytes("0\r\n" + string.Concat(Enumerable.Repeat("a:\r\n", HttpChunkedDecoder.MaxOverhead)));
        Assert.Equal(OperationStatus.InvalidData, decoder.Decode(trailer, new byte[1], out _, out _));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public void Encoded(int room)
    {
        var encoder = default(HttpChunkedEncoder);
        var output = new List<byte>();
        byte[] destination = new byte[room];
        foreach (byte[] piece in new[] { Bytes("hello"), [], Bytes(new string('x', 300)) })
        {
            int at = 0;
            OperationStatus status;
            do
            {
                status = encoder.Encode(piece.AsSpan(at), destination, out int consumed, out int written);
                output.AddRange(destination.AsSpan(0, written));
                at += consumed;
            }
            while (status == OperationStatus.DestinationTooSmall);
            Assert.Equal(OperationStatus.NeedMoreData, status);
        }
        while (true)
        {
            var status = encoder.Finish(destination, out int written);
            output.AddRange(destination.AsSpan(0, written));
            if (status == OperationStatus.Done)
                break;
        }
        Assert.Equal("5\r\nhello\r\n12c\r\n" + new string('x', 300) + "\r\n0\r\n\r\n", Encoding.ASCII.GetString([.. output]));
    }

    [Fact]
    public async Task A_body_is_read_from_a_pipe()
    {
        var pipe = new System.IO.Pipelines.Pipe();
        await pipe.Writer.WriteAsync(Bytes("5\r\nhello\r\n6\r\n world\r\n0\r\n\r\nGET"));
        using var body = new BodyReader<HttpChunkedDecoder>(pipe.Reader, default);
        byte[] buffer = new byte[100];
        int length = 0;
        while (await body.WaitToReadAsync())
        {
            while (body.TryRead(buffer.AsSpan(length), out int written))
                length += written;
        }
        Assert.Equal("hello world"u8, buffer.AsSpan(0, length));
        Assert.Equal(3, (await pipe.Reader.ReadAsync()).Buffer.Length);
    }

    private static (OperationStatus Status, string Text) Decode(ReadOnlySpan<byte> body, int cut, int room, int behind)
    {
        var decoder = default(HttpChunkedDecoder);
        var text = new StringBuilder();
        byte[] destination = new byte[room];
        int at = 0, end = 0;
        while (true)
        {
            end = Math.Max(end, Math.Min(at + cut, body.Length));
            var status = decoder.Decode(body[at..end], destination, out int consumed, out int written);
            text.Append(Encoding.ASCII.GetString(destination, 0, written));
            at += consumed;
            Assert.True(at <= body.Length - behind);
            if (status == OperationStatus.NeedMoreData)
                Assert.Equal(end, at);
            else if (status != OperationStatus.DestinationTooSmall)
                return (at == body.Length - behind ? status : OperationStatus.InvalidData, text.ToString());
        }
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
