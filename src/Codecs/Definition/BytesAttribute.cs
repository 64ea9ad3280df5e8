namespace Codecs;

/// <summary>Width in bytes of a span, list, message or integer: a constant, or an <c>int</c> member of earlier fields.</summary>
/// <remarks>When written, shorter bytes are padded with zeros to a constant width; anything else of another width throws.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BytesAttribute : Attribute
{
    /// <summary>A constant width.</summary>
    /// <param name="width">Bytes.</param>
    public BytesAttribute(int width) => Width = width;

    /// <summary>A width that earlier fields tell.</summary>
    /// <param name="member">An <c>int</c> property of this struct.</param>
    public BytesAttribute(string member) => Member = member;

    /// <summary>The constant width; 0 if there is a <see cref="Member"/>.</summary>
    public int Width { get; }

    /// <summary>The member that tells the width.</summary>
    public string? Member { get; }
}
