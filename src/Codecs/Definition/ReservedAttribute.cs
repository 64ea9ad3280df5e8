namespace Codecs;

/// <summary>Ignored when read; written as zero, or as the value given. On a <see cref="WhileAttribute"/> span: written as the text given, or not at all.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReservedAttribute : Attribute
{
    /// <summary>A number.</summary>
    /// <param name="value">What is written.</param>
    public ReservedAttribute(long value = 0) => Value = value;

    /// <summary>Bytes that do not matter, such as white space.</summary>
    /// <param name="text">What is written, one byte per char (U+0000 to U+00FF).</param>
    public ReservedAttribute(string text) => Text = text;

    /// <summary>The number that is written.</summary>
    public long Value { get; }

    /// <summary>The bytes that are written; null for a number.</summary>
    public string? Text { get; }
}
