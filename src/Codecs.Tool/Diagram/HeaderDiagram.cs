using System.Text;

namespace Codecs.Tool.Diagram;

/// <summary>Draws a message as RFCs draw headers, from its description alone, with a table of its fields below.</summary>
public static class HeaderDiagram
{
    private const int Width = DiagramGrid.Columns * 2 + 1;
    private const string Margin = "  ";

    /// <summary>The picture and the table, with a line feed after each line.</summary>
    public static string Draw(MessageDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        var output = new StringBuilder();
        Append(output, description.ToString());
        Append(output, "");
        string picture = Picture(description);
        if (picture.Length > 0)
        {
            output.Append(picture);
            Append(output, "");
        }
        foreach (string line in FieldTable.Lines(description))
            Append(output, line);
        return output.ToString();
    }

    /// <summary>The picture alone; empty for a message without fields.</summary>
    public static string Picture(MessageDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        var grid = new DiagramGrid(description);
        var output = new StringBuilder();
        if (grid.RowCount == 0)
            return "";
        AppendRuler(output);
        for (int row = 0; row < grid.RowCount; row++)
        {
            Append(output, Border(grid, row));
            Append(output, Row(grid, row));
        }
        Append(output, Border(grid, grid.RowCount));
        return output.ToString();
    }

    private static void AppendRuler(StringBuilder output)
    {
        Span<char> tens = stackalloc char[Width], ones = stackalloc char[Width];
        tens.Fill(' ');
        ones.Fill(' ');
        for (int i = 0; i < DiagramGrid.Columns; i++)
        {
            ones[i * 2 + 1] = (char)('0' + i % 10);
            if (i % 10 == 0)
                tens[i * 2 + 1] = (char)('0' + i / 10);
        }
        Append(output, tens);
        Append(output, ones);
    }

    // The line above a row: open where the same field goes on.
    private static ReadOnlySpan<char> Border(DiagramGrid grid, int row)
    {
        var line = new char[Width];
        Array.Fill(line, ' ');
        for (int column = 0; column < DiagramGrid.Columns; column++)
        {
            int above = grid[row - 1, column], below = grid[row, column];
            if (above != below)
                line[column * 2 + 1] = '-';
        }
        for (int corner = 0; corner <= DiagramGrid.Columns; corner++)
        {
            bool joins = (corner > 0 && line[corner * 2 - 1] == '-') || (corner < DiagramGrid.Columns && line[corner * 2 + 1] == '-');
            bool isEdge = corner is 0 or DiagramGrid.Columns && grid[row, Math.Min(corner, DiagramGrid.Columns - 1)] != DiagramGrid.None;
            if (joins || isEdge)
                line[corner * 2] = '+';
        }
        int field = grid[row, 0];
        if (field != DiagramGrid.None && LabelRow(grid, field) is var (labelRow, isOnBorder) && isOnBorder && labelRow == row)
            Center(line.AsSpan(1, Width - 2), DiagramLabel.Fit(grid.Fields[field], Width - 2));
        return line;
    }

    private static ReadOnlySpan<char> Row(DiagramGrid grid, int row)
    {
        var line = new char[Width];
        Array.Fill(line, ' ');
        for (int column = 0; column < DiagramGrid.Columns;)
        {
            int field = grid[row, column], start = column;
            while (column < DiagramGrid.Columns && grid[row, column] == field)
                column++;
            if (field == DiagramGrid.None)
                continue;
            bool isElastic = grid.Fields[field].IsElastic;
            line[start * 2] = isElastic && start == 0 ? '/' : '|';
            line[column * 2] = isElastic && column == DiagramGrid.Columns ? '/' : '|';
            var (labelRow, isOnBorder) = LabelRow(grid, field);
            var cell = line.AsSpan(start * 2 + 1, (column - start) * 2 - 1);
            if (labelRow == row && !isOnBorder)
                Center(cell, DiagramLabel.Fit(grid.Fields[field], cell.Length));
        }
        return line;
    }

    // Of several rows the one in the middle; between the two in the middle of an even number.
    private static (int Row, bool IsOnBorder) LabelRow(DiagramGrid grid, int field)
    {
        var (first, count) = grid.LabelRows(field);
        var (start, end) = grid.Run(first, field);
        return (first + count / 2, end - start == DiagramGrid.Columns && count % 2 == 0);
    }

    private static void Center(Span<char> cell, string label) => label.CopyTo(cell[((cell.Length - label.Length) / 2)..]);

    private static void Append(StringBuilder output, ReadOnlySpan<char> line)
    {
        line = line.TrimEnd();
        if (!line.IsEmpty)
            output.Append(Margin).Append(line);
        output.Append('\n');
    }
}
