using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit.Fields;

/// <summary>The code of one kind of field that is not in a run: how it is read, measured, written and shown.</summary>
internal abstract class FieldCode(MessageModel message, FieldModel field)
{
    protected MessageModel Message { get; } = message;

    protected FieldModel Field { get; } = field;

    /// <summary>The value that is stored, if there is one.</summary>
    protected string Stored => Field.Optional == OptionalKind.None ? Field.Storage : Field.Storage + ".GetValueOrDefault()";

    /// <summary>The field for a user who reads an exception.</summary>
    protected string Quoted => Quote($"{Message.Type.Name}.{Field.PlainName}");

    public static FieldCode Of(MessageModel message, FieldModel field) => field.Kind switch
    {
        FieldKind.Scalar => new ScalarFieldCode(message, field),
        FieldKind.Digits => new DigitsCode(message, field),
        FieldKind.Escaped => new EscapedCode(message, field),
        FieldKind.Sized => new SizedCode(message, field),
        FieldKind.Number => new NumberCode(message, field),
        FieldKind.List => new ListCode(message, field),
        FieldKind.ArgumentList => new ArgumentListCode(message, field),
        FieldKind.Scalars => new ScalarsCode(message, field),
        FieldKind.Message or FieldKind.Value => new ValueCode(message, field),
        FieldKind.Padding => new PaddingCode(message, field),
        _ when field.ConstBytes.Length > 0 => new ConstantCode(message, field),
        _ => new BytesCode(message, field),
    };

    /// <summary>Reads the value at <c>at</c>, stores it, and goes on behind it.</summary>
    public abstract void Read(SourceWriter w, ReadSite site);

    /// <summary>The bytes that the value takes, if it is there.</summary>
    public abstract string Size(SizeSite site);

    /// <summary>Writes the value at <c>at</c>, and goes on behind it.</summary>
    public abstract void Write(SourceWriter w, WriteSite site);

    /// <summary>Shows the value at <c>at</c>, and goes on behind it.</summary>
    public abstract void Visit(SourceWriter w);

    /// <summary>Is the size of an absent value 0 without asking whether it is there?</summary>
    protected virtual bool IsEmptyIfAbsent => false;

    /// <summary>The bytes that the field takes with what ends it; 0 if it is absent.</summary>
    public string TotalSize(SizeSite site)
    {
        bool isPayload = site.Payload.Length > 0 && Message.Carrier?.Payload == Field.Ordinal;
        string size = isPayload ? site.Payload : Size(site);
        string there = Presence.IsThere(Message, Field, site.Payload);
        if (Field.Terminator is { } terminator && !IsEndedWithin)
            size += " + " + (terminator.IsOptional ? Endings.Size(Message, Field, terminator, site) : Number(terminator.Length));
        else if (IsEmptyIfAbsent || isPayload)
            return size;
        return there.Length == 0 ? size : $"({there} ? {size} : 0)";
    }

    /// <summary>Is what ends the field read with it?</summary>
    public bool IsEndedWithin => Field is { Kind: FieldKind.List, Extent.Kind: ExtentKind.Self };

    /// <summary>May the field end where the whole message does, since nothing need follow, so that the end of the source is its own?</summary>
    protected bool EndsMessage => Message.IsWhole && Field.Extent.Scope < 0 && Message.Fields.Skip(Field.Ordinal + 1).All(later => later.Presence.Kind != PresenceKind.Always);

    /// <summary>Is the end of the source the field's own, because it is the last one or nothing need follow?</summary>
    protected bool MayEndMessage(ReadSite site) => EndsMessage || (Field.Terminator is { IsOptional: true } && site.Parser.IsEndedBySource(Field));

    /// <summary>Stores a value where the property finds it.</summary>
    protected string Target => $"{Unsafe}AsRef(in message.{Field.Storage})";

    /// <summary>What the type of the field is told, seen from the message being parsed or from itself; with the comma behind it.</summary>
    protected string Argument(string instance) => Field.Argument.Length == 0 ? "" : Field.Argument.Replace("{0}", instance) + ", ";

    /// <summary>A width that is known beforehand; null if none is.</summary>
    protected string? Width(string instance) => Field.Extent.Kind switch
    {
        ExtentKind.Constant => Number(Field.Extent.Width),
        ExtentKind.Member => instance + Field.Extent.Member,
        _ => null,
    };

    /// <summary>Reads the width that is known beforehand into <c>size</c>, and looks whether so much is there.</summary>
    protected void ReadWidth(SourceWriter w, ReadSite site)
    {
        if (Field.Extent.Kind == ExtentKind.Constant)
        {
            w.Line($"const int size = {Field.Extent.Width};");
        }
        else
        {
            w.Line($"int size = message.{Field.Extent.Member};");
            w.Line("if (size < 0)").Indented(site.Invalid(Field, "Length"));
        }
        site.Need(w, Field, "size");
    }
}
