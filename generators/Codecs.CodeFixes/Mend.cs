using Microsoft.CodeAnalysis;

namespace Codecs.CodeFixes;

/// <summary>One way to put a definition right: a node, and what stands in its place afterwards.</summary>
internal sealed class Mend(string title, SyntaxNode old, SyntaxNode replacement)
{
    /// <summary>What the editor offers, as an instruction.</summary>
    public string Title { get; } = title;

    public SyntaxNode Apply(SyntaxNode root) => root.ReplaceNode(old, replacement);
}
