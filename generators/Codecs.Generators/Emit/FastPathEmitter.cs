using System.Globalization;
using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>The common case of TryParse, inlined into the caller; everything else is left to the general parser.</summary>
internal static class FastPathEmitter
{
    public static void Emit(SourceWriter w, MessageModel message)
    {
        if (!message.IsStandalone)
            return;
        string self = message.Type.FullName;
        w.Line($"/// <summary>Parses a message at the start of <paramref name=\"source\"/>; its spans are windows into it.</summary>");
        if (EscapedPathEmitter.Applies(message))
        {
            w.Line(Inline);
            using (w.Braces($"public static {Result} TryParse({Bytes} source, out {self} message)"))
                EscapedPathEmitter.Emit(w, message);
            w.Line();
            EmitRarely(w, message, self);
        }
        else if (message.FastPath is not { } fast)
        {
            w.Line($"public static {Result} TryParse({Bytes} source, out {self} message) => {ParserEmitter.Call(message, "source", "default", "message")};").Line();
        }
        else
        {
            w.Line(Inline);
            using (w.Braces($"public static {Result} TryParse({Bytes} source, out {self} message)"))
                EmitBody(w, message, fast);
            w.Line();
            EmitRarely(w, message, self);
        }
        w.Line("/// <summary>Parses a message at the start of <paramref name=\"source\"/>, as strictly as <paramref name=\"options\"/> say.</summary>");
        w.Line($"public static {Result} TryParse({Bytes} source, {Runtime}ParseOptions options, out {self} message) =>");
        w.Indented($"{ParserEmitter.Call(message, "source", $"new {Runtime}ParseContext {{ Options = options }}", "message")};").Line();
        w.Line("/// <summary>Parses a message of which the source may hold only the beginning: what a length bounds may be cut short.</summary>");
        w.Line($"public static {Result} TryParseHeader({Bytes} source, out {self} message) =>");
        w.Indented($"{ParserEmitter.Call(message, "source", $"new {Runtime}ParseContext {{ HeaderOnly = true }}", "message")};").Line();
    }

    private static void EmitBody(SourceWriter w, MessageModel message, FastPathModel fast)
    {
        var run = message.Runs[0];
        bool conditional = message.Scopes.Any(s => s.IsConditional) || message.Fields.Any(f => f.Presence.Kind == PresenceKind.When);
        // Members that the definition wrote may look at anything, so nothing may be left unset while they do.
        w.Line(conditional ? "message = default;" : $"{Unsafe}SkipInit(out message);");
        w.Line($"if (source.Length < {run.Size})").Indented("goto general;");
        w.Line($"ref readonly {Layout(0)} layout = ref {Marshal}AsRef<{Layout(0)}>(source);");
        foreach (var test in fast.Exact)
        {
            var group = run.Groups[test.Group];
            ulong all = group.Size >= 8 ? ulong.MaxValue : (1UL << (group.Size * 8)) - 1;
            string value = ScalarCode.Group("layout", group, "message.");
            w.Line(test.Mask == all
                ? $"if ({value} != 0x{test.Value.ToString("X", CultureInfo.InvariantCulture)})"
                : $"if (({value} & 0x{test.Mask.ToString("X", CultureInfo.InvariantCulture)}) != 0x{test.Value.ToString("X", CultureInfo.InvariantCulture)})").Indented("goto general;");
        }
        if (conditional)
            EmitStore(w, message);
        var ends = EmitScopes(w, message, fast, conditional);
        if (!conditional)
            EmitStore(w, message);
        string at = EmitWindows(w, message, ends);
        w.Line($"return {Result}.Done({at});");
        w.Label("general");
        w.Line("return ParseRarely(source, out message);");
    }

    /// <summary>What is not the common case. A method of its own, so that its local is set to zero only there; and through a local, since passing the caller's variable on would keep that in memory.</summary>
    private static void EmitRarely(SourceWriter w, MessageModel message, string self)
    {
        w.Line(Inline);
        using (w.Braces($"private static {Result} ParseRarely({Bytes} source, out {self} message)"))
            w.Line($"var result = {ParserEmitter.Call(message, "source", "default", "var other")};").Line("message = other;").Line("return result;");
        w.Line();
    }

    private static void EmitStore(SourceWriter w, MessageModel message)
    {
        w.Line($"{Unsafe}AsRef(in message.{LayoutField(0)}) = layout;");
        if (message.HasState)
            w.Line($"{Unsafe}AsRef(in message._state) = {Received};");
    }

    /// <summary>Computes and tests the ends of all scopes; returns them by index, and the message's own at -1.</summary>
    private static Dictionary<int, string> EmitScopes(SourceWriter w, MessageModel message, FastPathModel fast, bool conditional)
    {
        var ends = new Dictionary<int, string> { [-1] = "source.Length" };
        int size = message.Runs[0].Size;
        foreach (var scope in message.Scopes)
        {
            var descriptor = message.Fields[scope.Descriptor];
            string parent = ends[scope.Parent];
            int tail = scope.TailOfParent.Sum(f => Width(message, f));
            string outer = tail == 0 ? parent : $"{parent} - {tail}";
            if (scope.IsConditional)
            {
                // A length that may mean something else is common in that other sense; one that may be missing is commonly there.
                w.Line($"if ({(descriptor.HasInit ? "" : "!")}message.{scope.When})").Indented("goto general;");
                if (descriptor.HasInit)
                {
                    ends[scope.Index] = outer;
                    continue;
                }
            }
            var first = message.Fields[scope.First];
            if (scope.Index == fast.EmptyScope)
            {
                // The scope around it was found to hold the run.
                ends[scope.Index] = Number(size);
                continue;
            }
            string end = Local(message, scope, "End");
            string raw = $"(int){ScalarCode.Raw(message, descriptor, "layout", "message.")}";
            string scaled = scope.Unit == 1 ? raw : $"{raw} * {scope.Unit}";
            // A scope that starts behind another window starts where that one ends.
            var before = message.Fields.LastOrDefault(f => f.Place is null && f.Ordinal < scope.First && f.Presence.Kind != PresenceKind.When);
            string start = before is null ? "" : WindowEnd(message, before, ends);
            string least = before is null ? Number(size) : start;
            int shift = (before is not null ? 0 : first.Place is { } place ? place.BitOffset / 8 : size) - scope.Bias;
            string sum = before is null ? scaled : $"{start} + {scaled}";
            w.Line($"int {end} = {(shift == 0 ? sum : shift > 0 ? $"{shift} + {sum}" : $"{sum} - {-shift}")};");
            w.Line($"if ({end} < {least} || {end} > {outer})").Indented("goto general;");
            ends[scope.Index] = end;
        }
        return ends;
    }

    private static string EmitWindows(SourceWriter w, MessageModel message, Dictionary<int, string> ends)
    {
        string at = Number(message.Runs[0].Size);
        foreach (var field in message.Fields)
        {
            if (field.Place is not null)
                continue;
            string end = WindowEnd(message, field, ends);
            if (field.Presence.Kind == PresenceKind.When)
            {
                w.Line($"if (message.{field.Presence.Member})").Indented("goto general;");
                continue;
            }
            string window = end == at ? "default" : end == "source.Length" ? $"source.Slice({at})" : $"source.Slice(0, {end}).Slice({at})";
            if (field.Kind == FieldKind.Scalars && window != "default")
            {
                if (field.Item!.Width > 1)
                    w.Line($"if (({end} - {at}) % {field.Item.Width} != 0)").Indented("goto general;");
                window = $"new {field.Type}({window}{Fields.ScalarsCode.Order(field, "message.")})";
            }
            if (field.Token.Length > 0)
                window = $"{field.Token}.Parse({window})";
            w.Line($"{Unsafe}AsRef(in message.{field.Storage}) = {window};");
            at = end;
        }
        return at;
    }

    private static string WindowEnd(MessageModel message, FieldModel field, Dictionary<int, string> ends)
    {
        int tail = field.Extent.Tail.Sum(f => Width(message, f));
        return tail > 0 ? $"({ends[field.Extent.Scope]} - {tail})" : ends[field.Extent.Scope];
    }

    private static int Width(MessageModel message, int field) => message.Fields[field].Scalar is { } scalar && message.Fields[field].Place is not null ? scalar.Bits / 8 : 0;
}
