namespace Codecs;

/// <summary>Generates the codec of this struct: its partial properties, in order, are the wire format.</summary>
/// <remarks>The struct is <c>readonly partial</c>, and <c>ref</c> if it has a field of variable size. It may be a <c>record struct</c> if it has none.</remarks>
/// <param name="specification">Where the format is specified: <c>"RFC 791"</c>.</param>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class MessageAttribute(string? specification = null) : Attribute
{
    /// <summary>Where the format is specified: <c>"RFC 791"</c>.</summary>
    public string? Specification { get; } = specification;
}
