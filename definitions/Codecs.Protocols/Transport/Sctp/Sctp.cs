namespace Codecs.Protocols;

/// <summary>Stream control transmission (RFC 9260 section 3): a common header, and chunks.</summary>
[Message("RFC 9260"), Tag(IpProtocol.Sctp), Tag(UdpPort.SctpTunneling)]
public readonly ref partial struct Sctp
{
    /// <summary>The sender's port.</summary>
    public partial ushort SourcePort { get; init; }

    /// <summary>The receiver's port.</summary>
    public partial ushort DestinationPort { get; init; }

    /// <summary>The tag that the receiver asked for (<see cref="SctpInit.InitiateTag"/>): tells packets of this association from others. 0 with INIT.</summary>
    public partial uint VerificationTag { get; init; }

    /// <summary>CRC32c of the packet (RFC 9260 appendix A), least significant byte first. There is no pseudo-header.</summary>
    [LittleEndian, ChecksumOf<Crc32C>(nameof(SourcePort), nameof(Chunks))] public partial uint Checksum { get; }

    /// <summary>Control chunks, then data.</summary>
    public partial MessageList<SctpChunk> Chunks { get; init; }
}

/// <summary>Chunk (RFC 9260 section 3.2): type, flags, length, value, and padding to 4 bytes.</summary>
[Message("RFC 9260")]
public readonly ref partial struct SctpChunk
{
    /// <summary>What the chunk is. The highest bits say what to do with one that is not known: 0 stop, 1 stop and report, 2 skip, 3 skip and report.</summary>
    [TagOf(nameof(Value))] public partial SctpChunkType Type { get; init; }

    /// <summary>Each type has its own: see <see cref="IsBeginning"/> and others.</summary>
    public partial byte Flags { get; init; }

    /// <summary>Length of the chunk in bytes, without the padding.</summary>
    [LengthOf(nameof(Type), nameof(Value))] public partial ushort Length { get; }

    /// <summary>What the chunk says.</summary>
    [Case<SctpData>, Case<SctpInit>, Case<SctpSack>, Case<SctpHeartbeat>, Case<SctpErrors>, Case<SctpShutdown>, Case<SctpCookieEcho>, Case<SctpCongestion>]
    [Case<SctpAuthentication>, Case<SctpInterleavedData>, Case<SctpForwardTsn>]
    public partial ReadOnlySpan<byte> Value { get; init; }

    [Align(4)] private partial ReadOnlySpan<byte> Padding { get; }

    /// <summary>Data: may it be acknowledged without delay (I, RFC 7053)?</summary>
    public bool IsImmediate => (Flags & 8) != 0;

    /// <summary>Data: is it delivered without order (U)?</summary>
    public bool IsUnordered => (Flags & 4) != 0;

    /// <summary>Data: does the user's message begin here (B)?</summary>
    public bool IsBeginning => (Flags & 2) != 0;

    /// <summary>Data: does the user's message end here (E)?</summary>
    public bool IsEnding => (Flags & 1) != 0;

    /// <summary>ABORT and SHUTDOWN COMPLETE: is the verification tag the sender's own, because it does not know the receiver's (T)?</summary>
    public bool IsTagReflected => (Flags & 1) != 0;
}

/// <summary>Types of chunks (IANA SCTP parameters).</summary>
public enum SctpChunkType : byte
{
    /// <summary>Data of the user (<see cref="SctpData"/>).</summary>
    Data = 0,

    /// <summary>Wants an association (<see cref="SctpInit"/>).</summary>
    Init = 1,

    /// <summary>Agrees, with a cookie (<see cref="SctpInit"/>).</summary>
    InitAck = 2,

    /// <summary>What has arrived (<see cref="SctpSack"/>).</summary>
    Sack = 3,

    /// <summary>Request for an answer (<see cref="SctpHeartbeat"/>).</summary>
    Heartbeat = 4,

    /// <summary>Answer (<see cref="SctpHeartbeat"/>).</summary>
    HeartbeatAck = 5,

    /// <summary>Ends the association at once (<see cref="SctpErrors"/>).</summary>
    Abort = 6,

    /// <summary>Has no more data to send (<see cref="SctpShutdown"/>).</summary>
    Shutdown = 7,

    /// <summary>Neither has the peer. No value.</summary>
    ShutdownAck = 8,

    /// <summary>Something was wrong (<see cref="SctpErrors"/>).</summary>
    Error = 9,

    /// <summary>Brings back the cookie (<see cref="SctpCookieEcho"/>).</summary>
    CookieEcho = 10,

    /// <summary>The association is there. No value.</summary>
    CookieAck = 11,

    /// <summary>Congestion was seen (<see cref="SctpCongestion"/>).</summary>
    ExplicitCongestionEcho = 12,

    /// <summary>And the sender slowed down (<see cref="SctpCongestion"/>).</summary>
    CongestionWindowReduced = 13,

    /// <summary>The association has ended. No value.</summary>
    ShutdownComplete = 14,

    /// <summary>Who sent what follows (<see cref="SctpAuthentication"/>).</summary>
    Authentication = 15,

    /// <summary>Data whose messages may be interleaved (<see cref="SctpInterleavedData"/>).</summary>
    InterleavedData = 64,

    /// <summary>Answer to a change of addresses (RFC 5061).</summary>
    AddressConfigurationAck = 128,

    /// <summary>Change of streams (RFC 6525).</summary>
    StreamReconfiguration = 130,

    /// <summary>Fills up (RFC 4820).</summary>
    Padding = 132,

    /// <summary>Data that is not waited for any more (<see cref="SctpForwardTsn"/>).</summary>
    ForwardTsn = 192,

    /// <summary>Change of addresses (RFC 5061).</summary>
    AddressConfiguration = 193,

    /// <summary>Interleaved data that is not waited for any more (RFC 8260).</summary>
    InterleavedForwardTsn = 194,
}
