namespace Codecs.Protocols;

/// <summary>PPP packet with a frame check sequence of 16 bits (RFC 1662 section 3.1 and appendix C.2): what is between two flags, its escapes undone (<see cref="PppFraming"/>).</summary>
[Message("RFC 1662")]
public readonly ref partial struct PppFrame
{
    /// <summary>The packet, from address and control on, or, if they are compressed, from the protocol on.</summary>
    [Case<Ppp>] public partial ReadOnlySpan<byte> Packet { get; init; }

    /// <summary>CRC of the packet, least significant byte first.</summary>
    [LittleEndian, ChecksumOf<Crc16X25>(nameof(Packet), nameof(Packet))] public partial ushort FrameCheckSequence { get; }
}

/// <summary>PPP packet with a frame check sequence of 32 bits (RFC 1662 appendix C.3), where that was negotiated.</summary>
[Message("RFC 1662")]
public readonly ref partial struct PppFrame32
{
    /// <summary>The packet, from address and control on, or, if they are compressed, from the protocol on.</summary>
    [Case<Ppp>] public partial ReadOnlySpan<byte> Packet { get; init; }

    /// <summary>CRC of the packet, least significant byte first.</summary>
    [LittleEndian, ChecksumOf<Crc32>(nameof(Packet), nameof(Packet))] public partial uint FrameCheckSequence { get; }
}
