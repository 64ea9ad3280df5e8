using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Parsing;

/// <summary>Says of types whether their encoding refers to earlier bytes of the message around them.</summary>
internal static class References
{
    /// <summary>Does it need the message around it?</summary>
    public static bool Has(ITypeSymbol type) => type.Has("BackReferences");

    /// <summary>May it be written shorter than its size says, because something in it refers to what was written before?</summary>
    public static bool IsCompressed(ITypeSymbol type) => IsCompressed(type, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default));

    private static bool IsCompressed(ITypeSymbol type, HashSet<ITypeSymbol> seen)
    {
        if (!seen.Add(type))
            return false;
        if (type is INamedTypeSymbol { TypeArguments: [var inner, ..] } && (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || type.IsRuntimeType("Optional`1") || type.IsRuntimeType("MessageList`1") || type.IsRuntimeType("MessageList`2")))
            return IsCompressed(inner, seen);
        if (Has(type))
            return true;
        return type.Has("Message") && type.GetMembers().OfType<IPropertySymbol>().Any(p => !p.IsStatic && (IsCompressed(p.Type, seen) || Cases(p).Any(c => IsCompressed(c, seen))));
    }

    private static IEnumerable<ITypeSymbol> Cases(IPropertySymbol property) => property.FindAll("Case").SelectMany(a => a.AttributeClass!.TypeArguments);
}
