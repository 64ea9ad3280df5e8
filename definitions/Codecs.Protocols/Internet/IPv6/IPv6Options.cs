namespace Codecs.Protocols;

/// <summary>Hop-by-hop options (RFC 8200 section 4.3): for every node on the path.</summary>
[Message("RFC 8200"), Tag(IpProtocol.HopByHop)]
public readonly ref partial struct IPv6HopByHop
{
    /// <summary>What follows.</summary>
    [TagOf(nameof(Payload))] public partial IpProtocol NextHeader { get; init; }

    /// <summary>Length of this header in units of 8 bytes, the first not counted (Hdr Ext Len).</summary>
    [LengthOf(nameof(NextHeader), nameof(Options), Unit = 8, Bias = -8)] public partial byte HeaderExtensionLength { get; }

    /// <summary>Filled up with <see cref="IPv6OptionType.Pad1"/> when written.</summary>
    public partial MessageList<IPv6Option> Options { get; init; }

    /// <summary>What follows.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }
}

/// <summary>Destination options (RFC 8200 section 4.6): for the destination; before a routing header, for every node that it names.</summary>
[Message("RFC 8200"), Tag(IpProtocol.DestinationOptions)]
public readonly ref partial struct IPv6DestinationOptions
{
    /// <summary>What follows.</summary>
    [TagOf(nameof(Payload))] public partial IpProtocol NextHeader { get; init; }

    /// <summary>Length of this header in units of 8 bytes, the first not counted (Hdr Ext Len).</summary>
    [LengthOf(nameof(NextHeader), nameof(Options), Unit = 8, Bias = -8)] public partial byte HeaderExtensionLength { get; }

    /// <summary>Filled up with <see cref="IPv6OptionType.Pad1"/> when written.</summary>
    public partial MessageList<IPv6Option> Options { get; init; }

    /// <summary>What follows.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>What checksums above cover: from a mobile node away from home, its home address as the source (RFC 6275 section 6.3).</summary>
    public PseudoHeader GetPseudoHeader(PseudoHeader below)
    {
        foreach (var option in Options)
        {
            if (option.TryGet(out IPv6HomeAddress home))
                return below.WithSource(InternetChecksum.SumOf(home.HomeAddress.Value));
        }
        return below;
    }
}

/// <summary>Option of an IPv6 extension header (RFC 8200 section 4.2): one byte, or type, length and data.</summary>
[Message("RFC 8200")]
public readonly ref partial struct IPv6Option
{
    /// <summary>What the option is; <see cref="UnrecognizedAction"/> and <see cref="MayChange"/> are part of it.</summary>
    [TagOf(nameof(Data))] public partial IPv6OptionType Type { get; init; }

    /// <summary>Length of the data in bytes; absent in <see cref="IPv6OptionType.Pad1"/>.</summary>
    [When(nameof(HasLength)), LengthOf(nameof(Data))] public partial byte Length { get; }

    /// <summary>What the option says.</summary>
    [When(nameof(HasLength)), Case<IPv6RouterAlert>, Case<IPv6JumboPayload>] public partial ReadOnlySpan<byte> Data { get; init; }

    /// <summary>What a node does that does not know the option.</summary>
    public IPv6OptionAction UnrecognizedAction => (IPv6OptionAction)((byte)Type >> 6);

    /// <summary>May the data change on the way?</summary>
    public bool MayChange => ((byte)Type & 0x20) != 0;

    private bool HasLength => Type != IPv6OptionType.Pad1;
}

/// <summary>Router alert (RFC 2711): routers shall look into the packet.</summary>
[Message("RFC 2711"), Tag(IPv6OptionType.RouterAlert)]
public readonly partial record struct IPv6RouterAlert
{
    /// <summary>0: multicast listener discovery; 1: RSVP; 2: active networks. Others are assigned by IANA (RFC 5350).</summary>
    public partial ushort Value { get; init; }
}

/// <summary>Jumbo payload (RFC 2675): the length of a packet for which 16 bits are too few.</summary>
[Message("RFC 2675"), Tag(IPv6OptionType.JumboPayload)]
public readonly partial record struct IPv6JumboPayload
{
    /// <summary>Bytes after the IPv6 header, this option's header included: more than 65,535.</summary>
    public partial uint JumboPayloadLength { get; init; }
}

/// <summary>Home address (RFC 6275 section 6.3): whose packet this is, from a mobile node that is not at home.</summary>
[Message("RFC 6275"), Tag(IPv6OptionType.HomeAddress)]
public readonly partial record struct IPv6HomeAddress
{
    /// <summary>The address that the mobile node keeps wherever it is.</summary>
    public partial IPv6Address HomeAddress { get; init; }
}

/// <summary>What a node does with an option that it does not know (RFC 8200 section 4.2).</summary>
public enum IPv6OptionAction : byte
{
    /// <summary>Go on with the next option.</summary>
    Skip = 0,

    /// <summary>Discard the packet.</summary>
    Discard = 1,

    /// <summary>Discard the packet and tell its source by ICMP.</summary>
    DiscardAndReport = 2,

    /// <summary>Discard the packet and tell its source by ICMP, unless it was for a group.</summary>
    DiscardAndReportUnlessMulticast = 3,
}

/// <summary>Types of IPv6 options (IANA IPv6 parameters): two bits for <see cref="IPv6Option.UnrecognizedAction"/>, one for <see cref="IPv6Option.MayChange"/>, five for the number.</summary>
public enum IPv6OptionType : byte
{
    /// <summary>One byte of padding, without length.</summary>
    Pad1 = 0x00,

    /// <summary>Two and more bytes of padding.</summary>
    PadN = 0x01,

    /// <summary>How many more tunnels the packet may enter (RFC 2473).</summary>
    TunnelEncapsulationLimit = 0x04,

    /// <summary>Routers shall look into the packet (<see cref="IPv6RouterAlert"/>).</summary>
    RouterAlert = 0x05,

    /// <summary>Security label (RFC 5570).</summary>
    Calipso = 0x07,

    /// <summary>Duplicate detection in multicast forwarding (RFC 6621).</summary>
    SimplifiedMulticastForwarding = 0x08,

    /// <summary>Performance and diagnostic metrics (RFC 8250).</summary>
    PerformanceMetrics = 0x0F,

    /// <summary>In-situ measurement that stays as it was sent (RFC 9486).</summary>
    InSituMeasurement = 0x11,

    /// <summary>Alternate marking (RFC 9343).</summary>
    AlternateMarking = 0x12,

    /// <summary>For experiments (RFC 4727).</summary>
    Experiment = 0x1E,

    /// <summary>Least MTU of the path (RFC 9268).</summary>
    MinimumPathMtu = 0x30,

    /// <summary>In-situ measurement that changes on the way (RFC 9486).</summary>
    InSituMeasurementMutable = 0x31,

    /// <summary>RPL information (RFC 9008).</summary>
    Rpl = 0x23,

    /// <summary>RPL information, as first numbered (RFC 6553).</summary>
    RplDeprecated = 0x63,

    /// <summary>Multicast in low-power networks (RFC 7731).</summary>
    LowPowerMulticast = 0x6D,

    /// <summary>Node identity of ILNP (RFC 6744).</summary>
    IlnpNonce = 0x8B,

    /// <summary>Line of a subscriber (RFC 6788).</summary>
    LineIdentification = 0x8C,

    /// <summary>Length of a jumbogram (<see cref="IPv6JumboPayload"/>).</summary>
    JumboPayload = 0xC2,

    /// <summary>Address of a mobile node at home (RFC 6275).</summary>
    HomeAddress = 0xC9,

    /// <summary>Depth-first forwarding (RFC 6971).</summary>
    DepthFirstForwarding = 0xEE,
}
