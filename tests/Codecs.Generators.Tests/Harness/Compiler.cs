using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Codecs.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Codecs.Generators.Tests;

/// <summary>Compiles sources as a project would that references the runtime: nullable on, documentation checked, every warning counted.</summary>
internal static class Compiler
{
    // Undocumented definitions and unused usings are the tests' own affair.
    private static readonly string[] OwnAffairs = ["CS1591", "CS8019", "CS0169", "CS1701", "CS1702"];

    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        """;

    private static readonly ImmutableArray<MetadataReference> References = FrameworkReferences();

    private static readonly ConcurrentDictionary<string, CSharpCompilation> Bases = [];

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Sources",
        [Parse(GlobalUsings, "GlobalUsings.cs")],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999, concurrentBuild: false));

    public static readonly MetadataReference Protocols = MetadataReference.CreateFromFile(typeof(Codecs.Protocols.IPv4).Assembly.Location);

    public static readonly MetadataReference Asserts = MetadataReference.CreateFromFile(typeof(Assert).Assembly.Location);

    public static readonly MetadataReference Core = MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location);

    public static readonly MetadataReference Tests = MetadataReference.CreateFromFile(typeof(Compiler).Assembly.Location);

    public static CSharpCompilation Create(string source, params MetadataReference[] more) => Create([("Source.cs", source)], "Sources", more);

    public static CSharpCompilation Create(IEnumerable<(string Path, string Text)> sources, string assembly = "Sources", params MetadataReference[] more)
    {
        // What grows from one empty compilation shares the symbols of the references, which take the most time.
        var empty = Bases.GetOrAdd(assembly + "|" + string.Join("|", more.Select(m => RuntimeHelpers.GetHashCode(m))), _ => Empty.WithAssemblyName(assembly).AddReferences(more));
        return empty.AddSyntaxTrees(sources.Select(s => Parse(s.Text, s.Path)));
    }

    public static SyntaxTree Parse(string text, string path = "Source.cs") => CSharpSyntaxTree.ParseText(text, ParseOptions, path, System.Text.Encoding.UTF8);

    public static GeneratorDriver CreateDriver(bool track = true) => CSharpGeneratorDriver.Create(
        [new CodecGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: track));

    /// <summary>Runs the generator. An exception in it is one warning and no output in a real build, so here it is a failure.</summary>
    public static GeneratorDriver Run(Compilation compilation, out Compilation output) => Run(CreateDriver(), compilation, out output);

    /// <inheritdoc cref="Run(Compilation, out Compilation)"/>
    public static GeneratorDriver Run(GeneratorDriver driver, Compilation compilation, out Compilation output)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out output, out _);
        foreach (var result in driver.GetRunResult().Results)
        {
            if (result.Exception is { } exception)
                throw new InvalidOperationException("The generator threw: " + exception, exception);
        }
        return driver;
    }

    public static Compilation Generate(Compilation compilation)
    {
        Run(compilation, out var output);
        return output;
    }

    /// <summary>What the compiler says of the whole, warnings included.</summary>
    public static ImmutableArray<Diagnostic> Faults(Compilation output) => Faults(output.GetDiagnostics());

    private static ImmutableArray<Diagnostic> Faults(ImmutableArray<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning && (!OwnAffairs.Contains(d.Id) || (d.Id == "CS1591" && IsGenerated(d))))];

    public static ImmutableArray<Diagnostic> Analyze(Compilation output) =>
        output.WithAnalyzers([new DefinitionAnalyzer()]).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Generates, expects no diagnostics of any kind, and compiles to an image.</summary>
    public static byte[] Emit(Compilation compilation, out Compilation output)
    {
        output = Generate(compilation);
        using MemoryStream image = new(), documentation = new();
        var emitted = output.Emit(image, xmlDocumentationStream: documentation);
        var faults = Faults(emitted.Diagnostics);
        Assert.True(faults.IsEmpty, Describe(faults));
        Assert.True(emitted.Success, Describe(emitted.Diagnostics));
        var own = Analyze(output);
        Assert.True(own.IsEmpty, Describe(own));
        return image.ToArray();
    }

    public static string Describe(IEnumerable<Diagnostic> diagnostics) => string.Join("\n", diagnostics.Select(d =>
    {
        string text = d.Location.SourceTree?.GetText().Lines[d.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? "";
        return $"{Path.GetFileName(d.Location.SourceTree?.FilePath)} {d.Id}: {d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}\n    {text}";
    }));

    private static bool IsGenerated(Diagnostic diagnostic) => diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true;

    /// <summary>The framework's assemblies and the runtime, but not what else the tests happen to load.</summary>
    private static ImmutableArray<MetadataReference> FrameworkReferences()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var paths = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(p => Path.GetDirectoryName(p) == framework);
        return [.. paths.Append(typeof(MessageAttribute).Assembly.Location).Select(p => (MetadataReference)MetadataReference.CreateFromFile(p))];
    }
}
