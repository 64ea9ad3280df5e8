namespace Codecs.Capture.Formats;

/// <summary>An option of a block (draft-ietf-opsawg-pcapng, section 3.5). Its code means something else in each type of block.</summary>
[Message("draft-ietf-opsawg-pcapng"), LittleEndian(When = nameof(IsLittleEndian))]
public readonly ref partial struct PcapngOption
{
    /// <summary>The code that ends a block's options, in every type of block.</summary>
    public const ushort End = 0;

    /// <inheritdoc cref="PcapngBlock.IsLittleEndian"/>
    [Parameter] public partial bool IsLittleEndian { get; init; }

    /// <summary>What the option is.</summary>
    public partial ushort Code { get; init; }

    /// <summary>Bytes of the value, without the padding.</summary>
    [LengthOf(nameof(Value))] public partial ushort Length { get; }

    /// <summary>A number in the byte order of the section, text in UTF-8, or something of its own.</summary>
    public partial ReadOnlySpan<byte> Value { get; init; }

    [Align(4)] private partial ReadOnlySpan<byte> Padding { get; }
}

/// <summary>One record of a name resolution block (draft-ietf-opsawg-pcapng, section 4.5): an address, then its names, each ended by a zero byte.</summary>
[Message("draft-ietf-opsawg-pcapng"), LittleEndian(When = nameof(IsLittleEndian))]
public readonly ref partial struct PcapngNameRecord
{
    /// <inheritdoc cref="PcapngBlock.IsLittleEndian"/>
    [Parameter] public partial bool IsLittleEndian { get; init; }

    /// <summary>1 for IPv4, 2 for IPv6, 3 and 4 for link-layer addresses, 0 for the end of the records.</summary>
    public partial ushort Type { get; init; }

    /// <summary>Bytes of the value, without the padding.</summary>
    [LengthOf(nameof(Value))] public partial ushort Length { get; }

    /// <summary>The address and its names.</summary>
    public partial ReadOnlySpan<byte> Value { get; init; }

    [Align(4)] private partial ReadOnlySpan<byte> Padding { get; }
}
