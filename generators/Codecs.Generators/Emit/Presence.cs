using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>Whether fields are there, as far as the message itself tells.</summary>
internal static class Presence
{
    /// <summary>Is the field to be written, as C#? Empty if it always is. One that is computed is there if what it describes is.</summary>
    public static string IsThere(MessageModel message, FieldModel field, string payload = "")
    {
        if (!field.IsConditional)
            return "";
        if (field.Presence.Kind == PresenceKind.When)
            return "this." + field.Presence.Member;
        if (field.PresenceOf.Count > 0 && IsBitmap(field) && !field.HasInit)
            return "(" + string.Join(" || ", field.PresenceOf.Select(o => Stored(message, message.Fields[o], payload))) + ")";
        return Stored(message, field, payload);
    }

    /// <summary>The value of a flag for the message as it is.</summary>
    public static string Flag(MessageModel message, FieldModel flag) => Stored(message, Tellers(message, flag).First(), "");

    /// <summary>The same as an integer; fields that come and go together must not differ.</summary>
    public static string Computed(MessageModel message, FieldModel flag, string payload)
    {
        if (IsBitmap(flag))
            return "(" + string.Join(" | ", flag.PresenceOf.Select(o => $"({Stored(message, message.Fields[o], payload)} ? 0x{1UL << message.Fields[o].Presence.Bit:X}UL : 0UL)")) + ")";
        var tellers = Tellers(message, flag).ToList();
        string text = Stored(message, tellers[0], payload);
        foreach (var other in tellers.Skip(1))
            text = $"{Wire}Together({text}, {Stored(message, other, payload)}, {Quote($"{message.Type.Name}.{tellers[0].PlainName}")}, {Quote(other.PlainName)})";
        return $"({text} ? 1UL : 0UL)";
    }

    /// <summary>The bits of a bitmap that stand for no field.</summary>
    public static ulong UnknownBits(MessageModel message, FieldModel flag)
    {
        if (flag.PresenceOf.Count == 0 || !IsBitmap(flag))
            return 0;
        ulong all = flag.Scalar!.Bits >= 64 ? ulong.MaxValue : (1UL << flag.Scalar.Bits) - 1;
        return flag.PresenceOf.Aggregate(all, (rest, o) => rest & ~(1UL << message.Fields[o].Presence.Bit));
    }

    private static bool IsBitmap(FieldModel flag) => flag.Scalar?.Form == ScalarForm.Integer;

    private static string Stored(MessageModel message, FieldModel field, string payload)
    {
        if (field.PresenceOf.Count > 0 && IsBitmap(field) && !field.HasInit)
            return IsThere(message, field, payload);
        var holder = message.Fields[field.Holder];
        string there = holder.Optional == OptionalKind.None ? $"{Windows.Bytes(message, holder)}.Length != 0" : $"{holder.Storage}.HasValue";
        // Under another message, the payload is there if that has bytes.
        return payload.Length > 0 && message.Carrier?.Payload == holder.Ordinal ? $"({payload} != 0 || {there})" : there;
    }

    private static IEnumerable<FieldModel> Tellers(MessageModel message, FieldModel flag) => flag.PresenceOf.Select(o => message.Fields[o]).Where(f => f.HasInit);
}
