using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit.Fields;

/// <summary>A list of numbers.</summary>
internal sealed class ScalarsCode(MessageModel message, FieldModel field) : FieldCode(message, field)
{
    private string Bytes => Windows.Bytes(Message, Field);

    private int ItemWidth => Field.Item!.Width;

    protected override bool IsEmptyIfAbsent => true;

    public override string Size(SizeSite site) => $"{Bytes}.Length";

    /// <summary>The order of the bytes, as the argument of a list's constructor.</summary>
    public static string Order(FieldModel field, string instance) => field.Item!.Order switch { ByteOrder.Big => "", ByteOrder.Little => ", true", _ => $", {instance}{field.Item.OrderMember}" };

    public override void Read(SourceWriter w, ReadSite site)
    {
        switch (Field.Extent.Kind)
        {
            case ExtentKind.Open:
                BytesCode.ReadOpen(w, Field, site);
                break;
            case ExtentKind.Count:
                var counter = Message.Fields[Field.Extent.Counter];
                w.Line($"long size = (long){Wire}CountOf((ulong){site.Parser.RawOf(counter)}, {Number(counter.Counts.First(c => c.Field == Field.Ordinal).Bias)}) * {ItemWidth};");
                w.Line("if (size < 0)").Indented(ParserEmitter.Fail($"{Result}.Invalid({Error}Value, {counter.Ordinal}, {site.Parser.PlaceOf(counter)})"));
                w.Line($"if ({site.Limit} - at < size)").Indented(ParserEmitter.Fail($"{Wire}Missing(at + size, {Field.Ordinal}, at, {site.Bounded})"));
                break;
            default:
                ReadWidth(w, site);
                break;
        }
        if (Field.Limit > 0)
            w.Line($"if (size > {(long)Field.Limit * ItemWidth})").Indented(site.Invalid(Field, "Limit"));
        if (ItemWidth > 1 && Field.Extent.Kind is not (ExtentKind.Count or ExtentKind.Constant))
            w.Line($"if (size % {ItemWidth} != 0)").Indented(site.Invalid(Field, "Length"));
        w.Line($"{Target} = new {Field.ValueType}(source.Slice(at, (int)size){Order(Field, "message.")});").Line("at += (int)size;");
    }

    public override void Write(SourceWriter w, WriteSite site)
    {
        if (Field.Limit > 0)
            w.Line($"if ({Stored}.Count > {Field.Limit})").Indented($"{Wire}ThrowLimit({Quoted}, {Field.Limit});");
        if (ItemWidth > 1)
            w.Line($"if ({Bytes}.Length % {ItemWidth} != 0)").Indented($"{Wire}ThrowPart({Quoted}, {Bytes}.Length, {ItemWidth});");
        if (Width("this.") is { } width)
            w.Line($"if ({Bytes}.Length != {width})").Indented($"{Wire}ThrowWidth({Quoted}, {Bytes}.Length, {width});");
        site.Room(w, $"{Bytes}.Length");
        // The order may have been decided after the list was set.
        if (Field.Item!.Order == ByteOrder.Runtime)
            w.Line($"at += {Stored}.Write(message.Slice(at), this.{Field.Item.OrderMember});");
        else
            w.Line($"if ({Bytes}.Length != 0)").Indented($"{Bytes}.CopyTo(message.Slice(at));").Line($"at += {Bytes}.Length;");
    }

    public override void Visit(SourceWriter w)
    {
        w.Line($"var list = {(Field.Optional == OptionalKind.None ? $"this.{Field.Name}" : Stored)};");
        w.Line($"visitor.Scalars({VisitEmitter.Description(Field)}, at * 8, in list);").Line("at += list.Bytes.Length;");
    }
}
