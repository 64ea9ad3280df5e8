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
                w.Line(site.Invalid(field, "Value"));
            }
            else
            {
                if (!site.IsAlwaysBounded)
                    w.Line($"if (!({site.Bounded}))").Indented(site.Invalid(field, "Value"));
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
            EmitEach(w, message, compressed, known =>
            {
                w.Line($"var result = {Wire}Parse({field.Storage}, {Windows.Offset(field)}, default, out {known.Type} value);");
                w.Line($"return result ? {Wire}SizeOf(in value) + {bytes}.Length - result.BytesConsumed : {bytes}.Length;");
            });
            w.Line($"return {bytes}.Length;");
        }
        w.Line();
        using (w.Braces($"private int WritePayload({Span} message, int at, scoped {Runtime}WriteContext context)"))
        {
            EmitEach(w, message, compressed, known =>
            {
                w.Line($"var result = {Wire}Parse({field.Storage}, {Windows.Offset(field)}, default, out {known.Type} value);");
                w.Line("if (result)").Indented($"return {Wire}WriteBefore(message, at, {Wire}Write(in value, message, at, context), {bytes}.Slice(result.BytesConsumed));");
                // Pointers that mean nothing here must not gain a meaning elsewhere.
                w.Line($"if (context.Mode != {Runtime}WriteMode.Preserve)").Indented($"{Wire}ThrowMalformed({name}, result);");
            }, ends: true);
            w.Line($"if (message.Length - at < {bytes}.Length)").Indented("return -1;");
            w.Line($"{bytes}.CopyTo(message.Slice(at));").Line($"return {bytes}.Length;");
        }
        w.Line();
    }

    /// <summary>Does what is to be done with the case that the tag selects.</summary>
    /// <param name="w">Where to write.</param>
    /// <param name="message">The carrier.</param>
    /// <param name="cases">Its cases, or some of them.</param>
    /// <param name="body">Writes what is to be done.</param>
    /// <param name="ends">Does that go on after the cases, and not return?</param>
    private static void EmitEach(SourceWriter w, MessageModel message, List<CaseModel> cases, Action<CaseModel> body, bool ends = false)
    {
        if (!CanSwitch(message, cases))
        {
            foreach (var known in cases)
            {
                using (w.Braces($"if ({Selects(message, known, "this.")})"))
                    body(known);
            }
            return;
        }
        var tag = message.Carrier!.Tags[0];
        string condition = tag.Condition("this.");
        if (condition.Length > 0)
            w.Line($"if ({condition})");
        using (condition.Length > 0 ? w.Braces("") : (IDisposable?)null)
        using (w.Braces($"switch ({tag.Value(message.Carrier.Table, "this.")})"))
        {
            foreach (var known in cases)
            {
                foreach (string value in Values(message, known))
                    w.Line($"case {value}:");
                using (w.Braces(""))
                {
                    body(known);
                    if (ends)
                        w.Line("break;");
                }
            }
        }
    }

    // A single jump, where one field selects and every value of it is that of one case.
    private static bool CanSwitch(MessageModel message, List<CaseModel> cases)
    {
        var values = cases.SelectMany(c => Values(message, c)).ToList();
        return message.Carrier is { Tags.Count: 1 } && cases.All(c => Values(message, c).Any() && Table(message, c).All(t => t.In.Length == 0 && t.Of.Length == 0)) && values.Distinct().Count() == values.Count;
    }

    private static IEnumerable<TagModel> Table(MessageModel message, CaseModel known) => known.Tags.Where(t => t.Table == message.Carrier!.Table);

    private static IEnumerable<string> Values(MessageModel message, CaseModel known) => Table(message, known).SelectMany(t => t.Values);

    /// <summary>Does a tag select the case?</summary>
    public static string Selects(MessageModel message, CaseModel known, string instance) => string.Join(" || ", message.Carrier!.Tags.Select(t =>
    {
        string condition = t.Condition(instance);
        return $"{(condition.Length > 0 ? condition + " && " : "")}{Wire}IsCarried<{known.Type}, {message.Carrier.Table}, {message.Type.FullName}>({t.Value(message.Carrier.Table, instance)}, {Quote(t.PlainName)})";
    }));
}
