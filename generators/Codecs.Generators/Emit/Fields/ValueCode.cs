using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit.Fields;

/// <summary>A message, or a value of a field type, that reads and writes itself.</summary>
internal sealed class ValueCode(MessageModel message, FieldModel field) : FieldCode(message, field)
{
    private string Value => Field.Optional == OptionalKind.None ? $"in {Field.Storage}" : Stored;

    private string SizeOf => Field.Argument.Length == 0 ? $"{Wire}SizeOf({Value})" : $"{Wire}SizeOf({Value}, {Field.Argument.Replace("{0}", "this.")})";

    public override string Size(SizeSite site) => SizeOf;

    public override void Read(SourceWriter w, ReadSite site)
    {
        if (Width("message.") is not null)
        {
            ReadWidth(w, site);
            site = site with { Limit = "at + size", End = "at + size", Tail = "0", Bounded = "true" };
        }
        w.Line($"var result = {Wire}Parse({site.Source(Field)}, {Argument("message.")}context.Nested(), out {Field.ValueType} value);");
        w.Line("if (!result)").Indented(site.Failed(Field, "result"));
        if (Width("message.") is not null)
            w.Line("if (result.BytesConsumed != size)").Indented(site.Invalid(Field, "Length"));
        if (Field.Limit > 0)
            w.Line($"if (result.BytesConsumed > {Field.Limit})").Indented(site.Invalid(Field, "Limit"));
        w.Line($"{Target} = value;").Line("at += result.BytesConsumed;");
    }

    public override void Write(SourceWriter w, WriteSite site)
    {
        if (Width("this.") is { } width)
            w.Line($"if ({SizeOf} != {width})").Indented($"{Wire}ThrowWidth({Quoted}, {SizeOf}, {width});");
        if (Field.Limit > 0)
            w.Line($"if ({SizeOf} > {Field.Limit})").Indented($"{Wire}ThrowLimit({Quoted}, {Field.Limit});");
        if (!Field.IsCompressed)
            site.Room(w, SizeOf);
        site.Part(w, $"{Wire}Write({Value}, message, at, {Argument("this.")}context)", Field.IsCompressed);
    }

    public override void Visit(SourceWriter w)
    {
        w.Line($"var value = {(Field.Optional == OptionalKind.None ? $"this.{Field.Name}" : Stored)};");
        w.Line($"int size = {(Field.Argument.Length == 0 ? $"{Wire}{(Field.IsCompressed ? "ParsedSizeOf" : "SizeOf")}(in value)" : $"{Wire}SizeOf(in value, {Field.Argument.Replace("{0}", "this.")})")};");
        w.Line($"visitor.{(Field.Kind == FieldKind.Message ? "Message" : "Value")}({VisitEmitter.Description(Field)}, at * 8, size, in value);").Line("at += size;");
    }
}
