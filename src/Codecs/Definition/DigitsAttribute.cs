namespace Codecs;

/// <summary>The number is ASCII digits: <paramref name="count"/> of them with leading zeros, or, without a count, as many as there are.</summary>
/// <param name="count">The number of digits; 0 for any.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DigitsAttribute(int count = 0) : Attribute
{
    /// <summary>The number of digits; 0 for any.</summary>
    public int Count { get; } = count;

    /// <summary>The base, 2 to 36. Letters are read in either case, and written in lower case.</summary>
    public int Radix { get; init; } = 10;
}
