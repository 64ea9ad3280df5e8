using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit.Fields;

/// <summary>A number in ASCII digits.</summary>
internal sealed class DigitsCode(MessageModel message, FieldModel field) : NumberFieldCode(message, field)
{
    private DigitsModel Digits => Field.Digits!;

    private string IsSigned => Field.Scalar!.IsSigned ? "true" : "false";

    private string Spelling => StorageEmitter.Spelling(Field);

    public override void EmitMembers(SourceWriter w)
    {
        base.EmitMembers(w);
        w.Line($"private static int SizeOf{Field.PlainName}(ulong value) => {Text}DigitsSize(value, {Digits.Count}, {Digits.Radix}, {IsSigned});").Line();
    }

    // What was received may be spelled with more digits than it needs.
    public override string Size(SizeSite site) => Digits.Count > 0 ? Number(Digits.Count)
        : site.Choose($"{Spelling} & 0x3F", $"SizeOf{Field.PlainName}({Integer(site.Payload)})");

    public override void Read(SourceWriter w, ReadSite site)
    {
        var scalar = Field.Scalar!;
        string least = scalar.IsSigned ? scalar.Integer + ".MinValue" : "0", most = $"(ulong){scalar.Integer}.MaxValue";
        if (Digits.Count > 0)
            site.Need(w, Field, Number(Digits.Count));
        w.Line($"var digits = source.Slice(at, global::System.Math.Max({site.Limit} - at, 0));");
        w.Line($"var error = {Text}ReadDigits(digits, {Digits.Count}, {Digits.Radix}, {least}, {most}, out ulong value, out int size);");
        if (Digits.Count == 0)
        {
            // More digits may follow in what is not there yet.
            if (MayEndMessage(site))
                w.Line($"if (digits.IsEmpty{(scalar.IsSigned ? " || digits.Length == 1 && digits[0] == '-'" : "")})").Indented(ParserEmitter.Fail($"{Result}.NeedMore({site.End} + 1, {Field.Ordinal})"));
            else if (!site.IsAlwaysBounded)
                w.Line($"if ({site.IfUnbounded($"error is {Error}None or {Error}Syntax && size == digits.Length")})").Indented(ParserEmitter.Fail($"{Result}.NeedMore({site.End} + 1, {Field.Ordinal})"));
            w.Line($"if (context.Options.IsStrict && size > 1 && digits[{(scalar.IsSigned ? $"digits[0] == '-' ? 1 : 0" : "0")}] == '0')").Indented(site.Invalid(Field, "Value"));
        }
        w.Line($"if (error != {Error}None)").Indented(ParserEmitter.Fail($"{Result}.Invalid(error, {Field.Ordinal}, at)"));
        w.Line($"{Unsafe}AsRef(in message.{Spelling}) = {Text}SpellingOf(digits.Slice(0, size));");
        EmitStore(w, site);
        w.Line("at += size;");
    }

    public override void Write(SourceWriter w, WriteSite site)
    {
        EmitValue(w, site);
        string write = $"{Text}WriteDigits(message.Slice(at), value, {Digits.Count}, {Digits.Radix}, {IsSigned}, {Quoted})";
        if (site.IsChecked)
            site.Room(w, Size(site.Sizes));
        w.Line($"at += {site.Keep} ? {Text}Respell(message.Slice(at), value, {Digits.Radix}, {Spelling}) : {write};");
    }
}
