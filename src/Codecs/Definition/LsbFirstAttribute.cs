namespace Codecs;

/// <summary>Bit fields are allotted from the least significant bit of a byte, and a run of several bytes is a little-endian word.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Struct)]
public sealed class LsbFirstAttribute : Attribute;
