using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit.Fields;

/// <summary>A number of which a few bits were read before: the longer forms that they stand for.</summary>
internal sealed class EscapedCode(MessageModel message, FieldModel field) : NumberFieldCode(message, field)
{
    private EquatableArray<EscapeForm> Forms => Field.Escape!.Forms;

    private ulong Least => Forms.Min(f => f.Code);

    private string IsLittle => Field.Scalar!.Order == ByteOrder.Little ? "true" : "false";

    public override void EmitMembers(SourceWriter w)
    {
        base.EmitMembers(w);
        using (w.Braces($"private static int SizeOf{Field.PlainName}(ulong value)"))
        {
            w.Line($"if (value < {Least})").Indented("return 0;");
            for (int i = 0; i < Forms.Count - 1; i++)
                w.Line($"if (value <= {Forms[i].Most})").Indented($"return {Forms[i].Bytes};");
            w.Line($"return {Forms[Forms.Count - 1].Bytes};");
        }
        w.Line();
    }

    public override string Size(SizeSite site) => $"SizeOf{Field.PlainName}({Integer(site.Payload)})";

    /// <summary>The code that the bits hold, for the message as it is.</summary>
    public string Code(string payload)
    {
        string value = Integer(payload), text = "";
        for (int i = 0; i < Forms.Count; i++)
            text += i == Forms.Count - 1 ? $"{Forms[i].Code}UL" : $"{value} <= {Forms[i].Most}UL ? {Forms[i].Code}UL : ";
        return $"({value} < {Least} ? {value} : {text})";
    }

    public override void Read(SourceWriter w, ReadSite site)
    {
        w.Line($"ulong value = (ulong){site.Parser.RawOf(Message.Fields[Field.Escape!.Code])};");
        ulong shorter = Least;
        foreach (var form in Forms)
        {
            using (w.Braces($"{(form == Forms[0] ? "if" : "else if")} (value == {form.Code})"))
            {
                site.Need(w, Field, Number(form.Bytes));
                w.Line($"value = {Wire}ReadInteger(source.Slice(at, {form.Bytes}), {IsLittle}) + {form.Bias};");
                w.Line("// Only the shortest form is valid.");
                w.Line($"if (value < {shorter}{(Field.Scalar!.Bits < 64 ? $" || value > {Field.Scalar.Max}" : "")})").Indented(site.Invalid(Field, "Value"));
                w.Line($"at += {form.Bytes};");
            }
            shorter = form.Most == ulong.MaxValue ? form.Most : form.Most + 1;
        }
        using (w.Braces($"else if (value >= {Least})"))
            w.Line(site.Invalid(Field, "Value"));
        EmitStore(w, site);
    }

    public override void Write(SourceWriter w, WriteSite site)
    {
        EmitValue(w, site);
        if (Forms.Max(f => f.Most) is var most && most < ulong.MaxValue)
            w.Line($"if (value > {most}UL)").Indented($"throw new global::System.InvalidOperationException({Quote($"{Message.Type.Name}.{Field.PlainName} is more than its longest form holds.")});");
        w.Line($"int size = SizeOf{Field.PlainName}(value);");
        site.Room(w, "size");
        string bias = string.Join(" : ", Forms.Select(f => $"size == {f.Bytes} ? {f.Bias}UL")) + " : 0UL";
        w.Line(Forms.All(f => f.Bias == 0)
            ? $"{Wire}WriteInteger(message.Slice(at, size), value, {IsLittle});"
            : $"{Wire}WriteInteger(message.Slice(at, size), value - ({bias}), {IsLittle});");
        w.Line("at += size;");
    }

    public override void Visit(SourceWriter w)
    {
        w.Line($"int size = SizeOf{Field.PlainName}({(Field.IsDelta ? StoredInteger : $"_state == {Received} ? (ulong){Field.Storage} : {Integer("0")}")});");
        using (w.Braces("if (size > 0)"))
            w.Line($"visitor.Scalar({VisitEmitter.Description(Field)}, at * 8, size * 8, {(Field.IsHidden || Field.Optional != OptionalKind.None ? Stored : $"this.{Field.Name}")});");
        w.Line("at += size;");
    }
}
