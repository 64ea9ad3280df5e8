using Codecs.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Tests;

/// <summary>Every diagnostic is reported, at the argument or property at fault, and nothing else is; what is nearly as wrong but right is not.</summary>
public sealed class DiagnosticTests
{
    private static readonly Lazy<MetadataReference> Known = new(() => MetadataReference.CreateFromImage(Compiler.Emit(Compiler.Create([("Known.cs", DiagnosticSources.Prelude)], "Known"), out _)));

    public static TheoryData<string> Faults => [.. DiagnosticSources.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Faults))]
    public void Reports_what_is_wrong_and_where(string name)
    {
        var fault = DiagnosticSources.All.Single(c => c.Name == name);
        string source = DiagnosticSources.Usings + fault.Wrong;
        int start = source.IndexOf("[|", StringComparison.Ordinal), end = source.IndexOf("|]", StringComparison.Ordinal) - 2;
        Assert.True(start >= 0 && end > start, "No place is marked.");
        source = source.Remove(start, 2).Remove(end, 2);
        var output = Compiler.Generate(Compiler.Create(source, Known.Value));
        var found = Compiler.Analyze(output);
        Assert.True(found is [var one] && one.Id == fault.Id, Compiler.Describe(found));
        var span = found[0].Location.SourceSpan;
        Assert.Equal(source[start..end], source.Substring(span.Start, span.Length));
        Assert.Equal(start, span.Start);
        Assert.DoesNotContain("{", found[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        if (!fault.IsErrorOfTheCompilerToo)
        {
            // The stub takes care that ours is the only error.
            var others = Compiler.Faults(output).Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
            Assert.True(others.Count == 0, Compiler.Describe(others));
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Says_nothing_of_what_is_right(string name)
    {
        var fault = DiagnosticSources.All.Single(c => c.Name == name);
        Compiler.Emit(Compiler.Create(DiagnosticSources.Usings + fault.Right, Known.Value), out _);
    }

    [Fact]
    public void Every_descriptor_is_reported_by_some_source()
    {
        // No source is known that makes the generator itself fail.
        var ids = DiagnosticSources.All.Select(c => c.Id).Append(Descriptors.Internal.Id).ToHashSet();
        Assert.All(Descriptors.All, d => Assert.Contains(d.Id, ids));
        Assert.Equal(Descriptors.All.Length, Descriptors.All.Select(d => d.Id).Distinct().Count());
        Assert.Equal(ids.Count, Descriptors.All.Length);
    }

    [Fact]
    public void The_list_of_releases_and_the_documentation_know_every_descriptor()
    {
        string generators = Path.Combine(Repository.Root, "generators");
        var released = Rules(Path.Combine(generators, "Codecs.Generators", "AnalyzerReleases.Unshipped.md"))
            .Concat(Rules(Path.Combine(generators, "Codecs.Generators", "AnalyzerReleases.Shipped.md"))).ToList();
        string documentation = File.ReadAllText(Path.Combine(generators, "DIAGNOSTICS.md"));
        Assert.All(Descriptors.All, d =>
        {
            Assert.Contains($"{d.Id} | {d.Category} | {d.DefaultSeverity} | {d.Title}", released);
            Assert.Contains($"## {d.Id}: {d.Title}\n", documentation);
        });
        Assert.Equal(Descriptors.All.Length, released.Count);
        Assert.Equal("cdc001-nothing-supplies-the-field", Documentation.Anchor("CDC001", "Nothing supplies the field"));
        Assert.Equal(Descriptors.All.Length, documentation.Split("\n## CDC").Length - 1);
    }

    private static IEnumerable<string> Rules(string file) => File.ReadLines(file).Where(l => l.StartsWith("CDC", StringComparison.Ordinal));
}
