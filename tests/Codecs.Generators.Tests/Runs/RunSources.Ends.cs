namespace Codecs.Generators.Tests;

/// <content>Where lists, runs and padding end.</content>
internal static partial class RunSources
{
    private static Dictionary<string, string> Ends => new()
    {
        ["a list that something may follow"] = """
            [Message] public readonly ref partial struct Item
            {
                [LengthOf(nameof(Value))] public partial byte Length { get; }
                public partial ReadOnlySpan<byte> Value { get; init; }
            }
            [Message] public readonly ref partial struct M
            {
                public partial byte Kind { get; init; }
                [Terminated("\u00FF", Optional = true)] public partial MessageList<Item> Items { get; init; }
                public partial ReadOnlySpan<byte> Rest { get; init; }
            }
            [Message] public readonly ref partial struct Bounded
            {
                [LengthOf(nameof(Items), nameof(Rest))] public partial byte Length { get; }
                [Terminated("\u00FF\u00FE", Optional = true)] public partial MessageList<Item> Items { get; init; }
                public partial ReadOnlySpan<byte> Rest { get; init; }
                public partial byte After { get; init; }
            }
            [Message] public readonly ref partial struct Carrier
            {
                [TagOf(nameof(Body))] public partial K Kind { get; init; }
                [Terminated("\u00FF", Optional = true)] public partial MessageList<Item> Items { get; init; }
                public partial ReadOnlySpan<byte> Body { get; init; }
            }
            public enum K : byte { None, One }
            [Message, Tag(K.One)] public readonly partial record struct One { public partial byte X { get; init; } }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("01" + "01AA" + "00" + "FF" + "FFBB", new M { Kind = 1, Items = new ListBuilder<Item> { new() { Value = [0xAA] }, new() }, Rest = [0xFF, 0xBB] },
                    (scoped in M m) => { Assert.Equal(2, m.Items.Count); Assert.Equal(2, m.Rest.Length); }, isWhole: true);
                Check.BothWays<M>("01" + "01AA", new M { Kind = 1, Items = new ListBuilder<Item> { new() { Value = [0xAA] } } }, (scoped in M m) => { Assert.Equal(1, m.Items.Count); Assert.True(m.Rest.IsEmpty); }, isWhole: true);
                Check.BothWays<M>("01" + "FF" + "07", new M { Kind = 1, Rest = [7] }, (scoped in M m) => { Assert.True(m.Items.IsEmpty); Assert.Equal(1, m.Rest.Length); }, isWhole: true);
                Check.BothWays<M>("01", new M { Kind = 1 }, (scoped in M m) => Assert.True(m.Items.IsEmpty), isWhole: true);
                // It stands where something follows, and only there.
                Check.Fails<M>("01" + "01AA" + "FF", ParseError.Syntax, "Items", 3);
                Check.Fails<M>("01" + "FF", ParseError.Syntax, "Items", 1);
                Assert.Equal(4, M.TryParse([1, 2, 9], out _).BytesNeeded);
                Assert.Throws<InvalidOperationException>(() => new M { Items = new ListBuilder<Item> { new() { Value = new byte[255] } }, Rest = [1] }.ToArray());
                Check.BothWays<Bounded>("05" + "01AA" + "FFFE" + "07" + "09", new Bounded { Items = new ListBuilder<Item> { new() { Value = [0xAA] } }, Rest = [7], After = 9 }, (scoped in Bounded m) => Assert.Equal(1, m.Rest.Length));
                Check.BothWays<Bounded>("02" + "01AA" + "09", new Bounded { Items = new ListBuilder<Item> { new() { Value = [0xAA] } }, After = 9 }, (scoped in Bounded m) => Assert.True(m.Rest.IsEmpty));
                Check.BothWays<Bounded>("00" + "09", new Bounded { After = 9 }, (scoped in Bounded m) => Assert.True(m.Items.IsEmpty));
                Check.Fails<Bounded>("04" + "01AA" + "FFFE" + "09", ParseError.Syntax, "Items", 3);
                Assert.Equal("01" + "0107" + "FF" + "05", Convert.ToHexString((new Carrier { Items = new ListBuilder<Item> { new() { Value = [7] } } } / new One { X = 5 }).ToArray()));
            } }
            """,
        ["padding between elements"] = """
            [Message] public readonly ref partial struct Item
            {
                public partial byte Kind { get; init; }
                [LengthOf(nameof(Kind), nameof(Value))] public partial byte Length { get; }
                public partial ReadOnlySpan<byte> Value { get; init; }
            }
            [Message] public readonly ref partial struct List
            {
                public partial byte Before { get; init; }
                [LengthOf(nameof(Items))] public partial byte Length { get; }
                [Align(4)] public partial MessageList<Item> Items { get; init; }
            }
            [Message] public readonly ref partial struct Whole { [Align(4)] public partial MessageList<Item> Items { get; init; } }
            public static class Test { public static void Run()
            {
                // Counted from the start of the list; nothing behind the last element.
                const string hex = "07" + "0F" + "0103AA00" + "0207BBCCDDEEFF00" + "0303FF";
                Check.BothWays<List>(hex, new List { Before = 7, Items = new ListBuilder<Item> { new() { Kind = 1, Value = [0xAA] }, new() { Kind = 2, Value = [0xBB, 0xCC, 0xDD, 0xEE, 0xFF] }, new() { Kind = 3, Value = [0xFF] } } }, (scoped in List m) =>
                {
                    Assert.Equal(3, m.Items.Count);
                    Assert.Equal(0xFF, m.Items.ElementAt(2).Value[0]);
                    // From one message to another it stays as it is.
                    Assert.Equal("0F", Convert.ToHexString(new List { Items = m.Items }.ToArray(), 1, 1));
                    Assert.Equal("0103AA00", Convert.ToHexString(new Whole { Items = m.Items }.ToArray(), 0, 4));
                });
                // Padding that somebody counts behind the last one is accepted, and kept.
                Check.Reads<List>("07" + "04" + "0103AA00", (scoped in List m) => { Assert.Equal(1, m.Items.Count); Assert.False(m.Items.IsMalformed); Assert.Equal("070401" + "03AA00", Convert.ToHexString(m.ToArray())); });
                Check.BothWays<Whole>("0104AABB" + "0203CC", new Whole { Items = new ListBuilder<Item> { new() { Kind = 1, Value = [0xAA, 0xBB] }, new() { Kind = 2, Value = [0xCC] } } }, (scoped in Whole m) => Assert.Equal(2, m.Items.Count), isWhole: true);
                Check.BothWays<Whole>("", new Whole(), (scoped in Whole m) => Assert.True(m.Items.IsEmpty), isWhole: true);
                Check.Reads<Whole>("0103AA01" + "0202", (scoped in Whole m) => Assert.Equal(2, m.Items.Count), isWhole: true);
                Assert.Equal(ParseError.Value, Whole.TryParse([1, 3, 0xAA, 1, 2, 2], new ParseOptions { IsStrict = true }, out _).Error);
                Assert.True(Whole.TryParse([1, 3, 0xAA, 0, 2, 3], out var broken) && broken.Items.IsMalformed);
            } }
            """,
        ["a list that ends where little is left"] = """
            [Message] public readonly ref partial struct Item
            {
                [LengthOf(nameof(Length), nameof(Value))] public partial byte Length { get; }
                public partial ReadOnlySpan<byte> Value { get; init; }
            }
            [Message] public readonly ref partial struct M
            {
                public partial byte Kind { get; init; }
                [Until(FewerThan = 4)] public partial MessageList<Item> Items { get; init; }
                public partial byte? Key { get; init; }
                public partial ReadOnlySpan<byte> Digest { get; init; }
            }
            [Message] public readonly ref partial struct Bounded
            {
                [LengthOf(nameof(Items), nameof(End))] public partial byte Length { get; }
                [Until(FewerThan = 3)] public partial MessageList<Item> Items { get; init; }
                public partial ushort End { get; init; }
                public partial byte After { get; init; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("01" + "020A" + "03AABB" + "05" + "0607", new M { Kind = 1, Items = new ListBuilder<Item> { new() { Value = [10] }, new() { Value = [0xAA, 0xBB] } }, Key = 5, Digest = [6, 7] }, (scoped in M m) =>
                {
                    Assert.Equal((2, (byte?)5, 2), (m.Items.Count, m.Key, m.Digest.Length));
                }, isWhole: true);
                Check.BothWays<M>("01" + "05" + "0607", new M { Kind = 1, Key = 5, Digest = [6, 7] }, (scoped in M m) => Assert.True(m.Items.IsEmpty), isWhole: true);
                Check.BothWays<M>("01" + "04AABBCC", new M { Kind = 1, Items = new ListBuilder<Item> { new() { Value = [0xAA, 0xBB, 0xCC] } } }, (scoped in M m) => { Assert.Equal(1, m.Items.Count); Assert.Null(m.Key); }, isWhole: true);
                Check.BothWays<M>("01", new M { Kind = 1 }, (scoped in M m) => Assert.Null(m.Key), isWhole: true);
                Check.Fails<M>("01" + "00AABBCC", ParseError.Length, "Items", 1);
                // What would be read otherwise is not written.
                Assert.Throws<InvalidOperationException>(() => new M { Items = new ListBuilder<Item> { new() { Value = [1, 2] } } }.ToArray());
                Assert.Throws<InvalidOperationException>(() => new M { Key = 1, Digest = [1, 2, 3] }.ToArray());
                Check.BothWays<Bounded>("05" + "03AABB" + "0102" + "09", new Bounded { Items = new ListBuilder<Item> { new() { Value = [0xAA, 0xBB] } }, End = 0x102, After = 9 }, (scoped in Bounded m) => Assert.Equal(1, m.Items.Count));
                Check.BothWays<Bounded>("02" + "0102" + "09", new Bounded { End = 0x102, After = 9 }, (scoped in Bounded m) => Assert.True(m.Items.IsEmpty));
                Check.Fails<Bounded>("03" + "03AABB" + "09", ParseError.Length, "End", 4);
            } }
            """,
        ["a run behind what takes the rest"] = """
            [Message, Terminated("\n")] public readonly ref partial struct Line
            {
                public partial ReadOnlySpan<byte> Text { get; init; }
                [While(nameof(IsReturn)), Limit(1), Reserved("\r")] private partial ReadOnlySpan<byte> Return { get; }
                private static bool IsReturn(byte b) => b == 13;
            }
            [Message] public readonly ref partial struct Inner
            {
                public partial ReadOnlySpan<byte> Content { get; init; }
                [Require(nameof(IsThere))] public partial byte Type { get; init; }
                [While(nameof(Zero)), Limit(1000)] public partial ReadOnlySpan<byte> Zeros { get; init; }
                private static readonly System.Buffers.SearchValues<byte> Zero = System.Buffers.SearchValues.Create("\0"u8);
                private bool IsThere => Type != 0;
            }
            [Message] public readonly ref partial struct Bounded
            {
                [LengthOf(nameof(Text), nameof(Last))] public partial byte Length { get; }
                public partial ReadOnlySpan<byte> Text { get; init; }
                [While(nameof(Blank))] public partial ReadOnlySpan<byte> Blanks { get; init; }
                public partial byte Last { get; init; }
                private static readonly System.Buffers.SearchValues<byte> Blank = System.Buffers.SearchValues.Create(" \t"u8);
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<Line>(Convert.ToHexString("ab\r\n"u8), new Line { Text = "ab"u8 }, (scoped in Line m) => Assert.Equal(2, m.Text.Length));
                // Without it, it is kept so, and written as it should be once something changes.
                Check.Reads<Line>(Convert.ToHexString("ab\n"u8), (scoped in Line m) => { Assert.Equal(2, m.Text.Length); Assert.Equal("ab\r\n"u8, m.ToArray()); });
                Check.BothWays<Line>(Convert.ToHexString("a\r\r\n"u8), new Line { Text = "a\r"u8 }, (scoped in Line m) => Assert.Equal(2, m.Text.Length));
                Check.BothWays<Line>(Convert.ToHexString("\r\n"u8), new Line(), (scoped in Line m) => Assert.True(m.Text.IsEmpty));
                Check.BothWays<Inner>("0A00" + "17" + "000000", new Inner { Content = [10, 0], Type = 23, Zeros = new byte[3] }, (scoped in Inner m) => Assert.Equal((2, 23, 3), (m.Content.Length, m.Type, m.Zeros.Length)), isWhole: true);
                Check.BothWays<Inner>("16", new Inner { Type = 22 }, (scoped in Inner m) => Assert.True(m.Content.IsEmpty), isWhole: true);
                Check.BothWays<Inner>("00" + "15", new Inner { Content = [0], Type = 21 }, (scoped in Inner m) => Assert.Equal(1, m.Content.Length), isWhole: true);
                Check.Fails<Inner>("0000", ParseError.Requirement, "Type", 0);
                Assert.Equal(1, Inner.TryParse([], out _).BytesNeeded);
                Assert.Throws<InvalidOperationException>(() => new Inner { Type = 1, Zeros = [1] }.ToArray());
                Check.BothWays<Bounded>("06" + "612062" + "2009" + "20", new Bounded { Text = "a b"u8, Blanks = " \t"u8, Last = 32 }, (scoped in Bounded m) => Assert.Equal((3, 2, 32), (m.Text.Length, m.Blanks.Length, m.Last)));
                Check.BothWays<Bounded>("01" + "20", new Bounded { Last = 32 }, (scoped in Bounded m) => Assert.True(m.Blanks.IsEmpty));
                Check.Fails<Bounded>("00", ParseError.Length, "Text", 1);
                // What ends as the run begins would be read as part of it.
                Assert.Contains("Bounded.Text", Assert.Throws<InvalidOperationException>(() => new Bounded { Text = "a "u8, Last = 1 }.ToArray()).Message);
            } }
            """,
        ["a prefix of three bytes"] = """
            [Message] public readonly ref partial struct M
            {
                [Prefixed<uint>(Bytes = 3)] public partial ReadOnlySpan<byte> Data { get; init; }
                [LittleEndian, Prefixed<ulong>(Bytes = 5)] public partial ScalarList<ushort> Numbers { get; init; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("000002" + "AABB" + "0200000000" + "0100", new M { Data = [0xAA, 0xBB], Numbers = ScalarList.Create<ushort>([1], new byte[2], isLittleEndian: true) }, (scoped in M m) => { Assert.Equal(2, m.Data.Length); Assert.Equal(1, m.Numbers[0]); });
                Assert.Throws<InvalidOperationException>(() => new M { Data = new byte[1 << 24] }.ToArray());
                Assert.Equal((1 << 24) - 1 + 3 + 5, new M { Data = new byte[(1 << 24) - 1] }.ToArray().Length);
            } }
            """,
        ["padding that was received"] = """
            [Message] public readonly ref partial struct M
            {
                public partial ReadOnlySpan<byte> Payload { get; init; }
                [Align(4, To = nameof(Next))] public partial ReadOnlySpan<byte> Padding { get; init; }
                [LengthOf(nameof(Padding))] public partial byte PadLength { get; }
                public partial byte Next { get; init; }
            }
            public static class Test { public static void Run()
            {
                // None where some is due, more than is due, and what is no multiple: as it came, whatever it is written for.
                foreach (string hex in new[] { "AA" + "00" + "06", "AABB" + "01020304" + "04" + "06", "AABB" + "01" + "01" + "06" })
                {
                    Check.Reads<M>(hex, (scoped in M m) =>
                    {
                        Assert.Equal(hex.Length / 2, m.GetMaxSize());
                        Assert.Equal(hex, Convert.ToHexString(m.ToArray()));
                    }, isWhole: true);
                    Assert.Equal(ParseError.Length, M.TryParse(Convert.FromHexString(hex), new ParseOptions { IsStrict = true }, out _).Error);
                }
                Check.Writes("AA" + "00" + "01" + "07", M.TryParse([0xAA, 0, 6], out var m) ? m with { Next = 7 } : default);
                Assert.Throws<InvalidOperationException>(() => new M { Payload = [1], Padding = new byte[2] }.ToArray());
            } }
            """,
        ["a length over its limit"] = """
            [Message] public readonly ref partial struct M
            {
                public partial byte Kind { get; init; }
                [LengthOf(nameof(Data))] public partial uint Length { get; }
                [Limit(4)] public partial ReadOnlySpan<byte> Data { get; init; }
                [Prefixed<byte>, Limit(2)] public partial ReadOnlySpan<byte> More { get; init; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("01" + "00000004" + "01020304" + "02" + "0506", new M { Kind = 1, Data = [1, 2, 3, 4], More = [5, 6] }, (scoped in M m) => Assert.Equal(4, m.Data.Length));
                // What would be too long is not waited for.
                Check.Fails<M>("01" + "00000005", ParseError.Limit, "Data", 5);
                Check.Fails<M>("01" + "00000000" + "03", ParseError.Limit, "More", 6);
                Assert.Throws<InvalidOperationException>(() => new M { More = [1, 2, 3] }.ToArray());
            } }
            """,
        ["differences of what carries something"] = """
            public enum N : ushort { None, One = 1, Far = 300 }
            [Message] public readonly ref partial struct Option
            {
                [Bits(4), Escape<byte>(13, Bias = 13), Escape<ushort>(14, Bias = 269), Delta, TagOf(nameof(Value))] public partial N Number { get; init; }
                [Bits(4), Escape<byte>(13, Bias = 13), LengthOf(nameof(Value))] public partial ushort Length { get; }
                [Case<Two>] public partial ReadOnlySpan<byte> Value { get; init; }
            }
            [Message, Tag(N.One, N.Far)] public readonly partial record struct Two { public partial ushort X { get; init; } }
            [Message] public readonly ref partial struct M { public partial MessageList<Option> Options { get; init; } }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("12" + "0007" + "02" + "0008" + "E2001E" + "0009" + "0D02" + "000000000000000000000000000000",
                    new M { Options = new ListBuilder<Option> { new Two { X = 7 }, new Two { X = 8 }, new Option { Number = N.Far } / new Two { X = 9 }, new Option { Number = N.Far, Value = new byte[15] } } }, (scoped in M m) =>
                {
                    Assert.Equal((4, N.One, N.Far), (m.Options.Count, m.Options.ElementAt(1).Number, m.Options.ElementAt(3).Number));
                    Assert.True(m.Options.ElementAt(2).TryGet(out Two two) && two.X == 9);
                }, isWhole: true);
            } }
            """,
    };
}
