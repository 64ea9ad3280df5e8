namespace Codecs.Conformance.Dissection;

/// <summary>The value of a field, and its place in the frame.</summary>
/// <param name="Path">Names from the layer down to the field: <c>Body.Records.Type</c>. Elements of a list are told apart by their place alone.</param>
/// <param name="BitOffset">Where it starts in the frame, in bits.</param>
/// <param name="BitWidth">Its width in bits.</param>
/// <param name="Number">The value, if it is a scalar; null if it is what the frame has there.</param>
internal readonly record struct FieldValue(string Path, int BitOffset, int BitWidth, UInt128? Number)
{
    /// <summary>What a field type that is written by hand says of the value; null for others.</summary>
    public string? Text { get; init; }

    public int Offset => BitOffset / 8;

    public int Length => BitWidth / 8;
}
