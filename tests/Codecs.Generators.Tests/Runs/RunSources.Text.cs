namespace Codecs.Generators.Tests;

/// <content>Text.</content>
internal static partial class RunSources
{
    private static Dictionary<string, string> Texts => new()
    {
        ["runs of bytes"] = """
            [Message] public readonly ref partial struct M
            {
                [While(nameof(Letters)), Limit(4)] public partial ReadOnlySpan<byte> Name { get; init; }
                [While(nameof(IsBlank)), Terminated("=\r")] public partial ReadOnlySpan<byte> Space { get; init; }
                public partial byte Flag { get; init; }
                [When(nameof(HasMore)), While(nameof(Letters))] public partial ReadOnlySpan<byte> More { get; init; }
                [Terminated(".")] public partial ReadOnlySpan<byte> Last { get; init; }
                private static readonly System.Buffers.SearchValues<byte> Letters = System.Buffers.SearchValues.Create("abc"u8);
                private static bool IsBlank(byte b) => b is 32 or 9;
                private bool HasMore => Flag == 1;
            }
            [Message] public readonly ref partial struct Bounded
            {
                [LengthOf(nameof(Name), nameof(Last))] public partial byte Length { get; }
                [While(nameof(Letters))] public partial ReadOnlySpan<byte> Name { get; init; }
                [While(nameof(Letters)), Terminated(",", Optional = true)] public partial ReadOnlySpan<byte> Last { get; init; }
                private static System.Buffers.SearchValues<byte> Letters { get; } = System.Buffers.SearchValues.Create("abc"u8);
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("616263" + "2009" + "3D0D" + "01" + "63" + "2E", new M { Name = "abc"u8, Space = " \t"u8, Flag = 1, More = "c"u8 }, (scoped in M m) =>
                {
                    Assert.True(m.Name.SequenceEqual("abc"u8)); Assert.Equal(2, m.Space.Length); Assert.Equal(1, m.More.Length); Assert.True(m.Last.IsEmpty);
                });
                Check.BothWays<M>("3D0D" + "00" + "5A5A2E", new M { Last = "ZZ"u8 }, (scoped in M m) => { Assert.True(m.Name.IsEmpty); Assert.Equal(2, m.Last.Length); });
                Check.Fails<M>("6161616161", ParseError.Limit, "Name", 0);
                Check.Fails<M>("6158", ParseError.Syntax, "Space", 1);
                Check.Fails<M>("613D0A", ParseError.Syntax, "Space", 1);
                Check.Reads<Bounded>("02" + "6162", (scoped in Bounded m) => Assert.Equal(2, m.Name.Length));
                Check.Reads<Bounded>("03" + "61622C", (scoped in Bounded m) => Assert.Equal(2, m.Name.Length));
                Check.Fails<Bounded>("02" + "612D", ParseError.Syntax, "Last", 2);
                Check.Fails<Bounded>("03" + "612C61", ParseError.Length, "Length", 0);
                Assert.Throws<InvalidOperationException>(() => new M { Name = "abX"u8 }.ToArray());
                Assert.Throws<InvalidOperationException>(() => new M { Name = "aaaaa"u8 }.ToArray());
                Assert.Throws<InvalidOperationException>(() => new M { Space = "\r"u8 }.ToArray());
                Assert.Throws<InvalidOperationException>(() => new M { More = "a"u8 }.ToArray());
                Assert.Contains("abc", new M { Name = "abc"u8 }.ToString());
            } }
            """,
        ["constant bytes"] = """
            [Message] public readonly ref partial struct M
            {
                [Const("HI ")] public partial ReadOnlySpan<byte> Magic { get; }
                public partial byte Flag { get; init; }
                [When(nameof(HasMark)), Const("\u00FF\u0000")] public partial ReadOnlySpan<byte> Mark { get; }
                [Const(new byte[] { 1, 2 }), Terminated("\r\n")] private partial ReadOnlySpan<byte> Array { get; }
                [Terminated(".")] public partial ReadOnlySpan<byte> Last { get; init; }
                private bool HasMark => Flag == 1;
            }
            [Message] public readonly ref partial struct Tail
            {
                public partial ReadOnlySpan<byte> Open { get; init; }
                [Const("END")] public partial ReadOnlySpan<byte> End { get; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("484920" + "00" + "01020D0A" + "2E", new M(), (scoped in M m) => { Assert.True(m.Magic.SequenceEqual("HI "u8)); Assert.True(m.Mark.IsEmpty); });
                Check.BothWays<M>("484920" + "01" + "FF00" + "01020D0A" + "412E", new M { Flag = 1, Last = "A"u8 }, (scoped in M m) => { Assert.Equal(2, m.Mark.Length); Assert.Equal(255, m.Mark[0]); });
                Check.Fails<M>("4859", ParseError.Value, "Magic", 0);
                Check.Fails<M>("484920" + "01" + "FF01", ParseError.Value, "Mark", 4);
                Check.Fails<M>("484920" + "00" + "01020A", ParseError.Syntax, "Array", 6);
                Check.BothWays<Tail>("4142" + "454E44", new Tail { Open = "AB"u8 }, (scoped in Tail m) => Assert.Equal(2, m.Open.Length), isWhole: true);
                Check.Fails<Tail>("4142" + "454E45", ParseError.Value, "End", 2);
                Assert.Contains("HI ", new M().ToString());
            } }
            """,
    };
}
