using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Codecs.Pipelines;

namespace Codecs.Tests.Pipelines;

/// <summary>Where a segment of the pipe ends and the next is there already.</summary>
public sealed class SeamTests
{
    private const int Seed = 3;

    // Lines of all lengths, some of them wrong, in segments of all sizes, some of them empty.
    [Fact]
    public async Task LinesInSegmentsOfAnySize()
    {
        var random = new Random(Seed);
        for (int round = 0; round < 200; round++)
        {
            var (bytes, expected) = MakeLines(random, count: 60, longest: round % 2 == 0 ? 60 : 300);
            byte[][] pieces = CutAnyhow(random, bytes, longest: round % 3 == 0 ? 20 : 500);
            foreach (var pipe in Cut.Pipes(pieces).Append(PipeReader.Create(JoinMixed(pieces))))
            {
                using var reader = pipe.AsMessageReader<ReplyLine>(200);
                Assert.Equal(expected, await ReadAll(reader));
                Assert.Equal(bytes.Length, reader.Offset);
            }
        }
    }

    // Faults end exactly where a segment ends, or begin there, or lie in two or three.
    [Fact]
    public async Task ThreeSegments()
    {
        byte[] bytes = "220 a\r\nbad line\r\n221-b c\r\n2\r\n222 \r\n"u8.ToArray();
        for (int first = 0; first <= bytes.Length; first++)
        {
            for (int second = first; second <= bytes.Length; second++)
            {
                byte[][] pieces = [bytes[..first], bytes[first..second], bytes[second..]];
                using var reader = PipeReader.Create(Cut.Join(pieces)).AsMessageReader<ReplyLine>(20);
                Assert.Equal(["220 a", "Syntax", "221 b c", "Length", "222 "], await ReadAll(reader));
            }
        }
    }

    // A message as long as may be, and one byte longer, with a limit below and above what is copied of a next segment at first.
    [Theory]
    [InlineData(20)]
    [InlineData(100)]
    [InlineData(400)]
    public async Task TheLimit(int most)
    {
        string fits = "220 " + new string('y', most - 6), exceeds = "221 " + new string('n', most - 5);
        byte[] bytes = Encoding.ASCII.GetBytes($"{fits}\r\n{exceeds}\r\n{fits}\r\n");
        for (int at = 0; at <= bytes.Length; at++)
        {
            using var reader = PipeReader.Create(Cut.Join(Cut.At(bytes, at))).AsMessageReader<ReplyLine>(most);
            Assert.Equal([fits, "Limit", fits], await ReadAll(reader));
        }
    }

    // What is not read is the same whenever one asks, and asking changes nothing; nor does another reader that takes over.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhatIsUnread(bool isReleased)
    {
        byte[] bytes = "A 1\r\nBB 22\r\nCCC 333\r\n\r\nD 4444444\r\nE"u8.ToArray();
        foreach (byte[][] pieces in Cut.Ways(bytes))
        {
            var pipe = PipeReader.Create(Cut.Join(pieces));
            using var reader = pipe.AsMessageReader<Command>(100);
            using var other = pipe.AsMessageReader<Command>(100);
            int at = 0;
            for (int i = 0; i < 5; i++)
            {
                var next = isReleased && i % 2 == 1 ? other : reader;
                Assert.True(await next.WaitToReadAsync());
                Assert.True(next.TryRead(out var command, out var result));
                at += result.BytesConsumed;
                Assert.Equal(bytes[at..], next.Unread.ToArray());
                Assert.Equal(i == 3 ? 0 : 1 + (i == 4 ? 0 : i), command.Verb.Length);
                if (isReleased)
                    next.Release();
                else
                    Assert.Equal(at, next.Offset);
            }
        }
    }

    // Without waiting in between, so that what is skipped begins in the copy of a seam, and ends in it or behind it.
    [Fact]
    public async Task SkippedFromASeam()
    {
        byte[] bytes = [.. "A 1\r\n"u8, .. new byte[30], .. "B 2\r\n"u8, .. new byte[3], .. "C 3\r\n"u8, .. new byte[200], .. "D 4\r\n"u8];
        int[] skipped = [30, 3, 200, 0];
        foreach (byte[][] pieces in Cut.Ways(bytes))
        {
            using var reader = PipeReader.Create(Cut.Join(pieces)).AsMessageReader<Command>(100);
            Assert.True(await reader.WaitToReadAsync());
            string found = "";
            while (reader.TryRead(out var command))
            {
                reader.Skip(skipped[found.Length]);
                found += (char)command.Verb[0];
            }
            Assert.Equal("ABCD", found);
        }
    }

    // A message that goes on in the next segment is copied before it is looked at: none is tried in vain.
    [Fact]
    public async Task OneAttemptForEachMessage()
    {
        const int Count = 1000;
        byte[] bytes = [.. Enumerable.Repeat(new byte[] { 3, 1, 1, 1, 2, 1, 1, 1, 1, 0 }, Count).SelectMany(message => message)];
        foreach (int size in (int[])[131, 256, 1000])
        {
            Probe.Attempts.Clear();
            using var reader = PipeReader.Create(Cut.Join(Cut.Every(bytes, size))).AsMessageReader<Probe>(100);
            Assert.True(await reader.WaitToReadAsync());
            int count = 0;
            while (reader.TryRead(out _))
                count++;
            Assert.Equal((Count, Count), (count, Probe.Attempts.Count));
        }
    }

    private static (byte[] Bytes, List<string> Expected) MakeLines(Random random, int count, int longest)
    {
        var text = new StringBuilder();
        var expected = new List<string>();
        for (int i = 0; i < count; i++)
        {
            string line = $"{100 + i} {new string((char)('a' + i % 26), random.Next(longest))}";
            bool isGood = random.Next(8) != 0;
            text.Append(isGood ? "" : "x").Append(line).Append("\r\n");
            int length = line.Length + (isGood ? 2 : 3);
            expected.Add(length > 200 ? "Limit" : isGood ? line : "Syntax");
        }
        return (Encoding.ASCII.GetBytes(text.ToString()), expected);
    }

    private static byte[][] CutAnyhow(Random random, byte[] bytes, int longest)
    {
        var pieces = new List<byte[]>();
        for (int at = 0; at < bytes.Length; at += pieces[^1].Length)
            pieces.Add(bytes[at..Math.Min(bytes.Length, at + random.Next(longest))]);
        return [.. pieces];
    }

    // Every third segment is not an array.
    private static ReadOnlySequence<byte> JoinMixed(byte[][] pieces)
    {
        var counter = new ScriptedPipe([]);
        ScriptedPipe.Segment? first = null, last = null;
        for (int i = 0; i < pieces.Length; i++)
        {
            last = new ScriptedPipe.Segment(pieces[i], last, i % 3 == 2 ? counter : null);
            first ??= last;
        }
        return new ReadOnlySequence<byte>(first!, 0, last!, last!.Memory.Length);
    }

    private static async Task<List<string>> ReadAll(MessageReader<ReplyLine> reader)
    {
        var found = new List<string>();
        while (await reader.WaitToReadAsync())
        {
            ParseResult result;
            while (reader.TryRead(out var line, out result) || result.IsMalformed)
            {
                found.Add(result ? $"{line.Code} {Encoding.ASCII.GetString(line.Text)}" : $"{result.Error}");
                if (!result)
                    reader.SkipPast("\r\n"u8);
            }
        }
        return found;
    }
}
