using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Tests;

/// <summary>Definitions while they are being typed: attributes that are missing, doubled, or somebody else's. The generator never throws, and says what it does not understand.</summary>
public sealed partial class MutationTests
{
    private const int Rounds = 8;

    // What the compiler has to say by itself, whatever the generator does: names and arguments that do not fit, doubled attributes and members.
    private static readonly string[] ErrorsOfTheUser =
        ["CS0103", "CS0579", "CS0592", "CS0102", "CS0111", "CS0246", "CS1503", "CS7036", "CS1729", "CS0229", "CS9249", "CS0182", "CS0029", "CS0117", "CS0315", "CS0453", "CS8377", "CS0119", "CS1061", "CS0655", "CS0404", "CS0305", "CS0308", "CS0311", "CS0314", "CS1739", "CS0535", "CS0200", "CS0266"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, Rounds)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_is_written_the_generator_answers(int seed)
    {
        var random = new Random(seed * 7919 + 1);
        foreach (var (name, source) in ShapeSources.All)
        {
            string mutated = Mutate(source, random);
            Compilation output;
            try
            {
                output = Compiler.Generate(Compiler.Create(mutated));
            }
            catch (InvalidOperationException exception)
            {
                throw new InvalidOperationException($"{name}, seed {seed}:\n{mutated}\n{exception.Message}", exception);
            }
            var errors = Compiler.Faults(output).Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
            if (errors.Count == 0 || errors.Any(e => ErrorsOfTheUser.Contains(e.Id) && !IsGenerated(e)))
                continue;
            var own = Compiler.Analyze(output);
            Assert.True(own.Any(d => d.Severity == DiagnosticSeverity.Error && d.Id.StartsWith("CDC", StringComparison.Ordinal)), $"{name}, seed {seed}:\n{mutated}\n{Compiler.Describe(errors)}");
        }
    }

    private static bool IsGenerated(Diagnostic diagnostic) => diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true;

    private static string Mutate(string source, Random random)
    {
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            var attributes = Attributes().Matches(source);
            if (attributes.Count == 0)
                return source;
            var one = attributes[random.Next(attributes.Count)];
            var other = attributes[random.Next(attributes.Count)];
            source = random.Next(9) switch
            {
                // Drop it, double it, or put another one in its place.
                0 => source.Remove(one.Index, one.Length),
                1 => source.Insert(one.Index, one.Value + " "),
                2 or 3 => source.Remove(one.Index, one.Length).Insert(one.Index, other.Value),
                4 => source.Insert(one.Index, other.Value + " "),
                // Change a number, a name, the accessors or the type of a property.
                5 => Replace(source, Numbers(), random, m => random.Next(-3, 70).ToString(System.Globalization.CultureInfo.InvariantCulture)),
                6 => Replace(source, Nameofs(), random, m => Nameofs().Matches(source)[random.Next(Nameofs().Count(source))].Value),
                7 => Replace(source, Accessors(), random, m => m.Value == "{ get; }" ? "{ get; init; }" : "{ get; }"),
                _ => Replace(source, TypeNames(), random, m => new[] { "byte", "ushort", "uint?", "bool", "ReadOnlySpan<byte>", "UInt128", "string", "sbyte" }[random.Next(8)]),
            };
        }
        return source;
    }

    private static string Replace(string source, Regex regex, Random random, MatchEvaluator evaluator)
    {
        var matches = regex.Matches(source);
        if (matches.Count == 0)
            return source;
        var match = matches[random.Next(matches.Count)];
        return source.Remove(match.Index, match.Length).Insert(match.Index, evaluator(match));
    }

    [GeneratedRegex(@"\[(?!Message|Stack|global|Codecs)[A-Z][^\[\]]*\](?= *(\[|public|private|internal|partial))")]
    private static partial Regex Attributes();

    [GeneratedRegex(@"(?<=[(=] ?)\d+(?=[,)])")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"nameof\(\w+\)")]
    private static partial Regex Nameofs();

    [GeneratedRegex(@"\{ get; (init; )?\}")]
    private static partial Regex Accessors();

    [GeneratedRegex(@"(?<=partial )(byte|ushort|uint|bool|ReadOnlySpan<byte>)(?= \w+ \{)")]
    private static partial Regex TypeNames();
}
