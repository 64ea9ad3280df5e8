using Codecs.Generators.Emit.Fields;
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
            bool mayBeCut = false;
            for (int i = 0; i < message.Elements.Count; i++)
            {
                var element = message.Elements[i];
                if (element.Kind == ElementKind.Run)
                {
                    EmitCut(w, mayBeCut, message.Runs[element.Index].Fields[0]);
                    EmitRun(w, message, message.Runs[element.Index]);
                }
                else if (element.Kind == ElementKind.Field)
                {
                    EmitCut(w, mayBeCut, element.Index);
                    EmitField(w, message, message.Fields[element.Index]);
                    mayBeCut |= StorageEmitter.MayBeCutAfter(message, message.Fields[element.Index], i);
                }
            }
        }
        w.Line();
        EmitDescription(w, message);
    }

    /// <summary>How a field is called in the description.</summary>
    public static string Description(FieldModel field) => $"in fields.ItemRef({field.Ordinal})";

    private static void EmitCut(SourceWriter w, bool mayBeCut, int ordinal)
    {
        if (mayBeCut)
            w.Line($"if (_missing != 0 && _missing <= {ordinal})").Indented("return;");
    }

    private static void EmitRun(SourceWriter w, MessageModel message, RunModel run)
    {
        foreach (int ordinal in run.Fields)
        {
            var field = message.Fields[ordinal];
            string offset = field.Place!.BitOffset == 0 ? "at * 8" : $"at * 8 + {field.Place.BitOffset}";
            string show = $"visitor.Scalar({Description(field)}, {offset}, {field.Scalar!.Bits}, {(field.IsHidden ? PropertyEmitter.Get(message, field) : $"this.{field.Name}")});";
            if (field.EscapedBy >= 0 && message.Fields[field.EscapedBy] is { IsDelta: true } number)
            {
                // A short difference does not tell the number, so the number is shown in its place.
                w.Line($"if ({FieldCode.Of(message, number).Size(SizeSite.Most)} == 0)").Indented($"visitor.Scalar({Description(number)}, {offset}, {field.Scalar.Bits}, this.{number.Name});");
                w.Line("else").Indented(show);
                continue;
            }
            w.Line(show);
        }
        w.Line($"at += {run.Size};");
    }

    private static void EmitField(SourceWriter w, MessageModel message, FieldModel field)
    {
        string there = field.Optional != OptionalKind.None ? $"{field.Storage}.HasValue" : field.Presence.Kind == PresenceKind.When ? "this." + field.Presence.Member : "";
        using (w.Braces(there.Length > 0 ? $"if ({there})" : ""))
        {
            var code = FieldCode.Of(message, field);
            code.Visit(w);
            if (field.Terminator is not { } terminator || code.IsEndedWithin)
                return;
            w.Line(terminator.IsOptional ? $"at += {StorageEmitter.Ended(field)} ? {terminator.Length} : 0;" : $"at += {terminator.Length};");
        }
    }

    /// <summary>Are the bytes of the field text?</summary>
    public static bool IsText(MessageModel message, FieldModel field) =>
        field.Kind == FieldKind.Bytes && (message.Terminator is not null || message.Tags.Any(t => t.IsText) || field.Terminator is not null || field.While.Length > 0 || field.Token.Length > 0 || IsTextPayload(message, field) || IsVisible(field.ConstBytes));

    /// <summary>Is what the tag selects text, because the carrier is, or the tag is a word?</summary>
    public static bool IsTextPayload(MessageModel message, FieldModel field) =>
        message.Carrier is { } carrier && carrier.Payload == field.Ordinal && (message.Terminator is not null || carrier.Tags.Any(t => t.Ordinal >= 0 && message.Fields[t.Ordinal].Token.Length > 0));

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
        int width = DiagramEmitter.Width(field);
        string kind = field.Kind switch
        {
            FieldKind.Scalar => "Scalar",
            _ when field.IsVariableNumber => "Scalar",
            FieldKind.Bytes when IsText(message, field) => "Text",
            FieldKind.List or FieldKind.ArgumentList => "List",
            FieldKind.Scalars => "Scalars",
            FieldKind.Message => "Message",
            FieldKind.Value => "Value",
            _ => "Bytes",
        };
        return $"new({Quote(field.PlainName)}, {Runtime}FieldKind.{kind}, {Number(offset)}, {Number(width)}, {Quote(field.Type.Replace("global::", ""))}, ({Runtime}FieldRole){field.Roles})";
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
