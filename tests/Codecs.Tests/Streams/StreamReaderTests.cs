using System.Text;
using Codecs.Capture.Streams;
using static Codecs.Tests.Streams.PipeText;

namespace Codecs.Tests.Streams;

/// <summary>Streams as pipes.</summary>
public class StreamReaderTests
{
    private static readonly TcpFrameScript s_script = new();

    [Fact]
    public async Task ConnectionsAreReadOneAfterTheOther()
    {
        TcpFrameScript[] scripts = [new(50001), new(50002), new(50003)];
        var frames = scripts.SelectMany(static (script, i) => script.Exchange($"request {i}", $"response {i}"));
        using var capture = TcpFrames.Open(frames);
        using var streams = new TcpStreamReader(capture);
        var texts = new List<string>();
        while (streams.TryAccept(out var connection))
        {
            texts.Add($"{connection.Connection.Number}: {await ReadAll(connection.FromClient)}, {await ReadAll(connection.FromServer)}");
            connection.Complete();
        }

        Assert.Equal(["1: request 0, response 0", "2: request 1, response 1", "3: request 2, response 2"], texts);
    }

    [Fact]
    public async Task ReadingOneStreamKeepsWhatTheOthersSend()
    {
        TcpFrameScript one = new(50001), other = new(50002);
        using var capture = TcpFrames.Open([.. one.Open(), .. other.Open(), one.Client(0, "a"), other.Client(0, "x"), one.Server(0, "1", ack: 1), other.Client(1, "y"), one.Client(1, "b"), other.Server(0, "2", ack: 2), .. one.Close(2, 1), .. other.Close(2, 1)]);
        using var streams = new TcpStreamReader(capture);

        Assert.True(streams.TryAccept(out var first));
        Assert.Equal("ab", await ReadAll(first.FromClient));
        Assert.True(streams.TryAccept(out var second));
        Assert.Equal("2", await ReadAll(second.FromServer));
        Assert.Equal("xy", await ReadAll(second.FromClient));
        Assert.Equal("1", await ReadAll(first.FromServer));
        Assert.False(streams.TryAccept(out _));
    }

    [Fact]
    public async Task ReadReadsNoFurtherThanItMust()
    {
        using var capture = TcpFrames.Open([.. s_script.Open(), s_script.Client(0, "abc"), s_script.Client(3, "def"), .. s_script.Close(6, 0)]);
        using var streams = new TcpStreamReader(capture);
        Assert.True(streams.TryAccept(out var connection));
        var stream = connection.FromClient;

        Assert.Equal(1, streams.Reassembler.Frames);
        Assert.False(stream.TryRead(out _));
        var result = await stream.ReadAsync();
        Assert.Equal((4, "abc", false), (streams.Reassembler.Frames, Text(result.Buffer), result.IsCompleted));
        // Examined but not consumed: the next read is about more.
        stream.AdvanceTo(result.Buffer.GetPosition(1), result.Buffer.End);
        Assert.False(stream.TryRead(out _));
        result = await stream.ReadAsync();
        Assert.Equal((5, "bcdef"), (streams.Reassembler.Frames, Text(result.Buffer)));
        stream.AdvanceTo(result.Buffer.End);
        result = await stream.ReadAsync();
        Assert.Equal((6, "", true), (streams.Reassembler.Frames, Text(result.Buffer), result.IsCompleted));
        stream.AdvanceTo(result.Buffer.End);
        stream.Complete();
        Assert.Throws<InvalidOperationException>(() => stream.TryRead(out _));
    }

    [Fact]
    public async Task BytesBeforeAndBehindAGapNeverComeTogether()
    {
        using var capture = TcpFrames.Open([.. s_script.Open(), s_script.Client(0, "abc"), s_script.Client(10, "klm"), s_script.Client(20, "uvw"), .. s_script.Close(23, 0)]);
        using var streams = new TcpStreamReader(capture);
        Assert.True(streams.TryAccept(out var connection));
        var stream = connection.FromClient;

        Assert.False(stream.TrySkipGap(out _));
        Assert.Equal("abc", await ReadAll(stream));
        Assert.True(stream.TrySkipGap(out var gap));
        Assert.Equal(new TcpGap(3, 7, TcpGapCause.NotSeen), gap);
        // Not read to its end: the rest is lost.
        var result = await stream.ReadAsync();
        stream.AdvanceTo(result.Buffer.GetPosition(1));
        Assert.True(stream.TrySkipGap(out gap));
        Assert.Equal(new TcpGap(13, 7, TcpGapCause.NotSeen), gap);
        Assert.Equal("uvw", await ReadAll(stream));
        Assert.False(stream.TrySkipGap(out _));
    }

    [Fact]
    public async Task GapsWithNothingBetweenAreOne()
    {
        byte[] cut = s_script.Client(0, "abcdef")[..^6];
        var file = new Capture.PcapBytes(true).Header();
        foreach (byte[] frame in s_script.Open())
            file.Record(1, 0, frame);
        file.Record(1, 0, cut, original: (uint)cut.Length + 6).Record(1, 0, s_script.Client(8, "ij")).Record(1, 0, s_script.Client(10, flags: TcpFrameScript.Fin | TcpFrameScript.Ack));
        using var capture = Codecs.Capture.CaptureReader.Open(new MemoryStream(file.ToArray()));
        using var streams = new TcpStreamReader(capture);
        Assert.True(streams.TryAccept(out var connection));

        Assert.Equal("", await ReadAll(connection.FromServer));
        Assert.Equal("", await ReadAll(connection.FromClient));
        Assert.True(connection.FromClient.TrySkipGap(out var gap));
        Assert.Equal((0, 8), (gap.Offset, gap.Length));
        Assert.Equal("ij", await ReadAll(connection.FromClient));
    }

    [Fact]
    public async Task StreamThatIsNotReadIsCutOff()
    {
        string large = new('x', 1000);
        var frames = s_script.Open().ToList();
        for (int i = 0; i < 20; i++)
        {
            frames.Add(s_script.Client(i * 1000, large));
            frames.Add(s_script.Server(i, "y", ack: (i + 1) * 1000));
        }
        using var capture = TcpFrames.Open(frames);
        using var streams = new TcpStreamReader(capture, new() { MaxUnreadBytesPerStream = 5000 });
        Assert.True(streams.TryAccept(out var connection));

        Assert.Equal(new string('y', 20), await ReadAll(connection.FromServer));
        Assert.True(connection.FromClient.IsCut);
        Assert.False(connection.FromServer.IsCut);
        // What was there stays, and what more there was is known.
        Assert.Equal(6000, (await ReadAll(connection.FromClient)).Length);
        Assert.Equal(14_000, connection.FromClient.CutBytes);
        Assert.Equal(20_000, connection.Connection.FromClient.Bytes);
    }

    [Fact]
    public async Task StreamThatWasNotReadForTheLongestIsCutOffWhenThereIsTooMuchInAll()
    {
        string large = new('x', 1000);
        var frames = new List<byte[]>();
        for (ushort i = 0; i < 20; i++)
            frames.AddRange(new TcpFrameScript((ushort)(50000 + i)).Exchange(large, "y"));
        using var capture = TcpFrames.Open(frames);
        using var streams = new TcpStreamReader(capture, new() { MaxUnreadBytes = 20_000 });
        // Nobody reads until all is there.
        var connections = new List<TcpStreamPair>();
        while (streams.TryAccept(out var connection))
            connections.Add(connection);

        Assert.Equal(20, connections.Count);
        // Of each connection, 1,001 bytes and two stretches are unread: six are within the limit.
        var kept = connections.Where(static connection => !connection.FromClient.IsCut).ToList();
        Assert.InRange(kept.Count, 6, 7);
        Assert.Equal(connections[^kept.Count..], kept);
        Assert.Equal("", await ReadAll(connections[0].FromClient));
        Assert.Equal(1000, connections[0].FromClient.CutBytes);
        Assert.Equal(large, await ReadAll(kept[^1].FromClient));
    }

    [Fact]
    public async Task ConnectionsThatNobodyAcceptsAreBounded()
    {
        var frames = Enumerable.Range(0, 50).SelectMany(static i => new TcpFrameScript((ushort)(50001 + i)).Exchange("a", "b"));
        using var capture = TcpFrames.Open([.. s_script.Open(), .. frames]);
        using var streams = new TcpStreamReader(capture, new() { MaxConnections = 10 });
        Assert.True(streams.TryAccept(out var first));
        // It has no end, and is read to that of the capture.
        Assert.Equal("", await ReadAll(first.FromClient));
        int others = 0;
        while (streams.TryAccept(out _))
            others++;

        Assert.Equal((51, 10, 40), (streams.Reassembler.Connections, others, streams.NotAccepted));
    }

    [Fact]
    public async Task ReaderEndsItsStreamsWhenItIsDisposed()
    {
        using var capture = TcpFrames.Open(s_script.Open());
        var streams = new TcpStreamReader(capture);
        Assert.True(streams.TryAccept(out var connection));
        streams.Dispose();

        Assert.True((await connection.FromClient.ReadAsync()).IsCompleted);
        Assert.False(streams.TryAccept(out _));
    }

    [Fact]
    public async Task CancelledReadReadsNothing()
    {
        using var capture = TcpFrames.Open(s_script.Exchange("a", "b"));
        using var streams = new TcpStreamReader(capture);
        Assert.True(streams.TryAccept(out var connection));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await connection.FromClient.ReadAsync(new CancellationToken(canceled: true)));
        Assert.Equal(1, streams.Reassembler.Frames);
        Assert.Equal("a", await ReadAll(connection.FromClient));
    }

    [Fact]
    public async Task StreamsWorkWithWhatTakesAPipe()
    {
        using var capture = TcpFrames.Open(s_script.Exchange("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n"));
        using var streams = new TcpStreamReader(capture);
        Assert.True(streams.TryAccept(out var connection));
        using var text = new StreamReader(connection.FromClient.AsStream());
        Assert.Equal("GET / HTTP/1.1", await text.ReadLineAsync());
        var copy = new MemoryStream();
        await connection.FromServer.CopyToAsync(copy);
        Assert.Equal("HTTP/1.1 200 OK\r\n\r\n", Encoding.Latin1.GetString(copy.ToArray()));
    }
}
