namespace Codecs;

/// <summary>What is written for the fields that a message derives.</summary>
public enum WriteMode : byte
{
    /// <summary>Lengths, counts and checksums are computed, reserved fields are written as the RFC says.</summary>
    Compute,

    /// <summary>
    /// A message that was parsed and not changed gives back its bytes, right or wrong. One that was changed keeps its reserved
    /// fields and has the rest computed.
    /// </summary>
    Preserve,
}

/// <summary>How a message is written.</summary>
public readonly record struct WriteOptions
{
    /// <summary>What is written for derived and reserved fields.</summary>
    public WriteMode Mode { get; init; }

    /// <summary>What a transport checksum covers of the layer below, if this message is written without it.</summary>
    public PseudoHeader PseudoHeader { get; init; }
}
