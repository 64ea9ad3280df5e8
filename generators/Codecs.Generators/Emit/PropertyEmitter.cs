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
    }

    /// <summary>The value of a field, as its property gives it.</summary>
    public static string Get(MessageModel message, FieldModel field)
    {
        if (field.Place is { } place)
        {
            string value = ScalarCode.FromRaw(field.Scalar!, ScalarCode.Raw(message, field, LayoutField(place.Run), ""));
            if (field.Const is { } constant)
                return $"unchecked({ScalarCode.FromRaw(field.Scalar!, $"0x{ulong.Parse(constant, System.Globalization.CultureInfo.InvariantCulture):X}")})";
            if (field.PresenceOf.Count > 0 && field.Scalar!.Form == ScalarForm.Bool)
                return $"_state == {Received} ? {value} : {PresenceCode.Flag(message, field)}";
            return field.IsDerived && !field.HasInit ? $"_state == {Received} ? {value} : default" : value;
        }
        if (field.ConstBytes.Length > 0)
            return field.Presence.Kind == PresenceKind.When ? $"this.{field.Presence.Member} ? {field.ConstBytes} : default" : field.ConstBytes;
        if (field.Kind == FieldKind.List && field.Optional == OptionalKind.None && StorageEmitter.IsWindow(field))
            return $"new {field.Type}({field.Storage}{End(field)})";
        return field.IsDerived && !field.HasInit ? $"_state == {Received} ? {field.Storage} : default" : field.Storage;
    }

    /// <summary>The argument that says which element ends a list.</summary>
    public static string End(FieldModel field) => field.Until.Length == 0 ? "" : $", static (scoped in {field.Item!.Type} element) => element.{field.Until}";

    private static void EmitInit(SourceWriter w, MessageModel message, FieldModel field)
    {
        w.Line(Inline);
        using (w.Braces(field.Setter))
        {
            if (message.HasState)
                w.Line("_state &= 1;");
            if (field.Place is { } place)
                w.Line(ScalarCode.SetRaw(message, field, LayoutField(place.Run), "", ScalarCode.ToRaw(field.Scalar!, "value", field.PlainName)));
            else if (field.Kind == FieldKind.List && field.Optional == OptionalKind.None && StorageEmitter.IsWindow(field))
                w.Line($"{field.Storage} = value.Bytes;");
            else if (field.Kind == FieldKind.Scalars && field.Optional == OptionalKind.None)
                w.Line($"{field.Storage} = value.InOrder({(field.Item!.IsLittleEndian ? "true" : "false")});");
            else if (field.Token.Length > 0)
                w.Line(field.Optional == OptionalKind.None ? $"{field.Storage} = {field.Token}.Complete(value);" : $"{field.Storage} = value.HasValue ? new({field.Token}.Complete(value.GetValueOrDefault())) : default;");
            else
                w.Line($"{field.Storage} = value;");
        }
    }
}
