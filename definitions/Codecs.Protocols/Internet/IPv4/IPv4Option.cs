namespace Codecs.Protocols;

/// <summary>Option of an IPv4 header (RFC 791 section 3.1): one byte, or type, length and data.</summary>
[Message("RFC 791")]
public readonly ref partial struct IPv4Option
{
    /// <summary>What the option is; <see cref="IsCopied"/> is part of it.</summary>
    [TagOf(nameof(Data))] public partial IPv4OptionType Type { get; init; }

    /// <summary>Length of the whole option in bytes; absent in options of one byte.</summary>
    [When(nameof(HasLength)), LengthOf(nameof(Type), nameof(Data))] public partial byte Length { get; }

    /// <summary>What the option says.</summary>
    [When(nameof(HasLength)), Case<IPv4Route>, Case<IPv4Timestamp>, Case<IPv4RouterAlert>] public partial ReadOnlySpan<byte> Data { get; init; }

    /// <summary>Does nothing follow but padding?</summary>
    public bool IsEnd => Type == IPv4OptionType.End;

    /// <summary>Is the option in every fragment of a datagram, or only in the first?</summary>
    public bool IsCopied => ((byte)Type & 0x80) != 0;

    private bool HasLength => Type > IPv4OptionType.NoOperation;
}

/// <summary>Types of IPv4 options (IANA IP parameters): a bit for <see cref="IPv4Option.IsCopied"/>, two for the class, five for the number.</summary>
public enum IPv4OptionType : byte
{
    /// <summary>Ends the list.</summary>
    End = 0,

    /// <summary>Fills up to a boundary.</summary>
    NoOperation = 1,

    /// <summary>The way that the datagram went (<see cref="IPv4Route"/>).</summary>
    RecordRoute = 7,

    /// <summary>Experimental measurement.</summary>
    ExperimentalMeasurement = 10,

    /// <summary>Path MTU probe (RFC 1063, obsolete).</summary>
    MtuProbe = 11,

    /// <summary>Path MTU reply (RFC 1063, obsolete).</summary>
    MtuReply = 12,

    /// <summary>Quick-start (RFC 4782).</summary>
    QuickStart = 25,

    /// <summary>For experiments (RFC 4727).</summary>
    Experiment = 30,

    /// <summary>When the datagram passed (<see cref="IPv4Timestamp"/>).</summary>
    Timestamp = 68,

    /// <summary>Traceroute (RFC 1393, obsolete).</summary>
    Traceroute = 82,

    /// <summary>For experiments, class 2 (RFC 4727).</summary>
    ExperimentMeasuring = 94,

    /// <summary>Security of the U.S. Department of Defense (RFC 1108).</summary>
    Security = 130,

    /// <summary>Loose source route: by way of these, and others between (<see cref="IPv4Route"/>).</summary>
    LooseSourceRoute = 131,

    /// <summary>Extended security (RFC 1108).</summary>
    ExtendedSecurity = 133,

    /// <summary>Commercial security (CIPSO).</summary>
    CommercialSecurity = 134,

    /// <summary>SATNET stream identifier (obsolete, RFC 6814).</summary>
    StreamId = 136,

    /// <summary>Strict source route: by way of these and no others (<see cref="IPv4Route"/>).</summary>
    StrictSourceRoute = 137,

    /// <summary>Extended Internet protocol (RFC 1385, obsolete).</summary>
    ExtendedIp = 145,

    /// <summary>Address extension (obsolete).</summary>
    AddressExtension = 147,

    /// <summary>Routers shall look into the datagram (<see cref="IPv4RouterAlert"/>).</summary>
    RouterAlert = 148,

    /// <summary>Selective directed broadcast (RFC 6621, obsolete).</summary>
    SelectiveBroadcast = 149,

    /// <summary>Dynamic packet state (obsolete).</summary>
    DynamicPacketState = 151,

    /// <summary>Upstream multicast packet (obsolete).</summary>
    UpstreamMulticast = 152,

    /// <summary>For experiments, copied (RFC 4727).</summary>
    ExperimentCopied = 158,

    /// <summary>For experiments, copied, class 2 (RFC 4727).</summary>
    ExperimentCopiedMeasuring = 222,
}
