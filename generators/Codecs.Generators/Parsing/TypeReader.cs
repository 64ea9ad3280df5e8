using System.Text;
using Codecs.Generators.Diagnostics;
using Codecs.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Codecs.Generators.Parsing;

/// <summary>Reads how a type is to be opened again.</summary>
internal static class TypeReader
{
    /// <summary>Fully qualified, with <c>?</c> and keywords of the language.</summary>
    public static readonly SymbolDisplayFormat FullName = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers | SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string Name(ITypeSymbol type) => type.ToDisplayString(FullName);

    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) is SyntaxKind.FieldKeyword ? "@" + name : name;

    /// <summary>Null if the type cannot be opened again in another file; that is reported.</summary>
    public static TypeModel? Read(INamedTypeSymbol type, Reporter reporter)
    {
        bool canOpen = true;
        var containers = new List<string>();
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (!IsPartial(outer, reporter.Cancellation))
            {
                reporter.Report(Descriptors.BadContainer, outer, outer.Name, $"contains '{type.Name}' and must be partial");
                canOpen = false;
            }
            if (outer.IsFileLocal)
            {
                reporter.Report(Descriptors.BadContainer, outer, outer.Name, $"contains '{type.Name}' and is local to its file, so no generated file can extend it");
                canOpen = false;
            }
            containers.Insert(0, Declaration(outer));
        }
        if (!IsPartial(type, reporter.Cancellation))
        {
            reporter.Report(Descriptors.NotReadonlyPartial, type, Hint.Lacks("partial"), type.Name, "partial");
            canOpen = false;
        }
        if (type.IsFileLocal)
        {
            reporter.Report(Descriptors.BadContainer, type, type.Name, "is local to its file, so no generated file can extend it");
            canOpen = false;
        }
        if (!canOpen)
            return null;
        var parameters = AllTypes(type).SelectMany(t => t.TypeParameters).ToArray();
        return new TypeModel(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(FullName.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)),
            containers.ToEquatable(),
            Declaration(type),
            Escape(type.Name),
            Name(type),
            HintName(type),
            type.IsRefLikeType,
            type.IsRecord,
            type.GetMembers("Equals").OfType<IMethodSymbol>().Any(m => m.Parameters is [var other] && SymbolEqualityComparer.Default.Equals(other.Type, type) && !m.IsImplicitlyDeclared),
            type.GetMembers("ToString").OfType<IMethodSymbol>().Any(m => m.Parameters.IsEmpty && !m.IsImplicitlyDeclared),
            string.Join("_", AllTypes(type).Select(t => t.Name)) + (parameters.Length > 0 ? parameters.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) : "") + "Carrying",
            Accessibility(type),
            string.Join(", ", parameters.Select(p => Escape(p.Name))),
            Constraints(parameters));
    }

    /// <summary>Is each declaration of the type, or the only one, marked partial?</summary>
    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.All(r => r.GetSyntax(cancellation) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static IEnumerable<INamedTypeSymbol> AllTypes(INamedTypeSymbol type)
    {
        var types = new Stack<INamedTypeSymbol>();
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType)
            types.Push(t);
        return types;
    }

    private static string Declaration(INamedTypeSymbol type)
    {
        var text = new StringBuilder();
        if (type.TypeKind == TypeKind.Struct)
        {
            if (type.IsReadOnly)
                text.Append("readonly ");
            if (type.IsRefLikeType)
                text.Append("ref ");
        }
        else if (type.IsStatic)
        {
            text.Append("static ");
        }
        text.Append("partial ").Append(type switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
            { TypeKind: TypeKind.Struct } => "struct",
            { IsRecord: true } => "record class",
            _ => "class",
        });
        text.Append(' ').Append(Escape(type.Name));
        if (!type.TypeParameters.IsEmpty)
            text.Append('<').Append(string.Join(", ", type.TypeParameters.Select(p => Escape(p.Name)))).Append('>');
        return text.ToString();
    }

    private static string HintName(INamedTypeSymbol type)
    {
        // Identifiers have no hyphens, so these cannot be confused: `Box_1` and `Box-1`, which is Box<T>.
        string name = string.Join(".", AllTypes(type).Select(t => t.MetadataName.Replace('`', '-') + DifferenceInCase(t)));
        return (type.ContainingNamespace.IsGlobalNamespace ? name : type.ContainingNamespace.ToDisplayString().Replace("@", "") + "." + name) + ".g.cs";
    }

    /// <summary>Names of files do not differ in case only: something to tell such types apart.</summary>
    private static string DifferenceInCase(INamedTypeSymbol type)
    {
        bool isAmbiguous = type.ContainingSymbol is INamespaceOrTypeSymbol container
            && container.GetTypeMembers().Any(t => t.Name != type.Name && string.Equals(t.Name, type.Name, StringComparison.OrdinalIgnoreCase));
        return isAmbiguous ? "-" + string.Concat(type.Name.Select(c => char.IsUpper(c) ? 'u' : 'l')) : "";
    }

    private static string Accessibility(INamedTypeSymbol type)
    {
        string accessibility = "public";
        foreach (var t in AllTypes(type))
        {
            switch (t.DeclaredAccessibility)
            {
                case Microsoft.CodeAnalysis.Accessibility.Public:
                    break;
                case Microsoft.CodeAnalysis.Accessibility.Internal:
                case Microsoft.CodeAnalysis.Accessibility.ProtectedOrInternal:
                    accessibility = "internal";
                    break;
                default:
                    return "";
            }
        }
        return accessibility;
    }

    private static string Constraints(ITypeParameterSymbol[] parameters)
    {
        var clauses = new StringBuilder();
        foreach (var p in parameters)
        {
            var parts = new List<string>();
            if (p.HasUnmanagedTypeConstraint)
                parts.Add("unmanaged");
            else if (p.HasValueTypeConstraint)
                parts.Add("struct");
            else if (p.HasReferenceTypeConstraint)
                parts.Add("class");
            else if (p.HasNotNullConstraint)
                parts.Add("notnull");
            parts.AddRange(p.ConstraintTypes.Select(Name));
            if (p.HasConstructorConstraint)
                parts.Add("new()");
            if (p.AllowsRefLikeType)
                parts.Add("allows ref struct");
            if (parts.Count > 0)
                clauses.Append(" where ").Append(Escape(p.Name)).Append(" : ").Append(string.Join(", ", parts));
        }
        return clauses.ToString();
    }
}
