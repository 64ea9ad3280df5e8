using System.Globalization;
using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>
/// The common case of a message that a terminator ends, inlined into the caller: its end is near, and before it are numbers in digits, words, values of field types, and then the rest.
/// </summary>
internal static class LinePathEmitter
{
    // What is inlined stays small.
    private const int MostFields = 6;
    private const int MostSigns = 3;
    private const int MostDigits = 4;

    /// <summary>Is the message so?</summary>
    public static bool Applies(MessageModel message) =>
        message is { IsStandalone: true, HasBackReferences: false, IsOrigin: false, Delta: < 0, Terminator: { Member.Length: 0, Escape: < 0, Signs.Length: <= MostSigns } }
        && message.Runs.Count == 0 && message.Scopes.Count == 0 && message.Checksums.Count == 0 && message.Fields.Count is > 0 and <= MostFields
        && message.Elements.Count == message.Fields.Count
        && message.Fields.All(f => IsPlain(f) && (IsNumber(f) || IsValue(f) || IsWord(f) || IsRest(message, f)))
        // What comes before a part of fixed width must leave room for it.
        && message.Fields.SkipWhile(IsNumber).All(f => !IsNumber(f));

    public static void Emit(SourceWriter w, MessageModel message)
    {
        var terminator = message.Terminator!;
        // A member that is an argument must find what was not read yet as the general parser leaves it.
        w.Line(message.Fields.Any(f => f.Argument.Length > 0) ? "message = default;" : $"{Unsafe}SkipInit(out message);");
        string place = $"{Text}FindNear(source, {string.Join(", ", terminator.Signs.Select(Literal))})";
        w.Line($"int end = {place}{(terminator.Ahead > 0 ? $" - {Number(terminator.Ahead)}" : "")}, at = 0;");
        w.Line($"if ((uint)end > {(message.Limit > 0 ? Number(message.Limit) : $"{Text}DefaultLimit")} || !global::System.MemoryExtensions.StartsWith(source.Slice(end), {terminator.Bytes}))").Indented("goto general;");
        foreach (var field in message.Fields)
            EmitField(w, message, field);
        if (!IsRest(message, message.Fields[message.Fields.Count - 1]))
            w.Line("if (at != end)").Indented("goto general;");
        if (message.HasState)
            w.Line($"{Unsafe}AsRef(in message._state) = {Received};");
        w.Line($"return {Result}.Done(end + {Number(terminator.Length)});");
        w.Label("general");
        w.Line("return ParseRarely(source, out message);");
    }

    private static void EmitField(SourceWriter w, MessageModel message, FieldModel field)
    {
        if (IsNumber(field))
            EmitNumber(w, field);
        else if (IsValue(field))
            EmitValue(w, field);
        else if (IsWord(field))
            EmitWord(w, field);
        else
            w.Line($"{Target(field)} = {Made(field, "source.Slice(at, end - at)")};");
    }

    private static void EmitNumber(SourceWriter w, FieldModel field)
    {
        int count = field.Digits!.Count;
        string number = "number" + Number(field.Ordinal);
        w.Line($"if (!{Text}TryReadDecimal(source.Slice(0, end), at, {Number(count)}, out uint {number}))").Indented("goto general;");
        if (field.Scalar!.Bits < 14)
            w.Line($"if ({number} > {field.Scalar.Max})").Indented("goto general;");
        w.Line($"{Target(field)} = {ScalarCode.FromRaw(field.Scalar, number)};");
        w.Line($"{Unsafe}AsRef(in message.{StorageEmitter.Spelling(field)}) = {Number(count)};");
        w.Line($"at += {Number(count)};");
    }

    private static void EmitValue(SourceWriter w, FieldModel field)
    {
        string result = "result" + Number(field.Ordinal), value = "value" + Number(field.Ordinal), argument = field.Argument.Length == 0 ? "" : field.Argument.Replace("{0}", "message.") + ", ";
        w.Line($"var {result} = {Wire}Parse(source.Slice(0, end), at, {argument}default({Runtime}ParseContext).Nested(), out {field.ValueType} {value});");
        w.Line($"if (!{result})").Indented("goto general;");
        w.Line($"{Target(field)} = {value};").Line($"at += {result}.BytesConsumed;");
    }

    private static void EmitWord(SourceWriter w, FieldModel field)
    {
        string size = "size" + Number(field.Ordinal);
        var terminator = field.Terminator!;
        w.Line($"int {size} = {Text}FindWordEnd(source, at, end, {Literal(terminator.Signs[0])});");
        if (!terminator.IsOptional)
            w.Line($"if ({size} < 0)").Indented("goto general;");
        string taken = terminator.IsOptional ? $"{size} < 0 ? end - at : {size}" : size;
        w.Line($"var word{Number(field.Ordinal)} = source.Slice(at, {taken});");
        w.Line($"if (word{Number(field.Ordinal)}.Length > {(field.Limit > 0 ? Number(field.Limit) : $"{Text}DefaultLimit")})").Indented("goto general;");
        w.Line($"{Target(field)} = {Made(field, "word" + Number(field.Ordinal))};");
        if (terminator.IsOptional)
            w.Line($"{Unsafe}AsRef(in message.{StorageEmitter.Ended(field)}) = {size} >= 0;").Line($"at = {size} < 0 ? end : at + {size} + 1;");
        else
            w.Line($"at += {size} + 1;");
    }

    private static string Target(FieldModel field) => $"{Unsafe}AsRef(in message.{field.Storage})";

    private static string Made(FieldModel field, string bytes) => field.Token.Length > 0 ? $"{field.Token}.Parse({bytes})" : bytes;

    private static string Literal(char sign) => "(byte)0x" + ((int)sign).ToString("X2", CultureInfo.InvariantCulture);

    private static bool IsPlain(FieldModel field) => field is
    {
        Place: null, Const: null, Reserved: null, Require.Length: 0, Presence.Kind: PresenceKind.Always, Optional: OptionalKind.None, IsDerived: false, HasBackReferences: false, IsCompressed: false, IsDelta: false, IsDigest: false,
        EscapedBy: < 0, ConstBytes.Length: 0, While.Length: 0, IsFiller: false, SlotLength: < 0,
    };

    private static bool IsNumber(FieldModel field) => field is { Kind: FieldKind.Digits, Terminator: null, Limit: 0, Digits: { Count: > 0 and <= MostDigits, Radix: 10 }, Scalar: { IsSigned: false, Form: ScalarForm.Integer or ScalarForm.Enum } };

    private static bool IsValue(FieldModel field) => field is { Kind: FieldKind.Value, Terminator: null, Limit: 0, Extent: { Kind: ExtentKind.Self or ExtentKind.Open, Scope: < 0 } };

    private static bool IsWord(FieldModel field) => field is { Kind: FieldKind.Bytes, Extent: { Kind: ExtentKind.Terminated, Scope: < 0 }, Terminator: { Member.Length: 0, Length: 1, Escape: < 0, Except.Length: 0 } };

    // What no other part takes.
    private static bool IsRest(MessageModel message, FieldModel field) =>
        field is { Kind: FieldKind.Bytes, Terminator: null, Limit: 0, Extent: { Kind: ExtentKind.Open, Scope: < 0, Tail.Count: 0 } } && field.Ordinal == message.Fields.Count - 1;
}
