using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit.Fields;

/// <summary>A number of fixed width that is not in a run, because it may be absent or is told as a difference.</summary>
internal sealed class ScalarFieldCode(MessageModel message, FieldModel field) : FieldCode(message, field)
{
    private ScalarModel Scalar => Field.Scalar!;

    private string Order(string instance) => Scalar.Order switch { ByteOrder.Big => "false", ByteOrder.Little => "true", _ => instance + Scalar.OrderMember };

    /// <summary>The integer at the place that has been reached, in a message being parsed.</summary>
    public string ReadRaw => ReadRawFrom($"source.Slice(at, {(Scalar.Bits > 64 ? 16 : Scalar.Bytes)})");

    /// <summary>The same, of bytes that were cut out already.</summary>
    public string ReadRawFrom(string bytes) => $"{Wire}{(Scalar.Bits > 64 ? "ReadWide" : "ReadInteger")}({bytes}, {Order("message.")})";

    /// <summary>The integer that is stored, as it is on the wire.</summary>
    private string Raw => Field.IsDelta ? $"{Wire}Difference({ScalarCode.ToRaw(Scalar, Stored, Field.PlainName)}, _previous, {Quoted})" : ScalarCode.ToRaw(Scalar, Stored, Field.PlainName);

    public override string Size(SizeSite site) => Number(Scalar.Bytes);

    public override void Read(SourceWriter w, ReadSite site)
    {
        site.Need(w, Field, Number(Scalar.Bytes));
        if (Field.Const is { } constant && Field.Presence.Kind != PresenceKind.Constant)
            w.Line($"if ({ReadRaw} != {constant})").Indented(site.Invalid(Field, "Value"));
        if (Field.Reserved is { } reserved)
            w.Line($"if (context.Options.IsStrict && {ReadRaw} != {reserved})").Indented(site.Invalid(Field, "Value"));
        if (Field.IsDelta)
        {
            w.Line($"ulong value = {ReadRaw};");
            w.Line($"if (value > {Scalar.Max} - previous)").Indented(site.Invalid(Field, "Value"));
            w.Line($"{Target} = {ScalarCode.FromRaw(Scalar, "(value + previous)")};");
        }
        else
        {
            w.Line($"{Target} = {StorageEmitter.Kept(Field, ReadRaw)};");
        }
        w.Line($"at += {Scalar.Bytes};");
    }

    public override void Write(SourceWriter w, WriteSite site)
    {
        site.Room(w, Number(Scalar.Bytes));
        string stored = StorageEmitter.IsKeptRaw(Field) ? $"(ulong){Stored}" : Raw;
        string raw = Field.Const is { } constant ? $"{constant}UL"
            : Field.Reserved is { } reserved ? $"({site.KeepReserved} ? (ulong){stored} : {reserved}UL)"
            : !Field.IsDerived ? stored
            : (Field.Roles & FieldRoles.Checksum) != 0 ? $"({site.Keep} ? (ulong){stored} : 0UL)"
            : $"({site.Keep} ? (ulong){stored} : {Derived.Integer(Message, Field, site.Sizes, s => Local(Message, s, "Size"))})";
        w.Line(Scalar.Bits > 64
            ? $"{Wire}WriteWide(message.Slice(at, 16), {raw}, {Order("this.")});"
            : $"{Wire}WriteInteger(message.Slice(at, {Scalar.Bytes}), {raw}, {Order("this.")});");
        w.Line($"at += {Scalar.Bytes};");
    }

    public override void Visit(SourceWriter w)
    {
        string value = StorageEmitter.IsKeptRaw(Field) ? $"{Stored} != 0" : Field.IsHidden || Field.Optional != OptionalKind.None ? Stored : $"this.{Field.Name}";
        w.Line($"visitor.Scalar({VisitEmitter.Description(Field)}, at * 8, {Scalar.Bytes * 8}, {value});").Line($"at += {Scalar.Bytes};");
    }
}
