namespace Codecs.Generators.Tests;

/// <content>Every word of the language.</content>
internal static partial class ShapeSources
{
    private static Dictionary<string, string> Words => new()
    {
        ["lengths"] = """
            using Codecs;
            namespace N;
            [Message("RFC 1")]
            public readonly ref partial struct Header
            {
                [Bits(4), Const(4)] public partial byte Version { get; }
                [Bits(4), LengthOf(nameof(Version), nameof(Options), Unit = 4)] public partial byte HeaderLength { get; }
                [LengthOf(nameof(Version), nameof(Payload), When = nameof(HasLength))] public partial ushort TotalLength { get; }
                public partial ReadOnlySpan<byte> Options { get; init; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
                private bool HasLength => TotalLength != 0;
            }
            [Message]
            public readonly ref partial struct Two
            {
                [LengthOf(nameof(A)), LengthOf(nameof(B), Bias = 1)] public partial byte Length { get; }
                public partial ReadOnlySpan<byte> A { get; init; }
                public partial ReadOnlySpan<byte> B { get; init; }
                [LengthOf(nameof(Inner), nameof(Last))] public partial uint Outer { get; }
                public partial ushort Inner { get; init; }
                public partial ReadOnlySpan<byte> Middle { get; init; }
                [Bits(24)] public partial uint Last { get; init; }
            }
            [Message]
            public readonly ref partial struct Twice
            {
                [LengthOf(nameof(Before), nameof(After))] public partial uint Before { get; }
                public partial ReadOnlySpan<byte> Body { get; init; }
                [LengthOf(nameof(Before), nameof(After))] public partial uint After { get; }
            }
            [Message]
            public readonly ref partial struct Trailing
            {
                [Bits(1), PresenceOf(nameof(Padding)), PresenceOf(nameof(Count))] public partial bool HasPadding { get; }
                [Bits(7)] public partial byte Kind { get; init; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
                public partial Optional<ReadOnlySpan<byte>> Padding { get; init; }
                [LengthOf(nameof(Padding), nameof(Count))] public partial byte? Count { get; }
                public partial ReadOnlySpan<byte> Trailer { get; init; }
                [LittleEndian, LengthOf(nameof(Trailer))] public partial ushort TrailerLength { get; }
            }
            [Message]
            public readonly ref partial struct MaybeLength
            {
                [LengthOf(nameof(Payload), When = nameof(IsLength))] public partial ushort TypeOrLength { get; init; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
                [When(nameof(IsLength))] public partial ReadOnlySpan<byte> Trailer { get; init; }
                private bool IsLength => TypeOrLength < 1536;
            }
            """,
        ["options"] = """
            using Codecs;
            namespace N;
            public enum OptionType : byte { End, NoOperation, Value }
            [Message]
            public readonly ref partial struct Option
            {
                [TagOf(nameof(Data))] public partial OptionType Type { get; init; }
                [When(nameof(HasLength)), LengthOf(nameof(Type), nameof(Data))] public partial byte Length { get; }
                [When(nameof(HasLength)), Case<Value>] public partial ReadOnlySpan<byte> Data { get; init; }
                public bool IsEnd => Type == OptionType.End;
                private bool HasLength => Type > OptionType.NoOperation;
            }
            [Message, Tag(OptionType.Value)] public readonly partial record struct Value { public partial ushort Number { get; init; } }
            [Message]
            public readonly ref partial struct Options
            {
                [LengthOf(nameof(Bounded))] public partial byte Length { get; }
                [Until(nameof(Option.IsEnd))] public partial MessageList<Option> Bounded { get; init; }
                [CountOf(nameof(Counted), Bias = 1)] public partial byte Count { get; }
                public partial MessageList<Option> Counted { get; init; }
                [Until(nameof(Option.IsEnd))] public partial MessageList<Option> Unbounded { get; init; }
                public partial MessageList<Value> Rest { get; init; }
            }
            """,
        ["optional"] = """
            using Codecs;
            namespace N;
            [Message] public readonly partial record struct Point { public partial byte X { get; init; } }
            [Message]
            public readonly ref partial struct Optionals
            {
                [Bits(1), PresenceOf(nameof(A))] public partial bool HasA { get; }
                [Bits(1), PresenceOf(nameof(B)), PresenceOf(nameof(C))] public partial bool HasBC { get; }
                [Bits(1)] public partial bool HasD { get; init; }
                [Bits(5), Reserved(31)] private partial byte Unused { get; }
                public partial uint? A { get; init; }
                public partial Point? B { get; init; }
                [Bytes(2)] public partial Optional<ReadOnlySpan<byte>> C { get; init; }
                [When(nameof(HasD))] public partial ushort D { get; init; }
                [When(nameof(HasD)), Bytes(3)] public partial ReadOnlySpan<byte> E { get; init; }
                [Const(0xFF03)] public partial ushort? Marker { get; init; }
                [LengthOf(nameof(F), nameof(G))] public partial byte Length { get; }
                public partial byte? F { get; init; }
                public partial Optional<ScalarList<ushort>> G { get; init; }
                public partial uint? Last { get; init; }
            }
            """,
        ["requirements"] = """
            using Codecs;
            namespace N;
            [Message]
            public readonly ref partial struct Required
            {
                [Require(nameof(IsKnown))] public partial byte Version { get; init; }
                public partial byte Width { get; init; }
                [Bytes(nameof(ByteWidth))] public partial ReadOnlySpan<byte> Address { get; init; }
                [Bytes(8), Require(nameof(IsLong))] public partial ReadOnlySpan<byte> Magic { get; init; }
                [LengthOf(nameof(Rest))] public partial byte Length { get; }
                [Require(nameof(IsSmall))] public partial ReadOnlySpan<byte> Rest { get; init; }
                [Bytes(4)] public partial ScalarList<ushort> Numbers { get; init; }
                [Bytes(nameof(ByteWidth))] public partial ScalarList<byte> More { get; init; }
                private bool IsKnown => Version is 1 or 2;
                private bool IsLong => Magic.Length == 8;
                private bool IsSmall => Rest.Length < 100;
                private int ByteWidth => (Width + 7) / 8;
            }
            """,
        ["alignment"] = """
            using Codecs;
            namespace N;
            [Message]
            public readonly ref partial struct Chunk
            {
                public partial byte Type { get; init; }
                public partial byte Flags { get; init; }
                [LengthOf(nameof(Type), nameof(Value))] public partial ushort Length { get; }
                public partial ReadOnlySpan<byte> Value { get; init; }
                [Align(4)] private partial ReadOnlySpan<byte> Padding { get; }
            }
            [Message] public readonly ref partial struct Chunks { public partial MessageList<Chunk> All { get; init; } }
            """,
        ["byte order"] = """
            using Codecs;
            namespace N;
            [Message, LittleEndian(When = nameof(IsLittle))]
            public readonly ref partial struct Block
            {
                [Parameter] public partial bool IsLittle { get; init; }
                public partial uint Type { get; init; }
                [LengthOf(nameof(Type), nameof(Last))] public partial uint First { get; }
                [Bits(24)] public partial uint Middle { get; init; }
                public partial byte Byte { get; init; }
                public partial UInt128 Wide { get; init; }
                public partial ReadOnlySpan<byte> Body { get; init; }
                [LengthOf(nameof(Type), nameof(Last))] public partial uint Last { get; }
            }
            [Message]
            public readonly ref partial struct Section
            {
                public partial byte Order { get; init; }
                [LittleEndian] public partial ushort Little { get; init; }
                [LittleEndian(When = nameof(IsLittle))] public partial ulong Either { get; init; }
                [Argument(nameof(IsLittle))] public partial Block Block { get; init; }
                private bool IsLittle => Order == 1;
            }
            [Message, LsbFirst]
            public readonly partial record struct Flags
            {
                [Bits(1)] public partial bool A { get; init; }
                [Bits(3)] public partial byte B { get; init; }
                [Bits(12)] public partial ushort C { get; init; }
                public partial uint D { get; init; }
            }
            [Message]
            public readonly partial record struct Mixed
            {
                [Bits(4), LsbFirst] public partial byte A { get; init; }
                [Bits(4), LsbFirst] public partial byte B { get; init; }
                [Bits(4)] public partial byte C { get; init; }
                [Bits(4)] public partial byte D { get; init; }
            }
            """,
        ["parameters"] = """
            using Codecs;
            namespace N;
            [Message]
            public readonly ref partial struct Sized
            {
                [Parameter] public partial int Width { get; init; }
                [Parameter] public partial bool HasTail { get; init; }
                [Bytes(nameof(Width))] public partial ReadOnlySpan<byte> Data { get; init; }
                [When(nameof(HasTail))] public partial ushort Tail { get; init; }
            }
            [Message]
            public readonly ref partial struct User
            {
                public partial byte Length { get; init; }
                [Argument(nameof(Width), nameof(Yes))] public partial Sized Sized { get; init; }
                private int Width => Length;
                private bool Yes => true;
            }
            """,
        ["tags"] = """
            using Codecs;
            namespace N;
            public enum Port : ushort { None, A = 1, B = 2 }
            public enum Kind : byte { Pseudo = 1, Real = 5 }
            [Message]
            public readonly ref partial struct Lower
            {
                [TagOf<Port>(nameof(Payload))] public partial ushort Source { get; init; }
                [TagOf<Port>(nameof(Payload), When = nameof(IsOpen))] public partial ushort Destination { get; init; }
                [Bits(8)] public partial bool IsOpen { get; init; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
            }
            [Message, Tag(Port.A, (Port)502), Tag(Kind.Real)] public readonly partial record struct Upper { public partial byte X { get; init; } }
            [Message, Tag(Port.A, In = typeof(Lower), Of = nameof(Lower.Source))] public readonly partial record struct Narrow { public partial byte X { get; init; } }
            [Message]
            public readonly ref partial struct Mapped
            {
                public partial ushort Number { get; init; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
                [TagOf(nameof(Payload))] public Kind Kind { get => Number < 100 ? Kind.Pseudo : (Kind)(Number - 100); init { if (value != Kind.Pseudo) Number = (ushort)(value + 100); } }
            }
            [Message]
            public readonly ref partial struct Single
            {
                public partial byte Head { get; init; }
                [LengthOf(nameof(Body))] public partial byte Length { get; }
                [Case<Upper>] public partial ReadOnlySpan<byte> Body { get; init; }
            }
            [Stack, FastPath(typeof(Lower), typeof(Upper)), FastPath(typeof(Lower), typeof(Narrow))]
            public readonly ref partial struct Stacked
            {
                public partial Lower Lower { get; }
                public partial Upper Upper { get; }
                public partial Narrow Narrow { get; }
            }
            """,
        ["checksums"] = """
            using Codecs;
            namespace N;
            public struct Xor : IChecksum<Xor, byte>
            {
                private byte _value;
                public void Append(ReadOnlySpan<byte> bytes) { foreach (byte b in bytes) _value ^= b; }
                public readonly byte Value => _value;
                public static bool IsValid(byte stored, Xor computed) => stored == computed._value;
            }
            [Message] public readonly partial record struct Point { public partial byte X { get; init; } }
            [Message]
            public readonly ref partial struct Sums
            {
                [ChecksumOf<InternetChecksum>(nameof(First), nameof(Payload), Seed = nameof(Seed))] public partial ushort First { get; }
                [LittleEndian, ChecksumOf<InternetChecksum>(nameof(Between), nameof(Payload))] public partial ushort Second { get; }
                public partial uint Between { get; init; }
                [Bits(1), PresenceOf(nameof(Maybe))] public partial bool HasMaybe { get; }
                [Bits(7)] public partial byte Rest { get; init; }
                public partial uint? Maybe { get; init; }
                public partial Point Point { get; init; }
                [LengthOf(nameof(Payload), Unit = 4)] public partial byte Length { get; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
                [ChecksumOf<Xor>(nameof(First), nameof(Last), Seed = nameof(Start))] public partial byte Last { get; }
                private static InternetChecksum Seed(PseudoHeader below, int length) => below.Seed(6, length);
                private Xor Start => default;
            }
            [Message]
            public readonly ref partial struct Trailer
            {
                public partial ReadOnlySpan<byte> Payload { get; init; }
                [ChecksumOf<InternetChecksum>(nameof(Payload), nameof(Payload))] public partial ushort Sum { get; }
            }
            """,
        ["text"] = """
            using Codecs;
            namespace N;
            [Message, Terminated("\r\n")]
            public readonly ref partial struct Line
            {
                [Digits(3)] public partial ushort Code { get; init; }
                [Terminated(" ")] public partial ReadOnlySpan<byte> Verb { get; init; }
                [Digits(Radix = 16), Terminated(",", Escape = '!')] public partial uint Number { get; init; }
                public partial byte Delimiter { get; init; }
                [Terminated(Field = nameof(Delimiter))] public partial ReadOnlySpan<byte> Middle { get; init; }
                [Terminated(":", Optional = true)] public partial ReadOnlySpan<byte> Maybe { get; init; }
                [Const("\"\\\u0000HTTP/1.1 ")] public partial ReadOnlySpan<byte> Protocol { get; }
                [Const("Key\u00C0:", IgnoreCase = true)] public partial ReadOnlySpan<byte> Keyword { get; }
                [Const("\u00C0\u00DB")] private partial ReadOnlySpan<byte> Frame { get; }
                [Const(new byte[] { 1, 2 })] private partial ReadOnlySpan<byte> Numbers { get; }
                [While(nameof(Blank))] public partial ReadOnlySpan<byte> Space { get; init; }
                [While(nameof(IsVisible)), Terminated(";")] public partial ReadOnlySpan<byte> Visible { get; init; }
                public partial ReadOnlySpan<byte> Text { get; init; }
                private static readonly System.Buffers.SearchValues<byte> Blank = System.Buffers.SearchValues.Create(" \t"u8);
                private static bool IsVisible(byte value) => value is > 32 and < 127 and not (byte)';';
            }
            """,
        ["words of text enums"] = """
            using Codecs;
            namespace N.@class;
            [Token] public enum Verb : byte { @new = 1, [Token("\"G\\\u0001\u00FF")] Get, [Token, System.Obsolete] Old = 2 }
            public static class Outer { [Token(IgnoreCase = true)] internal enum Word { One, [Token("two")] Two } }
            [Token] public enum Empty { }
            [Message]
            public readonly ref partial struct Request
            {
                [Terminated(" "), TagOf(nameof(Text))] public partial Token<Verb> Verb { get; init; }
                [Prefixed<ushort>] internal partial Token<Outer.Word> Word { get; init; }
                [Bytes(4)] public partial Token<Empty> Empty { get; init; }
                public partial ReadOnlySpan<byte> Text { get; init; }
            }
            """,
        ["prefixes and escapes"] = """
            using Codecs;
            namespace N;
            [Message] public readonly partial record struct Point { public partial byte X { get; init; } }
            [Message]
            public readonly ref partial struct Vectors
            {
                [Prefixed<byte>] public partial ReadOnlySpan<byte> Session { get; init; }
                [Prefixed<ushort>(Bias = 2)] public partial ScalarList<ushort> Suites { get; init; }
                [Prefixed<uint>(Unit = 4), Limit(1000)] public partial MessageList<Point> Points { get; init; }
                [Prefixed<byte>] public partial Point Point { get; init; }
            }
            [Message]
            public readonly ref partial struct Frame
            {
                [Bits(1), PresenceOf(nameof(Key))] public partial bool IsMasked { get; }
                [Bits(7), Escape<ushort>(126), Escape<ulong>(127), LengthOf(nameof(Payload))] public partial ulong PayloadLength { get; }
                public partial uint? Key { get; init; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
            }
            [Message]
            public readonly ref partial struct Coap
            {
                [Bits(4), Escape<byte>(13, Bias = 13), Escape<ushort>(14, Bias = 269)] public partial ushort Delta { get; init; }
                [Bits(4), Escape<byte>(13, Bias = 13), Escape<ushort>(14, Bias = 269), LengthOf(nameof(Value))] public partial ushort Length { get; }
                public partial ReadOnlySpan<byte> Value { get; init; }
            }
            """,
    };
}
