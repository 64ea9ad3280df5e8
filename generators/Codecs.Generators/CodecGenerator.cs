using Codecs.Generators.Model;
using Codecs.Generators.Parsing;
using Microsoft.CodeAnalysis;

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
    }

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var messages = context.SyntaxProvider
            .ForAttributeWithMetadataName("Codecs.MessageAttribute", static (_, _) => true, static (c, ct) => DefinitionParser.Parse((INamedTypeSymbol)c.TargetSymbol, new Reporter(null, ct)))
            .WithTrackingName(Steps.Message);
        context.RegisterSourceOutput(messages, static (c, result) => Emit.Emitter.Emit(c, result));
        var stacks = context.SyntaxProvider
            .ForAttributeWithMetadataName("Codecs.StackAttribute", static (_, _) => true, static (c, ct) => StackParser.Parse((INamedTypeSymbol)c.TargetSymbol, new Reporter(null, ct)))
            .WithTrackingName(Steps.Stack);
        context.RegisterSourceOutput(stacks, static (c, result) => Emit.Emitter.Emit(c, result));
    }
}
