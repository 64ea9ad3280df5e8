namespace Codecs.Protocols;

/// <summary>Internet control message (RFC 792). The body has the form of its type.</summary>
[Message("RFC 792"), Tag(IpProtocol.Icmp)]
public readonly ref partial struct Icmp
{
    /// <summary>What the message is about.</summary>
    [TagOf(nameof(Body))] public partial IcmpType Type { get; init; }

    /// <summary>Says more; each type has its own codes (<see cref="IcmpUnreachableCode"/>).</summary>
    public partial byte Code { get; init; }

    /// <summary>Internet checksum of the whole message. There is no pseudo-header.</summary>
    [ChecksumOf<InternetChecksum>(nameof(Type), nameof(Body))] public partial ushort Checksum { get; }

    /// <summary>The rest of the header and what follows.</summary>
    [Case<IcmpEcho>, Case<IcmpUnreachable>, Case<IcmpTimeExceeded>, Case<IcmpParameterProblem>, Case<IcmpRedirect>, Case<IcmpSourceQuench>]
    [Case<IcmpTimestamp>, Case<IcmpAddressMask>, Case<IcmpInformation>, Case<IcmpRouterAdvertisement>, Case<IcmpRouterSolicitation>, Case<IcmpExtendedEcho>, Case<IcmpExtendedEchoReply>]
    public partial ReadOnlySpan<byte> Body { get; init; }
}

/// <summary>Types of ICMP messages (IANA ICMP parameters).</summary>
public enum IcmpType : byte
{
    /// <summary>Answer to an echo request (<see cref="IcmpEcho"/>).</summary>
    EchoReply = 0,

    /// <summary>A datagram could not be delivered (<see cref="IcmpUnreachable"/>).</summary>
    DestinationUnreachable = 3,

    /// <summary>Send more slowly (<see cref="IcmpSourceQuench"/>); obsolete (RFC 6633).</summary>
    SourceQuench = 4,

    /// <summary>Another router is nearer (<see cref="IcmpRedirect"/>).</summary>
    Redirect = 5,

    /// <summary>Alternate host address (obsolete).</summary>
    AlternateHostAddress = 6,

    /// <summary>Request for an answer (<see cref="IcmpEcho"/>).</summary>
    Echo = 8,

    /// <summary>Routers on the link (<see cref="IcmpRouterAdvertisement"/>).</summary>
    RouterAdvertisement = 9,

    /// <summary>Request for router advertisements (<see cref="IcmpRouterSolicitation"/>).</summary>
    RouterSolicitation = 10,

    /// <summary>A datagram took too many hops or too long (<see cref="IcmpTimeExceeded"/>).</summary>
    TimeExceeded = 11,

    /// <summary>A datagram's header is wrong (<see cref="IcmpParameterProblem"/>).</summary>
    ParameterProblem = 12,

    /// <summary>Request for the time (<see cref="IcmpTimestamp"/>).</summary>
    Timestamp = 13,

    /// <summary>The time (<see cref="IcmpTimestamp"/>).</summary>
    TimestampReply = 14,

    /// <summary>Request for the network's number (<see cref="IcmpInformation"/>); obsolete (RFC 6918).</summary>
    InformationRequest = 15,

    /// <summary>The network's number (<see cref="IcmpInformation"/>); obsolete (RFC 6918).</summary>
    InformationReply = 16,

    /// <summary>Request for the address mask (<see cref="IcmpAddressMask"/>); obsolete (RFC 6918).</summary>
    AddressMaskRequest = 17,

    /// <summary>The address mask (<see cref="IcmpAddressMask"/>); obsolete (RFC 6918).</summary>
    AddressMaskReply = 18,

    /// <summary>Traceroute (RFC 1393, obsolete).</summary>
    Traceroute = 30,

    /// <summary>Datagram conversion error (RFC 1475, obsolete).</summary>
    DatagramConversionError = 31,

    /// <summary>Domain name request (RFC 1788, obsolete).</summary>
    DomainNameRequest = 37,

    /// <summary>Domain name reply (RFC 1788, obsolete).</summary>
    DomainNameReply = 38,

    /// <summary>Security failures (RFC 2521).</summary>
    Photuris = 40,

    /// <summary>Experimental mobility protocols (RFC 4065).</summary>
    ExperimentalMobility = 41,

    /// <summary>Request for the state of an interface (<see cref="IcmpExtendedEcho"/>).</summary>
    ExtendedEcho = 42,

    /// <summary>The state of an interface (<see cref="IcmpExtendedEchoReply"/>).</summary>
    ExtendedEchoReply = 43,

    /// <summary>For experiments (RFC 4727).</summary>
    Experiment1 = 253,

    /// <summary>For experiments (RFC 4727).</summary>
    Experiment2 = 254,
}

/// <summary>Codes of <see cref="IcmpType.DestinationUnreachable"/> (RFC 792, RFC 1122 section 3.2.2.1, RFC 1812 section 5.2.7.1).</summary>
public enum IcmpUnreachableCode : byte
{
    /// <summary>No way to the network.</summary>
    Network = 0,

    /// <summary>No way to the host.</summary>
    Host = 1,

    /// <summary>The host does not know the transport protocol.</summary>
    Protocol = 2,

    /// <summary>Nobody listens on the port.</summary>
    Port = 3,

    /// <summary>The datagram is too large and may not be fragmented: see <see cref="IcmpUnreachable.NextHopMtu"/>.</summary>
    FragmentationNeeded = 4,

    /// <summary>The source route cannot be followed.</summary>
    SourceRouteFailed = 5,

    /// <summary>No such network.</summary>
    NetworkUnknown = 6,

    /// <summary>No such host.</summary>
    HostUnknown = 7,

    /// <summary>The source is isolated (obsolete).</summary>
    SourceIsolated = 8,

    /// <summary>The network is closed by its administrator.</summary>
    NetworkProhibited = 9,

    /// <summary>The host is closed by its administrator.</summary>
    HostProhibited = 10,

    /// <summary>No way to the network with this type of service.</summary>
    NetworkForTypeOfService = 11,

    /// <summary>No way to the host with this type of service.</summary>
    HostForTypeOfService = 12,

    /// <summary>A filter is in the way.</summary>
    Prohibited = 13,

    /// <summary>The precedence is not allowed here.</summary>
    HostPrecedenceViolation = 14,

    /// <summary>The precedence is below what the network asks for.</summary>
    PrecedenceCutoff = 15,
}
