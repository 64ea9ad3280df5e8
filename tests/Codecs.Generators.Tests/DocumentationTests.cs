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

    /// <summary>The first page: the definition is one that ships, what is read is what is written, and in place the checksums follow.</summary>
    [Fact]
    public void The_first_page_does_what_it_says()
    {
        var blocks = Blocks("README.md").Select(b => b.Code).ToList();
        var tcp = File.ReadLines(Path.Combine(Repository.Root, "definitions", "Codecs.Protocols", "Transport", "Tcp", "Tcp.cs")).Select(l => l.Trim()).ToHashSet();
        Assert.All(blocks.First(b => b.Contains("partial struct Tcp")).Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Contains(line.Trim(), tcp));

        string read = blocks.First(b => b.Contains("Ethernet.TryParse")), write = blocks.First(b => b.Contains("var syn = ")), serve = blocks.First(b => b.Contains("AsMessageReader<ModbusTcpRequest>"));
        int copied = write.IndexOf("var hop", StringComparison.Ordinal);
        string program = $$"""
            public static class Program
            {
                public static readonly System.IO.StringWriter Output = new();

                public static System.Threading.Tasks.Task Main()
                {
                    var (router, me) = (new MacAddress(0x020000000001), new MacAddress(0x020000000002));
                    var (client, server, publicAddress) = (new IPv4Address(0xC0000201), new IPv4Address(0xC6336407), new IPv4Address(0xCB007109));
                    System.Span<byte> buffer = new byte[1500];
                    {{write[..copied]}}
                    Read(buffer[..written]);
                    byte[] packet = buffer[14..written].ToArray();
                    IPv4.TryParse(packet, out var ip);
                    {{write[copied..]}}
                    IPv4.TryParse(buffer[..written], out var relayed);
                    Output.WriteLine($"{relayed.TimeToLive} {relayed.HeaderChecksumIsValid}");
                    IPv4.TryParse(packet, out var edited);
                    Output.WriteLine($"{edited.Source} {edited.HeaderChecksumIsValid} {edited.TryGet(out Tcp segment) && segment.ChecksumIsValid(edited.PseudoHeader)}");
                    return System.Threading.Tasks.Task.CompletedTask;
                }

                private static void Read(System.ReadOnlySpan<byte> frame)
                {
                    {{string.Join('\n', read.Split('\n').Where(l => !l.StartsWith("using ", StringComparison.Ordinal))).Replace("Console.", "Output.")}}
                }

                public static async System.Threading.Tasks.Task Serve(IDuplexPipe pipe, System.Threading.CancellationToken cancellationToken)
                {
                    {{serve}}
                }

                private static ModbusTcpRequest Answer(ModbusTcpRequest request) => request;
            }
            """;
        Assert.Equal(["192.0.2.1:49152 > 198.51.100.7:80 Syn", "1460", "63 True", "203.0.113.9 True True"], Run(Usings + program));
    }

    /// <summary>The protocol of definitions/README.md, with the test that is shown there.</summary>
    [Fact]
    public void The_protocol_in_five_steps_works()
    {
        var blocks = Blocks(Path.Combine("definitions", "README.md")).Select(b => b.Code).ToList();
        string test = blocks.Single(b => b.Contains("[Fact]"));
        string body = test[(test.IndexOf("byte[] bytes", StringComparison.Ordinal))..test.LastIndexOf("    }", StringComparison.Ordinal)];
        const string Checks = """
            public static class Assert
            {
                public static void True(bool condition) => Program.Output.WriteLine(condition);
                public static void Equal(int expected, int actual) => Program.Output.WriteLine(expected == actual);
                public static void Equal(byte[] expected, byte[] actual) => Program.Output.WriteLine(System.MemoryExtensions.SequenceEqual<byte>(expected, actual));
            }
            """;
        string definitions = string.Join('\n', blocks.Where(b => b.Contains("IEEE 802.1AB"))).Replace("namespace Codecs.Protocols;", "");
        Assert.Equal(["True", "True", "True", "True"], Run($$"""
            {{Usings}}
            using System;
            {{definitions}}
            public static class Program
            {
                public static readonly System.IO.StringWriter Output = new();
                public static System.Threading.Tasks.Task Main()
                {
                    {{body}}
                    return System.Threading.Tasks.Task.CompletedTask;
                }
            }
            {{Checks}}
            """));
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
