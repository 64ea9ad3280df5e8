using System.Globalization;
using Codecs.Generators.Emit.Fields;
using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>The properties of a message.</summary>
internal static class PropertyEmitter
{
    public static void Emit(SourceWriter w, MessageModel message)
    {
        foreach (var field in message.Fields.Where(f => !f.IsHidden))
        {
            using (w.Braces($"{field.Modifiers} {field.Type} {field.Name}"))
            {
                w.Line(Inline).Line($"get => {Get(message, field)};");
                if (field.HasInit)
                    EmitInit(w, message, field);
            }
            w.Line();
        }
        foreach (var parameter in message.Parameters)
            w.Line($"{parameter.Modifiers} {parameter.Type} {parameter.Name} {{ get => {parameter.Storage}; {parameter.Setter} => {parameter.Storage} = value; }}").Line();
        EmitShapes(w, message);
    }

    private static void EmitShapes(SourceWriter w, MessageModel message)
    {
        var lists = message.Fields.Where(f => f.Item is { HasShape: true }).ToList();
        if (lists.Count == 0)
            return;
        w.Line("// How lists lie on the wire.");
        using (w.Braces("private static class Shapes"))
        {
            foreach (var list in lists)
                new ListCode(message, list).EmitShape(w);
        }
        w.Line();
    }

    /// <summary>The value of a field, as its property gives it.</summary>
    public static string Get(MessageModel message, FieldModel field)
    {
        if (field.Place is not null)
            return GetInRun(message, field);
        if (field.ConstBytes.Length > 0 && field.Storage.Length == 0)
            return field.Presence.Kind == PresenceKind.When ? $"this.{field.Presence.Member} ? {field.ConstBytes} : default" : field.ConstBytes;
        string value = field.Storage;
        if (field.IgnoresCase)
            value = (field.Presence.Kind == PresenceKind.When ? $"!this.{field.Presence.Member} ? default : " : "") + $"{field.Storage}.IsEmpty ? {field.ConstBytes} : {field.Storage}";
        else if (StorageEmitter.IsKeptRaw(field))
            value = field.Optional == OptionalKind.Nullable ? $"{field.Storage}.HasValue ? {field.Storage}.GetValueOrDefault() != 0 : null" : $"{field.Storage} != 0";
        else if (Windows.HasOrigin(field))
            value = Windows.Bytes(message, field);
        else if (field.Kind == FieldKind.List && !Windows.IsKeptAsList(field))
            value = Windows.List(field);
        return field.IsDerived && !field.HasInit && !StorageEmitter.IsForgotten(message, field) ? $"_state == {Received} ? {value} : default" : value;
    }

    private static string GetInRun(MessageModel message, FieldModel field)
    {
        string value = ScalarCode.Bit(message, field) ?? ScalarCode.FromRaw(field.Scalar!, ScalarCode.Raw(message, field, LayoutField(field.Place!.Run), ""));
        if (field.Const is { } constant)
            return $"unchecked({ScalarCode.FromRaw(field.Scalar!, $"0x{ulong.Parse(constant, CultureInfo.InvariantCulture):X}")})";
        if (field.PresenceOf.Count > 0 && field.Scalar!.Form == ScalarForm.Bool)
            return $"_state == {Received} ? {value} : {Presence.Flag(message, field)}";
        return field.IsDerived && !field.HasInit && !StorageEmitter.IsForgotten(message, field) ? $"_state == {Received} ? {value} : default" : value;
    }

    private static void EmitInit(SourceWriter w, MessageModel message, FieldModel field)
    {
        w.Line(Inline);
        using (w.Braces(field.Setter))
        {
            if (message.HasState)
                w.Line("_state &= 1;");
            foreach (var (part, member) in StorageEmitter.Forgotten(message))
                w.Line($"{part}{member} = default;");
            w.Line(Set(message, field));
        }
    }

    private static string Set(MessageModel message, FieldModel field)
    {
        if (field.Place is { } place)
            return ScalarCode.SetRaw(message, field, LayoutField(place.Run), "", ScalarCode.ToRaw(field.Scalar!, "value", field.PlainName));
        if (StorageEmitter.IsKeptRaw(field))
            return field.Optional == OptionalKind.Nullable ? $"{field.Storage} = value is {{ }} truth ? ({StorageTypeOf(field)})(truth ? 1 : 0) : null;" : $"{field.Storage} = ({StorageTypeOf(field)})(value ? 1 : 0);";
        // A value that does not fit throws where it is set, as in a run.
        if (field is { Kind: FieldKind.Scalar, Scalar.IsNarrow: true })
            return $"{(field.Optional == OptionalKind.Nullable ? $"if (value is {{ }} number)\n    _ = {ScalarCode.ToRaw(field.Scalar!, "number", field.PlainName)};" : $"_ = {ScalarCode.ToRaw(field.Scalar!, "value", field.PlainName)};")}\n{field.Storage} = value;";
        if (Windows.HasOrigin(field))
            return $"{field.Storage} = value;\n{Windows.Offset(field)} = 0;{(ElementEmitter.Remembers(message) ? "\n_memory = default;" : "")}";
        if (field.Kind == FieldKind.List && !Windows.IsKeptAsList(field))
            return $"{field.Storage} = value.Bytes;";
        if (field.Kind == FieldKind.Scalars && field.Optional == OptionalKind.None && field.Item!.Order != ByteOrder.Runtime)
            return $"{field.Storage} = value.InOrder({(field.Item.Order == ByteOrder.Little ? "true" : "false")});";
        if (field.Token.Length > 0)
            return field.Optional == OptionalKind.None ? $"{field.Storage} = {field.Token}.Complete(value);" : $"{field.Storage} = value.HasValue ? new({field.Token}.Complete(value.GetValueOrDefault())) : default;";
        return $"{field.Storage} = value;";
    }

    private static string StorageTypeOf(FieldModel field) => field.Scalar!.Bytes switch { 1 => "byte", 2 => "ushort", <= 4 => "uint", _ => "ulong" };
}
