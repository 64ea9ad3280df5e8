using System.Text;
using Codecs.Protocols;
using Codecs.Tests.Capture;
using Codecs.Tool;

namespace Codecs.Tests.Tool;

public class DissectTests
{
    private static byte[] File(params byte[][] frames)
    {
        var file = new PcapBytes(true).Header();
        for (int i = 0; i < frames.Length; i++)
            file.Record((uint)(1_700_000_000 + i), 250_000, frames[i]);
        return file.ToArray();
    }

    [Fact]
    public void GoodFileEndsWithZero()
    {
        var run = ToolRun.Of(File(SampleFrames.Syn, SampleFrames.Arp), "dissect", "-");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.Contains("192.0.2.1:3372 > 192.0.2.2:80", run.Lines[0]);
        Assert.Contains("Tcp", run.Lines[0]);
        Assert.Contains("Syn", run.Lines[0]);
        Assert.Contains(run.Lines, line => line.TrimStart().StartsWith("Time to live", StringComparison.Ordinal) && line.EndsWith(" 64", StringComparison.Ordinal));
        Assert.Contains(run.Lines, line => line.Contains("192.0.2.1 > 192.0.2.2", StringComparison.Ordinal) && line.Contains("Arp", StringComparison.Ordinal));
    }

    [Fact]
    public void RecordsAreShownAsInAZoneFile()
    {
        var message = new DnsMessage
        {
            Id = 1,
            IsResponse = true,
            Questions = new ListBuilder<DnsQuestion> { new DnsQuestion { Name = "example.com"u8, Type = DnsType.Mx, Class = DnsClass.Internet } },
            Answers = new ListBuilder<DnsRecord> { new DnsRecord { Name = "example.com"u8, Class = DnsClass.Internet, TimeToLive = 300 } / new MxRecord { Preference = 10, Exchange = "mail.example.com"u8 } },
            Additionals = new ListBuilder<DnsRecord> { new DnsRecord { Edns = new() { UdpPayloadSize = 1232 } } / new OptRecord() },
        };
        byte[] frame = (new Ethernet { Destination = default, Source = default } / new IPv4 { Source = new(192, 0, 2, 1), Destination = new(192, 0, 2, 2), TimeToLive = 64 }
            / new Udp { SourcePort = 53, DestinationPort = 40000 } / message).ToArray();

        var run = ToolRun.Of(File(frame), "dissect", "-");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains(run.Lines, line => line.EndsWith("- example.com. IN MX", StringComparison.Ordinal));
        Assert.Contains(run.Lines, line => line.EndsWith("- example.com. 300 IN MX 10 mail.example.com.", StringComparison.Ordinal));
        Assert.Contains(run.Lines, line => line.EndsWith("- ; EDNS: version: 0, flags:; udp: 1232", StringComparison.Ordinal));
        var json = ToolRun.Of(File(frame), "dissect", "-", "--format", "json");
        Assert.Contains("\"exchange\":\"mail.example.com.\"", json.Output);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public void DamagedFileIsShownAsFarAsItGoesAndEndsWithTwo(string format)
    {
        byte[] file = File(SampleFrames.Syn, SampleFrames.Arp);

        var run = ToolRun.Of(file[..^10], "dissect", "-", "--format", format);

        Assert.Equal(ExitCode.Damaged, run.ExitCode);
        Assert.NotEmpty(run.Output);
        Assert.Equal("codecs: The file ends within frame 2: 48 of its 58 bytes are there, at byte 146.", run.Error.TrimEnd());
    }

    [Fact]
    public void WhatCannotBeReadEndsWithOneAndOneSentence()
    {
        var missing = ToolRun.Of("dissect", "nowhere.pcap");
        Assert.Equal((ExitCode.Failure, "", "codecs: There is no file 'nowhere.pcap'."), (missing.ExitCode, missing.Output, missing.Error.TrimEnd()));

        var other = ToolRun.Of("no capture at all, but text"u8.ToArray(), "dissect", "-");
        Assert.Equal((ExitCode.Failure, "", "codecs: The input is not a pcap or pcapng capture."), (other.ExitCode, other.Output, other.Error.TrimEnd()));
    }

    [Theory]
    [InlineData("2", "2")]
    [InlineData("2-3", "2 3")]
    [InlineData("4-", "4 5")]
    [InlineData("-2", "1 2")]
    [InlineData("1,3-4", "1 3 4")]
    [InlineData("9-", "")]
    public void FramesAreSelected(string frames, string expected)
    {
        byte[] file = File(SampleFrames.Arp, SampleFrames.Arp, SampleFrames.Arp, SampleFrames.Arp, SampleFrames.Arp);

        var run = ToolRun.Of(file, "dissect", "-", "--format", "json", "--frames", frames);

        Assert.Equal(expected, string.Join(' ', run.Lines.Select(line => line["{\"frame\":".Length..line.IndexOf(',')])));
        Assert.Equal(ExitCode.Success, run.ExitCode);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("5-2")]
    [InlineData("-")]
    [InlineData("x")]
    [InlineData("")]
    public void SelectionThatIsNoneIsRefused(string frames)
    {
        var run = ToolRun.Of(File(SampleFrames.Arp), "dissect", "-", "--frames", frames);

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("says no frames", run.Error);
    }

    [Fact]
    public void ReaderThatHasSeenEnoughIsNoError()
    {
        using var error = new StringWriter();
        using var console = new ToolConsole { Input = new MemoryStream(File(SampleFrames.Syn)), Output = new ClosedPipe(), Error = error };

        Assert.Equal(ExitCode.Success, ToolCommand.Run(["dissect", "-"], console));
        Assert.Empty(error.ToString());
    }

    [Fact]
    public void ColoursAreForTerminals()
    {
        byte[] file = File(SampleFrames.Syn);

        Assert.DoesNotContain('\e', ToolRun.Of(file, "dissect", "-").Output);
        Assert.Contains("\e[0m", ToolRun.Of(file, "dissect", "-", "--color", "always").Output);
        string plain = System.Text.RegularExpressions.Regex.Replace(ToolRun.Of(file, "dissect", "-", "--color", "always").Output, "\e\\[[0-9;]*m", "");
        Assert.Equal(ToolRun.Of(file, "dissect", "-", "--color", "never").Output, plain);
    }

    [Fact]
    public void NothingInAPacketSteersTheTerminal()
    {
        byte[] file = new PcapngBytes(true).Section().Interface(1, 0, (2, Encoding.UTF8.GetBytes("\e]0;x\a\u202Eeth"))).Enhanced(0, 0, SampleFrames.Syn).ToArray();

        var run = ToolRun.Of(file, "dissect", "-");

        Assert.DoesNotContain(run.Output, c => char.IsControl(c) && c != '\n');
        Assert.DoesNotContain('\u202E', run.Output);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public void NoFrameIsTooDamagedToShow(string format)
    {
        byte[][] good = [SampleFrames.Syn, SampleFrames.Arp, SampleFrames.Unreachable];
        var frames = new List<byte[]>();
        foreach (byte[] frame in good)
        {
            for (int length = 0; length <= frame.Length; length++)
                frames.Add(frame[..length]);
            for (int i = 0; i < frame.Length; i++)
            {
                byte[] changed = [.. frame];
                changed[i] ^= 0xFF;
                frames.Add(changed);
            }
        }

        var run = ToolRun.Of(File([.. frames]), "dissect", "-", "--format", format);

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
    }

    // A quote may quote a quote: 64 KiB hold two thousand.
    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public void QuotesWithinQuotesHaveAnEnd(string format)
    {
        byte[] packet = [];
        byte[] unreachable = SampleFrames.Unreachable;
        while (packet.Length + 28 <= ushort.MaxValue)
        {
            byte[] outer = [.. unreachable[14..42], .. packet];
            outer[2] = (byte)(outer.Length >> 8);
            outer[3] = (byte)outer.Length;
            packet = outer;
        }

        var run = ToolRun.Of(File([.. unreachable[..14], .. packet]), "dissect", "-", "--format", format);

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        if (format == "json")
            System.Text.Json.JsonDocument.Parse(run.Lines[0], new() { MaxDepth = 256 });
    }

    [Fact]
    public void SummaryTellsOfMalformedAndIncompleteFrames()
    {
        Assert.Contains("IPv4 malformed", ToolRun.Of(File(SampleFrames.BadHeaderLength), "dissect", "-").Lines[0]);
        Assert.Contains("Tcp malformed", ToolRun.Of(File(SampleFrames.BadOption), "dissect", "-").Lines[0]);
        Assert.EndsWith("[10] incomplete", ToolRun.Of(File(SampleFrames.Syn[..10]), "dissect", "-").Lines[0]);
    }

    [Fact]
    public void TextSaysWhatIsWrong()
    {
        Assert.Contains("malformed: Header length at byte 14: a length does not fit", ToolRun.Of(File(SampleFrames.BadHeaderLength), "dissect", "-").Output);
        Assert.Contains("! Length at byte 55", ToolRun.Of(File(SampleFrames.BadOption), "dissect", "-").Output);
    }

    // What a pipe does whose reader has gone.
    private sealed class ClosedPipe : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("Broken pipe", 32);

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe", 32);
    }
}
