namespace Codecs.Protocols;

/// <summary>Echo and echo reply (RFC 792): ping.</summary>
[Message("RFC 792"), Tag(IcmpType.Echo, IcmpType.EchoReply)]
public readonly ref partial struct IcmpEcho
{
    /// <summary>Whose echo it is, for who sent the request.</summary>
    public partial ushort Identifier { get; init; }

    /// <summary>Which of them.</summary>
    public partial ushort SequenceNumber { get; init; }

    /// <summary>Comes back as it was sent.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>Timestamp and timestamp reply (RFC 792). Times are milliseconds since midnight UT, or anything else with the first bit set.</summary>
[Message("RFC 792"), Tag(IcmpType.Timestamp, IcmpType.TimestampReply)]
public readonly partial record struct IcmpTimestamp
{
    /// <summary>Whose request it is, for who sent it.</summary>
    public partial ushort Identifier { get; init; }

    /// <summary>Which of them.</summary>
    public partial ushort SequenceNumber { get; init; }

    /// <summary>When the sender last touched the request.</summary>
    public partial uint OriginateTimestamp { get; init; }

    /// <summary>When the request arrived; 0 in it.</summary>
    public partial uint ReceiveTimestamp { get; init; }

    /// <summary>When the reply left; 0 in the request.</summary>
    public partial uint TransmitTimestamp { get; init; }
}

/// <summary>Address mask request and reply (RFC 950 appendix I). Obsolete (RFC 6918).</summary>
[Message("RFC 950"), Tag(IcmpType.AddressMaskRequest, IcmpType.AddressMaskReply)]
public readonly partial record struct IcmpAddressMask
{
    /// <summary>Whose request it is, for who sent it.</summary>
    public partial ushort Identifier { get; init; }

    /// <summary>Which of them.</summary>
    public partial ushort SequenceNumber { get; init; }

    /// <summary>The mask of the subnet; 0 in the request.</summary>
    public partial IPv4Address AddressMask { get; init; }
}

/// <summary>Information request and reply (RFC 792): the answer is in the addresses of the IP header. Obsolete (RFC 6918).</summary>
[Message("RFC 792"), Tag(IcmpType.InformationRequest, IcmpType.InformationReply)]
public readonly partial record struct IcmpInformation
{
    /// <summary>Whose request it is, for who sent it.</summary>
    public partial ushort Identifier { get; init; }

    /// <summary>Which of them.</summary>
    public partial ushort SequenceNumber { get; init; }
}

/// <summary>Router advertisement (RFC 1256 section 3).</summary>
[Message("RFC 1256"), Tag(IcmpType.RouterAdvertisement)]
public readonly ref partial struct IcmpRouterAdvertisement
{
    /// <summary>The number of <see cref="Entries"/>.</summary>
    [CountOf(nameof(Entries))] public partial byte AddressCount { get; }

    /// <summary>Length of an entry in units of 4 bytes: 2, as no other form was ever defined.</summary>
    [Const(2)] public partial byte AddressEntrySize { get; }

    /// <summary>For how many seconds this holds.</summary>
    public partial ushort Lifetime { get; init; }

    /// <summary>The routers.</summary>
    public partial MessageList<IcmpRouterAddress> Entries { get; init; }

    /// <summary>What mobility agents add (RFC 5944 section 2.1).</summary>
    public partial ReadOnlySpan<byte> Extensions { get; init; }
}

/// <summary>A router on the link (RFC 1256 section 3).</summary>
[Message("RFC 1256")]
public readonly partial record struct IcmpRouterAddress
{
    /// <summary>Its address on the interface that this was sent from.</summary>
    public partial IPv4Address Address { get; init; }

    /// <summary>The higher, the better. <see cref="int.MinValue"/>: not as default router.</summary>
    public partial int PreferenceLevel { get; init; }
}

/// <summary>Router solicitation (RFC 1256 section 3).</summary>
[Message("RFC 1256"), Tag(IcmpType.RouterSolicitation)]
public readonly partial record struct IcmpRouterSolicitation
{
    [Reserved] private partial uint Reserved { get; }
}
