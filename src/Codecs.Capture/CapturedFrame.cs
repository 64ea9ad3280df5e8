using Codecs.Protocols;

namespace Codecs.Capture;

/// <summary>A frame of a capture. Its bytes are valid until the next read.</summary>
public readonly ref struct CapturedFrame
{
    /// <summary>The frame's place in the file, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>When it was captured; null if the file does not say (simple packet blocks).</summary>
    public required CaptureTimestamp? Timestamp { get; init; }

    /// <summary>Where it was captured.</summary>
    public required CaptureInterface Interface { get; init; }

    /// <summary>Its length on the wire, in bytes: more than there is of it if the capture was limited.</summary>
    public required uint OriginalLength { get; init; }

    /// <summary>What was captured of it.</summary>
    public required ReadOnlySpan<byte> Data { get; init; }

    /// <summary>What its first bytes are.</summary>
    public LinkType LinkType => Interface.LinkType;

    /// <summary>Is there less of it than there was on the wire?</summary>
    public bool IsTruncated => (uint)Data.Length < OriginalLength;
}
