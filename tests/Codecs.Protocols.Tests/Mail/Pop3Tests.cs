using System.Text;
using Codecs.Fuzz;

namespace Codecs.Protocols.Tests.Mail;

public sealed class Pop3Tests
{
    [Fact]
    public void Parse()
    {
        Assert.True(Pop3Command.TryParse("TOP 1 10\r\n"u8, out var command));
        Assert.True(command.TryGet(out Pop3Top top));
        Assert.Equal((Pop3Keyword.Top, 1u, 10u, true), (command.Keyword.Value, top.Number, top.Lines, command.IsAnsweredByLines));
        Assert.True(Pop3Command.TryParse("list\r\n"u8, out command));
        Assert.True(command.IsAnsweredByLines);
        Assert.True(Pop3Command.TryParse("LIST 2\r\n"u8, out command));
        Assert.True(command.TryGet(out Pop3MessageNumber one));
        Assert.Equal(((uint?)2, false), (one.Number, command.IsAnsweredByLines));
        Assert.True(Pop3Command.TryParse("PASS with a blank\r\n"u8, out command));
        Assert.True(command.TryGet(out Pop3Text text));
        Assert.Equal("with a blank"u8, text.Text);
        Assert.True(Pop3Command.TryParse("APOP mrose c4c9334bac560ecc979e58001b3e22fb\r\n"u8, out command));
        Assert.True(command.TryGet(out Pop3Digest digest));
        Assert.Equal("mrose"u8, digest.Name);

        Assert.True(Pop3Reply.TryParse("-ERR [SYS/TEMP] later\r\n"u8, out var reply));
        Assert.Equal((Pop3Indicator.Error, false), (reply.Indicator.Value, reply.IsOk));
        Assert.Equal("SYS/TEMP"u8, reply.ResponseCode);
        Assert.True(Pop3Reply.TryParse("+OK 2 320\r\n"u8, out reply));
        Assert.True(Pop3Status.TryParse(reply.Text, out var status));
        Assert.Equal((2u, 320ul, true), (status.Count, status.Octets, reply.ResponseCode.IsEmpty));
    }

    // RFC 1939 section 3: a line that begins with the termination octet is byte-stuffed.
    [Fact]
    public void Lines()
    {
        Assert.True(Pop3Lines.TryParse(Sample.Get(nameof(Pop3Lines), "RFC 1939 section 3"), out var lines));
        var found = new List<string>();
        foreach (var line in lines.Lines)
            found.Add(Encoding.ASCII.GetString(line.Text));
        Assert.Equal(["a", ".", ".b", ""], found);
        // The end cannot be smuggled in.
        Assert.Throws<InvalidOperationException>(() => new Pop3Lines { Lines = new ListBuilder<Pop3Line> { new() { StuffedText = "."u8 } } }.ToArray());
        Assert.Throws<InvalidOperationException>(() => new Pop3Line { StuffedText = "a\r\nb"u8 }.ToArray());
    }

    [Fact]
    public void Build()
    {
        Assert.Equal("RETR 1\r\n"u8, (new Pop3Command() / new Pop3MessageNumber { Number = 1 }).ToArray());
        Assert.Equal("TOP 1 10\r\n"u8, (new Pop3Command() / new Pop3Top { Number = 1, Lines = 10 }).ToArray());
        Assert.Equal("STAT\r\n"u8, new Pop3Command { Keyword = Pop3Keyword.Status }.ToArray());
        Assert.Equal("-ERR [AUTH] no\r\n"u8, new Pop3Reply { Indicator = Pop3Indicator.Error, Text = "[AUTH] no"u8 }.ToArray());
        Assert.Equal("1 120\r\n.\r\n"u8, new Pop3Lines { Lines = new ListBuilder<Pop3Line> { new() { StuffedText = "1 120"u8 } } }.ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Assert.All(Sample.All.Where(sample => sample.Type == nameof(Pop3Command)), sample => Expect.Preserved<Pop3Command>(sample.Bytes));
        Assert.All(Sample.All.Where(sample => sample.Type == nameof(Pop3Reply)), sample => Expect.Preserved<Pop3Reply>(sample.Bytes));
        Assert.All(Sample.All.Where(sample => sample.Type == nameof(Pop3Lines)), sample => Expect.RoundTrip<Pop3Lines>(sample.Bytes));
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<Pop3Command>(Sample.Get(nameof(Pop3Command), "RFC 1939 section 7: APOP"));
        Expect.Unfinished<Pop3Lines>(Sample.Get(nameof(Pop3Lines), "RFC 1939 section 3"));
    }

    [Fact]
    public void WrongField()
    {
        Expect.Invalid<Pop3Reply>([.. "OK fine\r\n"u8], ParseError.Requirement, nameof(Pop3Reply.Indicator), 0);
        Assert.False(Pop3Top.TryParse("1"u8, out _));
    }
}
