namespace Codecs.Generators.Tests;

/// <content>What is behind an open field, and is found from the end.</content>
internal static partial class RunSources
{
    private static Dictionary<string, string> Tails => new()
    {
        ["a length that is the last byte of its range"] = """
            [Message] public readonly ref partial struct M
            {
                [Bits(1), PresenceOf(nameof(Padding)), PresenceOf(nameof(PaddingCount))] public partial bool HasPadding { get; }
                [Bits(7)] public partial byte Kind { get; init; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
                public partial Optional<ReadOnlySpan<byte>> Padding { get; init; }
                [LengthOf(nameof(Padding), nameof(PaddingCount))] public partial byte? PaddingCount { get; }
            }
            [Message] public readonly ref partial struct Outer
            {
                [LengthOf(nameof(Payload), nameof(PaddingCount))] public partial byte Length { get; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
                public partial ReadOnlySpan<byte> Padding { get; init; }
                [LengthOf(nameof(Padding), nameof(PaddingCount))] public partial byte PaddingCount { get; }
                public partial byte After { get; init; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("05" + "0102", new M { Kind = 5, Payload = [1, 2] }, (scoped in M m) => { Assert.Equal(2, m.Payload.Length); Assert.False(m.HasPadding); Assert.Null(m.PaddingCount); }, isWhole: true);
                Check.BothWays<M>("85" + "0102" + "0000" + "03", new M { Kind = 5, Payload = [1, 2], Padding = new([0, 0]) }, (scoped in M m) =>
                {
                    Assert.Equal(2, m.Payload.Length);
                    Assert.Equal(2, m.Padding.Value.Length);
                    Assert.Equal((byte)3, m.PaddingCount);
                    Assert.True(m.HasPadding);
                    Assert.Contains("PaddingCount", m.ToString());
                    Assert.Equal("850102" + "00" + "02", Convert.ToHexString((m with { Padding = new([0]) }).ToArray()));
                }, isWhole: true);
                // The count alone, and padding without payload.
                Check.BothWays<M>("80" + "01", new M { Padding = new([]) }, (scoped in M m) => { Assert.True(m.Payload.IsEmpty); Assert.True(m.Padding.HasValue); }, isWhole: true);
                Check.BothWays<M>("80" + "AA02", new M { Padding = new([0xAA]) }, (scoped in M m) => Assert.Equal(1, m.Padding.Value.Length), isWhole: true);
                Check.Fails<M>("80" + "010200", ParseError.Length, "PaddingCount", 3);
                Check.Fails<M>("80" + "010204", ParseError.Length, "PaddingCount", 3);
                Assert.Equal(2, M.TryParse([0x80], out _).BytesNeeded);
                Check.BothWays<Outer>("05" + "0102" + "0000" + "03" + "FF", new Outer { Payload = [1, 2], Padding = [0, 0], After = 255 }, (scoped in Outer m) => { Assert.Equal(2, m.Payload.Length); Assert.Equal(3, m.PaddingCount); });
                Check.BothWays<Outer>("01" + "01" + "FF", new Outer { After = 255 }, (scoped in Outer m) => Assert.True(m.Payload.IsEmpty));
                Check.Fails<Outer>("03" + "010204" + "FF", ParseError.Length, "PaddingCount", 3);
                Check.Fails<Outer>("00" + "01" + "FF", ParseError.Length, "PaddingCount", 1);
                Assert.True(Outer.TryParseHeader([9, 1, 2, 3], out var cut));
                Assert.Equal(9, cut.Length);
            } }
            """,
        ["a length and a tag behind the payload"] = """
            public enum Proto : byte { None, Upper = 6 }
            [Message, Tag(Proto.Upper)] public readonly partial record struct Upper { public partial ushort Number { get; init; } }
            [Message] public readonly ref partial struct M
            {
                public partial byte Kind { get; init; }
                [Case<Upper>] public partial ReadOnlySpan<byte> Payload { get; init; }
                public partial ReadOnlySpan<byte> Padding { get; init; }
                [LengthOf(nameof(Padding))] public partial byte PaddingLength { get; }
                [TagOf(nameof(Payload))] public partial Proto Next { get; init; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("01" + "0203" + "0000" + "02" + "06", new M { Kind = 1, Payload = [2, 3], Padding = [0, 0], Next = Proto.Upper }, (scoped in M m) =>
                {
                    Assert.Equal(2, m.Payload.Length);
                    Assert.Equal(2, m.PaddingLength);
                    Assert.True(m.TryGet(out Upper upper));
                    Assert.Equal(0x0203, upper.Number);
                }, isWhole: true);
                Check.BothWays<M>("01" + "00" + "00", new M { Kind = 1 }, (scoped in M m) => Assert.True(m.Payload.IsEmpty), isWhole: true);
                Assert.Equal("01" + "1234" + "AA" + "01" + "06", Convert.ToHexString((new M { Kind = 1, Padding = [0xAA] } / new Upper { Number = 0x1234 }).ToArray()));
                Check.Fails<M>("01" + "0203" + "03" + "06", ParseError.Length, "PaddingLength", 3);
                Assert.Equal(3, M.TryParse([1], out _).BytesNeeded);
            } }
            """,
        ["a length or count behind what is known without it"] = """
            [Message] public readonly ref partial struct Span
            {
                public partial byte Kind { get; init; }
                public partial ReadOnlySpan<byte> Data { get; init; }
                [LengthOf(nameof(Data))] public partial ushort Length { get; }
                public partial byte After { get; init; }
            }
            [Message] public readonly ref partial struct Line
            {
                [Terminated("\n")] public partial ReadOnlySpan<byte> Text { get; init; }
                [LengthOf(nameof(Text))] public partial byte Length { get; }
            }
            [Message] public readonly partial record struct Point { public partial byte X { get; init; } public partial byte Y { get; init; } }
            [Message] public readonly ref partial struct Lists
            {
                public partial MessageList<Point> Points { get; init; }
                [CountOf(nameof(Points), Bias = 1)] public partial byte Count { get; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<Span>("01" + "0203" + "0002" + "FF", new Span { Kind = 1, Data = [2, 3], After = 255 }, (scoped in Span m) => Assert.Equal(2, m.Length), isWhole: true);
                Check.Fails<Span>("01" + "0203" + "0003" + "FF", ParseError.Length, "Length", 3);
                Check.BothWays<Line>("6162" + "0A" + "03", new Line { Text = "ab"u8 }, (scoped in Line m) => Assert.Equal(2, m.Text.Length));
                Check.Fails<Line>("61620A04", ParseError.Length, "Length", 3);
                Check.BothWays<Lists>("01020304" + "03", new Lists { Points = new ListBuilder<Point> { new() { X = 1, Y = 2 }, new() { X = 3, Y = 4 } } }, (scoped in Lists m) => Assert.Equal(2, m.Points.Count), isWhole: true);
                Check.Fails<Lists>("01020304" + "02", ParseError.Length, "Count", 4);
            } }
            """,
        ["a tag that bounds its payload"] = """
            public enum Id : byte { None, Number, Text, Empty }
            [Message, Tag(Id.Number)] public readonly partial record struct Number { public partial ushort Value { get; init; } }
            [Message, Tag(Id.Text)] public readonly ref partial struct Text { [Prefixed<byte>] public partial ReadOnlySpan<byte> Value { get; init; } }
            [Message] public readonly ref partial struct Property
            {
                [TagOf(nameof(Value), Bounds = true)] public partial Id Id { get; init; }
                [Case<Number>, Case<Text>] public partial ReadOnlySpan<byte> Value { get; init; }
            }
            [Message] public readonly ref partial struct Properties
            {
                [Prefixed<byte>] public partial MessageList<Property> All { get; init; }
                public partial byte After { get; init; }
            }
            [Message] public readonly ref partial struct Last
            {
                [LengthOf(nameof(Id), nameof(Value))] public partial byte Length { get; }
                [TagOf(nameof(Value), Bounds = true)] public partial Id Id { get; init; }
                [Case<Number>] public partial ReadOnlySpan<byte> Value { get; init; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<Property>("01" + "1234", new Property { Id = Id.Number, Value = [0x12, 0x34] }, (scoped in Property p) => { Assert.True(p.TryGet(out Number number)); Assert.Equal(0x1234, number.Value); });
                Check.BothWays<Property>("02" + "026162", new Property { Id = Id.Text, Value = [2, 0x61, 0x62] }, (scoped in Property p) => Assert.Equal(3, p.Value.Length));
                Check.Fails<Property>("03" + "00", ParseError.Value, "Value", 1);
                Check.BothWays<Properties>("07" + "011234" + "02026162" + "FF",
                    new Properties { All = new ListBuilder<Property> { new Number { Value = 0x1234 }, new() { Id = Id.Text, Value = [2, 0x61, 0x62] } }, After = 255 },
                    (scoped in Properties m) => { Assert.Equal(2, m.All.Count); Assert.Equal(3, m.All.ElementAt(1).Value.Length); });
                Check.BothWays<Last>("03" + "01" + "1234", new Last { Id = Id.Number, Value = [0x12, 0x34] }, (scoped in Last m) => Assert.Equal(2, m.Value.Length));
                Check.BothWays<Last>("03" + "09" + "1234", new Last { Id = (Id)9, Value = [0x12, 0x34] }, (scoped in Last m) => Assert.Equal(2, m.Value.Length));
                Check.Fails<Last>("04" + "01" + "123456", ParseError.Length, "Length", 0);
                Assert.Equal((ParseError.Length, 0), (Last.TryParse([2, 1, 2], out _) is var r ? (r.Error, 0) : default));
            } }
            """,
        ["a table narrowed to carriers that have something in common"] = """
            public enum Id : byte { None, Ask }
            public interface IQuestion { Id Id { get; } }
            [Message] public readonly ref partial struct Short : IQuestion
            {
                [TagOf(nameof(Data))] public partial Id Id { get; init; }
                [Case<Question>] public partial ReadOnlySpan<byte> Data { get; init; }
            }
            [Message] public readonly ref partial struct Long : IQuestion
            {
                public partial ushort Number { get; init; }
                [TagOf(nameof(Data))] public partial Id Id { get; init; }
                [Case<Question>] public partial ReadOnlySpan<byte> Data { get; init; }
            }
            [Message] public readonly ref partial struct Reply
            {
                [TagOf(nameof(Data))] public partial Id Id { get; init; }
                [Case<Answer>] public partial ReadOnlySpan<byte> Data { get; init; }
            }
            [Message, Tag(Id.Ask, In = typeof(IQuestion))] public readonly partial record struct Question { public partial byte X { get; init; } }
            [Message, Tag(Id.Ask, In = typeof(Reply))] public readonly partial record struct Answer { public partial ushort Y { get; init; } }
            public static class Test { public static void Run()
            {
                Assert.Equal("0107", Convert.ToHexString((new Short() / new Question { X = 7 }).ToArray()));
                Assert.Equal("00020107", Convert.ToHexString((new Long { Number = 2 } / new Question { X = 7 }).ToArray()));
                Check.Reads<Short>("0107", (scoped in Short m) => { Assert.True(m.TryGet(out Question q)); Assert.Equal(7, q.X); Assert.Equal(ParseError.NotCarried, m.TryGet(out Answer _).Error); }, isWhole: true);
                Check.Reads<Long>("00020107", (scoped in Long m) => { Assert.True(m.TryGet(out Question q)); Assert.Equal(7, q.X); }, isWhole: true);
                Check.Reads<Reply>("010007", (scoped in Reply m) => { Assert.True(m.TryGet(out Answer a)); Assert.Equal(7, a.Y); Assert.Equal(ParseError.NotCarried, m.TryGet(out Question _).Error); }, isWhole: true);
            } }
            """,
        ["a bitmap of what is there"] = """
            [Message] public readonly ref partial struct M
            {
                [PresenceOf(nameof(More), nameof(A), null, nameof(B))] public partial byte Bitmap { get; }
                [PresenceOf(nameof(C), nameof(D))] public partial ushort? More { get; }
                public partial ushort? A { get; init; }
                [Bytes(2)] public partial Optional<ReadOnlySpan<byte>> B { get; init; }
                public partial byte? C { get; init; }
                public partial byte? D { get; init; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("00", new M(), (scoped in M m) => Assert.Null(m.A));
                Check.BothWays<M>("50" + "0102" + "0304", new M { A = 0x0102, B = new([3, 4]) }, (scoped in M m) => { Assert.Equal((ushort)0x0102, m.A); Assert.Equal(4, m.B.Value[1]); Assert.Equal(0x50, m.Bitmap); Assert.Null(m.More); });
                Check.BothWays<M>("C0" + "4000" + "0102" + "07", new M { A = 0x0102, D = 7 }, (scoped in M m) => { Assert.Equal((ushort)0x4000, m.More); Assert.Null(m.C); Assert.Equal((byte)7, m.D); });
                Check.Fails<M>("20" + "0000", ParseError.Value, "Bitmap", 0);
                Check.Fails<M>("80" + "0001", ParseError.Value, "More", 1);
                Assert.True(M.TryParse([0x50, 1, 2, 3, 4], out var parsed));
                Assert.Equal("400102", Convert.ToHexString((parsed with { B = default }).ToArray()));
            } }
            """,
        ["fields that come and go together"] = """
            [Message] public readonly partial record struct M
            {
                [Bits(1), PresenceOf(nameof(A)), PresenceOf(nameof(B))] public partial bool Has { get; }
                [Bits(7)] public partial byte Kind { get; init; }
                public partial byte? A { get; init; }
                public partial ushort? B { get; init; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("81" + "02" + "0003", new M { Kind = 1, A = 2, B = 3 }, (scoped in M m) => { Assert.Equal((byte)2, m.A); Assert.Equal((ushort)3, m.B); });
                Check.BothWays<M>("01", new M { Kind = 1 }, (scoped in M m) => Assert.Null(m.B));
                Assert.Throws<InvalidOperationException>(() => new M { A = 2 }.ToArray());
                Assert.Throws<InvalidOperationException>(() => new M { B = 2 }.ToArray());
            } }
            """,
    };
}
