namespace Codecs;

/// <summary>Ignored when read; written as zero, or as <paramref name="value"/>.</summary>
/// <param name="value">What is written.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReservedAttribute(long value = 0) : Attribute
{
    /// <summary>What is written.</summary>
    public long Value { get; } = value;
}
