namespace Codecs.Protocols;

/// <summary>What both ends have agreed upon for permessage-deflate (RFC 7692 section 7.1).</summary>
public readonly record struct PerMessageDeflate
{
    /// <summary>The logarithm of the smallest window.</summary>
    public const int MinWindowBits = 8;

    /// <summary>The logarithm of the largest window, which holds where nothing else is said.</summary>
    public const int MaxWindowBits = 15;
}
