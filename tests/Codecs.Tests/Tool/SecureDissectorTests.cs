using System.Text.Json;
using Codecs.Tests.Streams;

namespace Codecs.Tests.Tool;

public class SecureDissectorTests
{
    // By the lists that another reader made of the same streams: as far as there are records at all.
    [CorpusFact]
    public void RecordsAreThoseThatAnotherReaderFinds()
    {
        int compared = 0, connections = 0;
        foreach (string path in Directory.EnumerateFiles(Path.Combine(Repository.Corpus, "streams", "tls"), "*.jsonl"))
        {
            string[] lines = File.ReadAllLines(path);
            var header = JsonDocument.Parse(lines[0]).RootElement;
            if (!header.GetProperty("server").GetString()!.EndsWith(":443", StringComparison.Ordinal) || !header.GetProperty("handshake_seen").GetBoolean())
                continue;
            string capture = Path.Combine(Repository.Corpus, "captures", "tls", header.GetProperty("capture").GetString()!);
            if (!File.Exists(capture))
                continue;
            int number = header.GetProperty("stream").GetInt32() + 1;
            var found = Dissect(capture).Where(item => item.TryGetProperty("dir", out _) && item.GetProperty("connection").GetInt32() == number).ToList();
            connections++;
            foreach (string dir in new[] { "c2s", "s2c" })
            {
                string[] ours = [.. found.Where(item => Is(item, dir) && !item.TryGetProperty("incomplete", out _)).Select(item => Text(item, "contentType", "payloadLength"))];
                string[] others = [.. lines[1..].Select(line => JsonDocument.Parse(line).RootElement).Where(item => Is(item, dir)).TakeWhile(IsRecord).Select(item => Text(item, "content_type", "payload_length"))];
                Assert.Equal(others, ours);
                compared += ours.Length;
            }
        }
        Assert.True(connections > 30 && compared > 300, $"{compared} records of {connections} connections");
    }

    [CorpusFact]
    public void HellosAreToldAndWhatIsEncryptedIsNot()
    {
        var records = Dissect(Path.Combine(Repository.Corpus, "captures", "tls", "zeek__hrr.pcap"));
        var hellos = records.Where(item => item.TryGetProperty("handshake", out var messages) && messages.GetArrayLength() > 0).Select(item => item.GetProperty("handshake")[0]).ToList();
        // Hello, hello once more (after a change of the cipher that means nothing), and both answers.
        Assert.Equal([1, 2, 1, 2], hellos.Select(item => item.GetProperty("type").GetInt32()));
        Assert.True(hellos[1].GetProperty("helloRetryRequest").GetBoolean());
        Assert.False(hellos[3].TryGetProperty("helloRetryRequest", out _));
        Assert.Contains(hellos[0].GetProperty("extensions").EnumerateArray(), extension => extension.GetInt32() == 43);
    }

    [CorpusFact]
    public void SshIsToldUpToWhatIsEncrypted()
    {
        var messages = Dissect(Path.Combine(Repository.Corpus, "captures", "ssh", "zeek__ssh_kex_curve25519.pcap")).Where(item => item.TryGetProperty("dir", out _)).ToList();
        foreach (string dir in new[] { "c2s", "s2c" })
        {
            var own = messages.Where(item => Is(item, dir)).ToList();
            Assert.Equal("identification", own[0].GetProperty("type").GetString());
            // KEXINIT, the public value, NEWKEYS.
            Assert.Equal([20, dir == "c2s" ? 30 : 31, 21], own[1..].Select(item => item.GetProperty("message").GetInt32()));
            Assert.Contains("curve25519-sha256@libssh.org", own[1].GetProperty("kexAlgorithms").EnumerateArray().Select(item => item.GetString()));
        }
    }

    [CorpusFact]
    public void LinesBeforeTheIdentificationAreSkipped()
    {
        var messages = Dissect(Path.Combine(Repository.Corpus, "captures", "ssh", "zeek__server-pre-banner-data.pcap"));
        var line = messages.First(item => Is(item, "s2c"));
        Assert.Equal("identification", line.GetProperty("type").GetString());
        Assert.True(line.GetProperty("off").GetInt64() > 0);
    }

    private static List<JsonElement> Dissect(string path) =>
        [.. ToolRun.Of("streams", path, "--messages").Lines.Select(static line => JsonDocument.Parse(line).RootElement)];

    private static bool Is(JsonElement item, string dir) => item.TryGetProperty("dir", out var value) && value.GetString() == dir;

    private static bool IsRecord(JsonElement item) => !item.TryGetProperty("incomplete", out _)
        && item.GetProperty("content_type").GetInt32() is >= 20 and <= 24 && item.GetProperty("version").GetInt32() >> 8 == 3;

    private static string Text(JsonElement item, string type, string length) =>
        $"{item.GetProperty("off")} {item.GetProperty("len")} {item.GetProperty(type)} {item.GetProperty("version")} {item.GetProperty(length)}";
}
