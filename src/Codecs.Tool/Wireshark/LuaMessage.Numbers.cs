using System.Globalization;
using System.Reflection;

namespace Codecs.Tool.Wireshark;

// Numbers: those that are read together at places in bits, and those of a width that varies.
internal sealed partial class LuaMessage
{
    // What a difference is added to.
    private const string Previous = " + (c.previous or 0)";

    /// <summary>Writes consecutive numbers of fixed width; returns the ordinal of the field behind them.</summary>
    private int WriteRun(int first)
    {
        int end = first + 1;
        while (end < _fields.Length && _fields[end].IsInRun && !_ranges.Any(range => range.First == end || range.Last == end - 1))
            end++;
        int size = (_fields[first..end].Sum(static field => field.Description.BitWidth) + 7) / 8;
        Line($"if at + {size} > {Limit} then return fail(c, {Limit}, {LuaText.Quote(_fields[first].Name)}) end");
        int bit = 0;
        for (int i = first; i < end; i++)
        {
            WriteNumber(_fields[i], first, end, bit);
            bit += _fields[i].Description.BitWidth;
        }
        Line($"at = at + {size}");
        foreach (var field in _fields[first..end])
            Behind(field);
        return end;
    }

    // What follows from a number that was read.
    private void Behind(LuaField field)
    {
        if (field is { IsOptional: false, Scalar.IsNumber: true } && field.Find<ConstAttribute>()?.Value is { } constant and not string and not byte[])
            Line($"if {field.Value} ~= {Convert.ToDecimal(constant, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)} then return wrong(c, {LuaText.Quote(field.Name)}) end");
        foreach (var range in _ranges.Where(range => range.Descriptor == field && range.First <= field.Ordinal && _scopes.Contains(range)))
            Bind(range);
    }

    /// <summary>Reads and shows a number that begins at a bit behind <c>at</c>.</summary>
    private void WriteNumber(LuaField field, int first, int end, int bit)
    {
        var scalar = field.Scalar!;
        string? little = Little(field);
        if (scalar.Form is ScalarForm.Bytes or ScalarForm.Float || little is null)
        {
            if (little is null)
            {
                Note(field, "the order of its bytes is decided in C#");
                _raw.Add(field.Ordinal);
            }
            Line($"r = range(buf, at + {bit / 8}, {(scalar.Bits + 7) / 8})");
            string adding = scalar.Form == ScalarForm.Float && little == "true" ? $"if t then t:add_le({field.ProtoField}, r) end" : $"add(t, {field.ProtoField}, r)";
            Line(adding);
            return;
        }
        Line(LsbGroup(field, first, end, bit) is var (place, size, from) && size > 0
            ? $"v, r = lsb(buf, at + {place}, {size}, {from}, {scalar.Bits})"
            : $"v, r = number(buf, at * 8 + {bit}, {scalar.Bits}, {little})");
        Show(field, scalar, little);
    }

    private void Show(LuaField field, LuaScalar scalar, string little)
    {
        switch (scalar.Form)
        {
            case ScalarForm.Flag:
                Line($"{field.Value} = plain(v)");
                Line($"add(t, {field.ProtoField}, r, {field.Value} ~= 0)");
                break;
            case ScalarForm.Signed when scalar.Bits > 32:
                Line($"v = {little} and r:le_int64() or r:int64()");
                Line($"{field.Value} = plain(v)");
                Line($"add(t, {field.ProtoField}, r, v)");
                break;
            case ScalarForm.Signed:
                Line($"{field.Value} = signed(v, {scalar.Bits})");
                Line($"add(t, {field.ProtoField}, r, {field.Value})");
                break;
            case ScalarForm.Unsigned when _fields.FirstOrDefault(number => number.Name + "Code" == field.Name && number.Has<DeltaAttribute>()) is { } difference:
                // A short difference does not tell the number, so the number is shown in its place.
                Line($"{field.Value} = plain(v)");
                string least = difference.Generics(typeof(EscapeAttribute<>)).Min(static form => (ulong)form.ConstructorArguments[0].Value!).ToString(CultureInfo.InvariantCulture);
                Line($"if {field.Value} < {least} then add(t, {difference.ProtoField}, r, big({field.Value}{Previous})) else add(t, {field.ProtoField}, r, v) end");
                break;
            default:
                Line($"{field.Value} = plain(v)");
                Line($"add(t, {field.ProtoField}, r, v)");
                break;
        }
    }

    private string? Little(LuaField field)
    {
        if (field.IsLsbFirst)
            return "true";
        if (field.LittleEndian is null || field.Description.BitWidth is > 0 and <= 8)
            return "false";
        if (field.LittleEndian.When is null)
            return "true";
        return Expression(field.LittleEndian.When) is { } condition ? $"({condition} ~= 0)" : null;
    }

    // Bit fields that are allotted from the least significant bit: the bytes that they share, and where in them.
    private (int Place, int Size, int From) LsbGroup(LuaField field, int first, int end, int bit)
    {
        if (!field.IsLsbFirst)
            return default;
        int start = 0, at = 0;
        for (int i = first; i < end; i++)
        {
            if (at % 8 == 0 && (at <= bit || i == first))
                start = at;
            at += _fields[i].Description.BitWidth;
            if (at % 8 == 0 && at > bit)
                break;
        }
        return start == bit && at == bit + field.Description.BitWidth ? default : (start / 8, (at - start) / 8, bit - start);
    }

    /// <summary>A number that is not always there, or is not always as wide.</summary>
    private int WriteLooseNumber(LuaField field)
    {
        if (field.Scalar is { } scalar && !field.Has<DeltaAttribute>())
        {
            int size = (scalar.Bits + 7) / 8;
            Line($"if at + {size} > {Limit} then return fail(c, {Limit}, {LuaText.Quote(field.Name)}) end");
            WriteNumber(field, field.Ordinal, field.Ordinal + 1, 0);
            Line($"at = at + {size}");
        }
        else if (field.Find<DigitsAttribute>() is { } digits)
        {
            Line($"r = digits(buf, at, {Limit}, {digits.Count}, {digits.Radix})");
            Line($"if r == 0 then return fail(c, {Limit}, {LuaText.Quote(field.Name)}) end");
            Line($"{field.Value} = tonumber(range(buf, at, r):string(), {digits.Radix})");
            Line($"add(t, {field.ProtoField}, range(buf, at, r), big({field.Value}))");
            Line("at = at + r");
        }
        else if (LuaField.Generic(field.Property, typeof(EscapeAttribute<>)) is not null)
        {
            WriteEscaped(field);
        }
        else if (WidthOf(field) is { } width && field.Type.IsPrimitive)
        {
            Line($"r = {width}");
            Line($"if r < 0 or r > 8 then return wrong(c, {LuaText.Quote(field.Name)}) end");
            Line($"if at + r > {Limit} then return fail(c, {Limit}, {LuaText.Quote(field.Name)}) end");
            Line($"{field.Value} = 0");
            Line("if r > 0 then");
            Line($"v = {(Little(field) == "true" ? "range(buf, at, r):le_uint64()" : "range(buf, at, r):uint64()")}");
            Line($"{field.Value} = plain(v)");
            Line($"add(t, {field.ProtoField}, range(buf, at, r), v)");
            Line("end");
            Line("at = at + r");
        }
        else
        {
            return Raw(field, field.Has<DeltaAttribute>() ? "the difference from the element before it" : $"read by code of {field.Type.Name}");
        }
        Terminate(field);
        Behind(field);
        return field.Ordinal + 1;
    }

    // A short value is shown as the bits that hold it.
    private void WriteEscaped(LuaField field)
    {
        string code = $"f.{field.Name}Code", word = "if", previous = field.Has<DeltaAttribute>() ? Previous : "";
        Line($"{field.Value} = {code}{previous}");
        foreach (var form in field.Generics(typeof(EscapeAttribute<>)))
        {
            int size = System.Runtime.InteropServices.Marshal.SizeOf(form.AttributeType.GenericTypeArguments[0]);
            string bias = form.NamedArguments.FirstOrDefault(static argument => argument.MemberName == "Bias").TypedValue.Value is ulong more ? more.ToString(CultureInfo.InvariantCulture) : "0";
            Line($"{word} {code} == {form.ConstructorArguments[0].Value} then");
            Line($"if at + {size} > {Limit} then return fail(c, {Limit}, {LuaText.Quote(field.Name)}) end");
            Line($"v, r = number(buf, at * 8, {size * 8}, {Little(field) ?? "false"})");
            Line($"{field.Value} = plain(v) + {bias}{previous}");
            Line($"add(t, {field.ProtoField}, r, big({field.Value}))");
            Line($"at = at + {size}");
            word = "elseif";
        }
        Line("end");
        if (previous.Length > 0)
            Line($"c.previous = {field.Value}");
    }

    // Of a number, or a slot: what another field or a member says.
    private string? WidthOf(LuaField field)
    {
        foreach (var other in _fields)
        {
            var length = other.Property?.GetCustomAttributes<LengthOfAttribute>().FirstOrDefault(item => item.First == field.Name && IsTarget(item));
            if (length is not null && other.Ordinal < field.Ordinal && !field.Has<BytesAttribute>())
                return $"{other.Value} * {length.Unit} - {length.Bias}";
        }
        return field.Find<BytesAttribute>() is { Member: { } member } ? Expression(member) : null;
    }
}
