using System.Globalization;
using System.Runtime.InteropServices;
using Codecs.Benchmarks.Workloads;

namespace Codecs.Benchmarks.Ratios;

/// <summary><c>ratios [--filter TEXT]</c>: how generated code compares with hand-written code, as tab-separated lines.</summary>
internal static class RatioCommand
{
    private const int Differs = 1;
    private const int WrongUsage = 2;

    public static int Run(ReadOnlySpan<string> options)
    {
        string filter = "";
        switch (options)
        {
            case []:
                break;
            case ["--filter", var text]:
                filter = text;
                break;
            default:
                Console.Error.WriteLine("ratios [--filter TEXT]   only workloads whose name contains TEXT");
                return WrongUsage;
        }

        Console.Error.WriteLine($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {ThreadClock.Description}");
        Console.WriteLine("workload\tcontender\tns\tbytes\tratio to plain\tratio to best");
        int exitCode = 0;
        foreach (var race in Catalog.Races.Where(race => race.Name.Contains(filter, StringComparison.OrdinalIgnoreCase)))
        {
            if (race.Run() is { } difference)
            {
                Console.Error.WriteLine($"{race.Name}: {difference}");
                exitCode = Differs;
                continue;
            }
            Print(race);
        }
        return exitCode;
    }

    private static void Print(Race race)
    {
        double plain = MedianOf(Workload.Plain), best = MedianOf(Workload.Best);
        foreach (var contender in race.Contenders)
        {
            double median = contender.Median;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{race.Name}\t{contender.Name}\t{median:F2}\t{contender.AllocatedBytes:F1}\t{median / plain:F2}\t{median / best:F2}"));
        }

        double MedianOf(string name) => race.Contenders.Single(contender => contender.Name == name).Median;
    }
}
