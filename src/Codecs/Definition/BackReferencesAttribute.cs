namespace Codecs;

/// <summary>
/// Says that the encoding of a field type or a message refers to earlier bytes of the message that encloses it, as compressed
/// domain names do. Such a part is given that whole message; the outermost message that is not marked itself is the one that the
/// references count from.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class BackReferencesAttribute : Attribute;
