using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Codecs.CodeFixes;

/// <summary>The type of a field says how it is on the wire.</summary>
internal static class FieldTypes
{
    private static readonly (SyntaxKind Kind, int Bits)[] _unsigned =
    [
        (SyntaxKind.ByteKeyword, 8), (SyntaxKind.UShortKeyword, 16), (SyntaxKind.UIntKeyword, 32), (SyntaxKind.ULongKeyword, 64),
    ];

    /// <summary>The least unsigned integer that has as many bits as <c>Bits</c> says.</summary>
    public static Mend? Widen(SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { Name: IdentifierNameSyntax { Identifier.ValueText: "Bits" }, ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: int bits } }] }
            || node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { Type: PredefinedTypeSyntax type })
            return null;
        int now = _unsigned.FirstOrDefault(t => type.Keyword.IsKind(t.Kind)).Bits;
        var wider = _unsigned.FirstOrDefault(t => t.Bits >= bits);
        return now == 0 || wider.Bits <= now ? null : new($"Make it a {SyntaxFacts.GetText(wider.Kind)}", type, SyntaxFactory.PredefinedType(SyntaxFactory.Token(wider.Kind)).WithTriviaFrom(type));
    }

    /// <summary>Texts and arrays are bytes on the wire.</summary>
    public static Mend? UseSpan(SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { Type: var type })
            return null;
        bool isBytes = type switch
        {
            PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.StringKeyword } => true,
            ArrayTypeSyntax { ElementType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.ByteKeyword } } => true,
            GenericNameSyntax { Identifier.ValueText: "Span" or "Memory" or "ReadOnlyMemory", TypeArgumentList.Arguments: [PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.ByteKeyword }] } => true,
            _ => false,
        };
        return isBytes ? new("Make it a ReadOnlySpan<byte>", type, SyntaxFactory.ParseTypeName("ReadOnlySpan<byte>").WithTriviaFrom(type)) : null;
    }

    /// <summary>A field of whose presence another tells can be absent.</summary>
    public static Mend? MakeOptional(SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { Expression: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax named }] } } || node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
            return null;
        string name = named.Identifier.ValueText;
        if (type.Members.OfType<PropertyDeclarationSyntax>().FirstOrDefault(p => p.Identifier.ValueText == name)?.Type is not { } now)
            return null;
        return now switch
        {
            PredefinedTypeSyntax => new($"Let '{name}' be absent: {now}?", now, SyntaxFactory.NullableType(now.WithoutTrivia()).WithTriviaFrom(now)),
            GenericNameSyntax { Identifier.ValueText: "ReadOnlySpan" or "MessageList" or "ScalarList" } => new($"Let '{name}' be absent: Optional<{now}>", now, SyntaxFactory.ParseTypeName($"Optional<{now.WithoutTrivia()}>").WithTriviaFrom(now)),
            _ => null,
        };
    }
}
