using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>Whether optional fields are there, as far as the message itself tells.</summary>
internal static class PresenceCode
{
    /// <summary>Is the field to be written? One that is computed is there if those are that share its flag.</summary>
    public static string HasValue(MessageModel message, FieldModel field)
    {
        if (field.PresenceOf.Count > 0 && IsBitmap(field))
            return "(" + string.Join(" || ", field.PresenceOf.Select(o => HasValue(message, message.Fields[o]))) + ")";
        var holder = field;
        if (field.IsDerived && !field.HasInit && field.Presence is { Kind: PresenceKind.Flag, Bit: < 0 })
            holder = Stored(message, message.Fields.First(f => f.Name == field.Presence.Member)).FirstOrDefault() ?? field;
        return $"{holder.Storage}.HasValue";
    }

    /// <summary>The value of a flag for the message as it is.</summary>
    public static string Flag(MessageModel message, FieldModel flag) => $"{Stored(message, flag).First().Storage}.HasValue";

    /// <summary>The same as an integer; fields that come and go together must not differ.</summary>
    public static string Computed(MessageModel message, FieldModel flag)
    {
        if (IsBitmap(flag))
            return "(" + string.Join(" | ", flag.PresenceOf.Select(o => $"({HasValue(message, message.Fields[o])} ? 0x{1UL << message.Fields[o].Presence.Bit:X}UL : 0UL)")) + ")";
        var stored = Stored(message, flag).ToList();
        string text = $"{stored[0].Storage}.HasValue";
        foreach (var other in stored.Skip(1))
            text = $"{Wire}Together({text}, {other.Storage}.HasValue, {Quote($"{message.Type.Name}.{stored[0].PlainName}")}, {Quote(other.PlainName)})";
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

    private static IEnumerable<FieldModel> Stored(MessageModel message, FieldModel flag) => flag.PresenceOf.Select(o => message.Fields[o]).Where(f => f.HasInit);
}
