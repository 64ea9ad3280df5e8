using System.Diagnostics;
using Codecs.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Codecs.Benchmarks.Generation;

/// <summary>
/// W9: what the generator adds to a build, and to an edit, of 10, 100 and 300 definitions. The measure is the same compilation with the generator's output checked in as source.
/// Lines of definitions, what is done, milliseconds with and without the generator, and their ratio, separated by tabs.
/// </summary>
internal static class GenerationCommand
{
    private const int Rounds = 5;

    public static int Run()
    {
        foreach (int count in (int[])[10, 100, 300])
        {
            var project = new ManyDefinitions(count);
            var warm = NewDriver().RunGenerators(project.Compilation);
            var checkedIn = warm.GetRunResult().GeneratedTrees;
            Report(count, "cold build", () => Compile(NewDriver(), project.Compilation), () => Compile(project.Compilation.AddSyntaxTrees(checkedIn)));
            int edit = 1;
            Report(count, "edit elsewhere", () => Compile(warm, project.EditElsewhere(edit++)), () => Compile(project.EditElsewhere(edit++).AddSyntaxTrees(checkedIn)));
            Report(count, "edit of one definition", () => Compile(warm, project.EditOne(edit++)), () =>
            {
                var edited = project.EditOne(edit++);
                return Compile(edited.AddSyntaxTrees(warm.RunGenerators(edited).GetRunResult().GeneratedTrees));
            });
        }
        return 0;
    }

    private static GeneratorDriver NewDriver() => CSharpGeneratorDriver.Create([new CodecGenerator().AsSourceGenerator()], parseOptions: ManyDefinitions.ParseOptions);

    private static int Compile(GeneratorDriver driver, Compilation compilation)
    {
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        return Compile(output);
    }

    private static int Compile(Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success ? (int)image.Length : throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(3)));
    }

    private static void Report(int count, string what, Func<int> with, Func<int> without)
    {
        var (a, b) = (new List<double>(), new List<double>());
        for (int round = 0; round <= Rounds; round++)
        {
            double first = Time(with), second = Time(without);
            // The first round is the just-in-time compiler's.
            if (round == 0)
                continue;
            a.Add(first);
            b.Add(second);
        }
        Console.WriteLine(FormattableString.Invariant($"W9 {count} definitions\t{what}\t{Median(a):F0}\t{Median(b):F0}\t{Median(a) / Median(b):F2}"));
    }

    private static double Time(Func<int> work)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        work();
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
