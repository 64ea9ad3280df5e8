using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Parsing;

/// <summary>Says how visible generated members can be.</summary>
internal static class AccessReader
{
    /// <summary>The accessibility that a member of <paramref name="owner"/> may have if its signature names <paramref name="used"/>.</summary>
    public static string For(ITypeSymbol used, INamedTypeSymbol owner)
    {
        string accessibility = "public";
        if (used is INamedTypeSymbol { TypeArguments: { IsEmpty: false } arguments })
        {
            foreach (var argument in arguments)
                accessibility = Least(accessibility, For(argument, owner));
        }
        for (INamedTypeSymbol? type = used as INamedTypeSymbol; type is not null; type = type.ContainingType)
        {
            if (type.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal)
                accessibility = Least(accessibility, "internal");
            else if (type.DeclaredAccessibility is not (Accessibility.Public or Accessibility.NotApplicable) && !IsHiddenWithin(owner, type.ContainingType))
                accessibility = "private";
        }
        return accessibility;
    }

    /// <summary>The less visible of the two.</summary>
    public static string Least(string one, string other) => one == "private" || other == "private" ? "private" : one == "internal" || other == "internal" ? "internal" : "public";

    /// <summary>Can nothing outside of <paramref name="container"/> see the type anyway?</summary>
    private static bool IsHiddenWithin(INamedTypeSymbol owner, INamedTypeSymbol? container)
    {
        for (INamedTypeSymbol? type = owner; type is not null; type = type.ContainingType)
        {
            if (type.DeclaredAccessibility is not (Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal))
                continue;
            for (var around = type.ContainingType; around is not null; around = around.ContainingType)
            {
                if (SymbolEqualityComparer.Default.Equals(around, container))
                    return true;
            }
        }
        return false;
    }
}
