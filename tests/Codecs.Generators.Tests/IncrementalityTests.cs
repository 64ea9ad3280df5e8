using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Codecs.Generators.Tests;

/// <summary>Nothing is done twice, nothing is kept alive, and nothing depends on where or when it is done.</summary>
public sealed class IncrementalityTests
{
    private const string First = """
        namespace Sample;

        public enum Kind : byte { None, Second = 2 }

        /// <summary>A message.</summary>
        [Codecs.Message("RFC 1")]
        public readonly ref partial struct First
        {
            [Codecs.Bits(4)] public partial byte Version { get; init; }
            [Codecs.Bits(4), Codecs.LengthOf(nameof(Version), nameof(Options), Unit = 4)] public partial byte HeaderLength { get; }
            [Codecs.TagOf(nameof(Payload))] public partial Kind Kind { get; init; }
            [Codecs.ChecksumOf<Codecs.InternetChecksum>(nameof(Version), nameof(Options))] public partial ushort Checksum { get; }
            public partial ReadOnlySpan<byte> Options { get; init; }
            public partial ReadOnlySpan<byte> Payload { get; init; }
        }
        """;

    private const string Second = """
        namespace Sample;

        [Codecs.Message, Codecs.Tag(Kind.Second)]
        public readonly partial record struct Second
        {
            public partial uint Value { get; init; }
            public partial short Offset { get; init; }
        }
        """;

    private const string Stack = """
        namespace Sample;

        [Codecs.Stack]
        public readonly ref partial struct Packet
        {
            public partial First First { get; }
            public partial Second Second { get; }
        }
        """;

    private const string Word = """
        namespace Sample;

        [Codecs.Token]
        public enum Word { One, [Codecs.Token("two")] Two }
        """;

    private const string Unrelated = """
        namespace Sample;

        internal static class Unrelated { internal static int Answer => 42; }
        """;

    private static readonly (string Path, string Text)[] Sources = [("First.cs", First), ("Second.cs", Second), ("Stack.cs", Stack), ("Word.cs", Word), ("Unrelated.cs", Unrelated)];

    [Fact]
    public void The_sources_compile()
    {
        Compiler.Emit(Compiler.Create(Sources), out var output);
        Assert.Equal(Sources.Length + 1 + 4, output.SyntaxTrees.Count());
    }

    [Fact]
    public void Every_step_is_watched()
    {
        var names = typeof(CodecGenerator.Steps).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!);
        var tracked = Compiler.Run(Compiler.Create(Sources), out _).GetRunResult().Results[0].TrackedSteps;
        Assert.All(names, name => Assert.NotEmpty(tracked[name]));
    }

    [Fact]
    public void The_same_compilation_again_is_cached()
    {
        var compilation = Compiler.Create(Sources);
        var result = RunTwice(compilation, compilation.Clone());
        AssertReasons(result, CodecGenerator.Steps.Message, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
        AssertReasons(result, CodecGenerator.Steps.Stack, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
        AssertReasons(result, CodecGenerator.Steps.Token, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
        AssertOutputs(result, _ => IncrementalStepRunReason.Cached);
    }

    [Theory]
    [InlineData("Unrelated.cs", "42", "43")]
    [InlineData("Unrelated.cs", "internal static class", "// A comment.\ninternal static class")]
    [InlineData("First.cs", "/// <summary>A message.</summary>", "// A comment.\n\n\n/// <summary>A message, of course.</summary>")]
    [InlineData("First.cs", "public enum Kind", "\n\n\npublic enum Kind")]
    [InlineData("First.cs", "public readonly ref", "public   readonly ref")]
    [InlineData("Stack.cs", "[Codecs.Stack]", "\n// A comment.\n[Codecs.Stack]")]
    public void An_edit_that_means_nothing_leaves_all_output_cached(string path, string old, string now)
    {
        var result = RunTwice(Compiler.Create(Sources), Compiler.Create(Edited(path, old, now)));
        AssertReasons(result, CodecGenerator.Steps.Message, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
        AssertReasons(result, CodecGenerator.Steps.Stack, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
        AssertReasons(result, CodecGenerator.Steps.Token, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
        AssertOutputs(result, _ => IncrementalStepRunReason.Cached);
    }

    [Theory]
    [InlineData("First.cs", "[Codecs.Bits(4)] public partial byte Version", "[Codecs.Bits(4), Codecs.Const(4)] public partial byte Version", "Sample.First.g.cs", "")]
    [InlineData("First.cs", "Unit = 4", "Unit = 2", "Sample.First.g.cs", "")]
    [InlineData("First.cs", "RFC 1", "RFC 2", "Sample.First.g.cs", "")]
    [InlineData("Second.cs", "uint Value", "ulong Value", "Sample.Second.g.cs", "")]
    [InlineData("Second.cs", "Kind.Second", "Kind.None", "Sample.Second.g.cs", "Sample.Packet.g.cs")]
    [InlineData("Stack.cs", "public partial Second Second", "internal partial Second Second", "Sample.Packet.g.cs", "")]
    [InlineData("Word.cs", "\"two\"", "\"2\"", "Sample.WordTokens.g.cs", "")]
    public void An_edit_that_means_something_touches_only_what_it_means(string path, string old, string now, string touched, string alsoTouched)
    {
        var result = RunTwice(Compiler.Create(Sources), Compiler.Create(Edited(path, old, now)));
        AssertOutputs(result, hint => hint == touched || hint == alsoTouched ? IncrementalStepRunReason.Modified : IncrementalStepRunReason.Cached);
    }

    /// <summary>Of many definitions too, an edit elsewhere makes none again, and an edit of one makes that one.</summary>
    [Fact]
    public void An_edit_among_three_hundred_definitions_emits_no_other()
    {
        const int count = 300;
        var sources = Enumerable.Range(0, count).Select(i => ($"{i}.cs", First.Replace("Kind", $"Kind{i}").Replace("First", $"First{i}").Replace($"Kind{i} Kind{i}", $"Kind{i} Kind"))).Append(("Unrelated.cs", Unrelated)).ToArray();
        var driver = Compiler.Run(Compiler.Create(sources), out _);
        Assert.Equal(count, driver.GetRunResult().GeneratedTrees.Length);

        sources[count].Item2 = Unrelated.Replace("42", "43");
        driver = Compiler.Run(driver, Compiler.Create(sources), out _);
        var outputs = Outputs(driver);
        Assert.InRange(outputs.Count, count, int.MaxValue);
        Assert.All(outputs, o => Assert.Equal(IncrementalStepRunReason.Cached, o));

        sources[7].Item2 = sources[7].Item2.Replace("RFC 1", "RFC 2");
        driver = Compiler.Run(driver, Compiler.Create(sources), out _);
        Assert.Single(Outputs(driver), IncrementalStepRunReason.Modified);
        Assert.All(Outputs(driver), o => Assert.Contains(o, (IncrementalStepRunReason[])[IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified]));

        static List<IncrementalStepRunReason> Outputs(GeneratorDriver driver) =>
            [.. driver.GetRunResult().Results[0].TrackedOutputSteps.SelectMany(s => s.Value).Where(s => s.Inputs.Length == 1).SelectMany(s => s.Outputs).Select(o => o.Reason)];
    }

    [Fact]
    public void No_tracked_value_holds_the_compiler()
    {
        var invalid = Compiler.Create([.. Sources, ("Invalid.cs", "[Codecs.Message] public readonly ref partial struct Invalid { public partial string Text { get; init; } }")]);
        var result = Compiler.Run(invalid, out _).GetRunResult().Results[0];
        var steps = typeof(CodecGenerator.Steps).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!);
        var values = steps.SelectMany(s => result.TrackedSteps[s]).SelectMany(s => s.Outputs).Select(o => o.Value).ToList();
        Assert.Equal(5, values.Count);
        Assert.All(values, value => Assert.Null(ObjectGraph.FindCompilerObject(value)));
    }

    [Fact]
    public void The_walk_finds_what_it_is_to_find()
    {
        var compilation = Compiler.Create(Unrelated);
        Assert.NotNull(ObjectGraph.FindCompilerObject(new { Inner = ImmutableArray.Create<object>(compilation.Assembly) }));
        Assert.NotNull(ObjectGraph.FindCompilerObject(new List<object> { compilation.SyntaxTrees[0].GetRoot().GetLocation() }));
    }

    [Fact]
    public void The_old_compilation_is_not_kept()
    {
        var (driver, old) = RunAndForget();
        for (int i = 0; i < 10 && IsAlive(old); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.False(IsAlive(old));
        GC.KeepAlive(driver);
    }

    [Fact]
    public void The_output_does_not_depend_on_the_culture()
    {
        // fi-FI has another minus sign; invariant globalization knows no cultures, so one is made up to be like it.
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.NumberFormat.NegativeSign = "\u2212";
        other.NumberFormat.NumberDecimalSeparator = ",";
        other.NumberFormat.NumberGroupSeparator = "\u00A0";
        const string negative = """
            public enum Signed : sbyte { }
            [Codecs.Message, Codecs.Tag((Signed)(-3))]
            public readonly ref partial struct Negative
            {
                [Codecs.LengthOf(nameof(Data), Bias = -1)] public partial byte Length { get; }
                [Codecs.Const(-2)] public partial short Two { get; }
                public partial ReadOnlySpan<byte> Data { get; init; }
                public partial ushort Trailer { get; init; }
            }
            """;
        var expected = Texts([.. Sources, ("Negative.cs", negative)]);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = other;
            Assert.Equal("\u22123", (-3).ToString(CultureInfo.CurrentCulture));
            Assert.Equal(expected, Texts([.. Sources, ("Negative.cs", negative)]));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
        Assert.DoesNotContain(expected, text => text.Contains('\u2212'));
    }

    [Fact]
    public void Equal_sources_make_equal_models()
    {
        var one = Models(Sources);
        var other = Models(Sources);
        Assert.Equal(one, other);
        Assert.Equal(one.Select(m => m.GetHashCode()), other.Select(m => m.GetHashCode()));
        Assert.All(one.Zip(other), pair => Assert.NotSame(pair.First, pair.Second));
    }

    [Theory]
    [InlineData("First.cs", "Unit = 4", "Unit = 8")]
    [InlineData("First.cs", "Checksum { get; }", "Sum { get; }")]
    [InlineData("First.cs", "nameof(Version), nameof(Options))] public", "nameof(HeaderLength), nameof(Options))] public")]
    [InlineData("Second.cs", "short Offset", "ushort Offset")]
    [InlineData("Second.cs", "Kind.Second", "Kind.None")]
    [InlineData("Stack.cs", "Second Second", "Second Upper")]
    public void Different_sources_make_different_models(string path, string old, string now) =>
        Assert.NotEqual(Models(Sources), Models(Edited(path, old, now)));

    private static GeneratorRunResult RunTwice(Compilation first, Compilation second)
    {
        var driver = Compiler.Run(first, out _);
        return Compiler.Run(driver, second, out _).GetRunResult().Results[0];
    }

    private static (string Path, string Text)[] Edited(string path, string old, string now)
    {
        var edited = Sources.ToArray();
        int index = Array.FindIndex(edited, s => s.Path == path);
        Assert.Contains(old, edited[index].Text);
        edited[index].Text = edited[index].Text.Replace(old, now);
        return edited;
    }

    private static void AssertReasons(GeneratorRunResult result, string step, params IncrementalStepRunReason[] reasons)
    {
        var outputs = result.TrackedSteps[step].SelectMany(s => s.Outputs).ToList();
        Assert.NotEmpty(outputs);
        Assert.All(outputs, o => Assert.Contains(o.Reason, reasons));
    }

    /// <summary>Checks why each file of the output was or was not made again.</summary>
    private static void AssertOutputs(GeneratorRunResult result, Func<string, IncrementalStepRunReason> expected)
    {
        // An output step has one output for all files of one definition; its input tells which definition.
        var steps = result.TrackedOutputSteps.SelectMany(s => s.Value).Where(s => s.Inputs.Length == 1).ToList();
        Assert.Equal(4, steps.Count);
        foreach (var step in steps)
        {
            var input = step.Inputs[0].Source.Outputs[step.Inputs[0].OutputIndex].Value;
            string hint = input switch
            {
                Model.DefinitionResult { Message: { } message } => message.Type.HintName,
                Model.DefinitionResult { Stack: { } stack } => stack.Type.HintName,
                Model.DefinitionResult { Stub: { } stub } => stub.Type.HintName,
                Model.DefinitionResult { Token: { } word } => word.HintName,
                _ => throw new InvalidOperationException($"Unexpected input {input}."),
            };
            Assert.All(step.Outputs, o => Assert.True(o.Reason == expected(hint), $"{hint}: {o.Reason}"));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorDriver, WeakReference<Compilation>) RunAndForget()
    {
        // The record of steps, which only tests ask for, keeps compilations itself.
        var compilation = Compiler.Create(Sources);
        var driver = Compiler.Run(Compiler.CreateDriver(track: false), compilation, out _);
        return (Compiler.Run(driver, Compiler.Create(Edited("Unrelated.cs", "42", "43")), out _), new WeakReference<Compilation>(compilation));
    }

    // A method of its own: without optimisation, a discarded variable lives as long as its method.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsAlive(WeakReference<Compilation> reference) => reference.TryGetTarget(out _);

    private static List<string> Texts((string, string)[] sources) =>
        [.. Compiler.Run(Compiler.Create(sources), out _).GetRunResult().Results[0].GeneratedSources.Select(s => s.SourceText.ToString())];

    private static List<object> Models((string, string)[] sources)
    {
        var result = Compiler.Run(Compiler.Create(sources), out _).GetRunResult().Results[0];
        string[] steps = [CodecGenerator.Steps.Message, CodecGenerator.Steps.Stack];
        return [.. steps.SelectMany(s => result.TrackedSteps[s]).SelectMany(s => s.Outputs).Select(o => o.Value)];
    }
}
