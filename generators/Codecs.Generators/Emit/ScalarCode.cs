using System.Globalization;
using Codecs.Generators.Model;

namespace Codecs.Generators.Emit;

/// <summary>Expressions between a scalar's value and the bytes that hold it.</summary>
internal static class ScalarCode
{
    /// <summary>The members of a layout that make up a group: offset from the group's start, and size.</summary>
    public static IEnumerable<(int Offset, int Size)> Members(GroupModel group)
    {
        int at = 0;
        foreach (int size in new[] { 8, 4, 2, 1 })
        {
            while (group.Size - at >= size)
            {
                yield return (at, size);
                at += size;
            }
        }
    }

    public static string MemberType(int size) => size switch { 1 => "byte", 2 => "ushort", 4 => "uint", _ => "ulong" };

    /// <summary>The type in which a group's value is computed.</summary>
    public static string GroupType(GroupModel group) => group.Size switch { 1 => "byte", 2 => "ushort", <= 4 => "uint", <= 8 => "ulong", _ => "global::System.UInt128" };

    /// <summary>The value of a group as an unsigned integer.</summary>
    public static string Group(string layout, GroupModel group, string instance)
    {
        var members = Members(group).ToList();
        if (members.Count == 1)
            return InOrder(group, instance, $"{layout}._{group.Offset + members[0].Offset}", members[0].Size);
        if (group.Size == 16)
        {
            string first = InOrder(group, instance, $"{layout}._{group.Offset}", 8), second = InOrder(group, instance, $"{layout}._{group.Offset + 8}", 8);
            return group.Order switch
            {
                ByteOrder.Big => $"new global::System.UInt128({first}, {second})",
                ByteOrder.Little => $"new global::System.UInt128({second}, {first})",
                _ => $"({(instance.Length == 0 ? "this." : instance)}{group.OrderMember} ? new global::System.UInt128({second}, {first}) : new global::System.UInt128({first}, {second}))",
            };
        }
        string Parts(bool little) => string.Join(" | ", members.Select(m =>
        {
            int shift = 8 * (little ? m.Offset : group.Size - m.Offset - m.Size);
            string part = $"({GroupType(group)}){InOrder(group, instance, $"{layout}._{group.Offset + m.Offset}", m.Size)}";
            return shift == 0 ? part : $"{part} << {Names.Number(shift)}";
        }));
        return group.Order switch
        {
            ByteOrder.Big => $"({Parts(false)})",
            ByteOrder.Little => $"({Parts(true)})",
            _ => $"({(instance.Length == 0 ? "this." : instance)}{group.OrderMember} ? {Parts(true)} : {Parts(false)})",
        };
    }

    /// <summary>A member between the order of the wire and that of the machine; the same both ways.</summary>
    private static string InOrder(GroupModel group, string instance, string member, int size) => size == 1
        ? member
        : group.Order switch
        {
            ByteOrder.Big => $"{Names.Wire}Big({member})",
            ByteOrder.Little => $"{Names.Wire}Little({member})",
            _ => $"{Names.Wire}Ordered({member}, {(instance.Length == 0 ? "this." : instance)}{group.OrderMember})",
        };

    /// <summary>The statement(s) that set a group to an unsigned integer.</summary>
    public static string SetGroup(string layout, GroupModel group, string instance, string value)
    {
        var members = Members(group).ToList();
        if (members.Count == 1)
        {
            string type = MemberType(group.Size);
            return $"{layout}._{group.Offset} = {InOrder(group, instance, $"({type})({value})", group.Size)};";
        }
        string bits = $"bits{group.Offset}";
        string Shift(int offset, int size, bool little) => $"{bits} >> {8 * (little ? offset : group.Size - offset - size)}";
        var statements = new List<string> { $"{GroupType(group)} {bits} = ({GroupType(group)})({value});" };
        foreach (var (offset, size) in members)
        {
            string part = group.Order switch
            {
                ByteOrder.Big => Shift(offset, size, false),
                ByteOrder.Little => Shift(offset, size, true),
                _ => $"{(instance.Length == 0 ? "this." : instance)}{group.OrderMember} ? {Shift(offset, size, true)} : {Shift(offset, size, false)}",
            };
            // A part is what is left after the cast, also in a project that checks for overflow.
            statements.Add($"{layout}._{group.Offset + offset} = {InOrder(group, instance, $"unchecked(({MemberType(size)})({part}))", size)};");
        }
        return string.Join("\n", statements);
    }

    /// <summary>The integer of a field in a run.</summary>
    public static string Raw(MessageModel message, FieldModel field, string layout, string instance)
    {
        var place = field.Place!;
        var group = message.Runs[place.Run].Groups[place.Group];
        string value = Group(layout, group, instance);
        if (field.Scalar!.Bits == group.Size * 8)
            return value;
        // What is in one byte needs no other order.
        int first = place.Shift / 8, within = place.Shift % 8, bits = field.Scalar.Bits;
        if (within + bits <= 8 && group.Size is 2 or 4 or 8 && group.Order is ByteOrder.Big or ByteOrder.Little)
        {
            string one = $"{Names.Wire}Byte({layout}._{group.Offset}, {Names.Number(group.Order == ByteOrder.Big ? group.Size - 1 - first : first)})";
            string moved = within == 0 ? one : $"{one} >> {Names.Number(within)}";
            return $"({(within + bits == 8 ? moved : $"{(within == 0 ? moved : $"({moved})")} & 0x{(1 << bits) - 1:X}")})";
        }
        string shifted = place.Shift == 0 ? value : $"{value} >> {Names.Number(place.Shift)}";
        string masked = place.Shift + field.Scalar.Bits == group.Size * 8 ? shifted : $"{(place.Shift == 0 ? shifted : $"({shifted})")} & {Mask(field.Scalar.Bits, group)}";
        return $"({masked})";
    }

    /// <summary>What a member says, asked of bytes in the order of the wire. Null if the member must be asked: it says more than how a field compares with a constant, the field may have another value than its bits, or all of them must be swapped.</summary>
    /// <param name="message">The message.</param>
    /// <param name="member">The member, escaped.</param>
    /// <param name="layout">The fixed part of a run, as C#.</param>
    /// <param name="isNegated">Is the contrary asked?</param>
    public static string? Ask(MessageModel message, string member, Func<int, string> layout, bool isNegated = false)
    {
        if (message.Tests.FirstOrDefault(t => t.Member == member) is not { } test || message.Fields[test.Field] is var field && field is not { Place: { } place, Scalar: { Form: ScalarForm.Integer, Bits: < 64 and var bits, IsSigned: false }, Optional: OptionalKind.None, Const: null } || (field.IsDerived && !field.HasInit))
            return null;
        if (message.Runs[place.Run].Groups[place.Group] is not { Size: 2 or 4 or 8, Order: ByteOrder.Big } group || test.Value >> bits != 0)
            return null;
        string stored = $"{layout(place.Run)}._{group.Offset}";
        switch (test.Operator)
        {
            case "==" or "!=":
                string masked = bits == group.Size * 8 ? stored : $"({stored} & {Wired(group, ((1UL << bits) - 1) << place.Shift)})";
                return $"{masked} {(test.Operator == "==" != isNegated ? "==" : "!=")} {(test.Value == 0 ? "0" : Wired(group, test.Value << place.Shift))}";
            // The first byte says it if the others of the constant are zeros.
            case "<" or ">=" when bits > 8 && (place.Shift + bits) % 8 == 0 && test.Value << (72 - bits) == 0:
                return $"{Names.Wire}Byte({stored}, {Names.Number(group.Size - (place.Shift + bits) / 8)}) {(test.Operator == "<" != isNegated ? "<" : ">=")} 0x{test.Value >> (bits - 8):X}";
            default:
                return null;
        }
    }

    /// <summary>A truth value that is one bit among others, asked of them in the order of the wire; null for other fields.</summary>
    public static string? Bit(MessageModel message, FieldModel field) =>
        field is { Place: { } place, Scalar: { Form: ScalarForm.Bool, Bits: 1 } } && message.Runs[place.Run].Groups[place.Group] is { Size: 2 or 4 or 8, Order: ByteOrder.Big } group
            ? $"({Names.LayoutField(place.Run)}._{group.Offset} & {Wired(group, 1UL << place.Shift)}) != 0" : null;

    /// <summary>The whole of a field as it lies on the wire, in its order; null if it is not alone in a number of the machine.</summary>
    public static string? Stored(MessageModel message, FieldModel field) =>
        field is { Place: { } place, Scalar: { Form: ScalarForm.Integer or ScalarForm.Enum } scalar, Optional: OptionalKind.None, Const: null } && (!field.IsDerived || field.HasInit)
        && message.Runs[place.Run].Groups[place.Group] is { Size: 2 or 4 or 8, Order: ByteOrder.Big } group && group.Size * 8 == scalar.Bits
            ? $"{Names.LayoutField(place.Run)}._{group.Offset}" : null;

    /// <summary>A constant in the order of the wire: it is swapped when the code is compiled.</summary>
    public static string Wired(GroupModel group, ulong constant) =>
        $"{Names.Wire}Big({(group.Size == 2 ? "(ushort)" : "")}0x{constant.ToString("X", CultureInfo.InvariantCulture)}{group.Size switch { 2 => "", 4 => "U", _ => "UL" }})";

    private static string Mask(int bits, GroupModel group) => bits >= 64 ? "ulong.MaxValue" : "0x" + ((1UL << bits) - 1).ToString("X", CultureInfo.InvariantCulture) + (group.Size > 4 ? "UL" : group.Size > 2 ? "U" : "");

    /// <summary>The value that an integer on the wire stands for.</summary>
    public static string FromRaw(ScalarModel scalar, string raw)
    {
        if (scalar.Form == ScalarForm.Bool)
            return $"{raw} != 0";
        string integer = scalar.IsSigned && scalar.IsNarrow
            ? $"unchecked(({scalar.Integer})((long)((ulong){raw} << {64 - scalar.Bits}) >> {64 - scalar.Bits}))"
            : scalar.IsSigned ? $"unchecked(({scalar.Integer}){raw})" : $"({scalar.Integer}){raw}";
        return scalar.Form switch
        {
            ScalarForm.Enum => $"({scalar.Type}){(scalar.IsSigned ? integer : raw)}",
            ScalarForm.Float => $"global::System.BitConverter.{scalar.BitsName}BitsTo{scalar.FloatName}({integer})",
            ScalarForm.Custom => $"{Names.Wire}FromInteger<{scalar.Type}, {scalar.Integer}>({integer})",
            _ => integer,
        };
    }

    /// <summary>The integer on the wire that a value stands for, as a <c>ulong</c> or <c>UInt128</c>; too large a value throws.</summary>
    public static string ToRaw(ScalarModel scalar, string value, string fieldName)
    {
        if (scalar.Form == ScalarForm.Bool)
            return $"({value} ? 1UL : 0UL)";
        string integer = scalar.Form switch
        {
            ScalarForm.Enum => $"({scalar.Integer}){value}",
            ScalarForm.Float => $"global::System.BitConverter.{scalar.FloatName}To{scalar.BitsName}Bits({value})",
            ScalarForm.Custom => $"{Names.Wire}ToInteger<{scalar.Type}, {scalar.Integer}>({value})",
            _ => value,
        };
        if (scalar.Bits > 64)
            return scalar.Integer == "global::System.Int128" ? $"(global::System.UInt128){integer}" : integer;
        if (scalar.IsSigned)
            return $"{Names.Wire}Signed({integer}, {Names.Number(scalar.Bits)}, {Names.Quote(fieldName)})";
        return scalar.IsNarrow ? $"{Names.Wire}Check({integer}, {AllBits(scalar)}, {Names.Quote(fieldName)})" : $"(ulong){integer}";
    }

    /// <summary>The statement(s) that put an integer into a field of a run, leaving its neighbours.</summary>
    public static string SetRaw(MessageModel message, FieldModel field, string layout, string instance, string raw)
    {
        var place = field.Place!;
        var group = message.Runs[place.Run].Groups[place.Group];
        if (field.Scalar!.Bits == group.Size * 8)
            return SetGroup(layout, group, instance, raw);
        ulong all = group.Size >= 8 ? ulong.MaxValue : (1UL << (group.Size * 8)) - 1;
        ulong others = all & ~(field.Scalar.Bits >= 64 ? ulong.MaxValue : ((1UL << field.Scalar.Bits) - 1) << place.Shift);
        string shifted = place.Shift == 0 ? raw : $"{raw} << {Names.Number(place.Shift)}";
        return SetGroup(layout, group, instance, $"({Group(layout, group, instance)} & 0x{others.ToString("X", CultureInfo.InvariantCulture)}UL) | ({shifted})");
    }

    /// <summary>An integer as the bits that it has on the wire: what a stored number is compared with.</summary>
    public static string Unsigned(ScalarModel scalar, string raw) => scalar.IsSigned && scalar.Bits < 64 ? $"(unchecked((ulong){raw}) & 0x{(1UL << scalar.Bits) - 1:X}UL)" : $"unchecked((ulong){raw})";

    /// <summary>An integer as a length: what is negative stays so.</summary>
    public static string AsLength(ScalarModel scalar, string raw)
    {
        if (!scalar.IsSigned)
            return $"(ulong){raw}";
        return scalar.Bits < 64 ? $"unchecked((ulong)((long)((ulong){raw} << {64 - scalar.Bits}) >> {64 - scalar.Bits}))" : $"unchecked((ulong){raw})";
    }

    /// <summary>A literal with all bits of the field set.</summary>
    public static string AllBits(ScalarModel scalar) => scalar.Bits >= 64 ? "ulong.MaxValue" : $"0x{(1UL << scalar.Bits) - 1:X}";
}
