namespace Codecs.Capture.Formats;

/// <summary>A frame (draft-ietf-opsawg-pcapng, section 4.3).</summary>
[Message("draft-ietf-opsawg-pcapng"), LittleEndian(When = nameof(IsLittleEndian))]
public readonly ref partial struct PcapngEnhancedPacket
{
    /// <inheritdoc cref="PcapngBlock.IsLittleEndian"/>
    [Parameter] public partial bool IsLittleEndian { get; init; }

    /// <summary>The interface, counted from 0 within the section.</summary>
    public partial uint InterfaceId { get; init; }

    /// <summary>The more significant half of the time, in the interface's unit.</summary>
    public partial uint TimestampHigh { get; init; }

    /// <summary>The less significant half.</summary>
    public partial uint TimestampLow { get; init; }

    /// <summary>Bytes of the frame that are here.</summary>
    [LengthOf(nameof(Data))] public partial uint CapturedLength { get; }

    /// <summary>Bytes that it had on the wire.</summary>
    public partial uint OriginalLength { get; init; }

    /// <summary>The frame.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }

    [Align(4)] private partial ReadOnlySpan<byte> Padding { get; }

    /// <summary>Consecutive <see cref="PcapngOption"/>s.</summary>
    public partial ReadOnlySpan<byte> Options { get; init; }

    /// <summary>Both halves of the time.</summary>
    public ulong Timestamp => (ulong)TimestampHigh << 32 | TimestampLow;
}

/// <summary>A frame without time and interface: it is of interface 0 (draft-ietf-opsawg-pcapng, section 4.4).</summary>
[Message("draft-ietf-opsawg-pcapng"), LittleEndian(When = nameof(IsLittleEndian))]
public readonly ref partial struct PcapngSimplePacket
{
    /// <inheritdoc cref="PcapngBlock.IsLittleEndian"/>
    [Parameter] public partial bool IsLittleEndian { get; init; }

    /// <summary>Bytes that the frame had on the wire.</summary>
    public partial uint OriginalLength { get; init; }

    /// <summary>The frame, up to the interface's snap length, and padding to four bytes.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>A frame as files before 2009 have it (draft-ietf-opsawg-pcapng, appendix A).</summary>
[Message("draft-ietf-opsawg-pcapng"), LittleEndian(When = nameof(IsLittleEndian))]
public readonly ref partial struct PcapngPacket
{
    /// <inheritdoc cref="PcapngBlock.IsLittleEndian"/>
    [Parameter] public partial bool IsLittleEndian { get; init; }

    /// <inheritdoc cref="PcapngEnhancedPacket.InterfaceId"/>
    public partial ushort InterfaceId { get; init; }

    /// <summary>Frames lost between this one and the one before it; all ones if that is unknown.</summary>
    public partial ushort DropsCount { get; init; }

    /// <inheritdoc cref="PcapngEnhancedPacket.TimestampHigh"/>
    public partial uint TimestampHigh { get; init; }

    /// <inheritdoc cref="PcapngEnhancedPacket.TimestampLow"/>
    public partial uint TimestampLow { get; init; }

    /// <inheritdoc cref="PcapngEnhancedPacket.CapturedLength"/>
    [LengthOf(nameof(Data))] public partial uint CapturedLength { get; }

    /// <inheritdoc cref="PcapngEnhancedPacket.OriginalLength"/>
    public partial uint OriginalLength { get; init; }

    /// <inheritdoc cref="PcapngEnhancedPacket.Data"/>
    public partial ReadOnlySpan<byte> Data { get; init; }

    [Align(4)] private partial ReadOnlySpan<byte> Padding { get; }

    /// <inheritdoc cref="PcapngEnhancedPacket.Options"/>
    public partial ReadOnlySpan<byte> Options { get; init; }

    /// <inheritdoc cref="PcapngEnhancedPacket.Timestamp"/>
    public ulong Timestamp => (ulong)TimestampHigh << 32 | TimestampLow;
}
