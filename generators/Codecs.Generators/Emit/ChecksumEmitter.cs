using Codecs.Generators.Emit.Fields;
using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>Checksums: written last, in order of declaration, and looked at on demand.</summary>
internal static class ChecksumEmitter
{
    /// <summary>The method that puts all checksums into a message that is written but for them.</summary>
    public static void EmitWrite(SourceWriter w, MessageModel message, Action<List<ChecksumModel>> walk)
    {
        if (message.Checksums.Count == 0)
            return;
        w.Line(Inline);
        using (w.Braces($"private void WriteChecksums({Span} message, int headerSize, int payloadSize, scoped {Runtime}WriteContext context)"))
        {
            var general = message.Checksums.Where(c => c.Form == ChecksumForm.General).ToList();
            if (general.Count > 0)
            {
                // Of a message that is edited in place, what was received has its places.
                if (message.HasState)
                    w.Line($"bool keep = context.Mode == {Runtime}WriteMode.Preserve;");
                walk(general);
            }
            foreach (var checksum in message.Checksums)
                EmitOne(w, message, checksum);
        }
        w.Line();
    }

    private static void EmitOne(SourceWriter w, MessageModel message, ChecksumModel checksum)
    {
        var field = message.Fields[checksum.Field];
        var (start, end, place) = Range(message, checksum);
        string size = start == "0" ? end : $"{end} - {start}";
        string seed = checksum.Seed.Length == 0 ? $"default({checksum.Type})" : checksum.SeedIsMethod ? $"{checksum.Seed}(context.PseudoHeader, {size})" : checksum.Seed;
        string there = Presence.IsThere(message, field, message.Carrier is null ? "" : "payloadSize");
        // When a message is edited in place, nothing is known of the layer below.
        if (checksum.SeedIsMethod)
            there = $"context.Mode != {Runtime}WriteMode.Preserve{(there.Length > 0 ? $" && {there}" : "")}";
        if (there.Length > 0)
            w.Line($"if ({there})").Line("{");
        if (checksum.IsDigest)
        {
            string width = new BytesCode(message, field).Size(SizeSite.Most);
            w.Line($"{Wire}WriteDigest<{checksum.Type}>({seed}, message.Slice({start}, {size}), message.Slice({place}, {width}));");
        }
        else
        {
            string value = $"{Wire}Checksum<{checksum.Type}, {field.Scalar!.Integer}>({seed}, message.Slice({start}, {size}), message.Slice({place}, {field.Scalar.Bytes}))";
            string order = field.Scalar.Order switch { ByteOrder.Big => "false", ByteOrder.Little => "true", _ => "this." + field.Scalar.OrderMember };
            w.Line(field.Scalar.Order == ByteOrder.Runtime || field.Scalar.Bytes == 1 || field.Scalar.IntegerBits > 64 || field.Scalar.IsSigned
                ? $"{Wire}WriteInteger(message.Slice({place}, {field.Scalar.Bytes}), unchecked((ulong){value}), {order});"
                : $"{Wire}Write(message.Slice({place}, {field.Scalar.Bytes}), {Wire}{(field.Scalar.Order == ByteOrder.Big ? "Big" : "Little")}({value}));");
        }
        if (there.Length > 0)
            w.Line("}");
    }

    private static (string Start, string End, string Place) Range(MessageModel message, ChecksumModel checksum)
    {
        if (checksum.Form == ChecksumForm.General)
            return ($"start{checksum.First}", $"end{checksum.Last}", $"start{checksum.Field}");
        return (Number(message.Fields[checksum.First].Place!.BitOffset / 8), checksum.Form == ChecksumForm.Payload ? "headerSize + payloadSize" : "headerSize", Number(message.Fields[checksum.Field].Place!.BitOffset / 8));
    }

    /// <summary>The members that say whether the checksums of a message that was parsed are right.</summary>
    public static void EmitValid(SourceWriter w, MessageModel message)
    {
        foreach (var checksum in message.Checksums)
        {
            var field = message.Fields[checksum.Field];
            string below = checksum.SeedIsMethod ? $"{Runtime}PseudoHeader below" : "";
            w.Line($"/// <summary>Is {Documented.Field(message, field)} right? False for a message that was not parsed, or was changed since.</summary>");
            if (checksum.SeedIsMethod)
                w.Line("/// <param name=\"below\">The pseudo-header of the layer that carried the message.</param>");
            bool isDirect = IsDirect(message, checksum);
            string call = $"Sum{field.PlainName}({(checksum.SeedIsMethod ? "below" : "")})";
            string there = field.Optional == OptionalKind.None ? "" : $" && {field.Storage}.HasValue";
            string valid = checksum.IsDigest
                ? $"_state == {Received}{there} && {checksum.Type}.IsValid({Windows.Bytes(message, field)}, {call})"
                : $"_state == {Received}{there} && {Wire}IsValid<{checksum.Type}, {field.Scalar!.Integer}>({(field.Place is not null ? $"this.{field.Name}" : field.Optional == OptionalKind.Nullable ? field.Storage + ".GetValueOrDefault()" : field.Storage)}, {call})";
            string name = ValidName(message, field);
            w.Line(checksum.SeedIsMethod ? $"public bool {name}({below}) => {valid};" : $"public bool {name} => {valid};").Line();
            using (w.Braces($"private {checksum.Type} Sum{field.PlainName}({below})"))
            {
                if (isDirect)
                    EmitDirectSum(w, message, checksum);
                else
                    EmitSumOfWritten(w, message, checksum);
            }
            w.Line();
        }
    }

    /// <summary>The name of the member; another one where a field is called so.</summary>
    public static string ValidName(MessageModel message, FieldModel field) => message.Fields.Any(f => f.PlainName == field.PlainName + "IsValid") ? field.PlainName + "IsRight" : field.PlainName + "IsValid";

    /// <summary>Is the range made of runs and windows only, which are kept as they are on the wire?</summary>
    private static bool IsDirect(MessageModel message, ChecksumModel checksum) => !checksum.IsDigest && message.Fields[checksum.Field].Place is not null && message.Fields.All(f =>
        f.Ordinal < checksum.First || f.Ordinal > checksum.Last || f.Place is not null
        || (f.Kind is FieldKind.Bytes or FieldKind.Scalars or FieldKind.Padding && f.Terminator is null && f.SlotLength < 0 && !f.IsDigest && f.Extent.Kind != ExtentKind.Constant && !Windows.HasOrigin(f))
        || (f.Kind == FieldKind.List && f.Terminator is null && f.IsWindow && !f.IsCompressed));

    private static void EmitDirectSum(SourceWriter w, MessageModel message, ChecksumModel checksum)
    {
        var pieces = Pieces(message, checksum).ToList();
        if (checksum.SeedIsMethod)
        {
            w.Line("int length = 0;");
            foreach (var (run, field, from, to) in pieces)
                w.Line($"length += {(run is not null ? Number(to - from) : $"{Windows.Bytes(message, field!)}.Length")};");
        }
        w.Line($"var sum = {Seed(checksum, "length")};");
        foreach (var (run, field, from, to) in pieces)
        {
            if (run is not null)
                EmitRun(w, message, checksum, run, from, to);
            else
                w.Line($"sum.Append({Windows.Bytes(message, field!)});");
        }
        w.Line("return sum;");
    }

    private static string Seed(ChecksumModel checksum, string length) => checksum.Seed.Length == 0 ? $"default({checksum.Type})" : checksum.SeedIsMethod ? $"{checksum.Seed}(below, {length})" : checksum.Seed;

    /// <summary>The message as it was received, written into memory of its own for a moment.</summary>
    private static void EmitSumOfWritten(SourceWriter w, MessageModel message, ChecksumModel checksum)
    {
        var field = message.Fields[checksum.Field];
        w.Line("byte[] bytes = global::System.Buffers.ArrayPool<byte>.Shared.Rent(GetMaxSize());");
        w.Line($"WriteCore(bytes, new {Runtime}WriteContext {{ Mode = {Runtime}WriteMode.Preserve }});");
        var walk = new SourceWriter();
        var sizes = new SizeEmitter(walk, message, new SizeSite("", "keep"));
        sizes.Starts.Add(checksum.First);
        sizes.Starts.Add(checksum.Field);
        sizes.Ends.Add(checksum.Last);
        sizes.Walk(0, message.Elements.Count);
        string places = walk.ToString().TrimEnd();
        if (places.Contains("keep"))
            w.Line("const bool keep = true;");
        w.Line("int at = 0;").Line(places);
        string width = checksum.IsDigest ? $"{Windows.Bytes(message, field)}.Length" : Number(field.Scalar!.Bytes);
        if (checksum.Field >= checksum.First && checksum.Field <= checksum.Last)
            w.Line($"global::System.MemoryExtensions.AsSpan(bytes, start{checksum.Field}, {width}).Clear();");
        w.Line($"var sum = {Seed(checksum, $"end{checksum.Last} - start{checksum.First}")};");
        w.Line($"sum.Append(new {Bytes}(bytes, start{checksum.First}, end{checksum.Last} - start{checksum.First}));");
        w.Line("global::System.Buffers.ArrayPool<byte>.Shared.Return(bytes);").Line("return sum;");
    }

    /// <summary>What the range is made of: parts of runs, and fields of their own.</summary>
    private static IEnumerable<(RunModel? Run, FieldModel? Field, int From, int To)> Pieces(MessageModel message, ChecksumModel checksum)
    {
        foreach (var element in message.Elements)
        {
            if (element.Kind == ElementKind.Run)
            {
                var run = message.Runs[element.Index];
                var covered = run.Fields.Where(f => f >= checksum.First && f <= checksum.Last).Select(f => message.Fields[f]).ToList();
                if (covered.Count == 0)
                    continue;
                var last = covered[covered.Count - 1];
                yield return (run, null, covered[0].Place!.BitOffset / 8, (last.Place!.BitOffset + last.Scalar!.Bits + 7) / 8);
            }
            else if (element.Kind == ElementKind.Field && element.Index >= checksum.First && element.Index <= checksum.Last)
            {
                yield return (null, message.Fields[element.Index], 0, 0);
            }
        }
    }

    private static void EmitRun(SourceWriter w, MessageModel message, ChecksumModel checksum, RunModel run, int from, int to)
    {
        string name = $"run{run.Index}";
        w.Line($"var {name} = {LayoutField(run.Index)};");
        if (message.Fields[checksum.Field].Place is { } place && place.Run == run.Index)
        {
            foreach (var (offset, _) in ScalarCode.Members(run.Groups[place.Group]))
                w.Line($"{name}._{run.Groups[place.Group].Offset + offset} = 0;");
        }
        string slice = from == 0 && to == run.Size ? "" : $".Slice({from}, {to - from})";
        w.Line($"sum.Append({Marshal}AsBytes(new global::System.ReadOnlySpan<{Layout(run.Index)}>(in {name})){slice});");
    }
}
