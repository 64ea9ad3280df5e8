using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit.Fields;

/// <summary>Numbers whose width on the wire follows from their value. Where the value is a length, it is known before its width.</summary>
internal abstract class NumberFieldCode(MessageModel message, FieldModel field) : FieldCode(message, field)
{
    /// <summary>The methods that such a number needs.</summary>
    public virtual void EmitMembers(SourceWriter w)
    {
        if (!Field.IsDerived)
            return;
        w.Line($"// What {Field.PlainName} says of the message as it is.");
        using (w.Braces($"private ulong ValueOf{Field.PlainName}(int payloadSize)"))
        {
            var site = new SizeSite(Message.Carrier is null ? "" : "payloadSize", "");
            var sizes = new SizeEmitter(w, Message, site);
            var scopes = Field.Lengths.Where(l => l.Target < 0).Select(l => l.Scope).Distinct().ToList();
            foreach (int index in scopes)
                sizes.EmitScope(Message.Scopes[index], index == scopes[0]);
            w.Line($"return {Derived.Integer(Message, Field, site, s => Local(Message, s, "Size"))};");
        }
        w.Line();
    }

    /// <summary>The integer that is written.</summary>
    protected string Integer(string payload) => Field.IsDerived ? $"ValueOf{Field.PlainName}({(payload.Length > 0 ? payload : Own())})" : StoredInteger;

    /// <summary>The integer that is stored, as it is on the wire.</summary>
    protected string StoredInteger
    {
        get
        {
            string integer = Field.Scalar!.Form == ScalarForm.Custom ? $"{Wire}ToInteger<{Field.Scalar.Type}, {Field.Scalar.Integer}>({Stored})" : Stored;
            return Field.IsDelta ? $"{Wire}Difference((ulong){integer}, _previous, {Quoted})" : $"unchecked((ulong){integer})";
        }
    }

    /// <summary>The size of the payload that the message holds itself.</summary>
    private string Own() => Message.Payload is { } payload ? Of(Message, payload).TotalSize(SizeSite.Most) : "0";

    /// <summary>The value to be written as <c>value</c>: what was received where that is kept.</summary>
    protected void EmitValue(SourceWriter w, WriteSite site) =>
        w.Line($"ulong value = {(Field.IsDerived && site.Keep != "false" ? $"{site.Keep} ? {StoredInteger} : {Integer(site.Payload)}" : Integer(site.Payload))};");

    /// <summary>Stores the number that was read as <c>value</c>.</summary>
    protected void EmitStore(SourceWriter w, ReadSite site)
    {
        if (Field.IsDelta)
            w.Line($"if (value > {Field.Scalar!.Max} - previous)").Indented(site.Invalid(Field, "Value")).Line("value += previous;");
        w.Line($"{Target} = {ScalarCode.FromRaw(Field.Scalar!, "value")};");
    }

    public override void Visit(SourceWriter w)
    {
        // What was received is as large as it was; what is built, as it will be.
        w.Line($"int size = {Size(Message.HasState ? SizeSite.Most with { Keep = $"_state == {Received}" } : SizeSite.Most)};");
        w.Line($"visitor.Scalar({VisitEmitter.Description(Field)}, at * 8, size * 8, {(Field.IsHidden || Field.Optional != OptionalKind.None ? Stored : $"this.{Field.Name}")});").Line("at += size;");
    }
}
