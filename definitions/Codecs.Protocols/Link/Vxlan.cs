namespace Codecs.Protocols;

/// <summary>Virtual extensible LAN (RFC 7348 section 5): Ethernet over UDP, or, with the generic protocol extension (draft-ietf-nvo3-vxlan-gpe), something else.</summary>
[Message("RFC 7348"), Tag(UdpPort.Vxlan, UdpPort.VxlanGpe)]
public readonly ref partial struct Vxlan
{
    [Bits(4), Reserved] private partial byte ReservedFlags { get; }

    /// <summary>Is <see cref="NetworkIdentifier"/> valid (I)? Always set but in the extension.</summary>
    [Bits(1)] public required partial bool HasNetworkIdentifier { get; init; }

    /// <summary>Is <see cref="NextProtocol"/> valid (P)? Only in the extension.</summary>
    [Bits(1)] public partial bool HasNextProtocol { get; init; }

    [Bits(2), Reserved] private partial byte ReservedFlags2 { get; }

    [Reserved] private partial ushort Reserved { get; }

    /// <summary>What is carried, if <see cref="HasNextProtocol"/>; else reserved.</summary>
    public partial VxlanProtocol NextProtocol { get; init; }

    /// <summary>The overlay network that the frame belongs to (VNI).</summary>
    [Bits(24)] public partial uint NetworkIdentifier { get; init; }

    [Reserved] private partial byte Reserved2 { get; }

    /// <summary>What is carried: an Ethernet frame without frame check sequence.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>What is carried. Setting anything but Ethernet makes it the extension.</summary>
    [TagOf(nameof(Payload))]
    public VxlanProtocol Protocol
    {
        get => HasNextProtocol ? NextProtocol : Payload.IsEmpty ? default : VxlanProtocol.Ethernet;
        init
        {
            if (HasNextProtocol || value != VxlanProtocol.Ethernet)
            {
                HasNextProtocol = true;
                NextProtocol = value;
            }
        }
    }
}

/// <summary>What the generic protocol extension of VXLAN carries (draft-ietf-nvo3-vxlan-gpe section 3.2).</summary>
public enum VxlanProtocol : byte
{
    /// <summary><see cref="Protocols.IPv4"/>.</summary>
    IPv4 = 1,

    /// <summary><see cref="Protocols.IPv6"/>.</summary>
    IPv6 = 2,

    /// <summary><see cref="Protocols.Ethernet"/>.</summary>
    Ethernet = 3,

    /// <summary>Network service header (RFC 8300).</summary>
    NetworkServiceHeader = 4,
}
