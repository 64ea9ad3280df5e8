namespace Codecs;

/// <summary>The field must have this value when read, and has it when written. On an optional field with <c>init</c>: the field is present if these bytes come next.</summary>
/// <param name="value">An integer, or a string of one byte per char.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConstAttribute(object value) : Attribute
{
    /// <summary>The value.</summary>
    public object Value { get; } = value;
}
