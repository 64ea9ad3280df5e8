namespace Codecs;

/// <summary>More bytes (of a span, of a message, or of a list that its scope bounds) or elements (of other lists) than this are <see cref="ParseError.Limit"/>.</summary>
/// <param name="most">The most bytes or elements.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Struct)]
public sealed class LimitAttribute(int most = int.MaxValue) : Attribute
{
    /// <summary>The most bytes or elements.</summary>
    public int Most { get; } = most;

    /// <summary>The deepest nesting of a type in itself.</summary>
    public int Depth { get; init; } = ParseContext.DefaultDepth;
}
