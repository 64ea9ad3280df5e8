using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Codecs.Package.Tests;

/// <summary>Projects of strangers, which have the packages and nothing else.</summary>
[Collection("Feed")]
public sealed partial class ConsumerTests(Feed feed)
{
    private static string Capture => Path.Combine(Repository.Captures, "tcp", "curl-ipv4.pcap");

    // The frame that the program builds: lengths by hand, checksums from RFC 1071's rule.
    private const string Built = "020000000001" + "020000000002" + "0800" + "4500002100000000" + "4011" + "F6C8" + "C0000201" + "C0000202" + "0035" + "1000" + "000D" + "27C9" + "68656C6C6F";

    [Fact]
    public void Dissects_with_the_definitions()
    {
        string folder = feed.Project("Dissect");
        var lines = Dotnet.Run(folder, $"run -c Release -- {Capture}").Expect(0).Lines;
        Assert.Equal("3 192.0.2.1:56122 > 192.0.2.2:8080 Syn", lines[0]);
        Assert.Equal(Built, lines[^1]);
    }

    /// <summary>Modbus over TCP and MQTT, by the runtime alone; the bytes are those of the specifications.</summary>
    [Fact]
    public void Defines_protocols_of_its_own()
    {
        var lines = Dotnet.Run(feed.Project("Own"), "run -c Release").Expect(0).Lines;
        Assert.Equal(
        [
            "000100000006" + "1103" + "006B0003",
            "00020000000B" + "1110" + "0001000204" + "000A0102",
            "2 registers from 1: 10, 258",
            "1011" + "00044D515454" + "04" + "82" + "003C" + "000161" + "00026D65",
            "a me 60",
            "NeedMoreData 12",
            "InvalidData field 1 at 2",
        ], lines);
    }

    /// <summary>
    /// Protocols as somebody would define them who has read the texts: Modbus over a serial line, MQTT 5, NTP, and a format with a checksum, from streams cut anywhere. The bytes are worked out by hand from the
    /// specifications; the checks are of another program.
    /// </summary>
    [Fact]
    public void Reads_protocols_of_its_own_from_streams()
    {
        var lines = Dotnet.Run(feed.Project("Streamed"), "run -c Release").Expect(0).Lines;
        Assert.Equal(
        [
            "ReadHoldingRegisters 107 3 True",
            "0110" + "0001000204" + "000A0102" + "9230",
            "1103" + "06" + "AE4156524340" + "49AD",
            "0A81" + "02" + "B053",
            "RtuRequest.Data at byte 2: Value",
            "1024" + "00044D515454" + "05" + "86" + "003C" + "08" + "110000000A" + "210014" + "000161" + "00" + "000174" + "0004676F6E65" + "00026D65",
            "33D001" + "0003612F62" + "0007" + "00" + "00",
            "8209" + "0008" + "00" + "0003612F23" + "01",
            "208 7 200",
            "48 Client 2020-01-02T11:02:23.5000000Z",
            "1 extension of 28 bytes, 20 of code",
            "544C" + "01" + "10" + "01020866" + "0204726F6F66" + "03040102FFFB" + "E72B1F07",
            "True Tlv { Type = Group, Length = 4, Value = TlvGroup { Items = [Tlv { Type = Temperature, Length = 2, Value = Temperature { Hundredths = -5 } }] } }",
        ], lines);
    }

    [Fact]
    public void Extends_a_library_that_does_not_know_it()
    {
        feed.Project("Library");
        var lines = Dotnet.Run(feed.Project("Extension"), "run -c Release").Expect(0).Lines;
        // Ports, length 21, checksum; kind 7, length 8, 48.5 and 9 as IEEE 754, checksum.
        Assert.Equal("C549" + "0000" + "0015" + "D854" + "07" + "0008" + "42420000" + "41100000" + "9E7C", lines[0]);
        Assert.StartsWith("IPv4, Udp, Envelope, Position: True", lines[1]);
    }

    [Fact]
    public void Is_told_what_is_wrong_with_definitions_and_where()
    {
        string folder = feed.Project("Wrong");
        string[] source = File.ReadAllLines(Path.Combine(folder, "Definitions.cs"));
        var expected = source.Select((line, i) => (Line: i + 1, Id: ExpectedId().Match(line))).Where(l => l.Id.Success).Select(l => $"{l.Line}: {l.Id.Groups[1].Value}").ToList();
        string output = Dotnet.Run(folder, "build -c Release -nologo").Expect(1).Output;
        var found = ReportedId().Matches(output).Select(m => $"{m.Groups[1].Value}: {m.Groups[2].Value}").Distinct().OrderBy(l => int.Parse(l.Split(':')[0], null)).ToList();
        Assert.Equal(expected, found);
    }

    /// <summary>Trimmed without a warning, though all definitions are kept, and it runs by itself.</summary>
    [Fact]
    public void Is_published_trimmed_and_self_contained()
    {
        string folder = feed.Project("Dissect", "Trimmed");
        string target = Path.Combine(feed.Root, "trimmed");
        string roots = "-p:TrimMode=full -p:SuppressTrimAnalysisWarnings=false -p:TrimmerSingleWarn=false -p:EnableAotAnalyzer=true -p:EnableTrimAnalyzer=true";
        var outcome = Dotnet.Run(folder, $"publish -c Release -r {RuntimeInformation.RuntimeIdentifier} --self-contained -p:PublishTrimmed=true {roots} -o {target}");
        outcome.Expect(0);
        Assert.DoesNotContain("warning IL", outcome.Output);
        var lines = Dotnet.Run(Path.Combine(target, "Dissect"), target, Capture).Expect(0).Lines;
        Assert.Equal(Built, lines[^1]);
    }

    [GeneratedRegex(@"// (CDC\d+)")]
    private static partial Regex ExpectedId();

    [GeneratedRegex(@"Definitions\.cs\((\d+),\d+\): error (\w+):")]
    private static partial Regex ReportedId();
}
