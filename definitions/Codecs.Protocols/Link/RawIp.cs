namespace Codecs.Protocols;

/// <summary>No link layer (LINKTYPE_RAW): the frame is an IP packet of the version that its first 4 bits say.</summary>
[Message("LINKTYPE_RAW"), Tag(LinkType.Raw, LinkType.RawBsd, LinkType.RawOpenBsd)]
public readonly ref partial struct RawIp
{
    /// <summary>The packet.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>The version of the packet, which says it itself: setting it does nothing.</summary>
    [TagOf(nameof(Payload))]
    public IpVersion Version
    {
        get => Payload.IsEmpty ? default : (IpVersion)(Payload[0] >> 4);
        init { }
    }
}
