namespace Codecs.Capture.Formats;

/// <summary>The first twelve bytes of a pcapng section (draft-ietf-opsawg-pcapng, section 4.1): enough to know the byte order of all that follows.</summary>
[Message("draft-ietf-opsawg-pcapng")]
public readonly partial record struct PcapngSectionStart
{
    /// <summary>The block type, which reads the same in both byte orders.</summary>
    [Const(0x0A0D0D0AU)] public partial uint Type { get; }

    /// <summary>Bytes of the whole section header block.</summary>
    [LittleEndian(When = nameof(IsLittleEndian))] public partial uint TotalLength { get; init; }

    /// <summary>0x1A2B3C4D in the byte order of the section; here read in network order.</summary>
    [Require(nameof(IsKnown))] public required partial PcapngMagic Magic { get; init; }

    /// <summary>Is the least significant byte first?</summary>
    public bool IsLittleEndian => Magic == PcapngMagic.LittleEndian;

    private bool IsKnown => Magic is PcapngMagic.BigEndian or PcapngMagic.LittleEndian;
}

/// <summary>The byte-order magic of a pcapng section, in network order.</summary>
public enum PcapngMagic : uint
{
    /// <summary>Most significant byte first.</summary>
    BigEndian = 0x1A2B3C4D,

    /// <summary>Least significant byte first.</summary>
    LittleEndian = 0x4D3C2B1A,
}
