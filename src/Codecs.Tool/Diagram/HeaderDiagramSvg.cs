using System.Globalization;
using System.Net;
using System.Text;

namespace Codecs.Tool.Diagram;

/// <summary>Draws a message as RFCs draw headers, as SVG: the same layout as <see cref="HeaderDiagram"/>, in colours that follow the reader's light or dark page.</summary>
public static class HeaderDiagramSvg
{
    private const int Margin = 16;
    private const int ColumnWidth = 20;
    private const int RowHeight = 36;
    private const int CaptionHeight = 28;
    private const int RulerHeight = 28;
    private const int Width = Margin * 2 + ColumnWidth * DiagramGrid.Columns;
    // Of a fixed-width font of 12 pixels, rounded up; and what stays free on both sides of a label.
    private const double LetterWidth = 7.3;
    private const int Padding = 6;
    // From the middle of a line of text down to where its letters stand.
    private const int Baseline = 4;

    // A reader that cannot be asked gets the light colours.
    private const string Style = """
        text { font: 12px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #1f2328; text-anchor: middle }
        .caption { font-weight: bold; text-anchor: start }
        .bit { font-size: 10px; fill: #818b98 }
        .page { fill: #ffffff }
        .field { fill: #ffffff }
        .fixed { fill: #eff2f5 }
        .line { stroke: #59636e; fill: none; stroke-linecap: square }
        .open { stroke-dasharray: 2 4 }
        @media (prefers-color-scheme: dark) {
        text { fill: #f0f6fc }
        .bit { fill: #9198a1 }
        .page { fill: #0d1117 }
        .field { fill: #0d1117 }
        .fixed { fill: #212830 }
        .line { stroke: #9198a1 }
        }
        """;

    /// <summary>A whole SVG document, with a line feed after each line.</summary>
    public static string Draw(MessageDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        var grid = new DiagramGrid(description);
        int height = Margin * 2 + CaptionHeight + (grid.RowCount > 0 ? RulerHeight + grid.RowCount * RowHeight : 0);
        string name = Escape(description.ToString());
        var output = new StringBuilder();
        Line(output, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{height}" viewBox="0 0 {Width} {height}" role="img" aria-label="Header diagram of {name}">""");
        Line(output, $"<style>\n{Style.ReplaceLineEndings("\n")}\n</style>");
        Line(output, $"""<rect class="page" width="{Width}" height="{height}"/>""");
        Line(output, $"""<text class="caption" x="{Margin}" y="{Margin + CaptionHeight / 2 + Baseline}">{name}</text>""");
        if (grid.RowCount > 0)
        {
            AppendRuler(output);
            for (int field = 0; field < grid.Fields.Length; field++)
                AppendField(output, grid, field);
            AppendLines(output, grid);
        }
        Line(output, "</svg>");
        return output.ToString();
    }

    private static int Left(int column) => Margin + column * ColumnWidth;

    private static int Top(int row) => Margin + CaptionHeight + RulerHeight + row * RowHeight;

    private static void AppendRuler(StringBuilder output)
    {
        for (int bit = 0; bit < DiagramGrid.Columns; bit++)
        {
            int x = Left(bit) + ColumnWidth / 2;
            if (bit % 10 == 0)
                Line(output, $"""<text class="bit" x="{x}" y="{Top(0) - 17}">{bit / 10}</text>""");
            Line(output, $"""<text class="bit" x="{x}" y="{Top(0) - 5}">{bit % 10}</text>""");
        }
    }

    // What it covers in each row, its name, and what it is for whoever points at it.
    private static void AppendField(StringBuilder output, DiagramGrid grid, int field)
    {
        var (labelRow, labelRows) = grid.LabelRows(field);
        if (labelRows == 0)
            return;
        var drawn = grid.Fields[field];
        bool isFixed = (drawn.Description.Role & (FieldRole.Const | FieldRole.Reserved)) != 0;
        var row = FieldTable.Row(drawn.Description, place: -1);
        string note = string.Join(", ", new[] { row.Size, row.Type, row.Use }.Where(static part => part.Length > 0));
        Line(output, $"<g><title>{Escape(row.Name)}: {Escape(note)}</title>");
        for (int y = 0; y < grid.RowCount; y++)
        {
            var (start, end) = grid.Run(y, field);
            if (end > start)
                Line(output, $"""<rect class="{(isFixed ? "fixed" : "field")}" x="{Left(start)}" y="{Top(y)}" width="{(end - start) * ColumnWidth}" height="{RowHeight}"/>""");
        }
        var (first, last) = grid.Run(labelRow, field);
        int letters = (int)(((last - first) * ColumnWidth - Padding) / LetterWidth);
        double middle = Left(first) + (last - first) * ColumnWidth / 2.0;
        Line(output, $"""<text x="{Number(middle)}" y="{Top(labelRow) + labelRows * RowHeight / 2 + Baseline}">{Escape(DiagramLabel.Fit(drawn, letters))}</text></g>""");
    }

    // Between different fields, and around all. The outer sides of what has no size to scale are open.
    private static void AppendLines(StringBuilder output, DiagramGrid grid)
    {
        var closed = new StringBuilder();
        var open = new StringBuilder();
        for (int row = 0; row <= grid.RowCount; row++)
        {
            for (int column = 0; column < DiagramGrid.Columns;)
            {
                int start = column;
                while (column < DiagramGrid.Columns && grid[row - 1, column] != grid[row, column])
                    column++;
                if (column > start)
                    closed.Append(CultureInfo.InvariantCulture, $"M{Left(start)} {Top(row)}H{Left(column)}");
                else
                    column++;
            }
        }
        for (int row = 0; row < grid.RowCount; row++)
        {
            for (int column = 0; column <= DiagramGrid.Columns; column++)
            {
                int before = grid[row, column - 1], after = grid[row, column];
                if (before == after)
                    continue;
                bool isOpen = column is 0 or DiagramGrid.Columns && grid.Fields[column == 0 ? after : before].IsElastic;
                (isOpen ? open : closed).Append(CultureInfo.InvariantCulture, $"M{Left(column)} {Top(row)}V{Top(row + 1)}");
            }
        }
        Line(output, $"""<path class="line" d="{closed}"/>""");
        if (open.Length > 0)
            Line(output, $"""<path class="line open" d="{open}"/>""");
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static void Line(StringBuilder output, string line) => output.Append(line).Append('\n');
}
