using System.IO.Pipelines;
using Codecs.Pipelines;
using static Codecs.Protocols.Tests.TextLines;

namespace Codecs.Protocols.Tests.Mail;

/// <summary>What ends a line and what does not: no value can smuggle in a command, and nobody can make one out of two.</summary>
public sealed class SmtpLineTests
{
    public static TheoryData<string> Smuggling => ["a\r\nb", "a\nb", "a\rb", "a\0b", "\r\n", "\r", "\n", "a\r", "\nRCPT TO:<x@y>", "x\r\n.\r\nQUIT", "a\r\r\nb"];

    [Theory]
    [MemberData(nameof(Smuggling))]
    public void NoValueEndsALine(string text)
    {
        Refuses("SmtpCommand.Verb", () => new SmtpCommand { Verb = new(Latin(text)) }.ToArray());
        Refuses("SmtpCommand.Arguments", () => new SmtpCommand { Verb = SmtpVerb.NoOperation, Arguments = Latin(text) }.ToArray());
        Refuses("SmtpCommand.Arguments", () => (new SmtpCommand { Verb = SmtpVerb.Verify } / new SmtpText { Text = Latin(text) }).ToArray());
        Refuses("", () => Mail(new SmtpPath(Latin(text), "b"u8)));
        Refuses("", () => Mail(new SmtpPath("a"u8, Latin(text))));
        Refuses("", () => Mail(new SmtpPath(Latin($"\"{text}\""), "b"u8)));
        Refuses("", () => Mail(new SmtpPath("a"u8, Latin($"[{text}]"))));
        Refuses("", () => (new SmtpCommand() / new SmtpHello { Domain = new(Latin(text)) }).ToArray());
        Refuses("SmtpCommand.Arguments", () => (new SmtpCommand() / new SmtpHello { Domain = "a"u8, Rest = Latin(text) }).ToArray());
        Refuses("", () => (new SmtpCommand() / new SmtpAuthentication { Mechanism = new(Latin(text)) }).ToArray());
        Refuses("SmtpCommand.Arguments", () => (new SmtpCommand() / new SmtpAuthentication { Mechanism = SaslMechanism.Plain, InitialResponse = Latin(text) }).ToArray());
        Refuses("SmtpCommand.Arguments", () => (new SmtpCommand() / new SmtpChunk { Size = 1, Mark = new(Latin(text)) }).ToArray());
        Refuses("", () => Parameter(new SmtpParameter { Keyword = SmtpParameterKeyword.HoldUntil, Value = Latin(text) }));
        Refuses("", () => Parameter(new SmtpParameter { Keyword = new(Latin(text)) }));
        Refuses("", () => (new SmtpParameter() / new SmtpEnvelopeIdParameter { Id = new(Latin(text)) }).ToArray());
        Refuses("SmtpReplyLine.Text", () => new SmtpReplyLine { Code = SmtpReplyCode.Ok, Text = Latin(text) }.ToArray());
        Refuses("SmtpExtensionLine.Keyword", () => new SmtpExtensionLine { Code = SmtpReplyCode.Ok, Keyword = new(Latin(text)) }.ToArray());
        Refuses("SmtpExtensionLine.Parameters", () => new SmtpExtensionLine { Code = SmtpReplyCode.Ok, Keyword = SmtpExtensionKeyword.Help, Parameters = Latin(text) }.ToArray());
        Refuses("SaslResponse.Text", () => new SaslResponse { Text = Latin(text) }.ToArray());
    }

    // Nor does a space make two arguments of one.
    [Fact]
    public void NoValueEndsAnArgument()
    {
        Refuses("SmtpCommand.Verb", () => new SmtpCommand { Verb = new("NOOP a"u8) }.ToArray());
        Refuses("", () => Mail(new SmtpPath("a b"u8, "c"u8)));
        Refuses("", () => Mail(new SmtpPath("a>"u8, "c"u8)));
        Refuses("", () => Mail(new SmtpPath("a"u8, "c> SIZE=1"u8)));
        Refuses("", () => Mail(new SmtpPath("\"a\" b\""u8, "c"u8)));
        Refuses("", () => Mail(new SmtpPath("a"u8, "[b]]"u8)));
        Refuses("", () => Parameter(new SmtpParameter { Keyword = SmtpParameterKeyword.HoldUntil, Value = "a SIZE=1"u8 }));
        Refuses("", () => Parameter(new SmtpParameter { Keyword = new("A=B"u8), Value = "c"u8 }));
    }

    // Read, each of them makes the line invalid where it stands, and the reader goes on behind the next CRLF.
    [Theory]
    [InlineData("NOOP a\nRSET\r\n", 6)]
    [InlineData("NOOP a\rRSET\r\n", 6)]
    [InlineData("NOOP a\0\r\n", 6)]
    [InlineData("\n\r\n", 0)]
    [InlineData("NOOP\r\r\n", 4)]
    [InlineData("NO\nOP\r\n", 2)]
    [InlineData("DATA\r\0\r\n", 4)]
    public async Task BareCrLfAndNulAreInvalid(string line, int offset)
    {
        var result = SmtpCommand.TryParse(Latin(line), out _);
        Assert.Equal((ParseError.Syntax, offset), (result.Error, result.Offset));
        foreach (int cut in new[] { 1, 3, 1000 })
        {
            var pipe = new Pipe();
            using var commands = pipe.Reader.AsMessageReader<SmtpCommand>(1000);
            var lines = new List<string>();
            byte[] bytes = Latin($"EHLO a\r\n{line}QUIT\r\n");
            for (int at = 0; at < bytes.Length; at += cut)
                await pipe.Writer.WriteAsync(bytes.AsMemory(at, Math.Min(cut, bytes.Length - at)));
            await pipe.Writer.CompleteAsync();
            while (await commands.WaitToReadAsync())
                Read(commands, lines);
            Assert.Equal(["EHLO a", $"Syntax at {offset}", "QUIT "], lines);
        }

        static void Read(MessageReader<SmtpCommand> commands, List<string> lines)
        {
            while (commands.TryRead(out var command, out _))
                lines.Add($"{Latin(command.Verb.Bytes)} {Latin(command.Arguments)}");
            if (commands.TryRead(out _, out var fault) || fault.Status != System.Buffers.OperationStatus.InvalidData)
                return;
            lines.Add($"{fault.Error} at {fault.Offset}");
            commands.SkipPast("\r\n"u8);
        }
    }

    // No more is kept than a line may have, however it goes on.
    [Fact]
    public void LinesAreBounded()
    {
        byte[] longest = [.. "NOOP "u8, .. Enumerable.Repeat((byte)'a', 12288 - 5), .. "\r\n"u8];
        Assert.True(SmtpCommand.TryParse(longest, out _));
        byte[] longer = [.. "NOOP "u8, .. Enumerable.Repeat((byte)'a', 12288 - 4), .. "\r\n"u8];
        Assert.Equal(ParseError.Limit, SmtpCommand.TryParse(longer, out _).Error);
        Assert.Equal(ParseError.Limit, SmtpCommand.TryParse(longer.AsSpan(0, 12290), out _).Error);
        Assert.Equal(System.Buffers.OperationStatus.NeedMoreData, SmtpCommand.TryParse(longer.AsSpan(0, 12289), out _).Status);
        Refuses("SmtpCommand", () => new SmtpCommand { Verb = SmtpVerb.NoOperation, Arguments = new byte[20000].AsSpan() }.ToArray());
    }

    private static byte[] Mail(SmtpPath path) => (new SmtpCommand() / new SmtpMail { Path = path }).ToArray();

    private static byte[] Parameter(SmtpParameter parameter) =>
        (new SmtpCommand() / new SmtpMail { Parameters = new ListBuilder<SmtpParameter> { parameter } }).ToArray();
}
