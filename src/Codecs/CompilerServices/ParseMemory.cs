using System.ComponentModel;

namespace Codecs.CompilerServices;

/// <summary>
/// What was found out about earlier bytes of a message, from value to value while it is read from front to back: 128 bits, which mean what the field types that refer
/// back say. The default before the first. For generated code, and for field types (<see cref="ICodec{TSelf}.Take"/>).
/// </summary>
/// <param name="First">The one half.</param>
/// <param name="Second">The other.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ParseMemory(ulong First, ulong Second);
