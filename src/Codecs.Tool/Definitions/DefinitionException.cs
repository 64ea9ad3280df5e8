namespace Codecs.Tool.Definitions;

/// <summary>An assembly of definitions cannot be used. The message is a sentence for who gave it.</summary>
internal sealed class DefinitionException(string message) : Exception(message);
