using System.Buffers;
using Codecs.Pipelines;

namespace Codecs.Tests.Pipelines;

/// <summary>Small pieces cost no more than their number.</summary>
public sealed class EffortTests
{
    // Each byte comes as a piece of its own: what is quadratic looks ten thousand times at each.
    private const int LooksPerByte = 10;

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

    // A block that says how long it is: whoever waits for its end has no reason to look at what is before.
    [Fact]
    public async Task ABlockByteByByte()
    {
        const int Length = 20_000;
        byte[] bytes = [0, 0, Length >> 8, Length & 0xFF, .. new byte[Length], 0, 0, 0, 0];
        var pipe = new ScriptedPipe(Cut.Every(bytes, 1), isForeign: true);
        using var reader = pipe.AsMessageReader<Block>(Length + 4);
        int count = 0;
        while (await reader.WaitToReadAsync())
        {
            while (reader.TryRead(out var block))
                count += block.Data.Length + 1;
        }
        Assert.Equal(Length + 2, count);
        Assert.InRange(pipe.Looks, 1, LooksPerByte * bytes.Length);
    }

    // Every byte may be the one that ends the line: the reader looks after each, but at none again.
    [Fact]
    public async Task ALineByteByByte()
    {
        const int Length = 20_000;
        byte[] bytes = [.. Enumerable.Repeat((byte)'x', Length), .. "\r\n"u8];
        var pipe = new ScriptedPipe(Cut.Every(bytes, 1), isForeign: true);
        using var reader = pipe.AsMessageReader<LongLine>(2 * Length);
        int lines = 0;
        while (await reader.WaitToReadAsync())
        {
            while (reader.TryRead(out var line))
            {
                Assert.Equal(Length, line.Text.Length);
                lines++;
            }
        }
        Assert.Equal(1, lines);
        Assert.InRange(pipe.Looks, 1, LooksPerByte * bytes.Length);
    }

    // An end of line that is put into bytes after they were looked at is not found.
    [Fact]
    public void WhatWasSearchedIsNotSearchedAgain()
    {
        byte[] bytes = [.. "abcdefgh"u8, .. "ijkl\r\n"u8];
        var progress = default(ParseProgress);
        Assert.Equal(OperationStatus.NeedMoreData, Resume<LongLine>(bytes.AsSpan(0, 8), ref progress, out _).Status);
        "\r\n"u8.CopyTo(bytes.AsSpan(2));
        Assert.Equal(bytes.Length, Resume<LongLine>(bytes, ref progress, out var line).BytesConsumed);
        Assert.Equal(bytes.Length - 2, line.Text.Length);
        Assert.Equal(4, LongLine.TryParse(bytes, out _).BytesConsumed);
    }

    private static ParseResult Resume<T>(ReadOnlySpan<byte> source, ref ParseProgress progress, out T message) where T : IMessage<T>, allows ref struct =>
        T.TryParse(source, 0, ParseContext.Resuming(ref progress), out message);
}
