namespace Codecs.Protocols;

/// <summary>Linux "cooked" capture, version 2 (LINKTYPE_LINUX_SLL2): with the interface.</summary>
[Message("LINKTYPE_LINUX_SLL2"), Tag(LinkType.LinuxSll2)]
public readonly ref partial struct LinuxSll2
{
    /// <summary>What is carried, unless <see cref="HardwareType"/> gives the field another meaning.</summary>
    [TagOf(nameof(Payload), When = nameof(IsEtherType))] public partial EtherType Protocol { get; init; }

    [Reserved] private partial ushort Reserved { get; }

    /// <summary>The interface, as the capturing machine numbers them.</summary>
    public partial uint InterfaceIndex { get; init; }

    /// <summary>The kind of link.</summary>
    public partial HardwareType HardwareType { get; init; }

    /// <summary>Which way the packet went.</summary>
    [Bits(8)] public partial LinuxPacketType PacketType { get; init; }

    /// <summary>Bytes of the sender's link-layer address. It may be more than the 8 there is room for; then the address is cut.</summary>
    public partial byte AddressLength { get; init; }

    /// <summary>The sender's link-layer address in its room of 8 bytes: see <see cref="Address"/>.</summary>
    [Bytes(8)] public partial ReadOnlySpan<byte> AddressField { get; init; }

    /// <summary>What is carried.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>The sender's link-layer address.</summary>
    public ReadOnlySpan<byte> Address => AddressField[..Math.Min(AddressLength, AddressField.Length)];

    /// <summary>Is <see cref="Protocol"/> an EtherType?</summary>
    public bool IsEtherType => HardwareType is not (HardwareType.FrameRelayDevice or HardwareType.Ieee80211Radiotap or HardwareType.Netlink);
}
