namespace Codecs.Protocols;

/// <summary>Real-time transport (RFC 3550 section 5.1): a piece of sound or picture, and when it belongs.</summary>
[Message("RFC 3550"), Tag(UdpPort.Rtp)]
public readonly ref partial struct Rtp
{
    /// <summary>Always 2.</summary>
    [Bits(2), Const(2)] public partial byte Version { get; }

    /// <summary>Is there padding (P)?</summary>
    [Bits(1), PresenceOf(nameof(Padding)), PresenceOf(nameof(PaddingCount))] public partial bool HasPadding { get; }

    /// <summary>Is there an <see cref="Extension"/> (X)?</summary>
    [Bits(1), PresenceOf(nameof(Extension))] public partial bool HasExtension { get; }

    /// <summary>The number of <see cref="ContributingSources"/> (CC).</summary>
    [Bits(4), CountOf(nameof(ContributingSources))] public partial byte CsrcCount { get; }

    /// <summary>Does something begin or end, as the profile says (M)?</summary>
    [Bits(1)] public partial bool Marker { get; init; }

    /// <summary>What the payload is, by a table (RFC 3551 section 6) or by agreement (PT).</summary>
    [Bits(7)] public partial byte PayloadType { get; init; }

    /// <summary>Counts the packets; begins anywhere.</summary>
    public partial ushort SequenceNumber { get; init; }

    /// <summary>When the first byte of the payload was sampled, in units that the payload type says; begins anywhere.</summary>
    public partial uint Timestamp { get; init; }

    /// <summary>The source of the stream (SSRC): a number of chance.</summary>
    public partial uint SynchronizationSource { get; init; }

    /// <summary>The sources that a mixer has put together (CSRC).</summary>
    public partial ScalarList<uint> ContributingSources { get; init; }

    /// <summary>What the profile has besides.</summary>
    public partial Optional<RtpExtension> Extension { get; init; }

    /// <summary>Sound or picture.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>Fills up, for ciphers of blocks; without the byte that counts it.</summary>
    public partial Optional<ReadOnlySpan<byte>> Padding { get; init; }

    /// <summary>Length of the padding in bytes, this one counted.</summary>
    [LengthOf(nameof(Padding), nameof(PaddingCount))] public partial byte? PaddingCount { get; }
}

/// <summary>Header extension (RFC 3550 section 5.3.1).</summary>
[Message("RFC 3550")]
public readonly ref partial struct RtpExtension
{
    /// <summary>What it is, as the profile says: 0xBEDE and 0x1000 to 0x100F hold elements (RFC 8285).</summary>
    public partial ushort DefinedByProfile { get; init; }

    /// <summary>Length of the data in units of 4 bytes.</summary>
    [LengthOf(nameof(Data), Unit = 4)] public partial ushort Length { get; }

    /// <summary>What it says.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }
}
