namespace Codecs;

/// <summary>Width in bits: of a field, or, on a type that implements <see cref="IScalar{TSelf, TInteger}"/>, of every field of that type. A run of bit fields fills whole bytes, most significant bit first.</summary>
/// <param name="width">1 to the width of the type.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Struct)]
public sealed class BitsAttribute(int width) : Attribute
{
    /// <summary>Width in bits.</summary>
    public int Width { get; } = width;
}
