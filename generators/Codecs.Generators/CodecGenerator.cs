using Codecs.Generators.Model;
using Codecs.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Codecs.Generators;

/// <summary>Compiles definitions: attributed structs in, codecs out.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class CodecGenerator : IIncrementalGenerator
{
    /// <summary>Names of the steps, for the tests that prove that nothing is done twice.</summary>
    internal static class Steps
    {
        public const string Message = "Codecs.Message";
        public const string Stack = "Codecs.Stack";
        public const string Token = "Codecs.Token";
    }

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var messages = context.SyntaxProvider
            .ForAttributeWithMetadataName("Codecs.MessageAttribute", IsType, static (c, ct) => IsFirst(c) ? Parse(c, ct, DefinitionParser.Parse) : DefinitionResult.None)
            .WithTrackingName(Steps.Message);
        context.RegisterSourceOutput(messages, static (c, result) => Emit.Emitter.Emit(c, result));
        var stacks = context.SyntaxProvider
            .ForAttributeWithMetadataName("Codecs.StackAttribute", IsType, static (c, ct) => IsFirst(c) && !c.TargetSymbol.Has("Message") ? Parse(c, ct, StackParser.Parse) : DefinitionResult.None)
            .WithTrackingName(Steps.Stack);
        context.RegisterSourceOutput(stacks, static (c, result) => Emit.Emitter.Emit(c, result));
        // Once for each text enum, beside it, however many messages use it.
        var tokens = context.SyntaxProvider
            .ForAttributeWithMetadataName("Codecs.TokenAttribute", static (node, _) => node is EnumDeclarationSyntax, static (c, ct) => IsFirst(c) ? Parse(c, ct, ParseToken) : DefinitionResult.None)
            .WithTrackingName(Steps.Token);
        context.RegisterSourceOutput(tokens, static (c, result) => Emit.Emitter.Emit(c, result));
    }

    private static DefinitionResult ParseToken(INamedTypeSymbol type, Reporter reporter) => DefinitionResult.None with { Token = TokenParser.Parse(type, reporter) };

    // An exception here would take the output of all definitions with it.
    private static DefinitionResult Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation, Func<INamedTypeSymbol, Reporter, DefinitionResult> parse)
    {
        try
        {
            return parse((INamedTypeSymbol)context.TargetSymbol, new Reporter(null, cancellation));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return DefinitionResult.None with { Failure = $"{context.TargetSymbol.Name}: {fault.GetType().Name}: {fault.Message}" };
        }
    }

    // While one types, the attribute may stand anywhere, also twice.
    private static bool IsType(SyntaxNode node, CancellationToken cancellation) => node is TypeDeclarationSyntax;

    private static bool IsFirst(GeneratorAttributeSyntaxContext context)
    {
        var first = context.TargetSymbol.GetAttributes().First(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, context.Attributes[0].AttributeClass)).ApplicationSyntaxReference;
        return first is not null && first.SyntaxTree == context.TargetNode.SyntaxTree && context.TargetNode.Span.Contains(first.Span);
    }
}
