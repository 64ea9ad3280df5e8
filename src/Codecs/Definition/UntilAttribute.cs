namespace Codecs;

/// <summary>
/// The list ends with the first element for which this member is true. What is left of a bounded list after it is padding. A list
/// that nothing else bounds is written only if it is true of its last element and of no other.
/// </summary>
/// <param name="condition">A bool member of the element; or a static method of this struct that takes the first element and the element at hand, both <c>scoped in</c> or by value, and returns a bool.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UntilAttribute(string condition) : Attribute
{
    /// <summary>A bool member of the element, or a static method of this struct.</summary>
    public string Condition { get; } = condition;
}
