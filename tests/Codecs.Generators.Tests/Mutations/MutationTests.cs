using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Codecs.Generators.Tests.Mutations;

/// <summary>
/// Definitions while they are being typed. The generator never throws; and where what is written is C#, either what is made of it compiles, or a diagnostic says what is not understood.
/// </summary>
/// <remarks>CODECS_MUTATIONS says how many rounds there are, each of every shape; CODECS_SEED, where they start.</remarks>
public sealed class MutationTests
{
    private static readonly int s_rounds = Number("CODECS_MUTATIONS", 8);
    private static readonly int s_seed = Number("CODECS_SEED", 0);

    // Each takes a while to compile.
    private const int Parts = 40;

    private const string Usings = "using System.IO; using System.Threading; using System.Threading.Tasks;\n";

    private static readonly Lazy<(string Path, string Source)[]> s_shipped = new(ReadShipped);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(s_seed, s_rounds)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void WhateverIsWrittenTheGeneratorAnswers(int seed)
    {
        var random = new Random(seed * 7919 + 1);
        var faults = new List<string>();
        foreach (var (name, source) in ShapeSources.All)
        {
            string mutated = DefinitionMutator.Mutate(source, random);
            if (Check(source, mutated) is { } fault)
                faults.Add($"{name}, seed {seed}: {fault}\n{mutated}");
        }
        Assert.True(faults.Count == 0, $"{faults.Count} of {ShapeSources.All.Count}\n{string.Join("\n\n", faults)}");
    }

    /// <summary>The definitions that ship, a part of them in each round. What they need of one another is that of the assembly that was built.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void WhateverIsMadeOfWhatShipsTheGeneratorAnswers(int seed)
    {
        var random = new Random(seed * 7919 + 2);
        var faults = new List<string>();
        int count = 0;
        foreach (var (path, source) in s_shipped.Value.Where((_, index) => index % Parts == seed % Parts))
        {
            // Members of other files that only their own assembly sees, or types in several parts: those are not for this.
            if (Compiler.Faults(Compiler.Generate(Create(source))).Any(d => d.Severity == DiagnosticSeverity.Error))
                continue;
            count++;
            string mutated = DefinitionMutator.Mutate(source, random);
            if (Check(source, mutated, Compiler.Protocols) is { } fault)
                faults.Add($"{path}, seed {seed}: {fault}\n{mutated}");
        }
        Assert.True(faults.Count == 0, $"{faults.Count} of {count}\n{string.Join("\n\n", faults)}");
        Assert.InRange(count, 1, int.MaxValue);

        static Compilation Create(string source) => Compiler.Create(source, Compiler.Protocols);
    }

    // A word that is new is mutated too: it stands in some shape, or is put somewhere.
    [Fact]
    public void EveryWordIsMutated()
    {
        string[] words = [.. typeof(MessageAttribute).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Attribute)) && type.Namespace == nameof(Codecs)).Select(type => type.Name.Split('`')[0][..^nameof(Attribute).Length])];
        Assert.InRange(words.Length, 25, 100);
        Assert.Empty(words.Except(DefinitionMutator.Words));
        string shapes = string.Concat(ShapeSources.All.Values);
        Assert.DoesNotContain(words, word => !shapes.Contains(word, StringComparison.Ordinal));
    }

    private static string? Check(string source, string mutated, params MetadataReference[] more)
    {
        var input = Compiler.Create(mutated, more);
        Compilation output;
        try
        {
            output = Compiler.Generate(input);
        }
        catch (InvalidOperationException exception)
        {
            return exception.Message;
        }
        var own = Compiler.Analyze(output);
        if (own.FirstOrDefault(d => d.Id is "CDC099" or "AD0001") is { } failure)
            return failure.ToString();
        var errors = Compiler.Faults(output).Where(d => d.Severity == DiagnosticSeverity.Error && !IsOfUse(d)).ToList();
        if (errors.Count == 0 || own.Any(d => d.Severity == DiagnosticSeverity.Error))
            return null;
        // Where nothing asks for an implementation any more, the compiler misses it.
        if (Definitions(mutated) < Definitions(source))
            return null;
        // What is wrong whatever the generator does, the compiler says: kinds of errors that the sources alone have now and did not have before.
        var before = Kinds(Compiler.Create(source, more));
        return Kinds(input).Except(before).Any() ? null : Compiler.Describe(errors);
    }

    // Who uses what is generated, misses it where it is generated no more: an operator, a member.
    private static bool IsOfUse(Diagnostic diagnostic) => diagnostic.Id is "CS0019" or "CS1061" && diagnostic.Location.SourceTree?.FilePath == "Source.cs";

    private static int Definitions(string source) =>
        Compiler.Parse(source).GetRoot().DescendantNodes().OfType<AttributeSyntax>().Count(attribute => attribute.Name.ToString().Split('.', ':')[^1] is "Message" or "MessageAttribute" or "Stack" or "StackAttribute" or "Token" or "TokenAttribute");

    private static HashSet<string> Kinds(Compilation compilation) => [.. compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Id)];

    private static (string Path, string Source)[] ReadShipped()
    {
        string folder = Path.Combine(Repository.Root, "definitions", "Codecs.Protocols");
        return
        [
            .. from path in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
               let name = Path.GetRelativePath(folder, path).Replace('\\', '/')
               where !name.StartsWith("obj/", StringComparison.Ordinal) && !name.StartsWith("bin/", StringComparison.Ordinal)
               let source = File.ReadAllText(path)
               where source.Contains("[Message", StringComparison.Ordinal)
               select (name, Usings + source),
        ];
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : otherwise;
}
