using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Parsing;

/// <summary>Reads the attributes of the definition language from symbols.</summary>
internal static class Attributes
{
    /// <summary>The name of an attribute of the language without its suffix; null for any other attribute.</summary>
    public static string? LanguageName(this AttributeData attribute) =>
        attribute.AttributeClass is { ContainingNamespace: { Name: "Codecs", ContainingNamespace.IsGlobalNamespace: true } } type && type.Name.EndsWith("Attribute", StringComparison.Ordinal)
            ? type.Name.Substring(0, type.Name.Length - "Attribute".Length)
            : null;

    public static AttributeData? Find(this ISymbol symbol, string name) => symbol.GetAttributes().FirstOrDefault(a => a.LanguageName() == name);

    public static bool Has(this ISymbol symbol, string name) => symbol.Find(name) is not null;

    public static IEnumerable<AttributeData> FindAll(this ISymbol symbol, string name) => symbol.GetAttributes().Where(a => a.LanguageName() == name);

    /// <summary>A constructor argument as text; null if it is missing, null, or no text (then the compiler reports it).</summary>
    public static string? Text(this AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[index] is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : null;

    public static int Int(this AttributeData attribute, int index, int otherwise = 0) =>
        index < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[index].Value is int value ? value : otherwise;

    public static TypedConstant? Named(this AttributeData attribute, string name)
    {
        foreach (var pair in attribute.NamedArguments)
        {
            if (pair.Key == name)
                return pair.Value;
        }
        return null;
    }

    public static string? NamedText(this AttributeData attribute, string name) => attribute.Named(name)?.Value as string;

    public static int NamedInt(this AttributeData attribute, string name, int otherwise) => attribute.Named(name)?.Value as int? ?? otherwise;

    /// <summary>Is it a type of the runtime?</summary>
    public static bool IsRuntimeType(this ITypeSymbol type, string metadataName) =>
        type.OriginalDefinition.MetadataName == metadataName && type.ContainingNamespace is { Name: "Codecs", ContainingNamespace.IsGlobalNamespace: true };
}
