using Codecs.Generators.Emit.Fields;
using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>Sizes and writing: forward, in one pass, what comes before the payload, the payload, and what comes after it.</summary>
internal sealed partial class WriterEmitter
{
    private readonly SourceWriter _w;
    private readonly MessageModel _message;

    /// <summary>Index of the payload among the elements; their number if there is none.</summary>
    private readonly int _payload;

    // Of a message that is written list by list: counts are written when it is complete.
    private bool _isHead;

    private WriterEmitter(SourceWriter w, MessageModel message)
    {
        _w = w;
        _message = message;
        _payload = message.Elements.Count;
        for (int i = 0; i < message.Elements.Count; i++)
        {
            if (message.Elements[i].Kind == ElementKind.Field && message.Elements[i].Index == message.Carrier?.Payload)
                _payload = i;
        }
    }

    private string Self => _message.Type.FullName;

    private bool HasPayload => _message.Carrier is not null;

    /// <summary>Does a part refer to the message around this one, so that places count from its start?</summary>
    private bool HasOffset => _message.HasBackReferences;

    private string OffsetParameter => HasOffset ? "int offset, " : "";

    private string Keep => _message.HasState ? "keep" : "false";

    private WriteSite Site => new(HasPayload ? "payloadSize" : "", Keep, _message.Fields.Any(f => f.Reserved is not null || f.IsFiller || f.IgnoresCase) ? "keepReserved" : "false", _message.IsCompressed);

    public static void Emit(SourceWriter w, MessageModel message)
    {
        var emitter = new WriterEmitter(w, message);
        emitter.EmitPublic();
        emitter.EmitContract();
        emitter.EmitWriteCore();
        emitter.EmitSizes();
        emitter.EmitWriteHeader();
        emitter.EmitFinish();
        CaseCode.EmitPayload(w, message);
        foreach (var field in message.Fields)
        {
            if (FieldCode.Of(message, field) is NumberFieldCode number && field.IsVariableNumber)
                number.EmitMembers(w);
        }
    }

    private string CallWriteCore(string message, string context, string offset = "0") => HasOffset ? $"WriteCore({message}, {offset}, {context})" : $"WriteCore({(offset == "0" ? message : $"{message}.Slice({offset})")}, {context})";

    private void EmitContract()
    {
        if (_message.IsCompressed)
            _w.Line($"static bool {Runtime}IWritable.IsCompressed => true;").Line();
        else if (IsExact)
            _w.Line($"static bool {Runtime}IWritable.IsExact => true;").Line();
        if (_message.IsOrigin)
            _w.Line($"static int {Runtime}IPresentable<{Self}>.GetParsedSize(scoped in {Self} value) => value._state == {Received} ? value._origin.Length : value.GetMaxSize();").Line();
        _w.Line(Inline);
        _w.Line($"int {Runtime}IWritable.Write({Span} message, int offset, scoped {Runtime}WriteContext context) => {CallWriteCore("message", "context", "offset")};").Line();
        if (!_message.IsStandalone)
        {
            string argument = ParserEmitter.ArgumentType(_message);
            _w.Line($"int {Runtime}ICodec<{Self}, {argument}>.GetMaxSize({argument} argument) => WithArgument(argument).GetMaxSize();").Line();
            _w.Line($"int {Runtime}ICodec<{Self}, {argument}>.Write({Span} message, int offset, {argument} argument, scoped {Runtime}WriteContext context) => WithArgument(argument).{CallWriteCore("message", "context", "offset")};").Line();
            string with = string.Concat(_message.Parameters.Select((p, i) => $"\n    {Unsafe}AsRef(in message.{p.Storage}) = argument{(_message.Parameters.Count == 1 ? "" : $".Item{i + 1}")};"));
            _w.Line($"// The message as who encloses it sees it.\nprivate {Self} WithArgument({argument} argument)\n{{\n    var message = this;{with}\n    return message;\n}}").Line();
        }
        string header = HasOffset ? "message, offset" : "message.Slice(offset)";
        _w.Line(Inline);
        _w.Line($"int {Runtime}ILayer<{Self}>.GetHeaderSize(int payloadSize) => GetHeaderSizeCore(payloadSize);").Line();
        _w.Line(Inline);
        _w.Line($"int {Runtime}ILayer<{Self}>.GetTrailerSize(int payloadSize) => GetTrailerSizeCore(payloadSize);").Line();
        _w.Line(Inline);
        _w.Line($"{Runtime}PseudoHeader {Runtime}ILayer<{Self}>.GetPseudoHeader({Runtime}PseudoHeader below) => {_message.PseudoHeader};").Line();
        _w.Line(Inline);
        _w.Line($"int {Runtime}ILayer<{Self}>.WriteHeader({Span} message, int offset, int payloadSize, scoped {Runtime}WriteContext context, bool mayKeep) => WriteHeaderCore({header}, payloadSize, context{(Summed is null ? "" : ", out _")}{(_message.HasState ? ", mayKeep" : "")});").Line();
        _w.Line(Inline);
        _w.Line($"void {Runtime}ILayer<{Self}>.Finish({Span} message, int offset, int headerSize, int payloadSize, scoped {Runtime}WriteContext context){(NeedsFinish ? $" => FinishCore({header}, headerSize, payloadSize, context);" : "\n{\n}")}").Line();
    }

    private void EmitWriteCore()
    {
        if (_message.IsOrigin)
        {
            using (_w.Braces($"private int WriteCore({Span} message, scoped {Runtime}WriteContext context)"))
            {
                using (_w.Braces($"if (context.Mode == {Runtime}WriteMode.Preserve && _state == {Received})"))
                    _w.Line("return _origin.TryCopyTo(message) ? _origin.Length : -1;");
                _w.Line($"var references = new {Runtime}BackReferences();");
                using (_w.Braces("try"))
                    _w.Line("return WriteParts(message, context.WithBackReferences(ref references));");
                using (_w.Braces("finally"))
                    _w.Line("references.Dispose();");
            }
            _w.Line();
        }
        else
        {
            _w.Line(Inline);
        }
        using (_w.Braces($"private int {(_message.IsOrigin ? "WriteParts" : "WriteCore")}({Span} message, {OffsetParameter}scoped {Runtime}WriteContext context)"))
        {
            if (_message.IsCompressed)
                EmitCompressedBody();
            else if (HasPayload)
                EmitPayloadBody();
            else
                EmitPlainBody();
        }
        _w.Line();
    }

    private void EmitPlainBody()
    {
        _w.Line($"int size = WriteHeaderCore(message, 0, context{(Summed is null ? "" : ", out _")});");
        if (NeedsFinish)
            _w.Line("FinishCore(message, size, 0, context);");
        _w.Line("return size;");
    }

    private void EmitPayloadBody()
    {
        var payload = _message.Payload!;
        string bytes = Windows.Bytes(_message, payload);
        _w.Line($"int size = {FieldCode.Of(_message, payload with { Terminator = null }).TotalSize(SizeSite.Most)};");
        _w.Line($"int header = WriteHeaderCore(message, size, context{(Summed is null ? "" : IsSummedInHeader ? ", out _" : ", out ulong words")});");
        if (Summed is not null && !IsSummedInHeader)
        {
            EmitPayloadSum(bytes);
            _w.Line("return header + size;");
            return;
        }
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

    private void EmitCompressedBody()
    {
        string offset = HasOffset ? "offset, " : "", from = HasOffset ? "offset + " : "";
        _w.Line($"int header = WriteHeaderCore(message, {offset}0, context);");
        _w.Line("if (header < 0)").Indented("return -1;");
        if (!HasPayload)
        {
            if (NeedsFinish)
                _w.Line($"FinishCore(message, {offset}header, 0, context);");
            _w.Line("return header;");
            return;
        }
        var payload = _message.Payload!;
        if (payload.IsCompressed)
        {
            _w.Line($"int size = WritePayload(message, {from}header, context);").Line("if (size < 0)").Indented("return -1;");
        }
        else
        {
            string bytes = Windows.Bytes(_message, payload);
            _w.Line($"int size = {bytes}.Length;").Line($"if (message.Length - {(HasOffset ? "offset - " : "")}header < size)").Indented("return -1;");
            _w.Line($"{bytes}.CopyTo(message.Slice({from}header));");
        }
        if (HasTrailer)
            _w.Line($"if (message.Length - {(HasOffset ? "offset - " : "")}header - size < GetTrailerSizeCore(size))").Indented("return -1;");
        if (NeedsFinish)
            _w.Line($"FinishCore(message, {offset}header, size, context);");
        _w.Line($"return header + size{(HasTrailer ? " + GetTrailerSizeCore(size)" : "")};");
    }

    /// <summary>Is the size that of the fixed part and of spans, which are written as they are?</summary>
    private bool IsExact => _message.Terminator is null && !HasOffset && _message.Fields.All(f => f.Place is not null
        || (f is { Kind: FieldKind.Bytes or FieldKind.Scalars or FieldKind.List, Optional: OptionalKind.None, IsWindow: true, Terminator: null, SlotLength: < 0, IsDigest: false, IsFiller: false, IsCompressed: false, ConstBytes.Length: 0 }
            && (f.Kind != FieldKind.List || !Windows.IsKeptAsList(f)) && f.Extent.Kind is ExtentKind.Open));

    private bool HasTrailer => HasPayload && (_message.Terminator is not null || _message.Payload!.Terminator is not null || _message.Elements.Skip(_payload + 1).Any(e => e.Kind is ElementKind.Run or ElementKind.Field)
        || _message.Scopes.Any(s => s.Open == _message.Carrier!.Payload && SizeEmitter.IsPadded(s)));

    /// <summary>Lengths of ranges that hold the payload, which are known when that has been written.</summary>
    private IEnumerable<ScopeModel> PatchedWithPayload => _message.Scopes.Where(s => Derived.IsPatched(_message, s) && HasPayload && s.First <= _message.Carrier!.Payload && s.Last >= _message.Carrier.Payload && s.Form != ScopeForm.Check);

    private bool NeedsFinish => HasTrailer || (_message.Checksums.Count > 0 && !IsSummedInHeader) || PatchedWithPayload.Any();

    private void EmitSizes()
    {
        var site = new SizeSite(HasPayload ? "payloadSize" : "", "");
        _w.Line(Inline);
        if (_payload == 1 && _message.Elements[0].Kind == ElementKind.Run)
        {
            _w.Line($"private int GetHeaderSizeCore(int payloadSize) => {_message.Runs[0].Size};");
        }
        else
        {
            using (_w.Braces("private int GetHeaderSizeCore(int payloadSize)"))
            {
                _w.Line("int at = 0;");
                new SizeEmitter(_w, _message, site).Walk(0, _payload);
                _w.Line("return at;");
            }
        }
        _w.Line();
        _w.Line(Inline);
        if (!HasTrailer)
        {
            _w.Line("private int GetTrailerSizeCore(int payloadSize) => 0;");
        }
        else
        {
            using (_w.Braces("private int GetTrailerSizeCore(int payloadSize)"))
            {
                // Padding depends on where the payload starts.
                _w.Line("int at = 0;");
                new SizeEmitter(_w, _message, site).Walk(0, _message.Elements.Count);
                _w.Line($"return at{(_message.Terminator is { } terminator ? $" + {terminator.Length}" : "")} - GetHeaderSizeCore(payloadSize) - payloadSize;");
            }
        }
        _w.Line();
    }

    /// <summary>What is to be done with derived and reserved fields.</summary>
    private void EmitMode(string condition = "")
    {
        if (!_message.HasState)
            return;
        _w.Line($"bool keep = {condition}context.Mode == {Runtime}WriteMode.Preserve && _state == {Received};");
        if (_message.Fields.Any(f => f.Reserved is not null || f.IsFiller || f.IgnoresCase))
            _w.Line($"bool keepReserved = {condition}context.Mode == {Runtime}WriteMode.Preserve && _state != 0;");
    }

    /// <summary>Walks the sizes once, for what must be known before it is written: lengths, starts of padded scopes, places of checksums.</summary>
    private void EmitWalk(int from, int to, List<ChecksumModel> checksums)
    {
        _w.Line("int at = 0;");
        var sizes = new SizeEmitter(_w, _message, new SizeSite(HasPayload ? "payloadSize" : "", Keep));
        foreach (var field in WrittenIn(from, to).Where(f => !f.IsVariableNumber))
        {
            foreach (var length in field.Lengths.Where(l => l.Target < 0 && !Derived.IsPatched(_message, _message.Scopes[l.Scope])))
                sizes.Sizes.Add(length.Scope);
        }
        foreach (var checksum in checksums)
        {
            sizes.Starts.Add(checksum.First);
            sizes.Starts.Add(checksum.Field);
            sizes.Ends.Add(checksum.Last);
        }
        bool hasPadding = WrittenIn(from, to).Any(f => _message.Scopes.Any(s => s.Open == f.Ordinal && SizeEmitter.IsPadded(s)))
            || (HasPayload && from == _payload && _message.Scopes.Any(s => s.Open == _message.Carrier!.Payload && SizeEmitter.IsPadded(s)));
        if (sizes.Sizes.Count > 0 || checksums.Count > 0 || hasPadding)
            sizes.Walk(0, _message.Elements.Count);
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

    private void EmitWriteHeader()
    {
        _w.Line(Inline);
        using (_w.Braces($"private int WriteHeaderCore({Span} message, {OffsetParameter}int payloadSize, scoped {Runtime}WriteContext context{(Summed is null ? "" : ", out ulong words")}{(_message.HasState ? ", bool mayKeep = true" : "")})"))
        {
            if (Summed is not null)
                _w.Line("words = 0;");
            // A constant where it is false: then the compiler sees that nobody asks for the state, and makes none.
            EmitMode("mayKeep && ");
            EmitPayloadChecks();
            EmitWalk(0, _payload, []);
            _w.Line(HasOffset ? "at = offset;" : "at = 0;");
            EmitWrites(0, _payload);
            if (!HasPayload)
                EmitEnd();
            if (IsSummedInHeader)
                EmitHeaderSum();
            _w.Line(HasOffset ? "return at - offset;" : "return at;");
        }
        _w.Line();
    }

    /// <summary>A payload that must be absent, or of a given width, also when another message takes its place.</summary>
    private void EmitPayloadChecks()
    {
        if (_message.Payload is not { } payload)
            return;
        string name = Quote($"{_message.Type.Name}.{payload.PlainName}");
        string? width = payload.Extent.Kind switch { ExtentKind.Constant => Number(payload.Extent.Width), ExtentKind.Member => "this." + payload.Extent.Member, _ => null };
        if (width is not null)
            _w.Line($"if (payloadSize != {width}{(payload.IsConditional ? " && payloadSize != 0" : "")})").Indented($"{Wire}ThrowWidth({name}, payloadSize, {width});");
        if (payload.Presence is { Kind: PresenceKind.When, Member: var member })
            _w.Line($"if (!this.{member} && payloadSize != 0)").Indented($"{Wire}ThrowAbsent({name}, {Quote(member)});");
    }

    private void EmitFinish()
    {
        if (NeedsFinish)
            EmitFinishCore();
        ChecksumEmitter.EmitWrite(_w, _message, checksums => EmitWalk(_message.Elements.Count, _message.Elements.Count, checksums));
    }

    private void EmitFinishCore()
    {
        _w.Line(Inline);
        using (_w.Braces($"private void FinishCore({Span} message, {OffsetParameter}int headerSize, int payloadSize, scoped {Runtime}WriteContext context)"))
        {
            if (HasTrailer)
            {
                EmitMode();
                EmitWalk(_payload + 1, _message.Elements.Count, []);
                _w.Line(HasOffset ? "at = offset + headerSize + payloadSize;" : "at = headerSize + payloadSize;");
                EmitBehind(_message.Payload!);
                EmitWrites(_payload + 1, _message.Elements.Count);
                EmitEnd();
            }
            foreach (var scope in PatchedWithPayload)
                EmitPatchWithPayload(scope);
            if (_message.Checksums.Count > 0 && !IsSummedInHeader)
            {
                string argument = HasOffset ? "message.Slice(offset)" : "message";
                _w.Line($"if (context.Mode != {Runtime}WriteMode.Preserve || _state != {Received})").Indented($"WriteChecksums({argument}, headerSize, payloadSize, new {Runtime}WriteContext {{ PseudoHeader = context.PseudoHeader }});");
            }
        }
        _w.Line();
    }
}
