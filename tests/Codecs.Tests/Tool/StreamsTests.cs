using System.Buffers;
using System.Text;
using System.Text.Json;
using Codecs.Capture;
using Codecs.Capture.Streams;
using Codecs.Protocols;
using Codecs.Tests.Capture;
using Codecs.Tests.Streams;
using Codecs.Tool;
using Codecs.Tool.Streams;

namespace Codecs.Tests.Tool;

public class StreamsTests
{
    private static readonly TcpFrameScript s_mail = new(50001, 25), s_other = new(50002, 4000);

    private static byte[] Sample =>
        TcpFrames.File([.. s_mail.Open(), .. s_other.Open(), s_other.Client(0, "abc"), s_mail.Server(0, "220 hello\r\n"), s_other.Client(5, "fgh"), s_mail.Client(0, "QUIT\r\n", ack: 11), s_mail.Client(0, "QUIX\r\n", ack: 11), .. s_mail.Close(6, 11)]);

    [Fact]
    public void TextHasALineAndATreeForEachConnection()
    {
        var run = ToolRun.Of(Sample, "streams", "-");

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Equal("""
                 1  0.000000        192.0.2.1:50001 > 192.0.2.2:25              SMTP  closed, 6 bytes sent, 11 bytes received  conflicting
                Connection  2023-11-14 22:13:20.000000 UTC, 0.013000 s, frames 1 to 14
                Client  192.0.2.1:50001
                    State      TIME-WAIT
                    Sent       6 bytes in 6 segments
                    Repeated   6 bytes in 1 segment
                    Conflicts  in 1 of them
                Server  192.0.2.2:25
                    State  CLOSED
                    Sent   11 bytes in 3 segments
                ! other bytes than were sent before: 1 segment, frame 11

                 2  0.003000        192.0.2.1:50002 > 192.0.2.2:4000            unknown  open, 6 bytes sent, 0 bytes received  2 missing
                Connection  2023-11-14 22:13:20.003000 UTC, 0.005000 s, frames 4 to 9
                Client  192.0.2.1:50002
                    State      ESTABLISHED
                    Sent       6 bytes in 4 segments
                    Reordered  1 segment
                    Missing    2 bytes in 1 gap, behind byte 3
                Server  192.0.2.2:4000
                    State  ESTABLISHED
                    Sent   0 bytes in 1 segment

            2 connections in 14 segments, 14 frames

            """.ReplaceLineEndings("\n"), run.Output);
    }

    [Fact]
    public void JsonHasTheKeysThatProgramsRelyOn()
    {
        var run = ToolRun.Of(Sample, "streams", "-", "--format", "json");

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Equal(2, run.Lines.Length);
        var first = JsonDocument.Parse(run.Lines[0]).RootElement;
        Assert.Equal(
            ["connection", "protocol", "client", "server", "opening", "handshake", "ending", "firstFrame", "lastFrame", "firstTime", "lastTime", "anomalies"],
            first.EnumerateObject().Select(static property => property.Name));
        Assert.Equal("""{"address":"192.0.2.1","port":50001,"state":"timeWait","segments":6,"bytes":6,"outOfOrderSegments":0,"retransmittedSegments":1,"retransmittedBytes":6,"conflicts":1,"keepAlives":0,"gaps":0,"missingBytes":0}""", first.GetProperty("client").GetRawText());
        Assert.Equal(("smtp", "closed", "1700000000.000000"), (first.GetProperty("protocol").GetString(), first.GetProperty("ending").GetString(), first.GetProperty("firstTime").GetRawText()));
        Assert.Equal("""[{"kind":"conflict","segments":1,"firstFrame":11}]""", first.GetProperty("anomalies").GetRawText());
        var second = JsonDocument.Parse(run.Lines[1]).RootElement;
        Assert.Equal(("unknown", "captureEnded", 3), (second.GetProperty("protocol").GetString(), second.GetProperty("ending").GetString(), second.GetProperty("client").GetProperty("firstGap").GetInt32()));
    }

    [Fact]
    public void ConnectionsComeByNumberAndNotAsTheyEnd()
    {
        TcpFrameScript[] scripts = [.. Enumerable.Range(0, 5).Select(static i => new TcpFrameScript((ushort)(50000 + i)))];
        var run = ToolRun.Of(TcpFrames.File([.. scripts.SelectMany(static script => script.Open()), .. scripts.Reverse().SelectMany(static script => script.Close(0, 0))]), "streams", "-", "--format", "json");

        Assert.Equal([1, 2, 3, 4, 5], run.Lines.Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("connection").GetInt32()));
    }

    // One that does not end holds up no more than some thousands of the others.
    [Fact]
    public void ConnectionsDoNotWaitForever()
    {
        var frames = Enumerable.Range(1, 6000).SelectMany(static i => new TcpFrameScript((ushort)i, 60_000).Exchange("a", "b"));
        var run = ToolRun.Of(TcpFrames.File([.. s_other.Open(), .. frames], step: 20), "streams", "-", "--format", "json");

        int[] numbers = [.. run.Lines.Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("connection").GetInt32())];
        Assert.Equal(6001, numbers.Length);
        Assert.Equal(2, numbers[0]);
        // Behind all that were closed for a minute when the capture ended.
        Assert.Equal(6000 - 60_000 / (8 * 20), Array.IndexOf(numbers, 1) + 1);
        Assert.Equal(Enumerable.Range(2, 6000), numbers.Where(static number => number != 1));
    }

    [Theory]
    [InlineData]
    [InlineData("--format", "json")]
    [InlineData("--messages")]
    public void DamagedFileIsReadAsFarAsItGoes(params string[] options)
    {
        var run = ToolRun.Of(Sample[..^10], ["streams", "-", .. options]);

        Assert.Equal(ExitCode.Damaged, run.ExitCode);
        Assert.Contains("192.0.2.1", run.Output);
        Assert.StartsWith("codecs: The file ends within frame 14", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failure, ToolRun.Of(["streams", "nowhere.pcap", .. options]).ExitCode);
    }

    [Fact]
    public void WhatIsInNoStreamIsSaid()
    {
        byte[] fragment = TcpFrames.Frame(TcpFrames.IPv4(TcpFrames.Tcp(1, 2, 3, 4, TcpFlags.Ack, "x"), fragment: 0x2000));
        var run = ToolRun.Of(TcpFrames.File([fragment, SampleFrames.Arp]), "streams", "-");

        Assert.Equal((ExitCode.Success, "0 connections in 0 segments, 2 frames\n"), (run.ExitCode, run.Output));
        Assert.Equal("codecs: 1 frames hold fragments of IP packets with TCP, which are not put together.", run.Error.TrimEnd());
    }

    [Fact]
    public void MessagesOfProtocolsThatAreNotKnownAreCounted()
    {
        var run = ToolRun.Of(Sample, "streams", "-", "--messages");

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        var other = run.Lines.Select(static line => JsonDocument.Parse(line).RootElement).Single(static line => line.GetProperty("connection").GetInt32() == 2);
        Assert.False(other.GetProperty("dissected").GetBoolean());
        Assert.Equal(6, other.GetProperty("client").GetProperty("bytes").GetInt32());
        Assert.False(other.TryGetProperty("messages", out _));
    }

    [Fact]
    public void MessagesAreJsonIfNothingElseIsSaid()
    {
        Assert.Equal(ToolRun.Of(Sample, "streams", "-", "--messages", "--format", "json").Output, ToolRun.Of(Sample, "streams", "-", "--messages").Output);
        Assert.Contains("     2  connection  192.0.2.1:50002 > 192.0.2.2:4000  captureEnded, not dissected\n", ToolRun.Of(Sample, "streams", "-", "--messages", "--format", "text").Output);
    }

    [Fact]
    public async Task DissectorsWriteMessagesAsTheyAreComplete()
    {
        var lines = await Dissect(Sample, new Lines());

        Assert.Equal(
            [
                """{"connection":1,"dir":"s2c","type":"line","off":0,"len":11,"text":"220 hello","raw":"0d0a"}""",
                """{"connection":1,"dir":"c2s","type":"line","off":0,"len":6,"text":"QUIT","raw":"0d0a"}""",
            ],
            lines[..2]);
        Assert.Equal(4, lines.Length);
        var first = JsonDocument.Parse(lines[2]).RootElement;
        Assert.Equal((1, true, 2), (first.GetProperty("connection").GetInt32(), first.GetProperty("dissected").GetBoolean(), first.GetProperty("messages").GetInt32()));
        Assert.False(JsonDocument.Parse(lines[3]).RootElement.GetProperty("dissected").GetBoolean());
    }

    [Fact]
    public async Task DissectorThatGivesUpSaysWhy()
    {
        byte[] file = TcpFrames.File([.. s_mail.Open(), s_mail.Client(0, "\0\n"), s_mail.Client(2, "QUIT\r\n"), .. s_mail.Close(8, 0)]);
        var line = JsonDocument.Parse(Assert.Single(await Dissect(file, new Lines()))).RootElement;

        Assert.Equal(("A line has a zero byte.", 0, 8), (line.GetProperty("error").GetString(), line.GetProperty("messages").GetInt32(), line.GetProperty("client").GetProperty("bytes").GetInt32()));
    }

    private static async Task<string[]> Dissect(byte[] file, params IStreamDissector[] dissectors)
    {
        var output = new MemoryStream();
        using var capture = CaptureReader.Open(new MemoryStream(file));
        using (var messages = new StreamMessages(output, dissectors))
            await messages.WriteAsync(capture);
        return Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    // The plainest dissector that there can be, to see that the plumbing holds.
    private sealed class Lines : IStreamDissector
    {
        public string Protocol => "lines";

        public IReadOnlyList<TcpPort> Ports => [TcpPort.Smtp];

        public Task DissectAsync(TcpStreamPair connection, MessageWriter output) =>
            Task.WhenAll(DissectAsync(connection.FromClient, TcpRole.Client, output), DissectAsync(connection.FromServer, TcpRole.Server, output));

        private static async Task DissectAsync(TcpStream stream, TcpRole sender, MessageWriter output)
        {
            long offset = 0;
            while (true)
            {
                var result = await stream.ReadAsync();
                var rest = result.Buffer;
                while (rest.PositionOf((byte)'\n') is { } end)
                {
                    byte[] line = rest.Slice(0, rest.GetPosition(1, end)).ToArray();
                    if (line.Contains((byte)0))
                        throw new InvalidDataException("A line has a zero byte.");
                    output.Begin(sender, "line", offset, line.Length);
                    output.Text("text", line.AsSpan().TrimEnd("\r\n"u8));
                    output.Hex("raw", line.AsSpan(line.Length - 2));
                    output.End();
                    offset += line.Length;
                    rest = rest.Slice(line.Length);
                }
                stream.AdvanceTo(rest.Start, rest.End);
                if (result.IsCompleted)
                    return;
            }
        }
    }
}
