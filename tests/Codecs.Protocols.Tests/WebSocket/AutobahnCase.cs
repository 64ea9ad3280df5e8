using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Codecs.Protocols.Tests.WebSocket;

/// <summary>A case of Autobahn: what its client sends, and what must come back. Made from its frames where they are listed, otherwise from what its description says in words.</summary>
internal sealed partial record AutobahnCase(string Name, (byte[] Bytes, int Chop)[] Sent, string[] Expected, int Answers)
{
    /// <summary>A Close frame with the code 1000.</summary>
    public static readonly byte[] Close = Frames.Write(8, [0x03, 0xE8]);

    private const string Closed = "Close 03E8";
    private const string ProtocolError = "Close 03EA";
    private const string InvalidData = "Close 03EF";

    public static AutobahnCase Read(JsonElement json)
    {
        string name = json.GetProperty("case").GetString()!["Case".Length..];
        string description = json.GetProperty("description").GetString()!;
        var listed = json.GetProperty("frames").EnumerateArray().ToList();
        return name switch
        {
            "2_10" or "2_11" => Of(name, [.. Enumerable.Range(0, 10).Select(i => new Frame(9, [.. "payload-"u8, (byte)('0' + i)]))], name == "2_11" ? 1 : int.MaxValue),
            "5_16" or "5_17" => Of(name, [.. Enumerable.Range(0, 2).SelectMany(_ => new[] { new Frame(0, [.. "fragment1"u8], name == "5_17"), new(1, [.. "fragment2"u8], false), new(0, [.. "fragment3"u8]) })]),
            "5_19" or "5_20" => Of(
                name,
                [
                    new(1, [.. "fragment1"u8], false), new(0, [.. "fragment2"u8], false), new(9, [.. "pongme 1!"u8]), new(0, [.. "fragment3"u8], false),
                    new(0, [.. "fragment4"u8], false), new(9, [.. "pongme 2!"u8]), new(0, [.. "fragment5"u8]),
                ],
                name == "5_20" ? 1 : int.MaxValue),
            "7_1_1" => new(name, [(Frames.Write(1, "Hello World!"u8), int.MaxValue), (Close, int.MaxValue)], [Text(1, [.. "Hello World!"u8]) + "|" + Closed], 2),
            "7_1_2" => new(name, [([.. Close, .. Close], int.MaxValue)], [Closed], 1),
            "7_1_3" => new(name, [([.. Close, .. Frames.Write(9, [])], int.MaxValue)], [Closed], 1),
            "7_1_4" => new(name, [([.. Close, .. Frames.Write(1, "Hello World!"u8)], int.MaxValue)], [Closed], 1),
            "7_1_5" => new(name, [([.. Frames.Write(1, "fragment1"u8, isFinal: false), .. Close, .. Frames.Write(0, "fragment2"u8)], int.MaxValue)], [Closed], 1),
            "7_1_6" => Large(name, new(1, Payload(1, 256 * 1024))),
            "7_3_1" => Closing(name, [], "Close "),
            "7_3_2" => Closing(name, [(byte)'a'], ProtocolError),
            "7_3_3" => Closing(name, [0x03, 0xE8], Closed),
            "7_3_4" => Closing(name, [0x03, 0xE8, .. "Hello World!"u8], Closed),
            "7_3_5" => Closing(name, [0x03, 0xE8, .. new byte[123].Select(_ => (byte)'*')], Closed),
            "7_3_6" => Closing(name, [0x03, 0xE8, .. new byte[124].Select(_ => (byte)'*')], ProtocolError),
            "7_5_1" => Closing(name, [0x03, 0xE8, 0xCE, 0xBA, 0xE1, 0xBD, 0xB9, 0xCF, 0x83, 0xCE, 0xBC, 0xCE, 0xB5, 0xED, 0xA0, 0x80, 0x65], InvalidData),
            "7_13_1" => Closing(name, [0x13, 0x88], ProtocolError),
            "7_13_2" => Closing(name, [0xFF, 0xFF], ProtocolError),
            "9_9_1" => Of(name, [.. Enumerable.Range(0, 500).Select(i => new Frame(i == 0 ? 1 : 0, Payload(1, 4096), i == 499))]),
            "10_1_1" => Of(name, Split(new(1, Payload(1, 65536)), 1300)),
            _ when name.StartsWith("9_") => Described(name, description),
            _ => Of(name, [.. listed.Select(Frame.Read)], listed.Count > 0 && listed[0].TryGetProperty("chopsize", out var chop) ? chop.GetInt32() : int.MaxValue, json),
        };
    }

    /// <summary>What has come, in one line; long payloads as their hash.</summary>
    public static string Text(IEnumerable<(string Kind, byte[] Bytes)> events) =>
        string.Join('|', events.Select(e => $"{e.Kind} {(e.Bytes.Length > 200 ? Convert.ToHexString(SHA256.HashData(e.Bytes)) : Convert.ToHexString(e.Bytes))}"));

    // "payload of length 4 * 2**20 (4M). Sent out in fragments of 64", "in chops of 64 octets".
    private static AutobahnCase Described(string name, string description)
    {
        int opcode = description.Contains("binary") ? 2 : 1;
        var length = Length().Match(description);
        var frame = new Frame(opcode, Payload(opcode, int.Parse(length.Groups[1].Value) * (1 << int.Parse(length.Groups[2].Value))));
        var fragments = Fragments().Match(description);
        var chops = Chops().Match(description);
        int unit = fragments.Groups[2].Value switch { "k" => 1024, "M" => 1024 * 1024, _ => 1 };
        return fragments.Success ? Of(name, Split(frame, int.Parse(fragments.Groups[1].Value) * unit)) : Of(name, [frame], chops.Success ? int.Parse(chops.Groups[1].Value) : int.MaxValue);
    }

    private static AutobahnCase Closing(string name, byte[] payload, string answer) => new(name, [(Frames.Write(8, payload), int.MaxValue)], [answer], 1);

    // A long message, a short one and a Ping behind the Close frame, all at once.
    private static AutobahnCase Large(string name, Frame frame) =>
        new(name, [([.. frame.Bytes, .. Frames.Write(1, "Hello World!"u8), .. Close, .. Frames.Write(9, [])], int.MaxValue)], [Text(frame.Opcode, frame.Payload) + "|" + Text(1, [.. "Hello World!"u8]) + "|" + Closed], 3);

    /// <summary>What an echo server makes of frames, by the rules of RFC 6455 sections 5.2 to 5.5; if it finds no fault, the client closes.</summary>
    private static AutobahnCase Of(string name, Frame[] frames, int chop = int.MaxValue, JsonElement? json = null)
    {
        var expected = new List<(string Kind, byte[] Bytes)>();
        List<byte>? message = null;
        int type = 0;
        bool isWrong = false;
        foreach (var frame in frames)
        {
            bool isControl = frame.Opcode >= 8;
            isWrong = frame.Rsv != 0 || frame.Opcode is (> 2 and < 8) or > 10
                || (isControl ? !frame.IsFinal || frame.Payload.Length > 125 : frame.Opcode == 0 != (message is not null));
            if (isWrong)
                break;
            if (frame.Opcode == 9)
                expected.Add(("Pong", frame.Payload));
            if (isControl)
                continue;
            type = frame.Opcode == 0 ? type : frame.Opcode;
            (message ??= []).AddRange(frame.Payload);
            if (!frame.IsFinal)
                continue;
            expected.Add((type == 1 ? "Text" : "Binary", [.. message]));
            message = null;
        }
        if (json is { } listed)
            Assert.Equal(listed.GetProperty("expected_close").GetString()!.Contains("'closedByMe': False"), isWrong);
        expected.Add(("Close", isWrong ? [0x03, 0xEA] : [0x03, 0xE8]));
        byte[] bytes = [.. frames.SelectMany(frame => frame.Bytes)];
        return new(name, [(bytes, chop), (isWrong ? [] : Close, int.MaxValue)], [Text(expected)], expected.Count);
    }

    private static Frame[] Split(Frame frame, int length) =>
    [
        .. Enumerable.Range(0, (frame.Payload.Length + length - 1) / length)
            .Select(i => new Frame(i == 0 ? frame.Opcode : 0, frame.Payload[(i * length)..Math.Min((i + 1) * length, frame.Payload.Length)], (i + 1) * length >= frame.Payload.Length)),
    ];

    private static string Text(int opcode, byte[] payload) => Text([(opcode == 1 ? "Text" : "Binary", payload)]);

    private static byte[] Payload(int opcode, int length)
    {
        byte[] payload = new byte[length];
        for (int i = 0; i < length; i++)
            payload[i] = opcode == 1 ? (byte)('0' + i % 64) : (byte)(i * 7 % 256);
        return payload;
    }

    [GeneratedRegex(@"length (\d+) \* 2\*\*(\d+)")]
    private static partial Regex Length();

    [GeneratedRegex(@"fragments of (\d+)(k|M)?")]
    private static partial Regex Fragments();

    [GeneratedRegex(@"chops of (\d+)")]
    private static partial Regex Chops();

    private sealed record Frame(int Opcode, byte[] Payload, bool IsFinal = true, int Rsv = 0)
    {
        public byte[] Bytes => Frames.Write(Opcode, Payload, IsFinal, Rsv);

        public static Frame Read(JsonElement json)
        {
            byte[] payload = !json.TryGetProperty("payload", out var listed) || listed.ValueKind == JsonValueKind.Null ? []
                : listed.ValueKind == JsonValueKind.Object
                    ? [.. Enumerable.Repeat(Convert.FromHexString(listed.GetProperty("repeat").GetString()!), listed.GetProperty("count").GetInt32()).SelectMany(bytes => bytes)]
                    : Convert.FromHexString(listed.GetString()!);
            return new(
                json.GetProperty("opcode").GetInt32(),
                payload,
                !json.TryGetProperty("fin", out var fin) || fin.GetBoolean(),
                json.TryGetProperty("rsv", out var rsv) ? rsv.GetInt32() : 0);
        }
    }
}
