using Codecs.Benchmarks.Workloads;

namespace Codecs.Benchmarks.Ratios;

/// <summary>Do the contenders of a workload do the same?</summary>
internal static class Agreement
{
    /// <summary>Runs each contender once.</summary>
    /// <returns>The first that differs from the first contender, and where; null if there is none.</returns>
    public static string? FindDifference(Workload workload, IReadOnlyList<Contender> contenders)
    {
        var (expected, expectedOutput) = RunOnce(workload, contenders[0]);
        foreach (var contender in contenders.Skip(1))
        {
            var (found, output) = RunOnce(workload, contender);
            if (found != expected)
                return $"'{contender.Name}' returns {found:x}, '{contenders[0].Name}' {expected:x}";
            int same = output.AsSpan().CommonPrefixLength(expectedOutput);
            if (same < output.Length)
                return $"'{contender.Name}' writes {output[same]:x2} at byte {same}, '{contenders[0].Name}' {expectedOutput[same]:x2}";
        }
        return null;
    }

    private static (ulong Found, byte[] Output) RunOnce(Workload workload, Contender contender)
    {
        workload.Output.Clear();
        ulong found = contender.Run();
        return (found, workload.Output.ToArray());
    }
}
