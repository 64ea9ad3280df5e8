namespace Codecs;

/// <summary>These bytes stand between the elements of the list: none before the first, none after the last. An empty scope is an empty list.</summary>
/// <param name="separator">One byte per char (U+0000 to U+00FF).</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SeparatedAttribute(string separator) : Attribute
{
    /// <summary>The bytes between two elements, one per char.</summary>
    public string Separator { get; } = separator;
}
