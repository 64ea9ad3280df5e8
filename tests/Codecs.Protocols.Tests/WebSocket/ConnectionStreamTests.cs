using System.IO.Pipelines;

namespace Codecs.Protocols.Tests.WebSocket;

/// <summary>
/// Messages of a connection whose other end stalls, breaks off, or sends as much as is taken and a byte more, and whose waits are given up and taken up again: nothing is lost, doubled or waited for
/// in vain.
/// </summary>
public sealed class ConnectionStreamTests
{
    // Each frame, and the message that is whole with it.
    private static readonly (byte[] Frame, string Message)[] s_frames =
    [
        (Frames.Write(1, "Hello"u8), "Text 5"), (Frames.Write(2, new byte[130]), "Binary 130"), (Frames.Write(1, "a"u8, isFinal: false), ""), (Frames.Write(9, "ping"u8), "Ping 4"),
        (Frames.Write(0, "bc"u8), "Text 3"), (Frames.Write(1, []), "Text 0"), (Frames.Write(10, []), "Pong 0"), (Frames.Write(2, new byte[10]), "Binary 10"),
    ];

    private static readonly byte[] s_stream = [.. s_frames.SelectMany(frame => frame.Frame)];
    private static readonly string[] s_messages = [.. s_frames.Select(frame => frame.Message).Where(message => message != "")];

    public static TheoryData<int, bool> Ways => new() { { 1, false }, { 7, false }, { 100, false }, { 1, true }, { 7, true }, { 100, true } };

    // By the token and from the pipe, in turn; only then comes the next piece.
    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Every_wait_is_given_up(int size, bool handsOnPieces)
    {
        var input = new Pipe(new PipeOptions(minimumSegmentSize: 16, pauseWriterThreshold: 0));
        using var connection = Open(input, handsOnPieces);
        var found = new Messages();
        var pieces = new Queue<byte[]>(s_stream.Chunk(size));
        int canceled = 0;
        for (bool isOpen = true; isOpen;)
        {
            using var source = new CancellationTokenSource();
            var wait = connection.WaitToReadAsync(source.Token).AsTask();
            if (wait.IsCompleted)
            {
                isOpen = await wait;
                found.Read(connection);
                continue;
            }
            if (canceled++ % 2 == 0)
                await source.CancelAsync();
            else
                input.Reader.CancelPendingRead();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
            if (pieces.TryDequeue(out byte[]? piece))
                await input.Writer.WriteAsync(piece);
            else
                await input.Writer.CompleteAsync();
        }
        Assert.Equal(s_messages, found.All);
        Assert.True(canceled > s_stream.Length / size);
        Assert.Equal(WebSocketCloseCode.AbnormalClosure, connection.Session.CloseCode);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_other_end_stalls(int size, bool handsOnPieces)
    {
        var input = new Pipe(new PipeOptions(minimumSegmentSize: 16, pauseWriterThreshold: 8, resumeWriterThreshold: 4, useSynchronizationContext: false));
        using var connection = Open(input, handsOnPieces);
        var writing = Task.Run(async () =>
        {
            foreach (byte[] piece in s_stream.Chunk(size))
            {
                await Task.Yield();
                await input.Writer.WriteAsync(piece);
            }
            await input.Writer.CompleteAsync();
        });
        var found = new Messages();
        while (await connection.WaitToReadAsync())
            found.Read(connection);
        await writing;
        Assert.Equal(s_messages, found.All);
    }

    // Behind every byte. What was whole before was read.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_transport_breaks_anywhere(bool isFailing)
    {
        for (int at = 0; at <= s_stream.Length; at++)
        {
            var input = new Pipe();
            using var connection = Open(input, handsOnPieces: false);
            var found = new Messages();
            if (at > 0)
            {
                await input.Writer.WriteAsync(s_stream.AsMemory(0, at));
                Assert.True(await connection.WaitToReadAsync());
                found.Read(connection);
            }
            await input.Writer.CompleteAsync(isFailing ? new IOException("reset") : null);
            Assert.False(await connection.WaitToReadAsync());
            Assert.False(connection.TryRead(out _));
            int end = 0;
            Assert.Equal(s_frames.Where(frame => (end += frame.Frame.Length) <= at && frame.Message != "").Select(frame => frame.Message), found.All);
            Assert.Equal((WebSocketCloseCode.AbnormalClosure, false), (connection.Session.CloseCode, connection.Session.IsClean));
        }
    }

    // In one frame and in two, however they are cut.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Messages_of_the_most_that_is_taken_and_of_one_byte_more(bool handsOnPieces)
    {
        const int Most = 9;
        byte[] text = new byte[Most + 1];
        foreach (byte[] whole in (byte[][])[Frames.Write(2, text.AsSpan(0, Most)), [.. Frames.Write(2, text.AsSpan(0, 4), isFinal: false), .. Frames.Write(0, text.AsSpan(4, Most - 4))]])
        {
            for (int at = 0; at <= whole.Length; at++)
                Assert.Equal(["Binary 9", "Binary 9"], await ReadAsync([.. whole, .. whole], at, Most, handsOnPieces));
        }
        foreach (byte[] longer in (byte[][])[Frames.Write(2, text), [.. Frames.Write(2, text.AsSpan(0, 4), isFinal: false), .. Frames.Write(0, text.AsSpan(4))]])
        {
            for (int at = 0; at <= longer.Length; at++)
                Assert.Equal(["Fault 0"], await ReadAsync(longer, at, Most, handsOnPieces));
        }
    }

    private static async Task<List<string>> ReadAsync(byte[] bytes, int at, int most, bool handsOnPieces)
    {
        var input = new Pipe();
        using var connection = Open(input, handsOnPieces, most);
        var found = new Messages();
        foreach (byte[] piece in (byte[][])[bytes[..at], bytes[at..]])
        {
            if (piece.Length == 0)
                continue;
            await input.Writer.WriteAsync(piece);
            if (await connection.WaitToReadAsync())
                found.Read(connection);
        }
        await input.Writer.CompleteAsync();
        Assert.False(await connection.WaitToReadAsync());
        return found.All;
    }

    private static WebSocketConnection Open(Pipe input, bool handsOnPieces, int most = 1000) =>
        new(new DuplexPipe(input.Reader, new Pipe(new PipeOptions(pauseWriterThreshold: 0)).Writer), WebSocketRole.Server, new() { HandsOnPieces = handsOnPieces, MaxMessageLength = most });

    private sealed class Messages
    {
        private int _length;

        public List<string> All { get; } = [];

        public void Read(WebSocketConnection connection)
        {
            while (connection.TryRead(out var part))
            {
                _length += part.IsMessage ? part.Bytes.Length : 0;
                if (!part.IsLast && part.Kind != WebSocketPartKind.Fault)
                    continue;
                All.Add($"{part.Kind} {(part.IsMessage ? _length : part.Bytes.Length)}");
                _length = part.IsMessage ? 0 : _length;
            }
        }
    }
}
