using Codecs.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Codecs.Generators.Parsing;

/// <summary>What it takes to implement the properties of a definition that cannot be compiled.</summary>
internal static class StubParser
{
    public static StubModel Parse(INamedTypeSymbol type, TypeModel typeModel) => new(
        typeModel,
        type.GetMembers().OfType<IPropertySymbol>().Where(p => p.IsPartialDefinition).Select(Property).ToEquatable());

    /// <summary>The modifiers that both parts of a property must have.</summary>
    public static string Modifiers(IPropertySymbol property)
    {
        string modifiers = SyntaxFacts.GetText(property.DeclaredAccessibility);
        if (property.IsStatic)
            modifiers += " static";
        if (property.IsRequired)
            modifiers += " required";
        return modifiers + " partial";
    }

    private static StubProperty Property(IPropertySymbol property) => new(
        Modifiers(property),
        (property.RefKind == RefKind.Ref ? "ref " : property.RefKind == RefKind.RefReadOnly ? "ref readonly " : "") + TypeReader.Name(property.Type),
        TypeReader.Escape(property.Name),
        property.GetMethod is not null,
        property.SetMethod is not null);
}
