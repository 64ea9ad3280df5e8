namespace Codecs.Generators.Tests;

/// <summary>Definitions, and what is done with them.</summary>
internal static partial class RunSources
{
    public static SortedDictionary<string, string> All { get; } = new(new[] { Absent, Building, Ends, Lengths, Lists, Numbers, Presence, References, Stacks, Tags, Tails, Texts }.SelectMany(g => g).ToDictionary(p => p.Key, p => p.Value), StringComparer.Ordinal);

    private static Dictionary<string, string> Lengths => new()
    {
        ["unit and bias"] = """
            [Message] public readonly ref partial struct M
            {
                public partial byte Next { get; init; }
                [LengthOf(nameof(Next), nameof(Data), Unit = 8, Bias = -8)] public partial byte Length { get; }
                public partial ReadOnlySpan<byte> Data { get; init; }
            }
            public static class Test { public static void Run()
            {
                // 8 + 8 bytes, the data padded from 7 to 14.
                Check.Writes("1101" + "01020304050607" + "00000000000000", new M { Next = 0x11, Data = [1, 2, 3, 4, 5, 6, 7] });
                Check.Writes("1100" + "010203040506", new M { Next = 0x11, Data = [1, 2, 3, 4, 5, 6] });
                Check.Writes("1100" + "000000000000", new M { Next = 0x11 });
                Check.Reads<M>("1101" + "0102030405060700000000000000", (scoped in M m) => { Assert.Equal(1, m.Length); Assert.Equal(14, m.Data.Length); Assert.Equal(7, m.Data[6]); });
                Assert.Throws<InvalidOperationException>(() => new M { Data = new byte[2047] }.ToArray());
            } }
            """,
        ["bias that is more than the length"] = """
            [Message] public readonly ref partial struct M
            {
                [LengthOf(nameof(Data), Bias = 2)] public partial byte Length { get; }
                public partial ReadOnlySpan<byte> Data { get; init; }
                public partial byte After { get; init; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("05" + "010203" + "FF", new M { Data = [1, 2, 3], After = 255 }, (scoped in M m) => Assert.Equal(3, m.Data.Length));
                Check.BothWays<M>("02" + "07", new M { After = 7 }, (scoped in M m) => Assert.True(m.Data.IsEmpty));
                Check.Fails<M>("0107", ParseError.Length, "Length", 0);
                Check.Fails<M>("0007", ParseError.Length, "Length", 0);
            } }
            """,
        ["header, options, payload"] = """
            [Message] public readonly ref partial struct M
            {
                [Bits(4), Const(4)] public partial byte Version { get; }
                [Bits(4), LengthOf(nameof(Version), nameof(Options), Unit = 4)] public partial byte HeaderLength { get; }
                [LengthOf(nameof(Version), nameof(Payload), When = nameof(HasTotal))] public partial ushort Total { get; }
                public partial byte Kind { get; init; }
                public partial ReadOnlySpan<byte> Options { get; init; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
                private bool HasTotal => Total != 0;
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("41" + "0006" + "09" + "BEEF", new M { Kind = 9, Payload = [0xBE, 0xEF] }, (scoped in M m) => { Assert.Equal(6, m.Total); Assert.Equal(2, m.Payload.Length); });
                Check.BothWays<M>("42" + "0009" + "09" + "01020304" + "BE", new M { Kind = 9, Options = [1, 2, 3, 4], Payload = [0xBE] }, (scoped in M m) => Assert.Equal(4, m.Options.Length));
                Check.Writes("42" + "0009" + "09" + "01020000" + "BE", new M { Kind = 9, Options = [1, 2], Payload = [0xBE] });
                Check.Reads<M>("41" + "0000" + "09" + "BEEF", (scoped in M m) => { Assert.Equal(0, m.Total); Assert.Equal(2, m.Payload.Length); }, isWhole: true);
                Check.Fails<M>("51000609BEEF", ParseError.Value, "Version", 0);
                Check.Fails<M>("40000609BEEF", ParseError.Length, "HeaderLength", 0);
                Check.Fails<M>("42000609BEEF0102", ParseError.Length, "HeaderLength", 0);
                Check.Fails<M>("41000309BEEF", ParseError.Length, "Total", 1);
                Assert.True(M.TryParseHeader([0x41, 0, 9, 9, 0xBE], out var cut));
                Assert.Equal(9, cut.Total);
                Assert.Equal(1, cut.Payload.Length);
                // What was received, or zero once anything was set.
                Assert.True(M.TryParse([0x41, 0, 5, 9, 0xBE], out var parsed));
                Assert.Equal(0, (parsed with { Kind = 3 }).Total);
                Assert.Equal("4100060301" + "02", Convert.ToHexString((parsed with { Kind = 3, Payload = [1, 2] }).ToArray()));
            } }
            """,
        ["length or type"] = """
            [Message] public readonly ref partial struct M
            {
                [LengthOf(nameof(Payload), When = nameof(IsLength))] public partial ushort TypeOrLength { get; init; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
                [When(nameof(IsLength))] public partial ReadOnlySpan<byte> Trailer { get; init; }
                public bool IsLength => TypeOrLength < 1536;
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("0800" + "010203", new M { TypeOrLength = 0x800, Payload = [1, 2, 3] }, (scoped in M m) => { Assert.Equal(3, m.Payload.Length); Assert.True(m.Trailer.IsEmpty); }, isWhole: true);
                Check.BothWays<M>("0002" + "0102" + "00", new M { Payload = [1, 2], Trailer = [0] }, (scoped in M m) => { Assert.Equal(2, m.Payload.Length); Assert.Equal(1, m.Trailer.Length); }, isWhole: true);
                Assert.Throws<InvalidOperationException>(() => new M { TypeOrLength = 0x800, Trailer = [0] }.ToArray());
            } }
            """,
        ["length after the type"] = """
            public enum Kind : byte { End, Nop, Data }
            [Message] public readonly ref partial struct Option
            {
                [TagOf(nameof(Data))] public partial Kind Kind { get; init; }
                [When(nameof(HasLength)), LengthOf(nameof(Kind), nameof(Data))] public partial byte Length { get; }
                [When(nameof(HasLength))] public partial ReadOnlySpan<byte> Data { get; init; }
                public bool IsEnd => Kind == Kind.End;
                private bool HasLength => Kind > Kind.Nop;
            }
            [Message, Tag(Kind.Data)] public readonly partial record struct Value { public partial ushort Number { get; init; } }
            [Message] public readonly ref partial struct M
            {
                [LengthOf(nameof(Options), Unit = 4)] public partial byte Length { get; }
                [Until(nameof(Option.IsEnd))] public partial MessageList<Option> Options { get; init; }
                public partial byte After { get; init; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<Option>("02041234", new Option { Kind = Kind.Data, Data = [0x12, 0x34] }, (scoped in Option o) => Assert.Equal(4, o.Length));
                Check.BothWays<Option>("01", new Option { Kind = Kind.Nop }, (scoped in Option o) => Assert.Equal(0, o.Length));
                Check.Fails<Option>("0201", ParseError.Length, "Length", 1);
                Assert.Throws<InvalidOperationException>(() => new Option { Kind = Kind.Nop, Data = [1] }.ToArray());
                var built = new M { Options = new ListBuilder<Option> { new Value { Number = 0x1234 }, new() { Kind = Kind.Nop } }, After = 0xEE };
                Check.Writes("02" + "02041234" + "01000000" + "EE", in built);
                Check.Reads<M>("02" + "02041234" + "01000000" + "EE", (scoped in M m) =>
                {
                    Assert.Equal(3, m.Options.Count);
                    Assert.True(m.Options.First.TryGet(out Value value));
                    Assert.Equal(0x1234, value.Number);
                    Assert.Equal(0xEE, m.After);
                });
                // A broken list whose extent is known is found when it is walked, or when one asks for it.
                byte[] broken = [1, 2, 9, 0, 0, 0xEE];
                Assert.True(M.TryParse(broken, out var lenient));
                Assert.True(lenient.Options.IsMalformed);
                var strict = M.TryParse(broken, new ParseOptions { ValidateLists = true }, out _);
                Assert.Equal((ParseError.Length, 1), (strict.Error, strict.Field));
            } }
            """,
        ["tail with a fixed trailer"] = """
            [Message] public readonly ref partial struct M
            {
                [LengthOf(nameof(Length), nameof(Crc))] public partial ushort Length { get; }
                public partial byte Kind { get; init; }
                public partial ReadOnlySpan<byte> Body { get; init; }
                [Bits(24)] public partial uint Crc { get; init; }
            }
            [Message] public readonly ref partial struct Whole
            {
                public partial byte Kind { get; init; }
                public partial ReadOnlySpan<byte> Body { get; init; }
                [LittleEndian, ChecksumOf<InternetChecksum>(nameof(Kind), nameof(Body))] public partial ushort Sum { get; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("0008" + "07" + "0102" + "AABBCC", new M { Kind = 7, Body = [1, 2], Crc = 0xAABBCC }, (scoped in M m) => { Assert.Equal(2, m.Body.Length); Assert.Equal(0xAABBCCu, m.Crc); });
                Check.BothWays<M>("0006" + "07" + "AABBCC", new M { Kind = 7, Crc = 0xAABBCC }, (scoped in M m) => Assert.True(m.Body.IsEmpty));
                Check.Fails<M>("000507AABBCC", ParseError.Length, "Body", 3);
                Check.Fails<M>("000207AABBCC", ParseError.Length, "Length", 0);
                // ~(0x0102 + 0x0300) = 0xFBFD, least significant byte first.
                Check.BothWays<Whole>("010203" + "FDFB", new Whole { Kind = 1, Body = [2, 3] }, (scoped in Whole m) => { Assert.Equal(0xFBFD, m.Sum); Assert.True(m.SumIsValid); }, isWhole: true);
                Assert.Equal(3, Whole.TryParse([1, 2], out _).BytesNeeded);
            } }
            """,
        ["ranges that start in the middle of a run"] = """
            [Message] public readonly ref partial struct M
            {
                public partial byte Before { get; init; }
                [LengthOf(nameof(Unit), nameof(Outer))] public partial ushort Length { get; }
                public partial byte Unit { get; init; }
                [LengthOf(nameof(Function), nameof(Inner))] public partial byte InnerLength { get; }
                public partial byte Function { get; init; }
                public partial ReadOnlySpan<byte> Inner { get; init; }
                public partial ReadOnlySpan<byte> Outer { get; init; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("01" + "0006" + "02" + "02" + "03" + "AA" + "BBCC", new M { Before = 1, Unit = 2, Function = 3, Inner = [0xAA], Outer = [0xBB, 0xCC] },
                    (scoped in M m) => { Assert.Equal(1, m.Inner.Length); Assert.Equal(2, m.Outer.Length); });
                Check.Fails<M>("01" + "0006" + "02" + "05" + "03" + "AABBCC", ParseError.Length, "InnerLength", 4);
                Check.Fails<M>("01" + "0006" + "02" + "00" + "03" + "AABBCC", ParseError.Length, "InnerLength", 4);
                Check.Fails<M>("01" + "0002" + "02" + "01" + "03", ParseError.Length, "Length", 1);
            } }
            """,
        ["two lengths of one range"] = """
            [Message] public readonly ref partial struct M
            {
                [LengthOf(nameof(First), nameof(Last))] public partial uint First { get; }
                public partial ReadOnlySpan<byte> Body { get; init; }
                [LengthOf(nameof(First), nameof(Last), Bias = 1)] public partial ushort Last { get; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("00000008" + "0102" + "0009", new M { Body = [1, 2] }, (scoped in M m) => { Assert.Equal(8u, m.First); Assert.Equal(9, m.Last); });
                Check.Fails<M>("00000008" + "0102" + "0008", ParseError.Length, "Last", 6);
                Check.Fails<M>("00000005" + "0102" + "0008", ParseError.Length, "Body", 4);
            } }
            """,
        ["one length of two ranges"] = """
            [Message] public readonly ref partial struct M
            {
                [LengthOf(nameof(A)), LengthOf(nameof(B))] public partial byte Length { get; }
                public partial ReadOnlySpan<byte> A { get; init; }
                public partial ReadOnlySpan<byte> B { get; init; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("02" + "0102" + "0304", new M { A = [1, 2], B = [3, 4] }, (scoped in M m) => { Assert.Equal(2, m.A.Length); Assert.Equal(4, m.B[1]); });
            } }
            """,
        ["alignment"] = """
            [Message] public readonly ref partial struct M
            {
                public partial byte Kind { get; init; }
                [LengthOf(nameof(Kind), nameof(Value))] public partial byte Length { get; }
                public partial ReadOnlySpan<byte> Value { get; init; }
                [Align(4)] private partial ReadOnlySpan<byte> Padding { get; }
            }
            [Message] public readonly ref partial struct List
            {
                [LengthOf(nameof(All))] public partial byte Length { get; }
                public partial MessageList<M> All { get; init; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("0103" + "FF" + "00", new M { Kind = 1, Value = [255] }, (scoped in M m) => Assert.Equal(1, m.Value.Length));
                Check.BothWays<M>("0104" + "FFFE", new M { Kind = 1, Value = [255, 254] }, (scoped in M m) => Assert.Equal(2, m.Value.Length));
                Check.Reads<M>("0103" + "FF" + "EE", (scoped in M m) => Assert.Equal("0103FF00", Convert.ToHexString(m.ToArray())));
                Check.Writes("0C" + "0103FF00" + "0207AABBCCDDEE00", new List { All = new ListBuilder<M> { new() { Kind = 1, Value = [255] }, new() { Kind = 2, Value = [0xAA, 0xBB, 0xCC, 0xDD, 0xEE] } } });
                Check.Reads<List>("0C" + "0103FF00" + "0207AABBCCDDEE00", (scoped in List m) => { Assert.Equal(2, m.All.Count); Assert.Equal(5, m.All.ElementAt(1).Value.Length); });
            } }
            """,
    };
}
