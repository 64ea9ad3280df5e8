using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>Runs of bytes that belong to a set, and terminators that must follow what has an extent of its own.</summary>
internal static class TextEmitter
{
    private const string Text = "global::Codecs.CompilerServices.TextWire.";

    /// <summary>Finds out how long the run is, as <c>size</c>.</summary>
    public static void EmitReadRun(SourceWriter w, FieldModel field, string limit, string bounded, Func<string, string> fail)
    {
        string most = field.Limit > 0 ? Number(field.Limit) : $"{Text}DefaultRunLimit";
        w.Line($"var rest = source.Slice(at, global::System.Math.Max({limit} - at, 0));");
        w.Line($"int size = {Text}Run(rest.Slice(0, (int)global::System.Math.Min(rest.Length, {most} + 1L)), {field.While});");
        w.Line($"if (size > {most})").Indented(fail($"{Result}.Invalid({Error}Limit, {field.Ordinal}, at)"));
        // More of the run may follow in what is not there yet.
        if (bounded != "true")
            w.Line($"if (size == rest.Length{(bounded == "false" ? "" : $" && !({bounded})")})").Indented(fail($"{Result}.NeedMore({limit} + 1, {field.Ordinal})"));
    }

    /// <summary>Checks that the bytes are the constant, as far as they are there.</summary>
    public static void EmitReadConstant(SourceWriter w, FieldModel field, string limit, string bounded, Func<string, string> fail)
    {
        w.Line($"const int size = {field.Extent.Width};");
        w.Line($"var found = source.Slice(at, global::System.Math.Clamp({limit} - at, 0, size));");
        w.Line($"if (!global::System.MemoryExtensions.StartsWith({field.ConstBytes}, found))").Indented(fail($"{Result}.Invalid({Error}Value, {field.Ordinal}, at)"));
        w.Line("if (found.Length < size)").Indented(fail($"{Wire}Missing((long)at + size, {field.Ordinal}, at, {bounded})"));
    }

    /// <summary>Checks that the terminator stands right after a field that does not end by it.</summary>
    public static void EmitFollowed(SourceWriter w, FieldModel field, TerminatorModel terminator, string limit, string bounded, Func<string, string> fail)
    {
        string bytes = terminator.Expression("message.");
        w.Line($"var behind = source.Slice(at, global::System.Math.Max({limit} - at, 0));");
        string missing = fail($"{Text}NotFollowed(behind, {bytes}, {field.Ordinal}, at, {bounded})");
        if (!terminator.IsOptional)
        {
            w.Line($"if (!global::System.MemoryExtensions.StartsWith(behind, {bytes}))").Indented(missing);
            return;
        }
        w.Line($"bool isEnded = global::System.MemoryExtensions.StartsWith(behind, {bytes});");
        w.Line($"if (!isEnded && {(bounded == "false" ? "true" : $"(behind.Length != 0 || !({bounded}))")})").Indented(missing);
    }

    /// <summary>Checks that a reader would find the run as long as it is written.</summary>
    public static void EmitCheckRun(SourceWriter w, FieldModel field, string bytes, string name)
    {
        string follows = field.Terminator is { } terminator ? terminator.Expression("") : "default";
        w.Line($"{Text}CheckRun({bytes}, {Text}Run({bytes}, {field.While}), {(field.Terminator is null ? "0" : $"{Text}Run({follows}, {field.While})")}, {name});");
    }
}
