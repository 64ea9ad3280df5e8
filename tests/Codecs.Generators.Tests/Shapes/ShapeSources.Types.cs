namespace Codecs.Generators.Tests;

/// <content>Types and modifiers of fields.</content>
internal static partial class ShapeSources
{
    private static Dictionary<string, string> Types => new()
    {
        ["integers"] = """
            using Codecs;
            namespace N;
            [Message]
            public readonly partial record struct Integers
            {
                public partial byte A { get; init; }
                public partial sbyte B { get; init; }
                public partial ushort C { get; init; }
                public partial short D { get; init; }
                public partial uint E { get; init; }
                public partial int F { get; init; }
                public partial ulong G { get; init; }
                public partial long H { get; init; }
                public partial UInt128 I { get; init; }
                [Bits(24)] public partial uint J { get; init; }
                [Bits(40)] public partial ulong K { get; init; }
                [Bits(48)] public partial long L { get; init; }
                [Bits(56)] public partial ulong M { get; init; }
                [Bytes(3)] public partial int N { get; init; }
                [Bits(3)] public partial sbyte O { get; init; }
                [Bits(4)] public partial int P { get; init; }
                public partial bool Q { get; init; }
            }
            [Message, LittleEndian]
            public readonly partial record struct Little
            {
                public partial ushort C { get; init; }
                public partial short D { get; init; }
                public partial uint E { get; init; }
                public partial int F { get; init; }
                public partial ulong G { get; init; }
                public partial long H { get; init; }
                public partial UInt128 I { get; init; }
                [Bits(24)] public partial uint J { get; init; }
                [Bits(40)] public partial ulong K { get; init; }
                [Bits(48)] public partial long L { get; init; }
                [Bits(56)] public partial ulong M { get; init; }
            }
            """,
        ["enums"] = """
            using Codecs;
            namespace N;
            public enum Signed : sbyte { Minus = -1, Plus = 1 }
            public enum Wide : ulong { Most = ulong.MaxValue }
            public enum Long : long { Least = long.MinValue }
            [Flags] public enum Bits : ushort { None, A = 1, B = 2, C = 4 }
            public enum Alias : byte { One = 1, Same = 1, Two = 2 }
            [Message, Tag(Signed.Minus, (Signed)(-100), Signed.Plus), Tag(Wide.Most), Tag(Long.Least), Tag(Bits.A | Bits.B, (Bits)0x8001), Tag(Alias.Same, (Alias)200)]
            public readonly ref partial struct M
            {
                public partial Signed A { get; init; }
                [Bits(4)] public partial Signed B { get; init; }
                [Bits(4)] public partial Bits C { get; init; }
                public partial Wide D { get; init; }
                public partial Long E { get; init; }
                [Bits(24)] public partial Long F { get; init; }
                [CountOf(nameof(H))] public partial byte Count { get; }
                public partial ScalarList<Signed> H { get; init; }
                [TagOf(nameof(P))] public partial Bits Kind { get; init; }
                public partial ReadOnlySpan<byte> P { get; init; }
            }
            [Stack] public readonly ref partial struct S { public partial M M { get; } }
            """,
        ["field types"] = """
            using Codecs;
            namespace N;
            [Bits(24)] public readonly record struct Oui(uint Number) : IScalar<Oui, uint>
            {
                public static Oui FromInteger(uint value) => new(value);
                public uint ToInteger() => Number;
            }
            public readonly record struct Plain(ushort Number) : IScalar<Plain, ushort>
            {
                public static Plain FromInteger(ushort value) => new(value);
                public ushort ToInteger() => Number;
            }
            public readonly ref struct Text : ICodec<Text>
            {
                public ReadOnlySpan<byte> Bytes { get; init; }
                public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out Text value)
                {
                    int length = message[offset..].IndexOf((byte)0);
                    value = length < 0 ? default : new Text { Bytes = message.Slice(offset, length) };
                    return length < 0 ? ParseResult.NeedMore(message.Length - offset + 1, 0) : ParseResult.Done(length + 1);
                }
                public int GetMaxSize() => Bytes.Length + 1;
                public int Write(Span<byte> message, int offset, scoped WriteContext context)
                {
                    Bytes.CopyTo(message[offset..]);
                    message[offset + Bytes.Length] = 0;
                    return Bytes.Length + 1;
                }
                public override string ToString() => "";
            }
            [Message]
            public readonly ref partial struct M
            {
                public partial Oui A { get; init; }
                public partial Plain B { get; init; }
                public partial Text C { get; init; }
                public partial byte Flags { get; init; }
                [When(nameof(Has))] public partial Oui? D { get; init; }
                [When(nameof(Has))] public partial Optional<Text> E { get; init; }
                [CountOf(nameof(G))] public partial byte Count { get; }
                public partial MessageList<Text> G { get; init; }
                [ChecksumOf<InternetChecksum>(nameof(A), nameof(G))] public partial ushort Sum { get; }
                [Bytes(4)] public partial ScalarList<Plain> H { get; init; }
                private bool Has => Flags != 0;
            }
            """,
        ["modifiers"] = """
            using Codecs;
            namespace N;
            internal enum Hidden : byte { None, M }
            [Message, Tag(Hidden.M)]
            public readonly ref partial struct M
            {
                partial byte Implicit { get; init; }
                private partial byte Private { get; init; }
                internal partial byte Internal { get; init; }
                public required partial byte Required { get; init; }
                public partial byte PrivateInit { get; private init; }
                public partial byte InternalInit { get; internal init; }
                public readonly partial byte ReadOnly { get; init; }
                [TagOf(nameof(Payload))] internal partial Hidden Kind { get; init; }
                private partial Secret Own { get; init; }
                [LengthOf(nameof(Payload))] private partial byte Length { get; }
                [Case<Inner>] internal partial ReadOnlySpan<byte> Payload { get; init; }
                private enum Secret : byte { None }
            }
            [Message, Tag(Hidden.M)] internal readonly partial record struct Inner { internal partial int X { get; init; } }
            [Stack] public readonly ref partial struct S { public partial M M { get; } internal partial Inner2 Inner { get; } }
            [Message, Tag(Hidden.None)] internal readonly partial struct Inner2 { private partial byte X { get; init; } }
            """,
        ["private table"] = """
            using Codecs;
            namespace N;
            public static partial class Outer
            {
                private enum Table : byte { None, Upper }
                [Message]
                private readonly ref partial struct Lower
                {
                    [TagOf(nameof(Payload))] public partial Table Kind { get; init; }
                    public partial ReadOnlySpan<byte> Payload { get; init; }
                }
                [Message, Tag(Table.Upper)]
                private readonly partial record struct Upper { public partial byte A { get; init; } }
                [Stack] private readonly ref partial struct Both { public partial Lower Lower { get; } public partial Upper Upper { get; } }
                internal static bool Run() => Both.TryParse(default, out _);
            }
            """,
        ["a table that only the message knows"] = """
            using Codecs;
            namespace N;
            [Message]
            public readonly ref partial struct M
            {
                [TagOf(nameof(Payload))] private partial Table Kind { get; init; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
                private enum Table : byte { None }
            }
            """,
        ["internal parameter and field types"] = """
            using Codecs;
            namespace N;
            internal enum Mode : byte { A, B }
            [Message]
            public readonly ref partial struct M
            {
                [Parameter] internal partial Mode Mode { get; init; }
                internal partial Mode Other { get; init; }
                private partial Mode Third { get; init; }
                [When(nameof(Has))] public partial ReadOnlySpan<byte> Data { get; init; }
                private bool Has => Mode == Mode.B;
            }
            """,
        ["record structs"] = """
            using Codecs;
            namespace N;
            public enum E : byte { None, A }
            public interface IShape { int Area { get; } }
            [Message, Tag(E.A)]
            public readonly partial record struct Point : IShape, IComparable<Point>
            {
                public partial short X { get; init; }
                public partial short Y { get; init; }
                [Reserved] private partial byte Unused { get; }
                public int Area => X * Y;
                public int CompareTo(Point other) => X.CompareTo(other.X);
                public override string ToString() => "point";
            }
            [Message] public readonly partial record struct Nested { public partial Point From { get; init; } public partial Point To { get; init; } public partial Point? Third { get; init; } }
            [Message] public readonly partial record struct Line { public Line() { } public Line(short x) : this() => X = x; public partial short X { get; init; } }
            """,
    };
}
