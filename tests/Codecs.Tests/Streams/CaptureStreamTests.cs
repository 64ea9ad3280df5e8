using System.IO.Compression;
using System.Text.Json;
using Codecs.Capture;
using Codecs.Capture.Streams;

namespace Codecs.Tests.Streams;

/// <summary>The streams of this project's captures, compared with the segments that another reader finds in their frames.</summary>
public class CaptureStreamTests
{
    public static TheoryData<string> Captures => [.. Directory.EnumerateFiles(Path.Combine(Repository.Captures, "tcp")).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Captures))]
    public void StreamsHaveTheBytesOfTheirSegments(string name)
    {
        var sink = Read(Path.Combine(Repository.Captures, "tcp", name));
        var expected = Expected(name);
        Assert.NotEmpty(sink.Connections);
        foreach (var connection in sink.Connections)
        {
            foreach (var direction in new[] { connection.FromClient, connection.FromServer })
            {
                string key = $"{direction.Source.Port} {direction.Destination.Port}";
                if (!connection.IsHandshakeSeen || !expected.TryGetValue(key, out var reference))
                    continue;
                expected.Remove(key);
                Assert.Equal(reference.Contiguous, sink.Bytes(direction));
                Assert.Equal(reference.HasGap, direction.FirstGap is not null);
                Assert.Equal(reference.HasConflict, direction.Conflicts > 0);
            }
        }
        // What is left has no bytes in a stream: it was never connected.
        Assert.All(expected.Values, static reference => Assert.False(reference.Contiguous.Length > 0 && reference.IsConnected));
    }

    [Theory]
    [InlineData("curl-ipv4.pcap", TcpState.TimeWait, TcpState.Closed, TcpEnding.Closed)]
    [InlineData("abort.pcap", TcpState.Closed, TcpState.Closed, TcpEnding.Reset)]
    [InlineData("simultaneous-open.pcap", TcpState.TimeWait, TcpState.Closed, TcpEnding.Closed)]
    [InlineData("refused.pcap", TcpState.Closed, TcpState.Closed, TcpEnding.Reset)]
    [InlineData("loss-and-sack.pcap", TcpState.TimeWait, TcpState.Closed, TcpEnding.Closed)]
    [InlineData("keepalive.pcap", TcpState.TimeWait, TcpState.Closed, TcpEnding.Closed)]
    public void StatesAreThoseInWhichTheProgramsLeftIt(string name, TcpState client, TcpState server, TcpEnding ending)
    {
        var connection = Read(Path.Combine(Repository.Captures, "tcp", name)).Connections[0];

        Assert.Equal((client, server, ending), (connection.ClientState, connection.ServerState, connection.Ending));
        Assert.Empty(connection.Anomalies);
    }

    // Three probes, 5 bytes sent and 8 received; a download of which every seventh segment was lost at the receiver, behind where it was captured.
    [Fact]
    public void WhatTheRecordingScriptsDidIsSeen()
    {
        var idle = Read(Path.Combine(Repository.Captures, "tcp", "keepalive.pcap")).Only;
        Assert.Equal((3, 5, 8), (idle.FromClient.KeepAlives, idle.FromClient.Bytes, idle.FromServer.Bytes));

        var lossy = Read(Path.Combine(Repository.Captures, "tcp", "loss-and-sack.pcap")).Only;
        Assert.True(lossy.FromServer.RetransmittedSegments > 0);
        Assert.Equal((0, 0), (lossy.FromServer.Gaps, lossy.FromServer.Conflicts));

        Assert.Contains(Read(Path.Combine(Repository.Captures, "tcp", "fast-open.pcap")).Connections, static connection => connection.FromClient is { Bytes: > 0, Segments: > 0 });
    }

    // Whatever the link and the tunnels: nothing throws, and what is told fits together.
    [Fact]
    public void AllCapturesAreRead()
    {
        int connections = 0;
        foreach (string path in Directory.EnumerateFiles(Repository.Captures, "*.pcap*", SearchOption.AllDirectories))
        {
            var sink = Read(path);
            Assert.Equal(sink.Connections.Count, sink.Closed.Count);
            connections += sink.Connections.Count;
        }
        Assert.InRange(connections, 50, 200);
    }

    private static RecordingSink Read(string path)
    {
        var sink = new RecordingSink();
        var reassembler = new TcpReassembler(sink);
        using var reader = CaptureReader.Open(path);
        while (reader.TryRead(out var frame))
            reassembler.Add(frame);
        reassembler.Complete();
        return sink;
    }

    // By ports, which no two connections of these captures have in common.
    private static Dictionary<string, ReferenceStream> Expected(string name)
    {
        var streams = new Dictionary<string, ReferenceStream>();
        using var lines = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(Repository.Root, "tests", "Codecs.Conformance", "Expected", "tcp", name + ".jsonl.gz")), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var frame = JsonDocument.Parse(line);
            foreach (var layer in frame.RootElement.GetProperty("layers").EnumerateArray())
            {
                if (layer.GetProperty("l").GetString() != "tcp" || layer.TryGetProperty("in", out _) || !layer.TryGetProperty("f", out var fields))
                    continue;
                // Both are absent in a segment whose header does not fit together.
                if (!fields.TryGetProperty("payload_len", out var length) || !fields.TryGetProperty("flags", out var bits))
                    continue;
                int flags = bits.GetInt32();
                bool isSyn = (flags & 2) != 0;
                uint number = fields.GetProperty("seq").GetUInt32() + (isSyn ? 1u : 0);
                string key = $"{fields.GetProperty("sport").GetInt32()} {fields.GetProperty("dport").GetInt32()}";
                if (!streams.TryGetValue(key, out var stream))
                {
                    if (!isSyn)
                        continue;
                    streams.Add(key, stream = new ReferenceStream(number));
                }
                stream.IsConnected |= (flags & 0x17) == 0x10;
                int start = layer.GetProperty("off").GetInt32() + layer.GetProperty("len").GetInt32();
                byte[] bytes = Convert.FromHexString(frame.RootElement.GetProperty("data").GetString()!);
                if ((flags & 4) == 0)
                    stream.Add(number, bytes.AsSpan(start, length.GetInt32()));
            }
        }
        return streams;
    }
}
