using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit.Fields;

/// <summary>A number of a field type of variable width, which reads and writes itself.</summary>
internal sealed class NumberCode(MessageModel message, FieldModel field) : NumberFieldCode(message, field)
{
    private string Computed(string integer) => $"{Wire}FromInteger<{Field.Scalar!.Type}, {Field.Scalar.Integer}>(({Field.Scalar.Integer})({integer}))";

    // What was received keeps its form, if the type does.
    public override string Size(SizeSite site)
    {
        string stored = Field.Optional == OptionalKind.None ? $"{Wire}SizeOf(in {Field.Storage})" : $"{Wire}SizeOf({Stored})";
        return Field.IsDerived || Field.IsDelta ? site.Choose(stored, $"{Wire}SizeOf({Computed(Integer(site.Payload))})") : stored;
    }

    public override void Read(SourceWriter w, ReadSite site)
    {
        w.Line($"var result = {Wire}Parse({site.Source(Field)}, context.Nested(), out {Field.ValueType} number);");
        w.Line("if (!result)").Indented(site.Failed(Field, "result"));
        if (Field.IsDelta)
        {
            w.Line($"ulong value = {Wire}ToInteger<{Field.Scalar!.Type}, {Field.Scalar.Integer}>(number);");
            EmitStore(w, site);
        }
        else
        {
            w.Line($"{Target} = number;");
        }
        w.Line("at += result.BytesConsumed;");
    }

    public override void Write(SourceWriter w, WriteSite site)
    {
        string number = Stored;
        if (Field.IsDerived)
            number = site.Keep == "false" ? Computed(Integer(site.Payload)) : $"{site.Keep} ? {Stored} : {Computed(Integer(site.Payload))}";
        else if (Field.IsDelta)
            number = Computed(StoredInteger);
        w.Line($"var number = {number};");
        site.Room(w, $"{Wire}SizeOf(in number)");
        w.Line($"at += {Wire}Write(in number, message, at, context);");
    }
}
