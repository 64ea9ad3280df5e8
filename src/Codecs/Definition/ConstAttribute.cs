namespace Codecs;

/// <summary>The field must have this value when read, and has it when written. On an optional field with <c>init</c>: the field is present if these bytes come next.</summary>
/// <remarks>Bytes that do not vary have the width of the constant.</remarks>
/// <param name="value">An integer; for bytes, a string of one byte per char (U+0000 to U+00FF) or an array of bytes.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConstAttribute(object value) : Attribute
{
    /// <summary>The value.</summary>
    public object Value { get; } = value;

    /// <summary>
    /// Of bytes that are always there, a keyword: are ASCII letters read in either case? The property then shows what was received, and <see cref="WriteMode.Preserve"/> keeps it; written anew,
    /// the keyword is spelled as it is here.
    /// </summary>
    public bool IgnoreCase { get; init; }
}
