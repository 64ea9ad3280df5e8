using System.Globalization;
using System.Text;
using Codecs.Tests.Capture;
using Codecs.Tool;

namespace Codecs.Tests.Tool;

/// <summary>That everything is measured and adds up; how fast it is says the benchmark alone.</summary>
public class BenchTests
{
    private static readonly byte[] s_hex = Encoding.UTF8.GetBytes("# the first\n45000014 00000000 4011 0000 c0000201 c0000202\n\n45000016 00000000 4011 0000 c0000201 c0000202 # and\nabcd\n");

    [Fact]
    public void HexadecimalSamplesAreMeasured()
    {
        var run = ToolRun.Of(s_hex, "bench", "-", "--protocol", "ipv4", "--seconds", "0.01");

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        var rows = Rows(run);
        Assert.Equal(["IPv4 parse", "IPv4 parse, read all", "IPv4 write", "IPv4 stream"], rows.Select(static row => row.Name));
        Assert.All(rows, static row =>
        {
            Assert.Equal((2, 21), (row.Messages, row.Bytes));
            Assert.True(row.Nanoseconds > 0);
            // Rounded each for itself.
            Assert.InRange(row.PerSecond * row.Nanoseconds, 0.9e9, 1.1e9);
        });
        Assert.All(rows.Take(3), static row => Assert.Equal(0, row.Allocated));
    }

    [Fact]
    public void LayersOfACaptureAreMeasured()
    {
        byte[] file = new PcapBytes(true).Header().Record(1, 0, SampleFrames.Syn).Record(2, 0, SampleFrames.Syn).Record(3, 0, SampleFrames.Arp).ToArray();
        var run = ToolRun.Of(file, "bench", "-", "--seconds", "0.01");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal("codecs: Ethernet does not say where it ends, so there is no stream of it.", run.Error.Split('\n')[0].TrimEnd());
        Assert.Equal([("Ethernet parse", 3), ("IPv4 parse", 2), ("Tcp parse", 2), ("Arp parse", 1)], Rows(run).Where(static row => row.Name.EndsWith(" parse", StringComparison.Ordinal)).Select(static row => (row.Name, row.Messages)));
    }

    // No layer of the stack that comes with the command: the tag of the carrier says where it is.
    [Fact]
    public void DefinitionsOfOnesOwnAreFoundInPayloads()
    {
        var run = ToolRun.Of(AssemblyTests.File, "bench", "-", "--protocol", "ThermometerReport", "--assembly", AssemblyTests.Assembly, "--stack", "ThermometerStack", "--seconds", "0.01");

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Equal(["parse", "parse, read all", "write", "stream"], Rows(run).Select(static row => row.Name["ThermometerReport ".Length..]));
        Assert.All(Rows(run), static row => Assert.Equal((1, 11), (row.Messages, row.Bytes)));
    }

    [Fact]
    public void WhatCannotBeMeasuredIsOneSentence()
    {
        Assert.Equal("codecs: There is no file 'nowhere.pcap'.", Refused([], "nowhere.pcap"));
        Assert.Equal("codecs: '-' is neither a pcap or pcapng capture nor hexadecimal text.", Refused("neither"u8.ToArray(), "-", "--protocol", "ipv4"));
        Assert.Equal("codecs: What the messages are is not known: name it with --protocol.", Refused(s_hex, "-"));
        Assert.Equal("codecs: None of 2 messages can be read as IPv6.", Refused(s_hex, "-", "--protocol", "IPv6"));
        Assert.Equal("codecs: The capture has no Udp.", Refused(new PcapBytes(true).Header().Record(1, 0, SampleFrames.Arp).ToArray(), "-", "--protocol", "udp"));
        Assert.Contains("'--seconds' is more than 0", Refused(s_hex, "-", "--protocol", "ipv4", "--seconds", "0"));

        static string Refused(byte[] input, params string[] arguments)
        {
            var run = ToolRun.Of(input, ["bench", .. arguments]);
            Assert.Equal(ExitCode.Failure, run.ExitCode);
            return run.Error.TrimEnd();
        }
    }

    [Fact]
    public void MessagesThatDoNotParseAreLeftOutAndCounted()
    {
        var run = ToolRun.Of([.. s_hex, .. "\n55\n"u8], "bench", "-", "--protocol", "ipv4", "--seconds", "0.01");

        Assert.Equal("codecs: 1 messages of '-' cannot be read as IPv4, and were left out.", run.Error.TrimEnd());
        Assert.All(Rows(run), static row => Assert.Equal(2, row.Messages));
    }

    private static List<Row> Rows(ToolRun run)
    {
        int split = run.Lines[0].IndexOf("Messages", StringComparison.Ordinal);
        return
        [
            .. run.Lines.Skip(1).Select(line =>
            {
                var cells = line[split..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                var numbers = cells.Select(static cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray();
                string name = string.Join(' ', line[..split].Split(' ', StringSplitOptions.RemoveEmptyEntries));
                return new Row(name, (int)numbers[0], (int)numbers[1], numbers[2], numbers[3], numbers[5]);
            }),
        ];
    }

    private sealed record Row(string Name, int Messages, int Bytes, double Nanoseconds, double PerSecond, double Allocated);
}
