using System.Globalization;
using System.Text;
using Codecs.Generators.Diagnostics;
using Codecs.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Parsing;

/// <summary>Reads terminators, digits and escapes.</summary>
internal static class TextReader
{
    public static TerminatorModel? ReadTerminator(ISymbol owner, AttributeData attribute, List<FieldDraft> fields, int before, Reporter reporter)
    {
        bool optional = attribute.Named("Optional")?.Value is true;
        int escape = attribute.NamedInt("Escape", -1);
        if (attribute.NamedText("Field") is { } name)
        {
            var holder = fields.FirstOrDefault(f => f.Name == name);
            if (holder is not { Scalar: { Bits: 8, Form: ScalarForm.Integer, Integer: "byte" } } || holder.Ordinal >= before)
                reporter.Report(Descriptors.BadTerminator, attribute, "Field", owner.Name, $"'{name}' is no earlier field of one byte");
            if (attribute.NamedText("Except") is not null)
                reporter.Report(Descriptors.BadTerminator, attribute, "Except", owner.Name, "the terminator is not always the same");
            return new TerminatorModel("", TypeReader.Escape(name), 1, optional, escape);
        }
        if (attribute.Text(0) is not { Length: > 0 } text || text.Any(c => c > 0xFF))
        {
            reporter.Report(Descriptors.BadTerminator, attribute, 0, owner.Name, "a terminator is one byte or more, one per char");
            return null;
        }
        if (escape == text[0])
            reporter.Report(Descriptors.BadTerminator, attribute, "Escape", owner.Name, "the escape is the terminator's first byte");
        string signs = attribute.NamedText("Except") is { } except && except.Any(c => text.IndexOf(c) >= 0) ? except : text.Substring(0, 1);
        return new TerminatorModel(Bytes(text), "", text.Length, optional, escape, ReadExcept(owner, attribute, text, escape, reporter)) { Signs = signs, Ahead = text.IndexOfAny(signs.ToCharArray()) };
    }

    // What is looked for in one go is one of these bytes: the terminator must show itself by them.
    private static string ReadExcept(ISymbol owner, AttributeData attribute, string terminator, int escape, Reporter reporter)
    {
        if (attribute.NamedText("Except") is not { } except)
            return "";
        if (except.Any(c => c > 0xFF) || !except.Any(c => terminator.IndexOf(c) >= 0))
            reporter.Report(Descriptors.BadTerminator, attribute, "Except", owner.Name, "of the bytes that stand nowhere else, one per char, the terminator has one or more");
        if (escape >= 0)
            reporter.Report(Descriptors.BadTerminator, attribute, "Except", owner.Name, "what is escaped may stand anywhere");
        return Bytes(except);
    }

    public static DigitsModel ReadDigits(FieldDraft field, AttributeData attribute, Reporter reporter)
    {
        int count = attribute.Int(0), radix = attribute.NamedInt("Radix", 10);
        if (field.Scalar is not { Form: ScalarForm.Integer or ScalarForm.Enum, Bits: <= 64 })
            reporter.Report(Descriptors.BadTerminator, attribute, -1, field.Name, "Digits stands on a number");
        if (count < 0 || count > 64)
            reporter.Report(Descriptors.BadWidth, attribute, 0, field.Name, "Digits must be 0 to 64");
        if (radix is < 2 or > 36)
            reporter.Report(Descriptors.BadWidth, attribute, "Radix", field.Name, "Radix must be 2 to 36");
        return new DigitsModel(count, radix);
    }

    public static List<EscapeForm> ReadEscapes(FieldDraft field, Reporter reporter)
    {
        var forms = new List<EscapeForm>();
        foreach (var attribute in field.Symbol.FindAll("Escape"))
        {
            ulong code = attribute.ConstructorArguments is [{ Value: ulong value }] ? value : 0;
            ulong bias = attribute.Named("Bias")?.Value as ulong? ?? 0;
            if (attribute.AttributeClass!.TypeArguments is not [var type] || TypeClassifier.Scalar(type) is not { Form: ScalarForm.Integer, IsSigned: false, Bits: <= 64 } scalar)
            {
                reporter.Report(Descriptors.BadWidth, attribute, -1, field.Name, "an escape is to an unsigned integer");
                continue;
            }
            if (field.Scalar is { Bits: < 64 and var bits } && code >> bits != 0)
                reporter.Report(Descriptors.BadWidth, attribute, 0, field.Name, $"the code {code} does not fit into {bits} bits");
            forms.Add(new EscapeForm(code, scalar.Bytes, bias));
        }
        return forms.OrderBy(f => f.Bytes).ToList();
    }

    /// <summary>The static member that is the set of a run of bytes, as C#.</summary>
    public static string ReadWhile(INamedTypeSymbol type, FieldDraft field, AttributeData attribute, Reporter reporter)
    {
        string name = attribute.Text(0) ?? "";
        bool isSet = type.GetMembers(name).Any(m => m.IsStatic && m switch
        {
            IFieldSymbol set => IsByteSet(set.Type),
            IPropertySymbol { IsIndexer: false } set => IsByteSet(set.Type),
            IMethodSymbol { IsGenericMethod: false, ReturnType.SpecialType: SpecialType.System_Boolean, Parameters: [{ RefKind: RefKind.None, Type.SpecialType: SpecialType.System_Byte }] } => true,
            _ => false,
        });
        if (!isSet)
            reporter.Report(Descriptors.BadWhile, attribute, 0, field.Name, $"'{name}' is no static SearchValues<byte> of {type.Name} and no static method that takes a byte and returns a bool");
        return $"{TypeReader.Name(type)}.{TypeReader.Escape(name)}";
    }

    private static bool IsByteSet(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "SearchValues", ContainingNamespace: { Name: "Buffers", ContainingNamespace.Name: "System" }, TypeArguments: [{ SpecialType: SpecialType.System_Byte }] };

    /// <summary>The constant bytes of an attribute, one per char; null if it has something else.</summary>
    public static string? ConstBytes(AttributeData attribute) => attribute.ConstructorArguments is not [var argument] ? null
        : argument is { Kind: TypedConstantKind.Array, IsNull: false, Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } } ? string.Concat(argument.Values.Select(v => (char)(byte)v.Value!))
        : attribute.Text(0);

    /// <summary>A C# expression for bytes: text where it is, numbers where it is not.</summary>
    public static string Bytes(string text)
    {
        if (text.Any(c => c > 0x7E))
            return "((global::System.ReadOnlySpan<byte>)[" + string.Join(", ", text.Select(c => "0x" + ((int)c).ToString("X2", CultureInfo.InvariantCulture))) + "])";
        var literal = new StringBuilder("\"");
        foreach (char c in text)
        {
            literal.Append(c switch
            {
                '\r' => "\\r",
                '\n' => "\\n",
                '\t' => "\\t",
                '"' => "\\\"",
                '\\' => "\\\\",
                < ' ' => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
                _ => c.ToString(),
            });
        }
        return literal.Append("\"u8").ToString();
    }
}
