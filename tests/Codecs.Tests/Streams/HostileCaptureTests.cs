using Codecs.Capture;
using Codecs.Capture.Streams;

namespace Codecs.Tests.Streams;

/// <summary>Captures that are cut or changed.</summary>
[Collection(nameof(MeasuredMemory))]
public class HostileCaptureTests
{
    [Fact]
    public void EveryPrefixOfACaptureHasPrefixesOfItsStreams()
    {
        byte[] file = File.ReadAllBytes(Path.Combine(Repository.Captures, "tcp", "loss-and-sack.pcap"));
        var whole = Read(file);
        Assert.NotEmpty(whole);
        // Every byte of the beginning; further on, the records look all the same.
        for (int length = 0; length < file.Length; length += length < 3000 ? 1 : 97)
        {
            foreach (var (number, text) in Read(file[..length]))
                Assert.StartsWith(text, whole[number], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ChangedSegmentsAreSurvived()
    {
        var frames = Directory.EnumerateFiles(Path.Combine(Repository.Captures, "tcp")).Order(StringComparer.Ordinal).SelectMany(Load).ToList();
        Assert.InRange(frames.Count, 400, 1000);
        var random = new Random(10);
        var sink = new CheckingSink();
        var options = new TcpStreamOptions { MaxConnections = 100, MaxWaitingBytes = 100_000, MaxWaitingBytesPerConnection = 20_000, MaxComparedBytes = 100_000 };
        var reassembler = new TcpReassembler(sink, options);
        byte[] changed = new byte[70_000];
        int next = 0;
        for (int i = 0; i < 100_000; i++)
        {
            // Mostly in order; sometimes elsewhere, again, or not at all.
            next = random.Next(10) == 0 ? random.Next(frames.Count) : (next + random.Next(3)) % frames.Count;
            var kept = frames[next];
            var bytes = changed.AsSpan(0, random.Next(8) == 0 ? random.Next(kept.Bytes.Length + 1) : kept.Bytes.Length);
            kept.Bytes.AsSpan(0, bytes.Length).CopyTo(bytes);
            for (int changes = random.Next(4); changes > 0 && bytes.Length > 0; changes--)
                bytes[random.Next(Math.Min(bytes.Length, 100))] = (byte)random.Next(256);
            reassembler.Add(new CapturedFrame
            {
                Number = i + 1,
                Timestamp = random.Next(5) == 0 ? null : new CaptureTimestamp(random.Next(1000), 0),
                Interface = kept.Interface,
                OriginalLength = random.Next(10) == 0 ? (uint)random.NextInt64(1L << 32) : (uint)kept.Bytes.Length,
                Data = bytes,
            });
            Assert.InRange(reassembler.WaitingBytes, 0, options.MaxWaitingBytes);
        }

        Assert.InRange(sink.MostOpen, 10, options.MaxConnections);
        // 100 connections and what they may keep.
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true), 0, 64_000_000);
        reassembler.Complete();
        Assert.Equal(0, sink.Open);
    }

    // As many connections as one likes, of which none is ever closed.
    [Fact]
    public void MemoryDoesNotGrowWithTheCapture()
    {
        var options = new TcpStreamOptions { MaxConnections = 1000 };
        var sink = new CheckingSink();
        var reassembler = new TcpReassembler(sink, options);
        Connect(0, 5000);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Connect(5000, 60_000);
        long after = GC.GetTotalMemory(forceFullCollection: true);

        Assert.Equal(1000, sink.Open);
        Assert.Equal(59_000, reassembler.Evicted);
        // What they keep for comparison is a KiB for each stream.
        Assert.InRange(after - before, -4_000_000, 2_000_000);

        void Connect(int first, int last)
        {
            for (int i = first; i < last; i++)
            {
                var end = new IpEndpoint(new Protocols.IPv4Address((uint)i), 50000);
                var server = new IpEndpoint(new Protocols.IPv4Address(0xC0000201), 80);
                for (int segment = 0; segment < 3; segment++)
                {
                    reassembler.Add(new TcpSegment
                    {
                        Source = end,
                        Destination = server,
                        // The last one waits for what is missing before it.
                        SequenceNumber = segment == 0 ? 1000 : segment == 1 ? 1001 : 2001u,
                        Flags = segment == 0 ? Protocols.TcpFlags.Syn : Protocols.TcpFlags.Ack,
                        Payload = new byte[segment * 100],
                    });
                }
            }
        }
    }

    [Fact]
    public void SegmentsInOrderAllocateNothing()
    {
        var reassembler = new TcpReassembler(new Nothing());
        IpEndpoint client = new(new Protocols.IPv4Address(1), 50000), server = new(new Protocols.IPv4Address(2), 80);
        byte[] payload = new byte[1460];
        uint number = 1000;
        Send(1000);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Send(10_000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Send(int count)
        {
            for (int i = 0; i < count; i++)
            {
                reassembler.Add(new TcpSegment { Source = client, Destination = server, SequenceNumber = number, AcknowledgmentNumber = 1, Flags = Protocols.TcpFlags.Ack, Payload = payload });
                reassembler.Add(new TcpSegment { Source = server, Destination = client, SequenceNumber = 1, AcknowledgmentNumber = number += 1460, Flags = Protocols.TcpFlags.Ack });
            }
        }
    }

    private static Dictionary<long, string> Read(byte[] file)
    {
        var sink = new RecordingSink();
        var reassembler = new TcpReassembler(sink);
        try
        {
            using var reader = CaptureReader.Open(new MemoryStream(file));
            while (reader.TryRead(out var frame))
                reassembler.Add(frame);
        }
        catch (CaptureException)
        {
            Assert.True(file.Length < 24);
        }
        // What waits is not reported as missing: in the whole capture, it is not.
        return sink.Connections.SelectMany(connection => new[] { (connection.Number * 2, connection.FromClient), (connection.Number * 2 + 1, connection.FromServer) })
            .ToDictionary(static item => item.Item1, item => sink.Text(item.Item2));
    }

    private static List<(CaptureInterface Interface, byte[] Bytes)> Load(string path)
    {
        var frames = new List<(CaptureInterface, byte[])>();
        using var reader = CaptureReader.Open(path);
        while (reader.TryRead(out var frame))
            frames.Add((frame.Interface, frame.Data.ToArray()));
        return frames;
    }

    private sealed class Nothing : ITcpStreamSink
    {
        public void Opened(TcpConnection connection)
        {
        }

        public void Data(TcpDirection direction, ReadOnlySpan<byte> bytes)
        {
        }

        public void Gap(TcpDirection direction, TcpGap gap)
        {
        }

        public void Ended(TcpDirection direction)
        {
        }

        public void Closed(TcpConnection connection)
        {
        }
    }
}

/// <summary>Tests that measure memory, which others must not take meanwhile.</summary>
[CollectionDefinition(nameof(MeasuredMemory), DisableParallelization = true)]
public class MeasuredMemory;
