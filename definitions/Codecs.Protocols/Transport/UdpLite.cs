namespace Codecs.Protocols;

/// <summary>Lightweight user datagram protocol (RFC 3828 section 3): a checksum that need not cover all of the payload. How long the datagram is, IP says.</summary>
[Message("RFC 3828"), Tag(IpProtocol.UdpLite)]
public readonly ref partial struct UdpLite
{
    /// <summary>The sender's port; 0 if no answer is wanted.</summary>
    [TagOf<UdpPort>(nameof(Payload))] public partial ushort SourcePort { get; init; }

    /// <summary>The receiver's port.</summary>
    [TagOf<UdpPort>(nameof(Payload))] public partial ushort DestinationPort { get; init; }

    /// <summary>The bytes from the start of the header that the checksum covers: 0 for all, and never less than the header's 8.</summary>
    [Require(nameof(CoversHeader))] public partial ushort ChecksumCoverage { get; init; }

    /// <summary>Internet checksum of the covered bytes and the pseudo-header. There always is one.</summary>
    [ChecksumOf<UdpLiteChecksum>(nameof(SourcePort), nameof(Payload), Seed = nameof(Seed))] public partial ushort Checksum { get; }

    /// <summary>What the datagram carries.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }

    private bool CoversHeader => ChecksumCoverage is 0 or >= 8;

    private UdpLiteChecksum Seed(PseudoHeader below, int length) =>
        new(below.Seed((byte)IpProtocol.UdpLite, length), ChecksumCoverage == 0 ? length : ChecksumCoverage);
}
