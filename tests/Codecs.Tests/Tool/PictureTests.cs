using System.Xml.Linq;
using Codecs.Tests.Capture;
using Codecs.Tool;

namespace Codecs.Tests.Tool;

/// <summary>The text as a picture.</summary>
public class PictureTests
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    private static string Capture => Path.Combine(Repository.Captures, "tcp", "curl-ipv4.pcap");

    [Fact]
    public void ItIsTheTextLineForLine()
    {
        var text = ToolRun.Of("dissect", Capture, "--frames", "1-6");
        var picture = ToolRun.Of("dissect", Capture, "--frames", "1-6", "--format", "svg");

        Assert.Equal((ExitCode.Success, ""), (picture.ExitCode, picture.Error));
        var lines = XDocument.Parse(picture.Output, LoadOptions.PreserveWhitespace).Descendants(s_svg + "text").Select(static line => line.Value).ToList();
        Assert.Equal("$ codecs dissect curl-ipv4.pcap --frames 1-6", lines[0]);
        Assert.Equal(text.Lines, lines.Skip(1));
    }

    /// <summary>What the README shows is what the command says today. A change that is meant is accepted with <c>ACCEPT_SNAPSHOTS=1</c>.</summary>
    [Fact]
    public void TheReadmeShowsWhatTheCommandSays()
    {
        string file = Path.Combine(Repository.Root, "src", "Codecs.Tool", "dissect.svg");
        string drawn = ToolRun.Of("dissect", Capture, "--frames", "3", "--format", "svg").Output;
        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1")
            File.WriteAllText(file, drawn);

        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), drawn);
        Assert.Contains("](src/Codecs.Tool/dissect.svg)", File.ReadAllText(Path.Combine(Repository.Root, "README.md")));
    }

    [Fact]
    public void WhatStandsInPacketsIsTextAndNotMarkup()
    {
        var file = new PcapBytes(true).Header();
        file.Record(1_700_000_000, 0, [.. SampleFrames.Syn.AsSpan(0, 54), .. "<script>&\e[31m"u8]);
        var run = ToolRun.Of(file.ToArray(), "dissect", "-", "--format", "svg");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.DoesNotContain("<script", run.Output);
        Assert.DoesNotContain('\e', run.Output);
        XDocument.Parse(run.Output);
    }

    [Fact]
    public void ALongTextIsCut()
    {
        var file = new PcapBytes(true).Header();
        for (uint i = 0; i < 100; i++)
            file.Record(1_700_000_000 + i, 0, SampleFrames.Syn);
        var run = ToolRun.Of(file.ToArray(), "dissect", "-", "--format", "svg");

        var lines = XDocument.Parse(run.Output).Descendants(s_svg + "text").ToList();
        Assert.InRange(lines.Count, 400, 502);
        Assert.Equal("\u2026", lines[^1].Value);
    }
}
