using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>A payload that ends where the case that its tag selects ends.</summary>
internal static class BoundsEmitter
{
    public static void Emit(SourceWriter w, MessageModel message, FieldModel field, string limit, string bounded, Func<string, string> fail)
    {
        w.Line("int size;");
        string prefix = "";
        foreach (string type in field.Cases)
        {
            string condition = string.Join(" || ", message.Carrier!.Tags.Select(t =>
                $"{(t.When.Length > 0 ? $"message.{t.When} && " : "")}{Wire}IsCarried<{type}, {message.Carrier.Table}, {message.Type.FullName}>({(t.Type.Length == 0 ? "" : $"({message.Carrier.Table})")}message.{t.Name}, {Quote(t.PlainName)})"));
            using (w.Braces($"{prefix}if ({condition})"))
            {
                w.Line($"var result = {Wire}Parse(source.Slice(0, global::System.Math.Max({limit}, at)), at, context.Nested(), out {type} _);");
                w.Line("if (!result)").Indented(fail($"result.In({field.Ordinal}, at, {bounded})"));
                w.Line("size = result.BytesConsumed;");
            }
            prefix = "else ";
        }
        // Where an end is known, what is unknown may extend up to it.
        bool isLast = field.Extent.Tail.Count == 0 && field.Ordinal == (field.Extent.Scope < 0 ? message.Fields.Count - 1 : message.Scopes[field.Extent.Scope].Last);
        string invalid = fail($"{Result}.Invalid({Error}NotCarried, {field.Ordinal}, at)");
        using (w.Braces("else"))
        {
            if (!isLast || bounded == "false")
            {
                w.Line(invalid);
            }
            else
            {
                if (bounded != "true")
                    w.Line($"if (!({bounded}))").Indented(invalid);
                w.Line($"size = global::System.Math.Max({limit} - at, 0);");
            }
        }
    }
}
