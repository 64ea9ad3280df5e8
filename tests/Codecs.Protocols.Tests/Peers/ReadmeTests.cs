using System.IO.Pipelines;
using System.Text;
using static Codecs.Protocols.Tests.TextLines;

namespace Codecs.Protocols.Tests.Peers;

/// <summary>The server that README shows is compiled, is that one, and runs.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void TheServerIsTheOneInTheTests()
    {
        string[] source = [.. File.ReadLines(Path.Combine(Repository.Root, "tests", "Codecs.Protocols.Tests", "Peers", "MailKeeper.cs")).Select(static line => line.Trim())];
        string[] shown = source[(Array.IndexOf(source, "// README begins here.") + 1)..Array.IndexOf(source, "// README ends here.")];
        string readme = string.Join('\n', File.ReadLines(Path.Combine(Repository.Root, "README.md")).Select(static line => line.Trim()));
        Assert.InRange(shown.Length, 25, 40);
        Assert.Contains("\n" + string.Join('\n', shown) + "\n", readme, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItKeepsMails()
    {
        string said = await SayAsync("EHLO a\r\nMAIL FROM:<b@c>\r\nRCPT TO:<d@e>\r\nDATA\r\n..one\r\n.\r\nMAIL FROM:b@c\r\nNO\nOP\r\nDATA\r\ntwo\r\n.\r\nQUIT\r\nNOOP\r\n", out var mails);
        Assert.Equal(["220", "250", "250", "250", "354", "250", "501", "500", "354", "250", "221"], said.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(static line => line[..3]));
        Assert.Equal(".one\r\ntwo\r\n", await mails);
    }

    [Fact]
    public async Task ItEndsWithItsInput()
    {
        Assert.Equal("220 keeper.example\r\n250 so be it\r\n", await SayAsync("NOOP\r\n", out var mails));
        Assert.Equal("", await mails);
    }

    [ProgramFact("curl")]
    public async Task ItServesCurl()
    {
        var mailbox = new Pipe();
        var server = new Server(mailbox.Writer);
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "Subject: x\r\n\r\n.y\r\n");
        await using (server)
            await Programs.RunAsync("curl", "-sS", $"smtp://127.0.0.1:{server.Port}/a", "--mail-from", "b@c.example", "--mail-rcpt", "d@e.example", "-T", file);
        File.Delete(file);
        await mailbox.Writer.CompleteAsync();
        Assert.Empty(server.Faults);
        Assert.Equal("Subject: x\r\n\r\n.y\r\n", await TextAsync(mailbox.Reader));
    }

    private static Task<string> SayAsync(string text, out Task<string> mails)
    {
        var mailbox = new Pipe();
        mails = TextAsync(mailbox.Reader);
        return RunAsync(text, mailbox.Writer);

        static async Task<string> RunAsync(string text, PipeWriter mailbox)
        {
            var output = new Pipe();
            var said = TextAsync(output.Reader);
            await MailKeeper.RunAsync(PipeReader.Create(new MemoryStream(Latin(text))), output.Writer, mailbox);
            await output.Writer.CompleteAsync();
            await mailbox.CompleteAsync();
            return await said;
        }
    }

    private static async Task<string> TextAsync(PipeReader reader)
    {
        var text = new MemoryStream();
        await reader.CopyToAsync(text);
        return Encoding.Latin1.GetString(text.ToArray());
    }

    private sealed class Server : ConnectionServer
    {
        private readonly PipeWriter _mailbox;

        public Server(PipeWriter mailbox)
        {
            _mailbox = mailbox;
            Start();
        }

        protected override Task ServeAsync(PipeReader input, PipeWriter output) => MailKeeper.RunAsync(input, output, _mailbox);
    }
}
