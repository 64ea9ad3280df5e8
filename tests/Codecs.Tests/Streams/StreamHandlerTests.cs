using Codecs.Capture.Streams;
using static Codecs.Tests.Streams.PipeText;

namespace Codecs.Tests.Streams;

/// <summary>Handlers for all connections of a capture at once.</summary>
public class StreamHandlerTests
{
    private static readonly TcpFrameScript s_script = new();

    [Fact]
    public async Task HandlersFollowAllConnectionsAtOnce()
    {
        TcpFrameScript one = new(50001), other = new(50002);
        using var capture = TcpFrames.Open([.. one.Open(), .. other.Open(), one.Client(0, "a"), other.Client(0, "x"), one.Server(0, "1", ack: 1), other.Client(1, "y"), one.Client(1, "b"), other.Server(0, "2", ack: 2), .. one.Close(2, 1), .. other.Close(2, 1)]);
        using var streams = new TcpStreamReader(capture);
        var events = new List<string>();
        streams.Closed += connection => events.Add($"{connection.Number} {connection.Ending}");

        await streams.ForEachAsync(async connection =>
        {
            await Task.WhenAll(Follow(connection, connection.FromClient, "c"), Follow(connection, connection.FromServer, "s"));
            events.Add($"{connection.Connection.Number} done");
        });

        // In the order of the capture.
        Assert.Equal(["1c a", "2c x", "1s 1", "2c y", "1c b", "2s 2", "1 done", "2 done", "1 Closed", "2 Closed"], events);

        async Task Follow(TcpStreamPair pair, TcpStream stream, string name)
        {
            while (true)
            {
                var result = await stream.ReadAsync();
                if (!result.Buffer.IsEmpty)
                    events.Add($"{pair.Connection.Number}{name} {Text(result.Buffer)}");
                stream.AdvanceTo(result.Buffer.End);
                if (result.IsCompleted)
                    return;
            }
        }
    }

    [Fact]
    public async Task CaptureWaitsForAHandlerThatAwaitsSomethingElse()
    {
        string large = new('x', 1000);
        var frames = s_script.Open().ToList();
        for (int i = 0; i < 200; i++)
            frames.Add(s_script.Client(i * 1000, large));
        frames.AddRange(s_script.Close(200_000, 0));
        using var capture = TcpFrames.Open(frames);
        using var streams = new TcpStreamReader(capture, new() { MaxUnreadBytesPerStream = 5000, MaxUnreadBytes = 8000 });
        long read = 0;

        await streams.ForEachAsync(async connection =>
        {
            while (true)
            {
                var result = await connection.FromClient.ReadAsync();
                Assert.InRange(result.Buffer.Length, 0, 7000);
                read += result.Buffer.Length;
                connection.FromClient.AdvanceTo(result.Buffer.End);
                if (result.IsCompleted)
                    break;
                await Task.Delay(1);
            }
            Assert.False(connection.FromClient.IsCut);
        });

        Assert.Equal(200_000, read);
    }

    [Fact]
    public async Task StreamThatFillsUpWhileItsHandlerWaitsForTheOtherIsCutOff()
    {
        string large = new('x', 1000);
        var frames = s_script.Open().ToList();
        for (int i = 0; i < 200; i++)
            frames.Add(s_script.Client(i * 1000, large));
        frames.Add(s_script.Server(0, "y", ack: 200_000));
        using var capture = TcpFrames.Open(frames);
        using var streams = new TcpStreamReader(capture, new() { MaxUnreadBytesPerStream = 5000 });
        bool isCut = false;

        await streams.ForEachAsync(async connection =>
        {
            Assert.Equal("y", await ReadAll(connection.FromServer));
            isCut = connection.FromClient.IsCut;
            Assert.Equal(6000, (await ReadAll(connection.FromClient)).Length);
        });

        Assert.True(isCut);
    }

    [Fact]
    public async Task FailureOfAHandlerIsPassedOnAndEndsReading()
    {
        var frames = Enumerable.Range(0, 50).SelectMany(static i => new TcpFrameScript((ushort)(50000 + i)).Exchange("a", "b"));
        using var capture = TcpFrames.Open(frames);
        using var streams = new TcpStreamReader(capture);

        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => streams.ForEachAsync(async connection =>
        {
            await connection.FromClient.ReadAsync();
            if (connection.Connection.Number == 3)
                throw new InvalidDataException("no");
        }));

        Assert.Equal("no", failure.Message);
        Assert.InRange(streams.Reassembler.Connections, 3, 4);
    }

    [Fact]
    public async Task CancellationEndsStreams()
    {
        using var cancellation = new CancellationTokenSource();
        var frames = Enumerable.Range(0, 50).SelectMany(static i => new TcpFrameScript((ushort)(50000 + i)).Open());
        using var capture = TcpFrames.Open(frames);
        using var streams = new TcpStreamReader(capture);
        int ended = 0;

        await Assert.ThrowsAsync<OperationCanceledException>(() => streams.ForEachAsync(
            async connection =>
            {
                if (connection.Connection.Number == 10)
                    cancellation.Cancel();
                Assert.Equal("", await ReadAll(connection.FromClient));
                ended++;
            },
            cancellation.Token));

        Assert.Equal(10, ended);
    }

    [Fact]
    public async Task PendingReadCanBeCancelled()
    {
        TcpFrameScript one = new(50001), other = new(50002);
        using var capture = TcpFrames.Open([.. one.Open(), .. other.Exchange("a", "b")]);
        using var streams = new TcpStreamReader(capture);
        TcpStream? waiting = null;
        bool wasCancelled = false;

        await streams.ForEachAsync(async connection =>
        {
            if (waiting is null)
            {
                waiting = connection.FromClient;
                var result = await waiting.ReadAsync();
                wasCancelled = result.IsCanceled;
                return;
            }
            waiting.CancelPendingRead();
            Assert.Equal("a", await ReadAll(connection.FromClient));
        });

        Assert.True(wasCancelled);
    }
}
