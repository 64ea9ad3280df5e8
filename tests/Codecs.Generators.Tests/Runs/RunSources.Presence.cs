namespace Codecs.Generators.Tests;

/// <content>What may be absent, and lists.</content>
internal static partial class RunSources
{
    private static Dictionary<string, string> Presence => new()
    {
        ["presence by a flag"] = """
            [Message] public readonly ref partial struct M
            {
                [Bits(1), PresenceOf(nameof(A))] public partial bool HasA { get; }
                [Bits(1), PresenceOf(nameof(B))] public partial bool HasB { get; }
                [Bits(6), Reserved] private partial byte Unused { get; }
                public partial ushort? A { get; init; }
                [Bytes(2)] public partial Optional<ReadOnlySpan<byte>> B { get; init; }
                public partial byte C { get; init; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("00" + "07", new M { C = 7 }, (scoped in M m) => { Assert.Null(m.A); Assert.False(m.B.HasValue); Assert.False(m.HasA); });
                Check.BothWays<M>("80" + "0102" + "07", new M { A = 0x0102, C = 7 }, (scoped in M m) => { Assert.Equal((ushort)0x0102, m.A); Assert.True(m.HasA); });
                Check.BothWays<M>("C0" + "0102" + "0304" + "07", new M { A = 0x0102, B = new([3, 4]), C = 7 }, (scoped in M m) => Assert.Equal(4, m.B.Value[1]));
                // Reserved bits are kept if asked for, and zero otherwise.
                Check.Reads<M>("3F" + "07", (scoped in M m) => { Assert.Equal("0007", Convert.ToHexString(m.ToArray())); Assert.Equal("3F08", Convert.ToHexString((m with { C = 8 }).ToArray(new WriteOptions { Mode = WriteMode.Preserve }))); });
                Assert.True(new M { A = 1 }.HasA);
            } }
            """,
        ["presence by what remains"] = """
            [Message] public readonly ref partial struct M
            {
                [LengthOf(nameof(A), nameof(B))] public partial byte Length { get; }
                public partial byte? A { get; init; }
                public partial ushort? B { get; init; }
                [Const(0xFF03)] public partial ushort? Mark { get; init; }
                public partial byte After { get; init; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("00" + "07", new M { After = 7 }, (scoped in M m) => { Assert.Null(m.A); Assert.Null(m.B); Assert.Null(m.Mark); }, isWhole: true);
                Check.BothWays<M>("01" + "05" + "07", new M { A = 5, After = 7 }, (scoped in M m) => { Assert.Equal((byte)5, m.A); Assert.Null(m.B); }, isWhole: true);
                Check.BothWays<M>("03" + "05" + "0102" + "FF03" + "07", new M { A = 5, B = 0x0102, Mark = 0xFF03, After = 7 }, (scoped in M m) => { Assert.Equal((ushort)0x0102, m.B); Assert.Equal((ushort)0xFF03, m.Mark); }, isWhole: true);
                Check.Fails<M>("02" + "0501" + "07", ParseError.Length, "B", 2);
                Check.Fails<M>("04" + "05010203" + "07", ParseError.Length, "Length", 0);
            } }
            """,
        ["presence by a condition"] = """
            [Message] public readonly ref partial struct M
            {
                public partial byte Flags { get; init; }
                [When(nameof(One))] public partial ushort A { get; init; }
                [When(nameof(Two)), LengthOf(nameof(C))] public partial byte Length { get; }
                [When(nameof(Two))] public partial ReadOnlySpan<byte> C { get; init; }
                public partial byte D { get; init; }
                private bool One => (Flags & 1) != 0;
                private bool Two => (Flags & 2) != 0;
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("00" + "07", new M { D = 7 }, (scoped in M m) => Assert.Equal(0, m.A));
                Check.BothWays<M>("01" + "0102" + "07", new M { Flags = 1, A = 0x0102, D = 7 }, (scoped in M m) => Assert.Equal(0x0102, m.A));
                Check.BothWays<M>("03" + "0102" + "02AABB" + "07", new M { Flags = 3, A = 0x0102, C = [0xAA, 0xBB], D = 7 }, (scoped in M m) => Assert.Equal(2, m.Length));
                Assert.Throws<InvalidOperationException>(() => new M { A = 1 }.ToArray());
                Assert.Throws<InvalidOperationException>(() => new M { C = [1] }.ToArray());
            } }
            """,
        ["a prefix under a condition, with more behind it"] = """
            [Message] public readonly ref partial struct M
            {
                public partial byte Kind { get; init; }
                [LengthOf(nameof(Name), nameof(Rest))] public partial byte Length { get; }
                [When(nameof(IsNamed)), Prefixed<byte>] public partial ReadOnlySpan<byte> Name { get; init; }
                [When(nameof(IsNumbered))] public partial ushort Number { get; init; }
                public partial ReadOnlySpan<byte> Rest { get; init; }
                private bool IsNamed => Kind is 1 or 3;
                private bool IsNumbered => Kind is 2 or 3;
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("00" + "02" + "AABB", new M { Rest = [0xAA, 0xBB] }, (scoped in M m) => Assert.True(m.Name.IsEmpty));
                Check.BothWays<M>("01" + "03" + "0141" + "AA", new M { Kind = 1, Name = "A"u8, Rest = [0xAA] }, (scoped in M m) => Assert.Equal("A"u8, m.Name));
                Check.BothWays<M>("02" + "03" + "0102" + "AA", new M { Kind = 2, Number = 0x102, Rest = [0xAA] }, (scoped in M m) => Assert.Equal(0x102, m.Number));
                Check.BothWays<M>("03" + "05" + "0141" + "0102" + "AA", new M { Kind = 3, Name = "A"u8, Number = 0x102, Rest = [0xAA] }, (scoped in M m) => Assert.Equal(1, m.Rest.Length));
                Check.Fails<M>("03" + "05" + "0341" + "0102" + "AA", ParseError.Length, "NameLength", 2);
            } }
            """,
        ["counted lists"] = """
            [Message] public readonly partial record struct Point { public partial byte X { get; init; } public partial byte Y { get; init; } }
            [Message] public readonly ref partial struct M
            {
                [CountOf(nameof(Numbers), Bias = 1)] public partial byte NumberCount { get; }
                [CountOf(nameof(Points))] public partial byte PointCount { get; }
                public partial ScalarList<ushort> Numbers { get; init; }
                public partial MessageList<Point> Points { get; init; }
                public partial byte After { get; init; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("03" + "01" + "00010002" + "0304" + "FF", new M { Numbers = [1, 2], Points = new ListBuilder<Point> { new() { X = 3, Y = 4 } }, After = 255 },
                    (scoped in M m) => { Assert.Equal(2, m.Numbers.Count); Assert.Equal(2, m.Numbers[1]); Assert.Equal(4, m.Points.First.Y); });
                Check.BothWays<M>("01" + "00" + "FF", new M { After = 255 }, (scoped in M m) => Assert.Equal(0, m.Numbers.Count));
                Check.Fails<M>("0001FF", ParseError.Value, "NumberCount", 0);
                Assert.Throws<InvalidOperationException>(() => new M { Numbers = new(new byte[510]) }.ToArray());
            } }
            """,
        ["widths by a member, requirements"] = """
            [Message] public readonly ref partial struct M
            {
                [Require(nameof(IsShort))] public partial byte PrefixLength { get; init; }
                [Bytes(nameof(PrefixBytes))] public partial ReadOnlySpan<byte> Prefix { get; init; }
                [Bytes(4)] public partial ReadOnlySpan<byte> Name { get; init; }
                private int PrefixBytes => (PrefixLength + 7) / 8;
                private bool IsShort => PrefixLength <= 32;
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("11" + "0A0B80" + "41420000", new M { PrefixLength = 17, Prefix = [10, 11, 128], Name = "AB"u8 }, (scoped in M m) => Assert.Equal(3, m.Prefix.Length));
                Check.Fails<M>("210000000000", ParseError.Requirement, "PrefixLength", 0);
                Assert.True(M.TryParse([33, 1, 2, 3, 4, 5, 0, 0, 0, 0], new ParseOptions { IgnoreRequirements = true }, out _));
                Assert.Throws<InvalidOperationException>(() => new M { PrefixLength = 9, Prefix = [1] }.ToArray());
                Assert.Throws<InvalidOperationException>(() => new M { Name = "ABCDE"u8 }.ToArray());
            } }
            """,
        ["what a message that is a field may lose"] = """
            [Message] public readonly partial record struct Inner { [Bits(4), Reserved] private partial byte Unused { get; } [Bits(4)] public partial byte Value { get; init; } }
            [Message] public readonly partial record struct Middle { public partial Inner Inner { get; init; } }
            [Message] public readonly ref partial struct M
            {
                public partial byte Kind { get; init; }
                public partial Optional<Middle> Middle { get; init; }
            }
            [Message] public readonly partial record struct Plain { public partial byte Kind { get; init; } }
            public static class Test
            {
                static RoundTrip Of<T>() where T : IMessage<T>, allows ref struct => T.Description.RoundTrip;
                public static void Run()
                {
                    Assert.Equal(RoundTrip.Reserved, Of<M>());
                    Assert.Equal(RoundTrip.Reserved, Of<Middle>());
                    Assert.Equal(RoundTrip.Exact, Of<Plain>());
                    Assert.True(M.TryParse([1, 0xF2], out var m));
                    Assert.Equal("0102", Convert.ToHexString(m.ToArray()));
                    Assert.Equal("01F2", Convert.ToHexString(m.ToArray(new WriteOptions { Mode = WriteMode.Preserve })));
                }
            }
            """,
        ["names of locals"] = """
            public enum E : byte { None, M = 1 }
            [Message, Tag(E.M)] public readonly partial record struct Upper { public partial byte at { get; init; } public partial byte value { get; init; } }
            [Message] public readonly ref partial struct M
            {
                public partial byte at { get; init; }
                public partial byte end { get; init; }
                [When(nameof(size))] public partial ushort value { get; init; }
                [TagOf(nameof(payload), When = nameof(message))] public partial E tag { get; init; }
                [LengthOf(nameof(payload))] public partial byte length { get; }
                [Case<Upper>] public partial ReadOnlySpan<byte> payload { get; init; }
                private bool size => at == 1;
                private bool message => end != 0;
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("01" + "02" + "0304" + "01" + "02" + "0506", new M { at = 1, end = 2, value = 0x0304, tag = E.M, payload = [5, 6] }, (scoped in M m) =>
                {
                    Assert.True(m.TryGet(out Upper upper));
                    Assert.Equal(6, upper.value);
                    string text = m.ToString();
                    Assert.Contains("value", text);
                    Assert.Contains("772", text);
                });
                Assert.Equal("000201020506", Convert.ToHexString((new M { end = 2 } / new Upper { at = 5, value = 6 }).ToArray()));
                Assert.False(new M { tag = E.M }.TryGet(out Upper _));
            } }
            """,
    };
}
