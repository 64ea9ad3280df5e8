namespace Codecs.Capture.Formats;

/// <summary>The header of a pcap file (draft-ietf-opsawg-pcap, section 4). Its byte order is that of the machine that wrote it; the magic number tells.</summary>
[Message("draft-ietf-opsawg-pcap")]
public readonly partial record struct PcapFileHeader
{
    /// <summary>Byte order and unit of the timestamps. Read in network order, so that each order is a value of its own.</summary>
    [Require(nameof(IsKnown))] public required partial PcapMagic Magic { get; init; }

    /// <summary>2 since 1998.</summary>
    [LittleEndian(When = nameof(IsLittleEndian))] public partial ushort MajorVersion { get; init; }

    /// <summary>4 since 1998.</summary>
    [LittleEndian(When = nameof(IsLittleEndian))] public partial ushort MinorVersion { get; init; }

    /// <summary>Once the time zone; files have it 0.</summary>
    [LittleEndian(When = nameof(IsLittleEndian))] public partial uint TimeZone { get; init; }

    /// <summary>Once the accuracy of the timestamps; files have it 0.</summary>
    [LittleEndian(When = nameof(IsLittleEndian))] public partial uint Accuracy { get; init; }

    /// <summary>The most bytes of a frame that are in the file. Files are known that do not keep to it.</summary>
    [LittleEndian(When = nameof(IsLittleEndian))] public partial uint SnapLength { get; init; }

    /// <summary>The link type in the low 16 bits; above them, what <see cref="FrameCheckLength"/> tells.</summary>
    [LittleEndian(When = nameof(IsLittleEndian))] public required partial uint LinkTypeAndCheck { get; init; }

    /// <summary>What the first bytes of every frame are.</summary>
    public ushort LinkType => (ushort)LinkTypeAndCheck;

    /// <summary>Bytes of frame check sequence at the end of every frame; 0 if there are none, or if the file does not say.</summary>
    public int FrameCheckLength => (LinkTypeAndCheck & 1 << 26) != 0 ? (int)(LinkTypeAndCheck >> 28) * 2 : 0;

    /// <summary>Is the least significant byte first?</summary>
    public bool IsLittleEndian => Magic is PcapMagic.LittleMicroseconds or PcapMagic.LittleNanoseconds or PcapMagic.LittleModified;

    /// <summary>Do the records count nanoseconds, not microseconds?</summary>
    public bool IsNanoseconds => Magic is PcapMagic.BigNanoseconds or PcapMagic.LittleNanoseconds;

    /// <summary>Are there eight more bytes in each record's header?</summary>
    public bool IsModified => Magic is PcapMagic.BigModified or PcapMagic.LittleModified;

    private bool IsKnown => IsLittleEndian || Magic is PcapMagic.BigMicroseconds or PcapMagic.BigNanoseconds or PcapMagic.BigModified;
}

/// <summary>The first four bytes of a pcap file, in network order.</summary>
public enum PcapMagic : uint
{
    /// <summary>Most significant byte first, microseconds.</summary>
    BigMicroseconds = 0xA1B2C3D4,

    /// <summary>Least significant byte first, microseconds.</summary>
    LittleMicroseconds = 0xD4C3B2A1,

    /// <summary>Most significant byte first, nanoseconds.</summary>
    BigNanoseconds = 0xA1B23C4D,

    /// <summary>Least significant byte first, nanoseconds.</summary>
    LittleNanoseconds = 0x4D3CB2A1,

    /// <summary>Most significant byte first, microseconds, with the longer record headers of a libpcap once patched for Linux.</summary>
    BigModified = 0xA1B2CD34,

    /// <summary>Least significant byte first, otherwise as <see cref="BigModified"/>.</summary>
    LittleModified = 0x34CDB2A1,
}
