using Codecs.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Codecs.Generators.Tests;

/// <summary>What the editor offers puts the definition right, and nothing else in the file is touched.</summary>
public sealed class CodeFixTests
{
    // What is wrong, what it becomes, and what is offered.
    private static readonly (string Wrong, string Right, string Title)[] Sources =
    [
        ("[Message] public readonly ref partial struct M\n{\n    public partial byte A { get; }\n}\n",
            "[Message] public readonly ref partial struct M\n{\n    public partial byte A { get; init; }\n}\n",
            "Add 'init': the writer of the message supplies it"),
        ("[Message] public readonly ref partial struct M\n{\n    [LengthOf(nameof(B))] public partial byte A { get; init; }\n    public partial ReadOnlySpan<byte> B { get; init; }\n}\n",
            "[Message] public readonly ref partial struct M\n{\n    [LengthOf(nameof(B))] public partial byte A { get; }\n    public partial ReadOnlySpan<byte> B { get; init; }\n}\n",
            "Remove 'init': it is computed"),
        ("[Message] public readonly ref partial struct M\n{\n    [LengthOf(\"Valu\")] public partial byte A { get; }\n    public partial ReadOnlySpan<byte> Value { get; init; }\n}\n",
            "[Message] public readonly ref partial struct M\n{\n    [LengthOf(nameof(Value))] public partial byte A { get; }\n    public partial ReadOnlySpan<byte> Value { get; init; }\n}\n",
            "Name the field 'Value'"),
        ("/// <summary>A.</summary>\n[Message] public partial struct M // why\n{\n    public partial byte A { get; init; }\n}\n",
            "/// <summary>A.</summary>\n[Message] public readonly partial struct M // why\n{\n    public partial byte A { get; init; }\n}\n",
            "Make it a readonly struct"),
        ("/// <summary>A.</summary>\n[Message]\npublic readonly struct M\n{\n    /// <summary>One.</summary>\n    public byte A => 0;\n}\n",
            "/// <summary>A.</summary>\n[Message]\npublic readonly partial struct M\n{\n    /// <summary>One.</summary>\n    public byte A => 0;\n}\n",
            "Make it a partial struct"),
        ("[Message] public readonly partial struct M\n{\n    public partial ReadOnlySpan<byte> A { get; init; }\n}\n",
            "[Message] public readonly ref partial struct M\n{\n    public partial ReadOnlySpan<byte> A { get; init; }\n}\n",
            "Make it a ref struct"),
        ("[Message] public readonly partial record struct M\n{\n    public partial ReadOnlySpan<byte> A { get; init; }\n}\n",
            "[Message] public readonly ref partial struct M\n{\n    public partial ReadOnlySpan<byte> A { get; init; }\n}\n",
            "Make it a ref struct"),
        ("[Message] readonly partial struct Lower\n{\n    public partial byte A { get; init; }\n}\n// A stack.\n[Stack] partial struct M\n{\n    public partial Lower Lower { get; }\n}\n",
            "[Message] readonly partial struct Lower\n{\n    public partial byte A { get; init; }\n}\n// A stack.\n[Stack] readonly ref partial struct M\n{\n    public partial Lower Lower { get; }\n}\n",
            "Make it a readonly ref struct"),
        ("[Message] public readonly partial record struct M\n{\n    [Bits(4)] public partial byte A { get; init; }\n    [Bits(3)] public partial byte B { get; init; }\n    public partial byte C { get; init; }\n}\n",
            "[Message] public readonly partial record struct M\n{\n    [Bits(4)] public partial byte A { get; init; }\n    [Bits(4)] public partial byte B { get; init; }\n    public partial byte C { get; init; }\n}\n",
            "Make it 4 bits wide"),
        ("[Message] public readonly partial record struct M\n{\n    public partial byte C { get; init; }\n    [Bits(12)] public partial ushort A { get; init; }\n}\n",
            "[Message] public readonly partial record struct M\n{\n    public partial byte C { get; init; }\n    [Bits(16)] public partial ushort A { get; init; }\n}\n",
            "Make it 16 bits wide"),
        ("[Message] public readonly partial record struct M\n{\n    public partial byte C { get; init; }\n\n    // Says how.\n    public byte A { get; init; }\n}\n",
            "[Message] public readonly partial record struct M\n{\n    public partial byte C { get; init; }\n\n    // Says how.\n    public partial byte A { get; init; }\n}\n",
            "Make it partial: a field on the wire"),
        ("[Message] public readonly ref partial struct M\n{\n    [Bits(9)] public partial byte A { get; init; }\n    [Bits(7)] public partial byte C { get; init; }\n    public partial ReadOnlySpan<byte> B { get; init; }\n}\n",
            "[Message] public readonly ref partial struct M\n{\n    [Bits(9)] public partial ushort A { get; init; }\n    [Bits(7)] public partial byte C { get; init; }\n    public partial ReadOnlySpan<byte> B { get; init; }\n}\n",
            "Make it a ushort"),
        ("[Message] public readonly ref partial struct M\n{\n    // A name.\n    [Prefixed<byte>] public partial string A { get; init; }\n    public partial ReadOnlySpan<byte> B { get; init; }\n}\n",
            "[Message] public readonly ref partial struct M\n{\n    // A name.\n    [Prefixed<byte>] public partial ReadOnlySpan<byte> A { get; init; }\n    public partial ReadOnlySpan<byte> B { get; init; }\n}\n",
            "Make it a ReadOnlySpan<byte>"),
        ("[Message] public readonly ref partial struct M\n{\n    [PresenceOf(nameof(A))] public partial bool HasA { get; }\n    public partial uint A { get; init; }\n}\n",
            "[Message] public readonly ref partial struct M\n{\n    [PresenceOf(nameof(A))] public partial bool HasA { get; }\n    public partial uint? A { get; init; }\n}\n",
            "Let 'A' be absent: uint?"),
        ("[Message] public readonly ref partial struct M\n{\n    [PresenceOf(nameof(B))] public partial bool HasB { get; }\n    [Prefixed<byte>] public partial ReadOnlySpan<byte> B { get; init; }\n}\n",
            "[Message] public readonly ref partial struct M\n{\n    [PresenceOf(nameof(B))] public partial bool HasB { get; }\n    [Prefixed<byte>] public partial Optional<ReadOnlySpan<byte>> B { get; init; }\n}\n",
            "Let 'B' be absent: Optional<ReadOnlySpan<byte>>"),
        ("[Message] public readonly ref partial struct M\n{\n    [CountOf(nameof(B))] public partial byte A { get; }\n    public partial ReadOnlySpan<byte> B { get; init; }\n}\n",
            "[Message] public readonly ref partial struct M\n{\n    [LengthOf(nameof(B))] public partial byte A { get; }\n    public partial ReadOnlySpan<byte> B { get; init; }\n}\n",
            "Make it the length of 'B'"),
        ("[Message] public readonly ref partial struct M\n{\n    public partial byte A { get; init; }\n    [When(\"IsLon\")] public partial byte C { get; init; }\n    public partial ReadOnlySpan<byte> B { get; init; }\n    private bool IsLong => A > 3;\n}\n",
            "[Message] public readonly ref partial struct M\n{\n    public partial byte A { get; init; }\n    [When(nameof(IsLong))] public partial byte C { get; init; }\n    public partial ReadOnlySpan<byte> B { get; init; }\n    private bool IsLong => A > 3;\n}\n",
            "Name the member 'IsLong'"),
        ("[Message] public readonly ref partial struct M\n{\n    [Parameter] public partial int A { get; }\n    public partial ReadOnlySpan<byte> B { get; init; }\n}\n",
            "[Message] public readonly ref partial struct M\n{\n    [Parameter] public partial int A { get; init; }\n    public partial ReadOnlySpan<byte> B { get; init; }\n}\n",
            "Add 'init': the writer of the message supplies it"),
        ("[Message] public readonly ref partial struct M\n{\n    [Const(0xFF03)] public partial ushort? A { get; }\n    public partial ReadOnlySpan<byte> B { get; init; }\n}\n",
            "[Message] public readonly ref partial struct M\n{\n    [Const(0xFF03)] public partial ushort? A { get; init; }\n    public partial ReadOnlySpan<byte> B { get; init; }\n}\n",
            "Add 'init': the writer of the message supplies it"),
        ("public enum Kind : byte { One }\n[Message] public readonly ref partial struct M\n{\n    // Says what.\n    [TagOf(nameof(B))] public required partial Kind A { get; init; }\n    public partial ReadOnlySpan<byte> B { get; init; }\n}\n",
            "public enum Kind : byte { One }\n[Message] public readonly ref partial struct M\n{\n    // Says what.\n    [TagOf(nameof(B))] public partial Kind A { get; init; }\n    public partial ReadOnlySpan<byte> B { get; init; }\n}\n",
            "Remove 'required': what the message carries sets it"),
        ("// Formats.\npublic static class Formats\n{\n    [Message] public readonly partial struct M { public partial byte A { get; init; } }\n}\n",
            "// Formats.\npublic static partial class Formats\n{\n    [Message] public readonly partial struct M { public partial byte A { get; init; } }\n}\n",
            "Make 'Formats' partial"),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Sources.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Puts_it_right(int number)
    {
        var (wrong, right, title) = Sources[number];
        var actions = await Offer(DiagnosticSources.Usings.Replace("using Known;\n", "") + wrong);
        var (action, document) = Assert.Single(actions);
        Assert.Equal(title, action.Title);
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var solution = Assert.IsType<ApplyChangesOperation>(Assert.Single(operations)).ChangedSolution;
        string text = (await solution.GetDocument(document.Id)!.GetTextAsync()).ToString();
        Assert.Equal(DiagnosticSources.Usings.Replace("using Known;\n", "") + right, text);
    }

    /// <summary>No field has a name like that.</summary>
    [Fact]
    public async Task Offers_nothing_where_it_cannot_know() => Assert.Empty(await Offer(DiagnosticSources.Usings.Replace("using Known;\n", "")
        + "[Message] public readonly ref partial struct M\n{\n    [LengthOf(\"Quite\")] public partial byte A { get; }\n    public partial ReadOnlySpan<byte> Value { get; init; }\n}\n"));

    [Fact]
    public void Every_fixable_diagnostic_is_one_of_the_analyzer() =>
        Assert.All(new DefinitionCodeFixProvider().FixableDiagnosticIds, id => Assert.Contains(Diagnostics.Descriptors.All, d => d.Id == id));

    private static async Task<List<(CodeAction Action, Document Document)>> Offer(string source)
    {
        using var workspace = new AdhocWorkspace();
        var document = workspace.AddProject("Definitions", LanguageNames.CSharp).WithParseOptions(Compiler.ParseOptions).AddDocument("Source.cs", source);
        var diagnostics = Compiler.Analyze(Compiler.Generate(Compiler.Create(source)));
        Assert.NotEmpty(diagnostics);
        var actions = new List<(CodeAction, Document)>();
        var provider = new DefinitionCodeFixProvider();
        foreach (var diagnostic in diagnostics.Where(d => provider.FixableDiagnosticIds.Contains(d.Id)))
        {
            // The same place, in the document.
            var tree = await document.GetSyntaxTreeAsync();
            var moved = Diagnostic.Create(diagnostic.Descriptor, Location.Create(tree!, diagnostic.Location.SourceSpan), diagnostic.Properties);
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, moved, (action, _) => actions.Add((action, document)), CancellationToken.None));
        }
        return actions;
    }
}
