using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Codecs.Tests.Streams;
using Codecs.Tool;

namespace Codecs.Tests.Tool;

/// <summary><c>codecs streams --messages</c> of HTTP and WebSocket.</summary>
public class HttpStreamTests
{
    private const int MostPerSegment = 60_000;

    private static readonly TcpFrameScript s_script = new(serverPort: 4711);

    [CorpusFact]
    public void WebSocketStreamsHaveTheListedFramesAndMessagesHoweverTheyAreCut()
    {
        int runs = 0, frames = 0;
        foreach (string file in Directory.GetFiles(Path.Combine(Repository.Corpus, "streams", "websocket"), "*.jsonl"))
        {
            var entries = File.ReadLines(file).Select(static line => JsonDocument.Parse(line).RootElement).ToList();
            string client = Read(file, "c2s"), server = Read(file, "s2c");
            string[] expected = [.. entries.Skip(1).Select(Listed), .. Messages(entries, "c2s"), .. Messages(entries, "s2c")];
            frames += entries.Count;
            foreach (var segments in Cuts(entries[0], client.Length, server.Length))
            {
                string[] found = Dissect(client, server, segments);
                Assert.True(expected.Order().SequenceEqual(found.Order()), $"{Path.GetFileName(file)}\n{string.Join('\n', expected.Except(found))}\n\n{string.Join('\n', found.Except(expected))}");
                runs++;
            }
        }
        Assert.True(frames > 300 && runs > 5000, $"{frames} frames, {runs} runs");
    }

    [Fact]
    public void HeadsAndBodies()
    {
        const string request = "POST /a?b HTTP/1.1\r\nHost: example.com\r\nContent-Length: 5\r\n\r\nhello" + "GET / HTTP/1.1\r\nHost: example.com\r\n\r\n";
        const string response = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nX-A: \u00E4\r\n\r\n";
        const string chunks = "HTTP/1.1 200\r\nTransfer-Encoding: chunked\r\nA:\r\n b\r\n\r\n5;x\r\nhello\r\n0\r\n\r\n";
        string[] lines = Lines(request, chunks + response, out var connection);

        Assert.Equal(
            [
                """{"connection":1,"dir":"c2s","type":"request","off":0,"len":60,"method":"POST","target":"/a?b","version":"HTTP/1.1","fields":[{"name":"Host","value":"example.com"},{"name":"Content-Length","value":"5"}],"body":"length"}""",
                """{"connection":1,"dir":"c2s","type":"body","off":60,"len":5,"dataLength":5}""",
                """{"connection":1,"dir":"s2c","type":"response","off":0,"len":52,"version":"HTTP/1.1","status":200,"reason":"","fields":[{"name":"Transfer-Encoding","value":"chunked"},{"name":"A","value":""},{"value":"b"}],"body":"chunks"}""",
                """{"connection":1,"dir":"s2c","type":"body","off":52,"len":17,"dataLength":5}""",
                """{"connection":1,"dir":"c2s","type":"request","off":65,"len":37,"method":"GET","target":"/","version":"HTTP/1.1","fields":[{"name":"Host","value":"example.com"}],"body":"none"}""",
                """{"connection":1,"dir":"s2c","type":"response","off":69,"len":25,"version":"HTTP/1.1","status":100,"reason":"Continue","fields":[],"body":"none"}""",
                """{"connection":1,"dir":"s2c","type":"response","off":94,"len":27,"version":"HTTP/1.1","status":200,"reason":"OK","fields":[{"name":"X-A","value":"ä"}],"body":"untilClose"}""",
            ],
            lines);
        Assert.False(connection.TryGetProperty("error", out _));
    }

    [Fact]
    public void TextForPeople()
    {
        const string request = "GET /a HTTP/1.1\r\nHost: example.com\r\nX: \u009B31m\r\n\r\n", response = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
        var run = ToolRun.Of(TcpFrames.File(s_script.Exchange(request, response)), "streams", "-", "--messages", "--format", "text");

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Equal("""
                 1  client  request  at 0, 47 bytes  method GET  target /a  version HTTP/1.1  body none
                    Host: example.com
                    X: \u00B731m
                 1  server  response  at 0, 38 bytes  version HTTP/1.1  status 200  reason OK  body length
                    Content-Length: 2
                 1  server  body  at 38, 2 bytes  dataLength 2
                 1  connection  192.0.2.1:50000 > 192.0.2.2:4711  closed, 3 messages

            """.ReplaceLineEndings("\n").Replace("\\u00B7", "\u00B7"), run.Output);
    }

    // RFC 7692 section 7.2.3.1 and 7.2.3.2: the same message again refers to the one before.
    [Fact]
    public void CompressedMessages()
    {
        string[] lines = Lines(
            Request + "\u00C1\u0087\0\0\0\0" + "\u00F2\u0048\u00CD\u00C9\u00C9\u0007\u0000" + "\u00C1\u0085\0\0\0\0" + "\u00F2\u0000\u0011\u0000\u0000" + "\u0081\u0085\u0037\u00FA\u0021\u003D\u007F\u009F\u004D\u0051\u0058",
            Response + "\u0001\u0002\u00C3\u00A4" + "\u0089\u0001x" + "\u0080\u0001!" + "\u0088\u0005\u0003\u00E9bye",
            out _);

        Assert.Equal(["Hello", "Hello", "Hello", "\u00E4!"], lines.Select(Property("text")).Where(static text => text is not null));
        Assert.Equal(["True", "True", "False", "False"], lines.Select(Property("compressed")).Where(static text => text is not null));
        Assert.Equal(["1001"], lines.Select(Property("code")).Where(static text => text is not null));
        Assert.Equal(["bye"], lines.Select(Property("reason")).Where(static text => text is not null).Skip(1));
        Assert.Contains("""{"connection":1,"dir":"s2c","type":"message","off":156,"len":10,"opcode":1,"frames":2,"compressed":false,"text":"ä!"}""", lines);
        Assert.Contains("""{"connection":1,"dir":"c2s","type":"frame","off":185,"len":11,"final":true,"rsv":0,"opcode":1,"maskingKey":"37fa213d","payloadLength":5,"payload":"48656c6c6f"}""", lines);
    }

    [Theory]
    [InlineData("\u0083\u0080\0\0\0\0", "reservedOpcode")]
    [InlineData("\u0081\u0001x", null)]
    [InlineData("\u0081\u0081\0\0\0\0\u00FF", "text")]
    [InlineData("\u0009\u0080\0\0\0\0", "fragmentedControl")]
    [InlineData("\u0081\u00FE\0\u0001\0\0\0\0x", "payloadLength")]
    [InlineData("\u0081\u00FF\u0080\0\0\0\0\0\0\u0001\0\0\0\0x", "WebSocketFrame.PayloadLength at byte 2: Requirement")]
    public void RulesThatAreBroken(string frame, string? error)
    {
        string[] lines = Lines(Request + frame, Response, out _);

        Assert.Equal(error, Property("error")(lines.Single(static line => line.Contains("\"frame\""))));
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHo", "request")]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nabc", "body")]
    [InlineData(Request + "\u0081\u0085\0\0\0\0ab", "frame")]
    [InlineData(Request + "\u0081", "frame")]
    public void WhatIsNotAllThere(string client, string type)
    {
        var last = Lines(client, client.StartsWith(Request, StringComparison.Ordinal) ? Response : "", out _).Select(static line => JsonDocument.Parse(line).RootElement).Last(static line => line.GetProperty("dir").GetString() == "c2s");

        Assert.Equal((type, true), (last.GetProperty("type").GetString(), last.GetProperty("incomplete").GetBoolean()));
    }

    [Theory]
    [InlineData("GET /index.html HTTP/1.1\nHost: x\n\n", "HttpRequestHead.Version at byte 24: Syntax")]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", "It cannot be told where a body ends.")]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhelloX", "A body is not made of chunks as it says.")]
    public void WhatIsWrongEndsTheDissection(string client, string error)
    {
        Lines(client, "", out var connection);

        Assert.Equal(error, connection.GetProperty("error").GetString());
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n")]
    [InlineData("EHLO example.com\r\n")]
    [InlineData("GETX / HTTP/1.1\r\n\r\n")]
    [InlineData("GET")]
    [InlineData("")]
    public void OtherConnectionsAreOnlyCounted(string client)
    {
        Lines(client, "abc", out var connection);

        Assert.False(connection.GetProperty("dissected").GetBoolean());
        Assert.Equal(3, connection.GetProperty("server").GetProperty("bytes").GetInt32());
    }

    private const string Request = "GET /chat HTTP/1.1\r\nHost: server.example.com\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
    private const string Response = "HTTP/1.1 101 \r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n";

    private static Func<string, string?> Property(string name) => line => JsonDocument.Parse(line).RootElement.TryGetProperty(name, out var value) ? value.ToString() : null;

    private static string[] Lines(string client, string server, out JsonElement connection)
    {
        string[] lines = Run(client, server, [(true, 0, client.Length), (false, 0, server.Length)]);
        connection = JsonDocument.Parse(lines[^1]).RootElement;
        return lines[..^1];
    }

    private static string[] Run(string client, string server, IEnumerable<(bool IsClient, int Start, int End)> segments)
    {
        byte[] capture = TcpFrames.File(
        [
            .. s_script.Open(),
            .. segments.Where(static segment => segment.End > segment.Start)
                .Select(segment => segment.IsClient ? s_script.Client(segment.Start, client[segment.Start..segment.End]) : s_script.Server(segment.Start, server[segment.Start..segment.End])),
            .. s_script.Close(client.Length, server.Length),
        ]);
        var run = ToolRun.Of(capture, "streams", "-", "--messages");
        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        return run.Lines;
    }

    /// <summary>As they were in the capture; byte by byte; in pieces; and of short streams in two at every place.</summary>
    private static IEnumerable<List<(bool IsClient, int Start, int End)>> Cuts(JsonElement header, int client, int server)
    {
        yield return
        [
            .. Natural("c2s").Concat(Natural("s2c")).OrderBy(static segment => segment.Frame).SelectMany(static segment => Pieces(segment.IsClient, segment.Start, segment.End, MostPerSegment)),
        ];
        foreach (int size in new[] { 1, 7, 1000 })
        {
            if (client + server < 20_000 || size > 1)
                yield return [.. Pieces(true, 0, client, size), .. Pieces(false, 0, server, size)];
        }
        if (client + server > 4000)
            yield break;
        for (int cut = 1; cut < client; cut++)
            yield return [(true, 0, cut), (true, cut, client), .. Pieces(false, 0, server, MostPerSegment)];
        for (int cut = 1; cut < server; cut++)
            yield return [(true, 0, client), (false, 0, cut), (false, cut, server)];

        IEnumerable<(bool IsClient, int Start, int End, int Frame)> Natural(string direction) =>
            header.GetProperty(direction + "_segments").EnumerateArray().Select(segment => (direction == "c2s", segment[0].GetInt32(), segment[1].GetInt32(), segment[2].GetInt32()));
    }

    private static IEnumerable<(bool IsClient, int Start, int End)> Pieces(bool isClient, int start, int end, int size)
    {
        for (int at = start; at < end; at += size)
            yield return (isClient, at, Math.Min(at + size, end));
    }

    private static string[] Dissect(string client, string server, List<(bool IsClient, int Start, int End)> segments) =>
        [.. Run(client, server, segments)[..^1].Select(static line => JsonDocument.Parse(line).RootElement).Select(Found)];

    private static string Found(JsonElement line)
    {
        string place = $"{Text(line, "dir")} {Text(line, "off")} {Text(line, "len")}";
        return Text(line, "type") switch
        {
            "request" or "response" => $"{place} http",
            "frame" when line.TryGetProperty("payload", out _) => $"{place} frame {(line.GetProperty("final").GetBoolean() ? 1 : 0)} {Text(line, "rsv")} {Text(line, "opcode")} {Text(line, "maskingKey")} {Text(line, "payloadLength")} {Hash(Convert.FromHexString(Text(line, "payload")))}",
            "message" => $"{place} message {Text(line, "opcode")} {Hash(line.TryGetProperty("text", out var text) ? Encoding.UTF8.GetBytes(text.GetString()!) : Convert.FromHexString(Text(line, "data")))}",
            _ => line.ToString(),
        };
    }

    private static string Listed(JsonElement line)
    {
        string place = $"{Text(line, "dir")} {Text(line, "off")} {Text(line, "len")}";
        return Text(line, "type") == "http"
            ? $"{place} http"
            : $"{place} frame {Text(line, "fin")} {Text(line, "rsv")} {Text(line, "opcode")} {Text(line, "masking_key")} {Text(line, "payload_length")} {Text(line, "payload_sha256")}";
    }

    // What the listed frames are together. None of these connections is compressed, and in those with fragments all payloads are listed.
    private static IEnumerable<string> Messages(List<JsonElement> entries, string direction)
    {
        var fragments = new List<JsonElement>();
        foreach (var frame in entries.Skip(1).Where(line => Text(line, "type") == "frame" && Text(line, "dir") == direction))
        {
            int opcode = frame.GetProperty("opcode").GetInt32();
            if (opcode == 8)
                yield break;
            if (opcode > 2)
                continue;
            fragments.Add(frame);
            if (Text(frame, "fin") != "1")
                continue;
            int start = fragments[0].GetProperty("off").GetInt32();
            string hash = fragments.Count == 1 ? Text(frame, "payload_sha256") : Hash([.. fragments.SelectMany(static fragment => Convert.FromHexString(Text(fragment, "payload")))]);
            yield return $"{direction} {start} {frame.GetProperty("off").GetInt32() + frame.GetProperty("len").GetInt32() - start} message {fragments[0].GetProperty("opcode").GetInt32()} {hash}";
            fragments.Clear();
        }
    }

    private static string Read(string file, string direction) => Encoding.Latin1.GetString(File.ReadAllBytes(file.Replace(".jsonl", $".{direction}.bin", StringComparison.Ordinal)));

    private static string Text(JsonElement line, string name) => line.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
