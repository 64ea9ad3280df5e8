using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit.Fields;

/// <summary>Bytes that are always the same, but perhaps for the case of letters.</summary>
internal sealed class ConstantCode(MessageModel message, FieldModel field) : FieldCode(message, field)
{
    public override string Size(SizeSite site) => Number(Field.ConstLength);

    /// <summary>A condition that holds if the constant comes next.</summary>
    public string Comes(string limit) => $"global::System.MemoryExtensions.StartsWith(source.Slice(at, global::System.Math.Max({limit} - at, 0)), {Field.ConstBytes})";

    public override void Read(SourceWriter w, ReadSite site)
    {
        if (Field.Presence.Kind != PresenceKind.Constant)
        {
            w.Line($"const int size = {Field.ConstLength};");
            w.Line($"var found = source.Slice(at, global::System.Math.Clamp({site.Limit} - at, 0, size));");
            string differs = Field.IgnoresCase ? $"!{Text}EqualsIgnoreCase({Field.ConstBytes}.Slice(0, found.Length), found)" : $"!global::System.MemoryExtensions.StartsWith({Field.ConstBytes}, found)";
            w.Line($"if ({differs})").Indented(site.Invalid(Field, "Value"));
            w.Line("if (found.Length < size)").Indented(site.Missing(Field, "size"));
        }
        if (Field.IgnoresCase)
            w.Line($"{Target} = found;");
        else if (Field.Storage.Length > 0)
            w.Line($"{Target} = new({Field.ConstBytes});");
        w.Line($"at += {Field.ConstLength};");
    }

    public override void Write(SourceWriter w, WriteSite site)
    {
        if (Field.IgnoresCase)
        {
            site.Copy(w, $"({site.KeepReserved} && {Field.Storage}.Length == {Field.ConstLength} ? {Field.Storage} : {Field.ConstBytes})", Number(Field.ConstLength));
            return;
        }
        if (Field.Storage.Length > 0)
            w.Line($"if (!global::System.MemoryExtensions.SequenceEqual({Stored}, {Field.ConstBytes}))").Indented($"{Wire}ThrowConstant({Quoted});");
        site.Copy(w, Field.ConstBytes, Number(Field.ConstLength));
    }

    public override void Visit(SourceWriter w)
    {
        w.Line($"visitor.{(VisitEmitter.IsText(Message, Field) ? "Text" : "Bytes")}({VisitEmitter.Description(Field)}, at * 8, {(Field.IgnoresCase ? $"this.{Field.Name}" : Field.ConstBytes)});");
        w.Line($"at += {Field.ConstLength};");
    }
}
