using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Codecs.Pipelines;
using Codecs.Protocols;

namespace Codecs.Tests.Pipelines;

/// <summary>However the bytes arrive, the same messages come out of them.</summary>
public sealed class MessageReaderTests
{
    private const int MaxMessageSize = 2000;

    /// <summary>A message in a few words, that can be kept.</summary>
    public delegate string Summary<T>(scoped in T message) where T : allows ref struct;

    [Fact]
    public Task Lines()
    {
        string[] lines = ["EHLO client.example", "NOOP", "", "MAIL FROM:<a@b> SIZE=1", new string('x', 1500), "RSET \r x \n", " ", "QUIT"];
        return ExpectAll(Encoding.Latin1.GetBytes(string.Concat(lines.Select(line => line + "\r\n"))), Split(lines), (scoped in Command command) => Text(command.Verb) + "|" + Text(command.Rest));
    }

    [Fact]
    public Task BlocksWithTheirLengthBeforeThem()
    {
        int[] sizes = [0, 1, 5, 0, 300, 1996, 3, 64];
        byte[][] blocks = [.. sizes.Select(size => Enumerable.Range(size, size).Select(i => (byte)i).ToArray())];
        byte[] bytes = [.. blocks.SelectMany(block => new byte[] { 0, 0, (byte)(block.Length >> 8), (byte)block.Length }.Concat(block))];
        return ExpectAll(bytes, blocks.Select(Convert.ToHexString), (scoped in Block block) => Convert.ToHexString(block.Data));
    }

    [Fact]
    public Task FixedSizes()
    {
        byte[] bytes = [.. Enumerable.Range(0, 100).SelectMany(i => new byte[] { 0xBE, 0xA7, 0, 0, 1, (byte)i, 7 })];
        return ExpectAll(bytes, Enumerable.Range(256, 100).Select(i => $"{i} 7"), (scoped in Beat beat) => $"{beat.Number} {beat.Flags}");
    }

    [Fact]
    public Task ListsOfLines()
    {
        const string Text = "220 ready\r\n250-first\r\n250-\r\n250 last\r\n214-" + "help\r\n214 \r\n221 bye\r\n";
        return ExpectAll(Encoding.ASCII.GetBytes(Text), ["220 ready", "250 first//last", "214 help/", "221 bye"], (scoped in Reply reply) =>
        {
            var lines = new List<string>();
            foreach (var line in reply.Lines)
                lines.Add(Encoding.ASCII.GetString(line.Text));
            return $"{reply.Lines.First.Code} {string.Join('/', lines)}";
        });
    }

    [Fact]
    public async Task AnArgumentForEachMessage()
    {
        byte[] bytes = [0, 3, 1, 2, 3, 2, 0, 4, 5, 0, 0, 1, 0, 9];
        foreach (byte[][] pieces in Cut.Ways(bytes))
        {
            foreach (var pipe in Cut.Pipes(pieces))
            {
                using var reader = pipe.AsMessageReader<OrderedBlock, bool>(MaxMessageSize);
                var found = new List<string>();
                while (await reader.WaitToReadAsync())
                {
                    while (reader.TryRead(found.Count % 2 == 1, out var block, out var result))
                    {
                        Assert.Equal(block.Data.Length + 2, result.BytesConsumed);
                        found.Add(Convert.ToHexString(block.Data));
                    }
                }
                Assert.Equal(["010203", "0405", "", "09"], found);
            }
        }
    }

    [Fact]
    public async Task OneReadForEachWait()
    {
        byte[] bytes = "A 1\r\nB 2\r\nC 3\r\n"u8.ToArray();
        foreach (byte[][] pieces in Cut.Ways(bytes))
        {
            foreach (var pipe in Cut.Pipes(pieces))
            {
                using var reader = pipe.AsMessageReader<Command>(MaxMessageSize);
                var found = new List<string>();
                while (await reader.WaitToReadAsync())
                {
                    if (reader.TryRead(out var command))
                        found.Add(Text(command.Verb) + Text(command.Rest));
                }
                Assert.Equal(["A1", "B2", "C3"], found);
            }
        }
    }

    // Messages that were read stay readable, wherever they lie, until the next wait.
    [Fact]
    public async Task AllMessagesOfAWaitLiveTogether()
    {
        byte[] bytes = [.. Enumerable.Range(0, 3000).SelectMany(i => Encoding.ASCII.GetBytes($"W{i} {new string('y', i % 90)}\r\n"))];
        foreach (int size in Cut.Sizes)
        {
            using var reader = PipeReader.Create(Cut.Join(Cut.Every(bytes, size))).AsMessageReader<Command>(MaxMessageSize);
            Assert.True(await reader.WaitToReadAsync());
            Assert.Equal(3000, CheckTogether(reader, 0));
        }
    }

    [Fact]
    public async Task OneAdvanceForEachRead()
    {
        var pipe = new ScriptedPipe([[.. Enumerable.Repeat("NOOP\r\n"u8.ToArray(), 100).SelectMany(line => line)]]);
        var reader = pipe.AsMessageReader<Command>(MaxMessageSize);
        int count = 0;
        while (await reader.WaitToReadAsync())
        {
            while (reader.TryRead(out _))
                count++;
        }
        Assert.Equal((100, 0), (count, pipe.Advances));
        reader.Dispose();
        reader.Dispose();
        Assert.Equal((1, false), (pipe.Advances, pipe.IsCompleted));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await reader.WaitToReadAsync());
        Assert.False(reader.TryRead(out _));
    }

    [Fact]
    public void ArgumentsAreChecked()
    {
        Assert.Throws<ArgumentNullException>(() => new MessageReader<Command>(null!, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MessageReader<Command>(new ScriptedPipe([]), 0));
        var reader = new MessageReader<Command>(new ScriptedPipe([]), 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.Skip(-1));
        Assert.Throws<ArgumentException>(() => reader.SkipPast([]));
        Assert.False(reader.TryRead(out _, out var result));
        Assert.Equal((OperationStatus.NeedMoreData, 1, 0L, true), (result.Status, result.BytesNeeded, reader.Offset, reader.Unread.IsEmpty));
    }

    // A frame ends where its carrier says, and a stream says nothing.
    [Fact]
    public void AMessageThatTakesWhateverThereIsCannotBeStreamed() => Assert.Throws<NotSupportedException>(() => new ScriptedPipe([]).AsMessageReader<Ethernet>(1518));

    private static async Task ExpectAll<T>(byte[] bytes, IEnumerable<string> expected, Summary<T> summary) where T : IMessage<T>, allows ref struct
    {
        string[] all = [.. expected];
        foreach (byte[][] pieces in Cut.Ways(bytes))
        {
            foreach (var pipe in Cut.Pipes(pieces))
            {
                using var reader = pipe.AsMessageReader<T>(MaxMessageSize);
                Assert.Equal(all, await ReadAll(reader, summary));
                Assert.Equal(bytes.Length, reader.Offset);
                Assert.False(await reader.WaitToReadAsync());
            }
        }
    }

    private static async Task<List<string>> ReadAll<T>(MessageReader<T> reader, Summary<T> summary) where T : IMessage<T>, allows ref struct
    {
        var found = new List<string>();
        while (await reader.WaitToReadAsync())
        {
            while (reader.TryRead(out var message))
                found.Add(summary(in message));
        }
        return found;
    }

    // Recursive, so that all messages are alive when the last is read.
    private static int CheckTogether(MessageReader<Command> reader, int index)
    {
        if (!reader.TryRead(out var command))
            return index;
        int count = CheckTogether(reader, index + 1);
        Assert.Equal($"W{index}", Text(command.Verb));
        Assert.Equal(index % 90, command.Rest.Count((byte)'y'));
        return count;
    }

    private static IEnumerable<string> Split(string[] lines) => lines.Select(line => line.Contains(' ', StringComparison.Ordinal) ? line[..line.IndexOf(' ', StringComparison.Ordinal)] + "|" + line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..] : line + "|");

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);
}
