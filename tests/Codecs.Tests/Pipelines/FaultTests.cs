using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Codecs.Pipelines;

namespace Codecs.Tests.Pipelines;

/// <summary>The three things that can be wrong with a stream, and how a reader goes on after two of them.</summary>
public sealed class FaultTests
{
    [Fact]
    public Task AnInvalidMessage() => Fails("220 ok\r\n22x no\r\n", 100, MessageReadError.Invalid, good: 1, messageOffset: 8, offset: 8, "Code", "ReplyLine.Code at byte 0: Syntax");

    [Fact]
    public Task EndWithinAMessage() => Fails("220 ok\r\n221 b", 100, MessageReadError.Incomplete, good: 1, messageOffset: 8, offset: 13, "Code", "ReplyLine: the input ends after 5 bytes of at least 6");

    [Fact]
    public Task EndWithinATerminator() => Fails("220 ok\r\n221 b\r", 100, MessageReadError.Incomplete, good: 1, messageOffset: 8, offset: 14, "Code", "ends after 6");

    [Fact]
    public Task TooLong() => Fails("220 ok\r\n220 1234567\r\n", 12, MessageReadError.TooLong, good: 1, messageOffset: 8, offset: 20, "Code", "ReplyLine: more than 12 bytes");

    [Fact]
    public Task JustNotTooLong() => Fails("220 ok\r\n220 123456\r\nx", 12, MessageReadError.Incomplete, good: 2, messageOffset: 20, offset: 21, "Code", "");

    // The rest of the line arrives, and the limit is passed, before its end does.
    [Fact]
    public Task NoLineWithoutABoundIsKept() => Fails("220 ok\r\n220 " + new string('y', 5000), 50, MessageReadError.TooLong, good: 1, messageOffset: 8, offset: 58, "Code", "");

    [Fact]
    public async Task ALengthThatClaimsTooMuch()
    {
        foreach (byte[] bytes in (byte[][])[[0xFF, 0xFF, 0xFF, 0xFF, 1, 2], [0, 0, 0, 5, 1], [0, 0, 0, 5, 1, 2, 3, 4, 5]])
        {
            foreach (var pipe in Cut.Ways(bytes).SelectMany(Cut.Pipes))
            {
                using var reader = pipe.AsMessageReader<Block>(8);
                var error = await Assert.ThrowsAsync<MessageReadException>(async () =>
                {
                    while (await reader.WaitToReadAsync())
                        reader.TryRead(out _);
                });
                Assert.Equal((MessageReadError.TooLong, 0L, ParseError.Limit, "Data"), (error.Error, error.MessageOffset, error.Result.Error, error.Field));
            }
        }
        byte[] fits = [0, 0, 0, 4, 1, 2, 3, 4];
        using var exact = PipeReader.Create(new ReadOnlySequence<byte>(fits)).AsMessageReader<Block>(8);
        await exact.WaitToReadAsync();
        Assert.True(exact.TryRead(out var block) && block.Data.Length == 4);
    }

    [Fact]
    public async Task AMessageWithoutBytesIsNotReadForEver()
    {
        using var reader = PipeReader.Create(new ReadOnlySequence<byte>(new byte[1])).AsMessageReader<Nothing>(8);
        await reader.WaitToReadAsync();
        Assert.False(reader.TryRead(out _, out var result));
        Assert.Equal(ParseError.Length, result.Error);
        Assert.Throws<MessageReadException>(() => reader.TryRead(out _));
    }

    // A caller who does not look at the result is told at the next wait.
    [Fact]
    public async Task AFaultThatIsNotSkippedEndsTheLoop()
    {
        foreach (byte[][] pieces in Cut.Ways("22x\r\n"u8.ToArray()))
        {
            using var reader = new ScriptedPipe(pieces).AsMessageReader<ReplyLine>(100);
            var error = await Assert.ThrowsAsync<MessageReadException>(async () =>
            {
                while (await reader.WaitToReadAsync())
                {
                    while (reader.TryRead(out _, out _))
                    {
                    }
                }
            });
            Assert.Equal(MessageReadError.Invalid, error.Error);
            Assert.Equal(0, reader.Offset);
        }
    }

    [Fact]
    public async Task GoesOnAfterTheNextLineEnd()
    {
        string text = "250 one\r\nbad line\r\n" + new string('9', 300) + "\r\r\n\r\n250 two\n\r\n-\r\n221 bye\r\n";
        foreach (byte[][] pieces in Cut.Ways(Encoding.ASCII.GetBytes(text)))
        {
            foreach (var pipe in Cut.Pipes(pieces))
            {
                using var reader = pipe.AsMessageReader<ReplyLine>(100);
                Assert.Equal(["250 one", "Syntax 0", "Limit 100", "Length 0", "250 two\n", "Length 0", "221 bye"], await ReadAll(reader));
                Assert.Equal(text.Length, reader.Offset);
            }
        }
    }

    [Fact]
    public async Task ATooLongLineIsSkippedWithoutBeingKept()
    {
        byte[] bytes = [.. "NOOP 1\r\n"u8, .. Enumerable.Repeat((byte)'\r', 30_000), .. "\nNOOP 2\r\n"u8];
        foreach (int size in Cut.Sizes)
        {
            using var reader = new ScriptedPipe(Cut.Every(bytes, size)).AsMessageReader<Command>(100);
            var found = new List<string>();
            while (await reader.WaitToReadAsync())
            {
                Assert.InRange(reader.Unread.Length, 0, 100 + size);
                while (true)
                {
                    if (reader.TryRead(out var command, out var result))
                        found.Add(Encoding.ASCII.GetString(command.Rest));
                    else if (result.Error == ParseError.Limit)
                        reader.SkipPast("\r\n"u8);
                    else
                        break;
                }
            }
            Assert.Equal(["1", "2"], found);
        }
    }

    [Fact]
    public async Task BytesAreSkippedAsTheyArrive()
    {
        byte[] bytes = [.. "BDAT 5000\r\n"u8, .. new byte[5000], .. "QUIT\r\n"u8];
        foreach (byte[][] pieces in Cut.Ways(bytes))
        {
            using var reader = new ScriptedPipe(pieces).AsMessageReader<Command>(100);
            var found = new List<string>();
            while (await reader.WaitToReadAsync())
            {
                while (reader.TryRead(out var command))
                {
                    found.Add(Encoding.ASCII.GetString(command.Verb));
                    reader.Skip(found.Count == 1 ? 5000 : 0);
                }
            }
            Assert.Equal(["BDAT", "QUIT"], found);
            Assert.Equal(bytes.Length, reader.Offset);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TheInputMayNotEndWithinWhatIsSkipped(bool isCount)
    {
        foreach (byte[][] pieces in Cut.Ways("22x line"u8.ToArray()))
        {
            using var reader = new ScriptedPipe(pieces).AsMessageReader<ReplyLine>(100);
            if (isCount)
                reader.Skip(9);
            else
                reader.SkipPast("\r\n"u8);
            var error = await Assert.ThrowsAsync<MessageReadException>(async () => await ReadAll(reader));
            Assert.Equal((MessageReadError.Incomplete, 8L), (error.Error, error.Offset));
        }
    }

    [Fact]
    public async Task TheRestOfAnUnfinishedLineCanBeSeen()
    {
        using var reader = new ScriptedPipe(Cut.Every("NOOP\r\nQUIT"u8.ToArray(), 3)).AsMessageReader<Command>(100);
        await Assert.ThrowsAsync<MessageReadException>(async () =>
        {
            while (await reader.WaitToReadAsync())
            {
                while (reader.TryRead(out _))
                {
                }
            }
        });
        Assert.Equal("QUIT"u8.ToArray(), reader.Unread.ToArray());
        await Assert.ThrowsAsync<MessageReadException>(async () => await reader.WaitToReadAsync());
        reader.Skip(reader.Unread.Length);
        Assert.False(await reader.WaitToReadAsync());
    }

    private static async Task Fails(string text, int most, MessageReadError kind, int good, long messageOffset, long offset, string field, string message)
    {
        foreach (byte[][] pieces in Cut.Ways(Encoding.ASCII.GetBytes(text)))
        {
            foreach (var pipe in Cut.Pipes(pieces))
            {
                using var reader = pipe.AsMessageReader<ReplyLine>(most);
                int count = 0;
                var error = await Assert.ThrowsAsync<MessageReadException>(async () =>
                {
                    while (await reader.WaitToReadAsync())
                    {
                        while (reader.TryRead(out _))
                            count++;
                    }
                });
                Assert.Equal((kind, good, messageOffset, offset), (error.Error, count, error.MessageOffset, error.Offset));
                Assert.Equal(field, error.Field);
                Assert.Contains(message, error.Message, StringComparison.Ordinal);
                Assert.Equal(messageOffset, reader.Offset);
            }
        }
    }

    private static async Task<List<string>> ReadAll(MessageReader<ReplyLine> reader)
    {
        var found = new List<string>();
        while (await reader.WaitToReadAsync())
        {
            while (true)
            {
                if (reader.TryRead(out var line, out var result))
                    found.Add($"{line.Code} {Encoding.ASCII.GetString(line.Text)}");
                else if (result.Status == OperationStatus.NeedMoreData)
                    break;
                else
                {
                    found.Add($"{result.Error} {result.Offset}");
                    reader.SkipPast("\r\n"u8);
                }
            }
        }
        return found;
    }
}
