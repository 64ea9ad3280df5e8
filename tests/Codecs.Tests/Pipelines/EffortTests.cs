using System.Diagnostics;
using System.IO.Pipelines;
using Codecs.Pipelines;

namespace Codecs.Tests.Pipelines;

/// <summary>Small pieces cost no more than their number.</summary>
public sealed class EffortTests
{
    // A thousand times what it takes; what is quadratic takes longer still.
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task NoAttemptBeforeThereIsWhatTheLastAskedFor()
    {
        byte[] message = [5, 1, 2, 3, 4, 5, 1, 9, 200, .. new byte[200], 3, 7, 7, 7, 0];
        byte[] bytes = [.. message, 0, .. message, 0, 0];
        foreach (byte[][] pieces in Cut.Ways(bytes))
        {
            Probe.Attempts.Clear();
            using var reader = new ScriptedPipe(pieces).AsMessageReader<Probe>(1000);
            int count = 0;
            while (await reader.WaitToReadAsync())
            {
                while (reader.TryRead(out _))
                    count++;
            }
            Assert.Equal(5, count);
            Assert.All(Probe.Attempts, attempt => Assert.True(attempt.Given >= Math.Max(1, attempt.Asked), $"{attempt}"));
            // Each of the two long messages asks four times at most, and gets its first look for nothing.
            Assert.InRange(Probe.Attempts.Count, 5, 13);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AMegabyteByteByByte(bool isWritten)
    {
        const int Length = 1 << 20;
        byte[] bytes = [0, 0x10, 0, 0, .. new byte[Length], 0, 0, 0, 0];
        var start = Stopwatch.GetTimestamp();
        using var reader = (isWritten ? Write(bytes) : new ScriptedPipe(bytes.Select(value => new[] { value }))).AsMessageReader<Block>(Length + 4);
        int count = 0;
        while (await reader.WaitToReadAsync())
        {
            while (reader.TryRead(out var block))
                count += block.Data.Length + 1;
        }
        Assert.Equal(Length + 2, count);
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, s_most);
    }

    // Every byte may be the one that ends the line: the reader looks after each. Nothing is copied but where a segment of the pipe ends.
    [Fact]
    public async Task ALineByteByByte()
    {
        const int Length = 1 << 20;
        byte[] bytes = [.. Enumerable.Repeat((byte)'x', Length), .. "\r\n"u8];
        var start = Stopwatch.GetTimestamp();
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        using var reader = pipe.Reader.AsMessageReader<LongLine>(2 * Length);
        for (int at = 0; at < bytes.Length; at++)
        {
            await pipe.Writer.WriteAsync(bytes.AsMemory(at, 1));
            Assert.True(await reader.WaitToReadAsync());
            if (reader.TryRead(out var line))
                Assert.Equal((Length, bytes.Length - 1), (line.Text.Length, at));
            else
                Assert.NotEqual(bytes.Length - 1, at);
        }
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, s_most);
    }

    private static PipeReader Write(byte[] bytes)
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        _ = Task.Run(async () =>
        {
            for (int i = 0; i < bytes.Length; i++)
                await pipe.Writer.WriteAsync(bytes.AsMemory(i, 1));
            await pipe.Writer.CompleteAsync();
        });
        return pipe.Reader;
    }
}
