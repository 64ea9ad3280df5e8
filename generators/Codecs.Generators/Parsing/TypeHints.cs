using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Parsing;

/// <summary>What was probably meant by a type that a field cannot have, as an aside for the message.</summary>
internal static class TypeHints
{
    /// <summary>The type, and what is used instead of it.</summary>
    public static string Describe(ITypeSymbol type) => type.ToDisplayString() + (Instead(type) is { } instead ? $" ({instead})" : "");

    /// <summary>The type where a number is needed, and why it is none.</summary>
    public static string DescribeNumber(ITypeSymbol type) =>
        type.AllInterfaces.Any(i => i.IsRuntimeType("ICodec`1")) ? $"{type.Name} (which is no IScalar<{type.Name}, uint>, so nothing says what number it is)" : type.Name;

    private static string? Instead(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_String)
            return "text is a ReadOnlySpan<byte>";
        var element = type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeArguments: [var argument] } => argument,
            _ => null,
        };
        if (element is null)
            return null;
        if (element.Has("Message"))
            return $"a list of messages is a MessageList<{element.Name}>";
        if (element.SpecialType == SpecialType.System_Byte)
            return "bytes are a ReadOnlySpan<byte>";
        return TypeClassifier.Scalar(element) is not null && !type.IsRuntimeType("ScalarList`1") ? $"a list of numbers is a ScalarList<{element.Name}>" : null;
    }
}
