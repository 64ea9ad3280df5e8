namespace Codecs.Protocols;

/// <summary>Linux "cooked" capture, version 1 (LINKTYPE_LINUX_SLL): what a capture on all interfaces has in the place of the link-layer header.</summary>
[Message("LINKTYPE_LINUX_SLL"), Tag(LinkType.LinuxSll)]
public readonly ref partial struct LinuxSll
{
    /// <summary>Which way the packet went.</summary>
    public partial LinuxPacketType PacketType { get; init; }

    /// <summary>The kind of link.</summary>
    public partial HardwareType HardwareType { get; init; }

    /// <summary>Bytes of the sender's link-layer address. It may be more than the 8 there is room for; then the address is cut.</summary>
    public partial ushort AddressLength { get; init; }

    /// <summary>The sender's link-layer address in its room of 8 bytes: see <see cref="Address"/>.</summary>
    [Bytes(8)] public partial ReadOnlySpan<byte> AddressField { get; init; }

    /// <summary>What is carried, unless <see cref="HardwareType"/> gives the field another meaning.</summary>
    [TagOf(nameof(Payload), When = nameof(IsEtherType))] public partial EtherType Protocol { get; init; }

    /// <summary>What is carried.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>The sender's link-layer address.</summary>
    public ReadOnlySpan<byte> Address => AddressField[..Math.Min(AddressLength, AddressField.Length)];

    /// <summary>Is <see cref="Protocol"/> an EtherType?</summary>
    public bool IsEtherType => HardwareType is not (HardwareType.FrameRelayDevice or HardwareType.Ieee80211Radiotap or HardwareType.Netlink);
}

/// <summary>Which way a packet went, seen from the capturing machine.</summary>
public enum LinuxPacketType : ushort
{
    /// <summary>To this machine.</summary>
    ToHost = 0,

    /// <summary>To everyone.</summary>
    Broadcast = 1,

    /// <summary>To a group.</summary>
    Multicast = 2,

    /// <summary>From one other machine to another.</summary>
    ToOther = 3,

    /// <summary>From this machine.</summary>
    Outgoing = 4,
}
