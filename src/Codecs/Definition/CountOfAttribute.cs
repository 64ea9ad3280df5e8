namespace Codecs;

/// <summary>The number of elements of a list: <c>stored = count + Bias</c>.</summary>
/// <param name="list">The list.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CountOfAttribute(string list) : Attribute
{
    /// <summary>The list.</summary>
    public string List { get; } = list;

    /// <summary>What is added to the count before it is stored.</summary>
    public int Bias { get; init; }

    /// <summary>The stored number that says that the list is absent; the list is <see cref="Optional{T}"/>.</summary>
    public long Null { get; init; }
}
