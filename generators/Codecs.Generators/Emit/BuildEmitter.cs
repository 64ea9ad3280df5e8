using Codecs.Generators.Emit.Fields;
using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>How a message that declares it is put together from a source of fields: the mirror of the walk over them.</summary>
internal static class BuildEmitter
{
    public static void Emit(SourceWriter w, MessageModel message)
    {
        if (!message.IsBuildable)
            return;
        string self = message.Type.FullName, source = Free(message.Type, "TSource");
        using (w.Braces($"static bool {Runtime}IBuildable<{self}>.Build<{source}>(scoped ref {source} source, out {self} message)"))
        {
            w.Line("var fields = Described.Instance.Fields;");
            w.Line("message = default;");
            w.Line($"var built = default({self});");
            foreach (var field in message.Fields.Where(f => f.Build != BuildKind.None))
            {
                using (w.Braces(There(field)))
                    EmitField(w, message, field);
            }
            w.Line("message = built;").Line("return true;");
        }
        w.Line();
    }

    private static string There(FieldModel field) => field.Presence.Kind switch
    {
        PresenceKind.Always when field.Optional == OptionalKind.None => "",
        PresenceKind.When => $"if (built.{field.Presence.Member})",
        _ => $"if (source.IsPresent({VisitEmitter.Description(field)}))",
    };

    private static void EmitField(SourceWriter w, MessageModel message, FieldModel field)
    {
        string value = "value" + Number(field.Ordinal);
        if (field.Build == BuildKind.Bytes)
            EmitBytes(w, message, field, value);
        else
            EmitCall(w, field, field.Build.ToString(), field.ValueType, value);
        string converted = field.Token.Length > 0 ? $"new {field.ValueType}({value})" : value;
        w.Line($"built = built with {{ {field.Name} = {converted} }};");
    }

    private static void EmitCall(SourceWriter w, FieldModel field, string method, string type, string value) =>
        w.Line($"if (!source.{method}({VisitEmitter.Description(field)}, out {type} {value}))").Indented("return false;");

    private static void EmitBytes(SourceWriter w, MessageModel message, FieldModel field, string value)
    {
        string plain = VisitEmitter.IsText(message, field) ? "Text" : "Bytes";
        var cases = field.Cases.Where(c => c.IsBuildable && !c.HasArgument).ToList();
        if (cases.Count == 0)
        {
            EmitCall(w, field, plain, Bytes, value);
            return;
        }
        w.Line($"{Bytes} {value};").Line("bool isThere;");
        string prefix = "";
        foreach (var known in cases)
        {
            bool isSelected = message.Carrier is { } carrier && carrier.Payload == field.Ordinal;
            w.Line(isSelected ? $"{prefix}if ({CaseCode.Selects(message, known, "built.")})" : $"{prefix}if (source.IsPresent({VisitEmitter.Description(field)}))");
            w.Indented($"isThere = source.Payload<{known.Type}>({VisitEmitter.Description(field)}, out {value});");
            prefix = "else ";
        }
        w.Line("else").Indented($"isThere = source.{plain}({VisitEmitter.Description(field)}, out {value});");
        w.Line("if (!isThere)").Indented("return false;");
    }
}
