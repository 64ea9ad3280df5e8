namespace Codecs.Generators.Tests;

// Separators, terminators and last elements of lists; arguments of elements; differences.
internal static partial class RunSources
{
    private static Dictionary<string, string> Lists => new()
    {
        ["separated whole elements"] = """
            [Message] public readonly ref partial struct Fact
            {
                [Terminated("=")] public partial ReadOnlySpan<byte> Name { get; init; }
                public partial ReadOnlySpan<byte> Value { get; init; }
            }
            [Message, Terminated("\r\n")] public readonly ref partial struct Line
            {
                [Separated(";")] public partial MessageList<Fact> Facts { get; init; }
            }
            [Message] public readonly ref partial struct Ended
            {
                [Separated(";"), Terminated(" ")] public partial MessageList<Fact> Facts { get; init; }
                public partial byte After { get; init; }
            }
            public static class Test { public static void Run()
            {
                // a=1;bc=;d=xyz CRLF
                const string line = "613D31" + "3B" + "62633D" + "3B" + "643D78797A" + "0D0A";
                Check.Writes(line, new Line { Facts = new ListBuilder<Fact> { new() { Name = "a"u8, Value = "1"u8 }, new() { Name = "bc"u8 }, new() { Name = "d"u8, Value = "xyz"u8 } } });
                Check.Reads<Line>(line, (scoped in Line l) =>
                {
                    Assert.Equal(3, l.Facts.Count);
                    Assert.Equal("bc"u8, l.Facts.ElementAt(1).Name);
                    Assert.True(l.Facts.ElementAt(1).Value.IsEmpty);
                    Assert.Equal("xyz"u8, l.Facts.ElementAt(2).Value);
                });
                Check.BothWays<Line>("0D0A", new Line(), (scoped in Line l) => Assert.Equal(0, l.Facts.Count));
                const string ended = "613D31" + "3B" + "623D32" + "20" + "FF";
                Check.Writes(ended, new Ended { Facts = new ListBuilder<Fact> { new() { Name = "a"u8, Value = "1"u8 }, new() { Name = "b"u8, Value = "2"u8 } }, After = 255 });
                Check.Reads<Ended>(ended, (scoped in Ended m) => { Assert.Equal(2, m.Facts.Count); Assert.Equal(255, m.After); });
                Check.BothWays<Ended>("20FF", new Ended { After = 255 }, (scoped in Ended m) => Assert.Equal(0, m.Facts.Count));
                // Nothing can inject an element, or end the list.
                Assert.Throws<InvalidOperationException>(() => new Line { Facts = new ListBuilder<Fact> { new() { Name = "a"u8, Value = "1;2"u8 } } }.ToArray());
                Assert.Throws<InvalidOperationException>(() => new Ended { Facts = new ListBuilder<Fact> { new() { Name = "a"u8, Value = "1 2"u8 } } }.ToArray());
                Assert.Throws<InvalidOperationException>(() => new Line { Facts = new ListBuilder<Fact> { new() { Name = "a"u8, Value = "1\r\n2"u8 } } }.ToArray());
                // A list of one message goes into another.
                Assert.True(Line.TryParse(Convert.FromHexString(line), out var parsed));
                Check.Writes("613D31" + "3B" + "62633D" + "3B" + "643D78797A" + "20" + "07", new Ended { Facts = parsed.Facts, After = 7 });
            } }
            """,
        ["separated elements that end themselves"] = """
            [Message] public readonly partial record struct Number { [Digits] public partial ushort Value { get; init; } }
            [Message, Terminated("\r\n")] public readonly ref partial struct Line
            {
                [Separated(", ")] public partial MessageList<Number> Numbers { get; init; }
            }
            [Message] public readonly ref partial struct Counted
            {
                [CountOf(nameof(Numbers))] public partial byte Count { get; }
                [Separated(",")] public partial MessageList<Pair> Numbers { get; init; }
                public partial byte After { get; init; }
            }
            [Message] public readonly partial record struct Pair { public partial byte X { get; init; } public partial byte Y { get; init; } }
            public static class Test { public static void Run()
            {
                Check.Writes("31" + "2C20" + "3232" + "2C20" + "333333" + "0D0A", new Line { Numbers = new ListBuilder<Number> { new() { Value = 1 }, new() { Value = 22 }, new() { Value = 333 } } });
                Check.Reads<Line>("31" + "2C20" + "3232" + "0D0A", (scoped in Line l) => { Assert.Equal(2, l.Numbers.Count); Assert.Equal(22, l.Numbers.ElementAt(1).Value); });
                Assert.True(Line.TryParse("1;2\r\n"u8, out var bad));
                Assert.True(bad.Numbers.IsMalformed);
                Check.Writes("02" + "0102" + "2C" + "0304" + "FF", new Counted { Numbers = new ListBuilder<Pair> { new() { X = 1, Y = 2 }, new() { X = 3, Y = 4 } }, After = 255 });
                Check.Reads<Counted>("02" + "0102" + "2C" + "0304" + "FF", (scoped in Counted m) => { Assert.Equal(4, m.Numbers.ElementAt(1).Y); Assert.Equal(255, m.After); });
                Check.Fails<Counted>("02" + "0102" + "2D" + "0304" + "FF", ParseError.Syntax, "Numbers", 3);
            } }
            """,
        ["elements up to a terminator"] = """
            [Message, Terminated("\r\n")] public readonly ref partial struct Header
            {
                [Terminated(": ")] public partial ReadOnlySpan<byte> Name { get; init; }
                public partial ReadOnlySpan<byte> Value { get; init; }
            }
            [Message] public readonly ref partial struct Head
            {
                [Terminated("\r\n")] public partial MessageList<Header> Headers { get; init; }
            }
            [Message] public readonly ref partial struct Limited
            {
                [Terminated("\r\n"), Limit(2)] public partial MessageList<Header> Headers { get; init; }
            }
            public static class Test { public static void Run()
            {
                byte[] bytes = [.. "A: b\r\nCd: e\r\n\r\n"u8];
                Check.Writes(Convert.ToHexString(bytes), new Head { Headers = new ListBuilder<Header> { new() { Name = "A"u8, Value = "b"u8 }, new() { Name = "Cd"u8, Value = "e"u8 } } });
                Check.Reads<Head>(Convert.ToHexString(bytes), (scoped in Head h) => { Assert.Equal(2, h.Headers.Count); Assert.Equal("e"u8, h.Headers.ElementAt(1).Value); });
                Check.BothWays<Head>("0D0A", new Head(), (scoped in Head h) => Assert.True(h.Headers.IsEmpty));
                Assert.Equal(ParseError.Limit, Limited.TryParse("A: b\r\nA: b\r\nA: b\r\n\r\n"u8, out _).Error);
                Assert.True(Limited.TryParse("A: b\r\nA: b\r\n\r\n"u8, out _));
                Assert.Throws<InvalidOperationException>(() => new Limited { Headers = new ListBuilder<Header> { new() { Name = "A"u8 }, new() { Name = "A"u8 }, new() { Name = "A"u8 } } }.ToArray());
                // Byte by byte, nothing is looked at twice.
                var progress = default(ParseProgress);
                for (int length = 0; length < bytes.Length; length++)
                    Assert.Equal(System.Buffers.OperationStatus.NeedMoreData, Parse<Head>(bytes.AsSpan(0, length), ref progress).Status);
                Assert.Equal(bytes.Length, Parse<Head>(bytes, ref progress).BytesConsumed);
            }
            static ParseResult Parse<T>(ReadOnlySpan<byte> source, ref ParseProgress progress) where T : IMessage<T>, allows ref struct => T.TryParse(source, 0, ParseContext.Resuming(ref progress), out _);
            }
            """,
        ["a last element seen from the first"] = """
            [Message, Terminated("\r\n")] public readonly ref partial struct Line { public partial ReadOnlySpan<byte> Text { get; init; } }
            [Message] public readonly ref partial struct Reply
            {
                [Until(nameof(Ends))] public partial MessageList<Line> Lines { get; init; }
                private static bool Ends(scoped in Line first, scoped in Line line) => first.Text is not [_, (byte)'-', ..] || line.Text is [_, (byte)' ', ..] && line.Text[0] == first.Text[0];
            }
            public static class Test { public static void Run()
            {
                byte[] one = [.. "2 ok\r\n"u8], many = [.. "2-a\r\n3 b\r\n2 c\r\n"u8];
                Check.BothWays<Reply>(Convert.ToHexString(one), new Reply { Lines = new ListBuilder<Line> { new() { Text = "2 ok"u8 } } }, (scoped in Reply r) => Assert.Equal(1, r.Lines.Count));
                Check.BothWays<Reply>(Convert.ToHexString(many), new Reply { Lines = new ListBuilder<Line> { new() { Text = "2-a"u8 }, new() { Text = "3 b"u8 }, new() { Text = "2 c"u8 } } }, (scoped in Reply r) => Assert.Equal(3, r.Lines.Count));
                Assert.Throws<InvalidOperationException>(() => new Reply { Lines = new ListBuilder<Line> { new() { Text = "2-a"u8 } } }.ToArray());
                Assert.Throws<InvalidOperationException>(() => new Reply { Lines = new ListBuilder<Line> { new() { Text = "2 a"u8 }, new() { Text = "2 b"u8 } } }.ToArray());
                var progress = default(ParseProgress);
                for (int length = 0; length < many.Length; length++)
                    Assert.Equal(System.Buffers.OperationStatus.NeedMoreData, Parse<Reply>(many.AsSpan(0, length), ref progress).Status);
                Assert.Equal(many.Length, Parse<Reply>(many, ref progress).BytesConsumed);
            }
            static ParseResult Parse<T>(ReadOnlySpan<byte> source, ref ParseProgress progress) where T : IMessage<T>, allows ref struct => T.TryParse(source, 0, ParseContext.Resuming(ref progress), out _);
            }
            """,
        ["arguments of elements and payloads"] = """
            public enum Kind : byte { None, Number, Wide }
            [Message, LittleEndian(When = nameof(IsLittle))] public readonly ref partial struct Option
            {
                [Parameter] public partial bool IsLittle { get; init; }
                [LengthOf(nameof(Value))] public partial ushort Length { get; }
                public partial ReadOnlySpan<byte> Value { get; init; }
            }
            [Message, LittleEndian(When = nameof(IsLittle))] public readonly ref partial struct Block
            {
                [Bytes(1)] public partial ReadOnlySpan<byte> Order { get; init; }
                [CountOf(nameof(Options))] public partial ushort Count { get; }
                [Argument(nameof(IsLittle))] public partial MessageList<Option, bool> Options { get; init; }
                [LengthOf(nameof(More))] public partial ushort MoreLength { get; }
                [Argument(nameof(IsLittle))] public partial MessageList<Option, bool> More { get; init; }
                public partial ScalarList<ushort> Rest { get; init; }
                private bool IsLittle => Order is [1];
            }
            [Message] public readonly partial record struct Inner
            {
                [Parameter] public partial int Width { get; init; }
                public partial byte X { get; init; }
                [When(nameof(IsWide))] public partial byte Y { get; init; }
                private bool IsWide => Width > 1;
            }
            [Message, Tag(Kind.Wide)] public readonly partial record struct Wide
            {
                [Parameter] public partial byte Width { get; init; }
                [Bits(4)] public partial byte X { get; init; }
                [Bits(4), Require(nameof(IsAllowed))] public partial byte Y { get; init; }
                private bool IsAllowed => Y < Width;
            }
            [Message, Tag(Kind.Number)] public readonly partial record struct Number { public partial byte X { get; init; } }
            [Message] public readonly ref partial struct Carrier
            {
                [TagOf(nameof(Payload))] public partial Kind Kind { get; init; }
                public partial byte Width { get; init; }
                [Argument(nameof(Width)), Case<Wide>, Case<Number>] public partial ReadOnlySpan<byte> Payload { get; init; }
            }
            [Message] public readonly partial record struct Outer
            {
                public partial byte Width { get; init; }
                [Argument(nameof(Width))] public partial Inner Value { get; init; }
            }
            public static class Test { public static void Run()
            {
                var options = new ListBuilder<Option, bool>(true) { new() { Value = [7] }, new() { Value = [8, 9] } };
                var more = new ListBuilder<Option, bool>(true) { new() { Value = [5] } };
                const string little = "01" + "0200" + "010007" + "02000809" + "0300" + "010005" + "0201";
                Check.Writes(little, new Block { Order = [1], Options = options, More = more, Rest = [0x102] });
                Check.Reads<Block>(little, (scoped in Block b) =>
                {
                    Assert.Equal(2, b.Options.Count);
                    var walk = b.Options.GetEnumerator();
                    Assert.True(walk.MoveNext() && walk.MoveNext());
                    Assert.Equal(9, walk.Current.Value[1]);
                    Assert.Equal(1, b.More.Count);
                    Assert.Equal(0x102, b.Rest[0]);
                }, isWhole: true);
                Check.Reads<Block>("00" + "0001" + "000107" + "0000" + "0102", (scoped in Block b) => { Assert.Equal(7, b.Options.First.Value[0]); Assert.Equal(0x102, b.Rest[0]); }, isWhole: true);
                Assert.True(Carrier.TryParse([2, 3, 0x12], out var carrier) && carrier.TryGet(out Wide wide) && wide is { X: 1, Y: 2, Width: 3 });
                Assert.Equal(ParseError.Requirement, Carrier.TryParse([2, 3, 0x13], out carrier) ? carrier.TryGet(out Wide _).Error : default);
                Assert.True(Carrier.TryParse([1, 3, 7], out carrier) && carrier.TryGet(out Number number) && number.X == 7);
                Assert.Contains("Y = 2", Carrier.TryParse([2, 3, 0x12], out carrier) ? carrier.ToString() : "");
                // A nested message is written with what its carrier tells it, whatever it was built with.
                Check.BothWays<Outer>("02" + "0506", new Outer { Width = 2, Value = new() { Width = 2, X = 5, Y = 6 } }, (scoped in Outer o) => Assert.Equal(6, o.Value.Y));
                Check.Writes("02" + "0506", new Outer { Width = 2, Value = new() { X = 5, Y = 6 } });
                Check.BothWays<Outer>("01" + "05", new Outer { Width = 1, Value = new() { Width = 9, X = 5 } }, (scoped in Outer o) => Assert.Equal(0, o.Value.Y));
            } }
            """,
        ["differences"] = """
            [Message] public readonly ref partial struct Option
            {
                [Bits(4), Escape<byte>(13, Bias = 13), Escape<ushort>(14, Bias = 269), Delta] public partial ushort Number { get; init; }
                [Bits(4), LengthOf(nameof(Value))] public partial byte Length { get; }
                public partial ReadOnlySpan<byte> Value { get; init; }
            }
            [Message] public readonly ref partial struct Options
            {
                [LengthOf(nameof(All))] public partial byte Length { get; }
                public partial MessageList<Option> All { get; init; }
            }
            [Message] public readonly partial record struct Plain { [Delta] public partial ushort Number { get; init; } }
            [Message] public readonly ref partial struct Plains
            {
                [CountOf(nameof(All))] public partial byte Count { get; }
                public partial MessageList<Plain> All { get; init; }
            }
            public static class Test { public static void Run()
            {
                // 3, 11, 11, 300 (289 more: the two-byte form, less 269), 320 (20 more: one byte, less 13)
                const string hex = "0A" + "31AA" + "81BB" + "00" + "E00014" + "D007";
                Check.Writes(hex, new Options { All = new ListBuilder<Option> { new() { Number = 3, Value = [0xAA] }, new() { Number = 11, Value = [0xBB] }, new() { Number = 11 }, new() { Number = 300 }, new() { Number = 320 } } });
                Check.Reads<Options>(hex, (scoped in Options m) =>
                {
                    int[] numbers = new int[5];
                    int i = 0;
                    foreach (var option in m.All)
                        numbers[i++] = option.Number;
                    Assert.Equal([3, 11, 11, 300, 320], numbers);
                });
                Assert.Throws<InvalidOperationException>(() => new ListBuilder<Option> { new() { Number = 3 }, new() { Number = 2 } });
                Check.Writes("02" + "0005" + "0003", new Plains { All = new ListBuilder<Plain> { new() { Number = 5 }, new() { Number = 8 } } });
                Check.Reads<Plains>("02" + "0005" + "0003", (scoped in Plains m) => Assert.Equal(8, m.All.ElementAt(1).Number));
                Check.Fails<Plains>("02" + "FFFF" + "0001", ParseError.Value, "All", 3);
            } }
            """,
    };
}
