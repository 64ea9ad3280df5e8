namespace Codecs.Generators.Tests;

/// <content>Names that generated code must live with.</content>
internal static partial class ShapeSources
{
    private static Dictionary<string, string> Names => new()
    {
        ["keywords"] = """
            using Codecs;
            namespace @namespace.@event;
            public enum @enum : byte { @none, @class = 3 }
            [Message, Tag(@enum.@class)]
            public readonly ref partial struct @struct
            {
                public partial byte @class { get; init; }
                [Bits(4), LengthOf(nameof(@event))] public partial byte @int { get; }
                [Bits(4), TagOf(nameof(@event))] public partial @enum @enum { get; init; }
                [When(nameof(@is))] public partial ReadOnlySpan<byte> @event { get; init; }
                [Parameter] public partial bool @this { get; init; }
                private bool @is => @class != 0;
            }
            """,
        ["names of locals and parameters"] = """
            using Codecs;
            namespace N;
            public enum E : byte { None, M = 1 }
            [Message, Tag(E.M)]
            public readonly ref partial struct Locals
            {
                public partial byte field { get; init; }
                public partial sbyte value { get; init; }
                public partial ushort message { get; init; }
                public partial uint source { get; init; }
                public partial byte at { get; init; }
                public partial byte end { get; init; }
                public partial byte size { get; init; }
                public partial byte result { get; init; }
                public partial byte context { get; init; }
                public partial byte visitor { get; init; }
                public partial byte fields { get; init; }
                public partial byte list { get; init; }
                public partial byte bytes { get; init; }
                public partial byte keep { get; init; }
                public partial byte offset { get; init; }
                public partial byte other { get; init; }
                public partial byte layout { get; init; }
                public partial byte editor { get; init; }
                public partial byte destination { get; init; }
                public partial byte options { get; init; }
                public partial byte words0 { get; init; }
                [TagOf(nameof(payload))] public partial E tag { get; init; }
                [TagOf(nameof(payload))] public partial E index { get; init; }
                [LengthOf(nameof(payload))] public partial byte length { get; }
                [ChecksumOf<InternetChecksum>(nameof(field), nameof(payload), Seed = nameof(sum))] public partial ushort below { get; }
                [Case<Locals>] public partial ReadOnlySpan<byte> payload { get; init; }
                private static InternetChecksum sum(PseudoHeader below, int length) => below.Seed(3, length);
            }
            """,
        ["members with names of locals"] = """
            using Codecs;
            namespace N;
            [Message]
            public readonly ref partial struct Conditions
            {
                public partial byte Flags { get; init; }
                [When(nameof(at))] public partial byte A { get; init; }
                [When(nameof(keep))] public partial ushort? B { get; init; }
                [When(nameof(size)), LengthOf(nameof(D), When = nameof(message))] public partial byte C { get; }
                [When(nameof(context))] public partial ReadOnlySpan<byte> D { get; init; }
                [Reserved] private partial byte Unused { get; }
                private bool at => (Flags & 1) != 0;
                private bool keep => (Flags & 2) != 0;
                private bool size => (Flags & 4) != 0;
                private bool context => (Flags & 8) != 0;
                private bool message => (Flags & 16) != 0;
            }
            """,
        ["names of generated members"] = """
            using Codecs;
            namespace N;
            public enum E : byte { None }
            [Message]
            public readonly ref partial struct Members
            {
                public partial byte Size { get; init; }
                public partial byte Info { get; init; }
                public partial byte HeaderSize { get; init; }
                public partial byte Value { get; init; }
                public partial byte Layout { get; init; }
                public partial byte State { get; init; }
                public partial byte Write { get; init; }
                public partial byte Visit { get; init; }
                public partial byte Message { get; init; }
                public partial byte Raw { get; init; }
                public partial byte Parse { get; init; }
                public partial byte Description { get; init; }
                public partial byte Fields { get; init; }
                public partial byte Result { get; init; }
                public partial byte Finish { get; init; }
                public partial byte WriteHeader { get; init; }
                public partial byte With { get; init; }
                public partial byte Carrying { get; init; }
                public partial byte Add { get; init; }
                [TagOf(nameof(Payload))] public partial E Tag { get; init; }
                [LengthOf(nameof(Payload))] public partial byte Header { get; }
                [ChecksumOf<InternetChecksum>(nameof(Size), nameof(Payload))] public partial ushort Sum { get; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
                public partial ushort Trailer { get; init; }
            }
            [Message]
            public readonly ref partial struct Windows
            {
                [LengthOf(nameof(State))] public partial byte Payload { get; }
                public partial ReadOnlySpan<byte> State { get; init; }
                [LengthOf(nameof(Message), Unit = 4)] public partial byte Header { get; }
                public partial ReadOnlySpan<byte> Message { get; init; }
                [Until(nameof(Item.Layout))] public partial MessageList<Item> Layout { get; init; }
                [LengthOf(nameof(state))] public partial byte Length { get; }
                public partial ReadOnlySpan<byte> state { get; init; }
            }
            [Message] public readonly partial struct Item { [Bits(8)] public partial bool Layout { get; init; } }
            """,
        ["names that differ in case"] = """
            using Codecs;
            namespace N;
            [Message]
            public readonly ref partial struct M
            {
                [LengthOf(nameof(data))] public partial byte length { get; }
                [LengthOf(nameof(Data))] public partial byte Length { get; }
                public partial ReadOnlySpan<byte> data { get; init; }
                public partial ReadOnlySpan<byte> Data { get; init; }
            }
            """,
        ["a type called System"] = """
            namespace N;
            public sealed class System;
            public sealed class Codecs;
            public sealed class Unsafe;
            public sealed class MemoryMarshal;
            [global::Codecs.Message]
            public readonly ref partial struct M
            {
                [global::Codecs.LengthOf(nameof(System))] public partial byte Length { get; }
                public partial ReadOnlySpan<byte> System { get; init; }
                public partial ushort Codecs { get; init; }
            }
            """,
        ["a namespace called Codecs"] = """
            using Codecs;
            namespace MyApp.Codecs.Protocols
            {
                public enum E : byte { None, M }
                [Message, Tag(E.M)]
                public readonly ref partial struct M
                {
                    [TagOf(nameof(Payload))] public partial E Kind { get; init; }
                    public partial ReadOnlySpan<byte> Payload { get; init; }
                }
                [Stack] public readonly ref partial struct S { public partial M M { get; } }
            }
            namespace MyApp.System { public sealed class ReadOnlySpan<T>; }
            """,
        ["a namespace below the runtime's"] = """
            namespace Codecs.Protocols.Mine;
            public sealed class ParseResult;
            public sealed class Wire;
            [Message] public readonly ref partial struct M { public partial byte A { get; init; } public partial System.ReadOnlySpan<byte> B { get; init; } }
            """,
        ["layers with names of generated members"] = """
            using Codecs;
            namespace N;
            public enum E : byte { None, A, B }
            [Message] public readonly ref partial struct Base { [TagOf(nameof(P))] public partial E Kind { get; init; } public partial ReadOnlySpan<byte> P { get; init; } }
            [Message, Tag(E.A)] public readonly partial struct Walker { public partial byte X { get; init; } }
            [Message, Tag(E.B)] public readonly partial struct @class { public partial byte X { get; init; } }
            [Stack] public readonly ref partial struct S { public partial Base E { get; } public partial Walker Source { get; } internal partial @class @class { get; } }
            """,
    };
}
