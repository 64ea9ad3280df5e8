using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit.Fields;

/// <summary>What a payload may be: where that ends it, where it is shown as that, and where it is written anew.</summary>
internal static class CaseCode
{
    /// <summary>Finds the end of a payload that ends where the case that its tag selects ends, as <c>size</c>.</summary>
    public static void ReadExtent(SourceWriter w, MessageModel message, FieldModel field, ReadSite site)
    {
        w.Line("int size;");
        string prefix = "";
        foreach (var known in field.Cases)
        {
            using (w.Braces($"{prefix}if ({Selects(message, known, "message.")})"))
            {
                string argument = known.HasArgument ? field.Argument.Replace("{0}", "message.") + ", " : "";
                w.Line($"var result = {Wire}Parse({site.Source(field)}, {argument}context.Nested(), out {known.Type} _);");
                w.Line("if (!result)").Indented(site.Failed(field, "result"));
                w.Line("size = result.BytesConsumed;");
            }
            prefix = "else ";
        }
        // Where an end is known, what is unknown may extend up to it.
        bool isLast = field.Extent.Tail.Count == 0 && field.Ordinal == (field.Extent.Scope < 0 ? message.Fields.Count - 1 : message.Scopes[field.Extent.Scope].Last);
        using (w.Braces("else"))
        {
            if (!isLast || site.IsNeverBounded)
            {
                w.Line(site.Invalid(field, "NotCarried"));
            }
            else
            {
                if (!site.IsAlwaysBounded)
                    w.Line($"if (!({site.Bounded}))").Indented(site.Invalid(field, "NotCarried"));
                w.Line($"size = global::System.Math.Max({site.Limit} - at, 0);");
            }
        }
    }

    /// <summary>Shows the local <c>bytes</c> as the case that the tag selects, or as what they are.</summary>
    public static void Visit(SourceWriter w, MessageModel message, FieldModel field)
    {
        string otherwise = $"visitor.{(VisitEmitter.IsText(message, field) ? "Text" : "Bytes")}({VisitEmitter.Description(field)}, at * 8, bytes);";
        string prefix = "";
        foreach (var known in field.Cases)
        {
            string condition = message.Carrier is { } carrier && carrier.Payload == field.Ordinal ? Selects(message, known, "this.") : "bytes.Length != 0";
            string source = Windows.HasOrigin(field) ? $"{field.Storage}, {Windows.Offset(field)}" : "bytes, 0";
            string argument = known.HasArgument ? $", {field.Argument.Replace("{0}", "this.")}" : "";
            string types = known.HasArgument ? $"{Free(message.Type, "TVisitor")}, {known.Type}, {field.ArgumentType}" : $"{Free(message.Type, "TVisitor")}, {known.Type}";
            w.Line($"{prefix}if ({condition})");
            w.Indented($"{Wire}VisitCase<{types}>(ref visitor, {VisitEmitter.Description(field)}, at * 8, {source}{argument});");
            prefix = "else ";
        }
        if (prefix.Length > 0)
            w.Line("else").Indented(otherwise);
        else
            w.Line(otherwise);
    }

    /// <summary>The methods that measure and write a payload that may have to be encoded anew.</summary>
    public static void EmitPayload(SourceWriter w, MessageModel message)
    {
        if (message.Payload is not { } field || !field.Cases.Any(c => c.IsCompressed))
            return;
        string bytes = Windows.Bytes(message, field), name = Quote($"{message.Type.Name}.{field.PlainName}");
        var compressed = field.Cases.Where(c => c.IsCompressed).ToList();
        w.Line("// What refers to the message that it was in is written as it reads here.");
        using (w.Braces("private int GetPayloadSize()"))
        {
            foreach (var known in compressed)
            {
                w.Line($"if ({Selects(message, known, "this.")})");
                w.Indented($"return {Wire}Parse({field.Storage}, {Windows.Offset(field)}, default, out {known.Type} value{compressed.IndexOf(known)}) ? {Wire}SizeOf(in value{compressed.IndexOf(known)}) : {bytes}.Length;");
            }
            w.Line($"return {bytes}.Length;");
        }
        w.Line();
        using (w.Braces($"private int WritePayload({Span} message, int at, scoped {Runtime}WriteContext context)"))
        {
            foreach (var known in compressed)
            {
                using (w.Braces($"if ({Selects(message, known, "this.")})"))
                {
                    w.Line($"var result = {Wire}Parse({field.Storage}, {Windows.Offset(field)}, default, out {known.Type} value);");
                    // Pointers that mean nothing here must not gain a meaning elsewhere.
                    w.Line("if (!result)").Indented($"{Wire}ThrowMalformed({name}, result);");
                    w.Line($"return {Wire}Write(in value, message, at, context);");
                }
            }
            w.Line($"if (message.Length - at < {bytes}.Length)").Indented("return -1;");
            w.Line($"{bytes}.CopyTo(message.Slice(at));").Line($"return {bytes}.Length;");
        }
        w.Line();
    }

    /// <summary>Does a tag select the case?</summary>
    public static string Selects(MessageModel message, CaseModel known, string instance) => string.Join(" || ", message.Carrier!.Tags.Select(t =>
    {
        string condition = t.Condition(instance);
        return $"{(condition.Length > 0 ? condition + " && " : "")}{Wire}IsCarried<{known.Type}, {message.Carrier.Table}, {message.Type.FullName}>({t.Value(message.Carrier.Table, instance)}, {Quote(t.PlainName)})";
    }));
}
