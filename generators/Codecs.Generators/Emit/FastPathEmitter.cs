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
        else if (ListsPathEmitter.Applies(message))
        {
            using (w.Braces($"public static {Result} TryParse({Bytes} source, out {self} message)"))
                ListsPathEmitter.Emit(w, message);
            w.Line();
        }
        else if (LinePathEmitter.Applies(message))
        {
            w.Line(Inline);
            using (w.Braces($"public static {Result} TryParse({Bytes} source, out {self} message)"))
                LinePathEmitter.Emit(w, message);
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
            var common = FindCase(message, fast);
            using (w.Braces($"public static {Result} TryParse({Bytes} source, out {self} message)"))
                EmitBody(w, message, common);
            w.Line();
            EmitRarely(w, message, self);
            if (HasContract(message))
                EmitContract(w, message, self, common);
        }
        w.Line("/// <summary>Parses a message at the start of <paramref name=\"source\"/>, as strictly as <paramref name=\"options\"/> say.</summary>");
        w.Line($"public static {Result} TryParse({Bytes} source, {Runtime}ParseOptions options, out {self} message) =>");
        w.Indented($"{ParserEmitter.Call(message, "source", $"new {Runtime}ParseContext {{ Options = options }}", "message")};").Line();
        w.Line("/// <summary>Parses a message of which the source may hold only the beginning: what a length bounds may be cut short.</summary>");
        w.Line($"public static {Result} TryParseHeader({Bytes} source, out {self} message) =>");
        w.Indented($"{ParserEmitter.Call(message, "source", $"new {Runtime}ParseContext {{ HeaderOnly = true }}", "message")};").Line();
    }

    /// <summary>What is not the common case. A method of its own, so that its local is set to zero only there; and through a local, since passing the caller's variable on would keep that in memory.</summary>
    private static void EmitRarely(SourceWriter w, MessageModel message, string self)
    {
        w.Line(Inline);
        using (w.Braces($"private static {Result} ParseRarely({Bytes} source, out {self} message)"))
            w.Line("var other = ParsePlain(source, out var result);").Line("message = other;").Line("return result;");
        w.Line();
        w.Line(NoInline);
        using (w.Braces($"private static {self} ParsePlain({Bytes} source, out {Result} result)"))
            w.Line($"result = {ParserEmitter.Call(message, "source", "default", $"{self} message")};").Line("return message;");
        w.Line();
    }

    /// <summary>Has the message a common case that can be asked for by itself?</summary>
    public static bool HasContract(MessageModel message) =>
        message.IsStandalone && !EscapedPathEmitter.Applies(message) && !ListsPathEmitter.Applies(message) && !LinePathEmitter.Applies(message)
        && message.FastPath is { AreTagsFixed: true } fast && (message.Carrier is not null || message.Tags.Count > 0) && FindCase(message, fast).Header is not null && FindParts(message) is { Before.Count: <= 1, After.Count: <= 1 };

    /// <summary>The fields behind the fixed part: the payload, or else the last one, and those around it.</summary>
    private static (List<FieldModel> Before, FieldModel? Payload, List<FieldModel> After) FindParts(MessageModel message)
    {
        var fields = message.Fields.Where(f => f.Place is null).ToList();
        int payload = message.Carrier is { } carrier ? fields.FindIndex(f => f.Ordinal == carrier.Payload) : fields.Count - 1;
        return payload < 0 ? ([], null, []) : (fields.Take(payload).ToList(), fields[payload], fields.Skip(payload + 1).ToList());
    }

    /// <summary>Where a field begins and ends in the common case that can be asked for by itself, as C#: numbers, or <c>header</c> and <c>size</c>.</summary>
    public static (string From, string To) FindCuts(MessageModel message, FieldModel field)
    {
        var common = FindCase(message, message.FastPath!);
        var window = common.Windows.First(x => x.Field.Ordinal == field.Ordinal);
        return (Cut(common, window.From), Cut(common, window.To));
    }

    private static string Cut(Case common, string cut) => IsNumber(cut) ? cut : cut == common.Size ? "size" : "header";

    private static void EmitBody(SourceWriter w, MessageModel message, Case common)
    {
        w.Line($"{Unsafe}SkipInit(out message);");
        w.Line($"if (source.Length < {message.Runs[0].Size})").Indented("goto general;");
        w.Line($"ref readonly byte start = ref {Marshal}GetReference(source);");
        w.Line("int available = source.Length;");
        EmitLayout(w);
        // Bounds come before conditions of the definition, which are rarely what fails.
        foreach (string line in common.Values)
            w.Line(line);
        foreach (string test in common.Tests)
            w.Line($"if ({Negated(test)})").Indented("goto general;");
        EmitHead(w, message);
        EmitWindows(w, message, common.Windows, cut => cut);
        foreach (string condition in common.Conditions)
            w.Line($"if ({Asked(message, condition)})").Indented("goto general;");
        w.Line($"return {Result}.Done({common.Size});");
        w.Label("general");
        w.Line("return ParseRarely(source, out message);");
    }

    private static void EmitLayout(SourceWriter w) => w.Line($"ref readonly {Layout(0)} layout = ref {Unsafe}As<byte, {Layout(0)}>(ref {Unsafe}AsRef(in start));");

    /// <summary>What a stack calls: the common case, and the message again without looking at its lengths.</summary>
    private static void EmitContract(SourceWriter w, MessageModel message, string self, Case common)
    {
        string contract = $"{Runtime}ICommonCase<{self}>";
        w.Line($"static int {contract}.FixedSize => {message.Runs[0].Size};").Line();
        w.Line(Inline);
        using (w.Braces($"static bool {contract}.TryParse(scoped ref readonly byte start, int available, out {self} message, out int header, out int size)"))
        {
            // Everything is set before anything is tested, so that nothing but the answer differs where the cases join, and the compiler can skip that.
            w.Line($"{Unsafe}SkipInit(out message);");
            EmitLayout(w);
            EmitHead(w, message);
            foreach (string line in common.Values)
                w.Line(line);
            w.Line($"header = {common.Header};").Line($"size = {common.Size};");
            var faults = common.Tests.Select(Negated).ToList();
            if (!common.IsBounded)
                faults.Add($"available < {message.Runs[0].Size}");
            faults.AddRange(common.Conditions);
            // One by one: of a conjunction, the compiler makes a number of the last part where the result is rarely asked for.
            foreach (string fault in faults)
                w.Line($"if ({fault})").Indented("return false;");
            w.Line("return true;");
        }
        w.Line();
        if (IsAskedOfBytes(message, common))
            EmitMeasure(w, message, common);
        EmitParts(w, message, self, contract);
    }

    /// <summary>The common case without the message, for whom asks no value of it next: what the conditions of the definition compare is compared in the order of the wire.</summary>
    private static void EmitMeasure(SourceWriter w, MessageModel message, Case common)
    {
        w.Line(Inline);
        using (w.Braces("private static bool TryMeasure(scoped ref readonly byte start, int available, out int header, out int size)"))
        {
            EmitLayout(w);
            foreach (string line in common.Values)
                w.Line(line);
            w.Line($"header = {common.Header};").Line($"size = {common.Size};");
            w.Line($"return {string.Join(" && ", common.Tests.Append($"available >= {message.Runs[0].Size}").Concat(common.Conditions.Select(c => $"!({Asked(message, c)})")))};");
        }
        w.Line();
    }

    private static bool IsAskedOfBytes(MessageModel message, Case common) => common.Conditions.Count > 0 && common.Conditions.All(c => Asked(message, c) != c);

    /// <summary>What tells whether a message is the common case and where its parts are, up to its arguments.</summary>
    public static string TryMeasure(MessageModel message) =>
        IsAskedOfBytes(message, FindCase(message, message.FastPath!)) ? $"{message.Type.FullName}.TryMeasure(" : $"global::Codecs.CompilerServices.CommonCase.TryMeasure<{message.Type.FullName}>(";

    /// <summary>Where the parts of any message are, the common case or not, and the message that has its parts there.</summary>
    private static void EmitParts(SourceWriter w, MessageModel message, string self, string contract)
    {
        var (before, payload, after) = FindParts(message);
        string fixedSize = Number(message.Runs[0].Size), header = before.Count == 0 ? fixedSize : "header", end = after.Count == 0 ? "size" : "payloadEnd";
        string Length(FieldModel field) => $"{Windows.Bytes(message, field).Replace(field.Storage, $"message.{field.Storage}")}.Length";
        w.Line(Inline);
        using (w.Braces($"static void {contract}.Measure(scoped in {self} message, out int header, out int payloadEnd)"))
        {
            w.Line($"header = {string.Join(" + ", before.Select(Length).Prepend(fixedSize))};");
            w.Line($"payloadEnd = header{(payload is null ? "" : $" + {Length(payload)}")};");
        }
        w.Line();
        w.Line(Inline);
        using (w.Braces($"static void {contract}.Restore(scoped ref readonly byte start, int header, int payloadEnd, int size, out {self} message)"))
        {
            w.Line($"{Unsafe}SkipInit(out message);");
            EmitLayout(w);
            EmitHead(w, message);
            var windows = before.Select(f => new Window(f, fixedSize, header)).ToList();
            if (payload is not null)
                windows.Add(new Window(payload, header, end));
            windows.AddRange(after.Select(f => new Window(f, end, "size")));
            EmitWindows(w, message, windows, cut => cut);
        }
        w.Line();
    }

    /// <summary>A condition, asked in the order of the wire where that is possible. Not where a stack goes on: it asks the value of the same field next, and both are then one swap.</summary>
    private static string Asked(MessageModel message, string condition)
    {
        bool isNegated = condition[0] == '!';
        string member = condition.Substring(condition.IndexOf('.') + 1);
        return ScalarCode.Ask(message, member, _ => "layout", isNegated) ?? condition;
    }

    private static string Negated(string test) => test.Contains(" >= ") ? test.Replace(" >= ", " < ") : test.Contains(" <= ") ? test.Replace(" <= ", " > ") : test.Replace(" == ", " != ");

    private static bool IsNumber(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static IEnumerable<string> ExactTests(MessageModel message, FastPathModel fast)
    {
        foreach (var test in fast.Exact)
        {
            var group = message.Runs[0].Groups[test.Group];
            ulong all = group.Size >= 8 ? ulong.MaxValue : (1UL << (group.Size * 8)) - 1;
            if (group.Size is 2 or 4 or 8 && group.Order == ByteOrder.Big)
            {
                string stored = $"layout._{group.Offset}";
                yield return $"{(test.Mask == all ? stored : $"({stored} & {ScalarCode.Wired(group, test.Mask)})")} == {ScalarCode.Wired(group, test.Value)}";
                continue;
            }
            string value = ScalarCode.Group("layout", group, "message.");
            string masked = test.Mask == all ? value : $"({value} & 0x{test.Mask.ToString("X", CultureInfo.InvariantCulture)})";
            yield return $"{masked} == 0x{test.Value.ToString("X", CultureInfo.InvariantCulture)}";
        }
    }

    /// <summary>The fixed part.</summary>
    private static void EmitHead(SourceWriter w, MessageModel message)
    {
        w.Line($"{Unsafe}AsRef(in message.{LayoutField(0)}) = layout;");
        if (message.HasState)
            w.Line($"{Unsafe}AsRef(in message._state) = {Received};");
        if (StorageEmitter.MayBeCut(message))
            w.Line($"{Unsafe}AsRef(in message._missing) = 0;");
    }

    private static void EmitWindows(SourceWriter w, MessageModel message, IReadOnlyList<Window> windows, Func<string, string> cut)
    {
        foreach (var window in windows)
        {
            var field = window.Field;
            string value = window.From == window.To ? "default" : $"{Wire}Window(in start, {cut(window.From)}, {cut(window.To)})";
            if (field.Kind == FieldKind.Scalars && value != "default")
                value = $"new {field.Type}({value}{Fields.ScalarsCode.Order(field, "message.")})";
            if (field.Token.Length > 0)
                value = $"{field.Token}.Parse({value})";
            w.Line($"{Unsafe}AsRef(in message.{field.Storage}) = {value};");
        }
    }

    private static Case FindCase(MessageModel message, FastPathModel fast)
    {
        var common = new Case();
        common.Tests.AddRange(ExactTests(message, fast));
        var ends = FindEnds(message, fast, common);
        string size = Number(message.Runs[0].Size);
        foreach (var field in message.Fields.Where(f => f.Place is null))
        {
            string end = field.Presence.Kind == PresenceKind.When ? size : WindowEnd(message, field, ends);
            common.Windows.Add(new Window(field, size, end));
            if (field.Kind == FieldKind.Scalars && field.Item!.Width > 1 && end != size)
                common.Tests.Add($"({end} - {size}) % {field.Item.Width} == 0");
            if (field.Presence.Kind == PresenceKind.When && !common.Conditions.Contains($"message.{field.Presence.Member}"))
                common.Conditions.Add($"message.{field.Presence.Member}");
            size = end;
        }
        common.Size = size;
        common.Header = FindHeader(message, common);
        return common;
    }

    /// <summary>Where the message is cut in two, if that and its end are all that is to be known about it: at the start of its payload. Null if it is cut otherwise.</summary>
    private static string? FindHeader(MessageModel message, Case common)
    {
        if (FindParts(message).Payload is not { } field)
            return Number(message.Runs[0].Size);
        var cuts = common.Windows.Select(x => x.To).Where(x => x != common.Size && !IsNumber(x)).Distinct().ToList();
        var payload = common.Windows.First(x => x.Field.Ordinal == field.Ordinal);
        return payload.To == common.Size && (cuts.Count == 0 || (cuts.Count == 1 && cuts[0] == payload.From)) ? payload.From : null;
    }

    /// <summary>The ends of all scopes by index, and the message's own at -1; what computes and tests them.</summary>
    private static Dictionary<int, string> FindEnds(MessageModel message, FastPathModel fast, Case common)
    {
        var ends = new Dictionary<int, string> { [-1] = "available" };
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
                if (descriptor.HasInit || !fast.ImpliedScopes.Contains(scope.Index))
                    common.Conditions.Add($"{(descriptor.HasInit ? "" : "!")}message.{scope.When}");
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
            common.Values.Add($"int {end} = {(shift == 0 ? sum : shift > 0 ? $"{shift} + {sum}" : $"{sum} - {-shift}")};");
            // Where a length counts from the end of the run, no value of a short field is too small.
            if (before is not null || shift < size || Width(message, scope.Descriptor) > 2)
                common.Tests.Add($"{end} >= {least}");
            common.Tests.Add($"{end} <= {outer}");
            common.IsBounded = true;
            ends[scope.Index] = end;
        }
        return ends;
    }

    private static string WindowEnd(MessageModel message, FieldModel field, Dictionary<int, string> ends)
    {
        int tail = field.Extent.Tail.Sum(f => Width(message, f));
        return tail > 0 ? $"({ends[field.Extent.Scope]} - {tail})" : ends[field.Extent.Scope];
    }

    private static int Width(MessageModel message, int field) => message.Fields[field].Scalar is { } scalar && message.Fields[field].Place is not null ? scalar.Bits / 8 : 0;

    /// <summary>The common case as C#.</summary>
    private sealed class Case
    {
        /// <summary>Statements that compute lengths.</summary>
        public List<string> Values { get; } = [];

        /// <summary>What must be true, of lengths and constants.</summary>
        public List<string> Tests { get; } = [];

        /// <summary>Members of the definition, or their negation, that must be false. They read nothing but the fixed part.</summary>
        public List<string> Conditions { get; } = [];

        public List<Window> Windows { get; } = [];

        /// <summary>Do the tests say that the fixed part is within what is available?</summary>
        public bool IsBounded { get; set; }

        public string Size { get; set; } = "";

        /// <summary>Bytes before the payload; null if more must be known to cut the message into its parts.</summary>
        public string? Header { get; set; }
    }

    /// <summary>Bytes of a field, from one place to another, each as C#.</summary>
    private sealed record Window(FieldModel Field, string From, string To);
}
