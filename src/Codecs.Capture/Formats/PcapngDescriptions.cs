namespace Codecs.Capture.Formats;

/// <summary>The body of a section header block (draft-ietf-opsawg-pcapng, section 4.1).</summary>
[Message("draft-ietf-opsawg-pcapng"), LittleEndian(When = nameof(IsLittleEndian))]
public readonly ref partial struct PcapngSectionHeader
{
    /// <inheritdoc cref="PcapngBlock.IsLittleEndian"/>
    [Parameter] public partial bool IsLittleEndian { get; init; }

    /// <summary>Tells the byte order: see <see cref="PcapngSectionStart"/>.</summary>
    [Const(0x1A2B3C4DU)] public partial uint Magic { get; }

    /// <summary>1.</summary>
    public partial ushort MajorVersion { get; init; }

    /// <summary>0, or 2.</summary>
    public partial ushort MinorVersion { get; init; }

    /// <summary>Bytes of the section without this block; all ones if that is not known.</summary>
    public partial ulong SectionLength { get; init; }

    /// <summary>Consecutive <see cref="PcapngOption"/>s.</summary>
    public partial ReadOnlySpan<byte> Options { get; init; }
}

/// <summary>The body of an interface description block (draft-ietf-opsawg-pcapng, section 4.2).</summary>
[Message("draft-ietf-opsawg-pcapng"), LittleEndian(When = nameof(IsLittleEndian))]
public readonly ref partial struct PcapngInterfaceDescription
{
    /// <inheritdoc cref="PcapngBlock.IsLittleEndian"/>
    [Parameter] public partial bool IsLittleEndian { get; init; }

    /// <summary>What the first bytes of the interface's frames are.</summary>
    public partial ushort LinkType { get; init; }

    [Reserved] private partial ushort Reserved { get; }

    /// <summary>The most bytes of a frame that are in the file; 0 for no limit.</summary>
    public partial uint SnapLength { get; init; }

    /// <summary>Consecutive <see cref="PcapngOption"/>s.</summary>
    public partial ReadOnlySpan<byte> Options { get; init; }
}

/// <summary>The body of an interface statistics block (draft-ietf-opsawg-pcapng, section 4.6).</summary>
[Message("draft-ietf-opsawg-pcapng"), LittleEndian(When = nameof(IsLittleEndian))]
public readonly ref partial struct PcapngInterfaceStatistics
{
    /// <inheritdoc cref="PcapngBlock.IsLittleEndian"/>
    [Parameter] public partial bool IsLittleEndian { get; init; }

    /// <inheritdoc cref="PcapngEnhancedPacket.InterfaceId"/>
    public partial uint InterfaceId { get; init; }

    /// <inheritdoc cref="PcapngEnhancedPacket.TimestampHigh"/>
    public partial uint TimestampHigh { get; init; }

    /// <inheritdoc cref="PcapngEnhancedPacket.TimestampLow"/>
    public partial uint TimestampLow { get; init; }

    /// <summary>Consecutive <see cref="PcapngOption"/>s.</summary>
    public partial ReadOnlySpan<byte> Options { get; init; }
}

/// <summary>The body of a name resolution block (draft-ietf-opsawg-pcapng, section 4.5).</summary>
[Message("draft-ietf-opsawg-pcapng")]
public readonly ref partial struct PcapngNameResolution
{
    /// <summary>Consecutive <see cref="PcapngNameRecord"/>s, of which the one of type 0 is the last; then <see cref="PcapngOption"/>s.</summary>
    public partial ReadOnlySpan<byte> Records { get; init; }
}

/// <summary>The body of a decryption secrets block (draft-ietf-opsawg-pcapng, section 4.7).</summary>
[Message("draft-ietf-opsawg-pcapng"), LittleEndian(When = nameof(IsLittleEndian))]
public readonly ref partial struct PcapngDecryptionSecrets
{
    /// <inheritdoc cref="PcapngBlock.IsLittleEndian"/>
    [Parameter] public partial bool IsLittleEndian { get; init; }

    /// <summary>What the secrets are: 0x544C534B lines as of SSLKEYLOGFILE, 0x57474B4C those of WireGuard, and others.</summary>
    public partial uint SecretsType { get; init; }

    /// <summary>Bytes of the secrets, without the padding.</summary>
    [LengthOf(nameof(SecretsData))] public partial uint SecretsLength { get; }

    /// <summary>The secrets.</summary>
    public partial ReadOnlySpan<byte> SecretsData { get; init; }

    [Align(4)] private partial ReadOnlySpan<byte> Padding { get; }

    /// <summary>Consecutive <see cref="PcapngOption"/>s.</summary>
    public partial ReadOnlySpan<byte> Options { get; init; }
}

/// <summary>The body of a custom block (draft-ietf-opsawg-pcapng, section 4.8).</summary>
[Message("draft-ietf-opsawg-pcapng"), LittleEndian(When = nameof(IsLittleEndian))]
public readonly ref partial struct PcapngCustom
{
    /// <inheritdoc cref="PcapngBlock.IsLittleEndian"/>
    [Parameter] public partial bool IsLittleEndian { get; init; }

    /// <summary>Whose block it is: an IANA Private Enterprise Number.</summary>
    public partial uint EnterpriseNumber { get; init; }

    /// <summary>What the owner put there, and options; only the owner knows where they start.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }
}
