using System.Globalization;
using System.Runtime.InteropServices;
using Codecs.Benchmarks.Workloads;

namespace Codecs.Benchmarks.Ratios;

/// <summary><c>ratios [--quick] [--filter TEXT]</c>: how generated code compares with hand-written code, as tab-separated lines.</summary>
internal static class RatioCommand
{
    private const int Differs = 1;
    private const int WrongUsage = 2;

    // One of each kind, and none that takes long: half a minute for all.
    private static readonly string[] s_quick =
    [
        "W1 parse 5 fields", "W1 parse all fields", "W2 DNS read, names checked", "W3 checksum 20 B", "W3 checksum 1500 B", "W4 frame headers", "W4 unmask 4096 B", "W6 build 512 B", "W6 relay", "W7 lines",
    ];

    public static int Run(ReadOnlySpan<string> options)
    {
        bool isQuick = false;
        string filter = "";
        while (!options.IsEmpty)
        {
            switch (options)
            {
                case ["--quick", .. var rest]:
                    isQuick = true;
                    options = rest;
                    break;
                case ["--filter", var text, .. var rest]:
                    filter = text;
                    options = rest;
                    break;
                default:
                    Console.Error.WriteLine("""
                        ratios [--quick] [--filter TEXT]
                          --quick         the main workloads, with fewer samples: half a minute
                          --filter TEXT   only workloads whose name contains TEXT
                        """);
                    return WrongUsage;
            }
        }

        Console.Error.WriteLine($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {ThreadClock.Description}");
        Console.WriteLine("workload\tcontender\tns\tbytes\tratio to plain\tratio to best");
        int exitCode = 0;
        foreach (var race in Catalog.Races.Where(race => race.Name.Contains(filter, StringComparison.OrdinalIgnoreCase) && (!isQuick || s_quick.Contains(race.Name))))
        {
            if (race.Run(isQuick) is { } difference)
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
