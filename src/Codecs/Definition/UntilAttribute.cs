namespace Codecs;

/// <summary>The list ends with the first element for which this bool member of the element is true. What is left of a bounded list after it is padding.</summary>
/// <param name="condition">A bool member of the element.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UntilAttribute(string condition) : Attribute
{
    /// <summary>A bool member of the element.</summary>
    public string Condition { get; } = condition;
}
