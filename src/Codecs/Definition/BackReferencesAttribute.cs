namespace Codecs;

/// <summary>
/// The encoding of this type refers to earlier bytes of the message that it is in, as compressed names do. A message with parts of
/// such types that is not marked itself is where their offsets count from. What was compressed is compressed anew when it is written.
/// </summary>
/// <remarks>
/// A field type that is marked parses within the whole message that <c>TryParse</c> is given, and when written keeps what it wrote in
/// <see cref="WriteContext.BackReferences"/>. It is an <see cref="IWritable.IsCompressed"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class BackReferencesAttribute : Attribute;
