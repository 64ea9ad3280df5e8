using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Codecs.Pipelines;
using static Codecs.Protocols.Tests.TextLines;

namespace Codecs.Protocols.Tests.Peers;

/// <summary>Clients of others against a server made of the definitions, and a client made of them against a server of others.</summary>
public sealed class SmtpPeerTests
{
    private const string Mail = "From: <a@example.org>\r\nSubject: dots\r\n\r\n.one\r\n..two\r\n.\r\nlast\r\n";

    [ProgramTheory("curl")]
    [InlineData(null)]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    public async Task Curl(string? mechanism)
    {
        await using var server = new MailServer();
        string[] login = mechanism is null ? [] : ["--user", "anna:secret", "--login-options", $"AUTH={mechanism}"];
        await WithFile(Mail, async file => await Programs.RunAsync(
            "curl", ["-sS", $"smtp://127.0.0.1:{server.Port}/client.example", "--mail-from", "a@example.org", "--mail-rcpt", "b@example.net", "--mail-rcpt", "c@example.net", "-T", file, .. login]));
        Assert.Empty(server.Faults);
        var mail = Assert.Single(server.Mails);
        Assert.Equal(("client.example", mechanism is null ? null : "anna", "<a@example.org>", "<b@example.net> <c@example.net>"), (mail.Client, mail.User, mail.From, string.Join(' ', mail.To)));
        Assert.Equal(Mail, mail.Text);
    }

    // The type of what is on the wire changes in the middle of the connection, and nothing is lost or taken twice.
    [ProgramFact("curl")]
    public async Task CurlOverTls()
    {
        using var certificate = MakeCertificate();
        await using var server = new MailServer(certificate);
        await WithFile(Mail, async file => await Programs.RunAsync(
            "curl", "-sS", "--ssl-reqd", "--insecure", $"smtp://127.0.0.1:{server.Port}/client.example", "--mail-from", "a@example.org", "--mail-rcpt", "b@example.net", "--user", "anna:secret", "-T", file));
        Assert.Empty(server.Faults);
        var mail = Assert.Single(server.Mails);
        Assert.Equal(("client.example", "anna", "<a@example.org>", Mail, true), (mail.Client, mail.User, mail.From, mail.Text, mail.IsSecret));
    }

    // RFC 3207 section 6: what was sent with STARTTLS is not part of what is said in secret.
    [Fact]
    public async Task NothingFollowsStartTls()
    {
        using var certificate = MakeCertificate();
        await using var server = new MailServer(certificate);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Port);
        await client.GetStream().WriteAsync("STARTTLS\r\nMAIL FROM:<a@example.org>\r\n"u8.ToArray());
        using var reader = new StreamReader(client.GetStream());
        Assert.Equal("220 test.example ESMTP", (await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(30))).TrimEnd());
        Assert.IsType<InvalidDataException>(Assert.Single(server.Faults));
    }

    [ProgramFact("swaks")]
    public async Task Swaks()
    {
        await using var server = new MailServer();
        await Programs.RunAsync(
            "swaks", "--server", $"127.0.0.1:{server.Port}", "--helo", "client.example", "--from", "a@example.org", "--to", "b@example.net", "--auth", "LOGIN", "--auth-user", "anna", "--auth-password", "secret",
            "--header", "Subject: dots", "--body", ".one\n.\ntwo", "--pipeline");
        Assert.Empty(server.Faults);
        var mail = Assert.Single(server.Mails);
        Assert.Equal(("client.example", "anna", "<a@example.org>"), (mail.Client, mail.User, mail.From));
        Assert.Contains("\r\nSubject: dots\r\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("\r\n\r\n.one\r\n.\r\ntwo\r\n", mail.Text, StringComparison.Ordinal);
    }

    // Exim's -bh is a whole server that speaks over a pipe, checks everything, and drops the mail.
    [ProgramFact("exim4")]
    public async Task Exim()
    {
        using var process = Programs.Start("exim4", "-bh", "127.0.0.1");
        var log = process.StandardError.ReadToEndAsync();
        var output = PipeWriter.Create(process.StandardInput.BaseStream);
        var input = PipeReader.Create(process.StandardOutput.BaseStream);
        using var replies = input.AsMessageReader<SmtpReply>(1 << 16);
        using var hellos = input.AsMessageReader<SmtpHelloReply>(1 << 16);
        Assert.StartsWith("220", await ReadAsync(replies), StringComparison.Ordinal);
        output.Write(new SmtpCommand() / new SmtpHello { Domain = "client.example"u8 });
        await output.FlushAsync();
        replies.Release();
        Assert.Contains("PIPELINING", await ReadExtensionsAsync(hellos), StringComparison.Ordinal);
        hellos.Release();

        output.Write(new SmtpCommand() / new SmtpMail
        {
            Path = new SmtpPath("\"a b\""u8, "example.org"u8),
            Parameters = new ListBuilder<SmtpParameter> { new SmtpSizeParameter { Size = (ulong)Mail.Length }, new SmtpBodyParameter { Type = SmtpBodyType.EightBitMime } },
        });
        output.Write(new SmtpCommand() / new SmtpRecipient { Path = new SmtpPath("postmaster"u8, "localhost"u8) });
        output.Write(new SmtpCommand { Verb = SmtpVerb.Data });
        await output.FlushAsync();
        Assert.Equal(["250", "250", "354"], [(await ReadAsync(replies))[..3], (await ReadAsync(replies))[..3], (await ReadAsync(replies))[..3]]);
        var encoder = new DotStuffingEncoder();
        output.Encode(ref encoder, Latin(Mail));
        output.Finish(ref encoder);
        output.Write(new SmtpCommand() / new SmtpMail { Path = new SmtpPath("a"u8, "example.org"u8) });
        output.Write(new SmtpCommand() / new SmtpRecipient { Path = new SmtpPath("postmaster"u8, "localhost"u8) });
        output.Write(new SmtpCommand() / new SmtpChunk { Size = (ulong)Mail.Length, Mark = SmtpChunkMark.Last });
        output.Write(Latin(Mail).AsSpan());
        output.Write(new SmtpCommand { Verb = SmtpVerb.Quit });
        await output.FlushAsync();
        Assert.StartsWith("250 OK id=", await ReadAsync(replies), StringComparison.Ordinal);
        Assert.Equal(["250", "250"], [(await ReadAsync(replies))[..3], (await ReadAsync(replies))[..3]]);
        Assert.StartsWith("250", await ReadAsync(replies), StringComparison.Ordinal);
        Assert.StartsWith("221", await ReadAsync(replies), StringComparison.Ordinal);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Contains("<= \"a b\"@example.org", await log, StringComparison.Ordinal);
    }

    // Between its replies Exim says that this is not for real, in lines that end with LF: what is no reply is skipped.
    private static async Task<string> ReadAsync(MessageReader<SmtpReply> replies)
    {
        while (await replies.WaitToReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30)))
        {
            if (TryTake(out string text))
                return text;
        }
        throw new EndOfStreamException();

        bool TryTake(out string text)
        {
            bool isRead = replies.TryRead(out var reply, out var result);
            text = isRead ? $"{(int)reply.Code} {Latin(reply.Lines.First.Text)}" : "";
            if (result.IsMalformed)
                replies.SkipPast("\n"u8);
            return isRead;
        }
    }

    private static async Task<string> ReadExtensionsAsync(MessageReader<SmtpHelloReply> replies)
    {
        while (await replies.WaitToReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30)))
        {
            if (TryTake(out string names))
                return names;
        }
        throw new EndOfStreamException();

        bool TryTake(out string names)
        {
            names = "";
            if (!replies.TryRead(out var hello))
                return false;
            foreach (var extension in hello.Extensions)
                names += $"{Latin(extension.Keyword.Bytes)} ";
            return true;
        }
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=test.example", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private static async Task WithFile(string text, Func<string, Task> use)
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, Latin(text));
            await use(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
