namespace Codecs.Protocols;

/// <summary>Entry of an MPLS label stack (RFC 3032 section 2.1, RFC 5462). Entries stack, the last one says so.</summary>
[Message("RFC 3032"), Tag(EtherType.Mpls, EtherType.MplsUpstream), Tag(IpProtocol.MplsInIp), Tag(UdpPort.MplsInUdp)]
[Tag(PppProtocol.Mpls, PppProtocol.MplsUpstream), Tag(MplsPayload.Mpls)]
public readonly ref partial struct Mpls
{
    /// <summary>The label. Below 16 the values are special (IANA): 0 to be removed before IPv4, 1 router alert, 2 to be removed before IPv6, 3 implicit null, 7 entropy, 13 associated channel, 14 OAM alert.</summary>
    [Bits(20)] public partial uint Label { get; init; }

    /// <summary>Traffic class (TC): how the packet is to be forwarded, or that there was congestion.</summary>
    [Bits(3)] public partial byte TrafficClass { get; init; }

    /// <summary>Is this the last entry (S)?</summary>
    [Bits(1)] public partial bool BottomOfStack { get; init; }

    /// <summary>The routers that the packet may still pass (TTL).</summary>
    public partial byte TimeToLive { get; init; }

    /// <summary>The next entry, or what is carried.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>
    /// What follows. Below the stack, only who gave out the label knows: what is taken for IP here is what begins like it. RFC 4928 section 3 has everything else begin otherwise.
    /// Setting it sets <see cref="BottomOfStack"/>.
    /// </summary>
    [TagOf(nameof(Payload))]
    public MplsPayload PayloadKind
    {
        get => Payload.IsEmpty ? default : !BottomOfStack ? MplsPayload.Mpls : Label == OamAlert ? MplsPayload.Other : (MplsPayload)(Payload[0] >> 4);
        init => BottomOfStack = value != MplsPayload.Mpls;
    }

    private const uint OamAlert = 14;
}

/// <summary>What follows an entry of a label stack: by the first 4 bits after the last entry.</summary>
public enum MplsPayload : byte
{
    /// <summary>A control word, or an Ethernet frame without one.</summary>
    Other = 0,

    /// <summary><see cref="Protocols.IPv4"/>.</summary>
    IPv4 = 4,

    /// <summary><see cref="Protocols.IPv6"/>.</summary>
    IPv6 = 6,

    /// <summary>Another entry.</summary>
    Mpls = 16,
}
