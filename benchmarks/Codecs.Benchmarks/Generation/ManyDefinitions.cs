using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Codecs.Benchmarks.Generation;

/// <summary>A project of many definitions, and one file that has nothing to do with them.</summary>
internal sealed class ManyDefinitions
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    private const string Usings = "global using System;\nglobal using Codecs;\n";

    private readonly SyntaxTree _unrelated = Parse(Unrelated(0));
    private readonly SyntaxTree[] _definitions;

    public ManyDefinitions(int count)
    {
        _definitions = [.. Enumerable.Range(0, count).Select(i => Parse(Definition(i, 0)))];
        Compilation = CSharpCompilation.Create("Many", [Parse(Usings), _unrelated, .. _definitions], References(), new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    public CSharpCompilation Compilation { get; }

    /// <summary>Somebody types in a file without a definition.</summary>
    public CSharpCompilation EditElsewhere(int edit) => Compilation.ReplaceSyntaxTree(_unrelated, Parse(Unrelated(edit)));

    /// <summary>Somebody adds a field to a definition.</summary>
    public CSharpCompilation EditOne(int edit) => Compilation.ReplaceSyntaxTree(_definitions[0], Parse(Definition(0, edit)));

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, ParseOptions);

    private static string Unrelated(int edit) => $"namespace Many; public static class Elsewhere {{ public static int Edit => {edit}; }}";

    // A message as they are: bit fields, a length, a tag, a checksum, a list, a payload, and an element.
    private static string Definition(int number, int edit) => $$"""
        namespace Many;

        [Message("Number {{number}}")]
        public readonly ref partial struct Message{{number}}
        {
            [Bits(4)] public partial byte Version { get; init; }
            [Bits(4), LengthOf(nameof(Version), nameof(Options), Unit = 4)] public partial byte HeaderLength { get; }
            [TagOf(nameof(Payload))] public partial Kind{{number}} Kind { get; init; }
            [ChecksumOf<InternetChecksum>(nameof(Version), nameof(Options))] public partial ushort Checksum { get; }
            public partial uint Number { get; init; }
            {{(edit == 0 ? "" : $"public partial uint Edit{edit} {{ get; init; }}")}}
            public partial MessageList<Option{{number}}> Options { get; init; }
            public partial ReadOnlySpan<byte> Payload { get; init; }
        }

        public enum Kind{{number}} : byte { None, One }

        [Message, Tag(Kind{{number}}.One)]
        public readonly ref partial struct Option{{number}}
        {
            public partial byte Type { get; init; }
            [LengthOf(nameof(Type), nameof(Value))] public partial byte Length { get; }
            public partial ReadOnlySpan<byte> Value { get; init; }
        }
        """;

    // As a project has them: the whole framework, and the runtime.
    private static IEnumerable<MetadataReference> References()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework).Append(typeof(MessageAttribute).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));
    }
}
