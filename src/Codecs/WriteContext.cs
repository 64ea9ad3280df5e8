namespace Codecs;

/// <summary>What a part that is being written may need to know of the whole. Passed by value, so that nothing can be captured.</summary>
public readonly ref struct WriteContext
{
    /// <summary>Offsets that later parts may refer back to; the first element is their count.</summary>
    public Span<ushort> BackReferences { get; init; }

    /// <summary>What transport checksums cover of the layer below.</summary>
    public PseudoHeader PseudoHeader { get; init; }

    /// <summary>What is written for derived and reserved fields.</summary>
    public WriteMode Mode { get; init; }

    /// <summary>A context from the options of a caller.</summary>
    public static WriteContext From(in WriteOptions options) => new() { PseudoHeader = options.PseudoHeader, Mode = options.Mode };

    /// <summary>The context of what lies over a layer with that pseudo-header, or, if it has none, over the same as this.</summary>
    public WriteContext Over(PseudoHeader below) => below.HasValue ? new() { BackReferences = BackReferences, PseudoHeader = below, Mode = Mode } : this;
}
