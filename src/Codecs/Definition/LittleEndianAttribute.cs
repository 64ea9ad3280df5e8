namespace Codecs;

/// <summary>Least significant byte first; without it, the most significant byte is first.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Struct)]
public sealed class LittleEndianAttribute : Attribute
{
    /// <summary>A bool member of earlier fields and parameters that decides it at run time.</summary>
    public string? When { get; init; }
}
