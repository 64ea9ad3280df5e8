using System.Globalization;

namespace Codecs.Fuzz;

/// <summary>What a run reached, in a few lines for people and as a table of all fields.</summary>
internal sealed class CoverageReport(Options options, IReadOnlyList<(MessageContract Contract, FieldCoverage Coverage, long Inputs)> types, int? branches, TextWriter output)
{
    /// <summary>Writes the lines, and the table if it is asked for.</summary>
    public void Write()
    {
        var rows = types.SelectMany(type => type.Coverage.Rows.Select(row => (type.Contract, Row: row))).ToList();
        int ways = rows.Sum(pair => (pair.Row.Valid > 0 ? 1 : 0) + (pair.Row.Absent > 0 ? 1 : 0) + pair.Row.Ways);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{types.Count} types, {types.Sum(type => type.Inputs)} inputs; of {rows.Count} fields {rows.Count(pair => pair.Row.Valid > 0)} seen valid, {rows.Count(pair => pair.Row.Unfinished + pair.Row.Invalid > 0)} broken or cut, {rows.Count(pair => pair.Row is { IsOpen: true, Unfinished: 0, Invalid: 0 })} that cannot be, {rows.Count(pair => pair.Row is { HasBits: false, IsOpen: false, Unfinished: 0, Invalid: 0 })} without a bit; {ways} outcomes"));
        if (branches is { } count)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} branches of the instrumented assemblies"));
        foreach (var (contract, row) in rows.Where(pair => !pair.Row.IsReached))
            output.WriteLine($"not reached: {contract.Name}.{row.Field.Name}, {(row.Valid == 0 ? "never valid" : "never broken or cut")}");
        if (options.Coverage is null)
            return;
        using var table = new StreamWriter(options.Coverage) { NewLine = "\n" };
        table.WriteLine("type\tfield\tvalid\tabsent\tcut\tinvalid\tkinds");
        foreach (var (contract, row) in rows)
            table.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{contract.Name}\t{row.Field.Name}\t{row.Valid}\t{row.Absent}\t{row.Unfinished}\t{row.Invalid}\t{(row.IsOpen ? "open " : row.HasBits ? "" : "empty ")}{string.Join(' ', row.Kinds)}"));
    }
}
