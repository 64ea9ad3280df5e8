namespace Codecs;

/// <summary>
/// The list ends with the first element for which this member is true. What is left of a bounded list after it is padding. A list
/// that nothing else bounds is written only if it is true of its last element and of no other.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UntilAttribute : Attribute
{
    /// <summary>An element ends the list.</summary>
    /// <param name="condition">A bool member of the element; or a static method of this struct that takes the first element and the element at hand, both <c>scoped in</c> or by value, and returns a bool.</param>
    public UntilAttribute(string condition) => Condition = condition;

    /// <summary>What is left ends the list: <see cref="FewerThan"/>.</summary>
    public UntilAttribute()
    {
    }

    /// <summary>A bool member of the element, or a static method of this struct.</summary>
    public string? Condition { get; }

    /// <summary>
    /// The list ends where fewer bytes than this are left in what encloses it. A list that would be read as a shorter or a longer one is not written.
    /// </summary>
    public int FewerThan { get; init; }
}
