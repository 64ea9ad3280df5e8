using System.Runtime.CompilerServices;

namespace Codecs;

/// <summary>What a part that is being written may need to know of the whole. Passed by value, so that nothing can be captured.</summary>
public readonly ref struct WriteContext
{
    /// <summary>What transport checksums cover of the layer below.</summary>
    public PseudoHeader PseudoHeader { get; init; }

    /// <summary>What is written for derived and reserved fields.</summary>
    public WriteMode Mode { get; init; }

    /// <summary>A context from the options of a caller.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WriteContext From(in WriteOptions options) => new() { PseudoHeader = options.PseudoHeader, Mode = options.Mode };

    /// <summary>The context of what lies over a layer that gives that pseudo-header.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public WriteContext Over(PseudoHeader below) => new() { PseudoHeader = below, Mode = Mode };
}
