using Codecs.Conformance.Comparison;
using Codecs.Conformance.Corpus;

namespace Codecs.Conformance;

/// <summary>Compares a corpus of captures with what another reader says of them.</summary>
public static class ConformanceRun
{
    /// <summary>Compares all captures below a folder, and prints what came out.</summary>
    /// <param name="captures">The folder of captures.</param>
    /// <param name="expected">The folder of expectations, with the same names below it.</param>
    /// <param name="output">Where to print.</param>
    /// <returns>True if every difference is explained.</returns>
    public static bool Run(string captures, string expected, TextWriter output)
    {
        var total = new Outcome();
        var outcomes = CorpusFile.Find(captures, expected)
            .AsParallel()
            .AsOrdered()
            .Select(CaptureComparison.Run);
        foreach (var outcome in outcomes)
            total.Merge(outcome);
        Report.Print(total, output);
        // No frames at all is no success.
        return total.Failed == 0 && total.Passed > 0;
    }
}
