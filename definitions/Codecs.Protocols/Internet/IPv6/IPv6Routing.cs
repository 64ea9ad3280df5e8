namespace Codecs.Protocols;

/// <summary>Routing header (RFC 8200 section 4.4): nodes that the packet is to visit.</summary>
[Message("RFC 8200"), Tag(IpProtocol.Routing)]
public readonly ref partial struct IPv6Routing
{
    /// <summary>What follows.</summary>
    [TagOf(nameof(Payload))] public partial IpProtocol NextHeader { get; init; }

    /// <summary>Length of this header in units of 8 bytes, the first not counted (Hdr Ext Len).</summary>
    [LengthOf(nameof(NextHeader), nameof(Route), Unit = 8, Bias = -8)] public partial byte HeaderExtensionLength { get; }

    /// <summary>The nodes, in the form of one routing type.</summary>
    public partial IPv6Route Route { get; init; }

    /// <summary>What follows.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>Where the packet is to arrive: the last node, while that is not yet where it goes next; null if it is, and if the header does not name the last node in full.</summary>
    public IPv6Address? FinalDestination
    {
        get
        {
            if (Route.SegmentsLeft == 0)
                return null;
            if (Route.TryGet(out IPv6SourceRoute source) && source.Addresses.Count > 0)
                return source.Addresses[source.Addresses.Count - 1];
            if (Route.TryGet(out IPv6SegmentRoute segments) && segments.Segments.Count > 0)
                return segments.Segments[0];
            return Route.TryGet(out RplSourceRoute rpl) ? rpl.FinalDestination : null;
        }
    }

    /// <summary>What checksums above cover: as the destination the last node, while that is not yet where the packet goes next (RFC 8200 section 8.1).</summary>
    public PseudoHeader GetPseudoHeader(PseudoHeader below) =>
        FinalDestination is { } destination ? below.WithDestination(InternetChecksum.SumOf(destination.Value)) : below;
}

/// <summary>What a routing header says (RFC 8200 section 4.4), in the form of its type.</summary>
[Message("RFC 8200")]
public readonly ref partial struct IPv6Route
{
    /// <summary>The form of <see cref="Data"/>.</summary>
    [TagOf(nameof(Data))] public partial IPv6RoutingType RoutingType { get; init; }

    /// <summary>The listed nodes that are still to be visited.</summary>
    public partial byte SegmentsLeft { get; init; }

    /// <summary>The nodes.</summary>
    [Case<IPv6SourceRoute>, Case<IPv6SegmentRoute>, Case<RplSourceRoute>] public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>Forms of routing headers (IANA IPv6 parameters).</summary>
public enum IPv6RoutingType : byte
{
    /// <summary>A list of addresses (RFC 2460 section 4.4); no longer followed by anyone (RFC 5095).</summary>
    Source = 0,

    /// <summary>Nimrod (obsolete).</summary>
    Nimrod = 1,

    /// <summary>The home address of a mobile node (RFC 6275 section 6.4).</summary>
    Mobility = 2,

    /// <summary>A list of shortened addresses, in RPL networks (RFC 6554).</summary>
    Rpl = 3,

    /// <summary>Segment routing (RFC 8754).</summary>
    Segment = 4,

    /// <summary>Compressed routing, 16 bits per segment (RFC 9631).</summary>
    Compact16 = 5,

    /// <summary>Compressed routing, 32 bits per segment (RFC 9631).</summary>
    Compact32 = 6,

    /// <summary>For experiments (RFC 4727).</summary>
    Experiment1 = 253,

    /// <summary>For experiments (RFC 4727).</summary>
    Experiment2 = 254,
}

/// <summary>A list of addresses to visit: routing type 0 (RFC 2460 section 4.4) and, with a single address, type 2 (RFC 6275 section 6.4).</summary>
[Message("RFC 6275"), Tag(IPv6RoutingType.Mobility, IPv6RoutingType.Source)]
public readonly ref partial struct IPv6SourceRoute
{
    [Reserved] private partial uint Reserved { get; }

    /// <summary>In the order in which they are visited.</summary>
    public partial ScalarList<IPv6Address> Addresses { get; init; }
}

/// <summary>Segment routing header (RFC 8754 section 2): routing type 4.</summary>
[Message("RFC 8754"), Tag(IPv6RoutingType.Segment)]
public readonly ref partial struct IPv6SegmentRoute
{
    /// <summary>Index of the last element of <see cref="Segments"/>.</summary>
    [CountOf(nameof(Segments), Bias = -1)] public partial byte LastEntry { get; }

    /// <summary>None is defined but O, 0x20: copy the packet for operation and maintenance (RFC 9259).</summary>
    public partial byte Flags { get; init; }

    /// <summary>Marks packets that belong to a class; 0 if unused.</summary>
    public partial ushort Tag { get; init; }

    /// <summary>From the last to be visited to the first.</summary>
    public partial ScalarList<IPv6Address> Segments { get; init; }

    /// <summary>Optional.</summary>
    public partial MessageList<IPv6SegmentRouteTlv> Tlvs { get; init; }
}

/// <summary>Optional information in a segment routing header (RFC 8754 section 2.1): one byte, or type, length and value.</summary>
[Message("RFC 8754")]
public readonly ref partial struct IPv6SegmentRouteTlv
{
    /// <summary>0 is one byte of padding, 4 more of it, 5 an HMAC. The first bit set: the value may change on the way.</summary>
    public partial byte Type { get; init; }

    /// <summary>Length of the value in bytes; absent in padding of one byte.</summary>
    [When(nameof(HasLength)), LengthOf(nameof(Value))] public partial byte Length { get; }

    /// <summary>What it says.</summary>
    [When(nameof(HasLength))] public partial ReadOnlySpan<byte> Value { get; init; }

    private bool HasLength => Type != 0;
}

/// <summary>Source route in an RPL network (RFC 6554 section 3): routing type 3. Addresses leave out the bytes that they share with the destination.</summary>
[Message("RFC 6554"), Tag(IPv6RoutingType.Rpl)]
public readonly ref partial struct RplSourceRoute
{
    /// <summary>Bytes left out of each address but the last.</summary>
    [Bits(4)] public partial byte CmprI { get; init; }

    /// <summary>Bytes left out of the last address.</summary>
    [Bits(4)] public partial byte CmprE { get; init; }

    /// <summary>Bytes of padding after the last address.</summary>
    [Bits(4)] public partial byte Pad { get; init; }

    [Bits(20), Reserved] private partial uint Reserved { get; }

    /// <summary>In the order in which they are visited, and padding.</summary>
    public partial ReadOnlySpan<byte> Addresses { get; init; }

    /// <summary>The last address, if it is there in full; one of which bytes are left out has those of <see cref="IPv6.Destination"/>.</summary>
    public IPv6Address? FinalDestination =>
        CmprE == 0 && Addresses.Length - Pad >= 16 ? new IPv6Address(Addresses.Slice(Addresses.Length - Pad - 16, 16)) : null;
}
