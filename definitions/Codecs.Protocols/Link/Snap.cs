namespace Codecs.Protocols;

/// <summary>Subnetwork access protocol (IEEE 802 section 9.5, RFC 1042): an EtherType, or an organization's own number, in an LLC frame.</summary>
[Message("RFC 1042"), Tag(LlcSap.Snap)]
public readonly ref partial struct Snap
{
    // IEEE 802.1H: AppleTalk ARP and IPX are told apart from bridged frames by this one.
    private const uint BridgeTunnel = 0x0000F8;

    /// <summary>The organization that gave out <see cref="ProtocolId"/> (OUI); 0 if that is an EtherType.</summary>
    [Bits(24)] public partial uint Organization { get; init; }

    /// <summary>What is carried, as <see cref="Organization"/> numbers it.</summary>
    public partial ushort ProtocolId { get; init; }

    /// <summary>What is carried.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>What is carried, if <see cref="IsEtherType"/>.</summary>
    [TagOf(nameof(Payload), When = nameof(IsEtherType))]
    public EtherType EtherType
    {
        get => (EtherType)ProtocolId;
        init => ProtocolId = (ushort)value;
    }

    /// <summary>Is <see cref="ProtocolId"/> an EtherType?</summary>
    public bool IsEtherType => Organization is 0 or BridgeTunnel;
}
