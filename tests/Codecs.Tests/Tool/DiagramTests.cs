using Codecs.Protocols;
using Codecs.Tool;
using Codecs.Tool.Diagram;

namespace Codecs.Tests.Tool;

public class DiagramTests
{
    // RFC 791 section 3.1, with the names of the definition.
    [Fact]
    public void IPv4IsDrawnAsInItsRfc()
    {
        string drawn = ToolRun.Of("diagram", "ipv4").Output;

        Assert.StartsWith("""
              IPv4 (RFC 791)

               0                   1                   2                   3
               0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
              +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
              |Version|  HL   |   DSCP    |ECN|         Total Length          |
              +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
            """, drawn);
        Assert.Contains("/                      Options (variable)                       /", drawn);
    }

    // RFC 8200 section 3: a field of four rows has its name on the line in the middle.
    [Fact]
    public void FieldOfSeveralRowsIsOpenBetweenThem()
    {
        string drawn = ToolRun.Of("diagram", "IPv6").Output;

        Assert.Contains("""
              |                                                               |
              +                                                               +
              |                                                               |
              +                            Source                             +
              |                                                               |
            """, drawn);
    }

    [Fact]
    public void EveryMessageCanBeDrawnWithinTheWidthOfAnRfc()
    {
        var names = ToolRun.Of("protocols").Lines.Skip(1).Where(line => !line.StartsWith(' ')).Select(line => line.Split(' ')[0]).ToList();

        Assert.Contains("Tcp", names);
        Assert.All(names, name =>
        {
            var run = ToolRun.Of("diagram", name);
            Assert.Equal(ExitCode.Success, run.ExitCode);
            Assert.All(run.Lines.Where(line => line.AsSpan().Trim() is ['+' or '|' or '/', ..]), line => Assert.InRange(line.Length, 3, 72));
        });
    }

    [Fact]
    public void DescriptionAloneIsEnough() => Assert.Contains("Header Checksum", HeaderDiagram.Draw(MessageOf<IPv4>()));

    [Fact]
    public void UnknownMessageIsSaid()
    {
        var run = ToolRun.Of("diagram", "ipv5");

        Assert.Equal((ExitCode.Failure, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("codecs: there is no message 'ipv5'", run.Error);
    }

    private static MessageDescription MessageOf<T>() where T : IVisitable<T>, allows ref struct => T.Description;
}
