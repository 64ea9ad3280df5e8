using Codecs.Conformance.Comparison;

namespace Codecs.Conformance;

/// <summary>Prints what came out.</summary>
internal static class Report
{
    private const int MostDifferences = 200;

    public static void Print(Outcome outcome, TextWriter output)
    {
        foreach (var difference in outcome.Unexplained.Take(MostDifferences))
            output.WriteLine(difference);
        if (outcome.Unexplained.Count > MostDifferences)
            output.WriteLine($"... and {outcome.Unexplained.Count - MostDifferences:N0} more");
        if (outcome.Unexplained.Count > 0)
            output.WriteLine();
        PrintTable(outcome, output);
        foreach (var (reason, count) in outcome.Reasons.OrderByDescending(pair => pair.Value))
            output.WriteLine($"{count,7:N0} explained: {reason}");
        if (outcome.Reasons.Count > 0)
            output.WriteLine();
        output.WriteLine($"{outcome.Captures:N0} captures; {outcome.Skipped:N0} records that one of the readers does not read were skipped.");
        output.WriteLine($"{outcome.Passed} passed, {outcome.Failed} failed");
    }

    private static void PrintTable(Outcome outcome, TextWriter output)
    {
        output.WriteLine("protocol           layers    fields  explained  unexplained  written back  broken for both  not reached  only here");
        var total = new Tally();
        foreach (var (protocol, tally) in outcome.Protocols)
        {
            Row(protocol, tally);
            total.Add(tally);
        }
        Row("", total);
        output.WriteLine();

        void Row(string name, Tally tally) => output.WriteLine(
            $"{name,-15}{tally.Layers,10:N0}{tally.Fields,10:N0}{tally.Explained,11:N0}{tally.Unexplained,13:N0}{tally.WrittenBack,14:N0}{tally.Broken,17:N0}{tally.NotReached,13:N0}{tally.Beyond,11:N0}");
    }
}
