using Codecs.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Codecs.Generators.Parsing;

/// <summary>What it takes to implement the properties of a definition that cannot be compiled.</summary>
internal static class StubParser
{
    public static StubModel Parse(INamedTypeSymbol type, TypeModel typeModel)
    {
        var properties = type.GetMembers().OfType<IPropertySymbol>().Where(p => p.IsPartialDefinition).ToList();
        var tables = type.FindAll("Tag").Select(t => TagReader.Values(t).FirstOrDefault()).Where(v => v.Kind == TypedConstantKind.Enum).Select(v => TypeReader.Name(v.Type!)).Distinct();
        return new StubModel(
            typeModel,
            properties.Select(Property).ToEquatable(),
            type.TypeKind == TypeKind.Struct && type.Has("Message") && !properties.Any(p => p.Has("Parameter")) && !type.GetMembers("TryParse").Concat(type.GetMembers("ToString")).Any(),
            tables.ToEquatable())
        {
            IsBuildable = BuildReader.IsDeclared(type),
        };
    }

    /// <summary>The modifiers that both parts of a property must have.</summary>
    public static string Modifiers(IPropertySymbol property)
    {
        // Both parts must say the accessibility, or neither.
        string modifiers = IsImplicitlyPrivate(property) ? "" : SyntaxFacts.GetText(property.DeclaredAccessibility) + " ";
        if (IsDeclared(property, SyntaxKind.NewKeyword))
            modifiers += "new ";
        if (IsDeclared(property, SyntaxKind.ReadOnlyKeyword))
            modifiers += "readonly ";
        if (property.IsStatic)
            modifiers += "static ";
        if (property.IsRequired)
            modifiers += "required ";
        return modifiers + "partial";
    }

    /// <summary>The accessor that supplies a value, with its modifiers; empty if there is none.</summary>
    public static string Setter(IPropertySymbol property) => property.SetMethod is { } setter ? Accessor(property, setter, setter.IsInitOnly ? "init" : "set") : "";

    private static string Accessor(IPropertySymbol property, IMethodSymbol accessor, string keyword) =>
        accessor.DeclaredAccessibility == property.DeclaredAccessibility ? keyword : SyntaxFacts.GetText(accessor.DeclaredAccessibility) + " " + keyword;

    private static bool IsImplicitlyPrivate(IPropertySymbol property) =>
        property.DeclaredAccessibility == Accessibility.Private && !IsDeclared(property, SyntaxKind.PrivateKeyword);

    private static bool IsDeclared(IPropertySymbol property, SyntaxKind modifier) =>
        property.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is BasePropertyDeclarationSyntax declaration && declaration.Modifiers.Any(modifier));

    private static string Parameters(IPropertySymbol property) => string.Join(", ", property.Parameters.Select(p => $"{TypeReader.Name(p.Type)} {TypeReader.Escape(p.Name)}"));

    private static StubProperty Property(IPropertySymbol property) => new(
        Modifiers(property),
        (property.RefKind == RefKind.Ref ? "ref " : property.RefKind == RefKind.RefReadOnly ? "ref readonly " : "") + TypeReader.Name(property.Type),
        property.IsIndexer ? $"this[{Parameters(property)}]" : TypeReader.Escape(property.Name),
        property.GetMethod is { } getter ? Accessor(property, getter, "get") : "",
        Setter(property));
}
