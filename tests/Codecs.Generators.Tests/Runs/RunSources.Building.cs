namespace Codecs.Generators.Tests;

// Messages that are built from a source of fields.
internal static partial class RunSources
{
    private static Dictionary<string, string> Building => new()
    {
        ["built from fields"] = """
            public enum Kind : byte { None, Point, Unknown = 9 }
            [Message] public readonly ref partial struct Whole : IBuildable<Whole>
            {
                [Const(7)] public partial byte Version { get; }
                [Bits(4)] public partial byte Number { get; init; }
                [Bits(1)] public partial bool Flag { get; init; }
                [Bits(1), PresenceOf(nameof(Extra))] public partial bool HasExtra { get; }
                [Bits(2), Reserved] private partial byte Unused { get; }
                public partial ushort? Extra { get; init; }
                [When(nameof(Flag))] public partial uint? Flagged { get; init; }
                public partial Point Place { get; init; }
                [CountOf(nameof(Points))] public partial byte Count { get; }
                public partial MessageList<Point> Points { get; init; }
                [CountOf(nameof(Numbers))] public partial byte NumberCount { get; }
                public partial ScalarList<ushort> Numbers { get; init; }
                [Prefixed<byte>] public partial ReadOnlySpan<byte> Raw { get; init; }
                [Terminated("\n")] public partial ReadOnlySpan<byte> Line { get; init; }
                [TagOf(nameof(Data))] public partial Kind Kind { get; init; }
                [LengthOf(nameof(Data))] public partial byte Length { get; }
                [Case<Point>] public partial ReadOnlySpan<byte> Data { get; init; }
                public partial Optional<ReadOnlySpan<byte>> Rest { get; init; }
            }
            [Message, Tag(Kind.Point)] public readonly partial record struct Point : IBuildable<Point>
            {
                public partial byte X { get; init; }
                public required partial byte Y { get; init; }
            }
            public static class Test
            {
                public static void Run()
                {
                    Builds("5 True 300 70000 1 2 3 4 5 6 ; 10 11 ; C0FF hi Point 8 9 EE", "07" + "5C" + "012C" + "00011170" + "0102" + "02" + "03040506" + "02" + "000A000B" + "02C0FF" + "68690A" + "01" + "02" + "0809" + "EE",
                        "Scalar Number, Flag Flag, Scalar Extra, Scalar Flagged, Message Place, Scalar X, Scalar Y, Messages Points, Scalar X, Scalar Y, Scalar X, Scalar Y, Scalars Numbers, Bytes Raw, Text Line, Enum Kind, Payload Data, Scalar X, Scalar Y, Bytes Rest");
                    Builds("5 False - 1 2 ; ;  - Unknown 0B -", "07" + "50" + "0102" + "00" + "00" + "00" + "2D0A" + "09" + "01" + "0B", null);
                    var short_ = new WordSource("5 True 300 70000 1");
                    Assert.False(Build(ref short_, out Whole nothing));
                    Assert.Equal(0, nothing.Number);
                }
                private static void Builds(string words, string hex, string? asked)
                {
                    var source = new WordSource(words);
                    Assert.True(Build(ref source, out Whole message));
                    Check.Writes(hex, message);
                    if (asked is not null)
                        Assert.Equal(asked, string.Join(", ", source.Asked));
                }
                private static bool Build<T>(scoped ref WordSource source, out T message) where T : IBuildable<T>, allows ref struct => T.Build(ref source, out message);
            }
            """,
    };
}
