namespace Codecs;

/// <summary>
/// Padding: as many bytes as bring the end of this field to a multiple of a boundary, counted from the start of the message. Without
/// <c>init</c> it is written as zeros; with <c>init</c> an empty value is. Kept when preserved.
/// On a list, between its elements: each begins at a multiple of the boundary, counted from the start of the list, and nothing fills up the last one.
/// </summary>
/// <remarks>If a <see cref="LengthOfAttribute"/> bounds the field, that length counts when it is read, and what was received with <c>init</c> is written as it was.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AlignAttribute : Attribute
{
    /// <summary>A constant boundary.</summary>
    /// <param name="multiple">Bytes, 2 or more.</param>
    public AlignAttribute(int multiple) => Multiple = multiple;

    /// <summary>A boundary that earlier fields or parameters tell.</summary>
    /// <param name="member">An <c>int</c> property of this struct; below 2 there is no padding but <see cref="Min"/>.</param>
    public AlignAttribute(string member) => Member = member;

    /// <summary>The constant boundary in bytes; 0 if there is a <see cref="Member"/>.</summary>
    public int Multiple { get; }

    /// <summary>The member that tells the boundary.</summary>
    public string? Member { get; }

    /// <summary>The fewest bytes of padding.</summary>
    public int Min { get; init; }

    /// <summary>The field, at a fixed place, from which bytes are counted; the start of the message without it.</summary>
    public string? From { get; init; }

    /// <summary>A later field of fixed width, whose end is brought to the boundary instead of this field's.</summary>
    public string? To { get; init; }
}
