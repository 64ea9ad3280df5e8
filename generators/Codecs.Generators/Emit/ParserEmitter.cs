using Codecs.Generators.Model;
using Codecs.Generators.Parsing;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>The general parser: field by field, with the exact fault, in every mode of reading.</summary>
internal sealed class ParserEmitter
{
    private readonly SourceWriter _w;
    private readonly MessageModel _message;
    private bool _isFirst = true;

    private ParserEmitter(SourceWriter w, MessageModel message)
    {
        _w = w;
        _message = message;
    }

    /// <summary>The type of all parameters together.</summary>
    public static string ArgumentType(MessageModel message) => message.Parameters.Count == 1
        ? message.Parameters[0].Type
        : "(" + string.Join(", ", message.Parameters.Select(p => p.Type)) + ")";

    public static void Emit(SourceWriter w, MessageModel message)
    {
        string self = message.Type.FullName;
        string arguments = string.Concat(message.Parameters.Select(p => $"{p.Type} {p.Argument}, "));
        string passed = string.Concat(message.Parameters.Select(p => $"{p.Argument}, "));
        if (message.IsStandalone)
        {
            w.Line($"static {Result} {Runtime}ICodec<{self}>.TryParse({Bytes} message, int offset, {Runtime}ParseContext context, out {self} value) =>");
            w.Indented("ParseCore(message.Slice(offset), context, out value);").Line();
        }
        else
        {
            w.Line("/// <summary>Parses a message at the start of <paramref name=\"source\"/>; its spans are windows into it.</summary>");
            w.Line($"{message.Parameters.Aggregate("public", (least, p) => AccessReader.Least(least, p.Accessibility))} static {Result} TryParse({Bytes} source, {arguments}out {self} message) => ParseCore(source, {passed}default, out message);").Line();
            string unpacked = message.Parameters.Count == 1 ? "argument, " : string.Concat(message.Parameters.Select((_, i) => $"argument.Item{i + 1}, "));
            w.Line($"static {Result} {Runtime}ICodec<{self}, {ArgumentType(message)}>.TryParse({Bytes} message, int offset, {ArgumentType(message)} argument, {Runtime}ParseContext context, out {self} value) =>");
            w.Indented($"ParseCore(message.Slice(offset), {unpacked}context, out value);").Line();
        }
        w.Line(NoInline);
        using (w.Braces($"private static {Result} ParseCore({Bytes} source, {arguments}{Runtime}ParseContext context, out {self} message)"))
            new ParserEmitter(w, message).EmitBody();
        w.Line();
    }

    private void EmitBody()
    {
        _w.Line("message = default;");
        if (_message.HasState)
            _w.Line($"{Unsafe}AsRef(in message._state) = {Received};");
        foreach (var parameter in _message.Parameters)
            _w.Line($"{Unsafe}AsRef(in message.{parameter.Storage}) = {parameter.Argument};");
        if (_message.Fields.Any(f => f.Kind == FieldKind.Message || (f.Kind == FieldKind.List && !StorageEmitter.IsWindow(f))))
        {
            _w.Line($"if (context.Depth > {_message.Depth})");
            _w.Indented(Fail($"{Result}.Invalid({Error}Limit, 0, 0)"));
        }
        _w.Line("int at = 0, end = source.Length;");
        if (_message.HasHeaderForm)
            _w.Line("bool isCut = false;");
        if (_message.Terminator is { } terminator)
            EmitFindEnd(terminator);
        foreach (var element in _message.Elements)
        {
            switch (element.Kind)
            {
                case ElementKind.Run:
                    EmitRun(_message.Runs[element.Index]);
                    break;
                case ElementKind.Field:
                    EmitField(_message.Fields[element.Index]);
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
        if (_message.Terminator is { } ends)
        {
            if (!_message.Fields.Any(f => f.Extent is { Kind: ExtentKind.Open, Scope: -1 } && !f.IsConditional))
                _w.Line("if (at != end)").Indented(Fail($"{Result}.Invalid({Error}Syntax, {_message.Fields.Count - 1}, at)"));
            _w.Line($"at += {ends.Length};");
        }
        else if (_message.Limit > 0)
        {
            _w.Line($"if (at > {_message.Limit})").Indented(Fail($"{Result}.Invalid({Error}Limit, 0, 0)"));
        }
        _w.Line($"return {Result}.Done(at);");
    }

    internal static string Fail(string result) => $"return {Wire}Fail({result}, out message);";

    /// <summary>Is the end of a scope one that the message itself declares?</summary>
    internal string IsBounded(int scope)
    {
        if (scope < 0)
            return _message.Terminator is null ? "false" : "true";
        var model = _message.Scopes[scope];
        // What was found from the end has been measured.
        if (model.Form == ScopeForm.Trailing)
            return "true";
        if (model.Condition.Count == 0)
            return _message.Terminator is null ? "!isCut" : "true";
        string own = $"{Local(_message, model, "Bounds")} && !isCut";
        string outer = IsBounded(model.Parent);
        return outer == "false" ? own : outer == "true" ? outer : outer == "!isCut" ? outer : $"({own}) || ({outer})";
    }

    internal string End(int scope) => scope < 0 ? "end" : Local(_message, _message.Scopes[scope], "End");

    /// <summary>The end of what a field may take: its scope's, less what must follow.</summary>
    private string Limit(FieldModel field)
    {
        string tail = Width(field.Extent.Tail);
        return tail == "0" ? End(field.Extent.Scope) : $"{End(field.Extent.Scope)} - {tail}";
    }

    /// <summary>The bytes that fields of known width take together.</summary>
    internal string Width(EquatableArray<int> ordinals)
    {
        int bits = 0;
        var terms = new List<string>();
        foreach (int ordinal in ordinals)
        {
            if (ordinal < 0)
            {
                terms.Add(Local(_message, _message.Scopes[~ordinal], "Extent"));
                continue;
            }
            var field = _message.Fields[ordinal];
            int width = field.Scalar?.Bits ?? (field.Extent.Kind == ExtentKind.Constant ? field.Extent.Width * 8 : 0);
            if (field.Presence.Kind is PresenceKind.Remaining or PresenceKind.Constant)
                continue;
            string term = field.Extent.Kind == ExtentKind.Member ? $"global::System.Math.Clamp((int)message.{field.Extent.Member}, 0, int.MaxValue >> 4)" : Number(width / 8);
            if (field.IsConditional)
                terms.Add($"({Presence(field)} ? {term} : 0)");
            else if (field.Extent.Kind == ExtentKind.Member)
                terms.Add(term);
            else
                bits += width;
        }
        if (bits > 0 || terms.Count == 0)
            terms.Insert(0, Number(bits / 8));
        return terms.Count == 1 ? terms[0] : "(" + string.Join(" + ", terms) + ")";
    }

    private string Presence(FieldModel field) => field.Presence.Kind switch
    {
        PresenceKind.Flag => FlagOf(field),
        PresenceKind.When => $"message.{field.Presence.Member}",
        PresenceKind.Remaining => $"{Limit(field)} > at",
        PresenceKind.Constant => $"{Limit(field)} - at >= {field.Scalar!.Bytes} && {ReadRaw(field)} == {field.Const}",
        _ => "true",
    };

    // The flag as it was read: its property tells whether the field is there, which is not known yet.
    internal string FlagOf(FieldModel field)
    {
        var flag = _message.Fields.First(f => f.Name == field.Presence.Member);
        if (field.Presence.Bit >= 0)
            return $"((ulong){RawOf(flag)} >> {field.Presence.Bit} & 1) != 0";
        return flag.Place is { } place ? ScalarCode.FromRaw(flag.Scalar!, ScalarCode.Raw(_message, flag, $"message.{LayoutField(place.Run)}", "message.")) : $"message.{flag.Storage}";
    }

    internal string RawOf(FieldModel field) => field.Place is { } place
        ? ScalarCode.Raw(_message, field, $"message.{LayoutField(place.Run)}", "message.")
        : Unwrapped(field, $"message.{field.Storage}");

    private static string Unwrapped(FieldModel field, string value)
    {
        if (field.Optional == OptionalKind.Nullable)
            value += ".GetValueOrDefault()";
        return field.Scalar!.Form switch
        {
            ScalarForm.Custom => $"{Wire}ToInteger<{field.Scalar.Type}, {field.Scalar.Integer}>({value})",
            ScalarForm.Bool => $"({value} ? 1UL : 0UL)",
            _ => value,
        };
    }

    /// <summary>Where a field that was read starts.</summary>
    internal string PlaceOf(FieldModel field)
    {
        if (field.Place is not { } place)
            return field.PlainName.Length > 0 ? $"{AtName(field)}" : "at";
        int offset = place.BitOffset / 8;
        return place.Run == 0 && _message.Elements[0].Kind == ElementKind.Run ? Number(offset) : offset == 0 ? $"run{place.Run}At" : $"run{place.Run}At + {offset}";
    }

    private static string AtName(FieldModel field) => char.ToLowerInvariant(field.PlainName[0]) + field.PlainName.Substring(1) + "At";

    private void EmitRun(RunModel run)
    {
        var first = _message.Fields[run.Fields[0]];
        int scope = ScopeOf(first.Ordinal, run.Fields);
        if (!_isFirst)
            _w.Line($"int run{run.Index}At = at;");
        string at = _isFirst ? "0" : "at";
        _w.Line(_isFirst && scope < 0 && _message.Terminator is null ? $"if (source.Length < {run.Size})" : $"if ({End(scope)} - {at} < {run.Size})");
        _w.Indented(Fail($"{Wire}Missing({(_isFirst ? Number(run.Size) : $"(long)at + {run.Size}")}, {first.Ordinal}, {at}, {IsBounded(scope)})"));
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
        if (PresenceCode.UnknownBits(_message, field) is > 0 and var unknown)
        {
            // What a bit stands for that has no field cannot be passed over.
            _w.Line($"if (((ulong){RawOf(field)} & 0x{unknown:X}UL) != 0)");
            _w.Indented(Fail($"{Result}.Invalid({Error}Value, {field.Ordinal}, {PlaceOf(field)})"));
        }
        if (field.Require.Length > 0)
        {
            _w.Line($"if (!context.Options.IgnoreRequirements && !message.{field.Require})");
            _w.Indented(Fail($"{Result}.Invalid({Error}Requirement, {field.Ordinal}, {(field.Place is null ? AtName(field) : PlaceOf(field))})"));
        }
    }

    private void EmitOpen(ScopeModel scope)
    {
        var first = _message.Fields[scope.First];
        string start = Local(_message, scope, "Start");
        string value = first.Place is not null ? PlaceOf(first) : "at";
        if (!int.TryParse(value, out _))
            _w.Line($"int {start} = {value};");
        if (scope.Form == ScopeForm.Check)
            return;
        if (scope.Form == ScopeForm.Trailing)
        {
            _w.Line($"int {Local(_message, scope, "End")} = {StartOf(scope)} + {Local(_message, scope, "Extent")};");
            return;
        }
        string tail = Width(scope.TailOfParent);
        _w.Line($"int {Local(_message, scope, "End")} = {End(scope.Parent)}{(tail == "0" ? "" : " - " + tail)};");
        if (scope.Condition.Count > 0)
            _w.Line($"bool {Local(_message, scope, "Bounds")} = false;");
    }

    internal string StartOf(ScopeModel scope)
    {
        var first = _message.Fields[scope.First];
        string value = first.Place is not null ? PlaceOf(first) : "at";
        return int.TryParse(value, out _) ? value : Local(_message, scope, "Start");
    }

    private void EmitBind(ScopeModel scope)
    {
        var descriptor = _message.Fields[scope.Descriptor];
        string end = Local(_message, scope, "End"), start = StartOf(scope), length = Local(_message, scope, "Value");
        if (scope.Parent >= 0)
        {
            // The scope around it may have become known since this one was opened.
            string behind = Width(scope.TailOfParent);
            _w.Line($"{end} = {End(scope.Parent)}{(behind == "0" ? "" : " - " + behind)};");
        }
        if (scope.Condition.Count > 0)
        {
            string condition = string.Join(" && ", scope.Condition.Select(c => c == descriptor.Presence.Member && descriptor.Presence.Kind == PresenceKind.Flag ? FlagOf(descriptor) : "message." + c));
            _w.Line($"{Local(_message, scope, "Bounds")} = {condition};");
            using (_w.Braces($"if ({Local(_message, scope, "Bounds")})"))
                EmitBound();
            return;
        }
        EmitBound();

        void EmitBound()
        {
            _w.Line($"long {length} = {Wire}Extent((ulong){RawOf(descriptor)}, {scope.Unit}, {Number(scope.Bias)});");
            string from = start == "0" ? "" : $"{start} + ", less = start == "0" ? "" : $" - {start}";
            _w.Line($"if ({length} < at{less})");
            _w.Indented(Fail($"{Result}.Invalid({Error}Length, {descriptor.Ordinal}, {PlaceOf(descriptor)})"));
            using (_w.Braces($"if ({length} > {end}{less})"))
            {
                string bounded = IsBounded(scope.Parent);
                if (bounded != "false")
                {
                    _w.Line($"if ({bounded})");
                    _w.Indented(Fail($"{Result}.Invalid({Error}Length, {descriptor.Ordinal}, {PlaceOf(descriptor)})"));
                }
                string tail = Width(scope.TailOfParent);
                _w.Line("if (!context.HeaderOnly)");
                _w.Indented(Fail($"{Wire}Missing({from}{length}{(tail == "0" ? "" : " + " + tail)}, {scope.Last}, at, false)"));
                _w.Line("isCut = true;");
            }
            using (_w.Braces("else"))
                _w.Line($"{end} = {from}(int){length};");
        }
    }

    private void EmitClose(ScopeModel scope)
    {
        var descriptor = _message.Fields[scope.Descriptor];
        string end = Local(_message, scope, "End");
        if (scope.Form == ScopeForm.Check)
        {
            _w.Line($"int {end} = at;");
            return;
        }
        bool filled = scope.Open >= 0 && !_message.Fields[scope.Open].IsConditional && _message.Fields[scope.Open].Extent.Tail.Count == 0;
        if (!filled)
        {
            string condition = IsBounded(scope.Index);
            _w.Line(condition == "true" ? $"if (at != {end})" : $"if (at != {end} && {(condition.Contains("||") ? $"({condition})" : condition)})");
            _w.Indented(Fail($"{Result}.Invalid({Error}Length, {descriptor.Ordinal}, {(scope.Form == ScopeForm.Trailing ? Local(_message, scope, "Place") : PlaceOf(descriptor))})"));
        }
    }

    private void EmitField(FieldModel field)
    {
        if (field.Require.Length > 0 || field.Lengths.Count > 0 || field.PresenceOf.Count > 0 || field.Counts.Any(c => c.Field < field.Ordinal))
            _w.Line($"int {AtName(field)} = at;");
        if (field.IsConditional)
        {
            using (_w.Braces($"if ({Presence(field)})"))
                EmitRead(field);
        }
        else if (field.Kind is FieldKind.Scalar)
        {
            EmitRead(field);
        }
        else
        {
            using (_w.Braces(""))
                EmitRead(field);
        }
        EmitChecks(field);
    }

    private string ReadRaw(FieldModel field)
    {
        var scalar = field.Scalar!;
        string order = scalar.Order switch { ByteOrder.Big => "false", ByteOrder.Little => "true", _ => $"message.{scalar.OrderMember}" };
        return scalar.Bits > 64 ? $"{Wire}ReadWide(source.Slice(at, 16), {order})" : $"{Wire}ReadInteger(source.Slice(at, {scalar.Bytes}), {order})";
    }

    private void EmitRead(FieldModel field)
    {
        // What knows its width leaves it to what follows to miss its own: only then is the number of bytes that are needed right.
        bool isFixed = field.Kind is FieldKind.Scalar or FieldKind.Padding || field.Extent.Kind is ExtentKind.Constant or ExtentKind.Count or ExtentKind.Member or ExtentKind.While;
        string limit = isFixed ? End(field.Extent.Scope) : Limit(field), bounded = IsBounded(field.Extent.Scope), target = $"{Unsafe}AsRef(in message.{field.Storage})";
        switch (field.Kind)
        {
            case FieldKind.Scalar:
                int width = field.Scalar!.Bytes;
                _w.Line($"if ({limit} - at < {width})");
                _w.Indented(Fail($"{Wire}Missing((long)at + {width}, {field.Ordinal}, at, {bounded})"));
                if (field.Const is { } constant && field.Presence.Kind != PresenceKind.Constant)
                    _w.Line($"if ({ReadRaw(field)} != {constant})").Indented(Fail($"{Result}.Invalid({Error}Value, {field.Ordinal}, at)"));
                _w.Line($"{target} = {ScalarCode.FromRaw(field.Scalar, ReadRaw(field))};").Line($"at += {width};");
                break;
            case FieldKind.Digits:
                VariableNumberEmitter.EmitReadDigits(_w, field, limit, End(field.Extent.Scope), bounded, target, Fail);
                break;
            case FieldKind.Escaped:
                VariableNumberEmitter.EmitReadEscaped(_w, _message, field, RawOf(_message.Fields[field.Escape!.Code]), limit, bounded, target, Fail);
                break;
            case FieldKind.Padding:
                // Padding that the end cuts short is accepted.
                _w.Line($"int size = {Wire}Padding(at, {field.Extent.Width});");
                _w.Line($"if ({limit} - at < size)");
                using (_w.Braces(""))
                {
                    if (bounded == "false")
                    {
                        _w.Line(Fail($"{Wire}Missing((long)at + size, {field.Ordinal}, at, false)"));
                    }
                    else
                    {
                        _w.Line($"if (!({bounded}))").Indented(Fail($"{Wire}Missing((long)at + size, {field.Ordinal}, at, false)"));
                        _w.Line($"size = global::System.Math.Max({limit} - at, 0);");
                    }
                }
                _w.Line($"{target} = source.Slice(at, size);").Line("at += size;");
                break;
            case FieldKind.Message or FieldKind.Value:
                string argument = field.Argument.Length == 0 ? "" : field.Argument + ", ";
                string? extent = field.Extent.Kind switch { ExtentKind.Constant => Number(field.Extent.Width), ExtentKind.Member => $"message.{field.Extent.Member}", _ => null };
                if (extent is not null)
                {
                    _w.Line($"int size = {extent};");
                    _w.Line("if (size < 0)").Indented(Fail($"{Result}.Invalid({Error}Length, {field.Ordinal}, at)"));
                    _w.Line($"if ({limit} - at < size)").Indented(Fail($"{Wire}Missing((long)at + size, {field.Ordinal}, at, {bounded})"));
                    limit = "at + size";
                    bounded = "true";
                }
                _w.Line($"var result = {Wire}Parse(source.Slice(0, global::System.Math.Max({limit}, at)), at, {argument}context.Nested(), out {field.ValueType} value);");
                _w.Line("if (!result)").Indented(Fail($"result.In({field.Ordinal}, at, {bounded})"));
                if (extent is not null)
                    _w.Line("if (result.BytesConsumed != size)").Indented(Fail($"{Result}.Invalid({Error}Length, {field.Ordinal}, at)"));
                _w.Line($"{target} = value;").Line("at += result.BytesConsumed;");
                break;
            default:
                EmitReadWindow(field, limit, bounded, target);
                break;
        }
    }

    private void EmitReadWindow(FieldModel field, string limit, string bounded, string target)
    {
        if (field.Kind == FieldKind.List && !StorageEmitter.IsWindow(field))
        {
            string count = "-1";
            if (field.Extent.Kind == ExtentKind.Count)
            {
                var counter = _message.Fields.First(f => f.Name == field.Extent.Member);
                _w.Line($"int count = {Wire}CountOf((ulong){RawOf(counter)}, {Number(counter.Counts.First(c => c.Field == field.Ordinal).Bias)});");
                _w.Line("if (count < 0)").Indented(Fail($"{Result}.Invalid({Error}Value, {counter.Ordinal}, {PlaceOf(counter)})"));
                if (field.Limit > 0)
                    _w.Line($"if (count > {field.Limit})").Indented(Fail($"{Result}.Invalid({Error}Limit, {field.Ordinal}, at)"));
                count = "count";
            }
            string end = field.Until.Length == 0 ? "null" : PropertyEmitter.End(field).Substring(2);
            _w.Line($"var result = {Runtime}MessageList<{field.Item!.Type}>.TryParse(source.Slice(0, global::System.Math.Max({limit}, at)), at, {count}, {end}, context.Nested(), out var list);");
            _w.Line("if (!result)").Indented(Fail($"result.In({field.Ordinal}, at, {bounded})"));
            _w.Line($"{target} = list;").Line("at += result.BytesConsumed;");
            return;
        }
        switch (field.Extent.Kind)
        {
            case ExtentKind.Terminated:
                EmitFind(field, limit, bounded);
                break;
            case ExtentKind.Case:
                BoundsEmitter.Emit(_w, _message, field, limit, bounded, Fail);
                break;
            case ExtentKind.While:
                TextEmitter.EmitReadRun(_w, field, limit, bounded, Fail);
                break;
            case ExtentKind.Open:
                _w.Line($"int size = {limit} - at;");
                _w.Line("if (size < 0)").Indented(Fail($"{Wire}Missing((long){End(field.Extent.Scope)} - size, {field.Ordinal}, at, {bounded})"));
                break;
            case ExtentKind.Constant when field.ConstBytes.Length > 0:
                TextEmitter.EmitReadConstant(_w, field, limit, bounded, Fail);
                break;
            case ExtentKind.Constant:
                _w.Line($"const int size = {field.Extent.Width};");
                _w.Line($"if ({limit} - at < size)").Indented(Fail($"{Wire}Missing((long)at + size, {field.Ordinal}, at, {bounded})"));
                break;
            case ExtentKind.Count:
                var counter = _message.Fields.First(f => f.Name == field.Extent.Member);
                _w.Line($"long size = (long){Wire}CountOf((ulong){RawOf(counter)}, {Number(counter.Counts.First(c => c.Field == field.Ordinal).Bias)}) * {field.Item!.Width};");
                _w.Line("if (size < 0)").Indented(Fail($"{Result}.Invalid({Error}Value, {counter.Ordinal}, {PlaceOf(counter)})"));
                _w.Line($"if ({limit} - at < size)").Indented(Fail($"{Wire}Missing(at + size, {field.Ordinal}, at, {bounded})"));
                break;
            default:
                _w.Line($"int size = message.{field.Extent.Member};");
                _w.Line("if (size < 0)").Indented(Fail($"{Result}.Invalid({Error}Length, {field.Ordinal}, at)"));
                _w.Line($"if ({limit} - at < size)").Indented(Fail($"{Wire}Missing((long)at + size, {field.Ordinal}, at, {bounded})"));
                break;
        }
        if (field.Limit > 0)
        {
            long most = field.Kind == FieldKind.Scalars ? (long)field.Limit * field.Item!.Width : field.Limit;
            _w.Line($"if (size > {most})").Indented(Fail($"{Result}.Invalid({Error}Limit, {field.Ordinal}, at)"));
        }
        string window = $"source.Slice(at, {(field.Extent.Kind == ExtentKind.Count ? "(int)size" : "size")})";
        if (field.Kind == FieldKind.Scalars)
        {
            if (field.Item!.Width > 1 && field.Extent.Kind is not (ExtentKind.Count or ExtentKind.Constant))
                _w.Line($"if (size % {field.Item.Width} != 0)").Indented(Fail($"{Result}.Invalid({Error}Length, {field.Ordinal}, at)"));
            string order = OrderOf(field);
            window = $"new {field.ValueType}({window}{order})";
        }
        else if (field.Kind == FieldKind.List)
        {
            using (_w.Braces("if (context.Options.ValidateLists)"))
            {
                _w.Line($"var walk = new {field.ValueType}({window}{PropertyEmitter.End(field)}).Validate();");
                _w.Line("if (!walk)").Indented(Fail($"walk.In({field.Ordinal}, at, true)"));
            }
            if (field.Optional == OptionalKind.Wrapped)
                window = $"new {field.ValueType}({window}{PropertyEmitter.End(field)})";
        }
        if (field.Token.Length > 0)
            window = $"{field.Token}.Parse({window})";
        if (field.Storage.Length > 0)
            _w.Line($"{target} = {window};");
        _w.Line(field.Extent.Kind == ExtentKind.Count ? "at += (int)size;" : "at += size;");
        if (field.Terminator is { } follows && field.Extent.Kind != ExtentKind.Terminated)
            TextEmitter.EmitFollowed(_w, field, follows, End(field.Extent.Scope), bounded, Fail);
        if (field.Terminator is { } terminator)
        {
            if (terminator.IsOptional)
                _w.Line($"{Unsafe}AsRef(in message.{StorageEmitter.Ended(field)}) = isEnded;").Line("if (isEnded)").Indented($"at += {terminator.Length};");
            else
                _w.Line($"at += {terminator.Length};");
        }
    }

    private const string Text = "global::Codecs.CompilerServices.TextWire.";

    private static string Escape(TerminatorModel terminator) => terminator.Escape < 0 ? "" : $", {terminator.Escape}";

    /// <summary>Looks for the terminator of a field, no further than its limit.</summary>
    private void EmitFind(FieldModel field, string limit, string bounded)
    {
        var terminator = field.Terminator!;
        string most = field.Limit > 0 ? Number(field.Limit) : $"{Text}DefaultLimit";
        _w.Line($"var rest = source.Slice(at, global::System.Math.Max({limit} - at, 0));");
        _w.Line($"int size = {Text}Find(rest.Slice(0, global::System.Math.Min(rest.Length, {most} + {terminator.Length})), {terminator.Expression("message.")}{Escape(terminator)});");
        if (terminator.IsOptional)
            _w.Line("bool isEnded = size >= 0;");
        using (_w.Braces("if (size < 0)"))
        {
            _w.Line($"if (rest.Length >= {most} + {terminator.Length})").Indented(Fail($"{Result}.Invalid({Error}Limit, {field.Ordinal}, at)"));
            string missing = Fail($"{Text}Missing({End(field.Extent.Scope)}, {field.Ordinal}, at, {bounded})");
            if (!terminator.IsOptional)
            {
                _w.Line(missing);
            }
            else
            {
                if (bounded != "true")
                    _w.Line($"if (!({bounded}))").Indented(missing);
                _w.Line("size = rest.Length;");
            }
        }
    }

    /// <summary>Finds the end of a message that a terminator ends.</summary>
    private void EmitFindEnd(TerminatorModel terminator)
    {
        string most = _message.Limit > 0 ? Number(_message.Limit) : $"{Text}DefaultLimit";
        _w.Line($"end = {Text}Find(source.Slice(0, global::System.Math.Min(source.Length, {most} + {terminator.Length})), {terminator.Bytes}{Escape(terminator)});");
        using (_w.Braces("if (end < 0)"))
        {
            _w.Line($"if (source.Length >= {most} + {terminator.Length})").Indented(Fail($"{Result}.Invalid({Error}Limit, 0, 0)"));
            _w.Line(Fail($"{Result}.NeedMore(source.Length + 1, 0)"));
        }
    }

    private static string OrderOf(FieldModel field) => field.Item!.IsLittleEndian ? ", true" : "";
}
