namespace Codecs.Protocols;

/// <summary>Control of real-time transport (RFC 3550 section 6.1): packets are always sent several together.</summary>
[Message("RFC 3550"), Tag(UdpPort.Rtcp)]
public readonly ref partial struct Rtcp
{
    /// <summary>The packets; the first is a report.</summary>
    public partial MessageList<RtcpPacket> Packets { get; init; }
}

/// <summary>Packet of RTCP (RFC 3550 section 6.4.1).</summary>
[Message("RFC 3550")]
public readonly ref partial struct RtcpPacket
{
    /// <summary>Always 2.</summary>
    [Bits(2), Const(2)] public partial byte Version { get; }

    /// <summary>Is there padding (P)? Only in the last packet.</summary>
    [Bits(1), PresenceOf(nameof(Padding)), PresenceOf(nameof(PaddingCount))] public partial bool HasPadding { get; }

    /// <summary>The number of report blocks, chunks or sources in the body (RC, SC); of others a subtype or format.</summary>
    [Bits(5)] public partial byte Count { get; init; }

    /// <summary>What the packet is (PT).</summary>
    [TagOf(nameof(Body))] public partial RtcpPacketType PacketType { get; init; }

    /// <summary>Length of the packet in units of 4 bytes, less one.</summary>
    [LengthOf(nameof(Version), nameof(PaddingCount), Unit = 4, Bias = -4)] public partial ushort Length { get; }

    /// <summary>What follows.</summary>
    [Argument(nameof(Count)), Case<RtcpSenderReport>, Case<RtcpReceiverReport>, Case<RtcpSourceDescription>, Case<RtcpBye>, Case<RtcpApplication>, Case<RtcpFeedback>]
    public partial ReadOnlySpan<byte> Body { get; init; }

    /// <summary>Fills up; without the byte that counts it.</summary>
    public partial Optional<ReadOnlySpan<byte>> Padding { get; init; }

    /// <summary>Length of the padding in bytes, this one counted.</summary>
    [LengthOf(nameof(Padding), nameof(PaddingCount)), Require(nameof(IsPaddingWhole))] public partial byte? PaddingCount { get; }

    private bool IsPaddingWhole => PaddingCount is null || PaddingCount % 4 == 0;
}

/// <summary>Types of packets (IANA RTCP control packet types).</summary>
public enum RtcpPacketType : byte
{
    /// <summary><see cref="RtcpSenderReport"/>.</summary>
    SenderReport = 200,

    /// <summary><see cref="RtcpReceiverReport"/>.</summary>
    ReceiverReport = 201,

    /// <summary><see cref="RtcpSourceDescription"/>.</summary>
    SourceDescription = 202,

    /// <summary><see cref="RtcpBye"/>.</summary>
    Bye = 203,

    /// <summary><see cref="RtcpApplication"/>.</summary>
    ApplicationDefined = 204,

    /// <summary>Feedback of the transport (<see cref="RtcpFeedback"/>).</summary>
    TransportFeedback = 205,

    /// <summary>Feedback of the payload (<see cref="RtcpFeedback"/>).</summary>
    PayloadFeedback = 206,

    /// <summary>More reports (RFC 3611).</summary>
    ExtendedReport = 207,
}
