namespace Codecs.Capture.Formats;

/// <summary>What stands before each frame of a pcap file (draft-ietf-opsawg-pcap, section 5).</summary>
[Message("draft-ietf-opsawg-pcap"), LittleEndian(When = nameof(IsLittleEndian))]
public readonly partial record struct PcapRecordHeader
{
    /// <summary>Is the least significant byte first? The file header tells.</summary>
    [Parameter] public partial bool IsLittleEndian { get; init; }

    /// <summary>Seconds since 1970, UTC.</summary>
    public partial uint Seconds { get; init; }

    /// <summary>Microseconds or nanoseconds; the file header tells which.</summary>
    public partial uint Fraction { get; init; }

    /// <summary>Bytes of the frame that follow.</summary>
    public partial uint CapturedLength { get; init; }

    /// <summary>Bytes that the frame had on the wire.</summary>
    public partial uint OriginalLength { get; init; }
}
