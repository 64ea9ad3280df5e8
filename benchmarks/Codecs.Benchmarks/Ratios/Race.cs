using System.Runtime;
using Codecs.Benchmarks.Workloads;

namespace Codecs.Benchmarks.Ratios;

/// <summary>The contenders of one workload, in turn: what disturbs one of them then disturbs all.</summary>
internal sealed class Race(Workload workload, IReadOnlyList<Contender> contenders)
{
    private const int Samples = 101;
    private const int QuickSamples = 21;
    private const long SampleNanoseconds = 2_000_000;

    // A method is compiled for good after two times 30 calls, each followed by 100 ms in which nothing new was compiled.
    // On a busy machine the compiler lags behind: it must have been quiet for some phases.
    private const int QuietPhases = 4;
    private const int MostPhases = 60;
    private const int WarmUpRuns = 40;
    private static readonly TimeSpan s_warmUpPause = TimeSpan.FromMilliseconds(130);

    public string Name => workload.Name;

    public IReadOnlyList<Contender> Contenders => contenders;

    /// <summary>Compares what the contenders find and write, then times them.</summary>
    /// <param name="isQuick">With fewer samples?</param>
    /// <returns>What they do not agree upon; null if they do and were timed.</returns>
    public string? Run(bool isQuick)
    {
        workload.SetUp();
        if (Agreement.FindDifference(workload, contenders) is { } difference)
            return difference;
        workload.SetUpFew();
        WarmUp();

        // Only now, so that the compiler's profile is that of undamaged data.
        if (workload.SetUpDamaged() && Agreement.FindDifference(workload, contenders) is { } damagedDifference)
            return $"damaged data: {damagedDifference}";

        workload.SetUp();
        Time(isQuick ? QuickSamples : Samples);
        return null;
    }

    private void WarmUp()
    {
        long compiled = 0;
        for (int phase = 0, quiet = 0; phase < MostPhases && quiet < QuietPhases; phase++)
        {
            foreach (var contender in contenders)
            {
                for (int i = 0; i < WarmUpRuns; i++)
                    contender.Run();
            }
            Thread.Sleep(s_warmUpPause);
            long count = JitInfo.GetCompiledMethodCount();
            quiet = count == compiled ? quiet + 1 : 0;
            compiled = count;
        }
    }

    private void Time(int samples)
    {
        var runs = contenders.Select(contender => contender.RunsWithin(SampleNanoseconds)).ToArray();
        for (int sample = 0; sample < samples; sample++)
        {
            for (int i = 0; i < contenders.Count; i++)
                contenders[i].Sample(runs[i]);
        }
    }
}
