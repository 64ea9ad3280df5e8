using Codecs.Generators.Emit.Fields;
using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>
/// The common case of a message with a length that has longer forms, inlined into the caller: a fixed part with the shortest form of that length, numbers of which bits say whether they are there,
/// and what the length bounds.
/// </summary>
internal static class EscapedPathEmitter
{
    /// <summary>Is the message so?</summary>
    public static bool Applies(MessageModel message)
    {
        var elements = message.Elements;
        if (!message.IsStandalone || message.FastPath is not null || message.HasBackReferences || message.Delta >= 0 || message.Terminator is not null || message.Limit > 0
            || message.Runs.Count != 1 || message.Scopes.Count != 1 || elements.Count < 6 || elements[0].Kind != ElementKind.Run || message.Runs[0].Groups.Any(g => g.Order == ByteOrder.Runtime)
            || message.Runs[0].Fields.Any(f => message.Fields[f] is { Const: not null } or { Require.Length: > 0 } or { Optional: not OptionalKind.None } or { IsDerived: true, PresenceOf.Count: 0, EscapedBy: < 0 }))
            return false;
        int last = elements.Count - 1;
        return Field(message, 1) is { Kind: FieldKind.Escaped, Presence.Kind: PresenceKind.Always, Optional: OptionalKind.None, Limit: 0 } length
            && message.Fields[length.Escape!.Code].Scalar is { Bits: <= 16 }
            && Enumerable.Range(2, last - 5).All(i => Field(message, i) is { } field && IsFlagged(message, field))
            && elements[last - 3].Kind == ElementKind.Open && elements[last - 2].Kind == ElementKind.Bind && elements[last].Kind == ElementKind.Close
            && IsPlain(message.Scopes[0], length)
            && Field(message, last - 1) is
            {
                Kind: FieldKind.Bytes or FieldKind.Value, Presence.Kind: PresenceKind.Always, Optional: OptionalKind.None, Extent: { Kind: ExtentKind.Open or ExtentKind.Self, Tail.Count: 0 },
                Require.Length: 0, Limit: 0, Terminator: null, Token.Length: 0, While.Length: 0, IsDigest: false, ConstBytes.Length: 0, IsFiller: false,
            };
    }

    public static void Emit(SourceWriter w, MessageModel message)
    {
        var length = Field(message, 1)!;
        w.Line($"{Unsafe}SkipInit(out message);");
        w.Line("// Room for the longest header of these: less is rare, and then nothing needs to be compared while it is read.");
        w.Line($"if (source.Length < {LongestHeader(message, length)})").Indented("goto general;");
        w.Line($"ref readonly {Layout(0)} layout = ref {Marshal}AsRef<{Layout(0)}>(source);");
        w.Line($"ref readonly byte start = ref {Marshal}GetReference(source);");
        w.Line($"uint length = (uint){ScalarCode.Raw(message, message.Fields[length.Escape!.Code], "layout", "message.")};");
        w.Line($"int at = {message.Runs[0].Size};");
        EmitLongerForm(w, length);
        w.Line($"{Unsafe}AsRef(in message.{LayoutField(0)}) = layout;");
        if (message.HasState)
            w.Line($"{Unsafe}AsRef(in message._state) = {Received};");
        w.Line($"{Unsafe}AsRef(in message.{length.Storage}) = {StorageEmitter.Kept(length, "length")};");
        int last = message.Elements.Count - 1;
        for (int i = 2; i < last - 3; i++)
            EmitFlagged(w, message, Field(message, i)!);
        w.Line("int end = at + (int)length;");
        w.Line("if ((uint)end > (uint)source.Length)").Indented("goto general;");
        EmitPayload(w, Field(message, last - 1)!);
        if (length.Require.Length > 0)
            w.Line($"if (!message.{length.Require})").Indented("goto general;");
        w.Line($"return {Result}.Done(end);");
        w.Label("general");
        w.Line("return ParseRarely(source, out message);");
    }

    private static FieldModel? Field(MessageModel message, int element) =>
        message.Elements[element] is { Kind: ElementKind.Field, Index: var index } ? message.Fields[index] : null;

    private static bool IsFlagged(MessageModel message, FieldModel field) =>
        field is { Kind: FieldKind.Scalar, Optional: OptionalKind.Nullable, Presence: { Kind: PresenceKind.Flag, Bit: < 0, Field: >= 0 }, Const: null, Reserved: null, IsDelta: false, Require.Length: 0, Scalar: { Bits: <= 64, Order: not ByteOrder.Runtime } }
        && message.Fields[field.Presence.Field] is { Place: not null, Presence.Kind: PresenceKind.Always };

    private static bool IsPlain(ScopeModel scope, FieldModel length) =>
        scope.Descriptor == length.Ordinal && scope is { Parent: -1, Unit: 1, Bias: 0, IsConditional: false, Form: ScopeForm.Leading, Checks.Count: 0, TailOfParent.Count: 0 };

    private static int LongestHeader(MessageModel message, FieldModel length) =>
        message.Runs[0].Size + (IsShort(length.Escape!) ? length.Escape!.Forms[0].Bytes : 0) + Enumerable.Range(2, message.Elements.Count - 6).Sum(i => Field(message, i)!.Scalar!.Bytes);

    private static ulong LeastCode(EscapeModel escape) => escape.Forms.Min(form => form.Code);

    private static bool IsShort(EscapeModel escape) => escape.Forms[0] is { Bytes: <= sizeof(ushort), Bias: <= ushort.MaxValue } form && form.Code == LeastCode(escape);

    /// <summary>The next longer form, if it is short: it is common enough not to leave it to the general parser.</summary>
    private static void EmitLongerForm(SourceWriter w, FieldModel length)
    {
        var form = length.Escape!.Forms[0];
        ulong least = LeastCode(length.Escape);
        if (!IsShort(length.Escape))
        {
            w.Line($"if (length >= {least})").Indented("goto general;");
            return;
        }
        using (w.Braces($"if (length >= {least})"))
        {
            w.Line($"if (length != {least})").Indented("goto general;");
            w.Line($"length = (uint){Wire}ReadInteger({Next(form.Bytes)}, {(length.Scalar!.Order == ByteOrder.Little ? "true" : "false")}) + {form.Bias};");
            w.Line("// Only the shortest form is valid.");
            w.Line($"if (length < {least}{(length.Scalar.Bits < 64 ? $" || length > {length.Scalar.Max}" : "")})").Indented("goto general;");
            w.Line($"at += {form.Bytes};");
        }
    }

    private static void EmitFlagged(SourceWriter w, MessageModel message, FieldModel field)
    {
        var code = new ScalarFieldCode(message, field);
        string target = $"{Unsafe}AsRef(in message.{field.Storage})";
        using (w.Braces($"if ({ScalarCode.Raw(message, message.Fields[field.Presence.Field], "layout", "message.")} != 0)"))
        {
            w.Line($"{target} = {StorageEmitter.Kept(field, code.ReadRawFrom(Next(field.Scalar!.Bytes)))};");
            w.Line($"at += {field.Scalar.Bytes};");
        }
        using (w.Braces("else"))
            w.Line($"{target} = default;");
    }

    private static string Next(int bytes) => $"{Wire}Window(in start, at, at + {bytes})";

    private static void EmitPayload(SourceWriter w, FieldModel field)
    {
        string target = $"{Unsafe}AsRef(in message.{field.Storage})";
        if (field.Kind == FieldKind.Bytes)
        {
            w.Line($"{target} = {Wire}Window(in start, at, end);");
            return;
        }
        string argument = field.Argument.Length == 0 ? "" : field.Argument.Replace("{0}", "message.") + ", ";
        w.Line($"var result = {Wire}Parse(source.Slice(0, end), at, {argument}new {Runtime}ParseContext {{ Depth = 1 }}, out {field.ValueType} value);");
        w.Line("if (!result || result.BytesConsumed != end - at)").Indented("goto general;");
        w.Line($"{target} = value;");
    }
}
