namespace Codecs;

/// <summary>The partial properties of this struct are the layers that it knows; the first is where parsing starts. Generates the dispatch by their tags.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class StackAttribute : Attribute;
