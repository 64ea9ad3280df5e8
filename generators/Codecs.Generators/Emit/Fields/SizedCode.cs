using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit.Fields;

/// <summary>A number as wide as an earlier field says: at least one byte, written in no more than it needs.</summary>
internal sealed class SizedCode(MessageModel message, FieldModel field) : NumberFieldCode(message, field)
{
    private string Spelling => StorageEmitter.Spelling(Field);

    private string Order(string instance) => Field.Scalar!.Order switch { ByteOrder.Big => "false", ByteOrder.Little => "true", _ => instance + Field.Scalar.OrderMember };

    private string Minimal => $"{Wire}{(Field.Scalar!.IsSigned ? "SignedWidth" : "Width")}({StoredInteger})";

    public override string Size(SizeSite site) => site.Choose(Spelling, Minimal);

    public override void Read(SourceWriter w, ReadSite site)
    {
        var descriptor = Message.Fields[Field.SlotLength];
        var length = descriptor.Lengths.First(l => l.Target == Field.Ordinal);
        w.Line($"long size = {Wire}Extent((ulong){site.Parser.RawOf(descriptor)}, 1, {Number(length.Bias)});");
        w.Line($"if (size < 1 || size > {Field.Scalar!.IntegerBits / 8})").Indented(ParserEmitter.Fail($"{Result}.Invalid({Error}Length, {descriptor.Ordinal}, {site.Parser.PlaceOf(descriptor)})"));
        site.Need(w, Field, "size");
        w.Line($"ulong value = {Wire}ReadInteger(source.Slice(at, (int)size), {Order("message.")});");
        if (Field.Scalar.IsSigned)
            w.Line("value = unchecked((ulong)((long)(value << (64 - 8 * (int)size)) >> (64 - 8 * (int)size)));");
        w.Line($"{Unsafe}AsRef(in message.{Spelling}) = (byte)size;");
        EmitStore(w, site);
        w.Line("at += (int)size;");
    }

    public override void Write(SourceWriter w, WriteSite site)
    {
        w.Line($"int size = {site.Sizes.Choose(Spelling, Minimal)};");
        site.Room(w, "size");
        w.Line($"{Wire}WriteInteger(message.Slice(at, size), {StoredInteger}, {Order("this.")});").Line("at += size;");
    }
}
