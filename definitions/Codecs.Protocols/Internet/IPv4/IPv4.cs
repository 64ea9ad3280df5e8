using System.Runtime.CompilerServices;

namespace Codecs.Protocols;

/// <summary>Internet Protocol, version 4 (RFC 791 section 3.1).</summary>
[Message("RFC 791")]
[Tag(EtherType.IPv4), Tag(IpProtocol.IPv4), Tag(LinkType.IPv4), Tag(IpVersion.IPv4), Tag(LoopbackFamily.IPv4), Tag(PppProtocol.IPv4), Tag(LlcSap.IPv4), Tag(MplsPayload.IPv4), Tag(VxlanProtocol.IPv4)]
public readonly ref partial struct IPv4
{
    /// <summary>Always 4.</summary>
    [Bits(4), Const(4)] public partial byte Version { get; }

    /// <summary>Length of the header with its options, in units of 4 bytes: 5 to 15 (IHL).</summary>
    [Bits(4), LengthOf(nameof(Version), nameof(Options), Unit = 4)] public partial byte HeaderLength { get; }

    /// <summary>Differentiated services codepoint: how the packet is to be forwarded (RFC 2474).</summary>
    [Bits(6)] public partial byte Dscp { get; init; }

    /// <summary>Explicit congestion notification (RFC 3168).</summary>
    [Bits(2)] public partial Ecn Ecn { get; init; }

    /// <summary>Length of header and payload in bytes. 0 where segmentation offload leaves it to the network card: then the payload is all there is.</summary>
    [LengthOf(nameof(Version), nameof(Payload), When = nameof(HasTotalLength))] public partial ushort TotalLength { get; }

    /// <summary>The same in all fragments of a datagram; without meaning in a datagram that is not fragmented (RFC 6864).</summary>
    public partial ushort Identification { get; init; }

    [Bits(1), Reserved] private partial bool ReservedFlag { get; }

    /// <summary>Must routers drop the datagram rather than fragment it (DF)?</summary>
    [Bits(1)] public partial bool DontFragment { get; init; }

    /// <summary>Is this a fragment with others after it (MF)?</summary>
    [Bits(1)] public partial bool MoreFragments { get; init; }

    /// <summary>Where the payload belongs in the datagram, in units of 8 bytes.</summary>
    [Bits(13)] public partial ushort FragmentOffset { get; init; }

    /// <summary>The routers that the datagram may still pass (TTL).</summary>
    public partial byte TimeToLive { get; init; }

    /// <summary>What the datagram carries.</summary>
    [TagOf(nameof(Payload), When = nameof(IsFirstFragment))] public partial IpProtocol Protocol { get; init; }

    /// <summary>Internet checksum of the header and its options.</summary>
    [ChecksumOf<InternetChecksum>(nameof(Version), nameof(Options))] public partial ushort HeaderChecksum { get; }

    /// <summary>Who sent it.</summary>
    public required partial IPv4Address Source { get; init; }

    /// <summary>Where it goes next: under a source route not yet where it is to arrive, see <see cref="FinalDestination"/>.</summary>
    public required partial IPv4Address Destination { get; init; }

    /// <summary>At most 40 bytes.</summary>
    [Until(nameof(IPv4Option.IsEnd))] public partial MessageList<IPv4Option> Options { get; init; }

    /// <summary>What the datagram carries; a part of it if this <see cref="IsFragment"/>.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>Is this a fragment of a datagram?</summary>
    public bool IsFragment => MoreFragments || FragmentOffset != 0;

    /// <summary>Does the payload begin where that of the datagram does? Only then does it begin with the header of what is carried.</summary>
    public bool IsFirstFragment => FragmentOffset == 0;

    /// <summary>Where the datagram is to arrive: the last address of a source route that is not used up, or else <see cref="Destination"/> (RFC 1122 section 3.2.1.8).</summary>
    public IPv4Address FinalDestination
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Options.IsEmpty ? Destination : FollowSourceRoute(Options, Destination);
    }

    /// <summary>What the checksums of TCP and UDP cover of this header (RFC 9293 section 3.1).</summary>
    public PseudoHeader PseudoHeader
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Source.Value, FinalDestination.Value);
    }

    private bool HasTotalLength => TotalLength != 0;

    // Static: a call on the message itself would force it into memory wherever a packet is built.
    private static IPv4Address FollowSourceRoute(MessageList<IPv4Option> options, IPv4Address destination)
    {
        foreach (var option in options)
        {
            if (option.Type is IPv4OptionType.LooseSourceRoute or IPv4OptionType.StrictSourceRoute && option.TryGet(out IPv4Route route) && !route.IsComplete)
                return route.Addresses[route.Addresses.Count - 1];
        }
        return destination;
    }
}
