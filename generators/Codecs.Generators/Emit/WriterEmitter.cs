using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>Sizes and writing: forward, in one pass, what comes before the payload and what comes after it.</summary>
internal sealed class WriterEmitter
{
    private readonly SourceWriter _w;
    private readonly MessageModel _message;
    private readonly SizeEmitter _sizes;

    /// <summary>Index of the payload among the elements; their number if there is none.</summary>
    private readonly int _payload;

    private WriterEmitter(SourceWriter w, MessageModel message)
    {
        _w = w;
        _message = message;
        _sizes = new SizeEmitter(w, message);
        _payload = message.Elements.Count;
        for (int i = 0; i < message.Elements.Count; i++)
        {
            if (message.Elements[i].Kind == ElementKind.Field && message.Elements[i].Index == message.Carrier?.Payload)
                _payload = i;
        }
    }

    private string Self => _message.Type.FullName;

    private bool HasPayload => _message.Carrier is not null;

    public static void Emit(SourceWriter w, MessageModel message)
    {
        var emitter = new WriterEmitter(w, message);
        emitter.EmitPublic();
        emitter.EmitSizes();
        emitter.EmitWriteHeader();
        emitter.EmitFinish();
    }

    private void EmitPublic()
    {
        _w.Line("/// <summary>The most bytes that writing this message takes.</summary>").Line(Inline);
        using (_w.Braces("public int GetMaxSize()"))
        {
            _w.Line("int at = 0;");
            _sizes.Walk(0, _message.Elements.Count);
            if (_message.Terminator is { } terminator)
                _w.Line($"at += {terminator.Length};");
            _w.Line("return at;");
        }
        _w.Line();
        _w.Line("/// <summary>Writes the message; false if <paramref name=\"destination\"/> is too small.</summary>");
        _w.Line("/// <exception cref=\"global::System.InvalidOperationException\">A value cannot be encoded; the message names the field.</exception>").Line(Inline);
        _w.Line($"public bool TryWrite({Span} destination, out int bytesWritten) => TryWrite(destination, out bytesWritten, default);").Line();
        _w.Line("/// <summary>Writes the message as <paramref name=\"options\"/> say; false if <paramref name=\"destination\"/> is too small.</summary>");
        _w.Line("/// <exception cref=\"global::System.InvalidOperationException\">A value cannot be encoded; the message names the field.</exception>").Line(Inline);
        using (_w.Braces($"public bool TryWrite({Span} destination, out int bytesWritten, in {Runtime}WriteOptions options)"))
        {
            using (_w.Braces("if (destination.Length < GetMaxSize())"))
                _w.Line("bytesWritten = 0;").Line("return false;");
            _w.Line($"bytesWritten = WriteCore(destination, {Runtime}WriteContext.From(in options));").Line("return true;");
        }
        _w.Line();
        _w.Line("/// <summary>The message in a new array.</summary>");
        _w.Line("public byte[] ToArray() => ToArray(default);").Line();
        _w.Line("/// <summary>The message in a new array, written as <paramref name=\"options\"/> say.</summary>");
        using (_w.Braces($"public byte[] ToArray(in {Runtime}WriteOptions options)"))
        {
            _w.Line("var bytes = new byte[GetMaxSize()];");
            _w.Line($"int written = WriteCore(bytes, {Runtime}WriteContext.From(in options));");
            _w.Line("return written == bytes.Length ? bytes : bytes[..written];");
        }
        _w.Line();
        if (_message.IsStandalone)
        {
            _w.Line("/// <summary>The message in memory of its own, to be kept. One that was parsed keeps its bytes, right or wrong.</summary>");
            using (_w.Braces($"public {Runtime}MessageMemory<{Self}> ToMemory()"))
            {
                _w.Line($"{Runtime}MessageMemory<{Self}>.TryParse(ToArray(new {Runtime}WriteOptions {{ Mode = {Runtime}WriteMode.Preserve }}), out var memory);");
                _w.Line("return memory;");
            }
            _w.Line();
        }
        _w.Line("/// <summary>The fields and their values, for people.</summary>");
        if (!_message.Type.HasToString)
            _w.Line($"public override string ToString() => {Runtime}TextVisitor.Format(in this);").Line();
        EmitCodec();
    }

    private void EmitCodec()
    {
        _w.Line(Inline);
        _w.Line($"int {Runtime}IWritable.Write({Span} message, int offset, scoped {Runtime}WriteContext context) => WriteCore(message.Slice(offset), context);").Line();
        if (!_message.IsStandalone)
        {
            string argument = ParserEmitter.ArgumentType(_message);
            _w.Line($"int {Runtime}ICodec<{Self}, {argument}>.GetMaxSize({argument} argument) => WithArgument(argument).GetMaxSize();").Line();
            _w.Line($"int {Runtime}ICodec<{Self}, {argument}>.Write({Span} message, int offset, {argument} argument, scoped {Runtime}WriteContext context) => WithArgument(argument).WriteCore(message.Slice(offset), context);").Line();
            string with = _message.Parameters.Count == 1
                ? $"{_message.Parameters[0].Name} = argument"
                : string.Join(", ", _message.Parameters.Select((p, i) => $"{p.Name} = argument.Item{i + 1}"));
            _w.Line($"private {Self} WithArgument({argument} argument) => this with {{ {with} }};").Line();
        }
        _w.Line(Inline);
        using (_w.Braces($"private int WriteCore({Span} message, scoped {Runtime}WriteContext context)"))
        {
            if (!HasPayload)
            {
                _w.Line("int size = WriteHeaderCore(message, 0, context);");
                if (NeedsFinish)
                    _w.Line("FinishCore(message, size, 0, context);");
                _w.Line("return size;");
            }
            else
            {
                var payload = _message.Payload!;
                string bytes = SizeEmitter.BytesOf(payload);
                _w.Line($"int size = {_sizes.SizeOf(payload)};");
                _w.Line("int header = WriteHeaderCore(message, size, context);");
                if (payload.Extent.Kind is ExtentKind.Constant or ExtentKind.Member)
                {
                    string width = payload.Extent.Kind == ExtentKind.Constant ? Number(payload.Extent.Width) : "this." + payload.Extent.Member;
                    string differs = payload.Extent.Kind == ExtentKind.Constant ? ">" : "!=";
                    _w.Line($"if ({(payload.IsConditional ? "size != 0 && " : "")}{bytes}.Length {differs} {width})").Indented($"{Wire}ThrowWidth({Quote($"{_message.Type.Name}.{payload.PlainName}")}, {bytes}.Length, {width});");
                    _w.Line("message.Slice(header, size).Clear();");
                }
                _w.Line("if (size != 0)").Indented($"{bytes}.CopyTo(message.Slice(header));");
                if (NeedsFinish)
                    _w.Line("FinishCore(message, header, size, context);");
                _w.Line($"return header + size{(HasTrailer ? " + GetTrailerSizeCore(size)" : "")};");
            }
        }
        _w.Line();
    }

    private bool HasTrailer => (HasPayload && _message.Terminator is not null) || Enumerable.Range(_payload, Math.Max(0, _message.Elements.Count - _payload)).Any(i =>
        (i > _payload && _message.Elements[i].Kind is ElementKind.Run or ElementKind.Field && i != _payload)
        || (i == _payload && _message.Scopes.Any(s => s.Open == _message.Elements[i].Index && SizeEmitter.IsPadded(s))));

    private bool NeedsFinish => HasTrailer || _message.Checksums.Count > 0;

    private void EmitSizes()
    {
        _w.Line(Inline);
        using (_w.Braces("private int GetHeaderSizeCore()"))
        {
            _w.Line("int at = 0;");
            _sizes.Walk(0, _payload);
            _w.Line("return at;");
        }
        _w.Line();
        _w.Line(Inline);
        using (_w.Braces("private int GetTrailerSizeCore(int payloadSize)"))
        {
            if (!HasTrailer)
            {
                _w.Line("return 0;");
            }
            else
            {
                // Padding depends on where the payload starts.
                _sizes.PayloadSize = "payloadSize";
                _w.Line("int at = 0;");
                _sizes.Walk(0, _message.Elements.Count);
                _w.Line(_message.Terminator is { } terminator ? $"return at + {terminator.Length} - GetHeaderSizeCore() - payloadSize;" : "return at - GetHeaderSizeCore() - payloadSize;");
                _sizes.PayloadSize = "";
            }
        }
        _w.Line();
        _w.Line(Inline);
        _w.Line($"int {Runtime}ILayer<{Self}>.GetHeaderSize() => GetHeaderSizeCore();").Line();
        _w.Line(Inline);
        _w.Line($"int {Runtime}ILayer<{Self}>.GetTrailerSize(int payloadSize) => GetTrailerSizeCore(payloadSize);").Line();
        _w.Line(Inline);
        _w.Line($"{Runtime}PseudoHeader {Runtime}ILayer<{Self}>.GetPseudoHeader({Runtime}PseudoHeader below) => {_message.PseudoHeader};").Line();
    }

    private void EmitWriteHeader()
    {
        _w.Line(Inline);
        _w.Line($"int {Runtime}ILayer<{Self}>.WriteHeader({Span} message, int payloadSize, scoped {Runtime}WriteContext context) => WriteHeaderCore(message, payloadSize, context);").Line();
        _w.Line(Inline);
        using (_w.Braces($"private int WriteHeaderCore({Span} message, int payloadSize, scoped {Runtime}WriteContext context)"))
        {
            EmitMode();
            EmitPayloadWidth();
            if (_message.Payload is { Presence: { Kind: PresenceKind.When, Member: var member } } payload)
                _w.Line($"if (!this.{member} && payloadSize != 0)").Indented($"{Wire}ThrowAbsent({Quote($"{_message.Type.Name}.{payload.PlainName}")}, {Quote(member)});");
            EmitWalk(0, _payload, []);
            _w.Line("at = 0;");
            EmitWrites(0, _payload);
            if (!HasPayload)
                EmitEnd();
            _w.Line("return at;");
        }
        _w.Line();
    }

    private void EmitFinish()
    {
        _w.Line(Inline);
        _w.Line($"void {Runtime}ILayer<{Self}>.Finish({Span} message, int headerSize, int payloadSize, scoped {Runtime}WriteContext context){(NeedsFinish ? " => FinishCore(message, headerSize, payloadSize, context);" : "")}");
        if (!NeedsFinish)
        {
            _w.Line("{").Line("}").Line();
            return;
        }
        _w.Line().Line(Inline);
        using (_w.Braces($"private void FinishCore({Span} message, int headerSize, int payloadSize, scoped {Runtime}WriteContext context)"))
        {
            EmitMode();
            var checksums = _message.Checksums.Where(c => !IsSimple(c, out _, out _, out _)).ToList();
            if (HasTrailer || checksums.Count > 0)
                EmitWalk(_payload, _message.Elements.Count, checksums);
            if (HasTrailer)
            {
                _w.Line("at = headerSize + payloadSize;");
                EmitPaddings(_message.Elements[_payload].Index);
                EmitWrites(_payload + 1, _message.Elements.Count);
                EmitEnd();
            }
            if (_message.Checksums.Count > 0)
            {
                _w.Line("if (keep)").Indented("return;");
                EmitChecksums();
            }
        }
        _w.Line();
    }

    /// <summary>Ends a message that a terminator ends. Nothing before it may look like it, across fields too.</summary>
    private void EmitEnd()
    {
        if (_message.Terminator is { } terminator)
            _w.Line($"at += {Text}Terminate(message, 0, at, {terminator.Bytes}, {terminator.Escape}, {Quote(_message.Type.Name)});");
    }

    /// <summary>A payload of a given width, also when another message takes its place.</summary>
    private void EmitPayloadWidth()
    {
        string? width = _message.Payload?.Extent.Kind switch
        {
            ExtentKind.Constant => Number(_message.Payload.Extent.Width),
            ExtentKind.Member => "this." + _message.Payload.Extent.Member,
            _ => null,
        };
        if (width is not null)
            _w.Line($"if (payloadSize != {width}{(_message.Payload!.IsConditional ? " && payloadSize != 0" : "")})").Indented($"{Wire}ThrowWidth({Quote($"{_message.Type.Name}.{_message.Payload.PlainName}")}, payloadSize, {width});");
    }

    /// <summary>What is to be done with derived and reserved fields.</summary>
    private void EmitMode()
    {
        if (!_message.HasState)
            return;
        _w.Line($"bool keep = context.Mode == {Runtime}WriteMode.Preserve && _state == {Received};");
        if (_message.Fields.Any(f => f.Reserved is not null))
            _w.Line($"bool keepReserved = context.Mode == {Runtime}WriteMode.Preserve && _state != 0;");
    }

    /// <summary>Walks the sizes once, for what must be known before it is written: lengths, starts of padded scopes, places of checksums.</summary>
    private void EmitWalk(int from, int to, List<ChecksumModel> checksums)
    {
        _w.Line("int at = 0;");
        _sizes.Sizes.Clear();
        _sizes.Starts.Clear();
        _sizes.Ends.Clear();
        foreach (var field in WrittenIn(from, to))
        {
            foreach (var length in field.Lengths)
                _sizes.Sizes.Add(length.Scope);
        }
        foreach (var checksum in checksums)
        {
            _sizes.Starts.Add(checksum.First);
            _sizes.Starts.Add(checksum.Field);
            _sizes.Ends.Add(checksum.Last);
        }
        bool hasPadding = WrittenIn(from, to).Any(f => _message.Scopes.Any(s => s.Open == f.Ordinal && SizeEmitter.IsPadded(s)));
        if (_sizes.Sizes.Count == 0 && checksums.Count == 0 && !hasPadding)
            return;
        _sizes.PayloadSize = HasPayload ? "payloadSize" : "";
        _sizes.IsExact = true;
        _sizes.Walk(0, _message.Elements.Count);
        _sizes.IsExact = false;
        _sizes.PayloadSize = "";
    }

    private IEnumerable<FieldModel> WrittenIn(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            var element = _message.Elements[i];
            if (element.Kind == ElementKind.Field)
                yield return _message.Fields[element.Index];
            else if (element.Kind == ElementKind.Run)
            {
                foreach (int ordinal in _message.Runs[element.Index].Fields)
                    yield return _message.Fields[ordinal];
            }
        }
    }

    private void EmitWrites(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            var element = _message.Elements[i];
            if (element.Kind == ElementKind.Run)
                EmitRun(_message.Runs[element.Index]);
            else if (element.Kind == ElementKind.Field)
                EmitField(_message.Fields[element.Index]);
        }
    }

    private void EmitRun(RunModel run)
    {
        var changed = run.Fields.Select(o => _message.Fields[o]).Where(f => f.IsDerived || f.Const is not null || f.Reserved is not null || f.EscapedBy >= 0).ToList();
        string layout = LayoutField(run.Index);
        string target = $"run{run.Index}";
        _w.Line($"var {target} = message.Slice(at, {run.Size});");
        for (int g = 0; g < run.Groups.Count; g++)
        {
            var group = run.Groups[g];
            var inGroup = changed.Where(f => f.Place!.Group == g).ToList();
            if (inGroup.Count == 0)
            {
                foreach (var (offset, size) in ScalarCode.Members(group))
                    _w.Line($"{Wire}Write({target}.Slice({group.Offset + offset}, {size}), {layout}._{group.Offset + offset});");
                continue;
            }
            EmitGroup(run, group, inGroup, layout, target);
        }
        _w.Line($"at += {run.Size};");
    }

    /// <summary>Writes a group with derived, constant or reserved parts.</summary>
    private void EmitGroup(RunModel run, GroupModel group, List<FieldModel> parts, string layout, string target)
    {
        string type = group.Size > 8 ? "global::System.UInt128" : "ulong";
        string value = $"bits{run.Index}_{group.Offset}";
        ulong others = group.Size >= 8 ? ulong.MaxValue : (1UL << (group.Size * 8)) - 1;
        foreach (var part in parts)
            others &= ~Mask(part);
        string stored = ScalarCode.Group(layout, group, "");
        string state = _message.HasState ? "keep" : "false";
        var terms = new List<string>();
        if (others != 0)
            terms.Add($"({type}){stored} & 0x{others:X}UL");
        foreach (var part in parts)
        {
            string term = Computed(part, stored);
            if (term != "0UL")
                terms.Add(part.Place!.Shift == 0 ? term : $"{term} << {part.Place.Shift}");
        }
        string computed = terms.Count == 0 ? "0UL" : string.Join(" | ", terms.Select(t => terms.Count == 1 ? t : $"({t})"));
        _w.Line(state == "keep" ? $"{type} {value} = keep ? {stored} : {computed};" : $"{type} {value} = {computed};");
        var lines = ScalarCode.SetGroup("SET", group, "", value).Split('\n');
        foreach (string line in lines)
        {
            if (!line.StartsWith("SET._", StringComparison.Ordinal))
            {
                _w.Line(line);
                continue;
            }
            int equals = line.IndexOf('=');
            int offset = int.Parse(line.Substring(5, equals - 6), System.Globalization.CultureInfo.InvariantCulture);
            int size = ScalarCode.Members(group).First(m => m.Offset + group.Offset == offset).Size;
            _w.Line($"{Wire}Write({target}.Slice({offset}, {size}), {line.Substring(equals + 2).TrimEnd(';')});");
        }
    }

    private static ulong Mask(FieldModel field) => field.Scalar!.Bits >= 64 ? ulong.MaxValue : ((1UL << field.Scalar.Bits) - 1) << field.Place!.Shift;

    /// <summary>The integer that is written for a derived, constant or reserved field.</summary>
    private string Computed(FieldModel field, string stored)
    {
        if (field.EscapedBy >= 0)
            return VariableNumberEmitter.Code(_message.Fields[field.EscapedBy], VariableNumberEmitter.Value(_message, _message.Fields[field.EscapedBy], HasPayload ? "payloadSize" : "0"));
        if (field.Const is { } constant)
            return $"{constant}UL";
        if (field.Reserved is { } reserved)
            return field.Place is { } place
                ? $"(keepReserved ? (ulong){stored} >> {place.Shift} & {field.Scalar!.Max} : {reserved}UL)"
                : $"(keepReserved ? (ulong){RawValue(field)} : {reserved}UL)";
        if ((field.Roles & FieldRoles.Checksum) != 0)
            return "0UL";
        if (field.PresenceOf.Count > 0)
            return PresenceCode.Computed(_message, field);
        if (field.Counts.Count > 0)
            return $"{Wire}Count({SizeEmitter.CountOf(_message.Fields[field.Counts[0].Field])}, {Number(field.Counts[0].Bias)}, {field.Scalar!.Max}, {Quote($"{_message.Type.Name}.{_message.Fields[field.Counts[0].Field].PlainName}")}, {Quote(field.PlainName)})";
        string text = "";
        foreach (var length in field.Lengths.Reverse())
        {
            var scope = _message.Scopes[length.Scope];
            string blamed = _message.Fields[scope.Open >= 0 ? scope.Open : scope.Last].PlainName;
            string computed = $"{Wire}Length({Local(_message, scope, "Size")}, {length.Unit}, {Number(length.Bias)}, {Most(field, length)}, {Quote($"{_message.Type.Name}.{blamed}")}, {Quote(field.PlainName)})";
            if (length.When.Length > 0 && field.HasInit)
                text = $"(this.{length.When} ? {computed} : {(text.Length > 0 ? text : $"(ulong){RawValue(field)}")})";
            else if (text.Length > 0)
                text = $"{Wire}Same({computed}, {text}, {Quote($"{_message.Type.Name}.{LastBlamed(field)}")}, {Quote(field.PlainName)})";
            else
                text = computed;
        }
        return text;
    }

    private static string Most(FieldModel field, LengthModel length) => length.Max > 0 ? Number(length.Max) : field.Scalar!.Max;

    /// <summary>The last of the fields of which one length says the extents: the one to change if they differ.</summary>
    private string LastBlamed(FieldModel field)
    {
        var scope = _message.Scopes[field.Lengths[field.Lengths.Count - 1].Scope];
        return _message.Fields[scope.Open >= 0 ? scope.Open : scope.Last].PlainName;
    }

    private string RawValue(FieldModel field) => field.Place is { } place
        ? ScalarCode.Raw(_message, field, LayoutField(place.Run), "")
        : ScalarCode.ToRaw(field.Scalar!, field.Optional == OptionalKind.Nullable ? field.Storage + ".GetValueOrDefault()" : field.Storage, field.PlainName);

    private void EmitField(FieldModel field)
    {
        if (field.Presence.Kind == PresenceKind.When)
            EmitAbsenceCheck(field);
        switch (field.Kind)
        {
            case FieldKind.Scalar:
                using (_w.Braces(field.Optional == OptionalKind.Nullable ? $"if ({PresenceCode.HasValue(_message, field)})" : $"if (this.{field.Presence.Member})"))
                {
                    string raw = field.IsDerived || field.Reserved is not null || field.Const is not null ? Computed(field, "") : RawValue(field);
                    if (field.IsDerived && (field.Roles & FieldRoles.Checksum) == 0)
                        raw = $"keep ? (ulong){RawValue(field)} : {raw}";
                    string order = field.Scalar!.Order switch { ByteOrder.Big => "false", ByteOrder.Little => "true", _ => "this." + field.Scalar.OrderMember };
                    _w.Line(field.Scalar.Bits > 64
                        ? $"{Wire}WriteWide(message.Slice(at, 16), {raw}, {order});"
                        : $"{Wire}WriteInteger(message.Slice(at, {field.Scalar.Bytes}), {raw}, {order});");
                    _w.Line($"at += {field.Scalar.Bytes};");
                }
                break;
            case FieldKind.Digits or FieldKind.Escaped:
                string there = field.Presence.Kind switch { PresenceKind.Always => "", PresenceKind.When => $"if (this.{field.Presence.Member})", _ => $"if ({PresenceCode.HasValue(_message, field)})" };
                using (_w.Braces(there))
                    VariableNumberEmitter.EmitWrite(_w, _message, field, _message.HasState);
                break;
            case FieldKind.Padding:
                using (_w.Braces(""))
                {
                    _w.Line($"int size = {Wire}Padding(at, {field.Extent.Width});");
                    _w.Line("message.Slice(at, size).Clear();");
                    _w.Line($"if (keep && {field.Storage}.Length <= size)");
                    using (_w.Braces(""))
                        _w.Line($"{field.Storage}.CopyTo(message.Slice(at));").Line($"size = {field.Storage}.Length;");
                    _w.Line("at += size;");
                }
                break;
            case FieldKind.Message or FieldKind.Value:
                string value = field.Optional == OptionalKind.None ? $"in {field.Storage}" : $"{field.Storage}.GetValueOrDefault()";
                string? extent = field.Extent.Kind switch { ExtentKind.Constant => Number(field.Extent.Width), ExtentKind.Member => "this." + field.Extent.Member, _ => null };
                if (extent is not null)
                    _w.Line($"if ({(field.Optional == OptionalKind.None ? "" : $"{field.Storage}.HasValue && ")}{Wire}SizeOf({value}) != {extent})").Indented($"{Wire}ThrowWidth({Quote($"{_message.Type.Name}.{field.PlainName}")}, {Wire}SizeOf({value}), {extent});");
                if (field.Optional != OptionalKind.None)
                    _w.Line($"if ({field.Storage}.HasValue)").Indented($"at += {Wire}Write({value}, message, at, context);");
                else if (field.Presence.Kind == PresenceKind.When)
                    _w.Line($"if (this.{field.Presence.Member})").Indented($"at += {Wire}Write({value}, message, at, context);");
                else
                    _w.Line($"at += {Wire}Write({value}, message, at, context);");
                break;
            default:
                EmitWindow(field);
                break;
        }
        // What was received has its padding within, or was cut short before it.
        EmitPaddings(field.Ordinal, _message.HasState ? "keep ? 0 : " : "");
    }

    private void EmitWindow(FieldModel field)
    {
        string bytes = SizeEmitter.BytesOf(field), size = _sizes.SizeOf(field);
        if (field.Limit > 0)
            _w.Line($"if ({(field.Kind == FieldKind.Scalars || (field.Kind == FieldKind.List && !StorageEmitter.IsWindow(field)) ? $"{field.Storage}.Count" : $"{bytes}.Length")} > {field.Limit})").Indented($"{Wire}ThrowLimit({Quote($"{_message.Type.Name}.{field.PlainName}")}, {field.Limit});");
        if (field.ConstBytes.Length > 0)
        {
            using (_w.Braces(field.Presence.Kind == PresenceKind.When ? $"if (this.{field.Presence.Member})" : ""))
            {
                _w.Line($"{bytes}.CopyTo(message.Slice(at));").Line($"at += {field.Extent.Width};");
                if (field.Terminator is { } end)
                    _w.Line($"{end.Expression("")}.CopyTo(message.Slice(at));").Line($"at += {end.Length};");
            }
            return;
        }
        if (field.Extent.Kind == ExtentKind.Constant && field.Kind == FieldKind.Bytes)
        {
            _w.Line($"if ({bytes}.Length > {field.Extent.Width})").Indented($"{Wire}ThrowWidth({Quote($"{_message.Type.Name}.{field.PlainName}")}, {bytes}.Length, {field.Extent.Width});");
            using (_w.Braces($"if ({size} != 0)"))
            {
                _w.Line($"message.Slice(at, {field.Extent.Width}).Clear();").Line($"{bytes}.CopyTo(message.Slice(at));").Line($"at += {field.Extent.Width};");
                if (field.Terminator is { } end)
                    _w.Line($"{end.Expression("")}.CopyTo(message.Slice(at));").Line($"at += {end.Length};");
            }
            return;
        }
        if (field.Kind == FieldKind.Scalars && field.Item!.Width > 1)
            _w.Line($"if ({bytes}.Length % {field.Item.Width} != 0)").Indented($"{Wire}ThrowPart({Quote($"{_message.Type.Name}.{field.PlainName}")}, {bytes}.Length, {field.Item.Width});");
        string? width = field.Extent.Kind switch { ExtentKind.Member => "this." + field.Extent.Member, ExtentKind.Constant => Number(field.Extent.Width), _ => null };
        if (width is not null)
        {
            string absent = field.Presence.Kind == PresenceKind.Always ? "" : $"{bytes}.Length != 0 && ";
            _w.Line($"if ({absent}{bytes}.Length != {width})").Indented($"{Wire}ThrowWidth({Quote($"{_message.Type.Name}.{field.PlainName}")}, {bytes}.Length, {width});");
        }
        if (field.While.Length > 0)
            TextEmitter.EmitCheckRun(_w, field, bytes, Quote($"{_message.Type.Name}.{field.PlainName}"));
        if (field.Terminator is { } terminator)
        {
            string guard = field.Presence.Kind == PresenceKind.When ? $"if (this.{field.Presence.Member})" : "";
            using (_w.Braces(guard))
                EmitTerminated(field, terminator, bytes);
            return;
        }
        _w.Line($"{bytes}.CopyTo(message.Slice(at));").Line($"at += {bytes}.Length;");
    }

    private const string Text = "global::Codecs.CompilerServices.TextWire.";

    private void EmitTerminated(FieldModel field, TerminatorModel terminator, string bytes)
    {
        string name = Quote($"{_message.Type.Name}.{field.PlainName}");
        _w.Line("int start = at;").Line($"{bytes}.CopyTo(message.Slice(at));").Line($"at += {bytes}.Length;");
        string terminate = $"at += {Text}Terminate(message, start, at, {terminator.Expression("")}, {terminator.Escape}, {name});";
        if (!terminator.IsOptional)
        {
            _w.Line(terminate);
            return;
        }
        // Left out where nothing follows in what encloses the field.
        int last = field.Extent.Scope < 0 ? _message.Fields.Count - 1 : _message.Scopes[field.Extent.Scope].Last;
        _sizes.PayloadSize = HasPayload ? "payloadSize" : "";
        var following = _message.Fields.Where(f => f.Ordinal > field.Ordinal && f.Ordinal <= last).Select(f => f.Place is null ? _sizes.SizeOf(f) : "1").ToList();
        _sizes.PayloadSize = "";
        string follows = following.Count == 0 ? "false" : $"{string.Join(" + ", following)} != 0";
        _w.Line($"if (keep ? {StorageEmitter.Ended(field)} : {follows})").Indented(terminate);
        _w.Line("else").Indented($"{Text}CheckFree({bytes}, {terminator.Expression("")}, {terminator.Escape}, {name});");
    }

    private void EmitAbsenceCheck(FieldModel field)
    {
        string isSet = field.Kind switch
        {
            FieldKind.Scalar when field.IsDerived => "",
            FieldKind.Scalar when field.Optional == OptionalKind.Nullable => $"{field.Storage}.HasValue",
            FieldKind.Scalar => $"!global::System.Collections.Generic.EqualityComparer<{field.Type}>.Default.Equals({field.Storage}, default)",
            FieldKind.Message or FieldKind.Value => field.Optional == OptionalKind.None ? "" : $"{field.Storage}.HasValue",
            _ when field.ConstBytes.Length > 0 => "",
            _ => $"{SizeEmitter.BytesOf(field)}.Length != 0",
        };
        if (isSet.Length > 0)
            _w.Line($"if (!this.{field.Presence.Member} && {isSet})").Indented($"{Wire}ThrowAbsent({Quote($"{_message.Type.Name}.{field.PlainName}")}, {Quote(field.Presence.Member)});");
        // What the message says is there would be taken from what follows.
        if (isSet.EndsWith(".HasValue", StringComparison.Ordinal))
            _w.Line($"if (this.{field.Presence.Member} && !{isSet})").Indented($"{Wire}ThrowMissing({Quote($"{_message.Type.Name}.{field.PlainName}")});");
    }

    private void EmitPaddings(int ordinal, string unless = "")
    {
        foreach (var scope in _message.Scopes.Where(s => s.Open == ordinal && SizeEmitter.IsPadded(s)))
        {
            using (_w.Braces(""))
            {
                _w.Line($"int padding = {unless}{_sizes.Padding(scope)};");
                _w.Line("message.Slice(at, padding).Clear();").Line("at += padding;");
            }
        }
    }

    private void EmitChecksums()
    {
        foreach (var checksum in _message.Checksums)
        {
            var field = _message.Fields[checksum.Field];
            string type = field.Scalar!.Integer;
            string order = field.Scalar.Order == ByteOrder.Big ? "Big" : "Little";
            if (!IsSimple(checksum, out string start, out string end, out string place))
            {
                start = $"start{checksum.First}";
                end = $"end{checksum.Last}";
                place = $"start{checksum.Field}";
            }
            string size = start == "0" ? end : $"{end} - {start}";
            string seed = checksum.Seed.Length == 0 ? $"default({checksum.Type})" : checksum.SeedIsMethod ? $"{checksum.Seed}(context.PseudoHeader, {size})" : checksum.Seed;
            string value = $"{Wire}Checksum<{checksum.Type}, {type}>({seed}, message.Slice({start}, {size}))";
            _w.Line($"{Wire}Write(message.Slice({place}, {field.Scalar.Bytes}), {(field.Scalar.Bytes == 1 ? value : $"{Wire}{order}({value})")});");
        }
    }

    /// <summary>Is the range from a constant place up to the payload's start or end, and the field at a constant place?</summary>
    private bool IsSimple(ChecksumModel checksum, out string start, out string end, out string place)
    {
        start = end = place = "";
        var first = _message.Fields[checksum.First];
        var field = _message.Fields[checksum.Field];
        if (_message.Elements[0].Kind != ElementKind.Run || first.Place is not { Run: 0 } || field.Place is not { Run: 0 })
            return false;
        start = Number(first.Place.BitOffset / 8);
        place = Number(field.Place.BitOffset / 8);
        if (checksum.Last == _message.Carrier?.Payload)
            end = "headerSize + payloadSize";
        else if (_message.Carrier is { } carrier && checksum.Last == carrier.Payload - 1)
            end = "headerSize";
        else if (_message.Carrier is null && checksum.Last == _message.Fields.Count - 1)
            end = "headerSize";
        else
            return false;
        return true;
    }
}
