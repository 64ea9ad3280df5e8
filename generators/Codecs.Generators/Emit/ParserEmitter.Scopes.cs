using Codecs.Generators.Emit.Fields;
using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

// Where parts end, and whether they are there.
internal sealed partial class ParserEmitter
{
    /// <summary>Is the end of a scope one that the message itself declares?</summary>
    internal string IsBounded(int scope)
    {
        if (scope < 0)
            return _message.Terminator is null ? "false" : "true";
        var model = _message.Scopes[scope];
        // What was found from the end has been measured.
        if (model.Form == ScopeForm.Trailing)
            return "true";
        if (!model.IsConditional)
            return _message.Terminator is null ? "!isCut" : "true";
        string own = $"{Local(_message, model, "Bounds")} && !isCut";
        string outer = IsBounded(model.Parent);
        return outer == "false" ? own : outer == "true" ? outer : outer == "!isCut" ? outer : $"({own}) || ({outer})";
    }

    /// <summary>Does the end of the source serve as that of the field, because the message takes whatever there is?</summary>
    internal bool IsEndedBySource(FieldModel field) => _message.IsWhole && field.Extent.Scope < 0;

    internal string End(int scope) => scope < 0 ? "end" : Local(_message, _message.Scopes[scope], "End");

    /// <summary>The end of what a field may take: its scope's, less what must follow. What is cut short has nothing behind the cut.</summary>
    private string Limit(FieldModel field)
    {
        string tail = Width(field.Extent.Tail);
        if (tail == "0")
            return End(field.Extent.Scope);
        string limit = $"{End(field.Extent.Scope)} - {tail}", cut = field.Extent.Kind == ExtentKind.Open ? IsCut(field.Extent.Scope) : "false";
        return cut == "false" ? limit : $"({cut} ? end : {limit})";
    }

    /// <summary>Does the source end before the scope does?</summary>
    private string IsCut(int scope)
    {
        if (scope < 0 || _message.Scopes[scope].Form != ScopeForm.Leading)
            return "false";
        string own = Local(_message, _message.Scopes[scope], "IsCut"), outer = IsCut(_message.Scopes[scope].Parent);
        return !_message.Scopes[scope].IsConditional ? own : outer == "false" ? own : $"({Local(_message, _message.Scopes[scope], "Bounds")} ? {own} : {outer})";
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
            if (field.Extent.Kind == ExtentKind.While)
            {
                terms.Add(Run(field));
                continue;
            }
            if (field.Presence.Kind is PresenceKind.Remaining or PresenceKind.Constant or PresenceKind.Prefix)
                continue;
            int ending = field.Terminator is { IsOptional: false } terminator ? terminator.Length : 0;
            int width = (field.Scalar?.Bits ?? (field.Extent.Kind == ExtentKind.Constant ? field.Extent.Width * 8 : 0)) + ending * 8;
            string term = field.Extent.Kind == ExtentKind.Member ? $"global::System.Math.Clamp((int)message.{field.Extent.Member}, 0, int.MaxValue >> 4){(ending > 0 ? $" + {ending}" : "")}" : Number(width / 8);
            if (field.IsConditional)
                terms.Add($"({IsThere(field)} ? {term} : 0)");
            else if (field.Extent.Kind == ExtentKind.Member)
                terms.Add(term);
            else
                bits += width;
        }
        if (bits > 0 || terms.Count == 0)
            terms.Insert(0, Number(bits / 8));
        return terms.Count == 1 ? terms[0] : "(" + string.Join(" + ", terms) + ")";
    }

    /// <summary>The length of a run of bytes behind an open field.</summary>
    internal static string Run(FieldModel field) => "run" + Number(field.Ordinal);

    /// <summary>Finds how long a run of bytes behind an open field is: it ends where what follows it begins.</summary>
    private void EmitRunBack(FieldModel open)
    {
        if (open.Extent.Kind != ExtentKind.Open || open.Extent.Tail.FirstOrDefault(o => o >= 0 && _message.Fields[o].Extent.Kind == ExtentKind.While) is not (> 0 and var ordinal))
            return;
        var run = _message.Fields[ordinal];
        string before = Width(open.Extent.Tail.TakeWhile(o => o != ordinal).ToEquatable()), behind = Width(open.Extent.Tail.SkipWhile(o => o != ordinal).Skip(1).ToEquatable());
        string from = before == "0" ? "at" : $"at + {before}", to = behind == "0" ? End(open.Extent.Scope) : $"{End(open.Extent.Scope)} - {behind}";
        _w.Line($"int {Run(run)} = {to} <= {from} ? 0 : {Text}RunBack(source.Slice({from}, {to} - ({from})), {run.While}, {(run.Limit > 0 ? Number(run.Limit) : $"{Text}DefaultRunLimit")});");
    }

    /// <summary>Is a field there, of a message that has been read up to it?</summary>
    private string IsThere(FieldModel field) => field.Presence.Kind switch
    {
        PresenceKind.Flag => FlagOf(field),
        PresenceKind.When => $"message.{field.Presence.Member}",
        PresenceKind.Remaining => $"{Limit(field)} > at",
        PresenceKind.Prefix => $"message.{_message.Fields[field.Presence.Field].Storage}.HasValue",
        PresenceKind.Null => IsNotNull(_message.Fields[field.Presence.Field], field),
        PresenceKind.Constant when field.ConstBytes.Length > 0 => new ConstantCode(_message, field).Comes(Limit(field)),
        PresenceKind.Constant => $"{Limit(field)} - at >= {field.Scalar!.Bytes} && {new ScalarFieldCode(_message, field).ReadRaw} == {field.Const}",
        _ => "true",
    };

    /// <summary>Does a length or count not say that what it describes is absent?</summary>
    private string IsNotNull(FieldModel descriptor, FieldModel target)
    {
        string value = descriptor.Counts.FirstOrDefault(c => c.Field == target.Ordinal)?.Null
            ?? descriptor.Lengths.First(l => l.Null is not null && _message.Scopes[l.Scope].Last == target.Ordinal).Null!;
        string there = IsRead(descriptor);
        return $"{(there.Length > 0 ? there + " && " : "")}{ScalarCode.Unsigned(descriptor.Scalar!, RawOf(descriptor))} != {value}UL";
    }

    /// <summary>A condition that holds if a number that may be absent was read; empty for one that is always there.</summary>
    internal string IsRead(FieldModel field) =>
        !field.IsConditional ? "" : field.Optional == OptionalKind.Nullable ? $"message.{field.Storage}.HasValue" : $"message.{field.Presence.Member}";

    // The flag as it was read: its property tells whether the field is there, which is not known yet.
    internal string FlagOf(FieldModel field)
    {
        var flag = _message.Fields[field.Presence.Field];
        string there = IsRead(flag);
        string raw = field.Presence.Bit >= 0 ? $"((ulong){RawOf(flag)} >> {field.Presence.Bit} & 1) != 0" : $"(ulong){RawOf(flag)} != 0";
        return there.Length > 0 ? $"{there} && {raw}" : raw;
    }

    /// <summary>The integer of a number that was read.</summary>
    internal string RawOf(FieldModel field)
    {
        if (field.Place is { } place)
            return ScalarCode.Raw(_message, field, $"message.{LayoutField(place.Run)}", "message.");
        string value = $"message.{field.Storage}{(field.Optional == OptionalKind.Nullable ? ".GetValueOrDefault()" : "")}";
        return field.Scalar!.Form switch
        {
            ScalarForm.Custom => $"{Wire}ToInteger<{field.Scalar.Type}, {field.Scalar.Integer}>({value})",
            ScalarForm.Bool when !StorageEmitter.IsKeptRaw(field) => $"({value} ? 1UL : 0UL)",
            _ => value,
        };
    }

    /// <summary>Where a field that was read starts.</summary>
    internal string PlaceOf(FieldModel field)
    {
        if (field.Place is not { } place)
            return AtName(field);
        int offset = place.BitOffset / 8;
        return place.Run == 0 && _message.Elements[0].Kind == ElementKind.Run ? Number(offset) : offset == 0 ? $"runAt{place.Run}" : $"runAt{place.Run} + {offset}";
    }

    private static string AtName(FieldModel field) => char.ToLowerInvariant(field.PlainName[0]) + field.PlainName.Substring(1) + "At";

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
        string tail = Behind(scope);
        _w.Line($"int {Local(_message, scope, "End")} = {End(scope.Parent)}{(tail == "0" ? "" : " - " + tail)};");
        if (scope.IsConditional)
            _w.Line($"bool {Local(_message, scope, "Bounds")} = false;");
        if (NeedsCut(scope))
            _w.Line($"bool {Local(_message, scope, "IsCut")} = false;");
    }

    /// <summary>Must it be known of the scope whether it was cut, because a field in it takes what others behind it leave?</summary>
    private bool NeedsCut(ScopeModel scope) => scope.Form == ScopeForm.Leading && _message.Scopes.Any(s => (s.Index == scope.Index || (s.IsConditional && IsWithin(s, scope))) && s.Open >= 0 && _message.Fields[s.Open].Extent.Tail.Count > 0);

    private bool IsWithin(ScopeModel scope, ScopeModel outer)
    {
        for (int parent = scope.Parent; parent >= 0; parent = _message.Scopes[parent].Parent)
        {
            if (parent == outer.Index)
                return true;
        }
        return false;
    }

    /// <summary>The bytes of the scope around this one that must follow it.</summary>
    private string Behind(ScopeModel scope)
    {
        string tail = Width(scope.TailOfParent);
        int ending = scope.First == scope.Last && EndingScope(_message, _message.Fields[scope.Last]) == scope.Index ? _message.Fields[scope.Last].Terminator!.Length : 0;
        return ending == 0 ? tail : tail == "0" ? Number(ending) : $"({tail} + {ending})";
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
        string end = Local(_message, scope, "End");
        if (scope.Parent >= 0)
        {
            // The scope around it may have become known since this one was opened.
            string behind = Behind(scope);
            _w.Line($"{end} = {End(scope.Parent)}{(behind == "0" ? "" : " - " + behind)};");
        }
        if (!scope.IsConditional)
        {
            EmitBound(scope, descriptor, end);
            return;
        }
        var conditions = new List<string>();
        if (!scope.IsDescribed)
            conditions.Add(IsRead(descriptor));
        if (scope.When.Length > 0)
            conditions.Add("message." + scope.When);
        if (scope.Null is { } absent)
            conditions.Add($"{ScalarCode.Unsigned(descriptor.Scalar!, RawOf(descriptor))} != {absent}UL");
        _w.Line($"{Local(_message, scope, "Bounds")} = {string.Join(" && ", conditions)};");
        using (_w.Braces($"if ({Local(_message, scope, "Bounds")})"))
            EmitBound(scope, descriptor, end);
    }

    private void EmitBound(ScopeModel scope, FieldModel descriptor, string end)
    {
        string start = StartOf(scope), length = Local(_message, scope, "Value");
        _w.Line($"long {length} = {Wire}Extent({ScalarCode.AsLength(descriptor.Scalar!, RawOf(descriptor))}, {scope.Unit}, {Number(scope.Bias)});");
        string from = start == "0" ? "" : $"{start} + ", less = start == "0" ? "" : $" - {start}";
        _w.Line($"if ({length} < at{less})");
        _w.Indented(Fail($"{Result}.Invalid({Error}Length, {descriptor.Ordinal}, {PlaceOf(descriptor)})"));
        // What may not be so long is not waited for.
        if (scope.First == scope.Last && _message.Fields[scope.Last] is { Kind: FieldKind.Bytes, Limit: > 0 } limited)
            _w.Line($"if ({length} > {limited.Limit})").Indented(Fail($"{Result}.Invalid({Error}Limit, {limited.Ordinal}, {(start == "0" ? "0" : start)})"));
        using (_w.Braces($"if ({length} > {end}{less})"))
        {
            string bounded = IsBounded(scope.Parent);
            if (bounded != "false")
            {
                _w.Line($"if ({bounded})");
                _w.Indented(Fail($"{Result}.Invalid({Error}Length, {descriptor.Ordinal}, {PlaceOf(descriptor)})"));
            }
            string tail = Behind(scope);
            _w.Line("if (!context.HeaderOnly)");
            _w.Indented(Fail($"{Wire}Missing({from}{length}{(tail == "0" ? "" : " + " + tail)}, {scope.Last}, at, false)"));
            _w.Line("isCut = true;").Line($"{end} = end;");
            if (NeedsCut(scope))
                _w.Line($"{Local(_message, scope, "IsCut")} = true;");
        }
        using (_w.Braces("else"))
            _w.Line($"{end} = {from}(int){length};");
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
            // Where a length is absent, nothing needs to end where it would.
            string condition = scope.IsConditional && scope.Form == ScopeForm.Leading ? $"{Local(_message, scope, "Bounds")} && !isCut" : IsBounded(scope.Index);
            _w.Line(condition == "true" ? $"if (at != {end})" : $"if (at != {end} && {(condition.Contains("||") ? $"({condition})" : condition)})");
            _w.Indented(Fail($"{Result}.Invalid({Error}Length, {descriptor.Ordinal}, {(scope.Form == ScopeForm.Trailing ? Local(_message, scope, "Place") : PlaceOf(descriptor))})"));
        }
        var last = _message.Fields[scope.Last];
        if (EndingScope(_message, last) == scope.Index)
        {
            // The terminator of what a length bounds is not part of the length.
            using (_w.Braces(last.IsConditional ? $"if ({Present(last)})" : ""))
                Endings.Pass(_w, last, new ReadSite(this, End(scope.Parent), End(scope.Parent), "0", IsBounded(scope.Parent)));
        }
    }

    /// <summary>Was a field read that may be absent?</summary>
    private static string Present(FieldModel field) => field.Optional != OptionalKind.None ? $"message.{field.Storage}.HasValue" : $"message.{field.Presence.Member}";
}
