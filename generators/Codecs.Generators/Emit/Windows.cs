using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>How spans and lists are kept, and got back.</summary>
internal static class Windows
{
    /// <summary>Is a list kept as a list, because its bytes alone do not say what it is?</summary>
    public static bool IsKeptAsList(FieldModel field) =>
        field.Kind == FieldKind.List && (field.Optional == OptionalKind.Wrapped || !field.IsWindow || field.HasBackReferences || field.IsCompressed || field.Item!.Separator.Length > 0 || field.Item.Align > 0);

    /// <summary>Is a span kept with the message around it, because what it holds refers to that?</summary>
    public static bool HasOrigin(FieldModel field) => field is { Kind: FieldKind.Bytes, HasBackReferences: true };

    /// <summary>The offset of such a span.</summary>
    public static string Offset(FieldModel field) => field.Storage + "At";

    /// <summary>The rest of a slot of fixed width behind its used part, as it was received.</summary>
    public static string Slack(FieldModel field) => field.Storage + "Slack";

    /// <summary>The bytes of a span, or of a list.</summary>
    public static string Bytes(MessageModel message, FieldModel field)
    {
        if (field.ConstBytes.Length > 0)
            return field.ConstBytes;
        string value = field.Optional == OptionalKind.Wrapped ? $"{field.Storage}.GetValueOrDefault()" : field.Storage;
        if (HasOrigin(field))
            return $"{value}.Slice({Offset(field)})";
        if (field.Token.Length > 0)
            return value + ".Bytes";
        return field.Kind is FieldKind.Bytes or FieldKind.Padding || (field.Kind == FieldKind.List && !IsKeptAsList(field)) ? value : $"{value}.Bytes";
    }

    /// <summary>The list of a field, as its property gives it.</summary>
    public static string List(FieldModel field) => IsKeptAsList(field)
        ? field.Optional == OptionalKind.Wrapped ? $"{field.Storage}.GetValueOrDefault()" : field.Storage
        : $"new {field.ValueType}({field.Storage}{Shape(field, ", ")})";

    /// <summary>The number of elements of a list.</summary>
    public static string Count(FieldModel field) => field.Kind switch
    {
        FieldKind.List => List(field) + ".Count",
        _ => field.Optional == OptionalKind.Wrapped ? $"{field.Storage}.GetValueOrDefault().Count" : $"{field.Storage}.Count",
    };

    /// <summary>The shape of a list, behind what separates it from the argument before; nothing if it has none.</summary>
    public static string Shape(FieldModel field, string before) => field.Item is { HasShape: true } ? $"{before}Shapes.{field.Name}" : "";

    /// <summary>The shape of a list; null if it has none.</summary>
    public static string ShapeOrNull(FieldModel field) => field.Item is { HasShape: true } ? $"Shapes.{field.Name}" : "null";
}
