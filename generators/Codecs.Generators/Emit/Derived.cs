using Codecs.Generators.Emit.Fields;
using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>The integers of fields that are computed from the rest of the message.</summary>
internal static class Derived
{
    /// <summary>What is written for a derived field.</summary>
    /// <param name="message">The message.</param>
    /// <param name="field">A length, a count, or what says that others are there.</param>
    /// <param name="site">Where it is written.</param>
    /// <param name="sizeOf">The size of a scope, as C#.</param>
    public static string Integer(MessageModel message, FieldModel field, SizeSite site, Func<ScopeModel, string> sizeOf)
    {
        if ((field.Roles & FieldRoles.Checksum) != 0)
            return "0UL";
        if (field.PresenceOf.Count > 0)
            return Presence.Computed(message, field, site.Payload);
        return field.Counts.Count > 0 ? Count(message, field, field.Counts[0]) : Length(message, field, site, sizeOf);
    }

    private static string Count(MessageModel message, FieldModel field, CountModel count)
    {
        var list = message.Fields[count.Field];
        string text = $"{Wire}Count({Windows.Count(list)}, {Number(count.Bias)}, {field.Scalar!.Max}, {Quote($"{message.Type.Name}.{list.PlainName}")}, {Quote(field.PlainName)})";
        return count.Null is null ? text : $"({Presence.IsThere(message, list)} ? {text} : {count.Null}UL)";
    }

    private static string Length(MessageModel message, FieldModel field, SizeSite site, Func<ScopeModel, string> sizeOf)
    {
        string text = "";
        string lastBlamed = "";
        foreach (var length in field.Lengths.Reverse())
        {
            var blamed = Blamed(message, length);
            string name = Quote($"{message.Type.Name}.{blamed.PlainName}");
            lastBlamed = lastBlamed.Length == 0 ? name : lastBlamed;
            string computed = One(message, field, length, blamed, name, site, sizeOf);
            if (length.When.Length > 0 && field.HasInit)
                text = $"(this.{length.When} ? {computed} : {(text.Length > 0 ? text : $"(ulong){Stored(message, field)}")})";
            else
                text = text.Length > 0 ? $"{Wire}Same({computed}, {text}, {lastBlamed}, {Quote(field.PlainName)})" : computed;
        }
        return text;
    }

    private static string One(MessageModel message, FieldModel field, LengthModel length, FieldModel blamed, string name, SizeSite site, Func<ScopeModel, string> sizeOf)
    {
        string most = length.Max > 0 ? Number(length.Max) : field.Scalar!.Max;
        string size;
        if (length.Target >= 0)
        {
            var target = message.Fields[length.Target];
            size = target.Kind == FieldKind.Sized ? new SizedCode(message, target).Size(site) : $"{Windows.Bytes(message, target)}.Length";
        }
        else
        {
            // What is compressed is put in when it is known.
            if (IsPatched(message, message.Scopes[length.Scope]))
                return "0UL";
            size = sizeOf(message.Scopes[length.Scope]);
        }
        // The part that the writer of the message can make shorter.
        string own = message.Carrier?.Payload == blamed.Ordinal && site.Payload.Length > 0 ? site.Payload : blamed.IsWindow ? FieldCode.Of(message, blamed).Size(site) : size;
        bool isShort = field.Scalar!.Bits <= 16 && length.Unit > 0 && (most.StartsWith("0x", StringComparison.Ordinal) ? most.Length <= 6 : length.Max is > 0 and <= 0xFFFF);
        string text = $"{Wire}{(isShort ? "ShortLength" : "Length")}({size}, {length.Unit}, {Number(length.Bias)}, {most}, {own}, {name}, {Quote(field.PlainName)})";
        return length.Null is null ? text : $"({Presence.IsThere(message, message.Fields[message.Scopes[length.Scope].Last])} ? {text} : {length.Null}UL)";
    }

    /// <summary>Is a length known only when what it is of has been written?</summary>
    public static bool IsPatched(MessageModel message, ScopeModel scope) => message.IsCompressed && message.Fields.Any(f => f.IsCompressed && f.Ordinal >= scope.First && f.Ordinal <= scope.Last);

    /// <summary>The field to name where a range is too long.</summary>
    public static FieldModel Blamed(MessageModel message, LengthModel length)
    {
        if (length.Target >= 0)
            return message.Fields[length.Target];
        var scope = message.Scopes[length.Scope];
        return message.Fields[scope.Open >= 0 ? scope.Open : scope.Last];
    }

    /// <summary>The integer that a number holds.</summary>
    public static string Stored(MessageModel message, FieldModel field) => field.Place is { } place
        ? ScalarCode.Raw(message, field, LayoutField(place.Run), "")
        : ScalarCode.ToRaw(field.Scalar!, field.Optional == OptionalKind.Nullable ? field.Storage + ".GetValueOrDefault()" : field.Storage, field.PlainName);
}
