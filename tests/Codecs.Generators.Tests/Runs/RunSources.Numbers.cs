namespace Codecs.Generators.Tests;

/// <content>Numbers.</content>
internal static partial class RunSources
{
    private static Dictionary<string, string> Numbers => new()
    {
        ["wide and odd widths"] = """
            [Message] public readonly partial record struct M
            {
                [Bits(24)] public partial uint A { get; init; }
                [Bits(40)] public partial ulong B { get; init; }
                [Bits(48)] public partial ulong C { get; init; }
                [Bits(56)] public partial ulong D { get; init; }
                public partial UInt128 E { get; init; }
            }
            [Message, LittleEndian] public readonly partial record struct L
            {
                [Bits(24)] public partial uint A { get; init; }
                [Bits(40)] public partial ulong B { get; init; }
                [Bits(48)] public partial ulong C { get; init; }
                [Bits(56)] public partial ulong D { get; init; }
                public partial UInt128 E { get; init; }
                public partial byte F { get; init; }
            }
            public static class Test { public static void Run()
            {
                var wide = new UInt128(0x0102030405060708, 0x090A0B0C0D0E0F10);
                Check.BothWays<M>("010203" + "0405060708" + "090A0B0C0D0E" + "F0E0D0C0B0A090" + "0102030405060708090A0B0C0D0E0F10",
                    new M { A = 0x010203, B = 0x0405060708, C = 0x090A0B0C0D0E, D = 0xF0E0D0C0B0A090, E = wide },
                    (scoped in M m) => Assert.Equal(new M { A = 0x010203, B = 0x0405060708, C = 0x090A0B0C0D0E, D = 0xF0E0D0C0B0A090, E = new UInt128(0x0102030405060708, 0x090A0B0C0D0E0F10) }, m));
                Check.BothWays<L>("030201" + "0807060504" + "0E0D0C0B0A09" + "90A0B0C0D0E0F0" + "100F0E0D0C0B0A090807060504030201" + "7F",
                    new L { A = 0x010203, B = 0x0405060708, C = 0x090A0B0C0D0E, D = 0xF0E0D0C0B0A090, E = wide, F = 127 },
                    (scoped in L m) => { Assert.Equal(0x0405060708u, m.B); Assert.Equal(0xF0E0D0C0B0A090u, m.D); Assert.Equal(0x0102030405060708u, (ulong)(m.E >> 64)); });
                Assert.Throws<ArgumentOutOfRangeException>(() => new M { A = 0x1000000 });
                Assert.Throws<ArgumentOutOfRangeException>(() => new M { C = 1UL << 48 });
            } }
            """,
        ["signed and narrow"] = """
            public enum Signed : sbyte { Minus = -1, Least = -4, Most = 3 }
            [Message] public readonly partial record struct M
            {
                [Bits(3)] public partial sbyte A { get; init; }
                [Bits(3)] public partial Signed B { get; init; }
                [Bits(10)] public partial int C { get; init; }
                [Bits(24)] public partial int D { get; init; }
                public partial long E { get; init; }
                [Const(-2)] public partial short F { get; }
                [Bits(4), Const(-1)] public partial sbyte G { get; }
                [Bits(4)] public partial sbyte H { get; init; }
            }
            public static class Test { public static void Run()
            {
                // 101 111 10|0000 0001 ; -2 in 24 bits ; -3 in 64 ; FFFE ; F 8
                Check.BothWays<M>("BE01" + "FFFFFE" + "FFFFFFFFFFFFFFFD" + "FFFE" + "F8", new M { A = -3, B = Signed.Minus, C = -511, D = -2, E = -3, H = -8 },
                    (scoped in M m) => { Assert.Equal(-3, m.A); Assert.Equal(Signed.Minus, m.B); Assert.Equal(-511, m.C); Assert.Equal(-2, m.D); Assert.Equal(-3, m.E); Assert.Equal(-2, m.F); Assert.Equal(-1, m.G); Assert.Equal(-8, m.H); });
                Check.Fails<M>("BE01" + "FFFFFE" + "FFFFFFFFFFFFFFFD" + "FFFF" + "F8", ParseError.Value, "F", 13);
                Check.Fails<M>("BE01" + "FFFFFE" + "FFFFFFFFFFFFFFFD" + "FFFE" + "78", ParseError.Value, "G", 15);
                Assert.Throws<ArgumentOutOfRangeException>(() => new M { A = 4 });
                Assert.Throws<ArgumentOutOfRangeException>(() => new M { A = -5 });
                Assert.Throws<ArgumentOutOfRangeException>(() => new M { C = 512 });
            } }
            """,
        ["little-endian by a member"] = """
            [Message, LittleEndian(When = nameof(IsLittle))] public readonly partial record struct M
            {
                public partial byte Order { get; init; }
                public partial ushort A { get; init; }
                [Bits(24)] public partial uint B { get; init; }
                public partial ulong C { get; init; }
                public partial UInt128 D { get; init; }
                private bool IsLittle => Order == 1;
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("01" + "0201" + "030201" + "0807060504030201" + "10000000000000000000000000000000", new M { Order = 1, A = 0x0102, B = 0x010203, C = 0x0102030405060708, D = 16 },
                    (scoped in M m) => { Assert.Equal(0x0102, m.A); Assert.Equal(0x010203u, m.B); Assert.Equal(0x0102030405060708u, m.C); Assert.Equal((UInt128)16, m.D); });
                Check.BothWays<M>("00" + "0102" + "010203" + "0102030405060708" + "00000000000000000000000000000010", new M { Order = 0, A = 0x0102, B = 0x010203, C = 0x0102030405060708, D = 16 },
                    (scoped in M m) => { Assert.Equal(0x0102, m.A); Assert.Equal(0x010203u, m.B); Assert.Equal(0x0102030405060708u, m.C); Assert.Equal((UInt128)16, m.D); });
            } }
            """,
        ["byte order as a parameter"] = """
            [Message, LittleEndian(When = nameof(IsLittle))] public readonly ref partial struct Inner
            {
                [Parameter] public partial bool IsLittle { get; init; }
                [LengthOf(nameof(Length), nameof(Body))] public partial ushort Length { get; }
                public partial ReadOnlySpan<byte> Body { get; init; }
            }
            [Message] public readonly ref partial struct M
            {
                public partial byte Order { get; init; }
                [Argument(nameof(IsLittle))] public partial Inner Inner { get; init; }
                public bool IsLittle => Order == 1;
            }
            public static class Test { public static void Run()
            {
                Check.Reads<M>("01" + "0300" + "07", (scoped in M m) => Assert.Equal(7, m.Inner.Body[0]));
                Check.Reads<M>("00" + "0003" + "07", (scoped in M m) => Assert.Equal(3, m.Inner.Length));
                Check.Writes("01" + "0300" + "07", new M { Order = 1, Inner = new Inner { IsLittle = true, Body = [7] } });
                Assert.True(Inner.TryParse([4, 0, 1, 2], true, out var inner));
                Assert.Equal("04000102", Convert.ToHexString(inner.ToArray()));
            } }
            """,
        ["least significant bit first"] = """
            [Message, LsbFirst] public readonly partial record struct M
            {
                [Bits(1)] public partial bool A { get; init; }
                [Bits(3)] public partial byte B { get; init; }
                [Bits(12)] public partial ushort C { get; init; }
                [Bits(4)] public partial byte D { get; init; }
                [Bits(4)] public partial byte E { get; init; }
            }
            public static class Test { public static void Run()
            {
                // 0xABC << 4 | 5 << 1 | 1 = 0xABCB, least byte first; then E above D.
                Check.BothWays<M>("CBAB" + "21", new M { A = true, B = 5, C = 0xABC, D = 1, E = 2 }, (scoped in M m) => Assert.Equal(new M { A = true, B = 5, C = 0xABC, D = 1, E = 2 }, m));
            } }
            """,
        ["in a checked context"] = """
            public enum Signed : sbyte { Minus = -1 }
            [Message] public readonly ref partial struct M
            {
                public partial Signed A { get; init; }
                public partial sbyte B { get; init; }
                public partial int C { get; init; }
                [Bits(24)] public partial int D { get; init; }
                public partial ulong E { get; init; }
                [LengthOf(nameof(F))] public partial byte Length { get; }
                public partial ReadOnlySpan<byte> F { get; init; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("FF" + "FE" + "FFFFFFFD" + "FFFFFC" + "FFFFFFFFFFFFFFFF" + "01" + "09", new M { A = Signed.Minus, B = -2, C = -3, D = -4, E = ulong.MaxValue, F = [9] },
                    (scoped in M m) => { Assert.Equal(Signed.Minus, m.A); Assert.Equal(-2, m.B); Assert.Equal(-3, m.C); Assert.Equal(-4, m.D); Assert.Equal(ulong.MaxValue, m.E); });
            } }
            """,
        ["a length with longer forms"] = """
            [Message] public readonly ref partial struct M
            {
                [Bits(1), PresenceOf(nameof(Key))] public partial bool HasKey { get; }
                [Bits(1), PresenceOf(nameof(Mark))] public partial bool HasMark { get; }
                [Bits(2)] public partial byte Kind { get; init; }
                [Bits(4), Escape<byte>(13, Bias = 13), Escape<ushort>(14, Bias = 269), LengthOf(nameof(Data)), Require(nameof(IsShort))] public partial uint Length { get; }
                public partial uint? Key { get; init; }
                [LittleEndian] public partial ushort? Mark { get; init; }
                public partial ReadOnlySpan<byte> Data { get; init; }
                private bool IsShort => Length < 300;
            }
            [Message] public readonly ref partial struct Wide
            {
                [Bits(8), Escape<uint>(255), LengthOf(nameof(Data))] public partial ulong Length { get; }
                public partial ReadOnlySpan<byte> Data { get; init; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("00", new M(), (scoped in M m) => { Assert.Null(m.Key); Assert.Null(m.Mark); Assert.True(m.Data.IsEmpty); });
                Check.BothWays<M>("22" + "4142", new M { Kind = 2, Data = "AB"u8 }, (scoped in M m) => { Assert.Equal((2u, false, 2), (m.Length, m.HasKey, m.Kind)); Assert.Equal("AB"u8, m.Data); });
                Check.BothWays<M>("C1" + "01020304" + "0506" + "07", new M { Key = 0x01020304, Mark = 0x0605, Data = [7] }, (scoped in M m) =>
                {
                    Assert.Equal((0x01020304u, (ushort)0x0605, true, true), (m.Key, m.Mark, m.HasKey, m.HasMark)); Assert.Equal(7, m.Data[0]);
                });
                Check.BothWays<M>("41" + "0506" + "07", new M { Mark = 0x0605, Data = [7] }, (scoped in M m) => { Assert.Null(m.Key); Assert.Equal((ushort)0x0605, m.Mark); });
                foreach (int length in new[] { 12, 13, 14, 268, 269, 299 })
                {
                    byte[] data = new byte[length];
                    data[^1] = 9;
                    string header = length < 13 ? $"8{length:X}" : length < 269 ? $"8D{length - 13:X2}" : $"8E{length - 269:X4}";
                    Check.BothWays<M>(header + "01020304" + Convert.ToHexString(data), new M { Key = 0x01020304, Data = data }, (scoped in M m) => { Assert.Equal((uint)length, m.Length); Assert.Equal(9, m.Data[^1]); });
                }
                Check.Fails<M>("0F", ParseError.Value, "Length", 1);
                Check.Fails<M>("0E" + "001F" + new string('0', 600), ParseError.Requirement, "Length", 1);
                Check.Fails<Wide>("FF" + "000000FE" + new string('0', 508), ParseError.Value, "Length", 1);
                Check.BothWays<Wide>("02" + "0102", new Wide { Data = [1, 2] }, (scoped in Wide m) => Assert.Equal(2ul, m.Length));
                Check.BothWays<Wide>("FF" + "000000FF" + new string('0', 510), new Wide { Data = new byte[255] }, (scoped in Wide m) => Assert.Equal(255ul, m.Length));
                Assert.Equal(System.Buffers.OperationStatus.NeedMoreData, Wide.TryParse(Convert.FromHexString("FF" + "FFFFFFFF"), out _).Status);
            } }
            """,
    };
}
