using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit.Fields;

/// <summary>A span: bytes, text, a word, a payload, a slot that is partly used, a digest, a run of bytes that does not matter.</summary>
internal sealed class BytesCode(MessageModel message, FieldModel field) : FieldCode(message, field)
{
    private string Bytes => Windows.Bytes(Message, Field);

    private bool IsSlot => Field.SlotLength >= 0;

    /// <summary>Is it encoded anew, because what it holds refers to the message around it?</summary>
    private bool IsReencoded => Field.Cases.Any(c => c.IsCompressed);

    protected override bool IsEmptyIfAbsent => Field.Extent.Kind != ExtentKind.Constant;

    public override string Size(SizeSite site)
    {
        if (Field.Extent.Kind == ExtentKind.Constant)
            return Number(Field.Extent.Width);
        if (Field.IsDigest)
            return $"global::System.Math.Max(this.{Field.Extent.Member}, 0)";
        if (Field.IsFiller)
            return site.Choose($"{Bytes}.Length", Number(Field.FillerLength));
        return IsReencoded ? "GetPayloadSize()" : $"{Bytes}.Length";
    }

    public override void Read(SourceWriter w, ReadSite site)
    {
        switch (Field.Extent.Kind)
        {
            case ExtentKind.Terminated:
                Endings.Find(w, Field, site);
                break;
            case ExtentKind.Case:
                CaseCode.ReadExtent(w, Message, Field, site);
                break;
            case ExtentKind.While:
                ReadRun(w, site);
                break;
            case ExtentKind.Open:
                ReadOpen(w, Field, site);
                break;
            default:
                ReadWidth(w, site);
                break;
        }
        if (Field.Limit > 0)
            w.Line($"if (size > {Field.Limit})").Indented(site.Invalid(Field, "Limit"));
        if (IsSlot)
            ReadSlot(w, site);
        else if (Windows.HasOrigin(Field))
            w.Line($"{Target} = {(site.Parser.HasOrigin ? "origin.Slice(0, originAt + at + size)" : "source.Slice(at, size)")};").Line($"{Unsafe}AsRef(in message.{Windows.Offset(Field)}) = {(site.Parser.HasOrigin ? "originAt + at" : "0")};");
        else
            w.Line($"{Target} = {(Field.Token.Length > 0 ? $"{Field.Token}.Parse(source.Slice(at, size))" : "source.Slice(at, size)")};");
        w.Line("at += size;");
    }

    /// <summary>Takes what the scope leaves, as <c>size</c>.</summary>
    public static void ReadOpen(SourceWriter w, FieldModel field, ReadSite site)
    {
        w.Line($"int size = {site.Limit} - at;");
        w.Line("if (size < 0)").Indented(ParserEmitter.Fail($"{Wire}Missing((long){site.End} - size, {field.Ordinal}, at, {site.Bounded})"));
    }

    private void ReadSlot(SourceWriter w, ReadSite site)
    {
        var descriptor = Message.Fields[Field.SlotLength];
        var length = descriptor.Lengths.First(l => l.Target == Field.Ordinal);
        w.Line($"long used = {Wire}Extent((ulong){site.Parser.RawOf(descriptor)}, 1, {Number(length.Bias)});");
        w.Line("if (used < 0 || used > size)").Indented(ParserEmitter.Fail($"{Result}.Invalid({Error}Length, {descriptor.Ordinal}, {site.Parser.PlaceOf(descriptor)})"));
        w.Line($"{Target} = source.Slice(at, (int)used);");
        w.Line($"{Unsafe}AsRef(in message.{Windows.Slack(Field)}) = source.Slice(at + (int)used, size - (int)used);");
    }

    /// <summary>Finds out how long the run of bytes of the set is.</summary>
    private void ReadRun(SourceWriter w, ReadSite site)
    {
        if (Before is not null)
        {
            w.Line($"int size = {ParserEmitter.Run(Field)};").Line("var rest = source.Slice(at, size);");
            CheckFiller(w, site);
            return;
        }
        string most = Field.Limit > 0 ? Number(Field.Limit) : $"{Text}DefaultRunLimit";
        w.Line($"var rest = source.Slice(at, global::System.Math.Max({site.Limit} - at, 0));");
        w.Line($"int size = {Text}Run(rest.Slice(0, (int)global::System.Math.Min(rest.Length, {most} + 1L)), {Field.While});");
        w.Line($"if (size > {most})").Indented(site.Invalid(Field, "Limit"));
        // More of the run may follow in what is not there yet.
        if (!site.IsAlwaysBounded && !MayEndMessage(site))
            w.Line($"if ({site.IfUnbounded("size == rest.Length")})").Indented(ParserEmitter.Fail($"{Result}.NeedMore({site.Limit} + 1, {Field.Ordinal})"));
        CheckFiller(w, site);
    }

    private void CheckFiller(SourceWriter w, ReadSite site)
    {
        if (Field.IsFiller)
            w.Line($"if (context.Options.IsStrict && !{(Field.FillerLength > 0 ? $"global::System.MemoryExtensions.SequenceEqual(rest.Slice(0, size), {Field.Filler})" : "(size == 0)")})").Indented(site.Invalid(Field, "Value"));
    }

    /// <summary>The open field behind which the run is: it takes what the run leaves.</summary>
    private FieldModel? Before => Message.Fields.FirstOrDefault(f => f.Extent.Kind == ExtentKind.Open && f.Extent.Tail.Contains(Field.Ordinal));

    private void CheckBefore(SourceWriter w, string length) =>
        w.Line($"{Text}CheckRunBack({length}, {(Field.Limit > 0 ? Number(Field.Limit) : $"{Text}DefaultRunLimit")}, {Text}RunBack({Windows.Bytes(Message, Before!)}, {Field.While}, 1), {Quote($"{Message.Type.Name}.{Before!.PlainName}")});");

    public override void Write(SourceWriter w, WriteSite site)
    {
        if (Field.Limit > 0)
            w.Line($"if ({Bytes}.Length > {Field.Limit})").Indented($"{Wire}ThrowLimit({Quoted}, {Field.Limit});");
        if (Field.IsDigest)
        {
            WriteDigest(w, site);
            return;
        }
        if (Field.IsFiller)
        {
            WriteFiller(w, site);
            if (Before?.Ordinal == Field.Ordinal - 1)
                CheckBefore(w, $"({site.KeepReserved} ? {Bytes}.Length : {Field.FillerLength})");
            return;
        }
        if (Field.Extent.Kind == ExtentKind.Constant)
        {
            WriteSlot(w, site);
            return;
        }
        if (Field.Extent.Kind == ExtentKind.Member)
            w.Line($"if ({Bytes}.Length != this.{Field.Extent.Member})").Indented($"{Wire}ThrowWidth({Quoted}, {Bytes}.Length, this.{Field.Extent.Member});");
        if (Field.While.Length > 0)
        {
            string ahead = Field.Terminator is { } follows ? $"{Text}Run({follows.Expression("this.")}, {Field.While})" : "0";
            w.Line($"{Text}CheckRun({Bytes}, {Text}Run({Bytes}, {Field.While}), {ahead}, {Quoted});");
            if (Before?.Ordinal == Field.Ordinal - 1)
                CheckBefore(w, $"{Bytes}.Length");
        }
        site.Copy(w, Bytes, $"{Bytes}.Length");
    }

    /// <summary>A fixed width: what is shorter is filled with zeros, or with what was received behind the used part.</summary>
    private void WriteSlot(SourceWriter w, WriteSite site)
    {
        int width = Field.Extent.Width;
        w.Line($"if ({Bytes}.Length > {width})").Indented($"{Wire}ThrowWidth({Quoted}, {Bytes}.Length, {width});");
        site.Room(w, Number(width));
        w.Line($"message.Slice(at, {width}).Clear();").Line($"{Bytes}.CopyTo(message.Slice(at));");
        if (IsSlot)
            w.Line($"if ({site.Keep})").Indented($"{Windows.Slack(Field)}.CopyTo(message.Slice(at + {Bytes}.Length));");
        w.Line($"at += {width};");
    }

    private void WriteDigest(SourceWriter w, WriteSite site)
    {
        w.Line($"int size = {Size(site.Sizes)};");
        site.Room(w, "size");
        w.Line("message.Slice(at, size).Clear();");
        if (site.Keep != "false")
            w.Line($"if ({site.Keep})").Indented($"{Bytes}.CopyTo(message.Slice(at));");
        w.Line("at += size;");
    }

    private void WriteFiller(SourceWriter w, WriteSite site)
    {
        site.Room(w, Size(site.Sizes with { Keep = site.KeepReserved }));
        using (w.Braces($"if ({site.KeepReserved})"))
            w.Line($"if ({Bytes}.Length != 0)").Indented($"{Bytes}.CopyTo(message.Slice(at));").Line($"at += {Bytes}.Length;");
        if (Field.FillerLength > 0)
        {
            using (w.Braces("else"))
                w.Line($"{Field.Filler}.CopyTo(message.Slice(at));").Line($"at += {Field.FillerLength};");
        }
    }

    public override void Visit(SourceWriter w)
    {
        w.Line($"var bytes = {(Field.Optional == OptionalKind.None && Field.Token.Length == 0 ? $"this.{Field.Name}" : Bytes)};");
        CaseCode.Visit(w, Message, Field);
        w.Line(Field.Extent.Kind == ExtentKind.Constant ? $"at += {Field.Extent.Width};" : "at += bytes.Length;");
    }
}
