namespace Codecs;

/// <summary>
/// In an element of a list: the wire holds what the value is more than in the element before, 0 before the first. Values that
/// decrease cannot be written.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DeltaAttribute : Attribute;
