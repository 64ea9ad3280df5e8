using System.Text;
using System.Text.Json;
using Codecs.Capture;
using Codecs.Tests.Streams;
using Codecs.Tool;
using Codecs.Tool.Streams;

namespace Codecs.Tests.Tool;

/// <summary>SMTP and FTP in captures, as <c>codecs streams --messages</c> shows them.</summary>
public class LineProtocolTests
{
    private static readonly TcpFrameScript s_smtp = new(50001, 25), s_ftp = new(50002, 21);

    [Fact]
    public void MailAsJson()
    {
        var lines = Messages(s_smtp, "<220 a ESMTP\r\n", ">EHLO b\r\n", "<250-a\r\n250 SIZE\r\n", ">MAIL FROM:<>\r\nRCPT TO:<c@d>\r\nDATA\r\n", "<250 ok\r\n250 2.1.5 ok\r\n354 go\r\n", ">..x\r\n.\r\n", "<250 ok\r\n", ">QUIT\r\n", "<221 bye\r\n");

        Assert.Equal(
            [
                """{"connection":1,"dir":"s2c","type":"reply_line","off":0,"len":13,"eol":"crlf","code":"220","sep":" ","text":"a ESMTP","last":true}""",
                """{"connection":1,"dir":"c2s","type":"command","off":0,"len":8,"eol":"crlf","command":"EHLO","arg":"b"}""",
                """{"connection":1,"dir":"s2c","type":"reply_line","off":13,"len":7,"eol":"crlf","code":"250","sep":"-","text":"a","last":false}""",
                """{"connection":1,"dir":"s2c","type":"reply_line","off":20,"len":10,"eol":"crlf","code":"250","sep":" ","text":"SIZE","last":true}""",
                """{"connection":1,"dir":"c2s","type":"command","off":8,"len":14,"eol":"crlf","command":"MAIL","arg":"FROM:<>"}""",
                """{"connection":1,"dir":"c2s","type":"command","off":22,"len":15,"eol":"crlf","command":"RCPT","arg":"TO:<c@d>"}""",
                """{"connection":1,"dir":"c2s","type":"command","off":37,"len":6,"eol":"crlf","command":"DATA"}""",
                """{"connection":1,"dir":"s2c","type":"reply_line","off":30,"len":8,"eol":"crlf","code":"250","sep":" ","text":"ok","last":true}""",
                """{"connection":1,"dir":"s2c","type":"reply_line","off":38,"len":14,"eol":"crlf","code":"250","sep":" ","text":"2.1.5 ok","last":true}""",
                """{"connection":1,"dir":"s2c","type":"reply_line","off":52,"len":8,"eol":"crlf","code":"354","sep":" ","text":"go","last":true}""",
                // sha256 of ".x" CRLF.
                """{"connection":1,"dir":"c2s","type":"data","off":43,"len":8,"body_len":5,"terminated":true,"unstuffed_len":4,"unstuffed_sha256":"DIGEST"}""".Replace("DIGEST", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(".x\r\n"u8)), StringComparison.Ordinal),
                """{"connection":1,"dir":"s2c","type":"reply_line","off":60,"len":8,"eol":"crlf","code":"250","sep":" ","text":"ok","last":true}""",
                """{"connection":1,"dir":"c2s","type":"command","off":51,"len":6,"eol":"crlf","command":"QUIT"}""",
                """{"connection":1,"dir":"s2c","type":"reply_line","off":68,"len":9,"eol":"crlf","code":"221","sep":" ","text":"bye","last":true}""",
            ],
            lines);
    }

    [Fact]
    public void MailAsText()
    {
        var run = ToolRun.Of(Capture(s_smtp, "<220 a\r\n", ">NOOP \u001b[2J\r\n", "<250 ok\r\n", ">BDAT 3 LAST\r\nabcQUIT\r\n", "<250 ok\r\n221 bye\r\n"), "streams", "-", "--messages", "--format", "text");

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Contains("reply_line  at 0, 7 bytes", run.Lines[0], StringComparison.Ordinal);
        Assert.Contains("NOOP", run.Lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", run.Output, StringComparison.Ordinal);
        Assert.Contains("bdat_chunk  at 24, 3 bytes", run.Lines[4], StringComparison.Ordinal);
    }

    // The reply decides what comes next, wherever it stands.
    [Theory]
    [InlineData("<220 a\r\n", ">DATA\r\nx\r\n.\r\n", "<354 go\r\n", "DATA data")]
    [InlineData("<220 a\r\n354 go\r\n", ">DATA\r\nx\r\n.\r\n", "", "DATA data")]
    [InlineData("<220 a\r\n", ">DATA\r\nx\r\n.\r\n", "<503 no\r\n500 what\r\n500 what\r\n", "DATA x .")]
    [InlineData("", ">DATA\r\nx\r\n.\r\n", "", "DATA data")]
    [InlineData("<220 a\r\n", ">AUTH LOGIN\r\ndQ==\r\ncA==\r\nNOOP\r\n", "<334 VQ==\r\n334 UA==\r\n235 ok\r\n250 ok\r\n", "AUTH auth_response auth_response NOOP")]
    [InlineData("<220 a\r\n", ">AUTH LOGIN\r\nNOOP\r\n", "<535 no\r\n250 ok\r\n", "AUTH NOOP")]
    [InlineData("<220 a\r\n", ">STARTTLS\r\n\u0016\u0003\u0001", "<220 go\r\n\u0016\u0003", "STARTTLS opaque")]
    [InlineData("<220 a\r\n", ">STARTTLS\r\nQUIT\r\n", "<502 no\r\n221 bye\r\n", "STARTTLS QUIT")]
    [InlineData("<220 a\r\n", ">BDAT -1\r\nBDAT 2 LAST\r\n\r\nBDAT 5\r\nab", "", "BDAT BDAT bdat_chunk BDAT bdat_chunk")]
    public void MailFollowsReplies(string first, string second, string third, string expected)
    {
        string[] sent = [.. new[] { first, second, third }.Where(static piece => piece.Length > 0)];
        string found = string.Join(' ', Messages(s_smtp, sent).Select(static line => JsonDocument.Parse(line).RootElement).Where(static line => line.GetProperty("dir").GetString() == "c2s")
            .Select(static line => line.TryGetProperty("command", out var command) ? command.GetString() : line.GetProperty("type").GetString()));
        Assert.Equal(expected, found);
    }

    [Fact]
    public void Files()
    {
        var lines = Messages(s_ftp, "<220-a\r\n b\r\n220 c\r\n", ">USER d\r\n", "<331 e\r\n", ">RETR f\r\n", "<150 g\r\n226 h\r\n", ">AUTH TLS\r\n", "<234 ok\r\n\u0016\u0003\u0001", ">\u0016\u0003");

        Assert.Equal(
            ["reply_line 220", "reply_line ", "reply_line 220", "command USER", "reply_line 331", "command RETR", "reply_line 150", "reply_line 226", "command AUTH", "reply_line 234", "opaque tls", "opaque tls"],
            lines.Select(static line => JsonDocument.Parse(line).RootElement).Select(static line => $"{line.GetProperty("type").GetString()} {Word(line)}"));

        static string? Word(JsonElement line) => line.TryGetProperty("command", out var word) || line.TryGetProperty("code", out word) || line.TryGetProperty("why", out word) ? word.GetString() : "";
    }

    [Fact]
    public void LineWithoutEndIsGivenUp()
    {
        var run = ToolRun.Of(Capture(s_ftp, ["<220 a\r\n", .. Enumerable.Repeat(">" + new string('x', 1000), 40)]), "streams", "-", "--messages");
        var connection = JsonDocument.Parse(run.Lines[^1]).RootElement;
        Assert.Contains("more than 32768 bytes", connection.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, connection.GetProperty("messages").GetInt32());
    }

    [Fact]
    public void WhatIsMissingEndsADialogue()
    {
        byte[] file = TcpFrames.File([.. s_ftp.Open(), s_ftp.Server(0, "220 a\r\n"), s_ftp.Client(0, "NOOP\r\nUSER"), s_ftp.Client(20, "QUIT\r\n"), s_ftp.Server(7, "221 b\r\n"), .. s_ftp.Close(26, 14)]);
        var run = ToolRun.Of(file, "streams", "-", "--messages");
        Assert.Equal(["220", "NOOP", "221", "USER"], run.Lines[..^1].Select(static line => JsonDocument.Parse(line).RootElement).Select(static line => line.TryGetProperty("command", out var word) ? word.GetString() : line.GetProperty("code").GetString()).Order(StringComparer.Ordinal).OrderBy(static word => word switch { "220" => 0, "NOOP" => 1, "221" => 2, _ => 3 }));
        Assert.Equal("none", run.Lines.Select(static line => JsonDocument.Parse(line).RootElement).Single(static line => line.TryGetProperty("command", out var word) && word.GetString() == "USER").GetProperty("eol").GetString());
    }

    private static string[] Messages(TcpFrameScript script, params string[] sent) => ToolRun.Of(Capture(script, sent), "streams", "-", "--messages").Lines[..^1];

    // What the client sends begins with >, what the server sends with <.
    private static byte[] Capture(TcpFrameScript script, params string[] sent)
    {
        var frames = script.Open().ToList();
        int client = 0, server = 0;
        foreach (string piece in sent)
        {
            string payload = piece[1..];
            frames.Add(piece[0] == '>' ? script.Client(client, payload, ack: server) : script.Server(server, payload, ack: client));
            (client, server) = piece[0] == '>' ? (client + payload.Length, server) : (client, server + payload.Length);
        }
        frames.AddRange(script.Close(client, server));
        return TcpFrames.File(frames);
    }
}
