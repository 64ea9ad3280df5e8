namespace Codecs;

/// <summary>The field exists only while a bool member is true.</summary>
/// <param name="condition">A bool member of earlier fields.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WhenAttribute(string condition) : Attribute
{
    /// <summary>A bool member of earlier fields.</summary>
    public string Condition { get; } = condition;
}
