using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Codecs.CodeFixes;

/// <summary>An attribute names a field that there is not, or says of it what cannot be said.</summary>
internal static class Names
{
    /// <summary>The field whose name is nearest.</summary>
    public static Mend? Nearest(SyntaxNode node) => Nearest(node, "field", static p => p.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>The bool property whose name is nearest.</summary>
    public static Mend? NearestBool(SyntaxNode node) => Nearest(node, "member", static p => p.Type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.BoolKeyword });

    /// <summary>Bytes are not counted: they have a length.</summary>
    public static Mend? UseLength(SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { Name: IdentifierNameSyntax name, ArgumentList.Arguments: [var argument, ..] } || Name(argument.Expression) is not { } counted)
            return null;
        bool isBytes = node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && type.Members.OfType<PropertyDeclarationSyntax>().Any(p => p.Identifier.ValueText == counted && p.Type is GenericNameSyntax { Identifier.ValueText: "ReadOnlySpan" });
        return isBytes ? new($"Make it the length of '{counted}'", name, SyntaxFactory.IdentifierName("LengthOf").WithTriviaFrom(name)) : null;
    }

    private static Mend? Nearest(SyntaxNode node, string kind, Func<PropertyDeclarationSyntax, bool> isMeant)
    {
        var argument = node.FirstAncestorOrSelf<AttributeArgumentSyntax>();
        var type = node.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        if (argument is null || type is null || Name(argument.Expression) is not { Length: > 0 } wrong)
            return null;
        var fields = type.Members.OfType<PropertyDeclarationSyntax>().Where(isMeant).Select(p => p.Identifier.ValueText);
        // A name that is there is misplaced, not misspelled.
        var nearest = fields.Select(name => (Name: name, Distance: Distance(wrong, name))).OrderBy(f => f.Distance).FirstOrDefault();
        if (nearest.Name is null || nearest.Distance == 0 || nearest.Distance > Math.Max(2, wrong.Length / 3))
            return null;
        return new($"Name the {kind} '{nearest.Name}'", argument.Expression, SyntaxFactory.ParseExpression($"nameof({nearest.Name})").WithTriviaFrom(argument.Expression));
    }

    private static string? Name(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text,
        InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var named }] } => (named as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText ?? (named as IdentifierNameSyntax)?.Identifier.ValueText,
        _ => null,
    };

    // Levenshtein's, without regard to case.
    private static int Distance(string a, string b)
    {
        int[] row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (int i = 1; i <= a.Length; i++)
        {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = corner + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1);
                corner = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
