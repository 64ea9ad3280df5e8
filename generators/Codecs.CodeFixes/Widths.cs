using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Codecs.CodeFixes;

/// <summary>A run of bit fields fills whole bytes.</summary>
internal static class Widths
{
    /// <summary>Widens the last bit field at or before <paramref name="node"/>.</summary>
    public static Mend? Widen(SyntaxNode node, string bits)
    {
        if (node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax type } property)
            return null;
        int last = type.Members.IndexOf(property);
        var width = type.Members.Take(last + 1).OfType<PropertyDeclarationSyntax>().Select(Width).LastOrDefault(w => w is not null);
        if (width?.Expression is not LiteralExpressionSyntax { Token.Value: int now } literal)
            return null;
        int right = now + int.Parse(bits, CultureInfo.InvariantCulture);
        return new($"Make it {right} bits wide", literal, SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(right)));
    }

    private static AttributeArgumentSyntax? Width(PropertyDeclarationSyntax property) =>
        property.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(a => a.Name.ToString() is "Bits" or "BitsAttribute")?.ArgumentList?.Arguments.FirstOrDefault();
}
