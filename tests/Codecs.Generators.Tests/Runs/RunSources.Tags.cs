namespace Codecs.Generators.Tests;

/// <content>Tags that members compute, and conditions that compare a field with a number: both are asked of bytes in the order of the wire.</content>
internal static partial class RunSources
{
    // One message under one value, one under two, and one under what stands for many numbers.
    private const string Tagged = """
        public enum Kind : ushort { None, Other = 1, One = 0x0800, Two = 0x86DD, Again = 0x8100 }
        [Message, Tag(Kind.One)] public readonly partial struct One { public partial byte A { get; init; } }
        [Message, Tag(Kind.Two, Kind.Again)] public readonly partial struct Two { public partial byte A { get; init; } }
        [Message, Tag(Kind.Other)] public readonly partial struct Other { public partial byte A { get; init; } }

        """;

    private static Dictionary<string, string> Tags => new()
    {
        ["a tag that stands for many numbers"] = Tagged + """
            [Message] public readonly ref partial struct Lower
            {
                private const ushort Least = 0x0600;
                public partial ushort Type { get; init; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
                [TagOf(nameof(Payload))] public Kind Kind { get => Type >= Least ? (Kind)Type : Type == 0 ? Kind.None : Kind.Other; init => Type = value == Kind.Other ? (ushort)0 : (ushort)value; }
            }
            public static class Test { public static void Run()
            {
                Carries("0800", one: true, two: false, other: false);
                Carries("86DD", one: false, two: true, other: false);
                Carries("8100", one: false, two: true, other: false);
                Carries("05FF", one: false, two: false, other: true);
                Carries("0001", one: false, two: false, other: true);
                // It is what Other is written as, but it is read as none.
                Carries("0000", one: false, two: false, other: false);
                Carries("0008", one: false, two: false, other: true);
                Check.Writes("0800" + "07", new Lower() / new One { A = 7 });
                Check.Writes("86DD" + "07", new Lower() / new Two { A = 7 });
                Check.Writes("8100" + "07", new Lower { Kind = Kind.Again } / new Two { A = 7 });
            }
            private static void Carries(string type, bool one, bool two, bool other)
            {
                Assert.True(Lower.TryParse(Convert.FromHexString(type + "05"), out var lower));
                Assert.Equal(one, lower.TryGet(out One a));
                Assert.Equal(two, lower.TryGet(out Two b));
                Assert.Equal(other, lower.TryGet(out Other c));
                Assert.Equal((one ? 5 : 0, two ? 5 : 0, other ? 5 : 0), (a.A, b.A, c.A));
            } }
            """,
        ["a tag that is read otherwise than it is set"] = Tagged + """
            [Message] public readonly ref partial struct Lower
            {
                public partial ushort Type { get; init; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
                [TagOf(nameof(Payload))] public Kind Kind { get => (Kind)(Type ^ 1); init => Type = (ushort)value; }
            }
            public static class Test { public static void Run()
            {
                Assert.True(Lower.TryParse([8, 1, 5], out var lower));
                Assert.True(lower.TryGet(out One one));
                Assert.Equal(5, one.A);
                Assert.True(Lower.TryParse([8, 0, 5], out lower));
                Assert.False(lower.TryGet(out one));
            } }
            """,
        ["a tag that may not be set"] = Tagged + """
            [Message] public readonly ref partial struct Lower
            {
                public partial ushort Type { get; init; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
                [TagOf(nameof(Payload))] public Kind Kind { get => (Kind)Type; init => Type = value == Kind.One ? throw new ArgumentException("not that") : (ushort)value; }
            }
            public static class Test { public static void Run()
            {
                Assert.True(Lower.TryParse([8, 0, 5], out var lower));
                Assert.True(lower.TryGet(out One one));
                Assert.Equal(5, one.A);
                Assert.False(lower.TryGet(out Two _));
            } }
            """,
        ["a tag that its field cannot hold"] = """
            public enum Kind : uint { One = 1, Large = 0x10001 }
            [Message, Tag(Kind.One)] public readonly partial struct One { public partial byte A { get; init; } }
            [Message, Tag(Kind.Large)] public readonly partial struct Large { public partial byte A { get; init; } }
            [Message] public readonly ref partial struct Lower
            {
                [Bits(16), TagOf(nameof(Payload))] public partial Kind Kind { get; init; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
            }
            public static class Test { public static void Run()
            {
                Assert.True(Lower.TryParse([0, 1, 5], out var lower));
                Assert.True(lower.TryGet(out One one));
                Assert.Equal(5, one.A);
                Assert.False(lower.TryGet(out Large _));
                Assert.ThrowsAny<ArgumentException>(() => (new Lower() / new Large()).ToArray());
            } }
            """,
        ["a tag that is set through what may not be set"] = Tagged + """
            [Message] public readonly ref partial struct Lower
            {
                public partial ushort Type { get; init; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
                private ushort Checked { get => Type; init => Type = value >= 0x0600 ? value : throw new ArgumentException("too small"); }
                [TagOf(nameof(Payload))] public Kind Kind { get => (Kind)Checked; init => Checked = (ushort)value; }
            }
            public static class Test { public static void Run()
            {
                Assert.True(Lower.TryParse([8, 0, 5], out var lower));
                Assert.True(lower.TryGet(out One _));
                Assert.False(lower.TryGet(out Other _));
            } }
            """,
        ["a tag that depends on what is not set"] = Tagged + """
            [Message] public readonly ref partial struct Lower
            {
                public partial ushort Type { get; init; }
                [ChecksumOf<InternetChecksum>(nameof(Type), nameof(Sum))] public partial ushort Sum { get; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
                [TagOf(nameof(Payload))] public Kind Kind { get => SumIsValid ? Kind.None : (Kind)Type; init => Type = (ushort)value; }
            }
            public static class Test { public static void Run()
            {
                Assert.True(Lower.TryParse(Convert.FromHexString("0800" + "F7FF" + "05"), out var lower));
                Assert.True(lower.SumIsValid);
                Assert.False(lower.TryGet(out One _));
                Assert.True(Lower.TryParse(Convert.FromHexString("0800" + "0000" + "05"), out lower));
                Assert.True(lower.TryGet(out One _));
            } }
            """,
        ["a tag less than zero, in a checked context"] = """
            public enum Kind : short { Past = -1, One = 1 }
            [Message, Tag(Kind.Past)] public readonly partial struct Past { public partial byte A { get; init; } }
            [Message, Tag(Kind.One)] public readonly partial struct One { public partial byte A { get; init; } }
            [Message] public readonly ref partial struct Lower
            {
                [TagOf<Kind>(nameof(Payload))] public partial ushort Type { get; init; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
            }
            public static class Test { public static void Run()
            {
                Assert.True(Lower.TryParse([0, 1, 5], out var lower));
                Assert.True(lower.TryGet(out One _));
                Assert.False(lower.TryGet(out Past _));
            } }
            """,
        ["a tag that is set without its upper byte, in a checked context"] = Tagged + """
            [Message] public readonly ref partial struct Lower
            {
                public partial ushort Type { get; init; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
                [TagOf(nameof(Payload))] public Kind Kind { get => (Kind)Type; init => Type = (byte)value; }
            }
            public static class Test { public static void Run()
            {
                Assert.True(Lower.TryParse([8, 0, 5], out var lower));
                Assert.True(lower.TryGet(out One _));
                Assert.False(lower.TryGet(out Two _));
                Assert.Throws<OverflowException>(() => (new Lower() / new One()).ToArray());
            } }
            """,
        ["an editor of a length or a type"] = Tagged + """
            [Message] public readonly ref partial struct Lower
            {
                [LengthOf(nameof(Payload), When = nameof(IsLength), Max = 1500)] public partial ushort Type { get; init; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
                [When(nameof(IsLength))] public partial ReadOnlySpan<byte> Trailer { get; init; }
                [TagOf(nameof(Payload))] public Kind Kind { get => Type >= 0x0600 ? (Kind)Type : Kind.Other; init => Type = (ushort)value; }
                public bool IsLength => Type < 0x0600;
            }
            [Message] public readonly ref partial struct Counted
            {
                public partial ushort Number { get; init; }
                [TagOf(nameof(Payload))] public partial Kind Kind { get; init; }
                [LengthOf(nameof(Payload), When = nameof(HasLength))] public partial byte Length { get; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
                private bool HasLength => Number >= 0x0100;
            }
            public static class Test { public static void Run()
            {
                byte[] bytes = [6, 0, 1, 2, 3];
                Assert.True(Lower.TryEdit(bytes, out var editor));
                Assert.Equal(3, editor.Payload.Length);
                bytes = [0, 2, 1, 2, 3];
                Assert.True(Lower.TryEdit(bytes, out editor));
                Assert.Equal((2, 1), (editor.Payload.Length, editor.Trailer.Length));
                bytes = new byte[2 + 0x05FF + 1];
                (bytes[0], bytes[1]) = (5, 0xFF);
                Assert.True(Lower.TryEdit(bytes, out editor));
                Assert.Equal((0x05FF, 1), (editor.Payload.Length, editor.Trailer.Length));
                bytes = [1, 0, 8, 0, 1, 2, 3];
                Assert.Equal(6, Counted.TryEdit(bytes, out var counted).BytesConsumed);
                Assert.Equal(1, counted.Payload.Length);
                bytes = [0, 0xFF, 8, 0, 1, 2, 3];
                Assert.Equal(7, Counted.TryEdit(bytes, out counted).BytesConsumed);
                Assert.Equal(2, counted.Payload.Length);
            } }
            """,
        ["a tag of two fields"] = Tagged + """
            [Message] public readonly ref partial struct Lower
            {
                public partial ushort Type { get; init; }
                public partial byte Flag { get; init; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
                [TagOf(nameof(Payload))] public Kind Kind { get => Flag == 0 ? (Kind)Type : Kind.None; init => Type = (ushort)value; }
            }
            public static class Test { public static void Run()
            {
                Assert.True(Lower.TryParse([8, 0, 0, 5], out var lower));
                Assert.True(lower.TryGet(out One _));
                Assert.True(Lower.TryParse([8, 0, 1, 5], out lower));
                Assert.False(lower.TryGet(out One _));
            } }
            """,
        ["a tag of four bytes, if a field says so"] = """
            public enum Kind : uint { One = 0x01020304 }
            [Message, Tag(Kind.One)] public readonly partial struct One { public partial byte A { get; init; } }
            [Message] public readonly ref partial struct Lower
            {
                public partial ushort Version { get; init; }
                [TagOf(nameof(Payload), When = nameof(IsTagged))] public partial Kind Kind { get; init; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
                private bool IsTagged => Version == 0x0102;
            }
            public static class Test { public static void Run()
            {
                Assert.True(Lower.TryParse(Convert.FromHexString("0102" + "01020304" + "05"), out var lower));
                Assert.True(lower.TryGet(out One one));
                Assert.Equal(5, one.A);
                Assert.True(Lower.TryParse(Convert.FromHexString("0201" + "01020304" + "05"), out lower));
                Assert.False(lower.TryGet(out one));
                Assert.True(Lower.TryParse(Convert.FromHexString("0102" + "04030201" + "05"), out lower));
                Assert.False(lower.TryGet(out one));
            } }
            """,
        ["conditions that compare a field"] = """
            [Message] public readonly ref partial struct M
            {
                private const ushort Least = 0x0600;
                public partial ushort Number { get; init; }
                [Bits(12)] public partial ushort Twelve { get; init; }
                [Bits(4)] public partial byte Four { get; init; }
                [LengthOf(nameof(A))] public partial byte LengthOfA { get; }
                [LengthOf(nameof(B))] public partial byte LengthOfB { get; }
                [LengthOf(nameof(C))] public partial byte LengthOfC { get; }
                [LengthOf(nameof(D))] public partial byte LengthOfD { get; }
                [When(nameof(IsSmall))] public partial ReadOnlySpan<byte> A { get; init; }
                [When(nameof(IsLarge))] public partial ReadOnlySpan<byte> B { get; init; }
                [When(nameof(IsHigh))] public partial ReadOnlySpan<byte> C { get; init; }
                [When(nameof(IsSeven))] public partial ReadOnlySpan<byte> D { get; init; }
                private bool IsSmall => Number < Least;
                private bool IsLarge => Number >= 0x0601;
                private bool IsHigh => Twelve >= 0x100;
                private bool IsSeven => Four == 7;
            }
            public static class Test { public static void Run()
            {
                Has("05FF" + "0FF0" + "01000000" + "AA", "AA", "", "", "");
                Has("0600" + "0FF0" + "00000000", "", "", "", "");
                Has("0601" + "0FF0" + "00010000" + "BB", "", "BB", "", "");
                Has("0600" + "1000" + "00000100" + "CC", "", "", "CC", "");
                Has("0600" + "0FF7" + "00000001" + "DD", "", "", "", "DD");
                Has("0006" + "F007" + "01000101" + "AACCDD", "AA", "", "CC", "DD");
            }
            private static void Has(string hex, string a, string b, string c, string d)
            {
                Assert.True(M.TryParse(Convert.FromHexString(hex), out var m));
                Assert.Equal((a, b, c, d), (Convert.ToHexString(m.A), Convert.ToHexString(m.B), Convert.ToHexString(m.C), Convert.ToHexString(m.D)));
                Check.Writes(hex, m);
            } }
            """,
        ["a length that counts where a field says so"] = """
            [Message] public readonly ref partial struct M
            {
                public partial ushort Kind { get; init; }
                [LengthOf(nameof(Data), When = nameof(HasLength))] public partial byte Length { get; }
                public partial ReadOnlySpan<byte> Data { get; init; }
                private bool HasLength => Kind >= 0x0100;
            }
            public static class Test { public static void Run()
            {
                Check.Reads<M>("0100" + "01" + "AA", (scoped in M m) => Assert.Equal(1, m.Data.Length));
                Check.Reads<M>("00FF" + "01" + "AABB", (scoped in M m) => Assert.Equal(2, m.Data.Length), isWhole: true);
                Assert.Equal(4, M.TryParse([1, 0, 1, 0xAA, 0xBB], out _).BytesConsumed);
            } }
            """,
        ["flags among the bits of a number"] = """
            [Message] public readonly partial struct M
            {
                public partial bool First { get; init; }
                [Bits(13)] public partial ushort Number { get; init; }
                public partial bool Middle { get; init; }
                public partial bool Last { get; init; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("8000", new M { First = true }, (scoped in M m) => Assert.Equal((true, 0, false, false), (m.First, m.Number, m.Middle, m.Last)));
                Check.BothWays<M>("7FFC", new M { Number = 8191 }, (scoped in M m) => Assert.Equal((false, 8191, false, false), (m.First, m.Number, m.Middle, m.Last)));
                Check.BothWays<M>("0002", new M { Middle = true }, (scoped in M m) => Assert.Equal((false, 0, true, false), (m.First, m.Number, m.Middle, m.Last)));
                Check.BothWays<M>("0001", new M { Last = true }, (scoped in M m) => Assert.Equal((false, 0, false, true), (m.First, m.Number, m.Middle, m.Last)));
            } }
            """,
        ["what is computed is forgotten by a change"] = Tagged + """
            [Message] public readonly ref partial struct M
            {
                [Bits(4)] public partial byte Kept { get; init; }
                [Bits(4), LengthOf(nameof(Kept), nameof(Options), Unit = 4)] public partial byte HeaderLength { get; }
                [LengthOf(nameof(Kept), nameof(Payload))] public partial ushort Total { get; }
                [ChecksumOf<InternetChecksum>(nameof(Kept), nameof(Options))] public partial ushort Sum { get; }
                [TagOf(nameof(Payload))] public partial Kind Kind { get; init; }
                public partial byte Last { get; init; }
                public partial ReadOnlySpan<byte> Options { get; init; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
            }
            public static class Test { public static void Run()
            {
                // 5 | two words of four bytes | 11 bytes | a sum, which nobody asks for | One | 6
                Assert.True(M.TryParse(Convert.FromHexString("52" + "000B" + "9EEE" + "0800" + "06" + "ABCDEF"), out var m));
                Assert.Equal((2, 11, 0x9EEE), (m.HeaderLength, m.Total, m.Sum));
                foreach (int i in new[] { 0, 1, 2 })
                {
                    var changed = i == 0 ? m with { Last = 6 } : i == 1 ? m with { Kept = 5 } : m with { Payload = [1] };
                    Assert.Equal((5, 0, 0, 0), (changed.Kept, changed.HeaderLength, changed.Total, changed.Sum));
                    Assert.Equal((Kind.One, 6), (changed.Kind, changed.Last));
                }
                // A computed number of the same bits as a field that is set.
                Assert.Equal("32", Convert.ToHexString((m with { Kept = 3 }).ToArray())[..2]);
                var layers = (m with { Payload = default }) / new One { A = 7 };
                Assert.Equal("520009", Convert.ToHexString(layers.ToArray())[..6]);
            } }
            """,
    };
}
