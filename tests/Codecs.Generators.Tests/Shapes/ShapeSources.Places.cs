namespace Codecs.Generators.Tests;

/// <content>Where a definition may stand.</content>
internal static partial class ShapeSources
{
    private static Dictionary<string, string> Places => new()
    {
        ["global namespace"] = """
            [Codecs.Message] public readonly ref partial struct Global { public partial byte A { get; init; } public partial ReadOnlySpan<byte> B { get; init; } }
            """,
        ["block namespaces"] = """
            namespace Outer
            {
                namespace Inner.Most
                {
                    using Codecs;
                    [Message] public readonly partial struct M { public partial byte A { get; init; } }
                }
                [Codecs.Message] internal readonly partial struct M { internal partial byte A { get; init; } }
            }
            namespace Other { [Codecs.Message] readonly partial struct M { public partial byte A { get; init; } } }
            """,
        ["nested in classes, structs, records and interfaces"] = """
            using Codecs;
            namespace N;
            public enum Table : byte { None, M }
            public static partial class Outer
            {
                internal sealed partial class Inner
                {
                    private readonly ref partial struct InStruct
                    {
                        [Message, Tag(Table.M)] public readonly partial struct M { public partial byte A { get; init; } }
                    }
                    [Message] private readonly ref partial struct Hidden
                    {
                        [TagOf(nameof(Payload))] public partial Table Table { get; init; }
                        public partial ReadOnlySpan<byte> Payload { get; init; }
                    }
                    internal static int Use() => new Hidden().GetMaxSize() + new InStruct.M().GetMaxSize();
                }
                public partial record Rec { [Message] public readonly partial record struct M { public partial byte A { get; init; } } }
                public partial record struct RecStruct { [Message] public readonly partial record struct M { public partial byte A { get; init; } } }
                public partial interface IFace<T, U> { [Message] public readonly partial struct M { public partial byte A { get; init; } } }
            }
            """,
        ["nested in generic types"] = """
            using Codecs;
            namespace N;
            public enum Table : byte { None, M }
            public abstract partial class Outer<T, @class> where T : class, IDisposable, new() where @class : struct
            {
                [Message, Tag(Table.M)] public readonly ref partial struct M<U> where U : unmanaged
                {
                    [TagOf(nameof(Payload))] public partial Table Table { get; init; }
                    public partial ReadOnlySpan<byte> Payload { get; init; }
                    public static int Width => default(U).GetHashCode();
                }
            }
            """,
        ["generic"] = """
            using Codecs;
            namespace N;
            public enum Table : byte { None, Box }
            [Message, Tag(Table.Box)]
            public readonly ref partial struct Box<T> where T : struct
            {
                public partial byte A { get; init; }
                [LengthOf(nameof(Payload))] public partial byte Length { get; }
                [TagOf(nameof(Payload))] public partial Table Table { get; init; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
                public T Convert(T value) => value;
            }
            [Message] public readonly partial struct Box { public partial byte A { get; init; } }
            [Message] public readonly partial struct Box_1 { public partial byte A { get; init; } }
            [Message] public readonly ref partial struct Pair<TUpper, TVisitor, TCarrier>
            {
                [TagOf(nameof(Payload))] public partial Table Table { get; init; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
            }
            public static class Use
            {
                public static int Run() => (new Box<int>() / new Box<long> { A = 3 } / new Box<byte> { A = 4 }).GetMaxSize();
            }
            """,
        ["several in a file"] = """
            using Codecs;
            namespace N;
            [Message] public readonly partial struct One { public partial byte A { get; init; } }
            [Message] public readonly partial struct Two { public partial One First { get; init; } public partial One Second { get; init; } }
            [Message] public readonly ref partial struct Three { public partial Two Two { get; init; } public partial MessageList<Two> More { get; init; } }
            """,
        ["names that differ in case only"] = """
            using Codecs;
            namespace N;
            [Message] public readonly partial struct Case { public partial byte A { get; init; } }
            [Message] public readonly partial struct CASE { public partial byte A { get; init; } }
            public partial class AHolder { [Message] public readonly partial struct M { public partial byte A { get; init; } } }
            public partial class Aholder { [Message] public readonly partial struct M { public partial byte A { get; init; } } }
            """,
        ["nested carrier beside one of the joined name"] = """
            using Codecs;
            namespace N;
            public enum Table : byte { None }
            public partial class A
            {
                [Message] public readonly ref partial struct B { [TagOf(nameof(P))] public partial Table T { get; init; } public partial ReadOnlySpan<byte> P { get; init; } }
            }
            [Message] public readonly ref partial struct AB { [TagOf(nameof(P))] public partial Table T { get; init; } public partial ReadOnlySpan<byte> P { get; init; } }
            """,
        ["two parts, one with ordinary members"] = """
            using Codecs;
            namespace N;
            public readonly ref partial struct Parts { public int Double => 2 * A; public override string ToString() => "mine"; }
            [Message] public readonly ref partial struct Parts { public partial byte A { get; init; } public partial ReadOnlySpan<byte> B { get; init; } }
            partial struct Parts { private bool IsOdd => (A & 1) != 0; public bool Odd => IsOdd; }
            """,
        ["no fields"] = """
            [Codecs.Message] public readonly ref partial struct Empty;
            [Codecs.Message] public readonly partial record struct EmptyRecord;
            [Codecs.Message] public readonly partial struct EmptyBraces { }
            """,
        ["documented and obsolete"] = """
            using Codecs;
            namespace N;
            public enum Table : byte { [Obsolete] Old = 1, [Obsolete("Use another.")] Older = 2 }
            /// <summary>A message with <c>&lt;documentation&gt;</c>.</summary>
            [Message, Obsolete("Use another.")]
            #pragma warning disable CS0612, CS0618
            [Tag(Table.Old, Table.Older)]
            public readonly ref partial struct M
            {
                /// <summary>The first field.</summary>
                [Obsolete] public partial byte A { get; init; }
                /// <inheritdoc cref="A"/>
                [Obsolete("Really."), LengthOf(nameof(C)), Bits(4)] public partial byte B { get; }
                /// <inheritdoc/>
                [Bits(4), Obsolete, TagOf(nameof(C))] public partial Table T { get; init; }
                /// <summary>Bytes.</summary>
                [When(nameof(IsThere))] public partial ReadOnlySpan<byte> C { get; init; }
                [Obsolete] private bool IsThere => A == 0;
            }
            [Stack] public readonly ref partial struct S { public partial M M { get; } }
            """,
        ["attributes of others"] = """
            using System.ComponentModel;
            namespace N;
            public sealed class MessageAttribute : Attribute;
            [Message] public readonly struct NotOurs { public byte A { get; init; } }
            [Codecs.Message, Description("x")] public readonly partial struct Ours { [Description("y"), DefaultValue(3)] public partial byte A { get; init; } }
            """,
        ["no specification"] = """
            [Codecs.Message(null)] public readonly partial struct M { public partial byte A { get; init; } }
            """,
    };
}
