using System.Text;
using System.Text.Json;
using Codecs.Capture;
using Codecs.Protocols;
using Codecs.Tests.Streams;
using Codecs.Tool.Streams;

namespace Codecs.Tests.Tool;

/// <summary>The dissectors of single protocols, with connections of the corpus cut in every way, and with small ones made by hand.</summary>
public class DissectorTests
{
    private const int FewBytes = 300;

    private static IStreamDissector Of(string protocol) => StreamDissectors.All.Single(dissector => dissector.Protocol == protocol);

    [CorpusFact]
    public Task Pop3() => EveryCut("pop3", 110, ".jsonl", Lines, static name => !name.EndsWith(".tls", StringComparison.Ordinal), least: 560);

    [CorpusFact]
    public Task Imap() => EveryCut("imap", 143, ".imap.jsonl", Lines, static _ => true, least: 6);

    // Those that the other reader agrees with; others are no Modbus, or begin with a hole.
    [CorpusFact]
    public Task Modbus() => EveryCut("modbus", 502, ".jsonl", Frames, static name => !name.EndsWith("modbus-and-non-modbus-p502.s3", StringComparison.Ordinal) && !name.Contains("fuzz-72", StringComparison.Ordinal), least: 50);

    private static async Task EveryCut(string protocol, ushort port, string ending, Func<RecordedStreams, JsonElement[], IEnumerable<string>> expected, Func<string, bool> isAgreed, int least)
    {
        int messages = 0;
        foreach (var (name, streams) in RecordedStreams.All(protocol, port, ending).Where(item => isAgreed(item.Name)))
        {
            var dissector = Of(protocol);
            string[] found = Show(await streams.DissectAsync(dissector));
            Assert.Equal(expected(streams, streams.Messages), found.Where(static line => !line.Contains("opaque", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
            messages += found.Length;
            Assert.Equal(found, Show(await streams.DissectAsync(dissector, piece: 1)));
            Assert.Equal(found, Show(await streams.DissectAsync(dissector, piece: 7)));
            for (int cut = 0; cut < streams.Length && streams.Length <= FewBytes; cut++)
            {
                string[] other = Show(await streams.DissectAsync(dissector, cut: cut));
                Assert.True(found.AsSpan().SequenceEqual(other), $"{name} cut at {cut}");
            }
        }
        Assert.True(messages >= least, $"{messages} messages");
    }

    // Order within a direction is that of the offsets; between the two it depends on when what is complete.
    private static string[] Show(JsonElement[] lines) =>
    [
        .. lines.Where(static line => line.TryGetProperty("dir", out _))
            .Select(static line => $"{line.GetProperty("dir").GetString()} {line.GetProperty("off").GetInt64():D6} {line.GetProperty("len").GetInt64()}{(line.GetProperty("type").GetString() is "opaque" or "incomplete" ? " " + line.GetProperty("type").GetString() : "")}{(line.TryGetProperty("text", out var text) && line.TryGetProperty("eol", out _) ? " " + text.GetString() : "")}")
            .Order(StringComparer.Ordinal),
    ];

    // Lines of the corpus up to where TLS begins: it lists what TLS says as lines, too.
    private static IEnumerable<string> Lines(RecordedStreams streams, JsonElement[] messages)
    {
        var found = new List<string>();
        foreach (string direction in new[] { "c2s", "s2c" })
        {
            foreach (var message in messages.Where(message => message.GetProperty("dir").GetString() == direction))
            {
                if (streams.BytesOf(message) is [0x16, 3, ..])
                    break;
                bool isText = streams.BytesOf(messages[0]) is not [(byte)'.', ..];
                found.Add($"{direction} {message.GetProperty("off").GetInt64():D6} {message.GetProperty("len").GetInt64()}{(isText ? " " + message.GetProperty("text").GetString() : "")}");
            }
        }
        return found.Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Frames(RecordedStreams streams, JsonElement[] messages) =>
        messages.Select(message => $"{message.GetProperty("dir").GetString()} {message.GetProperty("off").GetInt64():D6} {message.GetProperty("len").GetInt64()}{(message.TryGetProperty("incomplete", out _) ? " incomplete" : "")}").Order(StringComparer.Ordinal);

    // Each control packet that the other reader shows, and not one more.
    [CorpusFact]
    public async Task Mqtt()
    {
        using var capture = CaptureReader.Open(Path.Combine(Repository.Corpus, "captures", "tcp", "zeek__mqtt.pcap"));
        var output = new MemoryStream();
        using (var messages = new StreamMessages(output, [Of("mqtt")]))
            await messages.WriteAsync(capture);
        var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(20, lines.Count(static line => line.TryGetProperty("type", out var type) && type.GetString() == "message"));
        Assert.DoesNotContain(lines, static line => line.TryGetProperty("error", out _));
        Assert.Contains(lines, static line => line.TryGetProperty("fields", out var fields) && fields.GetProperty("packetType").GetInt32() == (int)MqttPacketType.Connect);
    }

    [Fact]
    public async Task MqttChangesItsVersion()
    {
        // CONNECT of version 5; CONNACK with a property; PUBLISH with properties; PINGREQ.
        string connect = "\u0010\u0011\u0000\u0004MQTT\u0005\u0002\u0000\u000A\u0000\u0000\u0004same", connack = "\u0020\u0006\u0000\u0000\u0003\u0021\u0000\u0014", publish = "\u0030\u0008\u0000\u0001t\u0002\u0001\u0001hi", ping = "\u00C0\u0000";
        var lines = await Dissect("mqtt", 1883, connect + publish + ping, connack);
        Assert.Equal(["c2s 0 19 1", "c2s 19 10 3", "c2s 29 2 12", "s2c 0 8 2"], lines.Where(HasFields).Select(static line => $"{line.GetProperty("dir").GetString()} {line.GetProperty("off")} {line.GetProperty("len")} {line.GetProperty("fields").GetProperty("packetType")}").Order(StringComparer.Ordinal));
        Assert.Equal(1, lines.Single(static line => HasFields(line) && line.GetProperty("fields").GetProperty("packetType").GetInt32() == 3).GetProperty("fields").GetProperty("body").GetProperty("properties").GetArrayLength());
    }

    [Fact]
    public async Task WhatIsNoSuchMessageIsSaid()
    {
        var lines = await Dissect("modbus", 502, "\u0000\u0001\u0000\u0001\u0000\u0002\u0001\u0003", "\u0000\u0001\u0000\u0000\u0000\u0009\u0001");
        Assert.Contains(lines, static line => line.TryGetProperty("error", out var error) && error.GetString()!.Contains("ProtocolIdentifier", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ImapLiteralsAndLines()
    {
        var lines = await Dissect("imap", 143, "a LOGIN {2+}\r\nme {3}\r\npw!\r\nb IDLE\r\nDONE\r\nc LOGOUT\r\n", "* OK hi\r\n+ go\r\na OK in\r\n+ idling\r\n* 1 EXISTS\r\nb OK\r\n* BYE\r\nc OK bye\r\n");
        Assert.Equal(
            ["command", "command", "line", "command"],
            lines.Where(static line => line.TryGetProperty("dir", out var dir) && dir.GetString() == "c2s").Select(static line => line.GetProperty("type").GetString()));
        Assert.Equal(8, lines.Count(static line => line.TryGetProperty("type", out var type) && type.GetString() == "response"));
    }

    [Fact]
    public async Task RpcFragments()
    {
        var lines = await Dissect("rpc", 111, "\u0080\u0000\u0000\u0028\u0012\u0034\u0056\u0078\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0002\u0000\u0001\u0086\u00A0\u0000\u0000\u0000\u0002\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000", "\u0080\u0000\u0000\u0018\u0012\u0034\u0056\u0078\u0000\u0000\u0000\u0001\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000");
        Assert.Equal(2, lines.Count(HasFields));
        Assert.Equal(100000, lines.First(static line => HasFields(line) && line.GetProperty("dir").GetString() == "c2s").GetProperty("fields").GetProperty("data").GetProperty("body").GetProperty("program").GetInt32());
    }

    private static bool HasFields(JsonElement line) => line.TryGetProperty("fields", out _);

    private static async Task<JsonElement[]> Dissect(string protocol, ushort port, string client, string server)
    {
        var script = new TcpFrameScript(50000, port);
        byte[] file = TcpFrames.File([.. script.Open(), script.Client(0, client), script.Server(0, server, ack: client.Length), .. script.Close(client.Length, server.Length)]);
        var output = new MemoryStream();
        using var capture = CaptureReader.Open(new MemoryStream(file));
        using (var messages = new StreamMessages(output, [Of(protocol)]))
            await messages.WriteAsync(capture);
        return [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement)];
    }
}
