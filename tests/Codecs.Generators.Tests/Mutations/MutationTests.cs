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

    private static string? Check(string source, string mutated)
    {
        var input = Compiler.Create(mutated);
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
        var errors = Compiler.Faults(output).Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count == 0 || own.Any(d => d.Severity == DiagnosticSeverity.Error))
            return null;
        // Where nothing asks for an implementation any more, the compiler misses it.
        if (Definitions(mutated) < Definitions(source))
            return null;
        // What is wrong whatever the generator does, the compiler says: kinds of errors that the sources alone have now and did not have before.
        var before = Kinds(Compiler.Create(source));
        return Kinds(input).Except(before).Any() ? null : Compiler.Describe(errors);
    }

    private static int Definitions(string source) =>
        Compiler.Parse(source).GetRoot().DescendantNodes().OfType<AttributeSyntax>().Count(attribute => attribute.Name.ToString().Split('.', ':')[^1] is "Message" or "MessageAttribute" or "Stack" or "StackAttribute" or "Token" or "TokenAttribute");

    private static HashSet<string> Kinds(Compilation compilation) => [.. compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Id)];

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : otherwise;
}
