using System.Runtime.CompilerServices;

namespace Codecs.Protocols;

/// <summary>Internet Protocol, version 6 (RFC 8200 section 3). Extension headers are layers of their own.</summary>
[Message("RFC 8200")]
[Tag(EtherType.IPv6), Tag(IpProtocol.IPv6), Tag(LinkType.IPv6), Tag(IpVersion.IPv6), Tag(PppProtocol.IPv6), Tag(MplsPayload.IPv6), Tag(VxlanProtocol.IPv6)]
[Tag(LoopbackFamily.IPv6, LoopbackFamily.IPv6FreeBsd, LoopbackFamily.IPv6Darwin)]
public readonly ref partial struct IPv6
{
    /// <summary>Always 6.</summary>
    [Bits(4), Const(6)] public partial byte Version { get; }

    /// <summary>Differentiated services codepoint: how the packet is to be forwarded (RFC 2474). The first 6 bits of the traffic class.</summary>
    [Bits(6)] public partial byte Dscp { get; init; }

    /// <summary>Explicit congestion notification (RFC 3168). The last 2 bits of the traffic class.</summary>
    [Bits(2)] public partial Ecn Ecn { get; init; }

    /// <summary>Names a flow of packets that belong together (RFC 6437); 0 if none does.</summary>
    [Bits(20)] public partial uint FlowLabel { get; init; }

    /// <summary>Length of extension headers and payload in bytes. 0 in a jumbogram (RFC 2675), whose length is in a hop-by-hop option: then the payload is all there is.</summary>
    [LengthOf(nameof(Payload), When = nameof(HasPayloadLength))] public partial ushort PayloadLength { get; }

    /// <summary>What follows: an extension header, or what is carried.</summary>
    [TagOf(nameof(Payload))] public partial IpProtocol NextHeader { get; init; }

    /// <summary>The routers that the packet may still pass.</summary>
    public partial byte HopLimit { get; init; }

    /// <summary>Who sent it.</summary>
    public required partial IPv6Address Source { get; init; }

    /// <summary>Where it goes next: under a routing header not yet where it is to arrive.</summary>
    public required partial IPv6Address Destination { get; init; }

    /// <summary>Extension headers and what is carried.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>What the checksums of the layers above cover of this header (RFC 8200 section 8.1). A routing header that is not used up is not followed.</summary>
    public PseudoHeader PseudoHeader
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(InternetChecksum.SumOf(Source.Value), InternetChecksum.SumOf(Destination.Value));
    }

    // Asked of every packet: a call would put the whole header in memory.
    private bool HasPayloadLength
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => PayloadLength != 0 || NextHeader != IpProtocol.HopByHop;
    }
}
