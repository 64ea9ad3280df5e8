using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Codecs.CodeFixes;

/// <summary>Offers to put right what is wrong with a definition, where there is one thing that can have been meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DefinitionCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        "CDC001", "CDC002", "CDC003", "CDC005", "CDC006", "CDC009", "CDC011", "CDC012", "CDC013", "CDC014", "CDC029", "CDC033", "CDC039", "CDC041", "CDC042",
    ];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan);
            if (Find(diagnostic, node) is { } mend)
                context.RegisterCodeFix(CodeAction.Create(mend.Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(mend.Apply(root))), mend.Title), diagnostic);
        }
    }

    private static Mend? Find(Diagnostic diagnostic, SyntaxNode node) => diagnostic.Id switch
    {
        "CDC001" or "CDC029" or "CDC033" => Accessors.Add(node),
        "CDC002" => Names.Nearest(node),
        "CDC003" => diagnostic.Properties.TryGetValue("Modifiers", out string? modifiers) ? Modifiers.AddToType(node, modifiers!) : null,
        "CDC005" => diagnostic.Properties.TryGetValue("Bits", out string? bits) ? Widths.Widen(node, bits!) : null,
        "CDC006" => FieldTypes.Widen(node),
        "CDC009" => Accessors.Remove(node),
        "CDC011" => FieldTypes.UseSpan(node),
        "CDC012" => FieldTypes.MakeOptional(node),
        "CDC013" => Names.UseLength(node),
        "CDC014" => Names.NearestBool(node),
        "CDC039" => Modifiers.RemoveRequired(node),
        "CDC041" => Modifiers.MakeTypePartial(node),
        "CDC042" => Modifiers.MakePartial(node),
        _ => null,
    };
}
