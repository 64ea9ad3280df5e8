using Codecs.Conformance.Comparison;
using Codecs.Conformance.Corpus;

namespace Codecs.Conformance;

/// <summary>Compares a corpus of captures with what another reader says of them.</summary>
internal static class ConformanceRun
{
    /// <summary>Compares all captures below a folder.</summary>
    /// <param name="captures">The folder of captures.</param>
    /// <param name="expected">The folder of expectations, with the same names below it.</param>
    public static Outcome Run(string captures, string expected)
    {
        var total = new Outcome();
        var outcomes = CorpusFile.Find(captures, expected)
            .AsParallel()
            .AsOrdered()
            .Select(CaptureComparison.Run);
        foreach (var outcome in outcomes)
            total.Merge(outcome);
        return total;
    }
}
