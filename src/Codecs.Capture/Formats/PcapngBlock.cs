namespace Codecs.Capture.Formats;

/// <summary>A block of a pcapng file (draft-ietf-opsawg-pcapng, section 3.1). Its length stands at both ends, so that files can be read backwards.</summary>
[Message("draft-ietf-opsawg-pcapng"), LittleEndian(When = nameof(IsLittleEndian))]
public readonly ref partial struct PcapngBlock
{
    /// <summary>Is the least significant byte first? The section tells.</summary>
    [Parameter] public partial bool IsLittleEndian { get; init; }

    /// <summary>What the body is.</summary>
    public required partial PcapngBlockType Type { get; init; }

    /// <summary>Bytes of the whole block.</summary>
    [LengthOf(nameof(Type), nameof(TrailingLength))] public partial uint TotalLength { get; }

    /// <summary>One of the messages named after the block types; parse it with the same byte order.</summary>
    public partial ReadOnlySpan<byte> Body { get; init; }

    /// <summary>The same as <see cref="TotalLength"/>.</summary>
    [LengthOf(nameof(Type), nameof(TrailingLength))] public partial uint TrailingLength { get; }
}

/// <summary>The first eight bytes of a block: what a reader needs to pass over it.</summary>
[Message("draft-ietf-opsawg-pcapng"), LittleEndian(When = nameof(IsLittleEndian))]
public readonly partial record struct PcapngBlockHeader
{
    /// <inheritdoc cref="PcapngBlock.IsLittleEndian"/>
    [Parameter] public partial bool IsLittleEndian { get; init; }

    /// <inheritdoc cref="PcapngBlock.Type"/>
    public partial PcapngBlockType Type { get; init; }

    /// <inheritdoc cref="PcapngBlock.TotalLength"/>
    public partial uint TotalLength { get; init; }
}

/// <summary>The types of pcapng blocks (draft-ietf-opsawg-pcapng, section 11.1). Others are passed over.</summary>
public enum PcapngBlockType : uint
{
    /// <summary>An interface that frames were captured on.</summary>
    InterfaceDescription = 1,

    /// <summary>A frame, as old files have it.</summary>
    Packet = 2,

    /// <summary>A frame without anything more.</summary>
    SimplePacket = 3,

    /// <summary>Names of addresses.</summary>
    NameResolution = 4,

    /// <summary>What an interface counted.</summary>
    InterfaceStatistics = 5,

    /// <summary>A frame.</summary>
    EnhancedPacket = 6,

    /// <summary>Keys.</summary>
    DecryptionSecrets = 10,

    /// <summary>Something private that may be copied.</summary>
    Custom = 0xBAD,

    /// <summary>Something private that must not be copied.</summary>
    CustomNotToCopy = 0x40000BAD,

    /// <summary>The start of a section.</summary>
    SectionHeader = 0x0A0D0D0A,
}
