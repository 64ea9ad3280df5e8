using System.Text;
using System.Text.RegularExpressions;
using Codecs.Capture.Streams;
using Codecs.Protocols;

namespace Codecs.Tests.Streams;

/// <summary>Streams in random segments, compared with what the plainest way of putting them together makes of them.</summary>
public partial class RandomStreamTests
{
    private const string Sent = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    // Order, overlap, loss, and here and there other bytes than were sent.
    [Theory]
    [InlineData(0)]
    [InlineData(uint.MaxValue - 20)]
    [InlineData(int.MaxValue - 20u)]
    public void AnySegmentationIsTheSameStream(uint initial)
    {
        var random = new Random(7);
        for (int round = 0; round < 3000; round++)
        {
            var dialogue = new Dialogue { ClientInitial = initial }.Open();
            var reference = new ReferenceStream(initial + 1);
            int segments = random.Next(1, 30);
            for (int i = 0; i < segments; i++)
            {
                int at = random.Next(Sent.Length), length = random.Next(1, Math.Min(20, Sent.Length - at) + 1);
                string payload = random.Next(10) == 0 ? new string('#', length) : Sent.Substring(at, length);
                // One byte before the end of what was sent is a keep-alive, not data.
                if (length == 1)
                    continue;
                dialogue.Client(at, payload);
                reference.Add((uint)(initial + 1 + at), Encoding.Latin1.GetBytes(payload));
            }
            dialogue.Complete();

            string text = Gaps().Replace(dialogue.Sink.FromClient[..^1], static gap => new string('_', int.Parse(gap.Groups[1].Value, null)));
            Assert.Equal(reference.Text, text);
            Assert.Equal(reference.HasConflict, dialogue.Connection.FromClient.Conflicts > 0);
            Assert.Equal(reference.HasGap, dialogue.Connection.FromClient.Gaps > 0);
            Assert.Equal(0, dialogue.Reassembler.WaitingBytes);
        }
    }

    // Without a SYN, the stream begins with the lowest of the first segments.
    [Fact]
    public void AnyOrderInTheMiddleOfAConnectionIsTheSameStream()
    {
        var random = new Random(8);
        for (int round = 0; round < 1000; round++)
        {
            var dialogue = new Dialogue { ClientInitial = (uint)random.Next() };
            int[] order = [0, 1, 2, 3, 4, 5, 6];
            random.Shuffle(order);
            foreach (int i in order)
                dialogue.Client(1_000_000 + i * 5, Sent.Substring(i * 5, 5));

            Assert.Equal(Sent[..35] + ".", dialogue.Complete().Sink.FromClient);
        }
    }

    // Segments that make no sense: what is told of them still fits together, and nothing grows.
    [Fact]
    public void SegmentsWithoutSenseAreSurvived()
    {
        var random = new Random(9);
        var sink = new CheckingSink();
        var options = new TcpStreamOptions { MaxConnections = 8, MaxWaitingBytes = 20_000, MaxWaitingBytesPerConnection = 5000, MaxComparedBytes = 10_000, MaxComparedBytesPerStream = 2048 };
        var reassembler = new TcpReassembler(sink, options);
        byte[] payload = new byte[3000];
        for (int i = 0; i < 200_000; i++)
        {
            random.NextBytes(payload.AsSpan(0, 8));
            bool isReverse = random.Next(2) == 0;
            IpEndpoint client = new(new IPv4Address(1), (ushort)random.Next(12)), server = new(new IPv4Address(2), 80);
            // Near each other, around both places where numbers wrap; sometimes anywhere.
            uint Number() => random.Next(20) == 0 ? (uint)random.NextInt64(1L << 32) : (uint)((random.Next(3) == 0 ? 0x8000_0000u : 0) + random.Next(-4000, 4000));
            reassembler.Add(new TcpSegment
            {
                Source = isReverse ? server : client,
                Destination = isReverse ? client : server,
                SequenceNumber = Number(),
                AcknowledgmentNumber = Number(),
                Flags = random.Next(4) == 0 ? (TcpFlags)random.Next(512) : TcpFlags.Ack,
                Window = (ushort)random.Next(65536),
                WindowScale = random.Next(2) == 0 ? (byte)random.Next(256) : null,
                Payload = payload.AsSpan(0, random.Next(3) == 0 ? 0 : random.Next(payload.Length)),
                MissingLength = random.Next(50) == 0 ? random.Next(100) : 0,
                Frame = i,
            });
            Assert.InRange(reassembler.WaitingBytes, 0, options.MaxWaitingBytes);
        }
        Assert.InRange(sink.MostOpen, 1, options.MaxConnections);
        Assert.True(sink.Bytes > 0);
        reassembler.Complete();
        Assert.Equal((0, 0), (sink.Open, reassembler.WaitingBytes));
    }

    [GeneratedRegex(@"<\d+\+(\d+) \w+>")]
    private static partial Regex Gaps();
}
