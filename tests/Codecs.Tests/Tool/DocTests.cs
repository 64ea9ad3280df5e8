using Codecs.Tool;

namespace Codecs.Tests.Tool;

public class DocTests
{
    [Fact]
    public void PageHasDiagramAndTableAndWhatTheDefinitionSays()
    {
        var run = ToolRun.Of("doc", "ipv4");

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("# IPv4\n\nInternet Protocol, version 4 (RFC 791 section 3.1).\n\n- Specification: RFC 791\n- Carried as `EtherType` IPv4 (0x0800)\n", run.Output);
        Assert.Contains("```text\n   0                   1                   2                   3\n", run.Output);
        Assert.Contains("  |Version|  HL   |   DSCP    |ECN|         Total Length          |\n", run.Output);
        Assert.Contains("| 0 | 4 bits | `Version` | byte | always 4 | Always 4. |", run.Lines);
        Assert.Contains("| 0.4 | 4 bits | `HeaderLength` | byte | length of `Version` to `Options` in units of 4 bytes | Length of the header with its options, in units of 4 bytes: 5 to 15 (IHL). |", run.Lines);
        Assert.Contains(run.Lines, static line => line.StartsWith("| 6 | 1 bit | `ReservedFlag` | bool | reserved: zero when written, ignored when read | ", StringComparison.Ordinal));
    }

    [Fact]
    public void CommentsThatAreInheritedAreFound() =>
        Assert.Contains(ToolRun.Of("doc", "IcmpTimeExceeded").Lines, static line => line.Contains("`Length`", StringComparison.Ordinal) && line.Contains("in units of 4 bytes if there are `Extensions`", StringComparison.Ordinal));

    [Fact]
    public void SeveralMessagesAreOnePageWithContents()
    {
        var run = ToolRun.Of("doc", "udp", "tcp");

        Assert.StartsWith("# Codecs\n\n- [Udp](#udp): User datagram protocol (RFC 768).\n- [Tcp](#tcp): ", run.Output);
        Assert.Contains("## Udp", run.Lines);
        Assert.Contains("## Tcp", run.Lines);
    }

    [Fact]
    public void EveryRowOfEveryTableHasItsCells()
    {
        var run = ToolRun.Of("doc");

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.All(run.Lines.Where(static line => line.StartsWith("| ", StringComparison.Ordinal)), static line =>
            Assert.Equal(7, line.Replace("\\|", "", StringComparison.Ordinal).Count(static letter => letter == '|')));
    }

    [Fact]
    public void AssemblyOfOnesOwnIsDocumentedAlone()
    {
        var run = ToolRun.Of("doc", "--assembly", AssemblyTests.Assembly);

        Assert.StartsWith("# Codecs.Tests\n", run.Output);
        Assert.Contains("| 1 | 1 byte | `PlaceLength` | byte | length of `Place` in bytes |  |", run.Lines);
        Assert.DoesNotContain("## IPv4", run.Lines);
    }

    [Fact]
    public void UnknownMessageIsSaid() => Assert.StartsWith("codecs: there is no message 'ipv5'", ToolRun.Of("doc", "ipv4", "ipv5").Error);
}
