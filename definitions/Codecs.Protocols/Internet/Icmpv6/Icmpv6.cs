namespace Codecs.Protocols;

/// <summary>Internet control message for IPv6 (RFC 4443 section 2.1). The body has the form of its type.</summary>
[Message("RFC 4443"), Tag(IpProtocol.Icmpv6)]
public readonly ref partial struct Icmpv6
{
    /// <summary>What the message is about; below 128 it is an error.</summary>
    [TagOf(nameof(Body))] public partial Icmpv6Type Type { get; init; }

    /// <summary>Says more; each type has its own codes (<see cref="Icmpv6UnreachableCode"/>).</summary>
    public partial byte Code { get; init; }

    /// <summary>Internet checksum of the whole message and the pseudo-header.</summary>
    [ChecksumOf<InternetChecksum>(nameof(Type), nameof(Body), Seed = nameof(Seed))] public partial ushort Checksum { get; }

    /// <summary>What follows.</summary>
    [Case<Icmpv6Unreachable>, Case<Icmpv6PacketTooBig>, Case<Icmpv6TimeExceeded>, Case<Icmpv6ParameterProblem>, Case<Icmpv6Echo>]
    [Case<NdpRouterSolicitation>, Case<NdpRouterAdvertisement>, Case<NdpNeighborSolicitation>, Case<NdpNeighborAdvertisement>, Case<NdpRedirect>]
    [Case<MldQuery>, Case<MldReport>, Case<MldDone>, Case<MldReportV2>, Case<IcmpExtendedEcho>, Case<IcmpExtendedEchoReply>]
    public partial ReadOnlySpan<byte> Body { get; init; }

    private static InternetChecksum Seed(PseudoHeader below, int length) => below.Seed((byte)IpProtocol.Icmpv6, length);
}

/// <summary>Types of ICMPv6 messages (IANA ICMPv6 parameters).</summary>
public enum Icmpv6Type : byte
{
    /// <summary>A packet could not be delivered (<see cref="Icmpv6Unreachable"/>).</summary>
    DestinationUnreachable = 1,

    /// <summary>A packet does not fit the next link (<see cref="Icmpv6PacketTooBig"/>).</summary>
    PacketTooBig = 2,

    /// <summary>A packet took too many hops or too long (<see cref="Icmpv6TimeExceeded"/>).</summary>
    TimeExceeded = 3,

    /// <summary>A packet's header is wrong (<see cref="Icmpv6ParameterProblem"/>).</summary>
    ParameterProblem = 4,

    /// <summary>For experiments.</summary>
    ErrorExperiment1 = 100,

    /// <summary>For experiments.</summary>
    ErrorExperiment2 = 101,

    /// <summary>Request for an answer (<see cref="Icmpv6Echo"/>).</summary>
    EchoRequest = 128,

    /// <summary>Answer to an echo request (<see cref="Icmpv6Echo"/>).</summary>
    EchoReply = 129,

    /// <summary>Who listens? (<see cref="MldQuery"/>)</summary>
    MulticastListenerQuery = 130,

    /// <summary>I do (<see cref="MldReport"/>).</summary>
    MulticastListenerReport = 131,

    /// <summary>I no longer do (<see cref="MldDone"/>).</summary>
    MulticastListenerDone = 132,

    /// <summary>Request for router advertisements (<see cref="NdpRouterSolicitation"/>).</summary>
    RouterSolicitation = 133,

    /// <summary>A router and its link (<see cref="NdpRouterAdvertisement"/>).</summary>
    RouterAdvertisement = 134,

    /// <summary>Who has this address? (<see cref="NdpNeighborSolicitation"/>)</summary>
    NeighborSolicitation = 135,

    /// <summary>I have (<see cref="NdpNeighborAdvertisement"/>).</summary>
    NeighborAdvertisement = 136,

    /// <summary>Another router is nearer (<see cref="NdpRedirect"/>).</summary>
    Redirect = 137,

    /// <summary>Router renumbering (RFC 2894).</summary>
    RouterRenumbering = 138,

    /// <summary>Node information query (RFC 4620).</summary>
    NodeInformationQuery = 139,

    /// <summary>Node information response (RFC 4620).</summary>
    NodeInformationResponse = 140,

    /// <summary>Inverse neighbor solicitation (RFC 3122).</summary>
    InverseNeighborSolicitation = 141,

    /// <summary>Inverse neighbor advertisement (RFC 3122).</summary>
    InverseNeighborAdvertisement = 142,

    /// <summary>Who listens to what, with sources (<see cref="MldReportV2"/>).</summary>
    MulticastListenerReportV2 = 143,

    /// <summary>Home agent address discovery request (RFC 6275).</summary>
    HomeAgentDiscoveryRequest = 144,

    /// <summary>Home agent address discovery reply (RFC 6275).</summary>
    HomeAgentDiscoveryReply = 145,

    /// <summary>Mobile prefix solicitation (RFC 6275).</summary>
    MobilePrefixSolicitation = 146,

    /// <summary>Mobile prefix advertisement (RFC 6275).</summary>
    MobilePrefixAdvertisement = 147,

    /// <summary>Certification path solicitation (RFC 3971).</summary>
    CertificationPathSolicitation = 148,

    /// <summary>Certification path advertisement (RFC 3971).</summary>
    CertificationPathAdvertisement = 149,

    /// <summary>Experimental mobility protocols (RFC 4065).</summary>
    ExperimentalMobility = 150,

    /// <summary>Multicast router advertisement (RFC 4286).</summary>
    MulticastRouterAdvertisement = 151,

    /// <summary>Multicast router solicitation (RFC 4286).</summary>
    MulticastRouterSolicitation = 152,

    /// <summary>Multicast router termination (RFC 4286).</summary>
    MulticastRouterTermination = 153,

    /// <summary>Fast handovers (RFC 5568).</summary>
    FastHandover = 154,

    /// <summary>RPL control (RFC 6550).</summary>
    RplControl = 155,

    /// <summary>Duplicate address request in low-power networks (RFC 6775).</summary>
    DuplicateAddressRequest = 157,

    /// <summary>Duplicate address confirmation in low-power networks (RFC 6775).</summary>
    DuplicateAddressConfirmation = 158,

    /// <summary>Multicast in low-power networks (RFC 7731).</summary>
    LowPowerMulticast = 159,

    /// <summary>Request for the state of an interface (<see cref="IcmpExtendedEcho"/>).</summary>
    ExtendedEchoRequest = 160,

    /// <summary>The state of an interface (<see cref="IcmpExtendedEchoReply"/>).</summary>
    ExtendedEchoReply = 161,

    /// <summary>For experiments.</summary>
    Experiment1 = 200,

    /// <summary>For experiments.</summary>
    Experiment2 = 201,
}

/// <summary>Codes of <see cref="Icmpv6Type.DestinationUnreachable"/> (RFC 4443 section 3.1).</summary>
public enum Icmpv6UnreachableCode : byte
{
    /// <summary>No way to the destination.</summary>
    NoRoute = 0,

    /// <summary>A filter is in the way.</summary>
    Prohibited = 1,

    /// <summary>The scope of the source address ends before the destination.</summary>
    BeyondScope = 2,

    /// <summary>The destination, or its link, does not answer.</summary>
    Address = 3,

    /// <summary>Nobody listens on the port.</summary>
    Port = 4,

    /// <summary>The source address is not allowed here.</summary>
    SourcePolicy = 5,

    /// <summary>The destination is not to be reached.</summary>
    RejectRoute = 6,

    /// <summary>The source route cannot be followed (RFC 6550).</summary>
    SourceRoute = 7,

    /// <summary>Headers are too long (RFC 8883).</summary>
    HeadersTooLong = 8,
}
