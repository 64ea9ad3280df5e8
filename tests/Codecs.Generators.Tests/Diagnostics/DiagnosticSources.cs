namespace Codecs.Generators.Tests;

/// <summary>A definition that is wrong in one way, the place of the fault between <c>[|</c> and <c>|]</c>, and a similar one that is right.</summary>
internal sealed record Fault(string Id, string Name, string Wrong, string Right)
{
    /// <summary>Does the compiler object as well, whatever is generated?</summary>
    public bool IsErrorOfTheCompilerToo { get; init; }
}

internal static partial class DiagnosticSources
{
    public static IReadOnlyList<Fault> All { get; } = [.. Fields, .. Lengths, .. Members, .. Types];

    /// <summary>What stands before each source.</summary>
    public const string Usings = "using Codecs;\nusing Known;\nnamespace N;\n";

    /// <summary>Definitions that the sources use, compiled once.</summary>
    public const string Prelude = """
        using Codecs;
        namespace Known;
        public enum E : byte { None, A, B }
        public enum F : ushort { None, A }
        [Message, Tag(E.A)] public readonly partial record struct Item { public partial byte X { get; init; } public bool IsEnd => X == 0; public int Number => X; }
        [Message, Tag(E.A)] public readonly partial record struct Same { public partial byte X { get; init; } }
        [Message, Tag(E.B, (E)3)] public readonly partial record struct Other { public partial byte X { get; init; } }
        [Message] public readonly partial record struct Sized { [Parameter] public partial int Size { get; init; } public partial byte X { get; init; } }
        [Message] public readonly ref partial struct Lower { [TagOf(nameof(P))] public partial E Kind { get; init; } public partial ReadOnlySpan<byte> P { get; init; } }

        """;

    /// <summary>A message with these members.</summary>
    private static string M(string members) => $"[Message] public readonly ref partial struct M\n{{\n    {members.Replace("\n", "\n    ")}\n}}\n";
}
