using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Tests;

/// <summary>What the documents show compiles, and prints what they say; what they quote from a definition stands there.</summary>
public sealed partial class DocumentationTests
{
    private const string Usings = """
        using System.Buffers;
        using System.IO.Pipelines;
        using Codecs;
        using Codecs.Pipelines;
        using Codecs.Protocols;

        """;

    [Fact]
    public void Reading_and_writing_prints_what_it_says()
    {
        // The examples go on with what those before them made.
        var blocks = Blocks(Path.Combine("src", "READING-AND-WRITING.md")).ToList();
        Assert.True(blocks.Count > 6);
        string[] expected = [.. blocks.SelectMany(b => b.Code.Split('\n')).Select(l => l.Trim()).Where(l => l.StartsWith("// ", StringComparison.Ordinal)).Select(l => l[3..])];
        Assert.Equal(expected, Run(Usings + "public static class Program { public static readonly System.IO.StringWriter Output = new(); public static async System.Threading.Tasks.Task Main() {\n" + string.Join('\n', blocks.Select(b => b.Code)).Replace("Console.", "Output.") + "\nawait System.Threading.Tasks.Task.CompletedTask; } }"));
    }

    /// <summary>Every quotation says where it is from, and is there, line for line; every example of its own compiles.</summary>
    [Fact]
    public void The_language_quotes_definitions()
    {
        var blocks = Blocks(Path.Combine("definitions", "LANGUAGE.md")).ToList();
        Assert.True(blocks.Count > 20);
        foreach (var (source, code) in blocks)
        {
            if (source is null)
            {
                Compiler.Emit(Compiler.Create(Usings + "namespace Example;\n" + code, Compiler.Protocols), out _);
                continue;
            }
            var lines = File.ReadLines(Path.Combine(Repository.Root, "definitions", source)).Select(l => l.Trim()).ToHashSet();
            Assert.All(code.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.True(lines.Contains(line.Trim()), $"{source} has no line '{line.Trim()}'."));
        }
    }

    [Fact]
    public void The_language_has_every_word()
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "definitions", "LANGUAGE.md"));
        var words = typeof(MessageAttribute).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(Attribute)) && t.Namespace == "Codecs").Select(t => t.Name.Split('`')[0].Replace("Attribute", "")).Distinct();
        // Under a heading with its name, in a line of a definition.
        var sections = Section().Matches(text.ReplaceLineEndings("\n")).Select(section => (Heading: section.Groups[1].Value, Lines: Block().Matches(section.Groups[2].Value).Where(block => block.Groups[1].Success).Select(block => block.Groups[2].Value))).ToList();
        Assert.All(words, word => Assert.Contains(sections, section => Regex.IsMatch(section.Heading, $@"\b{word}\b") && section.Lines.Any(line => Regex.IsMatch(line, $@"[\[ ]{word}\b[\](<,]"))));
    }

    private static IEnumerable<(string? Source, string Code)> Blocks(string file) =>
        Block().Matches(File.ReadAllText(Path.Combine(Repository.Root, file)).ReplaceLineEndings("\n")).Select(m => (m.Groups[1].Success ? m.Groups[1].Value : null, m.Groups[2].Value));

    private static string[] Run(string source)
    {
        var program = Assembly.Load(Compiler.Emit(Compiler.Create(source, Compiler.Protocols), out _)).GetType("Program")!;
        ((Task)program.GetMethod("Main")!.Invoke(null, null)!).GetAwaiter().GetResult();
        return ((StringWriter)program.GetField("Output")!.GetValue(null)!).ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    // A heading, and what is below it.
    [GeneratedRegex(@"^### ([^\n]+)\n(.*?)(?=^##|\z)", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Section();

    // A block of C#, and the file that the line before it says it is from.
    [GeneratedRegex(@"(?:\[[^\]\n]+\]\((Codecs\.Protocols/[^)\n]+|\.\./src/[^)\n]+)\):\n\n)?```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
