using System.Globalization;
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
    public void Messages_that_have_each_other_are_both_wrong()
    {
        const string Source = """
            [Message] public readonly partial record struct M { public partial byte A { get; init; } public partial N Other { get; init; } }
            [Message] public readonly partial record struct N { public partial M Back { get; init; } }
            [Message] public readonly partial record struct O { public partial P Once { get; init; } public partial P Again { get; init; } }
            [Message] public readonly partial record struct P { public partial byte A { get; init; } }
            """;
        var output = Compiler.Generate(Compiler.Create(DiagnosticSources.Usings + Source, Known.Value));
        Assert.Equal(["CDC011 N Other", "CDC011 M Back"], Compiler.Analyze(output).OrderBy(d => d.Location.SourceSpan.Start).Select(d => $"{d.Id} {Line(d)}"));
        Assert.Empty(Compiler.Faults(output).Where(d => d.Severity == DiagnosticSeverity.Error));

        static string Line(Diagnostic diagnostic)
        {
            string text = diagnostic.Location.SourceTree!.ToString();
            int at = diagnostic.Location.SourceSpan.Start;
            return text[(text.LastIndexOf("partial ", at, StringComparison.Ordinal) + "partial ".Length)..diagnostic.Location.SourceSpan.End];
        }
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

    /// <summary>Who takes the type that C# has for something is told what it is on the wire.</summary>
    [Theory]
    [InlineData("public partial List<Item> A { get; init; }", "a list of messages is a MessageList<Item>")]
    [InlineData("public partial ScalarList<Item> A { get; init; }", "a list of messages is a MessageList<Item>")]
    [InlineData("public partial ushort[] A { get; init; }", "a list of numbers is a ScalarList<UInt16>")]
    [InlineData("public partial byte[] A { get; init; }", "bytes are a ReadOnlySpan<byte>")]
    [InlineData("public partial string A { get; init; }", "text is a ReadOnlySpan<byte>")]
    [InlineData("[LengthOf(nameof(B))] public partial Own A { get; }\npublic partial ReadOnlySpan<byte> B { get; init; }", "is no IScalar<Own, uint>, so nothing says what number it is")]
    [InlineData("[Prefixed<Own>] public partial ReadOnlySpan<byte> A { get; init; }", "is no IScalar<Own, uint>, so nothing says what number it is")]
    public void The_message_says_what_to_use_instead(string field, string expected)
    {
        const string own = """
            public readonly struct Own : ICodec<Own>
            {
                public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out Own value) { value = default; return ParseResult.Done(0); }
                public int GetMaxSize() => 0;
                public int Write(Span<byte> message, int offset, scoped WriteContext context) => 0;
            }

            """;
        var output = Compiler.Generate(Compiler.Create(DiagnosticSources.Usings + own + "[Message] public readonly ref partial struct M { " + field + " }", Known.Value));
        Assert.Contains(Compiler.Analyze(output), d => d.GetMessage(CultureInfo.InvariantCulture).Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("https://example.com/codecs.git", "https://example.com/codecs/blob/main/generators/DIAGNOSTICS.md#cdc001-nothing")]
    [InlineData("https://example.com/codecs", "https://example.com/codecs/blob/main/generators/DIAGNOSTICS.md#cdc001-nothing")]
    public void The_help_link_is_one_only_if_the_repository_has_an_address(string? repository, string? expected) => Assert.Equal(expected, Documentation.Of(repository, "CDC001", "Nothing"));

    private static IEnumerable<string> Rules(string file) => File.ReadLines(file).Where(l => l.StartsWith("CDC", StringComparison.Ordinal));
}
