using Codecs.Generators.Emit.Fields;
using Codecs.Generators.Model;
using Codecs.Generators.Parsing;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>The general parser: part by part, with the exact fault, in every mode of reading.</summary>
internal sealed partial class ParserEmitter
{
    private readonly SourceWriter _w;
    private readonly MessageModel _message;
    private bool _isFirst = true;

    private ParserEmitter(SourceWriter w, MessageModel message)
    {
        _w = w;
        _message = message;
    }

    public MessageModel Message => _message;

    /// <summary>Are parts parsed within the message that encloses this one, or within this one from its start?</summary>
    public bool HasOrigin => _message.HasBackReferences || _message.Fields.Any(f => f.HasBackReferences);

    /// <summary>The type of all parameters together.</summary>
    public static string ArgumentType(MessageModel message) => message.Parameters.Count == 1
        ? message.Parameters[0].Type
        : "(" + string.Join(", ", message.Parameters.Select(p => p.Type)) + ")";

    /// <summary>A call of the parser of a message that is at the start of <paramref name="source"/>.</summary>
    public static string Call(MessageModel message, string source, string context, string target, string arguments = "") =>
        $"ParseCore({source}, {(message.HasBackReferences ? "0, " : "")}{arguments}{(message.Delta >= 0 ? "0, " : "")}{context}, out {target})";

    public static void Emit(SourceWriter w, MessageModel message)
    {
        EmitContract(w, message);
        string arguments = string.Concat(message.Parameters.Select(p => $"{p.Type} {p.Argument}, "));
        string place = message.HasBackReferences ? $"{Bytes} origin, int originAt, " : $"{Bytes} source, ";
        w.Line(NoInline);
        using (w.Braces($"private static {Result} ParseCore({place}{arguments}{(message.Delta >= 0 ? "ulong previous, " : "")}scoped {Runtime}ParseContext context, out {message.Type.FullName} message)"))
            new ParserEmitter(w, message).EmitBody();
        w.Line();
    }

    /// <summary>What others call.</summary>
    private static void EmitContract(SourceWriter w, MessageModel message)
    {
        string self = message.Type.FullName, passed = string.Concat(message.Parameters.Select(p => $"{p.Argument}, "));
        string source = message.HasBackReferences ? "message, offset" : "message.Slice(offset)", first = message.Delta >= 0 ? "0, " : "";
        if (message.IsStandalone)
        {
            if (ElementEmitter.IsSimple(message))
            {
                w.Line(Inline);
                using (w.Braces($"static {Result} {Runtime}ICodec<{self}>.TryParse({Bytes} message, int offset, scoped {Runtime}ParseContext context, out {self} value)"))
                {
                    w.Line($"{Memory} memory = default;");
                    w.Line("if (context.IsPlain && TakeCore(message, offset, ref memory, out value) is var end and >= 0)").Indented($"return {Result}.Done(end - offset);");
                    // What the caller has stays in registers: only the other one is in memory.
                    w.Line($"var result = ParseCore({source}, context, out {self} other);").Line("value = other;").Line("return result;");
                }
                w.Line();
            }
            else if (message.FastPath is not null)
            {
                w.Line(Inline);
                w.Line($"static {Result} {Runtime}ICodec<{self}>.TryParse({Bytes} message, int offset, scoped {Runtime}ParseContext context, out {self} value) =>");
                w.Indented($"context.IsPlain ? TryParse(message.Slice(offset), out value) : ParseCore({source}, context, out value);").Line();
            }
            else
            {
                w.Line($"static {Result} {Runtime}ICodec<{self}>.TryParse({Bytes} message, int offset, scoped {Runtime}ParseContext context, out {self} value) =>");
                w.Indented($"ParseCore({source}, {first}context, out value);").Line();
            }
            if (message.IsWhole || message.WholeParts.Count > 0)
                w.Line($"static bool {Runtime}ICodec<{self}>.IsWhole => {(message.IsWhole ? "true" : string.Join(" || ", message.WholeParts.Select(p => $"{Wire}IsWhole<{p}>()")))};").Line();
            if (message.Delta >= 0)
                EmitDelta(w, message, self, source);
            return;
        }
        w.Line("/// <summary>Parses a message at the start of <paramref name=\"source\"/>; its spans are windows into it.</summary>");
        string accessibility = message.Parameters.Aggregate("public", (least, p) => AccessReader.Least(least, p.Accessibility));
        string typed = string.Concat(message.Parameters.Select(p => $"{p.Type} {p.Argument}, "));
        w.Line($"{accessibility} static {Result} TryParse({Bytes} source, {typed}out {self} message) => {Call(message, "source", "default", "message", passed)};").Line();
        string unpacked = message.Parameters.Count == 1 ? "argument, " : string.Concat(message.Parameters.Select((_, i) => $"argument.Item{i + 1}, "));
        w.Line($"static {Result} {Runtime}ICodec<{self}, {ArgumentType(message)}>.TryParse({Bytes} message, int offset, {ArgumentType(message)} argument, scoped {Runtime}ParseContext context, out {self} value) =>");
        w.Indented($"ParseCore({source}, {unpacked}{first}context, out value);").Line();
    }

    /// <summary>Elements of which one depends on the one before.</summary>
    private static void EmitDelta(SourceWriter w, MessageModel message, string self, string source)
    {
        string codec = $"{Runtime}ICodec<{self}>";
        w.Line($"static {Result} {codec}.TryParseAfter(ulong previous, {Bytes} message, int offset, scoped {Runtime}ParseContext context, out {self} value) =>");
        w.Indented($"ParseCore({source}, previous, context, out value);").Line();
        w.Line($"static ulong {codec}.Next(scoped in {self} value) => (ulong)value.{message.Fields[message.Delta].Name};").Line();
        w.Line($"static int {codec}.GetMaxSizeAfter(ulong previous, scoped in {self} value) => value.After(previous).GetMaxSize();").Line();
        w.Line($"static int {codec}.WriteAfter(ulong previous, scoped in {self} value, {Span} message, int offset, scoped {Runtime}WriteContext context) => value.After(previous).WriteCore(message.Slice(offset), context);").Line();
        w.Line("// The same element behind another one.");
        using (w.Braces($"private {self} After(ulong previous)"))
            w.Line("var element = this;").Line($"{Unsafe}AsRef(in element._previous) = previous;").Line("return element;");
        w.Line();
    }

    private void EmitBody()
    {
        if (_message.HasBackReferences)
            _w.Line("var source = origin.Slice(originAt);");
        else if (HasOrigin)
            _w.Line("var origin = source;").Line("const int originAt = 0;");
        _w.Line("message = default;");
        if (_message.HasState)
            _w.Line($"{Unsafe}AsRef(in message._state) = {Received};");
        if (_message.Delta >= 0)
            _w.Line($"{Unsafe}AsRef(in message._previous) = previous;");
        foreach (var parameter in _message.Parameters)
            _w.Line($"{Unsafe}AsRef(in message.{parameter.Storage}) = {parameter.Argument};");
        if (_message.Fields.Any(f => f.Kind == FieldKind.Message || (f.Kind is FieldKind.List or FieldKind.ArgumentList && !f.IsWindow)))
        {
            _w.Line($"if (context.Depth > {_message.Depth})");
            _w.Indented(Fail($"{Result}.Invalid({Error}Limit, 0, 0)"));
        }
        _w.Line("int at = 0, end = source.Length;");
        if (_message.HasHeaderForm)
            _w.Line("bool isCut = false;");
        if (_message.Terminator is { } terminator)
            EmitFindEnd(terminator);
        for (int i = 0; i < _message.Elements.Count; i++)
            EmitElement(_message.Elements[i], i);
        EmitEnd();
    }

    private void EmitElement(ElementModel element, int index)
    {
        switch (element.Kind)
        {
            case ElementKind.Run:
                EmitRun(_message.Runs[element.Index]);
                break;
            case ElementKind.Field:
                EmitField(_message.Fields[element.Index]);
                EmitCut(_message.Fields[element.Index], index);
                break;
            case ElementKind.Peek:
                TrailingEmitter.EmitPeek(_w, this, _message, _message.Scopes[element.Index]);
                break;
            case ElementKind.Open:
                EmitOpen(_message.Scopes[element.Index]);
                break;
            case ElementKind.Bind:
                EmitBind(_message.Scopes[element.Index]);
                break;
            case ElementKind.Close:
                EmitClose(_message.Scopes[element.Index]);
                break;
        }
        if (element.Kind is ElementKind.Run or ElementKind.Field)
            _isFirst = false;
        TrailingEmitter.EmitChecks(_w, this, _message, element);
    }

    private void EmitEnd()
    {
        if (_message.Terminator is { } terminator)
        {
            if (!_message.Fields.Any(f => f.Extent is { Kind: ExtentKind.Open, Scope: -1 } && !f.IsConditional))
                _w.Line("if (at != end)").Indented(Fail($"{Result}.Invalid({Error}Syntax, {Math.Max(_message.Fields.Count - 1, 0)}, at)"));
            _w.Line($"at += {terminator.Length};");
        }
        else if (_message.Limit > 0)
        {
            _w.Line($"if (at > {_message.Limit})").Indented(Fail($"{Result}.Invalid({Error}Limit, 0, 0)"));
        }
        if (_message.IsOrigin)
            _w.Line($"{Unsafe}AsRef(in message._origin) = source.Slice(0, at);");
        _w.Line($"return {Result}.Done(at);");
    }

    /// <summary>A message that was cut short ends with the open field that reaches to the cut.</summary>
    private void EmitCut(FieldModel field, int index)
    {
        if (!StorageEmitter.MayBeCutAfter(_message, field, index))
            return;
        using (_w.Braces("if (isCut && at == end)"))
        {
            _w.Line($"{Unsafe}AsRef(in message._missing) = {field.Ordinal + 1};");
            if (_message.IsOrigin)
                _w.Line($"{Unsafe}AsRef(in message._origin) = source;");
            _w.Line($"return {Result}.DonePartly(at);");
        }
    }

    internal static string Fail(string result) => $"return {Wire}Fail({result}, out message);";

    private void EmitRun(RunModel run)
    {
        var first = _message.Fields[run.Fields[0]];
        int scope = ScopeOf(first.Ordinal, run.Fields);
        if (!_isFirst)
            _w.Line($"int runAt{run.Index} = at;");
        string at = _isFirst ? "0" : "at", end = _isFirst && scope < 0 && _message.Terminator is null ? "source.Length" : End(scope);
        string there = at == "0" ? end : $"{end} - {at}";
        _w.Line($"if ({there} < {run.Size})");
        string ends = string.Join(", ", run.Fields.Select(f => (_message.Fields[f].Place!.BitOffset + _message.Fields[f].Scalar!.Bits + 7) / 8));
        _w.Indented(Fail(run.Fields.Count == 1
            ? $"{Wire}Missing({(_isFirst ? Number(run.Size) : $"(long)at + {run.Size}")}, {first.Ordinal}, {at}, {IsBounded(scope)})"
            : $"{Wire}MissingInRun({there}, {at}, [{ends}], {first.Ordinal}, {IsBounded(scope)})"));
        _w.Line($"{Unsafe}AsRef(in message.{LayoutField(run.Index)}) = {Wire}Read<{Layout(run.Index)}>(source.Slice({at}, {run.Size}));");
        _w.Line(_isFirst ? $"at = {run.Size};" : $"at += {run.Size};");
        foreach (int ordinal in run.Fields)
            EmitChecks(_message.Fields[ordinal]);
    }

    /// <summary>The scope that bounds a run: the innermost one that was open before it.</summary>
    private int ScopeOf(int ordinal, EquatableArray<int> run)
    {
        int found = -1;
        foreach (var scope in _message.Scopes)
        {
            if (scope.First < ordinal && scope.Last >= ordinal && scope.Descriptor < ordinal)
                found = scope.Index;
            else if (scope.First == ordinal && scope.Descriptor < ordinal && !run.Contains(scope.Descriptor))
                found = scope.Parent;
        }
        return found;
    }

    private void EmitChecks(FieldModel field)
    {
        if (field.Const is { } constant && field.Place is not null)
        {
            _w.Line($"if ({RawOf(field)} != {constant})");
            _w.Indented(Fail($"{Result}.Invalid({Error}Value, {field.Ordinal}, {PlaceOf(field)})"));
        }
        if (field.Reserved is { } reserved && field.Place is not null)
        {
            _w.Line($"if (context.Options.IsStrict && {RawOf(field)} != {reserved})");
            _w.Indented(Fail($"{Result}.Invalid({Error}Value, {field.Ordinal}, {PlaceOf(field)})"));
        }
        if (Presence.UnknownBits(_message, field) is > 0 and var unknown)
        {
            // What a bit stands for that has no field cannot be passed over.
            _w.Line($"if (((ulong){RawOf(field)} & 0x{unknown:X}UL) != 0)");
            _w.Indented(Fail($"{Result}.Invalid({Error}Value, {field.Ordinal}, {PlaceOf(field)})"));
        }
        if (field.Require.Length > 0)
        {
            _w.Line($"if (!context.Options.IgnoreRequirements && !message.{field.Require})");
            _w.Indented(Fail($"{Result}.Invalid({Error}Requirement, {field.Ordinal}, {PlaceOf(field)})"));
        }
    }

    private void EmitField(FieldModel field)
    {
        if (field.Require.Length > 0 || field.Lengths.Count > 0 || field.PresenceOf.Count > 0 || field.Counts.Count > 0)
            _w.Line($"int {AtName(field)} = at;");
        EmitRunBack(field);
        var site = Site(field);
        using (_w.Braces(field.IsConditional ? $"if ({IsThere(field)})" : ""))
        {
            var code = FieldCode.Of(_message, field);
            code.Read(_w, site);
            if (!code.IsEndedWithin && EndingScope(_message, field) < 0)
                Endings.Pass(_w, field, site);
        }
        EmitChecks(field);
    }

    private ReadSite Site(FieldModel field)
    {
        // What knows its width leaves it to what follows to miss its own: only then is the number of bytes that are needed right.
        bool isFixed = field.Kind is FieldKind.Scalar or FieldKind.Padding or FieldKind.Escaped or FieldKind.Sized or FieldKind.Number || field.ConstBytes.Length > 0 || field.Extent.Kind is ExtentKind.Constant or ExtentKind.Count or ExtentKind.Member or ExtentKind.While;
        isFixed &= field.Extent.Kind != ExtentKind.Open;
        string end = End(field.Extent.Scope);
        return new ReadSite(this, end, isFixed ? end : Limit(field), isFixed ? "0" : Width(field.Extent.Tail), IsBounded(field.Extent.Scope));
    }

    /// <summary>The scope that holds nothing but the field, behind which the field's terminator stands; -1 for none.</summary>
    public static int EndingScope(MessageModel message, FieldModel field) =>
        field.Terminator is null || field.Extent.Kind is ExtentKind.Terminated ? -1
        : message.Scopes.FirstOrDefault(s => s.First == field.Ordinal && s.Last == field.Ordinal && s.Form != ScopeForm.Check)?.Index ?? -1;

    /// <summary>Finds the end of a message that a terminator ends.</summary>
    private void EmitFindEnd(TerminatorModel terminator)
    {
        string most = _message.Limit > 0 ? Number(_message.Limit) : $"{Text}DefaultLimit";
        _w.Line($"end = {Text}FindEnd(source, {most}, {terminator.Bytes}, {(terminator.Except.Length > 0 ? terminator.Except : Number(terminator.Escape))}, context);");
        using (_w.Braces("if (end < 0)"))
        {
            if (terminator.Except.Length > 0)
                _w.Line("if (end < -1)").Indented(Fail($"{Result}.Invalid({Error}Syntax, {Math.Max(_message.Fields.Count - 1, 0)}, -2 - end)"));
            _w.Line($"if (source.Length >= {most} + {terminator.Length}L)").Indented(Fail($"{Result}.Invalid({Error}Limit, 0, 0)"));
            _w.Line(Fail($"{Result}.NeedMore(source.Length + 1, 0)"));
        }
    }
}
