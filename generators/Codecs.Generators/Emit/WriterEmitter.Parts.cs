using System.Text.RegularExpressions;
using Codecs.Generators.Emit.Fields;
using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

// The parts, in the order of the wire.
internal sealed partial class WriterEmitter
{
    /// <summary>Writes the numbers of a message that is these and then lists, with counts of 0.</summary>
    public static void EmitHead(SourceWriter w, MessageModel message)
    {
        int run = 0;
        while (message.Elements[run].Kind != ElementKind.Run)
            run++;
        // Not a call, which would need the message, with room for all its lists, in memory.
        w.Line(Inline);
        using (w.Braces($"private int WriteHead({Span} message, bool keep = false, bool keepReserved = false)"))
        {
            w.Line("int at = 0;");
            new WriterEmitter(w, message) { _isHead = true }.EmitWrites(run, run + 1);
            w.Line("return at;");
        }
        w.Line();
    }

    private void EmitWrites(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            var element = _message.Elements[i];
            switch (element.Kind)
            {
                case ElementKind.Run:
                    EmitRun(_message.Runs[element.Index]);
                    break;
                case ElementKind.Field:
                    EmitField(_message.Fields[element.Index]);
                    break;
                case ElementKind.Open when IsPatchedHere(_message.Scopes[element.Index]) && _message.Fields[_message.Scopes[element.Index].First].Place is null:
                    _w.Line($"int {Local(_message, _message.Scopes[element.Index], "Mark")} = at;");
                    break;
                case ElementKind.Close:
                    EmitClose(_message.Scopes[element.Index]);
                    break;
            }
        }
    }

    private bool IsPatchedHere(ScopeModel scope) => Derived.IsPatched(_message, scope) && !PatchedWithPayload.Contains(scope);

    private void EmitClose(ScopeModel scope)
    {
        if (IsPatchedHere(scope))
            EmitPatch(scope, Local(_message, scope, "At"), $"at - {Local(_message, scope, "Mark")}");
        var last = _message.Fields[scope.Last];
        if (ParserEmitter.EndingScope(_message, last) == scope.Index && last.Ordinal != _message.Carrier?.Payload)
        {
            using (_w.Braces(last.IsConditional ? $"if ({Presence.IsThere(_message, last)})" : ""))
                Endings.Write(_w, _message, last, Site);
        }
    }

    /// <summary>Puts in a length that has become known.</summary>
    private void EmitPatch(ScopeModel scope, string place, string size)
    {
        foreach (var field in new[] { scope.Descriptor }.Concat(scope.Checks).Select(o => _message.Fields[o]))
        {
            var length = field.Lengths.First(l => l.Scope == scope.Index);
            string name = Quote($"{_message.Type.Name}.{Derived.Blamed(_message, length).PlainName}");
            string order = field.Scalar!.Order switch { ByteOrder.Big => "false", ByteOrder.Little => "true", _ => "this." + field.Scalar.OrderMember };
            _w.Line($"{Wire}WriteInteger(message.Slice({place}, {field.Scalar.Bytes}), {Wire}Length({size}, {length.Unit}, {Number(length.Bias)}, {field.Scalar.Max}, {size}, {name}, {Quote(field.PlainName)}), {order});");
        }
    }

    /// <summary>The length stands at a fixed distance before the payload.</summary>
    private void EmitPatchWithPayload(ScopeModel scope)
    {
        string end = HasOffset ? "offset + headerSize" : "headerSize";
        int descriptor = Distance(_message.Fields[scope.Descriptor]), first = scope.First == _message.Carrier!.Payload ? 0 : Distance(_message.Fields[scope.First]);
        EmitPatch(scope, $"{end} - {descriptor}", first == 0 ? "payloadSize" : $"{first} + payloadSize");
    }

    /// <summary>Bytes from a field in the run before the payload up to that.</summary>
    private int Distance(FieldModel field) => field.Place is { } place ? _message.Runs[place.Run].Size - place.BitOffset / 8 : 0;

    private void EmitRun(RunModel run)
    {
        var changed = run.Fields.Select(o => _message.Fields[o]).Where(f => f.IsDerived || f.Const is not null || f.Reserved is not null || f.EscapedBy >= 0).ToList();
        string target = $"run{run.Index}";
        Site.Room(_w, Number(run.Size));
        foreach (var scope in _message.Scopes.Where(IsPatchedHere))
        {
            if (_message.Fields[scope.Descriptor].Place is { } place && place.Run == run.Index)
                _w.Line($"int {Local(_message, scope, "At")} = at{(place.BitOffset == 0 ? "" : $" + {place.BitOffset / 8}")};");
            if (_message.Fields[scope.First].Place is { } first && first.Run == run.Index)
                _w.Line($"int {Local(_message, scope, "Mark")} = at{(first.BitOffset == 0 ? "" : $" + {first.BitOffset / 8}")};");
        }
        _w.Line($"ref var {target} = ref {Marshal}AsRef<{Layout(run.Index)}>(message.Slice(at, {run.Size}));");
        for (int g = 0; g < run.Groups.Count; g++)
        {
            var group = run.Groups[g];
            var inGroup = changed.Where(f => f.Place!.Group == g).ToList();
            bool isSummed = Summed is not null && run.Index == 0;
            if (inGroup.Count > 0)
            {
                // The checksum itself counts as zeros.
                EmitGroup(run, group, inGroup, target, isSummed && !(inGroup.Count == 1 && inGroup[0].Ordinal == Summed!.Field));
                continue;
            }
            foreach (var (offset, size) in ScalarCode.Members(group))
            {
                string stored = $"{LayoutField(run.Index)}._{group.Offset + offset}";
                _w.Line($"{target}._{group.Offset + offset} = {stored};");
                if (isSummed)
                    EmitWords(stored, size, group.Offset + offset);
            }
        }
        _w.Line($"at += {run.Size};");
    }

    /// <summary>Writes a group with derived, constant or reserved parts.</summary>
    private void EmitGroup(RunModel run, GroupModel group, List<FieldModel> parts, string target, bool isSummed)
    {
        string type = group.Size > 8 ? "global::System.UInt128" : "ulong";
        string value = $"bits{run.Index}_{group.Offset}";
        ulong others = group.Size >= 8 ? ulong.MaxValue : (1UL << (group.Size * 8)) - 1;
        foreach (var part in parts)
            others &= ~Mask(part);
        string stored = ScalarCode.Group(LayoutField(run.Index), group, "");
        var terms = new List<string>();
        foreach (var part in parts)
        {
            string term = Computed(part, stored);
            if (term != "0UL")
                terms.Add(part.Place!.Shift == 0 ? term : $"{term} << {part.Place.Shift}");
        }
        bool isKept = Keep == "keep" && !(HasOffset && parts.Any(IsPatchedLength));
        if (ScalarCode.Members(group).Count() == 1 && (group.Order == ByteOrder.Big || group.Size == 1))
        {
            EmitWireGroup(run, group, others, terms, isKept, target, isSummed);
            return;
        }
        if (others != 0)
            terms.Insert(0, $"({type}){stored} & 0x{others:X}UL");
        string computed = Joined(terms);
        _w.Line(isKept ? $"{type} {value} = keep ? {stored} : {computed};" : $"{type} {value} = {computed};");
        string set = ScalarCode.SetGroup(target, group, "", value);
        // Its parts are in a local variable that another run may have too.
        if (run.Index > 0 && ScalarCode.Members(group).Count() > 1)
            set = Regex.Replace(set, $@"\bbits{group.Offset}\b", $"part{run.Index}_{group.Offset}");
        _w.Line(set);
        if (isSummed)
        {
            foreach (var (offset, size) in ScalarCode.Members(group))
                EmitWords($"{target}._{group.Offset + offset}", size, group.Offset + offset);
        }
    }

    /// <summary>The same for an integer that is stored as it is on the wire: what is not computed is not turned round to be turned round again.</summary>
    private void EmitWireGroup(RunModel run, GroupModel group, ulong others, List<string> terms, bool isKept, string target, bool isSummed)
    {
        string type = ScalarCode.MemberType(group.Size), wire = $"wire{run.Index}_{group.Offset}", stored = $"{LayoutField(run.Index)}._{group.Offset}";
        string Wired(string integer) => group.Size == 1 ? $"({type})({integer})" : $"{Wire}Big(({type})({integer}))";
        var parts = new List<string>();
        if (others != 0)
            parts.Add($"{stored} & {Wired($"0x{others:X}")}");
        if (terms.Count > 0)
            parts.Add(Wired(Joined(terms)));
        string computed = parts.Count == 0 ? $"({type})0" : parts.Count == 1 && terms.Count > 0 ? parts[0] : $"({type})({Joined(parts)})";
        _w.Line($"{type} {wire} = {(isKept ? $"keep ? {stored} : {computed}" : computed)};").Line($"{target}._{group.Offset} = {wire};");
        // From the number, which is at hand, not from where it was put.
        if (isSummed)
            EmitWords(wire, group.Size, group.Offset);
    }

    private static string Joined(List<string> terms) => terms.Count == 0 ? "0UL" : string.Join(" | ", terms.Select(t => terms.Count == 1 ? t : $"({t})"));

    /// <summary>Adds what is in the words of the message, as the machine reads them. Written out, for what is called takes variables of its own, and a compiler has only so many.</summary>
    private void EmitWords(string value, int size, int offset) => _w.Line((size, offset % 2) switch
    {
        (1, 0) => $"words += global::System.BitConverter.IsLittleEndian ? {value} : (ulong){value} << 8;",
        (1, _) => $"words += global::System.BitConverter.IsLittleEndian ? (ulong){value} << 8 : {value};",
        (8, _) => $"words += {Wire}Words({value}, {(offset % 2 == 0 ? "false" : "true")});",
        (_, 0) => $"words += {value};",
        _ => $"words += (ulong){value} << 8;",
    });

    /// <summary>A length of something compressed is never what was received: that was within another message.</summary>
    private bool IsPatchedLength(FieldModel field) => field.Lengths.Any(l => l.Target < 0 && Derived.IsPatched(_message, _message.Scopes[l.Scope]));

    private static ulong Mask(FieldModel field) => field.Scalar!.Bits >= 64 ? ulong.MaxValue : ((1UL << field.Scalar.Bits) - 1) << field.Place!.Shift;

    /// <summary>The integer that is written for a derived, constant or reserved field.</summary>
    private string Computed(FieldModel field, string stored)
    {
        if (field.EscapedBy >= 0)
            return new EscapedCode(_message, _message.Fields[field.EscapedBy]).Code(Site.Payload);
        if (field.Const is { } constant)
            return $"{constant}UL";
        if (_isHead && field.Counts.Count > 0)
            return "0UL";
        if (field.Reserved is { } reserved)
            return $"(keepReserved ? (ulong){stored} >> {field.Place!.Shift} & {ScalarCode.AllBits(field.Scalar!)} : {reserved}UL)";
        return Derived.Integer(_message, field, Site.Sizes, s => Local(_message, s, "Size"));
    }

    private void EmitField(FieldModel field)
    {
        if (field.IsConditional)
            EmitPresenceChecks(field);
        var code = FieldCode.Of(_message, field);
        string there = Presence.IsThere(_message, field, Site.Payload);
        using (_w.Braces(there.Length == 0 ? "" : $"if ({there})"))
        {
            if (field.Terminator is not null && !code.IsEndedWithin && field.Extent.Kind is ExtentKind.Terminated or ExtentKind.While)
                _w.Line("int start = at;");
            code.Write(_w, Site);
            if (!code.IsEndedWithin && ParserEmitter.EndingScope(_message, field) < 0)
                Endings.Write(_w, _message, field, Site);
        }
        EmitPadding(field, Keep == "keep" ? "keep ? 0 : " : "");
    }

    /// <summary>What stands between the payload and the next field: its terminator, and the bytes that fill its unit.</summary>
    private void EmitBehind(FieldModel payload)
    {
        if (payload.Terminator is not null)
        {
            using (_w.Braces(payload.IsConditional ? $"if ({Presence.IsThere(_message, payload, Site.Payload)})" : ""))
                Endings.Write(_w, _message, payload with { Extent = payload.Extent with { Kind = ExtentKind.Open } }, Site);
        }
        EmitPadding(payload, "");
    }

    /// <summary>Ends a message that a terminator ends. Nothing before it may look like it, across fields too.</summary>
    private void EmitEnd()
    {
        if (_message.Terminator is not { } terminator)
            return;
        Site.Room(_w, Number(terminator.Length));
        _w.Line($"at += {Text}Terminate(message, {(HasOffset ? "offset" : "0")}, at, {terminator.Bytes}, {(terminator.Except.Length > 0 ? terminator.Except : Number(terminator.Escape))}, in this);");
    }

    private void EmitPresenceChecks(FieldModel field)
    {
        string name = Quote($"{_message.Type.Name}.{field.PlainName}");
        if (field.Presence.Kind == PresenceKind.When)
        {
            string isSet = IsSet(field);
            if (isSet.Length > 0)
                _w.Line($"if (!this.{field.Presence.Member} && {isSet})").Indented($"{Wire}ThrowAbsent({name}, {Quote(field.Presence.Member)});");
            // What the message says is there would be taken from what follows.
            if (isSet.EndsWith(".HasValue", StringComparison.Ordinal))
                _w.Line($"if (this.{field.Presence.Member} && !{isSet})").Indented($"{Wire}ThrowMissing({name});");
        }
        // Of fields that are there while bytes remain, the first ones are.
        if (field is { IsHidden: false, HasInit: true, Presence.Kind: PresenceKind.Remaining or PresenceKind.Prefix } && Earlier(field) is { } earlier)
            _w.Line($"if ({Presence.IsThere(_message, field)} && !({Presence.IsThere(_message, earlier)}))").Indented($"{Wire}ThrowMissing({Quote($"{_message.Type.Name}.{earlier.PlainName}")});");
    }

    /// <summary>The field before this one that is there while bytes remain in the same scope.</summary>
    private FieldModel? Earlier(FieldModel field) => _message.Fields.LastOrDefault(f => f.Ordinal < field.Ordinal && f is { IsHidden: false, HasInit: true, Presence.Kind: PresenceKind.Remaining or PresenceKind.Prefix } && f.Extent.Scope == field.Extent.Scope);

    private string IsSet(FieldModel field) => field.Kind switch
    {
        _ when (field.IsDerived || field.IgnoresCase) && !field.HasInit => "",
        _ when field.Optional != OptionalKind.None => $"{field.Storage}.HasValue",
        _ when field.IsHidden || field.Storage.Length == 0 => "",
        FieldKind.Scalar or FieldKind.Digits or FieldKind.Escaped or FieldKind.Sized or FieldKind.Number => $"!global::System.Collections.Generic.EqualityComparer<{(StorageEmitter.IsKeptRaw(field) ? "ulong" : field.Type)}>.Default.Equals({field.Storage}, default)",
        FieldKind.Message or FieldKind.Value => "",
        _ => $"{Windows.Bytes(_message, field)}.Length != 0",
    };

    private void EmitPadding(FieldModel field, string unless)
    {
        foreach (var scope in _message.Scopes.Where(s => s.Open == field.Ordinal && SizeEmitter.IsPadded(s)))
        {
            using (_w.Braces(""))
            {
                _w.Line($"int padding = {unless}{new SizeEmitter(_w, _message, Site.Sizes).Padding(scope)};");
                Site.Room(_w, "padding");
                _w.Line("if (padding != 0)").Indented("message.Slice(at, padding).Clear();").Line("at += padding;");
            }
        }
    }
}
