using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Codecs.CodeFixes;

/// <summary>Modifiers that a message, a stack or a field must have.</summary>
internal static class Modifiers
{
    private static readonly SyntaxKind[] _last = [SyntaxKind.ReadOnlyKeyword, SyntaxKind.RefKeyword, SyntaxKind.PartialKeyword];

    /// <summary>Adds <paramref name="modifiers"/>, words between spaces, to the type at <paramref name="node"/> or around it.</summary>
    public static Mend? AddToType(SyntaxNode node, string modifiers)
    {
        var type = node.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        if (type is not (StructDeclarationSyntax or RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: (int)SyntaxKind.StructKeyword }))
            return null;
        var missing = modifiers.Split(' ').Select(Kind).Where(kind => !type.Modifiers.Any(kind)).ToList();
        if (missing.Count == 0)
            return null;
        string title = $"Make it a {string.Join(" ", missing.Select(SyntaxFacts.GetText))} struct";
        if (type is not RecordDeclarationSyntax record || !missing.Contains(SyntaxKind.RefKeyword))
            return new(title, type, Add(type, missing));
        // There are no ref record structs.
        var plain = SyntaxFactory.StructDeclaration(record.AttributeLists, record.Modifiers, record.ClassOrStructKeyword, record.Identifier, record.TypeParameterList, record.BaseList, record.ConstraintClauses,
            record.OpenBraceToken, record.Members, record.CloseBraceToken, record.SemicolonToken);
        if (record.Modifiers.Count == 0 && record.AttributeLists.Count == 0)
            plain = plain.WithLeadingTrivia(record.GetLeadingTrivia());
        return new(title, type, Add(plain, missing));
    }

    /// <summary>A generated file can open a type again if it and those around it are partial.</summary>
    public static Mend? MakeTypePartial(SyntaxNode node) =>
        node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && !type.Modifiers.Any(SyntaxKind.PartialKeyword)
            ? new($"Make '{type.Identifier.ValueText}' partial", type, Add(type, [SyntaxKind.PartialKeyword]))
            : null;

    /// <summary>Something else supplies the field.</summary>
    public static Mend? RemoveRequired(SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { } property || property.Modifiers.FirstOrDefault(m => m.IsKind(SyntaxKind.RequiredKeyword)) is not { RawKind: not 0 } required)
            return null;
        var rest = SyntaxFactory.TokenList(property.Modifiers.Where(m => m != required));
        // What is before the first word stays before what is the first now.
        if (property.Modifiers[0] == required && rest.Count > 0)
            rest = rest.Replace(rest[0], rest[0].WithLeadingTrivia(required.LeadingTrivia));
        return new("Remove 'required': what the message carries sets it", property, property.WithModifiers(rest));
    }

    /// <summary>A property is on the wire if it is partial.</summary>
    public static Mend? MakePartial(SyntaxNode node) =>
        node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is { Initializer: null, AccessorList: { } accessors } property && accessors.Accessors.All(a => a.Body is null && a.ExpressionBody is null)
            ? new("Make it partial: a field on the wire", property, Add(property, [SyntaxKind.PartialKeyword]))
            : null;

    private static SyntaxKind Kind(string word) => SyntaxFacts.GetKeywordKind(word) is not SyntaxKind.None and var kind ? kind : SyntaxFacts.GetContextualKeywordKind(word);

    private static MemberDeclarationSyntax Add(MemberDeclarationSyntax member, List<SyntaxKind> missing)
    {
        // What is before the first token stays there, whichever that is.
        var first = member.Modifiers.FirstOrDefault();
        if (member.Modifiers.Count == 0)
            first = member is TypeDeclarationSyntax type ? type.Keyword : ((PropertyDeclarationSyntax)member).Type.GetFirstToken();
        var before = first.LeadingTrivia;
        member = member.ReplaceToken(first, first.WithLeadingTrivia());
        var modifiers = member.Modifiers.Concat(missing.Select(kind => SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space)))
            .OrderBy(token => Array.IndexOf(_last, token.Kind())).ToList();
        modifiers[0] = modifiers[0].WithLeadingTrivia(before);
        return member.WithModifiers(SyntaxFactory.TokenList(modifiers));
    }
}
