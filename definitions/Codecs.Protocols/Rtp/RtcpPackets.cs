namespace Codecs.Protocols;

/// <summary>Sender report (RFC 3550 section 6.4.1).</summary>
[Message("RFC 3550"), Tag(RtcpPacketType.SenderReport)]
public readonly ref partial struct RtcpSenderReport
{
    /// <summary>The number of <see cref="ReportBlocks"/>: <see cref="RtcpPacket.Count"/>.</summary>
    [Parameter] public partial byte Count { get; init; }

    /// <summary>Who sends this (SSRC).</summary>
    public partial uint SynchronizationSource { get; init; }

    /// <summary>When, as NTP has it: seconds since 1900, and their fraction.</summary>
    public partial ulong NtpTimestamp { get; init; }

    /// <summary>The same time as <see cref="Rtp.Timestamp"/> has it.</summary>
    public partial uint RtpTimestamp { get; init; }

    /// <summary>Packets that were sent so far.</summary>
    public partial uint SenderPacketCount { get; init; }

    /// <summary>Bytes of payload that were sent so far.</summary>
    public partial uint SenderOctetCount { get; init; }

    /// <summary>What was received of others.</summary>
    [Bytes(nameof(BlocksLength))] public partial MessageList<RtcpReportBlock> ReportBlocks { get; init; }

    /// <summary>What the profile has besides.</summary>
    public partial ReadOnlySpan<byte> ProfileExtensions { get; init; }

    private int BlocksLength => Count * RtcpReportBlock.Length;
}

/// <summary>Receiver report (RFC 3550 section 6.4.2).</summary>
[Message("RFC 3550"), Tag(RtcpPacketType.ReceiverReport)]
public readonly ref partial struct RtcpReceiverReport
{
    /// <summary>The number of <see cref="ReportBlocks"/>: <see cref="RtcpPacket.Count"/>.</summary>
    [Parameter] public partial byte Count { get; init; }

    /// <summary>Who sends this (SSRC).</summary>
    public partial uint SynchronizationSource { get; init; }

    /// <summary>What was received of others.</summary>
    [Bytes(nameof(BlocksLength))] public partial MessageList<RtcpReportBlock> ReportBlocks { get; init; }

    /// <summary>What the profile has besides.</summary>
    public partial ReadOnlySpan<byte> ProfileExtensions { get; init; }

    private int BlocksLength => Count * RtcpReportBlock.Length;
}

/// <summary>Report block (RFC 3550 section 6.4.1): how one source is received.</summary>
[Message("RFC 3550")]
public readonly partial record struct RtcpReportBlock
{
    internal const int Length = 24;

    /// <summary>The source (SSRC).</summary>
    public partial uint SynchronizationSource { get; init; }

    /// <summary>Packets that were lost since the last report, of 256.</summary>
    public partial byte FractionLost { get; init; }

    /// <summary>Packets that were lost so far; negative if more came twice.</summary>
    [Bits(24)] public partial int CumulativePacketsLost { get; init; }

    /// <summary>The highest sequence number that was received; before it, how often the numbers began anew.</summary>
    public partial uint ExtendedHighestSequenceNumber { get; init; }

    /// <summary>How irregular the packets come, in units of the timestamp.</summary>
    public partial uint InterarrivalJitter { get; init; }

    /// <summary>The middle 32 bits of <see cref="RtcpSenderReport.NtpTimestamp"/> of the last report of that source (LSR); 0 if there was none.</summary>
    public partial uint LastSenderReport { get; init; }

    /// <summary>How long ago that was, in units of 1/65536 second (DLSR).</summary>
    public partial uint DelaySinceLastSenderReport { get; init; }
}

/// <summary>Source description (RFC 3550 section 6.5).</summary>
[Message("RFC 3550"), Tag(RtcpPacketType.SourceDescription)]
public readonly ref partial struct RtcpSourceDescription
{
    /// <summary>Of each source.</summary>
    public partial MessageList<RtcpChunk> Chunks { get; init; }
}

/// <summary>Chunk of a source description (RFC 3550 section 6.5): what is said of one source, padded to 4 bytes.</summary>
[Message("RFC 3550")]
public readonly ref partial struct RtcpChunk
{
    /// <summary>The source (SSRC or CSRC).</summary>
    public partial uint Source { get; init; }

    /// <summary>Items, up to an empty one.</summary>
    [Until(nameof(RtcpItem.IsEnd))] public partial MessageList<RtcpItem> Items { get; init; }

    [Align(4)] private partial ReadOnlySpan<byte> Padding { get; }
}

/// <summary>Item of a source description (RFC 3550 section 6.5): one byte at the end, else type, length and text.</summary>
[Message("RFC 3550")]
public readonly ref partial struct RtcpItem
{
    /// <summary>What the text is.</summary>
    public partial RtcpItemType Type { get; init; }

    /// <summary>Length of the text in bytes; absent at the end.</summary>
    [When(nameof(HasText)), LengthOf(nameof(Text))] public partial byte Length { get; }

    /// <summary>Text in UTF-8. Of private items it begins with a prefix, its length before it.</summary>
    [When(nameof(HasText))] public partial ReadOnlySpan<byte> Text { get; init; }

    /// <summary>Does nothing follow but padding?</summary>
    public bool IsEnd => Type == RtcpItemType.End;

    private bool HasText => !IsEnd;
}

/// <summary>Items of a source description (RFC 3550 section 6.5).</summary>
public enum RtcpItemType : byte
{
    /// <summary>Ends the list.</summary>
    End = 0,

    /// <summary>A name that stays the same: user@host.</summary>
    CanonicalName = 1,

    /// <summary>Name of a person.</summary>
    Name = 2,

    /// <summary>Mail address.</summary>
    Email = 3,

    /// <summary>Telephone number.</summary>
    Phone = 4,

    /// <summary>Place.</summary>
    Location = 5,

    /// <summary>Program.</summary>
    Tool = 6,

    /// <summary>What is going on.</summary>
    Note = 7,

    /// <summary>Anything else.</summary>
    Private = 8,
}

/// <summary>Goodbye (RFC 3550 section 6.6): sources that are no more.</summary>
[Message("RFC 3550"), Tag(RtcpPacketType.Bye)]
public readonly ref partial struct RtcpBye
{
    /// <summary>The number of <see cref="Sources"/>: <see cref="RtcpPacket.Count"/>.</summary>
    [Parameter] public partial byte Count { get; init; }

    /// <summary>The sources (SSRC or CSRC).</summary>
    [Bytes(nameof(SourcesLength))] public partial ScalarList<uint> Sources { get; init; }

    /// <summary>Why, in UTF-8.</summary>
    [Prefixed<byte>] public partial Optional<ReadOnlySpan<byte>> Reason { get; init; }

    private int SourcesLength => Count * sizeof(uint);
}

/// <summary>Defined by an application (RFC 3550 section 6.7).</summary>
[Message("RFC 3550"), Tag(RtcpPacketType.ApplicationDefined)]
public readonly ref partial struct RtcpApplication
{
    /// <summary>Who sends this (SSRC or CSRC).</summary>
    public partial uint Source { get; init; }

    /// <summary>Four characters of ASCII, which tell what the data is.</summary>
    [Bytes(4)] public partial ReadOnlySpan<byte> Name { get; init; }

    /// <summary>What the application says, a multiple of 4 bytes.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>Feedback (RFC 4585 section 6.1). What it is, <see cref="RtcpPacket.Count"/> says.</summary>
[Message("RFC 4585"), Tag(RtcpPacketType.TransportFeedback, RtcpPacketType.PayloadFeedback)]
public readonly ref partial struct RtcpFeedback
{
    /// <summary>Who sends this (SSRC).</summary>
    public partial uint SenderSource { get; init; }

    /// <summary>What it is about (SSRC).</summary>
    public partial uint MediaSource { get; init; }

    /// <summary>Feedback control information (FCI).</summary>
    public partial ReadOnlySpan<byte> ControlInformation { get; init; }
}
