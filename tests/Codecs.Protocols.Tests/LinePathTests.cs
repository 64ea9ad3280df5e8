using System.Text;

namespace Codecs.Protocols.Tests;

/// <summary>Lines are parsed by code of their own where they are as most are: it must find what the general parser finds.</summary>
public sealed class LinePathTests
{
    private const int Rounds = 30_000;

    private static readonly string[] s_pieces =
    [
        "\r\n", "\r\n", "\r", "\n", "\0", " ", "-", "250", "220", "999", "000", "1", "2.1.5 ", "5.1.1 ", "2.0.", "2.00.1 ", "MAIL", "mail", "STARTTLS", "QUIT", "FROM:<a@example.org>", "text", ".", "é",
        new string('x', 70), new string('y', 40),
    ];

    [Fact]
    public void SmtpCommands() => Compare<SmtpCommand>(12288);

    [Fact]
    public void SmtpReplies() => Compare<SmtpReplyLine>(12288);

    [Fact]
    public void FtpCommands() => Compare<FtpCommand>(16384);

    [Fact]
    public void FtpReplies() => Compare<FtpReplyLine>(16384);

    // The overload with options goes through the general parser.
    private static void Compare<T>(int limit) where T : IMessage<T>, allows ref struct
    {
        var random = new Random(959);
        int parsed = 0;
        for (int round = 0; round < Rounds; round++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => s_pieces[random.Next(s_pieces.Length)]));
            // Behind the line there may be room for a vector, or not.
            parsed += CompareOne<T>(Encoding.UTF8.GetBytes(random.Next(2) == 0 ? text : text + new string(' ', 80)));
        }
        Assert.InRange(parsed, Rounds / 100, Rounds);
        foreach (int length in (int[])[limit - 5, limit - 4, limit, limit + 1, limit + 2, limit + 100])
            CompareOne<T>(Encoding.ASCII.GetBytes("250 " + new string('z', length) + "\r\n"));
    }

    private static int CompareOne<T>(byte[] bytes) where T : IMessage<T>, allows ref struct
    {
        var result = T.TryParse(bytes, out var line);
        var general = T.TryParse(bytes, default(ParseOptions), out var other);
        if (general != result || (result && line.ToString() != other.ToString()))
            Assert.Fail($"{result} {line.ToString()}, not {general} {other.ToString()}: {Encoding.Latin1.GetString(bytes)}");
        if (!result)
            return 0;
        byte[] written = new byte[bytes.Length], again = new byte[bytes.Length];
        Assert.Equal(other.Write(again, 0, new WriteContext { Mode = WriteMode.Preserve }), line.Write(written, 0, new WriteContext { Mode = WriteMode.Preserve }));
        Assert.Equal(again, written);
        Assert.True(bytes.AsSpan(0, result.BytesConsumed).SequenceEqual(written.AsSpan(0, result.BytesConsumed)));
        return 1;
    }
}
