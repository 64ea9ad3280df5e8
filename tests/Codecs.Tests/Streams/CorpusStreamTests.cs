using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Codecs.Capture;
using Codecs.Capture.Streams;

namespace Codecs.Tests.Streams;

/// <summary>The streams of captures of others, compared byte for byte with what another program put together from them.</summary>
public class CorpusStreamTests
{
    // What another reader has and this one has not, and why; each must still be so.
    private static readonly Dictionary<string, string> s_explained = new()
    {
        ["zeek__dns-inverse-query.s0"] = "FDDI has no definition",
        ["zeek__fuzz-72.s0"] = "the first segment has SYN and FIN, and the other reader takes its data nevertheless",
        ["zeek__socks-with-ssl.s0"] = "the other reader is not shown what is carried by SOCKS",
    };

    [CorpusFact]
    public void EveryStreamHasTheBytesThatAnotherReaderFinds()
    {
        var differences = new StringBuilder();
        int compared = 0;
        foreach (var capture in Expectations().GroupBy(static item => item.Capture))
        {
            var sink = Read(capture.Key);
            foreach (var expected in capture)
            {
                compared++;
                string? difference = Compare(sink, expected);
                if (s_explained.TryGetValue(expected.Name, out string? explanation) ? difference is null : difference is not null)
                    differences.AppendLine(CultureInfo.InvariantCulture, $"{expected.Name}: {difference ?? "no longer: " + explanation}");
            }
        }
        Assert.True(compared > 200, $"{compared} streams");
        Assert.True(differences.Length == 0, differences.ToString());
    }

    [CorpusFact]
    public void WhatSocksCarriesBeginsAsTheOtherReaderHasIt()
    {
        var expected = Expectations().Single(static item => item.Name == "zeek__socks-with-ssl.s0");
        var connection = Find(Read(expected.Capture), expected, out _)!;
        byte[] bytes = Read(expected.Capture).Bytes(connection.Number, TcpRole.Client);
        int length = expected.Header.GetProperty("c2s_len").GetInt32();

        Assert.Equal(expected.Header.GetProperty("c2s_sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, length))));
    }

    private static string? Compare(RecordingSink sink, Expectation expected)
    {
        var header = expected.Header;
        if (Find(sink, expected, out bool isSwapped) is not { } connection)
            return $"there is no connection of {expected.Client} with {expected.Server}";
        return Difference("c2s", isSwapped ? connection.FromServer : connection.FromClient)
            ?? Difference("s2c", isSwapped ? connection.FromClient : connection.FromServer)
            // There, it is the SYN of the client.
            ?? (header.GetProperty("handshake_seen").GetBoolean() == connection.IsOpeningSeen ? null : $"its opening was {(connection.IsOpeningSeen ? "" : "not ")}seen")
            ?? (header.GetProperty("conflicts").GetInt32() > 0 == connection.FromClient.Conflicts + connection.FromServer.Conflicts > 0 ? null : "its conflicts are others");

        string? Difference(string name, TcpDirection direction)
        {
            byte[] bytes = sink.Bytes(direction);
            int length = header.GetProperty(name + "_len").GetInt32();
            if (bytes.Length != length)
                return $"{name} has {bytes.Length} bytes, not {length}";
            if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != header.GetProperty(name + "_sha256").GetString())
                return $"{name} has other bytes";
            long? hole = header.GetProperty(name + "_hole_at") is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : null;
            return hole == direction.FirstGap ? null : $"{name} has its first gap at {direction.FirstGap}, not at {hole}";
        }
    }

    // Where the beginning is not in the capture, the other reader takes for the client who is seen to send first; here, ports tell more.
    private static TcpConnection? Find(RecordingSink sink, Expectation expected, out bool isSwapped)
    {
        var candidates = sink.Connections.Where(item => Is(item.Client, item.Server)).ToList();
        isSwapped = candidates.Count == 0 && !expected.Header.GetProperty("handshake_seen").GetBoolean();
        if (isSwapped)
            candidates = sink.Connections.Where(item => Is(item.Server, item.Client)).ToList();
        // The same ends may have had several: by their order then.
        return candidates.Find(item => item.Number == expected.Stream + 1) ?? candidates.FirstOrDefault();

        bool Is(IpEndpoint client, IpEndpoint server) => client.ToString() == expected.Client && server.ToString() == expected.Server;
    }

    private static RecordingSink Read(string capture)
    {
        var sink = new RecordingSink();
        var reassembler = new TcpReassembler(sink);
        using var reader = CaptureReader.Open(capture);
        while (reader.TryRead(out var frame))
            reassembler.Add(frame);
        reassembler.Complete();
        return sink;
    }

    private static IEnumerable<Expectation> Expectations()
    {
        string streams = Path.Combine(Repository.Corpus, "streams");
        foreach (string line in File.ReadLines(Path.Combine(streams, "summary.jsonl")))
        {
            using var summary = JsonDocument.Parse(line);
            if (!summary.RootElement.TryGetProperty("file", out var file))
                continue;
            string set = summary.RootElement.GetProperty("set_file").GetString()!;
            string capture = Path.Combine(Repository.Corpus, "captures", set);
            string path = Path.Combine(streams, Path.GetDirectoryName(set)!, file.GetString() + ".jsonl");
            if (!File.Exists(capture) || !File.Exists(path))
                continue;
            var header = JsonDocument.Parse(File.ReadLines(path).First()).RootElement;
            yield return new(file.GetString()!, capture, header);
        }
    }

    private sealed record Expectation(string Name, string Capture, JsonElement Header)
    {
        public int Stream => Header.GetProperty("stream").GetInt32();

        public string Client => Endpoint("client");

        public string Server => Endpoint("server");

        // Address and port, without brackets around an IPv6 address.
        private string Endpoint(string name)
        {
            string text = Header.GetProperty(name).GetString()!;
            int colon = text.LastIndexOf(':');
            return text.IndexOf(':', StringComparison.Ordinal) == colon ? text : $"[{text[..colon]}]{text[colon..]}";
        }
    }
}
