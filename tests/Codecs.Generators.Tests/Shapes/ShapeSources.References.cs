namespace Codecs.Generators.Tests;

internal static partial class ShapeSources
{
    /// <summary>A field type that stands for an earlier byte of the message: the smallest there is.</summary>
    public const string Mark = """
        [BackReferences]
        public readonly ref struct Mark : ICodec<Mark>
        {
            // A byte below 0x80 stands for itself; one above for the byte at that offset of the message.
            private Mark(byte value) => Value = value;
            public byte Value { get; }
            public static Mark Of(byte value) => new(value);
            public int GetMaxSize() => 2;
            public int Write(Span<byte> message, int offset, scoped WriteContext context)
            {
                int found = context.HasBackReferences ? message[..offset].IndexOf(Value) : -1;
                int size = found is >= 0 and < 0x80 ? 1 : 2;
                if (message.Length - offset < size)
                    return -1;
                message[offset] = size == 1 ? (byte)(0x80 | found) : (byte)0;
                if (size == 2)
                    message[offset + 1] = Value;
                return size;
            }
            public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out Mark value)
            {
                value = default;
                if (message.Length <= offset)
                    return ParseResult.NeedMore(1, 0);
                if (message[offset] >= 0x80)
                {
                    if ((message[offset] & 0x7F) >= offset)
                        return ParseResult.Invalid(ParseError.Value, 0, 0);
                    value = new(message[message[offset] & 0x7F]);
                    return ParseResult.Done(1);
                }
                if (message.Length < offset + 2)
                    return ParseResult.NeedMore(2, 0);
                value = new(message[offset + 1]);
                return message[offset] == 0 ? ParseResult.Done(2) : ParseResult.Invalid(ParseError.Value, 0, 0);
            }
            public override string ToString() => Value.ToString("X2");
        }
        """;

    private static Dictionary<string, string> ReferenceShapes => new()
    {
        ["back references"] = "using System;\nusing Codecs;\nnamespace N;\n" + Mark + """

            public enum Kind : byte { None, Marked, Plain }
            [Message] public readonly ref partial struct Whole
            {
                public partial ushort Id { get; init; }
                [CountOf(nameof(First))] public partial ushort FirstCount { get; }
                [CountOf(nameof(Second))] public partial ushort SecondCount { get; }
                public partial MessageList<Record> First { get; init; }
                public partial MessageList<Record> Second { get; init; }
            }
            [Message, BackReferences] public readonly ref partial struct Record
            {
                public partial Mark Name { get; init; }
                [TagOf(nameof(Data))] public partial Kind Kind { get; init; }
                [LengthOf(nameof(Data))] public partial byte Length { get; }
                [Case<Marked>, Case<Plain>] public partial ReadOnlySpan<byte> Data { get; init; }
            }
            [Message, BackReferences, Tag(Kind.Marked)] public readonly ref partial struct Marked { public partial byte Order { get; init; } public partial Mark Target { get; init; } }
            [Message, Tag(Kind.Plain)] public readonly ref partial struct Plain { public partial ReadOnlySpan<byte> Text { get; init; } }
            [Message] public readonly ref partial struct Prefixed
            {
                [LengthOf(nameof(Inner))] public partial ushort Length { get; }
                public partial Whole Inner { get; init; }
                public partial byte After { get; init; }
            }
            """,
        ["limits and lists"] = """
            using System;
            using Codecs;
            namespace N;
            [Message, Limit(65536, Depth = 8)] public readonly ref partial struct Tree
            {
                public partial byte X { get; init; }
                [CountOf(nameof(Children))] public partial byte Count { get; }
                public partial MessageList<Tree> Children { get; init; }
            }
            [Message] public readonly ref partial struct Lists
            {
                [Separated(";"), Terminated("."), Limit(100)] public partial MessageList<Fact> Facts { get; init; }
                [Prefixed<byte>, Separated(", ")] public partial Optional<MessageList<Fact>> More { get; init; }
            }
            [Message] public readonly ref partial struct Fact { public partial ReadOnlySpan<byte> Text { get; init; } }
            [Message] public readonly ref partial struct Option
            {
                [Bits(4), Escape<byte>(13, Bias = 13), Delta] public partial ushort Number { get; init; }
                [Bits(4), LengthOf(nameof(Value))] public partial byte Length { get; }
                public partial ReadOnlySpan<byte> Value { get; init; }
            }
            """,
    };
}
