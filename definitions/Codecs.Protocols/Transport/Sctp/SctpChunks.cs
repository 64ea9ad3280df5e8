namespace Codecs.Protocols;

/// <summary>Data (RFC 9260 section 3.3.1): a message of the user, or a fragment of one.</summary>
[Message("RFC 9260"), Tag(SctpChunkType.Data)]
public readonly ref partial struct SctpData
{
    /// <summary>Counts the data chunks of the sender (TSN).</summary>
    public partial uint TransmissionSequenceNumber { get; init; }

    /// <summary>The stream.</summary>
    public partial ushort StreamIdentifier { get; init; }

    /// <summary>Counts the messages of the stream; without meaning in unordered ones.</summary>
    public partial ushort StreamSequenceNumber { get; init; }

    /// <summary>What the data is, as the user numbers it (IANA); 0 if it does not say.</summary>
    public partial uint PayloadProtocolIdentifier { get; init; }

    /// <summary>The data, at least one byte.</summary>
    public partial ReadOnlySpan<byte> UserData { get; init; }
}

/// <summary>INIT and INIT ACK (RFC 9260 sections 3.3.2 and 3.3.3).</summary>
[Message("RFC 9260"), Tag(SctpChunkType.Init, SctpChunkType.InitAck)]
public readonly ref partial struct SctpInit
{
    /// <summary>What the peer is to put in <see cref="Sctp.VerificationTag"/>; not 0.</summary>
    public partial uint InitiateTag { get; init; }

    /// <summary>Room that the sender has for data, in bytes (a_rwnd).</summary>
    public partial uint AdvertisedReceiverWindowCredit { get; init; }

    /// <summary>Streams that the sender wants to send in.</summary>
    public partial ushort NumberOfOutboundStreams { get; init; }

    /// <summary>Most streams that it will receive from.</summary>
    public partial ushort NumberOfInboundStreams { get; init; }

    /// <summary>The number of its first data chunk.</summary>
    public partial uint InitialTsn { get; init; }

    /// <summary>Addresses, extensions; in INIT ACK the cookie.</summary>
    [Align(4)] public partial MessageList<SctpParameter> Parameters { get; init; }
}

/// <summary>Selective acknowledgement (RFC 9260 section 3.3.4).</summary>
[Message("RFC 9260"), Tag(SctpChunkType.Sack)]
public readonly ref partial struct SctpSack
{
    /// <summary>The last data chunk before which none is missing.</summary>
    public partial uint CumulativeTsnAck { get; init; }

    /// <summary>Room that is left, in bytes (a_rwnd).</summary>
    public partial uint AdvertisedReceiverWindowCredit { get; init; }

    /// <summary>The number of <see cref="GapAckBlocks"/>.</summary>
    [CountOf(nameof(GapAckBlocks))] public partial ushort NumberOfGapAckBlocks { get; }

    /// <summary>The number of <see cref="DuplicateTsns"/>.</summary>
    [CountOf(nameof(DuplicateTsns))] public partial ushort NumberOfDuplicateTsns { get; }

    /// <summary>What has arrived behind a gap.</summary>
    public partial MessageList<SctpGapAckBlock> GapAckBlocks { get; init; }

    /// <summary>What has arrived more than once.</summary>
    public partial ScalarList<uint> DuplicateTsns { get; init; }
}

/// <summary>Data chunks that arrived behind a gap (RFC 9260 section 3.3.4), counted from <see cref="SctpSack.CumulativeTsnAck"/>.</summary>
[Message("RFC 9260")]
public readonly partial record struct SctpGapAckBlock
{
    /// <summary>The first.</summary>
    public partial ushort Start { get; init; }

    /// <summary>The last.</summary>
    public partial ushort End { get; init; }
}

/// <summary>Heartbeat and its answer (RFC 9260 sections 3.3.5 and 3.3.6).</summary>
[Message("RFC 9260"), Tag(SctpChunkType.Heartbeat, SctpChunkType.HeartbeatAck)]
public readonly ref partial struct SctpHeartbeat
{
    /// <summary>Heartbeat information, which comes back as it was sent.</summary>
    [Align(4)] public partial MessageList<SctpParameter> Parameters { get; init; }
}

/// <summary>ABORT and ERROR (RFC 9260 sections 3.3.7 and 3.3.10).</summary>
[Message("RFC 9260"), Tag(SctpChunkType.Error, SctpChunkType.Abort)]
public readonly ref partial struct SctpErrors
{
    /// <summary>What was wrong; ABORT may be without.</summary>
    [Align(4)] public partial MessageList<SctpErrorCause> Causes { get; init; }
}

/// <summary>SHUTDOWN (RFC 9260 section 3.3.8).</summary>
[Message("RFC 9260"), Tag(SctpChunkType.Shutdown)]
public readonly partial record struct SctpShutdown
{
    /// <summary>As in <see cref="SctpSack.CumulativeTsnAck"/>.</summary>
    public partial uint CumulativeTsnAck { get; init; }
}

/// <summary>COOKIE ECHO (RFC 9260 section 3.3.11).</summary>
[Message("RFC 9260"), Tag(SctpChunkType.CookieEcho)]
public readonly ref partial struct SctpCookieEcho
{
    /// <summary>The cookie of INIT ACK: all that the peer knows of the association.</summary>
    public partial ReadOnlySpan<byte> Cookie { get; init; }
}

/// <summary>ECNE and CWR (RFC 9260 appendix A of its predecessor, RFC 4960).</summary>
[Message("RFC 4960"), Tag(SctpChunkType.ExplicitCongestionEcho, SctpChunkType.CongestionWindowReduced)]
public readonly partial record struct SctpCongestion
{
    /// <summary>The first data chunk that came with a mark of congestion.</summary>
    public partial uint LowestTsn { get; init; }
}

/// <summary>AUTH (RFC 4895 section 4.1): covers the chunks behind it.</summary>
[Message("RFC 4895"), Tag(SctpChunkType.Authentication)]
public readonly ref partial struct SctpAuthentication
{
    /// <summary>Which of the shared keys.</summary>
    public partial ushort SharedKeyIdentifier { get; init; }

    /// <summary>Which algorithm: 1 SHA-1, 3 SHA-256.</summary>
    public partial ushort HmacIdentifier { get; init; }

    /// <summary>The code of this chunk, with zeros here, and of all behind it.</summary>
    public partial ReadOnlySpan<byte> Hmac { get; init; }
}

/// <summary>I-DATA (RFC 8260 section 2.1): data whose messages may be interleaved.</summary>
[Message("RFC 8260"), Tag(SctpChunkType.InterleavedData)]
public readonly ref partial struct SctpInterleavedData
{
    /// <summary>Counts the data chunks of the sender (TSN).</summary>
    public partial uint TransmissionSequenceNumber { get; init; }

    /// <summary>The stream.</summary>
    public partial ushort StreamIdentifier { get; init; }

    [Reserved] private partial ushort Reserved { get; }

    /// <summary>Counts the messages of the stream, ordered and unordered apart (MID).</summary>
    public partial uint MessageIdentifier { get; init; }

    /// <summary>In the first fragment what the data is (<see cref="SctpData.PayloadProtocolIdentifier"/>), in others the number of the fragment (FSN).</summary>
    public partial uint PayloadProtocolIdentifierOrFragment { get; init; }

    /// <summary>The data, at least one byte.</summary>
    public partial ReadOnlySpan<byte> UserData { get; init; }
}

/// <summary>FORWARD TSN (RFC 3758 section 3.2): the receiver is not to wait any more.</summary>
[Message("RFC 3758"), Tag(SctpChunkType.ForwardTsn)]
public readonly ref partial struct SctpForwardTsn
{
    /// <summary>Up to this data chunk.</summary>
    public partial uint NewCumulativeTsn { get; init; }

    /// <summary>The ordered messages that are skipped: of each stream the last.</summary>
    public partial MessageList<SctpSkippedStream> Streams { get; init; }
}

/// <summary>A stream of which messages are skipped (RFC 3758 section 3.2).</summary>
[Message("RFC 3758")]
public readonly partial record struct SctpSkippedStream
{
    /// <summary>The stream.</summary>
    public partial ushort StreamIdentifier { get; init; }

    /// <summary>The last message that is skipped.</summary>
    public partial ushort StreamSequenceNumber { get; init; }
}
