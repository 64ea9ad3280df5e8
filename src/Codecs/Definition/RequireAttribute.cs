namespace Codecs;

/// <summary>A message for which this bool member is false is invalid at this field. Not checked when written.</summary>
/// <param name="condition">A bool member of this field and earlier ones.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RequireAttribute(string condition) : Attribute
{
    /// <summary>A bool member of this field and earlier ones.</summary>
    public string Condition { get; } = condition;
}
