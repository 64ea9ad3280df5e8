namespace Codecs;

/// <summary>The encoding refers to earlier bytes of the enclosing message.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class BackReferencesAttribute : Attribute;
