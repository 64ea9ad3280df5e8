using System.Diagnostics;
using Codecs.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Codecs.Benchmarks.Generation;

/// <summary>
/// W9: what the generator adds to a build, and to an edit, of 10, 100 and 300 definitions. The measure is the same compilation with the generator's output checked in as source.
/// Definitions, what is done, milliseconds of processor time with and without the generator, their difference and ratio, separated by tabs.
/// </summary>
/// <remarks>What the compiler makes of the sources is the same work either way, so it is measured once, and the generator, which takes far less, by itself.</remarks>
internal static class GenerationCommand
{
    private const int Rounds = 5;
    private const int Compilations = 2;

    public static int Run(int[] counts)
    {
        foreach (int count in counts)
        {
            var project = new ManyDefinitions(count);
            var warm = NewDriver().RunGenerators(project.Compilation);
            var checkedIn = warm.GetRunResult().GeneratedTrees;
            double compilation = Time(Compilations, () => Compile(project.Compilation.Clone().AddSyntaxTrees(checkedIn)));
            double cold = Time(Rounds, () => NewDriver().RunGenerators(project.Compilation.Clone()).GetRunResult().GeneratedTrees.Sum(Length));
            double parsing = Time(Rounds, () => checkedIn.Sum(Parse));
            Report(count, "cold build", cold, parsing, compilation);
            int edit = 1;
            Report(count, "edit elsewhere", Time(Rounds, () => warm.RunGenerators(project.EditElsewhere(edit++))), 0, compilation);
            // Who has the output checked in has changed it by hand, in no time.
            Report(count, "edit of one definition", Time(Rounds, () => warm.RunGenerators(project.EditOne(edit++))), parsing / checkedIn.Length, compilation);
        }
        return 0;
    }

    private static GeneratorDriver NewDriver() => CSharpGeneratorDriver.Create([new CodecGenerator().AsSourceGenerator()], parseOptions: ManyDefinitions.ParseOptions);

    private static int Parse(SyntaxTree tree) => CSharpSyntaxTree.ParseText(tree.GetText(), ManyDefinitions.ParseOptions).GetRoot().FullSpan.Length;

    // A tree may be parsed only when somebody looks at it.
    private static int Length(SyntaxTree tree) => tree.GetRoot().FullSpan.Length;

    private static int Compile(Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success ? (int)image.Length : throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(3)));
    }

    private static void Report(int count, string what, double generator, double parsing, double compilation)
    {
        double with = generator + compilation, without = parsing + compilation;
        Console.WriteLine(FormattableString.Invariant($"W9 {count} definitions\t{what}\t{with:F0}\t{without:F0}\t{with - without:F0}\t{with / without:F2}"));
    }

    // The first round is the just-in-time compiler's.
    private static double Time<T>(int rounds, Func<T> work)
    {
        var times = new List<double>();
        for (int round = 0; round <= rounds; round++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            work();
            if (round > 0)
                times.Add((Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
        }
        return times.Order().ElementAt(times.Count / 2);
    }
}
