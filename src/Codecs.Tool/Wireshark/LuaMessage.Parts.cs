using System.Reflection;

namespace Codecs.Tool.Wireshark;

// Lists, and what is carried.
internal sealed partial class LuaMessage
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private int WriteList(LuaField field)
    {
        var type = LuaField.Item(field.Type);
        if (type is null || !IsKnown(type))
            return Raw(field, $"elements are read by code of {type?.Name ?? field.Type.Name}");
        string? count = Count(field), tail = Tail(field), until = null;
        int left = field.Find<UntilAttribute>()?.FewerThan ?? 0;
        if (field.Find<UntilAttribute>()?.Condition is { } ending && (until = Until(type, ending)) is null)
            return Raw(field, $"its last element is told by {ending}");
        if (tail is null && count is null && until is null && left == 0 && !field.Has<TerminatedAttribute>())
            return Raw(field, "what follows it has no size that is known before");
        string stop = $"stop{field.Ordinal}", name = LuaText.Quote(field.Name);
        int multiple = field.Find<AlignAttribute>()?.Multiple ?? 0;
        Line($"local {stop}, n{field.Ordinal} = {Limit}{(tail is { Length: > 0 } && left == 0 ? " - " + tail : "")}, 0");
        if (multiple > 0)
            Line($"local first{field.Ordinal} = at");
        bool isDelta = type.GetProperties(Members).Any(static property => property.IsDefined(typeof(DeltaAttribute), inherit: false));
        if (isDelta)
            Line($"local previous{field.Ordinal} = c.previous c.previous = 0");
        Line(left > 0 ? $"while {stop} - at >= {left} do" : $"while at < {stop}{(count is null ? "" : $" and n{field.Ordinal} < {count}")} do");
        if (field.Find<TerminatedAttribute>() is { By: { } by })
            Line($"if starts(buf, at, {stop}, {LuaText.Quote(by)}) then break end");
        if (field.Find<SeparatedAttribute>() is { } separated)
        {
            Line($"if n{field.Ordinal} > 0 then");
            Line($"if not starts(buf, at, {stop}, {LuaText.Quote(separated.Separator)}) then {(count is null && tail is null ? "break" : $"return wrong(c, {name})")} end");
            Line($"at = at + {separated.Separator.Length}");
            Line("end");
        }
        Line($"local next, e = part(c, M.{type.Name}, buf, at, {stop}, t)");
        // A list that something else bounds ends there, whatever is wrong in it.
        Line(count is null && tail is not null && !field.Has<TerminatedAttribute>() ? $"if not next or next == at then at = {stop} break end" : $"if not next then return nil end if next == at then return wrong(c, {name}) end");
        Line($"at, n{field.Ordinal} = next, n{field.Ordinal} + 1");
        if (multiple > 0)
            Line($"at = math.min(at + -(at - first{field.Ordinal}) % {multiple}, {stop})");
        if (until is not null)
            Line($"if {until} ~= 0 then break end");
        Line("end");
        if (isDelta)
            Line($"c.previous = previous{field.Ordinal}");
        if (count is not null)
            Line($"if n{field.Ordinal} < {count} then return fail(c, {stop}, {name}) end");
        else if (until is not null && _scopes.Count > 0)
            Line($"at = {stop}");
        Terminate(field);
        return field.Ordinal + 1;
    }

    private string? Until(Type element, string condition)
    {
        var fields = _all.First(protocol => protocol.Type == element) is var protocol ? protocol.Description.Fields.Select((_, ordinal) => new LuaField(protocol, ordinal)).ToArray() : [];
        return element.GetProperty(condition, Members) is { } property ? new LuaExpression(item => NumberOf(fields, item, "e")).Of(property) : null;
    }

    private string? Count(LuaField field)
    {
        var counter = _fields.FirstOrDefault(other => other.Find<CountOfAttribute>()?.List == field.Name);
        return counter is null ? null : $"({counter.Value} - {counter.Find<CountOfAttribute>()!.Bias})";
    }

    private int WriteScalars(LuaField field)
    {
        if (ItemScalar(field) is not { } scalar || Little(field) is not { } little)
            return Raw(field, "its numbers are of a type of their own");
        string? count = Count(field), tail = Tail(field);
        if (tail is null && count is null)
            return Raw(field, "what follows it has no size that is known before");
        string stop = $"stop{field.Ordinal}", name = LuaText.Quote(field.Name);
        int size = scalar.Bits / 8;
        Line(count is null ? $"local {stop} = {Limit}{(tail is { Length: > 0 } ? " - " + tail : "")}" : $"local {stop} = at + {count} * {size}");
        Line($"if {stop} > {Limit} then return fail(c, {Limit}, {name}) end");
        Line($"while at + {size} <= {stop} do");
        if (scalar.Form is ScalarForm.Bytes or ScalarForm.Float)
        {
            Line($"add(t, {field.ProtoField}, range(buf, at, {size}))");
        }
        else
        {
            Line($"v, r = number(buf, at * 8, {scalar.Bits}, {little})");
            Show(field, scalar, little);
        }
        Line($"at = at + {size}");
        Line("end");
        return field.Ordinal + 1;
    }

    // The type of the numbers in a list.
    private static LuaScalar? ItemScalar(LuaField field)
    {
        if (LuaField.Item(field.Type) is not { } type)
            return null;
        var number = type.IsEnum ? Enum.GetUnderlyingType(type) : type;
        int bits = type.GetCustomAttribute<BitsAttribute>()?.Width ?? (number.IsPrimitive ? System.Runtime.InteropServices.Marshal.SizeOf(number) * 8 : 0);
        return bits > 0 && bits % 8 == 0 ? LuaScalar.Of(type, bits) : null;
    }

    private void WritePayload(LuaField field, string stop)
    {
        WriteTags(field);
        Line($"payload(c, m, {field.ProtoField}, t, buf, at, {stop} - at, tags, {Cases(field)})");
    }

    // A payload that ends where the message that it is ends.
    private int WriteCase(LuaField field)
    {
        WriteTags(field);
        Line("local size");
        foreach (string name in KnownCases(field))
        {
            Line($"if not size and is_carried({LuaText.Quote(name)}, m.name, tags) then");
            Line($"size = part(c, M.{name}, buf, at, {Limit}, t)");
            Line("if not size then return nil end");
            Line("end");
        }
        Line($"if not size and {Limit} > at then add(t, {field.ProtoField}, range(buf, at, {Limit} - at)) end");
        Line($"at = size or {Limit}");
        return field.Ordinal + 1;
    }

    private void WriteTags(LuaField field)
    {
        Line("local tags = {}");
        foreach (var (property, table, when) in Tags(field.Name))
        {
            string? value = _expressions.Of(property), condition = when is null ? "" : Expression(when);
            if (value is null || condition is null)
            {
                Note(field, $"what it is is told by {(value is null ? property.Name : when)}");
                continue;
            }
            string known = WiresharkTables.Find(table) is { } name ? LuaText.Quote(name) : "nil";
            string entry = $"tags[#tags + 1] = {{ {LuaText.Quote(table.Name)}, {value}, {LuaText.Quote(property.Name)}, {known} }}";
            Line(condition.Length == 0 ? entry : $"if {condition} ~= 0 then {entry} end");
        }
    }

    private IEnumerable<(PropertyInfo Property, Type Table, string? When)> Tags(string payload)
    {
        foreach (var property in _protocol.Type.GetProperties(Members))
        {
            foreach (var tag in property.GetCustomAttributes<TagOfAttribute>().Where(tag => tag.Payload == payload))
                yield return (property, property.PropertyType, tag.When);
            if (LuaField.Generic(property, typeof(TagOfAttribute<>)) is { } generic && generic.ConstructorArguments[0].Value is string name && name == payload)
                yield return (property, generic.AttributeType.GenericTypeArguments[0], generic.NamedArguments.FirstOrDefault(static argument => argument.MemberName == "When").TypedValue.Value as string);
        }
    }

    private bool Bounds(LuaField field) => _protocol.Type.GetProperties(Members).SelectMany(static property => property.CustomAttributes)
        .Any(attribute => attribute.AttributeType.Name.StartsWith("TagOfAttribute", StringComparison.Ordinal)
            && attribute.ConstructorArguments[0].Value is string name && name == field.Name
            && attribute.NamedArguments.Any(static argument => argument.MemberName == "Bounds" && argument.TypedValue.Value is true));

    private IEnumerable<string> KnownCases(LuaField field) => field.Generics(typeof(CaseAttribute<>)).Select(static attribute => attribute.AttributeType.GenericTypeArguments[0]).Where(IsKnown).Select(static type => type.Name);

    // Null for a payload of which any message may be the next layer.
    private string Cases(LuaField field) =>
        field.Generics(typeof(CaseAttribute<>)).Any() ? "{ " + string.Join(", ", KnownCases(field).Select(LuaText.Quote)) + " }" : "nil";
}
