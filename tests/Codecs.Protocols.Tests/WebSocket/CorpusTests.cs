using System.Security.Cryptography;
using System.Text.Json;

namespace Codecs.Protocols.Tests.WebSocket;

/// <summary>Real connections, and the cases of Autobahn as far as their frames are listed.</summary>
public sealed class CorpusTests
{
    private static readonly int[] s_cuts = [1, 2, 3, 5, 8, 13, 64, 1460, int.MaxValue];

    [CorpusFact]
    public void Connections_under_every_cut()
    {
        int messages = 0;
        foreach (string file in Directory.GetFiles(Path.Combine(Repository.Corpus, "streams", "websocket"), "*.jsonl"))
        {
            var entries = File.ReadLines(file).Skip(1).Select(line => JsonDocument.Parse(line).RootElement).ToList();
            foreach (string direction in new[] { "c2s", "s2c" })
            {
                byte[] bytes = File.ReadAllBytes(file.Replace(".jsonl", $".{direction}.bin"));
                var frames = entries.Where(e => e.GetProperty("type").GetString() == "frame" && e.GetProperty("dir").GetString() == direction).ToList();
                if (frames.Count > 0)
                    messages += Check($"{Path.GetFileName(file)} {direction}", bytes.AsSpan(frames[0].GetProperty("off").GetInt32()), frames, direction == "c2s");
            }
        }
        Assert.True(messages > 200, $"{messages} messages");
    }

    // Cases whose frames are listed whole: 1 to 7. A case that must fail says that the connection is failed.
    [CorpusFact]
    public void Autobahn()
    {
        int count = 0;
        foreach (string line in File.ReadLines(Path.Combine(Repository.Corpus, "vectors", "autobahn_cases.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var test = json.RootElement;
            if (!test.GetProperty("frames_complete").GetBoolean())
                continue;
            byte[] stream = [.. test.GetProperty("frames").EnumerateArray().SelectMany(Frame)];
            bool mustFail = test.GetProperty("expected_close").GetString()!.Contains("'closedByMe': False");
            Assert.Equal(mustFail, test.GetProperty("expectation").GetString()!.Contains("failed immediately"));
            foreach (int cut in s_cuts)
            {
                using var receiver = new WebSocketReceiver(WebSocketRole.Server);
                var feeder = new FrameFeeder(receiver);
                Feed(feeder, stream, cut);
                Assert.Equal(mustFail ? WebSocketCloseCode.ProtocolError : WebSocketCloseCode.NormalClosure, receiver.Fault.Code);
                Assert.Equal(mustFail, feeder.Events is [.., var last] && last.Kind.StartsWith("Fault"));
            }
            count++;
        }
        Assert.True(count > 60, $"{count} cases");
    }

    private static int Check(string name, ReadOnlySpan<byte> stream, List<JsonElement> frames, bool isFromClient)
    {
        // There are clients that do not mask. Who watches them sees their messages, a server does not.
        bool isMasked = frames[0].GetProperty("mask").GetInt32() == 1;
        bool isWrong = isMasked != isFromClient;
        return Check(name, stream, isWrong ? [isMasked ? "Fault Masked" : "Fault NotMasked"] : Messages(frames), isFromClient, acceptsWrongMasking: false)
            + (isWrong ? Check(name, stream, Messages(frames), isFromClient, acceptsWrongMasking: true) : 0);
    }

    private static int Check(string name, ReadOnlySpan<byte> stream, List<string> expected, bool isFromClient, bool acceptsWrongMasking)
    {
        foreach (int cut in s_cuts)
        {
            for (int mode = 0; mode < 4; mode++)
            {
                var options = new WebSocketSessionOptions { HandsOnPieces = (mode & 1) != 0, AcceptsWrongMasking = acceptsWrongMasking };
                using var receiver = new WebSocketReceiver(isFromClient ? WebSocketRole.Server : WebSocketRole.Client, options);
                var feeder = new FrameFeeder(receiver, (mode & 2) != 0);
                Feed(feeder, stream, cut);
                var found = feeder.Events.Select(e => e.Kind.StartsWith("Fault") ? e.Kind : $"{e.Kind} {Convert.ToHexStringLower(SHA256.HashData(e.Bytes))}");
                Assert.True(expected.SequenceEqual(found), $"{name} cut at {cut}, mode {mode}:\n{string.Join('\n', expected)}\n\n{string.Join('\n', found)}");
            }
        }
        return expected.Count;
    }

    /// <summary>What the listed frames are together, up to the Close frame; a control frame that is too long is a fault.</summary>
    private static List<string> Messages(List<JsonElement> frames)
    {
        var messages = new List<string>();
        var kind = WebSocketOpcode.Continuation;
        var bytes = new List<byte>();
        foreach (var frame in frames)
        {
            if (frame.TryGetProperty("incomplete", out _))
                break;
            var opcode = (WebSocketOpcode)frame.GetProperty("opcode").GetInt32();
            if (opcode >= WebSocketOpcode.Close)
            {
                bool isLong = frame.GetProperty("payload_length").GetInt64() > 125;
                messages.Add(isLong ? "Fault LongControl" : $"{opcode} {frame.GetProperty("payload_sha256").GetString()}");
                if (isLong || opcode == WebSocketOpcode.Close)
                    break;
                continue;
            }
            bool isFinal = frame.GetProperty("fin").GetInt32() == 1;
            if (opcode != WebSocketOpcode.Continuation)
                kind = opcode;
            if (isFinal && opcode != WebSocketOpcode.Continuation)
            {
                messages.Add($"{kind} {frame.GetProperty("payload_sha256").GetString()}");
                continue;
            }
            bytes.AddRange(Convert.FromHexString(frame.GetProperty("payload").GetString()!));
            if (!isFinal)
                continue;
            messages.Add($"{kind} {Convert.ToHexStringLower(SHA256.HashData([.. bytes]))}");
            bytes.Clear();
        }
        return messages;
    }

    private static byte[] Frame(JsonElement frame)
    {
        byte[] payload = frame.TryGetProperty("payload", out var listed)
            ? listed.ValueKind == JsonValueKind.Object
                ? [.. Enumerable.Repeat(Convert.FromHexString(listed.GetProperty("repeat").GetString()!), listed.GetProperty("count").GetInt32()).SelectMany(bytes => bytes)]
                : Convert.FromHexString(listed.GetString() ?? "")
            : [];
        bool isFinal = !frame.TryGetProperty("fin", out var fin) || fin.GetBoolean();
        return Frames.Write(frame.GetProperty("opcode").GetInt32(), payload, isFinal, frame.TryGetProperty("rsv", out var rsv) ? rsv.GetInt32() : 0);
    }

    private static void Feed(FrameFeeder feeder, ReadOnlySpan<byte> stream, int cut)
    {
        for (int at = 0; at < stream.Length; at += Math.Min(cut, stream.Length))
            feeder.Feed(stream.Slice(at, Math.Min(cut, stream.Length - at)));
    }
}
