namespace Codecs;

/// <summary>Padding: as many bytes as bring the end of this field to a multiple of <paramref name="multiple"/>, counted from the start of the message. Zeros when written, kept when preserved.</summary>
/// <param name="multiple">The boundary, in bytes.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AlignAttribute(int multiple) : Attribute
{
    /// <summary>The boundary, in bytes.</summary>
    public int Multiple { get; } = multiple;
}
