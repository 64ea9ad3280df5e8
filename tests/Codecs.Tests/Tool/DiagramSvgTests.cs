using System.Globalization;
using System.Xml.Linq;
using Codecs.Tool;

namespace Codecs.Tests.Tool;

public class DiagramSvgTests
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    // RFC 791 section 3.1: the fields of the first row, 4, 4, 6, 2 and 16 bits wide.
    [Fact]
    public void IPv4IsDrawnAsInItsRfc()
    {
        var fields = Fields(Draw("IPv4"));

        Assert.Equal(
            [("Version", 0, 4), ("HL", 4, 8), ("DSCP", 8, 14), ("ECN", 14, 16), ("Total Length", 16, 32)],
            fields.Where(field => field.Top == fields[0].Top).Select(static field => (field.Label, field.Start, field.End)));
        Assert.Contains(fields, static field => field.Title == "FragmentOffset: 13 bits, ushort");
        Assert.Contains(fields, static field => field.Label == "Options (variable)");
    }

    [Fact]
    public void EveryMessageIsDrawnWithoutOverlapsAndWithLabelsThatFit()
    {
        foreach (string name in ToolRun.Of("protocols").Lines.Skip(1).Select(static line => line.Split(' ')[0]))
        {
            var drawn = Draw(name);
            int width = Number(drawn.Root!, "width"), height = Number(drawn.Root!, "height");
            var cells = drawn.Descendants(s_svg + "g").SelectMany(static field => field.Elements(s_svg + "rect"))
                .SelectMany(static cell => Enumerable.Range(0, Number(cell, "width") / 20).Select(column => (X: Number(cell, "x") + column * 20, Y: Number(cell, "y")))).ToList();
            Assert.Equal(cells.Count, cells.Distinct().Count());
            Assert.All(cells, cell => Assert.True(cell.X >= 16 && cell.X + 20 <= width - 16 && cell.Y >= 16 && cell.Y + 36 <= height - 16));
            // Letters of a fixed-width font are 0.6 as wide as they are high.
            Assert.All(Fields(drawn), field => Assert.True(field.Label.Length * 12 * 0.602 < (field.End - field.Start) * 20, $"{name}: {field.Label}"));
        }
    }

    [Fact]
    public void ItFollowsTheReadersColoursAndIsTheSameEachTime()
    {
        string drawn = ToolRun.Of("diagram", "tcp", "--format", "svg").Output;

        Assert.Contains("@media (prefers-color-scheme: dark)", drawn);
        Assert.Equal(drawn, ToolRun.Of("diagram", "Tcp", "--format", "svg").Output);
        Assert.DoesNotContain('\r', drawn);
    }

    private static XDocument Draw(string name)
    {
        var run = ToolRun.Of("diagram", name, "--format", "svg");
        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        return XDocument.Parse(run.Output);
    }

    private static List<Field> Fields(XDocument drawing) =>
    [
        .. drawing.Descendants(s_svg + "g").Select(static field =>
        {
            var widest = field.Elements(s_svg + "rect").MaxBy(static cell => Number(cell, "width"))!;
            int start = (Number(widest, "x") - 16) / 20;
            return new Field(field.Element(s_svg + "text")!.Value, field.Element(s_svg + "title")!.Value, Number(widest, "y"), start, start + Number(widest, "width") / 20);
        }),
    ];

    private static int Number(XElement element, string attribute) => int.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    private sealed record Field(string Label, string Title, int Top, int Start, int End);
}
