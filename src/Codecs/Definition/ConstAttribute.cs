namespace Codecs;

/// <summary>The field must have this value when read, and has it when written. On an optional field with <c>init</c>: the field is present if these bytes come next.</summary>
/// <remarks>Bytes that do not vary have the width of the constant.</remarks>
/// <param name="value">An integer; for bytes, a string of one byte per char (U+0000 to U+00FF) or an array of bytes.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConstAttribute(object value) : Attribute
{
    /// <summary>The value.</summary>
    public object Value { get; } = value;

    /// <summary>Bytes that are always there: are ASCII letters read in either case? They are written as they are spelled here.</summary>
    public bool IgnoreCase { get; init; }
}
