using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>The description of a message, and the walk over its fields. Neither plays a part in parsing or writing.</summary>
internal static class VisitEmitter
{
    public static void Emit(SourceWriter w, MessageModel message)
    {
        string self = message.Type.FullName, visitor = Free(message.Type, "TVisitor");
        w.Line($"static {Runtime}MessageDescription {Runtime}IVisitable<{self}>.Description => Described.Instance;").Line();
        using (w.Braces($"void {Runtime}IVisitable<{self}>.Visit<{visitor}>(ref {visitor} visitor)"))
        {
            w.Line("var fields = Described.Instance.Fields;");
            if (message.Elements.Count > 0)
                w.Line("int at = 0;");
            var sizes = new SizeEmitter(w, message);
            foreach (var element in message.Elements)
            {
                if (element.Kind == ElementKind.Run)
                    EmitRun(w, message, message.Runs[element.Index]);
                else if (element.Kind == ElementKind.Field)
                    EmitField(w, message, message.Fields[element.Index], sizes);
            }
        }
        w.Line();
        EmitDescription(w, message);
    }

    private static string Field(FieldModel field) => $"in fields.ItemRef({field.Ordinal})";

    private static void EmitRun(SourceWriter w, MessageModel message, RunModel run)
    {
        foreach (int ordinal in run.Fields)
        {
            var field = message.Fields[ordinal];
            string offset = field.Place!.BitOffset == 0 ? "at * 8" : $"at * 8 + {field.Place.BitOffset}";
            w.Line($"visitor.Scalar({Field(field)}, {offset}, {field.Scalar!.Bits}, {(field.IsHidden ? PropertyEmitter.Get(message, field) : $"this.{field.Name}")});");
        }
        w.Line($"at += {run.Size};");
    }

    private static void EmitField(SourceWriter w, MessageModel message, FieldModel field, SizeEmitter sizes)
    {
        string presence = field.Optional != OptionalKind.None ? $"if ({PresenceCode.HasValue(message, field)})" : field.Presence.Kind == PresenceKind.When ? $"if (this.{field.Presence.Member})" : "";
        using (w.Braces(presence))
        {
            string value = field.Optional == OptionalKind.None ? $"this.{field.Name}" : $"{field.Storage}.GetValueOrDefault()";
            switch (field.Kind)
            {
                case FieldKind.Scalar:
                    w.Line($"visitor.Scalar({Field(field)}, at * 8, {field.Scalar!.Bits}, {value});").Line($"at += {field.Scalar.Bytes};");
                    break;
                case FieldKind.Digits or FieldKind.Escaped:
                    w.Line($"int size = {sizes.SizeOf(field)};");
                    w.Line($"visitor.Scalar({Field(field)}, at * 8, size * 8, {value});").Line("at += size;");
                    break;
                case FieldKind.Message:
                    w.Line($"var value = {value};").Line($"int size = {Wire}SizeOf(in value);");
                    w.Line($"visitor.Message({Field(field)}, at * 8, size, in value);").Line("at += size;");
                    break;
                case FieldKind.Value:
                    w.Line($"var value = {value};").Line($"int size = {Wire}SizeOf(in value);");
                    w.Line($"visitor.Value({Field(field)}, at * 8, size, in value);").Line("at += size;");
                    break;
                case FieldKind.List:
                    w.Line($"var list = {value};").Line($"visitor.{(field.Item!.IsMessage ? "Messages" : "Values")}({Field(field)}, at * 8, in list);").Line("at += list.Bytes.Length;");
                    break;
                case FieldKind.Scalars:
                    w.Line($"var list = {value};").Line($"visitor.Scalars({Field(field)}, at * 8, in list);").Line("at += list.Bytes.Length;");
                    break;
                case FieldKind.Padding:
                    w.Line($"visitor.Bytes({Field(field)}, at * 8, {field.Storage});").Line($"at += {field.Storage}.Length;");
                    break;
                default:
                    w.Line($"var bytes = {value}{(field.Token.Length > 0 ? ".Bytes" : "")};");
                    EmitBytes(w, message, field);
                    if (field.Terminator is { IsOptional: true } optional)
                        w.Line($"at += bytes.Length + ({StorageEmitter.Ended(field)} ? {optional.Length} : 0);");
                    else
                        w.Line(field.Terminator is { } terminator ? $"at += bytes.Length + {terminator.Length};" : "at += bytes.Length;");
                    break;
            }
        }
    }

    private static void EmitBytes(SourceWriter w, MessageModel message, FieldModel field)
    {
        string otherwise = $"visitor.{(IsText(message, field) ? "Text" : "Bytes")}({Field(field)}, at * 8, bytes);";
        string prefix = "";
        foreach (string type in field.Cases)
        {
            string condition = "bytes.Length != 0";
            if (message.Carrier is { } carrier && carrier.Payload == field.Ordinal)
            {
                condition = string.Join(" || ", carrier.Tags.Select(t =>
                    $"{(t.Condition.Length > 0 ? t.Condition + " && " : "")}{Wire}IsCarried<{type}, {carrier.Table}, {message.Type.FullName}>({t.Value(carrier.Table)}, {Quote(t.PlainName)})"));
            }
            w.Line($"{prefix}if ({condition})");
            w.Indented($"{Wire}VisitCase<{Free(message.Type, "TVisitor")}, {type}>(ref visitor, {Field(field)}, at * 8, bytes);");
            prefix = "else ";
        }
        if (prefix.Length > 0)
            w.Line("else").Indented(otherwise);
        else
            w.Line(otherwise);
    }

    private static bool IsText(MessageModel message, FieldModel field) => message.Terminator is not null || field.Terminator is not null || field.While.Length > 0 || field.Token.Length > 0 || IsVisible(field.ConstBytes);

    private static bool IsVisible(string literal) => literal.EndsWith("u8", StringComparison.Ordinal) && !literal.Contains("\\u00");

    private static void EmitDescription(SourceWriter w, MessageModel message)
    {
        using (w.Braces("private static class Described"))
        {
            w.Line($"internal static readonly {Runtime}MessageDescription Instance = new(");
            w.Indented($"{Quote(message.Type.Name.TrimStart('@'))},").Indented($"{Quote(message.Specification)},").Indented($"({Runtime}RoundTrip){message.RoundTrip},").Indented("[");
            foreach (var field in message.Fields)
                w.Indented("    " + Describe(message, field) + ",");
            w.Indented("]);");
        }
    }

    private static string Describe(MessageModel message, FieldModel field)
    {
        bool isFixed = field.Place is { Run: 0 } && message.Elements[0].Kind == ElementKind.Run;
        int offset = isFixed ? field.Place!.BitOffset : FixedOffset(message, field);
        int width = field.IsVariableNumber ? -1 : field.Scalar?.Bits ?? (field.Extent.Kind == ExtentKind.Constant ? field.Extent.Width * 8 : -1);
        string kind = field.Kind switch { FieldKind.Scalar or FieldKind.Digits or FieldKind.Escaped => "Scalar", FieldKind.Bytes when IsText(message, field) => "Text", FieldKind.List => "List", FieldKind.Scalars => "Scalars", FieldKind.Message => "Message", FieldKind.Value => "Value", _ => "Bytes" };
        string type = field.Type.Replace("global::", "");
        return $"new({Quote(field.PlainName)}, {Runtime}FieldKind.{kind}, {Number(offset)}, {Number(width)}, {Quote(type)}, ({Runtime}FieldRole){field.Roles})";
    }

    /// <summary>The offset of the first field that is not in the leading run: the run's size; -1 for others.</summary>
    private static int FixedOffset(MessageModel message, FieldModel field)
    {
        if (message.Elements[0].Kind != ElementKind.Run)
            return field.Ordinal == 0 ? 0 : -1;
        var fields = message.Runs[0].Fields;
        return field.Ordinal == fields[fields.Count - 1] + 1 ? message.Runs[0].Size * 8 : -1;
    }
}
