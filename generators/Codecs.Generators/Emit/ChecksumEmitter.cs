using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>Whether the checksums of a message that was parsed are right.</summary>
internal static class ChecksumEmitter
{
    public static void Emit(SourceWriter w, MessageModel message)
    {
        foreach (var checksum in message.Checksums)
        {
            var field = message.Fields[checksum.Field];
            string parameter = checksum.SeedIsMethod ? $"{Runtime}PseudoHeader below" : "";
            w.Line($"/// <summary>Is {field.PlainName} right? False for a message that was not parsed, or was changed since.</summary>");
            if (checksum.SeedIsMethod)
                w.Line("/// <param name=\"below\">The pseudo-header of the layer that carried the message.</param>");
            string valid = $"_state == {Received} && {Wire}IsValid<{checksum.Type}, {field.Scalar!.Integer}>(this.{field.Name}, Sum{field.PlainName}({(checksum.SeedIsMethod ? "below" : "")}))";
            w.Line(checksum.SeedIsMethod ? $"public bool {field.PlainName}IsValid({parameter}) => {valid};" : $"public bool {field.PlainName}IsValid => {valid};").Line();
            using (w.Braces($"private {checksum.Type} Sum{field.PlainName}({parameter})"))
                EmitSum(w, message, checksum);
            w.Line();
        }
    }

    private static void EmitSum(SourceWriter w, MessageModel message, ChecksumModel checksum)
    {
        var sizes = new SizeEmitter(w, message);
        var pieces = Pieces(message, checksum).ToList();
        if (checksum.SeedIsMethod)
        {
            w.Line("int length = 0;");
            foreach (var (run, field, from, to) in pieces)
                w.Line($"length += {(run is not null ? Number(to - from) : field!.Kind == FieldKind.Padding ? $"{field.Storage}.Length" : sizes.SizeOf(field))};");
        }
        w.Line($"var sum = {(checksum.Seed.Length == 0 ? $"default({checksum.Type})" : checksum.SeedIsMethod ? $"{checksum.Seed}(below, length)" : checksum.Seed)};");
        foreach (var (run, field, from, to) in pieces)
        {
            if (run is not null)
                EmitRun(w, message, checksum, run, from, to);
            else
                EmitField(w, message, checksum, field!);
        }
        w.Line("return sum;");
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

    private static void EmitField(SourceWriter w, MessageModel message, ChecksumModel checksum, FieldModel field)
    {
        switch (field.Kind)
        {
            case FieldKind.Scalar:
                using (w.Braces(field.Optional == OptionalKind.Nullable ? $"if ({PresenceCode.HasValue(message, field)})" : $"if (this.{field.Presence.Member})"))
                {
                    string value = field.Optional == OptionalKind.Nullable ? field.Storage + ".GetValueOrDefault()" : field.Storage;
                    w.Line($"{Span} bytes = stackalloc byte[{field.Scalar!.Bytes}];");
                    string order = field.Scalar.Order switch { ByteOrder.Big => "false", ByteOrder.Little => "true", _ => "this." + field.Scalar.OrderMember };
                    w.Line($"{Wire}Write{(field.Scalar.Bits > 64 ? "Wide" : "Integer")}(bytes, {ScalarCode.ToRaw(field.Scalar, value, field.PlainName)}, {order});").Line("sum.Append(bytes);");
                }
                break;
            case FieldKind.Digits or FieldKind.Escaped:
                using (w.Braces(""))
                {
                    w.Line($"{Span} message = stackalloc byte[80];").Line("int at = 0;");
                    VariableNumberEmitter.EmitWrite(w, message, field with { Lengths = default, Counts = default }, false);
                    w.Line("sum.Append(message.Slice(0, at));");
                }
                break;
            case FieldKind.Message or FieldKind.Value:
                string integer = message.Fields[checksum.Field].Scalar!.Integer;
                string append = $"{Wire}Append<{checksum.Type}, {integer}, {field.ValueType}>(ref sum, {(field.Optional == OptionalKind.None ? $"in {field.Storage}" : $"{field.Storage}.GetValueOrDefault()")});";
                if (field.Optional == OptionalKind.None)
                    w.Line(append);
                else
                    w.Line($"if ({field.Storage}.HasValue)").Indented(append);
                break;
            default:
                w.Line($"sum.Append({SizeEmitter.BytesOf(field)});");
                if (field.Terminator is { IsOptional: true } optional)
                    w.Line($"if ({StorageEmitter.Ended(field)})").Indented($"sum.Append({optional.Expression("")});");
                else if (field.Terminator is { } terminator)
                    w.Line($"sum.Append({terminator.Expression("")});");
                break;
        }
    }
}
