using System.Text;
using System.Text.Json;
using Codecs.Capture;
using Codecs.Tool.Streams;

namespace Codecs.Tests.Streams;

/// <summary>A connection of the corpus, with the messages that are in it, to be sent again cut in other ways.</summary>
internal sealed class RecordedStreams
{
    private readonly byte[][] _bytes;
    private readonly List<(int Direction, int Start, int End, int Frame)> _segments = [];
    private readonly ushort _port;

    public RecordedStreams(string header, string c2s, string s2c, ushort port)
    {
        _port = port;
        var lines = File.ReadLines(header).Select(static line => JsonDocument.Parse(line).RootElement).ToArray();
        _bytes = [File.ReadAllBytes(c2s), File.ReadAllBytes(s2c)];
        Messages = lines[1..];
        Read(lines[0].GetProperty("c2s_segments"), 0);
        Read(lines[0].GetProperty("s2c_segments"), 1);
        _segments.Sort(static (a, b) => a.Frame.CompareTo(b.Frame));
    }

    /// <summary>What the corpus says is in the streams: first all of the client, then those of the server.</summary>
    public JsonElement[] Messages { get; }

    /// <summary>Bytes of both.</summary>
    public int Length => _bytes[0].Length + _bytes[1].Length;

    /// <summary>All connections of a protocol.</summary>
    public static IEnumerable<(string Name, RecordedStreams Streams)> All(string protocol, ushort port, string ending = ".jsonl")
    {
        foreach (string file in Directory.GetFiles(Path.Combine(Repository.Corpus, "streams", protocol), "*" + ending).Order(StringComparer.Ordinal))
        {
            string name = file[..^".jsonl".Length];
            yield return (Path.GetFileName(name), new(file, name + ".c2s.bin", name + ".s2c.bin", port));
        }
    }

    /// <summary>The bytes of one direction, where the corpus says a message is.</summary>
    public ReadOnlySpan<byte> BytesOf(JsonElement message) =>
        _bytes[message.GetProperty("dir").GetString() == "c2s" ? 0 : 1].AsSpan(message.GetProperty("off").GetInt32(), message.GetProperty("len").GetInt32());

    /// <summary>Dissects the connection with its segments as they were sent, and each cut into pieces.</summary>
    /// <param name="dissector">Who reads it.</param>
    /// <param name="piece">Most bytes of a segment.</param>
    /// <param name="cut">A byte of both streams together before which its segment is cut; -1 for none.</param>
    /// <param name="random">Cuts pieces of fewer bytes, as it likes; null if all are as long as they may be.</param>
    public async Task<JsonElement[]> DissectAsync(IStreamDissector dissector, int piece = 1400, int cut = -1, Random? random = null)
    {
        var script = new TcpFrameScript(50000, _port);
        var frames = script.Open().ToList();
        int[] sent = [0, 0];
        foreach (var (direction, start, end, _) in _segments)
        {
            int place = cut - (direction == 0 ? 0 : _bytes[0].Length);
            for (int at = start; at < end;)
            {
                int next = Math.Min(at + (random?.Next(1, piece + 1) ?? piece), end);
                if (at < place && place < next)
                    next = place;
                string text = Encoding.Latin1.GetString(_bytes[direction], at, next - at);
                frames.Add(direction == 0 ? script.Client(at, text, ack: sent[1]) : script.Server(at, text, ack: sent[0]));
                sent[direction] = at = next;
            }
        }
        frames.AddRange(script.Close(sent[0], sent[1]));
        var output = new MemoryStream();
        using var capture = CaptureReader.Open(new MemoryStream(TcpFrames.File(frames, step: 0)));
        using (var messages = new StreamMessages(output, [dissector]))
            await messages.WriteAsync(capture);
        return [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement)];
    }

    private void Read(JsonElement segments, int direction)
    {
        foreach (var segment in segments.EnumerateArray())
            _segments.Add((direction, segment[0].GetInt32(), segment[1].GetInt32(), segment[2].GetInt32()));
    }
}
