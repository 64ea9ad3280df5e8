using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>Numbers whose width on the wire follows from their value: digits, and bits with longer forms. Where the value is a length, it is known before its width.</summary>
internal static class VariableNumberEmitter
{
    private const string Text = "global::Codecs.CompilerServices.TextWire.";

    /// <summary>The methods that give the value to be written, and the bytes that it takes.</summary>
    public static void Emit(SourceWriter w, MessageModel message)
    {
        foreach (var field in message.Fields.Where(f => f.IsVariableNumber))
        {
            if (field.IsDerived)
            {
                w.Line($"// What {field.PlainName} says of the message as it is.");
                using (w.Braces($"private ulong ValueOf{field.PlainName}(int payloadSize)"))
                    EmitDerived(w, message, field);
                w.Line();
            }
            using (w.Braces($"private static int SizeOf{field.PlainName}(ulong value)"))
                EmitSize(w, message, field);
            w.Line();
        }
    }

    /// <summary>The integer that is written, if derived fields are computed.</summary>
    public static string Value(MessageModel message, FieldModel field, string payloadSize)
    {
        if (field.IsDerived)
            return $"ValueOf{field.PlainName}({payloadSize})";
        string value = field.Optional == OptionalKind.Nullable ? field.Storage + ".GetValueOrDefault()" : field.Storage;
        return $"unchecked((ulong){(field.Scalar!.Form == ScalarForm.Custom ? $"{Wire}ToInteger<{field.Scalar.Type}, {field.Scalar.Integer}>({value})" : value)})";
    }

    public static string Size(MessageModel message, FieldModel field, string payloadSize, bool isExact)
    {
        string size = $"SizeOf{field.PlainName}({Value(message, field, payloadSize)})";
        // What was received may be spelled with more digits than it needs.
        if (field.Digits is { Count: 0 })
            size = isExact ? $"(keep ? {StorageEmitter.Spelling(field)} & 0x3F : {size})" : $"global::System.Math.Max({size}, {StorageEmitter.Spelling(field)} & 0x3F)";
        if (field.Terminator is { } terminator)
            size += $" + {terminator.Length}";
        return field.Presence.Kind switch
        {
            PresenceKind.Always => size,
            PresenceKind.When => $"(this.{field.Presence.Member} ? {size} : 0)",
            _ => $"({PresenceCode.HasValue(message, field)} ? {size} : 0)",
        };
    }

    private static void EmitDerived(SourceWriter w, MessageModel message, FieldModel field)
    {
        var sizes = new SizeEmitter(w, message) { PayloadSize = message.Carrier is null ? "" : "payloadSize" };
        if (field.Counts.Count > 0)
        {
            var list = message.Fields[field.Counts[0].Field];
            w.Line($"return {Wire}Count({SizeEmitter.CountOf(list)}, {Number(field.Counts[0].Bias)}, {field.Scalar!.Max}, {Quote($"{message.Type.Name}.{list.PlainName}")}, {Quote(field.PlainName)});");
            return;
        }
        var length = field.Lengths[0];
        var scope = message.Scopes[length.Scope];
        w.Line("int at = 0;");
        int from = -1, to = -1;
        for (int i = 0; i < message.Elements.Count; i++)
        {
            if (message.Elements[i] is { Kind: ElementKind.Open } open && open.Index == scope.Index)
                from = i + 1;
            else if (message.Elements[i] is { Kind: ElementKind.Close } close && close.Index == scope.Index)
                to = i;
        }
        sizes.Walk(from, to);
        string blamed = message.Fields[scope.Open >= 0 ? scope.Open : scope.Last].PlainName;
        w.Line($"return {Wire}Length(at, {length.Unit}, {Number(length.Bias)}, {field.Scalar!.Max}, {Quote($"{message.Type.Name}.{blamed}")}, {Quote(field.PlainName)});");
    }

    private static void EmitSize(SourceWriter w, MessageModel message, FieldModel field)
    {
        if (field.Digits is { } digits)
        {
            w.Line($"return {Text}DigitsSize(value, {digits.Count}, {digits.Radix}, {(field.Scalar!.IsSigned ? "true" : "false")});");
            return;
        }
        string otherwise = "0";
        w.Line($"if (value < {field.Escape!.Forms.Min(f => f.Code)})").Indented($"return {otherwise};");
        for (int i = 0; i < field.Escape.Forms.Count; i++)
        {
            var form = field.Escape.Forms[i];
            if (i == field.Escape.Forms.Count - 1)
                w.Line($"return {form.Bytes};");
            else
                w.Line($"if (value <= {form.Most})").Indented($"return {form.Bytes};");
        }
    }

    /// <summary>The code that the bits hold for a value.</summary>
    public static string Code(FieldModel field, string value)
    {
        string text = "";
        foreach (var form in field.Escape!.Forms)
            text += $"{(text.Length == 0 ? $"{value} < {field.Escape.Forms.Min(f => f.Code)} ? {value} : " : "")}{(form == field.Escape.Forms[field.Escape.Forms.Count - 1] ? $"{form.Code}UL" : $"{value} <= {form.Most}UL ? {form.Code}UL : ")}";
        return $"({text})";
    }

    public static void EmitReadEscaped(SourceWriter w, MessageModel message, FieldModel field, string code, string limit, string bounded, string target, Func<string, string> fail)
    {
        string order = field.Scalar!.Order == ByteOrder.Little ? "true" : "false";
        w.Line($"ulong value = (ulong){code};");
        ulong least = field.Escape!.Forms.Min(f => f.Code);
        ulong shorter = least;
        foreach (var form in field.Escape.Forms)
        {
            using (w.Braces($"{(form == field.Escape.Forms[0] ? "if" : "else if")} (value == {form.Code})"))
            {
                w.Line($"if ({limit} - at < {form.Bytes})").Indented(fail($"{Wire}Missing((long)at + {form.Bytes}, {field.Ordinal}, at, {bounded})"));
                w.Line($"value = {Wire}ReadInteger(source.Slice(at, {form.Bytes}), {order}) + {form.Bias};");
                w.Line("// Only the shortest form is valid.");
                w.Line($"if (value < {shorter}{(field.Scalar.Bits < 64 ? $" || value > {field.Scalar.Max}" : "")})").Indented(fail($"{Result}.Invalid({Error}Value, {field.Ordinal}, at)"));
                w.Line($"at += {form.Bytes};");
            }
            shorter = form.Most == ulong.MaxValue ? form.Most : form.Most + 1;
        }
        using (w.Braces($"else if (value >= {least})"))
            w.Line(fail($"{Result}.Invalid({Error}Value, {field.Ordinal}, at)"));
        w.Line($"{target} = {ScalarCode.FromRaw(field.Scalar, "value")};");
    }

    public static void EmitReadDigits(SourceWriter w, FieldModel field, string limit, string end, string bounded, string target, Func<string, string> fail)
    {
        var scalar = field.Scalar!;
        string least = scalar.IsSigned ? scalar.Integer + ".MinValue" : "0", most = $"(ulong){scalar.Integer}.MaxValue";
        if (field.Digits!.Count > 0)
            w.Line($"if ({limit} - at < {field.Digits.Count})").Indented(fail($"{Wire}Missing((long)at + {field.Digits.Count}, {field.Ordinal}, at, {bounded})"));
        w.Line($"var digits = source.Slice(at, global::System.Math.Max({limit} - at, 0));");
        w.Line($"var error = {Text}ReadDigits(digits, {field.Digits.Count}, {field.Digits.Radix}, {least}, {most}, out ulong value, out int size);");
        if (field.Digits.Count == 0)
        {
            // More digits may follow in what is not there yet.
            w.Line($"if (error is {Error}None or {Error}Syntax && size == digits.Length{(bounded == "false" ? "" : $" && !({bounded})")})").Indented(fail($"{Result}.NeedMore({end} + 1, {field.Ordinal})"));
        }
        w.Line($"if (error != {Error}None)").Indented(fail($"{Result}.Invalid(error, {field.Ordinal}, at)"));
        w.Line($"{Unsafe}AsRef(in message.{StorageEmitter.Spelling(field)}) = {Text}SpellingOf(digits.Slice(0, size));");
        if (field.Terminator is { } terminator)
        {
            using (w.Braces($"if (digits.Slice(size).StartsWith({terminator.Expression("message.")}))"))
                w.Line($"size += {terminator.Length};");
            string missing = terminator.IsOptional ? $"size != digits.Length" : "true";
            w.Line(missing == "true" ? "else" : $"else if ({missing})");
            w.Indented(fail(bounded == "false"
                ? $"digits.Length - size < {terminator.Length} && {terminator.Expression("message.")}.StartsWith(digits.Slice(size)) ? {Result}.NeedMore({end} + 1, {field.Ordinal}) : {Result}.Invalid({Error}Syntax, {field.Ordinal}, at + size)"
                : $"!({bounded}) && digits.Length - size < {terminator.Length} && {terminator.Expression("message.")}.StartsWith(digits.Slice(size)) ? {Result}.NeedMore({end} + 1, {field.Ordinal}) : {Result}.Invalid({Error}Syntax, {field.Ordinal}, at + size)"));
        }
        w.Line($"{target} = {ScalarCode.FromRaw(scalar, "value")};").Line("at += size;");
    }

    public static void EmitWrite(SourceWriter w, MessageModel message, FieldModel field, bool hasState)
    {
        string stored = Value(message, field with { Lengths = default, Counts = default, Roles = 0 }, "");
        string value = Value(message, field, message.Carrier is null ? "0" : "payloadSize");
        if (field.IsDerived && hasState)
            value = $"keep ? {stored} : {value}";
        w.Line($"ulong value = {value};");
        if (field.Escape is { } escape && escape.Forms.Max(f => f.Most) is var most && most < ulong.MaxValue)
            w.Line($"if (value > {most}UL)").Indented($"throw new global::System.InvalidOperationException({Quote($"{message.Type.Name}.{field.PlainName} is more than its longest form holds.")});");
        if (field.Digits is { } digits)
        {
            string write = $"{Text}WriteDigits(message.Slice(at), value, {digits.Count}, {digits.Radix}, {(field.Scalar!.IsSigned ? "true" : "false")}, {Quote($"{message.Type.Name}.{field.PlainName}")})";
            w.Line(hasState ? $"at += keep ? {Text}Respell(message.Slice(at), value, {digits.Radix}, {StorageEmitter.Spelling(field)}) : {write};" : $"at += {write};");
            if (field.Terminator is { } terminator)
                w.Line($"{terminator.Expression("")}.CopyTo(message.Slice(at));").Line($"at += {terminator.Length};");
            return;
        }
        string order = field.Scalar!.Order == ByteOrder.Little ? "true" : "false";
        w.Line($"int size = SizeOf{field.PlainName}(value);");
        string bias = string.Join(" : ", field.Escape!.Forms.Select(f => $"size == {f.Bytes} ? {f.Bias}UL")) + " : 0UL";
        w.Line(field.Escape.Forms.All(f => f.Bias == 0)
            ? $"{Wire}WriteInteger(message.Slice(at, size), value, {order});"
            : $"{Wire}WriteInteger(message.Slice(at, size), value - ({bias}), {order});");
        w.Line("at += size;");
    }
}
