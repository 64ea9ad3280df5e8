using Codecs.Generators.Diagnostics;
using Codecs.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Parsing;

// What a field is, and how wide a number is.
internal sealed partial class FieldReader
{
    private void ReadWidth(FieldDraft field)
    {
        if (!TypeClassifier.Classify(field))
        {
            if (field.IsHidden && !field.IsEscapeCode)
                reporter.Report(Descriptors.BadPrefix, field.Prefix!, -1, field.Symbol.Name, $"{field.ValueType.Name} is no integer");
            else
                reporter.Report(Descriptors.BadType, field.Symbol, field.Name, TypeHints.Describe(field.Symbol.Type));
            return;
        }
        if (Containment.HoldsItself(type, field.Symbol.Type))
            reporter.Report(Descriptors.BadType, field.Symbol, field.Name, $"{field.Symbol.Type.ToDisplayString()} (which would keep '{type.Name}' within itself: a MessageList<{type.Name}> lies in the source)");
        if (field.Token == "?")
            reporter.Report(Descriptors.BadToken, field.Symbol, field.Name, "the type is of no text enum: a public or internal enum with [Token] is one");
        bool byReference = field.Kind is FieldKind.Bytes || field.IsList || field.Optional == OptionalKind.Wrapped || field.ValueType.IsRefLikeType;
        if (byReference && !type.IsRefLikeType)
            reporter.Report(Descriptors.NotReadonlyPartial, field.Symbol, Hint.Lacks("ref"), type.Name, $"a ref struct, because '{field.Name}' is a window into the source");
        var item = field.Kind is FieldKind.List or FieldKind.ArgumentList ? ((INamedTypeSymbol)field.ValueType).TypeArguments[0] : field.ValueType;
        field.HasBackReferences = References.Has(item);
        field.IsCompressed = References.IsCompressed(item);
        if (field.Scalar is { } scalar)
        {
            field.Scalar = ReadBits(field, scalar) with { Order = ReadOrder(field, out string member), OrderMember = member };
            ReadForm(field, scalar);
        }
        else if (field.Item is not null)
        {
            field.Item = field.Item with { Order = ReadOrder(field, out string member), OrderMember = member };
        }
        if (field.Scalar is null && (field.EscapeCode is null ? field.Find("Bits") : field.Symbol.Find("Bits")) is { } bits)
            reporter.Report(Descriptors.BadWidth, bits, 0, field.Name, "Bits stands on numbers, enums and bools; use Bytes here");
        bool hasNumbers = field.Scalar is not null || field.Kind == FieldKind.Scalars || fields.Any(f => f.IsHidden && SymbolEqualityComparer.Default.Equals(f.Symbol, field.Symbol));
        if (!hasNumbers && (field.Find("LittleEndian") ?? field.Find("LsbFirst")) is { } order)
            reporter.Report(Descriptors.BadBitOrder, order, -1, field.Name, "only numbers have an order, and a prefix; a message and the elements of a list have their own");
    }

    /// <summary>A number may be digits, have longer forms, or be told as a difference.</summary>
    private void ReadForm(FieldDraft field, ScalarModel scalar)
    {
        if (field.Find("Digits") is { } digits)
        {
            field.Digits = TextReader.ReadDigits(field, digits, reporter);
            field.Kind = FieldKind.Digits;
        }
        if (field.EscapeCode is { } code)
        {
            if (scalar is not { Form: ScalarForm.Integer or ScalarForm.Enum, IsSigned: false, IntegerBits: <= 64 })
                reporter.Report(Descriptors.BadWidth, field.Symbol, field.Name, "Escape stands on an unsigned number of up to 64 bits");
            field.Escape = new EscapeModel(code.Ordinal, TextReader.ReadEscapes(field, reporter).ToEquatable());
            field.Scalar = field.Scalar! with { Bits = field.Scalar.IntegerBits };
            field.Kind = FieldKind.Escaped;
        }
        if (field.Find("Delta") is { } delta)
        {
            field.IsDelta = true;
            if (scalar is not { Form: ScalarForm.Integer or ScalarForm.Enum, IsSigned: false, IntegerBits: <= 64 } || field.Optional != OptionalKind.None)
                reporter.Report(Descriptors.BadBitOrder, delta, -1, field.Name, "Delta stands on an unsigned number that is always there");
            else if (fields.Any(f => f.Ordinal < field.Ordinal && f.Symbol.Name != field.Name && f.Symbol.Has("Delta")))
                reporter.Report(Descriptors.BadBitOrder, delta, -1, field.Name, "an element tells one difference");
            else if (field.Kind == FieldKind.Scalar && field.Scalar!.Bits % 8 != 0)
                reporter.Report(Descriptors.BadBitOrder, delta, -1, field.Name, "a difference without longer forms fills whole bytes");
        }
    }

    private ScalarModel ReadBits(FieldDraft field, ScalarModel scalar)
    {
        if (field.Prefix is { } prefix && !field.IsEscapeCode && prefix.Named("Bytes") is not null)
        {
            int width = prefix.NamedInt("Bytes", 0);
            if (width < 1 || width * 8 > scalar.IntegerBits)
                reporter.Report(Descriptors.BadPrefix, prefix, "Bytes", field.Symbol.Name, $"Bytes must be 1 to {scalar.IntegerBits / 8}");
            else
                scalar = scalar with { Bits = width * 8 };
        }
        else if ((field.IsEscapeCode ? field.Symbol.Find("Bits") : field.Find("Bits")) is { } bits)
        {
            int width = bits.Int(0);
            int most = scalar.Form == ScalarForm.Bool ? 64 : scalar.IntegerBits;
            if (width < 1 || width > most)
                reporter.Report(Descriptors.BadWidth, bits, 0, field.Name, $"Bits must be 1 to {most}");
            else
                scalar = scalar with { Bits = width };
        }
        else if (field.Find("Bytes") is { } bytes)
        {
            int width = bytes.Int(0);
            if (width < 1 || width * 8 > scalar.IntegerBits)
                reporter.Report(Descriptors.BadWidth, bytes, 0, field.Name, $"Bytes must be 1 to {scalar.IntegerBits / 8}");
            else
                scalar = scalar with { Bits = width * 8 };
        }
        if (scalar.IntegerBits > 64 && scalar.Form != ScalarForm.Bool ? scalar.Bits != 128 : scalar.Bits > 64)
            reporter.Report(Descriptors.BadWidth, field.Symbol, field.Name, "a number is at most 64 bits wide, or 128");
        return scalar;
    }

    private ByteOrder ReadOrder(FieldDraft field, out string member)
    {
        member = "";
        if (field.Find("LsbFirst") is not null || type.Has("LsbFirst"))
            return ByteOrder.Little;
        if (((field.IsHidden ? field.Symbol.Find("LittleEndian") : field.Find("LittleEndian")) ?? type.Find("LittleEndian")) is not { } attribute)
            return ByteOrder.Big;
        if (attribute.NamedText("When") is not { } when)
            return ByteOrder.Little;
        // The member may be a parameter or a field without byte order; it is evaluated when a number is read.
        if (!_members.IsBool(when))
            reporter.Report(Descriptors.BadMember, attribute, "When", when, $"a bool member of {type.Name}");
        member = TypeReader.Escape(when);
        return ByteOrder.Runtime;
    }
}
