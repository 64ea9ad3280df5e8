namespace Codecs.Generators.Tests;

/// <content>Stacks with fast paths over layers that are made again in parts.</content>
internal static partial class RunSources
{
    private static Dictionary<string, string> Stacks => new()
    {
        ["a layer whose last part may be missing"] = """
            public enum Kind : byte { One = 1 }
            [Message] public readonly ref partial struct Lower { [TagOf(nameof(Payload))] public partial Kind Kind { get; init; } public partial ReadOnlySpan<byte> Payload { get; init; } }
            [Message, Tag(Kind.One)] public readonly ref partial struct M
            {
                public partial byte Flags { get; init; }
                [LengthOf(nameof(Text))] public partial byte Length { get; }
                public partial ReadOnlySpan<byte> Text { get; init; }
                [When(nameof(HasExtra))] public partial ReadOnlySpan<byte> Extra { get; init; }
                private bool HasExtra => Flags != 0;
            }
            [Stack, FastPath(typeof(Lower), typeof(M))] public readonly ref partial struct P { public partial Lower Lower { get; } public partial M M { get; } }
            public static class Test { public static void Run()
            {
                Found("01" + "0002" + "4142", "4142", "");
                Found("01" + "0702" + "4142", "4142", "");
                Found("01" + "0702" + "4142" + "43", "4142", "43");
            }
            private static void Found(string packet, string text, string extra)
            {
                Assert.True(P.TryParse(Convert.FromHexString(packet), out var p));
                Assert.True(p.TryGet(out M m));
                Assert.Equal(text, Convert.ToHexString(m.Text));
                Assert.Equal(extra, Convert.ToHexString(m.Extra));
                Assert.Equal(text, Convert.ToHexString(p.M.Text));
            } }
            """,
        ["a tag that is read from options"] = """
            public enum Kind : byte { One = 1 }
            [Message] public readonly ref partial struct Lower
            {
                [LengthOf(nameof(Options))] public partial byte Length { get; }
                public partial ReadOnlySpan<byte> Options { get; init; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
                [TagOf(nameof(Payload))] public Kind Kind => Options.IsEmpty ? default : (Kind)Options[0];
            }
            [Message, Tag(Kind.One)] public readonly partial struct M { public partial byte A { get; init; } }
            [Stack, FastPath(typeof(Lower), typeof(M))] public readonly ref partial struct P { public partial Lower Lower { get; } public partial M M { get; } }
            public static class Test { public static void Run()
            {
                Assert.True(P.TryParse([1, 1, 5], out var p));
                Assert.Equal(P.Layers.Lower | P.Layers.M, p.Present);
                Assert.Equal(5, p.M.A);
                Assert.True(P.TryParse([1, 2, 5], out p));
                Assert.Equal(P.Layers.Lower, p.Present);
                Assert.True(P.TryParse([0, 5], out p));
                Assert.Equal(P.Layers.Lower, p.Present);
            } }
            """,
        ["layers with names like those of places"] = """
            public enum Kind : byte { One = 1 }
            [Message] public readonly ref partial struct Lower { [TagOf(nameof(Payload))] public partial Kind Kind { get; init; } public partial ReadOnlySpan<byte> Payload { get; init; } }
            [Message, Tag(Kind.One)] public readonly partial struct M { public partial byte A { get; init; } }
            [Stack, FastPath(typeof(Lower), typeof(M))] public readonly ref partial struct P { public partial Lower Link { get; } public partial M LinkHeader { get; } }
            [Stack, FastPath(typeof(Lower), typeof(M))] public readonly ref partial struct Q { public partial Lower @class { get; } public partial M classPayload { get; } }
            public static class Test { public static void Run()
            {
                Assert.True(P.TryParse([1, 7], out var p));
                Assert.Equal(7, p.LinkHeader.A);
                Assert.True(Q.TryParse([1, 7], out var q));
                Assert.Equal(7, q.classPayload.A);
            } }
            """,
        ["a tag that depends on a length being 0"] = """
            public enum Kind : byte { One = 1 }
            [Message] public readonly ref partial struct C
            {
                [TagOf(nameof(Payload), When = nameof(IsFirst))] public partial Kind Kind { get; init; }
                [Bits(3)] public partial byte Flags { get; init; }
                [Bits(13)] public partial ushort Place { get; init; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
                public bool IsFirst => Place == 0;
            }
            [Message] public readonly ref partial struct D
            {
                [TagOf(nameof(Payload), When = nameof(IsPlain))] public partial Kind Kind { get; init; }
                [LengthOf(nameof(Options))] public partial ushort Length { get; }
                public partial ReadOnlySpan<byte> Options { get; init; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
                public bool IsPlain => Length == 0;
            }
            [Message, Tag(Kind.One)] public readonly partial struct M { public partial byte A { get; init; } }
            public static class Test { public static void Run()
            {
                foreach (string hex in (string[])["01" + "0000" + "07", "01" + "E000" + "07", "01" + "0001" + "07", "01" + "1000" + "07", "01" + "FFFF" + "07"])
                {
                    Assert.True(C.TryParse(Convert.FromHexString(hex), out var c));
                    Assert.Equal(c.IsFirst, (bool)c.TryGet(out M m));
                    Assert.Equal(c.IsFirst ? 7 : 0, m.A);
                }
                // A length that is computed is what its property says, whatever was received.
                foreach (string hex in (string[])["01" + "0000" + "07", "01" + "0001" + "05" + "07"])
                {
                    Assert.True(D.TryParse(Convert.FromHexString(hex), out var d));
                    Assert.Equal(d.IsPlain, (bool)d.TryGet(out M _));
                    var changed = d with { Kind = Kind.One };
                    Assert.Equal(changed.IsPlain, (bool)changed.TryGet(out M _));
                }
            } }
            """,
    };
}
