namespace Codecs.Protocols;

/// <summary>Transmission control protocol: a segment (RFC 9293 section 3.1).</summary>
[Message("RFC 9293"), Tag(IpProtocol.Tcp)]
public readonly ref partial struct Tcp
{
    /// <summary>The sender's port.</summary>
    [TagOf<TcpPort>(nameof(Payload))] public partial ushort SourcePort { get; init; }

    /// <summary>The receiver's port.</summary>
    [TagOf<TcpPort>(nameof(Payload))] public partial ushort DestinationPort { get; init; }

    /// <summary>Number of the first byte of the payload in the sender's stream. Under SYN, the number before that byte's.</summary>
    public partial uint SequenceNumber { get; init; }

    /// <summary>Under ACK, the number of the byte that is expected next.</summary>
    public partial uint AcknowledgmentNumber { get; init; }

    /// <summary>Length of the header with its options, in units of 4 bytes: 5 to 15.</summary>
    [Bits(4), LengthOf(nameof(SourcePort), nameof(Options), Unit = 4)] public partial byte DataOffset { get; }

    [Bits(3), Reserved] private partial byte Reserved { get; }

    /// <summary>The control bits.</summary>
    [Bits(9)] public partial TcpFlags Flags { get; init; }

    /// <summary>The bytes that the sender has room for, in units that its <see cref="TcpWindowScale"/> set; in bytes under SYN.</summary>
    public partial ushort Window { get; init; }

    /// <summary>Internet checksum of the segment and the pseudo-header.</summary>
    [ChecksumOf<InternetChecksum>(nameof(SourcePort), nameof(Payload), Seed = nameof(Seed))] public partial ushort Checksum { get; }

    /// <summary>Under URG, how far from <see cref="SequenceNumber"/> the urgent data goes.</summary>
    public partial ushort UrgentPointer { get; init; }

    /// <summary>At most 40 bytes.</summary>
    [Until(nameof(TcpOption.IsEnd))] public partial MessageList<TcpOption> Options { get; init; }

    /// <summary>A piece of the stream, which may begin and end anywhere in what the stream carries.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }

    private static InternetChecksum Seed(PseudoHeader below, int length) => below.Seed((byte)IpProtocol.Tcp, length);
}

/// <summary>Control bits (RFC 9293 section 3.1).</summary>
[Flags]
public enum TcpFlags : ushort
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The sender's stream ends with this segment.</summary>
    Fin = 0x001,

    /// <summary>The sender's stream begins with this segment.</summary>
    Syn = 0x002,

    /// <summary>The connection is broken off, or there is none.</summary>
    Rst = 0x004,

    /// <summary>Hand the data to the application now.</summary>
    Psh = 0x008,

    /// <summary><see cref="Tcp.AcknowledgmentNumber"/> counts.</summary>
    Ack = 0x010,

    /// <summary><see cref="Tcp.UrgentPointer"/> counts.</summary>
    Urg = 0x020,

    /// <summary>Congestion was seen; under SYN, explicit congestion notification is spoken (RFC 3168).</summary>
    Ece = 0x040,

    /// <summary>The congestion window was reduced (RFC 3168).</summary>
    Cwr = 0x080,

    /// <summary>Accurate explicit congestion notification (RFC 9768); formerly the nonce sum (NS).</summary>
    Ae = 0x100,
}
