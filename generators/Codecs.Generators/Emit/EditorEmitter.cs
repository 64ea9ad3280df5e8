using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>Editing in place: the fields at fixed places, with checksums that follow.</summary>
internal static class EditorEmitter
{
    private const string CommonCase = "global::Codecs.CompilerServices.CommonCase.";

    // The first byte of the message of an editor.
    private static readonly string Start = $"ref {Unsafe}As<{Layout(0)}, byte>(ref _layout)";

    public static void Emit(SourceWriter w, MessageModel message)
    {
        if (!message.IsStandalone || message.Elements.Count == 0 || message.Elements[0].Kind != ElementKind.Run || message.Runs[0].Groups.Any(g => g.Order == ByteOrder.Runtime) || message.IsCompressed)
            return;
        string self = message.Type.FullName;
        // The common case in the caller, and without anything that another case would have to put into its memory.
        bool hasCommonCase = FastPathEmitter.HasContract(message);
        w.Line("/// <summary>Opens the message at the start of <paramref name=\"source\"/> for changes in place.</summary>");
        w.Line(Inline);
        using (w.Braces($"public static {Result} TryEdit({Span} source, out Editor editor)"))
        {
            w.Line($"ref byte start = ref {Marshal}GetReference(source);");
            if (hasCommonCase)
            {
                using (w.Braces($"if (source.Length >= {message.Runs[0].Size} && {FastPathEmitter.TryMeasure(message)}ref start, source.Length, out int _, out int size))"))
                    w.Line("editor = new Editor(ref start, size);").Line($"return {Result}.Done(size);");
            }
            w.Line($"var result = {(hasCommonCase ? "EditRarely(source)" : "TryParse(source, out _)")};");
            w.Line("editor = result ? new Editor(ref start, result.BytesConsumed) : default;");
            w.Line("return result;");
        }
        w.Line();
        if (hasCommonCase)
            w.Line(NoInline).Line($"private static {Result} EditRarely({Bytes} source) => TryParse(source, out {self} _);").Line();
        w.Line("/// <summary>Changes fields at fixed places in the bytes of a message. Checksums of the message follow each change.</summary>");
        using (w.Braces("public readonly ref struct Editor"))
        {
            EmitCommon(w, message, "Editor");
            w.Line("/// <summary>The same fields, and those that are derived, set without any checksum following: for tests and fuzzers.</summary>");
            w.Line($"public RawEditor AsRaw() => new({Start}, _length);").Line();
            foreach (var field in message.Runs[0].Fields.Select(o => message.Fields[o]))
                EmitField(w, message, field, isRaw: false);
            foreach (var field in message.Fields.Where(f => f is { Kind: FieldKind.Bytes, Optional: OptionalKind.None, ConstBytes.Length: 0, Token.Length: 0, HasBackReferences: false } && f.Modifiers.StartsWith("public", StringComparison.Ordinal)))
            {
                w.Line($"/// <summary>The bytes of {Documented.Field(message, field)}; checksums do not follow their changes.</summary>");
                EmitBytes(w, message, field, hasCommonCase);
            }
            if (message.PseudoHeaderProperty is { Length: > 0 } property)
            {
                w.Line("/// <summary>What checksums of the layers above cover of this one, as it is now.</summary>");
                EmitPseudoHeader(w, self, property, hasCommonCase);
            }
            EmitUpdates(w, message);
            EmitRecompute(w, message);
        }
        w.Line();
        w.Line("/// <summary>Sets fields at fixed places in the bytes of a message, right or wrong. No checksum follows.</summary>");
        using (w.Braces("public readonly ref struct RawEditor"))
        {
            EmitCommon(w, message, "RawEditor");
            foreach (var field in message.Runs[0].Fields.Select(o => message.Fields[o]))
                EmitField(w, message, field, isRaw: true);
        }
        w.Line();
    }

    /// <summary>Bytes of the message as it is now.</summary>
    private static void EmitBytes(SourceWriter w, MessageModel message, FieldModel field, bool hasCommonCase)
    {
        string self = message.Type.FullName, rarely = field.PlainName + "Of";
        var cuts = hasCommonCase ? FastPathEmitter.FindCuts(message, field) : default;
        EmitGet(w, Span, field.Name, rarely, !hasCommonCase ? null : () =>
        {
            w.Line($"if (!{FastPathEmitter.TryMeasure(message)}{Start}, _length, out int header, out int size))").Indented($"return {rarely}(_message);");
            w.Line($"return {(cuts.From == cuts.To ? "default" : $"{Wire}WritableWindow({Start}, {cuts.From}, {cuts.To})")};");
        });
        w.Line(NoInline);
        using (w.Braces($"private static {Span} {rarely}({Span} message)"))
        {
            w.Line($"TryParse(message, out {self} now);");
            w.Line($"var bytes = now.{field.Name};");
            w.Line($"return message.Slice({Wire}OffsetOf(message, bytes, 0), bytes.Length);");
        }
        w.Line();
    }

    /// <summary>What the layers above cover of the message as it is now.</summary>
    private static void EmitPseudoHeader(SourceWriter w, string self, string property, bool hasCommonCase)
    {
        string type = $"{Runtime}PseudoHeader", rarely = $"{property}Of";
        EmitGet(w, type, property, rarely, !hasCommonCase ? null : () =>
        {
            w.Line($"if (!{CommonCase}TryParse({Start}, _length, out {self} now))").Indented($"return {rarely}(_message);");
            w.Line($"return now.{property};");
        });
        w.Line(NoInline);
        using (w.Braces($"private static {type} {rarely}({Span} message)"))
            w.Line($"TryParse(message, out {self} now);").Line($"return now.{property};");
        w.Line();
    }

    /// <summary>A property of which the common case, if there is one, is in the caller.</summary>
    private static void EmitGet(SourceWriter w, string type, string name, string rarely, Action? common)
    {
        using (w.Braces($"public {type} {name}"))
        {
            if (common is null)
            {
                w.Line($"get => {rarely}(_message);");
            }
            else
            {
                w.Line(Inline);
                using (w.Braces("get"))
                    common();
            }
        }
        w.Line();
    }

    private static void EmitCommon(SourceWriter w, MessageModel message, string name)
    {
        // Of a message that was parsed: it has at least the bytes of its fixed part.
        w.Line($"private readonly ref {Layout(0)} _layout;");
        w.Line("private readonly int _length;").Line();
        w.Line(Inline);
        using (w.Braces($"internal {name}(ref byte start, int length)"))
            w.Line($"_layout = ref {Unsafe}As<byte, {Layout(0)}>(ref start);").Line("_length = length;");
        w.Line();
        // Inlined even where the compiler would not: the call would keep the editor in memory.
        using (w.Braces($"private {Span} _message"))
            w.Line(Inline).Line($"get => {Marshal}CreateSpan({Start}, _length);");
        w.Line();
        w.Line("/// <summary>The message as it is now; the default if it is none any more.</summary>");
        using (w.Braces($"public {message.Type.FullName} ToMessage()"))
            w.Line("TryParse(_message, out var message);").Line("return message;");
        w.Line();
    }

    private static void EmitField(SourceWriter w, MessageModel message, FieldModel field, bool isRaw)
    {
        if (field.IsHidden)
            return;
        // How a checksum changes with what it starts from, or with how much it covers, its bytes do not tell.
        bool canSet = isRaw || (field.HasInit && !field.IsDerived && !message.Checksums.Any(c => c.SeedReads.Contains(field.Ordinal)));
        if (!isRaw && !field.Modifiers.StartsWith("public", StringComparison.Ordinal))
            return;
        w.Line($"/// <summary>{(isRaw ? $"{Documented.Field(message, field)} as it is on the wire." : $"<inheritdoc cref=\"{message.Type.FullName.Replace('<', '{').Replace('>', '}')}.{field.Name}\"/>")}</summary>".Replace("<summary><inheritdoc", "<inheritdoc").Replace("/></summary>", "/>"));
        // What is not public may be of a type that is not either.
        string accessibility = field.Modifiers.StartsWith("public", StringComparison.Ordinal) || field.Scalar!.Form is ScalarForm.Integer or ScalarForm.Bool ? "public"
            : field.Modifiers.StartsWith("internal", StringComparison.Ordinal) ? "internal" : "private";
        using (w.Braces($"{accessibility} {field.Type} {field.Name}"))
        {
            w.Line(Inline).Line($"get => {ScalarCode.FromRaw(field.Scalar!, ScalarCode.Raw(message, field, "_layout", ""))};");
            if (!canSet)
                return;
            var follows = isRaw ? [] : message.Checksums.Where(c => IsFollowing(message, c) && Covers(message, c, field)).ToList();
            if (!isRaw && follows.Count > 0 && !message.Checksums.Any(c => IsRecomputed(message, c)) && IsInWords(message, field, follows))
            {
                EmitWordsSet(w, message, field, follows);
                return;
            }
            using (w.Braces("set"))
            {
                for (int i = 0; i < follows.Count; i++)
                {
                    var (from, size) = Words(message, follows[i], field);
                    w.Line($"var words{i} = _message.Slice({from}, {size});");
                    w.Line($"{Span} before{i} = stackalloc byte[{size}];");
                    w.Line($"words{i}.CopyTo(before{i});");
                }
                w.Line($"ref var layout = ref _layout;");
                w.Line(ScalarCode.SetRaw(message, field, "layout", "", ScalarCode.ToRaw(field.Scalar!, "value", field.PlainName)));
                for (int i = 0; i < follows.Count; i++)
                {
                    var checksum = message.Fields[follows[i].Field];
                    w.Line($"{Wire}Follow<{follows[i].Type}>(before{i}, words{i}, _message.Slice({checksum.Place!.BitOffset / 8}, 2), {(checksum.Scalar!.Order == ByteOrder.Little ? "true" : "false")});");
                }
                if (!isRaw && message.Checksums.Any(c => IsRecomputed(message, c)))
                    w.Line("Recompute();");
                else if (follows.Count > 0 && IsAmbiguous(message))
                    w.Line($"if ({Marshal}Read<ushort>(_message.Slice({message.Fields[follows[0].Field].Place!.BitOffset / 8}, 2)) == 0)").Indented("Recompute();");
            }
        }
        w.Line();
    }

    /// <summary>Is the field part of an integer, most significant byte first, and in the same one or two words for all checksums?</summary>
    private static bool IsInWords(MessageModel message, FieldModel field, List<ChecksumModel> follows)
    {
        var group = message.Runs[0].Groups[field.Place!.Group];
        var words = Words(message, follows[0], field);
        return words.Size is 2 or 4 && (group.Order == ByteOrder.Big || group.Size == 1) && follows.All(c => Words(message, c, field) == words);
    }

    /// <summary>Sets a field of one or two words, as a whole: a part that was stored could not be loaded with its neighbour before it is in the cache.</summary>
    private static void EmitWordsSet(SourceWriter w, MessageModel message, FieldModel field, List<ChecksumModel> follows)
    {
        var group = message.Runs[0].Groups[field.Place!.Group];
        var (from, size) = Words(message, follows[0], field);
        string name = size == 2 ? "Word" : "Words", raw = ScalarCode.ToRaw(field.Scalar!, "value", field.PlainName);
        int shift = field.Place.Shift + 8 * (from + size - group.Offset - group.Size);
        ulong all = (1UL << 8 * size) - 1, others = all & ~(((1UL << field.Scalar!.Bits) - 1) << shift);
        string moved = shift == 0 ? $"(uint){raw}" : $"(uint){raw} << {Number(shift)}";
        w.Line(Inline);
        using (w.Braces("set"))
        {
            w.Line("ref var layout = ref _layout;");
            // As wide as the machine has them: of what is narrower, the compiler cuts off the rest again and again.
            w.Line($"uint before = {Wire}{name}(in layout, {Number(from)});");
            w.Line($"uint after = {(others == 0 ? moved : $"before & 0x{others:X} | {moved}")};");
            w.Line($"{Wire}Set{name}(ref layout, {Number(from)}, {(size == 2 ? "(ushort)" : "")}after);");
            foreach (var follow in follows)
            {
                var checksum = message.Fields[follow.Field];
                w.Line(ScalarCode.SetRaw(message, checksum, "layout", "", $"{Wire}Followed<{follow.Type}>((ushort){ScalarCode.Raw(message, checksum, "layout", "")}, {(size == 2 ? "(ushort)before, (ushort)after" : "before, after")})"));
            }
            if (IsAmbiguous(message))
                w.Line($"if ({ScalarCode.Raw(message, message.Fields[follows[0].Field], "layout", "")} == 0)").Indented("Recompute();");
        }
    }

    /// <summary>Can the checksum follow a change without the rest? Where another one covers it, or it another, it is computed anew.</summary>
    private static bool IsFollowing(MessageModel message, ChecksumModel checksum) =>
        checksum.IsIncremental && (checksum.SeedIsMethod || message.Checksums.Count == 1) && message.Fields[checksum.First].Place is { Run: 0 } && message.Fields[checksum.Field].Place is { Run: 0 };

    /// <summary>Must the checksum be computed anew? Only the layer below knows the seeds of some.</summary>
    private static bool IsRecomputed(MessageModel message, ChecksumModel checksum) => !checksum.SeedIsMethod && !IsFollowing(message, checksum);

    /// <summary>
    /// Can all that the checksum covers be zero? A sum of nothing and one of all ones differ in what is stored (RFC 1624 section 4),
    /// and a change alone does not tell them apart.
    /// </summary>
    private static bool IsAmbiguous(MessageModel message) =>
        message.Checksums.Count == 1 && !message.Checksums[0].SeedIsMethod && IsFollowing(message, message.Checksums[0])
        && !message.Fields.Any(f => Covers(message, message.Checksums[0], f) && f.Const is { } value && value.Trim('0', 'x', 'X', 'U', 'L').Length > 0);

    private static bool Covers(MessageModel message, ChecksumModel checksum, FieldModel field) => field.Ordinal >= checksum.First && field.Ordinal <= checksum.Last;

    private static void EmitRecompute(SourceWriter w, MessageModel message)
    {
        if (!message.Checksums.Any(c => IsRecomputed(message, c)) && !IsAmbiguous(message))
            return;
        using (w.Braces("private void Recompute()"))
        {
            w.Line("if (!TryParse(_message, out var message))").Indented("return;");
            string payload = message.Payload is { } field ? $"message.{field.Storage}.Length" : "0";
            string header = message.Payload is null ? "_message.Length" : $"message.GetHeaderSizeCore({payload})";
            w.Line($"message.WriteChecksums(_message, {header}, {payload}, new {Runtime}WriteContext {{ Mode = {Runtime}WriteMode.Preserve }});");
        }
        w.Line();
    }

    /// <summary>The 16-bit words, counted from where the checksum's range starts, that hold the field.</summary>
    private static (int From, int Size) Words(MessageModel message, ChecksumModel checksum, FieldModel field)
    {
        int start = message.Fields[checksum.First].Place!.BitOffset / 8;
        int from = field.Place!.BitOffset / 8, to = (field.Place.BitOffset + field.Scalar!.Bits + 7) / 8;
        from -= (from - start) & 1;
        to += (to - start) & 1;
        return (from, Math.Min(to, message.Runs[0].Size) - from);
    }

    private static void EmitUpdates(SourceWriter w, MessageModel message)
    {
        foreach (var checksum in message.Checksums.Where(c => c.IsIncremental && c.SeedIsMethod && message.Fields[c.Field].Place is { Run: 0 }))
        {
            var field = message.Fields[checksum.Field];
            w.Line($"/// <summary>Makes {Documented.Field(message, field)} follow a change of the layer below: its pseudo-header before and after.</summary>");
            w.Line(Inline);
            using (w.Braces($"public void Update{field.PlainName}({Runtime}PseudoHeader before, {Runtime}PseudoHeader after)"))
            {
                w.Line("ref var layout = ref _layout;");
                w.Line($"ushort value = {Wire}Follow<{checksum.Type}>((ushort){ScalarCode.Raw(message, field, "layout", "")}, before, after);");
                w.Line(ScalarCode.SetRaw(message, field, "layout", "", "value"));
            }
            w.Line();
        }
    }
}
