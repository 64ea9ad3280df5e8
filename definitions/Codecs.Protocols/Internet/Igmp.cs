namespace Codecs.Protocols;

/// <summary>Internet group management, versions 1 to 3 (RFC 1112 appendix I, RFC 2236 section 2, RFC 3376 section 4): who listens to which groups.</summary>
[Message("RFC 3376"), Tag(IpProtocol.Igmp)]
public readonly ref partial struct Igmp
{
    /// <summary>What the message is.</summary>
    [TagOf(nameof(Body))] public partial IgmpType Type { get; init; }

    /// <summary>In queries, how long hosts may take to answer, encoded: see <see cref="GetMaximumResponseTime"/>; 0 in version 1. Reserved in others.</summary>
    public partial byte MaximumResponseCode { get; init; }

    /// <summary>Internet checksum of the whole message. There is no pseudo-header.</summary>
    [ChecksumOf<InternetChecksum>(nameof(Type), nameof(Body))] public partial ushort Checksum { get; }

    /// <summary>What follows.</summary>
    [Case<IgmpQuery>, Case<IgmpReport>, Case<IgmpReportV3>] public partial ReadOnlySpan<byte> Body { get; init; }

    /// <summary>How long hosts may take to answer a query, in tenths of a second. From 128 on, version 3 has a mantissa of 4 bits and an exponent of 3 (RFC 3376 section 4.1.1).</summary>
    public int GetMaximumResponseTime() => Body.Length > 4 ? IgmpQueryV3.Decode(MaximumResponseCode) : MaximumResponseCode;
}

/// <summary>Types of IGMP messages (IANA IGMP type numbers). In version 1 the first 4 bits are the version.</summary>
public enum IgmpType : byte
{
    /// <summary>Who listens? (<see cref="IgmpQuery"/>)</summary>
    MembershipQuery = 0x11,

    /// <summary>I do, version 1 (<see cref="IgmpReport"/>).</summary>
    MembershipReportV1 = 0x12,

    /// <summary>Distance vector multicast routing (RFC 1075).</summary>
    Dvmrp = 0x13,

    /// <summary>Protocol independent multicast, version 1.</summary>
    Pim = 0x14,

    /// <summary>Cisco trace messages.</summary>
    CiscoTrace = 0x15,

    /// <summary>I do, version 2 (<see cref="IgmpReport"/>).</summary>
    MembershipReportV2 = 0x16,

    /// <summary>I no longer do (<see cref="IgmpReport"/>).</summary>
    LeaveGroup = 0x17,

    /// <summary>Answer to a trace of the way of multicast.</summary>
    MulticastTracerouteResponse = 0x1E,

    /// <summary>Trace of the way of multicast.</summary>
    MulticastTraceroute = 0x1F,

    /// <summary>I do, version 3 (<see cref="IgmpReportV3"/>).</summary>
    MembershipReportV3 = 0x22,

    /// <summary>Router advertisement (RFC 4286).</summary>
    MulticastRouterAdvertisement = 0x30,

    /// <summary>Router solicitation (RFC 4286).</summary>
    MulticastRouterSolicitation = 0x31,

    /// <summary>Router termination (RFC 4286).</summary>
    MulticastRouterTermination = 0x32,
}
