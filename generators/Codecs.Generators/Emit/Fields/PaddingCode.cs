using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit.Fields;

/// <summary>Bytes up to a boundary.</summary>
internal sealed class PaddingCode(MessageModel message, FieldModel field) : FieldCode(message, field)
{
    private AlignModel Align => Field.Align!;

    /// <summary>The bytes that are due at <c>at</c>.</summary>
    private string Due(string instance, string place = "at")
    {
        string multiple = Align.Member.Length > 0 ? instance + Align.Member : Number(Align.Multiple);
        return Align is { From: 0, Behind: 0, Min: 0, Member.Length: 0 } ? $"{Wire}Padding({place}, {multiple})" : $"{Wire}Align({place}, {multiple}, {Align.Min}, {Align.From}, {Align.Behind})";
    }

    /// <summary>Has the writer said how long it is? Whoever relays what was received has, also where that has none.</summary>
    private string IsGiven => $"_state == {Received} || {Field.Storage}.Length != 0";

    // What was received may be longer or shorter than what is due.
    public override string Size(SizeSite site)
    {
        string due = Due("this.");
        return Field.HasInit ? $"({IsGiven} ? {Field.Storage}.Length : {due})" : site.Choose($"{Field.Storage}.Length", due);
    }

    public override void Read(SourceWriter w, ReadSite site)
    {
        if (Field.Extent.Kind == ExtentKind.Open)
        {
            BytesCode.ReadOpen(w, Field, site);
            w.Line($"if (context.Options.IsStrict && size != {Due("message.")})").Indented(site.Invalid(Field, "Length"));
        }
        else
        {
            w.Line($"int size = {Due("message.")};");
            w.Line($"if ({site.Limit} - at < size)");
            // Padding that the end cuts short is accepted.
            using (w.Braces(""))
            {
                string missing = site.Missing(Field, "size");
                if (site.IsNeverBounded)
                {
                    w.Line(missing);
                }
                else
                {
                    if (!site.IsAlwaysBounded)
                        w.Line($"if (!({site.Bounded}))").Indented(missing);
                    w.Line("if (context.Options.IsStrict)").Indented(site.Invalid(Field, "Length"));
                    w.Line($"size = global::System.Math.Max({site.Limit} - at, 0);");
                }
            }
        }
        w.Line($"{Target} = source.Slice(at, size);");
        // What the writer of the message chooses may be anything.
        if (!Field.HasInit)
            w.Line($"if (context.Options.IsStrict && global::System.MemoryExtensions.ContainsAnyExcept(message.{Field.Storage}, (byte)0))").Indented(site.Invalid(Field, "Value"));
        w.Line("at += size;");
    }

    public override void Write(SourceWriter w, WriteSite site)
    {
        w.Line($"int size = {Due("this.", Message.HasBackReferences ? "at - offset" : "at")};");
        if (Field.HasInit)
        {
            w.Line($"if (_state != {Received} && {Field.Storage}.Length != 0)").Indented($"{Wire}CheckPadding({Field.Storage}.Length, size, {(Align.Member.Length > 0 ? "this." + Align.Member : Number(Align.Multiple))}, {Quoted});");
            w.Line($"if ({IsGiven})").Indented($"size = {Field.Storage}.Length;");
        }
        else
        {
            w.Line($"if ({site.Keep})").Indented($"size = {Field.Storage}.Length;");
        }
        site.Room(w, "size");
        w.Line("message.Slice(at, size).Clear();");
        w.Line(Field.HasInit ? $"{Field.Storage}.CopyTo(message.Slice(at));" : $"if ({site.Keep})\n    {Field.Storage}.CopyTo(message.Slice(at));");
        w.Line("at += size;");
    }

    public override void Visit(SourceWriter w) =>
        w.Line($"visitor.Bytes({VisitEmitter.Description(Field)}, at * 8, {Field.Storage});").Line($"at += {Field.Storage}.Length;");
}
