using System.Buffers;
using System.IO.Pipelines;
using Codecs.Pipelines;

namespace Codecs.Tests.Pipelines;

/// <summary>Waits that are given up, writers that fail, and what the two ends of a pipe owe each other.</summary>
public sealed class CancellationTests
{
    private static readonly byte[] s_bytes = [.. Enumerable.Range(0, 40).SelectMany(i => "COMMAND with an argument\r\n"u8.ToArray())];

    // Each wait is canceled once before it is allowed to end: by the token, or from the pipe.
    [Theory(Timeout = Waits.Most)]
    [InlineData(1, true)]
    [InlineData(7, true)]
    [InlineData(26, true)]
    [InlineData(1, false)]
    [InlineData(7, false)]
    [InlineData(26, false)]
    public async Task NothingIsLostWhenAWaitIsCanceled(int size, bool isByToken)
    {
        var pipe = new Pipe(new PipeOptions(minimumSegmentSize: 16));
        using var reader = pipe.Reader.AsMessageReader<Command>(100);
        int count = 0, canceled = 0;
        bool isOpen = true;
        var pieces = new Queue<byte[]>(Cut.Every(s_bytes, size));
        while (isOpen)
        {
            using var source = new CancellationTokenSource();
            var wait = reader.WaitToReadAsync(source.Token).AsTask();
            if (!wait.IsCompleted)
            {
                if (isByToken)
                    source.Cancel();
                else
                    pipe.Reader.CancelPendingRead();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
                canceled++;
                if (pieces.TryDequeue(out byte[]? piece))
                    await pipe.Writer.WriteAsync(piece);
                else
                    await pipe.Writer.CompleteAsync();
                continue;
            }
            isOpen = await wait;
            while (reader.TryRead(out var command))
            {
                Assert.True(command.Rest.SequenceEqual("with an argument"u8));
                count++;
            }
        }
        Assert.Equal((40, s_bytes.Length), (count, reader.Offset));
        Assert.True(canceled > 40);
    }

    [Fact(Timeout = Waits.Most)]
    public async Task CanceledBeforeItBegins()
    {
        using var reader = new ScriptedPipe([s_bytes]).AsMessageReader<Command>(100);
        Assert.True(await reader.WaitToReadAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await reader.WaitToReadAsync(new CancellationToken(canceled: true)));
        Assert.True(await reader.WaitToReadAsync());
        Assert.True(reader.TryRead(out _));
    }

    // What came with a read that was canceled is there for the next wait.
    [Fact(Timeout = Waits.Most)]
    public async Task CanceledWithData()
    {
        var pipe = new ScriptedPipe(Cut.Every(s_bytes, 30));
        pipe.CancelPendingRead();
        using var reader = pipe.AsMessageReader<Command>(100);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await reader.WaitToReadAsync());
        Assert.True(await reader.WaitToReadAsync());
        Assert.True(reader.TryRead(out _));
        pipe.CancelPendingRead();
        Assert.False(reader.TryRead(out _));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await reader.WaitToReadAsync());
        Assert.True(await reader.WaitToReadAsync());
        Assert.True(reader.TryRead(out var command) && command.Verb.SequenceEqual("COMMAND"u8));
    }

    [Fact(Timeout = Waits.Most)]
    public async Task TheFailureOfTheWriterComesThrough()
    {
        foreach (bool isSlow in (bool[])[false, true])
        {
            using var reader = new ScriptedPipe([s_bytes[..30]], isSlow) { Failure = new InvalidOperationException("the wire is cut") }.AsMessageReader<Command>(100);
            Assert.True(await reader.WaitToReadAsync());
            Assert.True(reader.TryRead(out _));
            Assert.False(reader.TryRead(out _));
            for (int i = 0; i < 2; i++)
                Assert.Equal("the wire is cut", (await Assert.ThrowsAsync<InvalidOperationException>(async () => await reader.WaitToReadAsync())).Message);
        }
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync(s_bytes.AsMemory(0, 30));
        using var second = pipe.Reader.AsMessageReader<Command>(100);
        Assert.True(await second.WaitToReadAsync());
        Assert.True(second.TryRead(out _));
        Assert.False(second.TryRead(out _));
        var wait = second.WaitToReadAsync();
        await pipe.Writer.CompleteAsync(new TimeoutException());
        await Assert.ThrowsAsync<TimeoutException>(async () => await wait);
    }

    // The writer is held up while messages are unread, and goes on when they were read; a message longer than the threshold does not stop for ever.
    [Fact(Timeout = Waits.Most)]
    public async Task Backpressure()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 100, resumeWriterThreshold: 50, useSynchronizationContext: false));
        using var reader = pipe.Reader.AsMessageReader<Block>(1 << 20);
        var flush = pipe.Writer.WriteAsync(new byte[120]);
        Assert.False(flush.IsCompleted);
        Assert.True(await reader.WaitToReadAsync());
        int count = 0;
        while (reader.TryRead(out _))
            count++;
        Assert.Equal(30, count);
        Assert.False(flush.IsCompleted);
        var wait = reader.WaitToReadAsync();
        Assert.False((await flush).IsCompleted);

        var writing = Task.Run(async () =>
        {
            await pipe.Writer.WriteAsync(new byte[] { 0, 1, 0, 0 });
            for (int i = 0; i < 1024; i++)
                await pipe.Writer.WriteAsync(new byte[64]);
            await pipe.Writer.CompleteAsync();
        });
        Assert.True(await wait);
        do
        {
            while (reader.TryRead(out var block))
                count += block.Data.Length;
        }
        while (await reader.WaitToReadAsync());
        await writing;
        Assert.Equal(30 + 65536, count);
    }

    [Fact(Timeout = Waits.Most)]
    public async Task CompletingThePipeIsTheCallersBusiness()
    {
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync("NOOP\r\n"u8.ToArray());
        var reader = pipe.Reader.AsMessageReader<Command>(100);
        Assert.True(await reader.WaitToReadAsync());
        reader.Dispose();
        var read = await pipe.Reader.ReadAsync();
        Assert.Equal(6, read.Buffer.Length);
        pipe.Reader.AdvanceTo(read.Buffer.End);
        await pipe.Reader.CompleteAsync();
        Assert.True((await pipe.Writer.FlushAsync()).IsCompleted);
        using var late = pipe.Reader.AsMessageReader<Command>(100);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await late.WaitToReadAsync());
    }

    // In the order in which a "using" and a "finally" come: the owner completes the pipe, then the reader is disposed.
    [Fact(Timeout = Waits.Most)]
    public async Task DisposedAfterThePipeWasCompleted()
    {
        var written = new Pipe();
        await written.Writer.WriteAsync(s_bytes);
        foreach (var pipe in (PipeReader[])[written.Reader, PipeReader.Create(new MemoryStream(s_bytes)), PipeReader.Create(new ReadOnlySequence<byte>(s_bytes))])
        {
            var reader = pipe.AsMessageReader<Command>(100);
            Assert.True(await reader.WaitToReadAsync());
            Assert.True(reader.TryRead(out _));
            await pipe.CompleteAsync();
            reader.Dispose();
        }
    }
}
