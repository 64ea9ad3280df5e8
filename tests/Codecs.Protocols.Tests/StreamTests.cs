using System.IO.Pipelines;
using System.Reflection;
using Codecs.Fuzz;
using Codecs.Pipelines;

namespace Codecs.Protocols.Tests;

/// <summary>
/// The samples of every message type that says where it ends, one behind the other in a pipe: in two pieces, cut everywhere; byte by byte; in random pieces; with a writer that
/// stalls or fails, and a reader that gives up and waits again. Nothing is lost, doubled or waited for in vain.
/// </summary>
public sealed class StreamTests
{
    // Every cut of this many bytes.
    private const int MaxStream = 1500;
    private const int RandomCuts = 30;
    private const int MaxMessages = 20;

    private static readonly MessageContract[] s_contracts = MessageContract.Of(typeof(Packet).Assembly);
    private static readonly SampleSet s_samples = new(s_contracts);

    public static TheoryData<string> Types => [.. s_contracts.Where(contract => Messages(contract).Count > 0).Select(contract => contract.Name)];

    [Theory]
    [MemberData(nameof(Types))]
    public Task Cut(string type) => Call(type, nameof(CutEverywhere));

    [Theory]
    [MemberData(nameof(Types))]
    public Task Canceled(string type) => Call(type, nameof(CancelEveryWait));

    [Theory]
    [MemberData(nameof(Types))]
    public Task Failed(string type) => Call(type, nameof(FailEverywhere));

    [Theory]
    [MemberData(nameof(Types))]
    public Task MaximumSize(string type) => Call(type, nameof(LimitSizes));

    // So many types are streamed that a mistake in the choice would be seen.
    [Fact]
    public void ThereAreTypesToStream() => Assert.InRange(Types.Count, 30, s_contracts.Length);

    // Those that streams are made of in practice.
    [Theory]
    [InlineData(nameof(DnsOverTcp))]
    [InlineData(nameof(SmtpCommand))]
    [InlineData(nameof(SmtpReply))]
    [InlineData(nameof(FtpCommand))]
    [InlineData(nameof(FtpReply))]
    [InlineData(nameof(Pop3Command))]
    [InlineData(nameof(ImapCommand))]
    [InlineData(nameof(HttpRequestHead))]
    [InlineData(nameof(HttpResponseHead))]
    [InlineData(nameof(WebSocketFrame))]
    [InlineData(nameof(TlsRecord))]
    [InlineData(nameof(Mqtt))]
    public void IsStreamed(string type) => Assert.NotEmpty(Messages(s_contracts.Single(contract => contract.Name == type)));

    private static async Task CutEverywhere<T>(List<byte[]> messages, byte[] stream) where T : IMessage<T>, allows ref struct
    {
        for (int at = 0; at <= Math.Min(stream.Length, MaxStream); at++)
            Assert.Equal(messages, await ReadAll<T>(Write([stream[..at], stream[at..]]), stream.Length));
        Assert.Equal(messages, await ReadAll<T>(Write([.. stream.Chunk(1)]), stream.Length));
        var random = new Random(8);
        for (int i = 0; i < RandomCuts; i++)
        {
            var pieces = new List<byte[]>();
            for (int at = 0; at < stream.Length; at += pieces[^1].Length)
                pieces.Add(stream[at..Math.Min(at + 1 + random.Next(random.Next(2) == 0 ? 4 : 200), stream.Length)]);
            Assert.Equal(messages, await ReadAll<T>(Write(pieces, isStalling: i % 2 == 0), stream.Length));
        }
    }

    // Each wait that does not end at once is canceled, by the token or from the pipe; only then comes the next piece.
    private static async Task CancelEveryWait<T>(List<byte[]> messages, byte[] stream) where T : IMessage<T>, allows ref struct
    {
        foreach (int size in (int[])[1, 7, 100])
        {
            var pipe = new Pipe(new PipeOptions(minimumSegmentSize: 16, pauseWriterThreshold: 0));
            using var reader = pipe.Reader.AsMessageReader<T>(stream.Length);
            var pieces = new Queue<byte[]>(stream.Chunk(size));
            var found = new List<byte[]>();
            int canceled = 0;
            for (bool isOpen = true; isOpen;)
            {
                using var source = new CancellationTokenSource();
                var wait = reader.WaitToReadAsync(source.Token).AsTask();
                if (!wait.IsCompleted)
                {
                    if (canceled++ % 2 == 0)
                        await source.CancelAsync();
                    else
                        pipe.Reader.CancelPendingRead();
                    await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
                    if (pieces.TryDequeue(out byte[]? piece))
                        await pipe.Writer.WriteAsync(piece);
                    else
                        await pipe.Writer.CompleteAsync();
                    continue;
                }
                isOpen = await wait;
                Read(reader, found);
            }
            Assert.Equal(messages, found);
            Assert.True(canceled > stream.Length / size);
        }
    }

    // The writer completes with an error, anywhere. What was whole before was read; then the error is told, and not that a message is unfinished.
    private static async Task FailEverywhere<T>(List<byte[]> messages, byte[] stream) where T : IMessage<T>, allows ref struct
    {
        for (int at = 0; at <= Math.Min(stream.Length, MaxStream); at += at < 200 ? 1 : 13)
        {
            var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
            using var reader = pipe.Reader.AsMessageReader<T>(stream.Length);
            var found = new List<byte[]>();
            if (at > 0)
            {
                await pipe.Writer.WriteAsync(stream.AsMemory(0, at));
                Assert.True(await reader.WaitToReadAsync());
                Read(reader, found);
            }
            await pipe.Writer.CompleteAsync(new IOException("gone"));
            Assert.Equal("gone", (await Assert.ThrowsAsync<IOException>(async () => await reader.WaitToReadAsync())).Message);
            int whole = 0;
            for (int end = 0; whole < messages.Count && (end += messages[whole].Length) <= at; whole++)
            {
            }
            Assert.Equal(messages[..whole], found);
        }
    }

    // A message of exactly the most bytes is read; one of one more is not, and says so.
    private static async Task LimitSizes<T>(List<byte[]> messages, byte[] stream) where T : IMessage<T>, allows ref struct
    {
        foreach (byte[] message in messages.DistinctBy(message => message.Length).Where(message => message.Length > 0))
        {
            foreach (int size in (int[])[1, 5, message.Length])
            {
                Assert.Equal([message, message], await ReadAll<T>(Write([.. message.Chunk(size), .. message.Chunk(size)]), message.Length));
                if (message.Length == 1)
                    continue;
                var error = await Assert.ThrowsAsync<MessageReadException>(() => ReadAll<T>(Write([.. message.Chunk(size)]), message.Length - 1));
                Assert.Equal((MessageReadError.TooLong, 0L), (error.Error, error.MessageOffset));
            }
        }
    }

    private static async Task<List<byte[]>> ReadAll<T>(PipeReader pipe, int maxMessageSize) where T : IMessage<T>, allows ref struct
    {
        using var reader = pipe.AsMessageReader<T>(Math.Max(maxMessageSize, 1));
        var found = new List<byte[]>();
        while (await reader.WaitToReadAsync())
            Read(reader, found);
        await pipe.CompleteAsync();
        return found;
    }

    private static void Read<T>(MessageReader<T> reader, List<byte[]> found) where T : IMessage<T>, allows ref struct
    {
        while (reader.TryRead(out var message))
            found.Add(Expect.Written(in message, WriteMode.Preserve));
    }

    // In segments as small as there are, held up as soon as a few bytes wait.
    private static PipeReader Write(IReadOnlyList<byte[]> pieces, bool isStalling = false)
    {
        var pipe = new Pipe(new PipeOptions(minimumSegmentSize: 16, pauseWriterThreshold: isStalling ? 8 : 0, resumeWriterThreshold: isStalling ? 4 : 0, useSynchronizationContext: false));
        _ = WriteAsync();
        return pipe.Reader;

        async Task WriteAsync()
        {
            foreach (byte[] piece in pieces)
            {
                if (isStalling)
                    await Task.Yield();
                await pipe.Writer.WriteAsync(piece);
            }
            await pipe.Writer.CompleteAsync();
        }
    }

    private static Task Call(string type, string method)
    {
        var contract = s_contracts.Single(contract => contract.Name == type);
        var messages = Messages(contract);
        byte[] stream = [.. messages.SelectMany(message => message)];
        return typeof(StreamTests).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(contract.Type)
            .CreateDelegate<Func<List<byte[]>, byte[], Task>>()(messages, stream);
    }

    // Samples that end by themselves, whatever follows: of those a stream can be made.
    private static List<byte[]> Messages(MessageContract contract) =>
        IsWhole(contract.Type) ? [] :
        [
            .. s_samples.Of(contract).Where(sample => sample.Length is > 0 and < 400)
                .Where(sample => s_samples.Of(contract).Append([0xA5, 0x5A, 0xFF, 0]).All(next => contract.Parse([.. sample, .. next]).BytesConsumed == sample.Length))
                .Where(sample => contract.CheckPrefixes(sample) is null && contract.Parse([]).BytesConsumed == 0)
                .Take(MaxMessages),
        ];

    private static bool IsWhole(Type type) =>
        typeof(StreamTests).GetMethod(nameof(IsWholeOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).CreateDelegate<Func<bool>>()();

    private static bool IsWholeOf<T>() where T : IMessage<T>, allows ref struct => T.IsWhole;
}
