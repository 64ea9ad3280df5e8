using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Codecs.CodeFixes;

/// <summary>Accessors say who supplies a field: <c>init</c> the writer of the message, no <c>init</c> something else.</summary>
internal static class Accessors
{
    /// <summary>The writer of the message supplies it.</summary>
    public static Mend? Add(SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { AccessorList: { Accessors: [{ RawKind: (int)SyntaxKind.GetAccessorDeclaration } get] } list })
            return null;
        var init = SyntaxFactory.AccessorDeclaration(SyntaxKind.InitAccessorDeclaration).WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken)).WithTrailingTrivia(get.GetTrailingTrivia());
        return new("Add 'init': the writer of the message supplies it", list, list.WithAccessors([get.WithTrailingTrivia(SyntaxFactory.Space), init]));
    }

    /// <summary>It is computed.</summary>
    public static Mend? Remove(SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<PropertyDeclarationSyntax>()?.AccessorList is not { } list || list.Accessors.FirstOrDefault(a => a.IsKind(SyntaxKind.InitAccessorDeclaration)) is not { } init)
            return null;
        return new("Remove 'init': it is computed", list, list.WithAccessors(list.Accessors.Remove(init)));
    }
}
