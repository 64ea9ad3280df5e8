using System.IO.Compression;
using System.IO.Pipelines;
using System.Text.Json;
using Codecs.Pipelines;

namespace Codecs.Protocols.Tests.Tls;

public sealed class TlsCorpusTests
{
    [CorpusFact]
    public void RecordsOfFramesAreThoseThatAnotherReaderFinds()
    {
        int frames = 0, records = 0, hellos = 0;
        foreach (var (data, layer) in Layers("tls"))
        {
            frames++;
            foreach (var expected in layer.GetProperty("f").GetProperty("records").EnumerateArray())
            {
                int at = expected.GetProperty("off").GetInt32();
                if (!expected.TryGetProperty("version", out var version) || !expected.TryGetProperty("length", out var length))
                    continue;
                Assert.True(TlsRecord.TryParseHeader(data.AsSpan(at), out var record));
                Assert.Equal((expected.GetProperty("content_type").GetInt32(), version.GetInt32(), length.GetInt32()), ((int)record.Type, (int)record.LegacyRecordVersion, record.Length));
                records++;
                if (!expected.TryGetProperty("handshake", out var messages))
                    continue;
                foreach (var message in messages.EnumerateArray())
                {
                    if (!message.TryGetProperty("type", out var type))
                        continue;
                    Assert.True(TlsHandshake.TryParseHeader(data.AsSpan(message.GetProperty("off").GetInt32()), out var handshake));
                    Assert.Equal(type.GetInt32(), (int)handshake.Type);
                    if (handshake.Body.Length != handshake.Length)
                        continue;
                    hellos += handshake.TryGet(out TlsClientHello _) || handshake.TryGet(out TlsServerHello _) ? 1 : 0;
                    Assert.Equal(data.AsSpan(message.GetProperty("off").GetInt32(), handshake.Body.Length + 4).ToArray(), Expect.Written(in handshake, WriteMode.Compute));
                }
            }
        }
        Assert.True((frames, records) == (1043, 1002) && hellos > 140, $"{frames} frames, {records} records, {hellos} hellos");
    }

    [CorpusFact]
    public async Task RecordsOfStreamsAreTheSameWhateverTheCut()
    {
        int compared = 0;
        foreach (string path in Directory.EnumerateFiles(Path.Combine(Repository.Corpus, "streams", "tls"), "*.jsonl"))
        {
            string[] lines = File.ReadAllLines(path);
            foreach (string dir in new[] { "c2s", "s2c" })
            {
                string[] expected = [.. lines[1..].Select(line => JsonDocument.Parse(line).RootElement).Where(item => item.GetProperty("dir").GetString() == dir).TakeWhile(IsRecord).Select(Text)];
                byte[] bytes = File.ReadAllBytes($"{path[..^6]}.{dir}.bin");
                foreach (int piece in new[] { 1, 7, 1460, int.MaxValue })
                {
                    if (piece == 1 && bytes.Length > 20_000)
                        continue;
                    Assert.Equal(expected, await ReadAsync(bytes, piece));
                    compared += expected.Length;
                }
            }
        }
        Assert.True(compared > 2000, $"{compared} records");
    }

    private static async Task<string[]> ReadAsync(byte[] bytes, int piece)
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        var writing = Task.Run(() => WriteAsync(pipe.Writer, bytes, piece));
        var found = new List<string>();
        using var records = pipe.Reader.AsMessageReader<TlsRecord>(TlsRecord.MaxLength);
        try
        {
            while (await records.WaitToReadAsync())
            {
                long offset = records.Offset;
                while (records.TryRead(out var record))
                {
                    if (!record.IsPlausible)
                        return [.. found];
                    found.Add($"{offset} {records.Offset - offset} {(byte)record.Type} {(ushort)record.LegacyRecordVersion} {record.Fragment.Length}");
                    offset = records.Offset;
                }
            }
        }
        catch (MessageReadException)
        {
            // The stream ends within a record, or is none of TLS.
        }
        await writing;
        return [.. found];
    }

    private static async Task WriteAsync(PipeWriter output, byte[] bytes, int piece)
    {
        for (int at = 0; at < bytes.Length;)
        {
            int count = Math.Min(piece, bytes.Length - at);
            await output.WriteAsync(bytes.AsMemory(at, count));
            at += count;
        }
        await output.CompleteAsync();
    }

    private static bool IsRecord(JsonElement item) => !item.TryGetProperty("incomplete", out _)
        && item.GetProperty("content_type").GetInt32() is >= 20 and <= 24 && item.GetProperty("version").GetInt32() >> 8 == 3;

    private static string Text(JsonElement item) => $"{item.GetProperty("off")} {item.GetProperty("len")} {item.GetProperty("content_type")} {item.GetProperty("version")} {item.GetProperty("payload_length")}";

    /// <summary>The layers of that name of all frames of the corpus that lie in the frame itself, with the frame's bytes.</summary>
    internal static IEnumerable<(byte[] Data, JsonElement Layer)> Layers(string name)
    {
        foreach (string path in Directory.EnumerateFiles(Path.Combine(Repository.Corpus, "expected"), "*.jsonl.gz", SearchOption.AllDirectories))
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
            {
                if (!line.Contains($"\"l\": \"{name}\"", StringComparison.Ordinal) && !line.Contains($"\"l\":\"{name}\"", StringComparison.Ordinal))
                    continue;
                var frame = JsonDocument.Parse(line).RootElement;
                if (!frame.TryGetProperty("data", out var data))
                    continue;
                byte[] bytes = Convert.FromHexString(data.GetString()!);
                foreach (var layer in frame.GetProperty("layers").EnumerateArray())
                {
                    if (layer.GetProperty("l").GetString() == name && !layer.TryGetProperty("derived", out _))
                        yield return (bytes, layer);
                }
            }
        }
    }
}
