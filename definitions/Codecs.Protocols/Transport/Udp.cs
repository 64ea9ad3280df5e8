namespace Codecs.Protocols;

/// <summary>User datagram protocol (RFC 768).</summary>
[Message("RFC 768"), Tag(IpProtocol.Udp)]
public readonly ref partial struct Udp
{
    /// <summary>The sender's port; 0 if no answer is wanted.</summary>
    [TagOf<UdpPort>(nameof(Payload))] public partial ushort SourcePort { get; init; }

    /// <summary>The receiver's port.</summary>
    [TagOf<UdpPort>(nameof(Payload))] public partial ushort DestinationPort { get; init; }

    /// <summary>Length of header and payload in bytes. 0 in a jumbogram (RFC 2675 section 4): then the payload is all there is.</summary>
    [LengthOf(nameof(SourcePort), nameof(Payload), When = nameof(HasLength))] public partial ushort Length { get; }

    /// <summary>Internet checksum of the datagram and the pseudo-header; 0 if there is none, which over IPv6 only tunnels may do (RFC 6935).</summary>
    [ChecksumOf<UdpChecksum>(nameof(SourcePort), nameof(Payload), Seed = nameof(Seed))] public partial ushort Checksum { get; }

    /// <summary>What the datagram carries.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }

    private bool HasLength => Length != 0;

    private static UdpChecksum Seed(PseudoHeader below, int length) => new(below.Seed((byte)IpProtocol.Udp, length));
}
