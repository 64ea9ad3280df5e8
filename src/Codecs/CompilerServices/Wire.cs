using System.ComponentModel;

namespace Codecs.CompilerServices;

/// <summary>What only generated code calls.</summary>
/// <remarks>By subject, a file each.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Wire;
