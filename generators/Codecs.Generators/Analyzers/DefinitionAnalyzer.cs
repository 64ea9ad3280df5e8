using System.Collections.Immutable;
using Codecs.Generators.Diagnostics;
using Codecs.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Codecs.Generators.Analyzers;

/// <summary>Reports what is wrong with definitions, at the attribute argument or property at fault: the same parsing as the generator's, listened to.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DefinitionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.Has("Message"))
            DefinitionParser.Parse(type, new Reporter(context.ReportDiagnostic, context.CancellationToken));
        else if (type.Has("Stack"))
            StackParser.Parse(type, new Reporter(context.ReportDiagnostic, context.CancellationToken));
        else if (type.TypeKind == TypeKind.Enum && type.Has("Token"))
            TokenParser.Parse(type, new Reporter(context.ReportDiagnostic, context.CancellationToken));
    }
}
