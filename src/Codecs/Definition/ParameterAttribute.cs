namespace Codecs;

/// <summary>Not on the wire: an argument that parsing needs. TryParse takes it; a message that is built has it set.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute : Attribute;
