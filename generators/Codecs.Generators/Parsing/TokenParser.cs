using Codecs.Generators.Diagnostics;
using Codecs.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Parsing;

/// <summary>Reads text enums.</summary>
internal static class TokenParser
{
    /// <summary>The model of a text enum; null if generated code cannot name it.</summary>
    public static TokenModel? Parse(INamedTypeSymbol type, Reporter reporter)
    {
        if (!CanName(type))
        {
            reporter.Report(Descriptors.BadToken, type, type.Name, "a text enum is public or internal, and not within a generic type or local to a file");
            return null;
        }
        bool ignoreCase = IgnoresCase(type);
        var words = new List<WordModel>();
        var spellings = new List<(string Text, bool IgnoreCase)>();
        var values = new HashSet<object>();
        foreach (var member in type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue && f.ConstantValue is not null))
        {
            string text = member.Find("Token")?.Text(0) ?? member.Name;
            bool either = ignoreCase || IgnoresCase(member);
            if (text.Length == 0 || text.Any(c => c > 0xFF))
                reporter.Report(Descriptors.BadToken, member, member.Name, "a spelling is one byte or more, one per char");
            else if (spellings.Any(s => string.Equals(s.Text, text, s.IgnoreCase || either ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)))
                reporter.Report(Descriptors.BadToken, member, member.Name, $"another member is spelled \"{text}\" too");
            spellings.Add((text, either));
            words.Add(new WordModel($"{TypeReader.Name(type)}.{TypeReader.Escape(member.Name)}", text, TextReader.Bytes(text), either, !values.Add(member.ConstantValue!)));
        }
        string @namespace = Namespace(type);
        return new TokenModel(TypeReader.Name(type), @namespace, TableName(type), AccessReader.For(type, type), words.ToEquatable());
    }

    /// <summary>The table of a text enum, as other code names it; null if the type is none.</summary>
    public static string? Table(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Enum } named || !named.Has("Token") || !CanName(named))
            return null;
        string @namespace = Namespace(type);
        return "global::" + (@namespace.Length == 0 ? "" : @namespace + ".") + TableName(named);
    }

    private static string Namespace(ITypeSymbol type) =>
        type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(TypeReader.FullName.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));

    private static string TableName(INamedTypeSymbol type)
    {
        string name = type.Name + "Tokens";
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            name = outer.Name + "_" + name;
        return name;
    }

    private static bool IgnoresCase(ISymbol symbol) => symbol.Find("Token")?.Named("IgnoreCase")?.Value is true;

    private static bool CanName(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType)
        {
            if (t.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal) || t.IsGenericType || t.IsFileLocal)
                return false;
        }
        return true;
    }
}
