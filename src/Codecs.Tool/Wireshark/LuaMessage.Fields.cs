using System.Buffers;
using System.Globalization;
using System.Reflection;

namespace Codecs.Tool.Wireshark;

// Fields of a size of their own: whether they are there, and how far they go.
internal sealed partial class LuaMessage
{
    /// <summary>Writes one field that is not in a run; returns the ordinal of the field behind it.</summary>
    private int WriteField(int ordinal)
    {
        var field = _fields[ordinal];
        if (!field.IsOptional)
            return WriteValue(field);
        if (Presence(field) is not { } condition)
            return Raw(field, "whether it is there is decided in C#");
        Line($"if {condition} then");
        int next = WriteValue(field);
        // Behind bytes that are all there is to show, nothing is left but the end.
        if (next > ordinal + 1 && _scopes.Count == 0)
        {
            Line("do return at, f end");
            next = ordinal + 1;
        }
        Line("end");
        return next;
    }

    // A Lua condition; null if it cannot be said.
    private string? Presence(LuaField field)
    {
        var about = field.Property ?? field.Target;
        foreach (var other in _fields)
        {
            foreach (var presence in other.Property?.GetCustomAttributes<PresenceOfAttribute>() ?? [])
            {
                int index = presence.Fields.ToList().IndexOf(about?.Name);
                if (index >= 0 && other.Type == typeof(bool))
                    return $"{other.Value} == 1";
                if (index >= 0)
                    return $"band(shr({other.Value}, {other.Description.BitWidth - 1 - index}), 1) == 1";
            }
        }
        if (about?.GetCustomAttribute<WhenAttribute>() is { } when)
            return Expression(when.Condition) is { } condition ? $"{condition} ~= 0" : null;
        if (field.Property is not null && LuaField.Generic(field.Property, typeof(PrefixedAttribute<>)) is { } prefix)
        {
            string length = $"f.{field.Name}Length";
            return Null(prefix) is { } absent ? $"{length} and {length} ~= {absent}" : length;
        }
        foreach (var descriptor in _fields)
        {
            var attribute = descriptor.Property?.CustomAttributes.FirstOrDefault(item =>
                (item.AttributeType == typeof(LengthOfAttribute) || item.AttributeType == typeof(CountOfAttribute)) && Null(item) is not null && item.ConstructorArguments[0].Value is string name && name == field.Name);
            if (attribute is not null)
                return $"{descriptor.Value} ~= {Null(attribute)}";
        }
        if (field.Find<ConstAttribute>() is { } constant)
            return Constant(field, constant) is { } bytes ? $"starts(buf, at, {Limit}, {bytes})" : null;
        return $"at < {Limit}{(Tail(field) is { Length: > 0 } tail ? " - " + tail : "")}";
    }

    private static string? Null(CustomAttributeData attribute) =>
        attribute.NamedArguments.Where(static argument => argument.MemberName == "Null").Select(static argument => Convert.ToDecimal(argument.TypedValue.Value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)).FirstOrDefault();

    // The bytes of a constant, as a Lua string.
    private static string? Constant(LuaField field, ConstAttribute constant) => constant.Value switch
    {
        string text => LuaText.Quote(text),
        byte[] bytes => LuaText.Quote(string.Concat(bytes.Select(static item => (char)item))),
        var number when field.Scalar is { Bits: var bits } && bits % 8 == 0 && bits <= 64 => LuaText.Quote(string.Concat(Enumerable.Range(0, bits / 8)
            .Select(index => field.LittleEndian is null ? bits / 8 - 1 - index : index)
            .Select(index => (char)(Convert.ToUInt64(number, CultureInfo.InvariantCulture) >> index * 8 & 0xFF)))),
        _ => null,
    };

    private int WriteValue(LuaField field) => field.Description.Kind switch
    {
        FieldKind.Scalar => WriteLooseNumber(field),
        FieldKind.Message => WriteMessage(field),
        FieldKind.List => WriteList(field),
        FieldKind.Scalars => WriteScalars(field),
        FieldKind.Value => Raw(field, $"read by code of {field.Type.Name}"),
        _ => WriteBytes(field),
    };

    private int WriteMessage(LuaField field)
    {
        if (!IsKnown(field.Type))
            return Raw(field, $"{field.Type.Name} needs to be told more than its bytes");
        Line($"r = part(c, M.{field.Type.Name}, buf, at, {Limit}{(Tail(field) is { Length: > 0 } tail ? " - " + tail : "")}, t)");
        Line("if not r then return nil end");
        Line("at = r");
        Terminate(field);
        return field.Ordinal + 1;
    }

    private bool IsKnown(Type type) => _all.Any(protocol => protocol.Type == type);

    private int WriteBytes(LuaField field)
    {
        string stop = $"stop{field.Ordinal}", name = LuaText.Quote(field.Name);
        bool isBounded = _scopes.TryPeek(out var scope) && scope.First == field.Ordinal && scope.Last == field.Ordinal;
        if (Bounds(field))
            return WriteCase(field);
        if (field.Find<ConstAttribute>() is { } constant && Constant(field, constant) is { } bytes)
        {
            Line($"local {stop} = at + {field.Description.BitWidth / 8}");
            Line($"if {stop} > {Limit} then return fail(c, {Limit}, {name}) end");
            Line($"if not starts(buf, at, {Limit}, {bytes}) then return wrong(c, {name}) end");
        }
        else if (field.Description.BitWidth >= 0 || (field.Find<BytesAttribute>() is { Member: { } member } && Expression(member) is not null))
        {
            string width = field.Description.BitWidth >= 0 ? $"{field.Description.BitWidth / 8}" : Expression(field.Find<BytesAttribute>()!.Member)!;
            Line($"local {stop} = at + {width}");
            Line($"if {stop} > {Limit} then return fail(c, {Limit}, {name}) end");
        }
        else if (field.Has<BytesAttribute>())
        {
            return Raw(field, "how long it is is computed in C#");
        }
        else if (field.Find<TerminatedAttribute>() is { } terminated && !isBounded)
        {
            if (terminated.By is null)
                return Raw(field, "what ends it is in another field");
            Line($"local {stop} = find(buf, at, {Limit}, {LuaText.Quote(terminated.By)}, {terminated.Escape})");
            Line(terminated.Optional ? $"if not {stop} then {stop} = {Limit} end" : $"if not {stop} then return fail(c, {Limit}, {name}) end");
        }
        else if (field.Find<WhileAttribute>() is { } run)
        {
            if (SetOf(run.Set) is not { } set)
                return Raw(field, $"which bytes belong to it is up to {run.Set}");
            Line($"local set, {stop} = {set}, at");
            Line($"while {stop} < {Limit} and set[range(buf, {stop}, 1):uint()] do {stop} = {stop} + 1 end");
        }
        else if (field.Find<AlignAttribute>() is { } align && !isBounded)
        {
            if (Padding(align, field) is not { } padding)
                return Raw(field, "the boundary is computed in C#");
            Line($"local {stop} = at + {padding}");
            Line($"if {stop} > {Limit} then return fail(c, {Limit}, {name}) end");
        }
        else if (Tail(field) is { } tail)
        {
            Line($"local {stop} = {Limit}{(tail.Length > 0 ? " - " + tail : "")}");
            Line($"if {stop} < at then return fail(c, {Limit}, {name}) end");
        }
        else
        {
            return Raw(field, "what follows it has no size that is known before");
        }
        WriteContent(field, stop);
        Line($"at = {stop}");
        if (!isBounded)
            Terminate(field);
        return field.Ordinal + 1;
    }

    // What a span holds, up to where it stops; of a slot, only what is used.
    private void WriteContent(LuaField field, string stop)
    {
        string end = stop;
        var used = _fields.FirstOrDefault(other => other.Property?.GetCustomAttributes<LengthOfAttribute>().Any(length => length.First == field.Name && IsTarget(length)) == true);
        if (used is not null)
        {
            var length = used.Property!.GetCustomAttributes<LengthOfAttribute>().First(item => item.First == field.Name);
            end = $"at + {used.Value} * {length.Unit} - {length.Bias}";
            Line($"if {end} < at or {end} > {stop} then return wrong(c, {LuaText.Quote(used.Name)}) end");
        }
        if ((field.Description.Role & FieldRole.Payload) != 0 || field.Generics(typeof(CaseAttribute<>)).Any())
            WritePayload(field, end);
        else
            Line($"if {end} > at then add(t, {field.ProtoField}, range(buf, at, {end} - at)) end");
    }

    private void Terminate(LuaField field)
    {
        if (field.Find<TerminatedAttribute>() is not { By: { } by } terminated)
            return;
        string end = LuaText.Quote(by), there = $"starts(buf, at, {Limit}, {end})";
        if (!terminated.Optional)
            Line($"if at + {by.Length} > {Limit} then return fail(c, {Limit}, {LuaText.Quote(field.Name)}) end");
        Line(terminated.Optional ? $"if {there} then at = at + {by.Length} end" : $"if not {there} then return wrong(c, {LuaText.Quote(field.Name)}) end");
        if (!terminated.Optional)
            Line($"at = at + {by.Length}");
    }

    // Bytes of the fields behind one in what bounds it; empty for none, null if they have no size that is known before.
    private string? Tail(LuaField field)
    {
        var parts = new List<string>();
        int bits = 0;
        for (int i = field.Ordinal + 1; i <= LastInScope; i++)
        {
            var range = _ranges.Find(item => item.First == i && item.Descriptor.Ordinal < field.Ordinal);
            if (range is not null)
            {
                parts.Add($"({range.Length})");
                i = range.Last;
            }
            else if (_fields[i] is { IsOptional: false, Description.BitWidth: >= 0 and var width })
            {
                bits += width;
            }
            else if (!_fields[i].IsOptional || Presence(_fields[i]) is not { } condition)
            {
                return null;
            }
            else if (_fields[i].Description.BitWidth >= 0 && !condition.StartsWith("at ", StringComparison.Ordinal) && !condition.StartsWith("starts", StringComparison.Ordinal))
            {
                parts.Add($"({condition} and {_fields[i].Description.BitWidth / 8} or 0)");
            }
        }
        if (bits > 0)
            parts.Add((bits / 8).ToString(CultureInfo.InvariantCulture));
        return string.Join(" - ", parts);
    }

    private string? Padding(AlignAttribute align, LuaField field)
    {
        string? multiple = align.Member is null ? align.Multiple.ToString(CultureInfo.InvariantCulture) : Expression(align.Member);
        int from = align.From is null ? 0 : Ordinal(align.From), to = align.To is null ? field.Ordinal : Ordinal(align.To);
        if (multiple is null || _fields[(field.Ordinal + 1)..(to + 1)].Any(static item => item.Description.BitWidth < 0 || item.IsOptional) || (from > 0 && _fields[from].Description.BitOffset < 0))
            return null;
        int behind = _fields[(field.Ordinal + 1)..(to + 1)].Sum(static item => item.Description.BitWidth) / 8, before = from > 0 ? _fields[from].Description.BitOffset / 8 : 0;
        string least = align.Min.ToString(CultureInfo.InvariantCulture);
        return $"({least} + -(at + {least} + {behind} - start - {before}) % math.max({multiple}, 1))";
    }

    // The bytes of a set, as a Lua table: the set is code or a value, and tells for each byte.
    private string? SetOf(string name)
    {
        const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var type = _protocol.Type;
        try
        {
            Func<byte, bool>? contains = null;
            if ((type.GetField(name, Any)?.GetValue(null) ?? type.GetProperty(name, Any)?.GetValue(null)) is SearchValues<byte> values)
                contains = values.Contains;
            else if (type.GetMethod(name, Any, [typeof(byte)]) is { } method)
                contains = value => (bool)method.Invoke(null, [value])!;
            return contains is null ? null : "{ " + string.Concat(Enumerable.Range(0, 256).Where(value => contains((byte)value)).Select(static value => $"[{value}] = true, ")) + "}";
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }
}
