namespace Codecs.Tool.Diagram;

/// <summary>Which field each bit of the picture belongs to, row by row.</summary>
internal sealed class DiagramGrid
{
    /// <summary>Bits in a row.</summary>
    public const int Columns = 32;

    /// <summary>No field.</summary>
    public const int None = -1;

    // A field that would take more rows than this is drawn in one, with its size in its label.
    private const int MostRows = 4;
    // The least that a field of varying size is given in a row that others have begun.
    private const int LeastForRest = 12;

    private readonly List<int[]> _rows = [];
    private int _next;

    public DiagramGrid(MessageDescription description)
    {
        Fields = [.. description.Fields.Select(static field => new DiagramField(field, field.BitWidth < 0 || field.BitWidth > MostRows * Columns))];
        for (int i = 0; i < Fields.Length; i++)
        {
            if (Fields[i].IsElastic)
                Stretch(i);
            else
                Place(i, Fields[i].Description.BitWidth);
        }
    }

    public DiagramField[] Fields { get; }

    public int RowCount => _rows.Count;

    /// <summary>The field at a place; <see cref="None"/> outside.</summary>
    public int this[int row, int column] =>
        row < 0 || row >= _rows.Count || column < 0 || column >= Columns ? None : _rows[row][column];

    /// <summary>Where a field's name stands: the rows in which it is widest, from the first on.</summary>
    public (int First, int Count) LabelRows(int field)
    {
        int widest = 0, first = 0, count = 0;
        for (int row = 0; row < RowCount; row++)
        {
            int bits = _rows[row].Count(cell => cell == field);
            if (bits > widest)
                (widest, first, count) = (bits, row, 1);
            else if (bits == widest && bits > 0)
                count++;
        }
        return (first, count);
    }

    /// <summary>The columns of a field in a row: from the first up to the one behind the last.</summary>
    public (int Start, int End) Run(int row, int field)
    {
        int start = Array.IndexOf(_rows[row], field);
        return start < 0 ? (0, 0) : (start, Array.LastIndexOf(_rows[row], field) + 1);
    }

    private void Place(int field, int width)
    {
        for (int i = 0; i < width; i++)
            Set(field);
    }

    // What has no size of its own takes the rest of the row, and what follows starts a new one.
    private void Stretch(int field)
    {
        int used = _next % Columns;
        if (used > Columns - LeastForRest)
            _next += Columns - used;
        do
            Set(field);
        while (_next % Columns != 0);
    }

    private void Set(int field)
    {
        while (_rows.Count <= _next / Columns)
        {
            var row = new int[Columns];
            Array.Fill(row, None);
            _rows.Add(row);
        }
        _rows[_next / Columns][_next % Columns] = field;
        _next++;
    }
}

/// <summary>A field in a picture.</summary>
/// <param name="Description">The field.</param>
/// <param name="IsElastic">Is its size not drawn to scale?</param>
internal sealed record DiagramField(FieldDescription Description, bool IsElastic);
