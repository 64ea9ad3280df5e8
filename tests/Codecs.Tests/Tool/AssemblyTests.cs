using System.Text.Json;
using Codecs.Tests.Capture;
using Codecs.Tests.Tool.Definitions;
using Codecs.Tool;

namespace Codecs.Tests.Tool;

/// <summary>Definitions of an assembly that is named on the command line: of this one, which is loaded a second time for it.</summary>
public class AssemblyTests
{
    public static string Assembly => typeof(AssemblyTests).Assembly.Location;

    /// <summary>A frame with a report from "roof": 21.50 and -3 degrees.</summary>
    public static byte[] Frame => Convert.FromHexString(
        "00005e005302" + "00005e005301" + "0800"
        + "45000027000000004011" + "0000" + "c0000201" + "c0000202"
        + "c350" + "9c41" + "0013" + "0000"
        + "10" + "04" + "726f6f66" + "02" + "0866" + "fed4");

    public static byte[] File => new PcapBytes(true).Header().Record(1_700_000_000, 0, Frame).ToArray();

    [Fact]
    public void MessagesOfTheAssemblyAreListedAlone()
    {
        var run = ToolRun.Of("protocols", "--assembly", Assembly);

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Contains(run.Lines, static line => line.StartsWith("ThermometerReport", StringComparison.Ordinal) && line.EndsWith("UdpPort 0x9c41; TcpPort 0x9c41", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Lines, static line => line.StartsWith("IPv4 ", StringComparison.Ordinal));
    }

    [Fact]
    public void NamesAreFoundThereAndThenAmongWhatComesWithTheCommand()
    {
        Assert.Contains("|Version| Scale | Place Length  |", ToolRun.Of("diagram", "thermometer-report", "--assembly", Assembly).Output);
        Assert.Contains("RFC 791", ToolRun.Of("diagram", "ipv4", "--assembly", Assembly).Output);
        Assert.StartsWith("codecs: there is no message 'thermo'; is it one of ThermometerReport?", ToolRun.Of("diagram", "thermo", "--assembly", Assembly).Error);
    }

    [Fact]
    public void StackOfTheAssemblyFindsTheLayers()
    {
        var text = ToolRun.Of(File, "dissect", "-", "--assembly", Assembly, "--stack", "ThermometerStack");
        var json = ToolRun.Of(File, "dissect", "-", "--assembly", Assembly, "--stack", "thermometerstack", "--format", "json");

        Assert.Equal((ExitCode.Success, ""), (text.ExitCode, text.Error));
        Assert.Contains("ThermometerReport", text.Lines[0]);
        Assert.Contains(text.Lines, static line => line.TrimStart().StartsWith("Degrees", StringComparison.Ordinal) && line.EndsWith("2150, -300", StringComparison.Ordinal));
        var report = JsonDocument.Parse(Assert.Single(json.Lines)).RootElement.GetProperty("layers")[3];
        Assert.Equal("ThermometerReport", report.GetProperty("protocol").GetString());
        Assert.Equal("""{"version":1,"scale":0,"placeLength":4,"place":"726f6f66","count":2,"degrees":[2150,-300]}""", report.GetProperty("fields").GetRawText());
    }

    [Fact]
    public void StackThatIsNotThereIsSaid()
    {
        var run = ToolRun.Of(File, "dissect", "-", "--assembly", Assembly, "--stack", "Barometers");

        Assert.Equal((ExitCode.Failure, ""), (run.ExitCode, run.Output));
        Assert.Contains("has no stack 'Barometers'; it has ", run.Error);
        Assert.Contains("ThermometerStack", run.Error);
    }

    [Theory]
    [InlineData("protocols")]
    [InlineData("diagram", "IPv4")]
    [InlineData("doc")]
    [InlineData("dissect", "-")]
    [InlineData("wireshark")]
    [InlineData("bench", "-")]
    public void WhatIsNoAssemblyOfDefinitionsIsOneSentence(params string[] command)
    {
        string text = Path.GetTempFileName(), other = typeof(FactAttribute).Assembly.Location;
        try
        {
            Assert.Equal((ExitCode.Failure, "", "codecs: There is no file 'nowhere.dll'."), Refused("nowhere.dll"));
            Assert.Equal((ExitCode.Failure, "", $"codecs: '{text}' is not a .NET assembly."), Refused(text));
            Assert.Equal((ExitCode.Failure, "", $"codecs: '{other}' has no definitions: there is no struct with [Message] in it."), Refused(other));
        }
        finally
        {
            System.IO.File.Delete(text);
        }

        (int, string, string) Refused(string path)
        {
            var run = ToolRun.Of([.. command, "--assembly", path]);
            return (run.ExitCode, run.Output, run.Error.TrimEnd());
        }
    }

    // The command has the assembly itself: what is loaded again would be other types.
    [Fact]
    public void AssemblyThatComesWithTheCommandMayBeNamed()
    {
        var run = ToolRun.Of("protocols", "--assembly", typeof(Codecs.Protocols.IPv4).Assembly.Location);

        Assert.Contains(run.Lines, static line => line.StartsWith("IPv4 ", StringComparison.Ordinal));
    }

    [Fact]
    public void SampleIsWhatItsDefinitionSays()
    {
        Assert.True(ThermometerReport.TryParse(Frame.AsSpan(42), out var report));
        Assert.Equal((ThermometerScale.Celsius, 2, -300), (report.Scale, report.Degrees.Count, report.Degrees[1]));
    }
}
