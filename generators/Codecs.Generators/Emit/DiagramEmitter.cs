using Codecs.Generators.Model;

namespace Codecs.Generators.Emit;

/// <summary>The header of a message as RFCs draw it, 32 bits a row, for the documentation of the type.</summary>
internal static class DiagramEmitter
{
    private const int Columns = 32;
    private const int None = -1;

    // A field that would take more rows than this is drawn in one, as one of varying size is.
    private const int MostRows = 4;

    // The least that a field of varying size is given in a row that others have begun.
    private const int LeastForRest = 12;

    private const string Ruler = " 0                   1                   2                   3\n 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1";

    public static void Emit(SourceWriter w, MessageModel message)
    {
        if (message.Fields.Count == 0)
            return;
        w.Line("/// <remarks>").Line("/// <code>");
        foreach (string line in Draw(message.Fields).Split('\n'))
            w.Line("/// " + line);
        w.Line("/// </code>").Line("/// </remarks>");
    }

    /// <summary>Bits on the wire; -1 if that varies.</summary>
    public static int Width(FieldModel field) => field.IsVariableNumber ? -1 : field.Scalar?.Bits ?? (field.Extent.Kind == ExtentKind.Constant ? field.Extent.Width * 8 : -1);

    private static string Draw(EquatableArray<FieldModel> fields)
    {
        var rows = Place(fields);
        var lines = new List<string>(rows.Count * 2 + 3) { Ruler };
        for (int row = 0; row < rows.Count; row++)
        {
            lines.Add(Border(row == 0 ? null : rows[row - 1], rows[row]));
            lines.Add(Row(rows, row, fields));
        }
        lines.Add(Border(rows[rows.Count - 1], null));
        return string.Join("\n", lines);
    }

    /// <summary>Which field each bit belongs to, row by row.</summary>
    private static List<int[]> Place(EquatableArray<FieldModel> fields)
    {
        var rows = new List<int[]>();
        int next = 0;
        for (int field = 0; field < fields.Count; field++)
        {
            int width = Width(fields[field]), used = next % Columns;
            if (IsElastic(width))
            {
                if (used > Columns - LeastForRest)
                    next += Columns - used;
                width = Columns - next % Columns;
            }
            for (int bit = 0; bit < width; bit++, next++)
            {
                while (rows.Count <= next / Columns)
                    rows.Add([.. Enumerable.Repeat(None, Columns)]);
                rows[next / Columns][next % Columns] = field;
            }
        }
        return rows;
    }

    private static bool IsElastic(int width) => width is < 0 or > MostRows * Columns;

    // Open where the same field goes on in the next row.
    private static string Border(int[]? above, int[]? below)
    {
        var line = Blank();
        for (int column = 0; column < Columns; column++)
        {
            if ((above?[column] ?? None) == (below?[column] ?? None))
                continue;
            line[column * 2] = line[column * 2 + 2] = '+';
            line[column * 2 + 1] = '-';
        }
        if (below is not null && below[0] != None)
            line[0] = '+';
        if (below is not null && below[Columns - 1] != None)
            line[Columns * 2] = '+';
        return new string(line).TrimEnd();
    }

    private static string Row(List<int[]> rows, int row, EquatableArray<FieldModel> fields)
    {
        var line = Blank();
        var cells = rows[row];
        for (int column = 0; column < Columns;)
        {
            int field = cells[column], start = column;
            while (column < Columns && cells[column] == field)
                column++;
            if (field == None)
                continue;
            char side = IsElastic(Width(fields[field])) ? '/' : '|';
            line[start * 2] = start == 0 ? side : '|';
            line[column * 2] = column == Columns ? side : '|';
            if (!IsWidestBefore(rows, row, field, column - start))
                Center(line, start * 2 + 1, (column - start) * 2 - 1, fields[field]);
        }
        return new string(line).TrimEnd();
    }

    // The name stands in the first of the rows in which the field is widest.
    private static bool IsWidestBefore(List<int[]> rows, int row, int field, int width) =>
        rows.Where((cells, i) => cells.Count(c => c == field) is var other && (i < row ? other >= width : i > row && other > width)).Any();

    private static void Center(char[] line, int start, int room, FieldModel field)
    {
        string name = field.PlainName, label = field.IsConditional ? $"[{name}]" : name;
        if (label.Length > room)
            label = name.Length <= room ? name : Short(name);
        if (label.Length > room)
            label = label.Substring(0, room);
        label.CopyTo(0, line, start + (room - label.Length) / 2, label.Length);
    }

    // Its capitals; a single word has one, but can be read without its vowels.
    private static string Short(string name) => string.Concat(name.Where(char.IsUpper)) is { Length: > 1 } initials ? initials : string.Concat(name.Where(c => !"aeiou".Contains(c)));

    private static char[] Blank() => new string(' ', Columns * 2 + 1).ToCharArray();
}
