using Codecs.Protocols;

namespace Codecs.Capture;

/// <summary>What a capture says of the interface that frames were captured on. A pcap file has exactly one.</summary>
public sealed class CaptureInterface
{
    internal CaptureInterface(int section, int index, LinkType linkType, uint snapLength)
    {
        Section = section;
        Index = index;
        LinkType = linkType;
        SnapLength = snapLength;
    }

    /// <summary>The section of the file, from 0: a pcapng file may be several captures one after the other.</summary>
    public int Section { get; }

    /// <summary>The interface's number within its section, from 0.</summary>
    public int Index { get; }

    /// <summary>What the first bytes of its frames are.</summary>
    public LinkType LinkType { get; }

    /// <summary>The most bytes of a frame that were captured; 0 for no limit.</summary>
    public uint SnapLength { get; }

    /// <summary>Bytes of frame check sequence at the end of its frames; 0 if there are none, or if the file does not say.</summary>
    public int FrameCheckLength { get; internal init; }

    /// <summary>The device, as in <c>eth0</c>; null if the file does not say.</summary>
    public string? Name { get; internal init; }

    /// <summary>What the device is, for people; null if the file does not say.</summary>
    public string? Description { get; internal init; }

    /// <summary>Decimals of a second that its timestamps have, at most 9.</summary>
    public int TimestampDecimals { get; internal init; } = 6;

    // if_tsresol and if_tsoffset of pcapng
    internal byte TimestampResolution { get; init; } = 6;

    internal long TimestampOffset { get; init; }
}
