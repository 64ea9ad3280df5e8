using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit.Fields;

/// <summary>A list whose elements are told something.</summary>
internal sealed class ArgumentListCode(MessageModel message, FieldModel field) : FieldCode(message, field)
{
    protected override bool IsEmptyIfAbsent => true;

    public override string Size(SizeSite site) => $"{Windows.Bytes(Message, Field)}.Length";

    public override void Read(SourceWriter w, ReadSite site)
    {
        string argument = Field.Argument.Replace("{0}", "message.");
        if (Field.Extent.Kind == ExtentKind.Count)
        {
            var counter = Message.Fields[Field.Extent.Counter];
            w.Line($"int count = {Wire}CountOf((ulong){site.Parser.RawOf(counter)}, {Number(counter.Counts.First(c => c.Field == Field.Ordinal).Bias)});");
            w.Line("if (count < 0)").Indented(ParserEmitter.Fail($"{Result}.Invalid({Error}Value, {counter.Ordinal}, {site.Parser.PlaceOf(counter)})"));
            w.Line($"var result = {Field.ValueType}.TryParse({site.Source(Field)}, count, {argument}, context, out var list);");
            w.Line("if (!result)").Indented(site.Failed(Field, "result"));
            w.Line($"{Target} = list;").Line("at += result.BytesConsumed;");
            return;
        }
        if (Field.Extent.Kind == ExtentKind.Open)
            BytesCode.ReadOpen(w, Field, site);
        else
            ReadWidth(w, site);
        w.Line($"var window = new {Field.ValueType}(source.Slice(at, size), {argument});");
        using (w.Braces("if (context.Options.ValidateLists || context.Options.IsStrict)"))
        {
            w.Line("var walk = window.Validate();");
            w.Line("if (!walk)").Indented(ParserEmitter.Fail($"walk.In({Field.Ordinal}, at, true)"));
        }
        w.Line($"{Target} = window;").Line("at += size;");
    }

    public override void Write(SourceWriter w, WriteSite site)
    {
        string bytes = Windows.Bytes(Message, Field);
        site.Copy(w, bytes, $"{bytes}.Length");
    }

    public override void Visit(SourceWriter w)
    {
        w.Line($"var list = {(Field.Optional == OptionalKind.None ? $"this.{Field.Name}" : Stored)};");
        w.Line($"visitor.{(Field.Item!.IsMessage ? "Messages" : "Values")}<{Field.Item.Type}, {Field.ValueType}.Enumerator>({VisitEmitter.Description(Field)}, at * 8, list.Bytes, list.GetEnumerator());");
        w.Line("at += list.Bytes.Length;");
    }
}
