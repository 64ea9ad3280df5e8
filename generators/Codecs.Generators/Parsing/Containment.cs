using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Parsing;

/// <summary>Whether a message is kept within itself, which no struct can be: what it has of its own kind is a list, or a payload.</summary>
internal static class Containment
{
    public static bool HoldsItself(INamedTypeSymbol message, ITypeSymbol field) => Holds(message, field, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default));

    private static bool Holds(INamedTypeSymbol message, ITypeSymbol type, HashSet<ITypeSymbol> seen)
    {
        // Lists are windows into the source; all other generic types keep what they are of.
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct } named || !seen.Add(type))
            return false;
        if (SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, message.OriginalDefinition))
            return true;
        if (named.Name is "Nullable" or "Optional")
            return named.TypeArguments.Any(argument => Holds(message, argument, seen));
        // What another assembly has does not know this message.
        return SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, message.ContainingAssembly) && named.GetMembers().Any(member => member switch
        {
            IFieldSymbol { IsStatic: false } kept => Holds(message, kept.Type, seen),
            IPropertySymbol { IsStatic: false, IsPartialDefinition: true } kept => Holds(message, kept.Type, seen),
            _ => false,
        });
    }
}
