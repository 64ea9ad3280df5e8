using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit.Fields;

/// <summary>A list of messages or values.</summary>
internal sealed class ListCode(MessageModel message, FieldModel field) : FieldCode(message, field)
{
    private string List => Windows.List(Field);

    protected override bool IsEmptyIfAbsent => true;

    // A plain list is its bytes, wherever it comes from.
    public override string Size(SizeSite site)
    {
        string size = Windows.IsKeptAsList(Field) ? $"{List}.GetMaxSize({Windows.ShapeOrNull(Field)})" : $"{Field.Storage}.Length";
        if (!IsEndedWithin)
            return size;
        if (Field.Terminator is not { } terminator)
            return size;
        string total = $"{size} + {(terminator.IsOptional ? Endings.Size(Message, Field, terminator, site) : Number(terminator.Length))}";
        return Field.IsConditional ? $"({Presence.IsThere(Message, Field)} ? {total} : 0)" : total;
    }

    public override void Read(SourceWriter w, ReadSite site)
    {
        if (!Field.IsWindow)
        {
            ReadElements(w, site);
            return;
        }
        if (Field.Extent.Kind == ExtentKind.Open)
            BytesCode.ReadOpen(w, Field, site);
        else
            ReadWidth(w, site);
        string window = Field.HasBackReferences && site.Parser.HasOrigin
            ? $"new {Field.ValueType}(origin.Slice(0, originAt + at + size), originAt + at, -1{Windows.Shape(Field, ", ")})"
            : $"new {Field.ValueType}(source.Slice(at, size){Windows.Shape(Field, ", ")})";
        using (w.Braces("if (context.Options.ValidateLists || context.Options.IsStrict)"))
        {
            w.Line($"var walk = {window}.With(context.Options).Validate();");
            w.Line("if (!walk)").Indented(ParserEmitter.Fail($"walk.In({Field.Ordinal}, at, true)"));
        }
        w.Line($"{Target} = {(Windows.IsKeptAsList(Field) ? window : "source.Slice(at, size)")};").Line("at += size;");
    }

    /// <summary>Elements are read to find the end.</summary>
    private void ReadElements(SourceWriter w, ReadSite site)
    {
        string count = "-1";
        if (Field.Extent.Kind == ExtentKind.Count)
        {
            var counter = Message.Fields[Field.Extent.Counter];
            w.Line($"int count = {Wire}CountOf((ulong){site.Parser.RawOf(counter)}, {Number(counter.Counts.First(c => c.Field == Field.Ordinal).Bias)});");
            w.Line("if (count < 0)").Indented(ParserEmitter.Fail($"{Result}.Invalid({Error}Value, {counter.Ordinal}, {site.Parser.PlaceOf(counter)})"));
            count = "count";
        }
        // What follows may be in what is left when the list ends.
        string source = (Field.Item!.FewerThan > 0 ? site with { Limit = site.End } : site).Source(Field);
        w.Line($"var result = {Field.ValueType}.TryParse({source}, {count}, {Windows.ShapeOrNull(Field)}, context, out var list);");
        w.Line("if (!result)").Indented(site.Failed(Field, "result"));
        if (Field.Terminator is { IsOptional: true })
            CheckEnd(w, site);
        w.Line($"{Target} = list;").Line("at += result.BytesConsumed;");
    }

    /// <summary>The terminator that may be left out stands where something follows, and only there.</summary>
    private void CheckEnd(SourceWriter w, ReadSite site)
    {
        w.Line("bool isEnded = result.BytesConsumed != list.Bytes.Length;");
        bool isClosed = site.Parser.IsEndedBySource(Field) || site.IsAlwaysBounded;
        string end = isClosed ? "" : $" && ({site.Bounded})";
        if (!isClosed)
            w.Line($"if (!isEnded && !({site.Bounded}))").Indented(ParserEmitter.Fail($"{Text}Missing({site.End}, {Field.Ordinal}, at, false)"));
        if (!site.IsNeverBounded || isClosed)
            w.Line($"if (isEnded != ({site.End} - at > result.BytesConsumed){end})").Indented(site.Invalid(Field, "Syntax", "at + list.Bytes.Length"));
    }

    public override void Write(SourceWriter w, WriteSite site)
    {
        if (Field.Limit > 0)
            w.Line($"if ({List}.Count > {Field.Limit})").Indented($"{Wire}ThrowLimit({Quoted}, {Field.Limit});");
        if (!Windows.IsKeptAsList(Field))
        {
            site.Copy(w, Field.Storage, $"{Field.Storage}.Length");
            return;
        }
        if (!Field.IsCompressed)
            site.Room(w, Size(site.Sizes));
        site.Part(w, $"{List}.Write(message, at, {Windows.ShapeOrNull(Field)}, {Quoted}, context)", Field.IsCompressed);
        if (IsEndedWithin && Field.Terminator is { } terminator && !(terminator.IsOptional && Endings.IsWritten(Message, Field, site.Sizes) == "false"))
        {
            using (w.Braces(terminator.IsOptional ? $"if ({Endings.IsWritten(Message, Field, site.Sizes)})" : ""))
                site.Copy(w, terminator.Expression("this."), Number(terminator.Length));
        }
        if (Field.Item!.FewerThan > 0)
            w.Line($"if (!({site.Keep}))").Indented($"{List}.CheckLeft({Windows.ShapeOrNull(Field)}, {Endings.Following(Message, Field, site.Sizes)}, {Quoted});");
    }

    public override void Visit(SourceWriter w)
    {
        w.Line($"var list = {(Field.Optional == OptionalKind.None ? $"this.{Field.Name}" : Stored)};");
        w.Line($"visitor.{(Field.Item!.IsMessage ? "Messages" : "Values")}<{Field.Item.Type}, {Field.ValueType}.Enumerator>({VisitEmitter.Description(Field)}, at * 8, list.Bytes, list.GetEnumerator());");
        w.Line($"at += list.Bytes.Length{(IsEndedWithin && Field.Terminator is { } terminator ? $" + {(terminator.IsOptional ? Endings.Size(Message, Field, terminator, SizeSite.Most) : Number(terminator.Length))}" : "")};");
    }

    /// <summary>The shape, as a member of the class that holds those of the message.</summary>
    public void EmitShape(SourceWriter w)
    {
        var item = Field.Item!;
        var parts = new List<string>();
        if (item.End.Length > 0)
            parts.Add($"End = static (scoped in {item.Type} element) => element.{item.End}");
        if (item.EndAfter.Length > 0)
            parts.Add($"EndAfter = static (scoped in {item.Type} first, scoped in {item.Type} element) => {item.EndAfter}(first, element)");
        if (Field.Extent.Kind == ExtentKind.Self && Field.Terminator is null && item.FewerThan == 0)
            parts.Add("MustEnd = true");
        if (item.Separator.Length > 0)
            parts.Add($"Separator = {item.Separator}.ToArray()");
        if (IsEndedWithin && Field.Terminator is { } terminator)
            parts.Add($"Terminator = {terminator.Bytes}.ToArray()" + (terminator.IsOptional ? ", IsOptional = true" : ""));
        if (item.FewerThan > 0)
            parts.Add($"FewerThan = {item.FewerThan}");
        if (item.Align > 0)
            parts.Add($"Align = {item.Align}");
        if (Field.Limit > 0)
            parts.Add($"Limit = {Field.Limit}");
        w.Line($"internal static readonly {Runtime}ListShape<{item.Type}> {Field.Name} = new() {{ {string.Join(", ", parts)} }};");
    }
}
