using Codecs.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Codecs.Generators.Parsing;

/// <summary>Takes note of what is wrong. The generator only asks whether anything is; the analyzer wants to know what and where.</summary>
internal sealed class Reporter(Action<Diagnostic>? sink, CancellationToken cancellation)
{
    public bool HasErrors { get; private set; }

    public CancellationToken Cancellation { get; } = cancellation;

    public void Report(DiagnosticDescriptor descriptor, ISymbol symbol, params object[] arguments) => Report(descriptor, symbol, Hint.None, arguments);

    /// <summary>Reports with what a code fix needs to know.</summary>
    public void Report(DiagnosticDescriptor descriptor, ISymbol symbol, Hint hint, params object[] arguments)
    {
        HasErrors |= descriptor.DefaultSeverity == DiagnosticSeverity.Error;
        sink?.Invoke(Diagnostic.Create(descriptor, symbol.Locations.FirstOrDefault(l => l.IsInSource), hint.ToProperties(), arguments));
    }

    /// <summary>Reports at an argument of an attribute, or at the attribute if it is not written there.</summary>
    public void Report(DiagnosticDescriptor descriptor, AttributeData attribute, int argument, params object[] arguments) =>
        ReportAt(descriptor, attribute, syntax => syntax.ArgumentList?.Arguments is { } list && argument >= 0 && argument < list.Count ? list[argument] : syntax, arguments);

    /// <summary>Reports at a named argument of an attribute.</summary>
    public void Report(DiagnosticDescriptor descriptor, AttributeData attribute, string argument, params object[] arguments) =>
        ReportAt(descriptor, attribute, syntax => syntax.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == argument) ?? (SyntaxNode)syntax, arguments);

    private void ReportAt(DiagnosticDescriptor descriptor, AttributeData attribute, Func<AttributeSyntax, SyntaxNode> place, object[] arguments)
    {
        HasErrors |= descriptor.DefaultSeverity == DiagnosticSeverity.Error;
        if (sink is null)
            return;
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(Cancellation) as AttributeSyntax;
        sink(Diagnostic.Create(descriptor, syntax is null ? Location.None : place(syntax).GetLocation(), arguments));
    }
}
