using System.IO.Compression;
using System.Text.Json;

namespace Codecs.Protocols.Tests.Dns;

/// <summary>What the corpus has of DNS.</summary>
internal static class DnsCorpus
{
    /// <summary>The DNS messages of the captures, with another reader's reading of them.</summary>
    public static IEnumerable<JsonElement> Messages => Read("dns_messages_dev.jsonl.gz");

    /// <summary>Records of many types, in wire and in presentation form.</summary>
    public static IEnumerable<JsonElement> Records => Read("dns_rr.jsonl").Concat(Read("dns_svcb_rfc9460.jsonl"));

    public static byte[] Bytes(this JsonElement entry, string property) => Convert.FromHexString(entry.GetProperty(property).GetString()!);

    public static string Text(this JsonElement entry, string property) => entry.GetProperty(property).GetString()!;

    public static int Number(this JsonElement entry, string property) => entry.GetProperty(property).GetInt32();

    private static IEnumerable<JsonElement> Read(string name)
    {
        using var file = File.OpenRead(Path.Combine(Repository.Corpus, "vectors", name));
        using Stream stream = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            yield return JsonDocument.Parse(line).RootElement;
    }
}
