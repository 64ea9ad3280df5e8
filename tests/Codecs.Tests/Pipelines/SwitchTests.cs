using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Codecs.Pipelines;
using Codecs.Protocols;

namespace Codecs.Tests.Pipelines;

/// <summary>One stream, several kinds of messages: a mail session as RFC 5321, 3030, 3207 and 4954 have it.</summary>
public sealed class SwitchTests
{
    private static readonly byte[] s_session =
    [
        .. "EHLO a\r\nAUTH PLAIN\r\n"u8, .. "AGEAYg==\r\n"u8,
        .. "MAIL x\r\nDATA\r\n"u8, .. "Subject: x\r\n\r\n..dot\r\nQUIT\r\n\n.\n.\r\r\n.\r\n"u8,
        .. "NOOP\r\nBDAT 9\r\n"u8, .. "QUIT\r\n\r\n."u8, .. "BDAT 0\r\nBDAT 3\r\n"u8, .. "abc"u8,
        .. "STARTTLS\r\n"u8, .. (ReadOnlySpan<byte>)[0, 0, 0, 2, 13, 10, 0, 0, 0, 0], .. "QUIT\r\n"u8,
    ];

    private static readonly string[] s_expected =
    [
        "EHLO", "AUTH", "(AGEAYg==)", "MAIL", "DATA", "<Subject: x\r\n\r\n.dot\r\nQUIT\r\n\n.\n.\r\r\n>", "NOOP", "BDAT", "<QUIT\r\n\r\n.>", "BDAT", "<>", "BDAT", "<abc>",
        "STARTTLS", "[0D0A]", "[]", "QUIT",
    ];

    public static TheoryData<bool, bool> Styles => new() { { false, false }, { false, true }, { true, false }, { true, true } };

    // With one reader for the session that is released, or a new one each time; after the command, or after a vain look at what follows.
    [Theory(Timeout = Waits.Most)]
    [MemberData(nameof(Styles))]
    public async Task NoByteIsLost(bool isReused, bool looksTwice)
    {
        foreach (byte[][] pieces in Cut.Ways(s_session))
        {
            foreach (var pipe in Cut.Pipes(pieces))
                Assert.Equal(s_expected, await Serve(pipe, isReused, looksTwice));
        }
    }

    private static async Task<List<string>> Serve(PipeReader input, bool isReused, bool looksTwice)
    {
        var log = new List<string>();
        var commands = input.AsMessageReader<Command>(100);
        while (await commands.WaitToReadAsync())
        {
            if (!TryLog(commands, log, out long length))
                continue;
            if (log[^1] is not ("AUTH" or "DATA" or "BDAT" or "STARTTLS"))
                continue;
            if (looksTwice)
                _ = commands.Unread.Length > 0 && !commands.Unread.ToArray().AsSpan().Contains((byte)'\n') && commands.TryRead(out _);
            if (isReused)
                commands.Release();
            else
                commands.Dispose();
            await (log[^1] switch
            {
                "AUTH" => Answer(input, log),
                "DATA" => Data(input, log),
                "BDAT" => Chunk(input, log, length),
                _ => Secret(input, log),
            });
            if (!isReused)
                commands = input.AsMessageReader<Command>(100);
        }
        commands.Dispose();
        return log;
    }

    private static bool TryLog(MessageReader<Command> commands, List<string> log, out long length)
    {
        length = 0;
        if (!commands.TryRead(out var command))
            return false;
        log.Add(Encoding.ASCII.GetString(command.Verb));
        if (log[^1] == "BDAT")
            length = long.Parse(Encoding.ASCII.GetString(command.Rest));
        return true;
    }

    private static async Task Answer(PipeReader input, List<string> log)
    {
        using var lines = input.AsMessageReader<Command>(20);
        while (await lines.WaitToReadAsync())
        {
            if (!lines.TryRead(out var line))
                continue;
            log.Add($"({Encoding.ASCII.GetString(line.Verb)})");
            return;
        }
    }

    private static async Task Data(PipeReader input, List<string> log)
    {
        using var data = new BodyReader<DotStuffingDecoder>(input, new DotStuffingDecoder());
        var text = new StringBuilder();
        byte[] buffer = new byte[5];
        while (await data.WaitToReadAsync())
        {
            while (data.TryRead(buffer, out int count))
                text.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }
        Assert.True(data.Decoder.HasBareCr && data.Decoder.HasBareLf);
        log.Add($"<{text}>");
    }

    private static async Task Chunk(PipeReader input, List<string> log, long length)
    {
        using var chunk = new BodyReader(input, length);
        var text = new StringBuilder();
        while (await chunk.WaitToReadAsync())
        {
            while (chunk.TryRead(out var piece))
                text.Append(Encoding.ASCII.GetString(piece));
        }
        log.Add($"<{text}>");
    }

    private static async Task Secret(PipeReader input, List<string> log)
    {
        using var blocks = input.AsMessageReader<Block>(100);
        while (await blocks.WaitToReadAsync())
        {
            while (blocks.TryRead(out var block))
            {
                log.Add($"[{Convert.ToHexString(block.Data)}]");
                if (block.Data.IsEmpty)
                    return;
            }
        }
    }
}
