namespace Codecs;

/// <summary>Says whether an optional field is there. Several on one field: they come and go together.</summary>
/// <param name="field">A field of a nullable or <see cref="Optional{T}"/> type.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class PresenceOfAttribute(string field) : Attribute
{
    /// <summary>The optional field.</summary>
    public string Field { get; } = field;
}
