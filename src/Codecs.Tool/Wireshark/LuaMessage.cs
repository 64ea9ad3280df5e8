using System.Globalization;
using System.Reflection;
using System.Text;
using Codecs.Tool.Definitions;

namespace Codecs.Tool.Wireshark;

/// <summary>The dissector of one message: its fields in order, each within what bounds it.</summary>
internal sealed partial class LuaMessage
{
    private readonly ProtocolInfo _protocol;
    private readonly IReadOnlyList<ProtocolInfo> _all;
    private readonly LuaField[] _fields;
    private readonly List<LuaRange> _ranges = [];
    private readonly Stack<LuaRange> _scopes = new();
    private readonly LuaExpression _expressions;
    private readonly HashSet<int> _raw = [];
    private readonly List<string> _notes = [];
    private readonly StringBuilder _code = new();
    private readonly string _filter;

    public LuaMessage(ProtocolInfo protocol, IReadOnlyList<ProtocolInfo> all, string prefix)
    {
        _protocol = protocol;
        _all = all;
        _filter = prefix + LuaText.Filter(protocol.Description.Name);
        _fields = [.. protocol.Description.Fields.Select((_, ordinal) => new LuaField(protocol, ordinal))];
        _expressions = new(property => NumberOf(_fields, property, "f"));
        CollectRanges();
    }

    /// <summary>What could not be said in Lua.</summary>
    public IReadOnlyList<string> Notes => _notes;

    private string Name => _protocol.Description.Name;

    /// <summary>The Lua code.</summary>
    public string Write()
    {
        bool isTerminated = _protocol.Type.GetCustomAttribute<TerminatedAttribute>() is { By: not null };
        if (isTerminated)
            FindEnd();
        for (int i = 0; i < _fields.Length;)
        {
            OpenScopes(i);
            int next = _fields[i].IsInRun ? WriteRun(i) : WriteField(i);
            CloseScopes(next - 1);
            i = next;
        }
        if (isTerminated)
            Line("at = after");
        var output = new StringBuilder($"\n-- {_protocol.Description}\ndo\n    local m = M.{Name}\n    local F = m.fields\n");
        foreach (var field in _fields)
            output.Append("    ").Append(Declaration(field)).Append('\n');
        output.Append("    m.proto.fields = F\n");
        if (_protocol.Description.Fields.Any(static field => (field.Role & FieldRole.Payload) != 0) || HasUntaggedCase)
            output.Append(CultureInfo.InvariantCulture, $"    m.untagged = {(HasUntaggedCase ? "true" : "false")}\n");
        output.Append("    m.dissect = function(c, buf, at, limit, t)\n        local f, start, v, r = {}, at, nil, nil\n").Append(_code).Append("        return at, f\n    end\nend\n");
        return output.ToString();
    }

    private bool HasUntaggedCase => _fields.Any(item => item.Generics(typeof(CaseAttribute<>)).Any() && !Tags(item.Name).Any());

    // The value of a field in Lua, if that is a number that is always there.
    private static string? NumberOf(LuaField[] fields, PropertyInfo property, string table)
    {
        var field = fields.FirstOrDefault(item => item.Property == property);
        bool isNumber = field is { IsOptional: false } && (field.Scalar is { IsNumber: true } || field is { Scalar: null, Description.Kind: FieldKind.Scalar, Type: { IsPrimitive: true } or { IsEnum: true } });
        return isNumber ? $"{table}.{field!.Name}" : null;
    }

    private string? Expression(string? member)
    {
        var property = member is null ? null : _protocol.Type.GetProperty(member, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        return property is null ? null : _expressions.Of(property);
    }

    private void CollectRanges()
    {
        foreach (var field in _fields)
        {
            foreach (var length in field.Property?.GetCustomAttributes<LengthOfAttribute>() ?? [])
            {
                int first = Ordinal(length.First), last = Ordinal(length.Last);
                if (first >= 0 && last >= first && !IsTarget(length))
                    Add(field, first, last, length.Unit, length.Bias, length.When);
            }
            if (field.Property is null && LuaField.Generic(field.Target, typeof(PrefixedAttribute<>)) is { } prefix)
                Add(field, field.Ordinal + 1, field.Ordinal + 1, Named(prefix, "Unit") ?? 1, Named(prefix, "Bias") ?? 0, null);
        }
        // Outer ranges first.
        _ranges.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.Last.CompareTo(a.Last));

        void Add(LuaField descriptor, int first, int last, int unit, int bias, string? when)
        {
            var condition = when is null ? null : _protocol.Type.GetProperty(when, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
            _ranges.Add(new(_ranges.Count, descriptor, first, last, unit, bias, condition));
        }
    }

    private static int? Named(CustomAttributeData attribute, string name) => attribute.NamedArguments.FirstOrDefault(argument => argument.MemberName == name).TypedValue.Value as int?;

    // Does it say how much of a slot is used, or how wide a number is, rather than bound what varies?
    private bool IsTarget(LengthOfAttribute length) => length.First == length.Last && Ordinal(length.First) is >= 0 and var target
        && (_fields[target].Has<BytesAttribute>() || (_fields[target].Description.Kind == FieldKind.Scalar && !_fields[target].Has<DigitsAttribute>()));

    private int Ordinal(string name) => Array.FindIndex(_fields, field => field.Name == name);

    // What bounds a field at the place that has been reached.
    private string Limit => _scopes.TryPeek(out var scope) ? $"l{scope.Index}" : "limit";

    private string LimitAround(LuaRange range) => _scopes.SkipWhile(scope => scope != range).Skip(1).FirstOrDefault() is { } outer ? $"l{outer.Index}" : "limit";

    private int LastInScope => _scopes.TryPeek(out var scope) ? scope.Last : _fields.Length - 1;

    private void OpenScopes(int ordinal)
    {
        foreach (var range in _ranges.Where(item => item.First == ordinal))
        {
            // A length behind what it says is compared by whoever checks; here it bounds nothing.
            if (range.Descriptor.Ordinal > range.Last)
                continue;
            Line($"local s{range.Index}, l{range.Index}, b{range.Index} = at, {Limit}, false");
            _scopes.Push(range);
            if (range.Descriptor.Ordinal < ordinal)
                Bind(range);
        }
    }

    /// <summary>Ends a range, now that its length is known.</summary>
    private void Bind(LuaRange range)
    {
        string? condition = range.When is null ? "" : _expressions.Of(range.When);
        if (condition is null)
        {
            Note(range.Descriptor, $"whether it counts is up to {range.When!.Name}; here it does not");
            return;
        }
        string name = LuaText.Quote(range.Descriptor.Name), outer = LimitAround(range);
        string there = string.Join(" and ", new[] { condition.Length > 0 ? $"{condition} ~= 0" : "", range.Descriptor.IsOptional ? $"{range.Descriptor.Value}" : "" }.Where(static part => part.Length > 0));
        if (there.Length > 0)
            Line($"if {there} then");
        Line($"l{range.Index}, b{range.Index} = s{range.Index} + {range.Length}, true");
        Line($"if l{range.Index} < s{range.Index} then return wrong(c, {name}) end");
        Line($"if l{range.Index} > {outer} then return fail(c, {outer}, {name}) end");
        if (there.Length > 0)
            Line("end");
    }

    private void CloseScopes(int ordinal)
    {
        while (_scopes.TryPeek(out var range) && range.Last <= ordinal)
        {
            _scopes.Pop();
            Line($"if b{range.Index} and at > l{range.Index} then return wrong(c, {LuaText.Quote(range.Descriptor.Name)}) end");
            Line($"if b{range.Index} then at = l{range.Index} end");
            if (range.First == range.Last && _fields[range.Last].Find<TerminatedAttribute>() is { By: { } by })
                Line($"if starts(buf, at, {Limit}, {LuaText.Quote(by)}) then at = at + {by.Length} end");
        }
    }

    private void FindEnd()
    {
        var terminated = _protocol.Type.GetCustomAttribute<TerminatedAttribute>()!;
        Line($"local stop = find(buf, at, limit, {LuaText.Quote(terminated.By!)}, {terminated.Escape})");
        Line(terminated.Optional ? "local after = limit" : $"if not stop then return fail(c, limit, {LuaText.Quote(Name)}) end");
        Line(terminated.Optional ? $"if stop then limit, after = stop, stop + {terminated.By!.Length} end" : $"local after = stop + {terminated.By!.Length}");
        if (!terminated.Optional)
            Line("limit = stop");
    }

    /// <summary>What may be in Lua only as bytes: everything up to the end of what bounds it. Returns the ordinal of the field behind that.</summary>
    private int Raw(LuaField field, string why)
    {
        Note(field, why);
        _raw.Add(field.Ordinal);
        Line($"if {Limit} > at then add(t, {field.ProtoField}, range(buf, at, {Limit} - at)) end");
        Line($"at = {Limit}");
        return LastInScope + 1;
    }

    private void Note(LuaField field, string why) => _notes.Add($"{Name}.{field.Name}: {why}.");

    private string Declaration(LuaField field)
    {
        string filter = LuaText.Quote($"{_filter}.{LuaText.Filter(field.Name)}"), title = LuaText.Quote(Words.Of(field.Name));
        if (_raw.Contains(field.Ordinal))
            return $"{field.ProtoField} = ProtoField.bytes({filter}, {title})";
        var scalar = field.Scalar ?? (field.Description.Kind == FieldKind.Scalars ? ItemScalar(field) : null);
        if (scalar is null && field.Description.Kind == FieldKind.Scalar)
            return $"{field.ProtoField} = ProtoField.uint64({filter}, {title})";
        if (scalar is null)
            return $"{field.ProtoField} = ProtoField.{(field.Description.Kind == FieldKind.Text ? "string" : "bytes")}({filter}, {title})";
        return scalar.ValueNames() is { } names
            ? $"{field.ProtoField} = ProtoField.{scalar.FieldType}({filter}, {title}, base.DEC, {names})"
            : $"{field.ProtoField} = ProtoField.{scalar.FieldType}({filter}, {title})";
    }

    private void Line(string text) => _code.Append("        ").Append(text).Append('\n');
}
