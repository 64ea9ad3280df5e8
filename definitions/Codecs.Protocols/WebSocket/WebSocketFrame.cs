namespace Codecs.Protocols;

/// <summary>A frame of the WebSocket protocol (RFC 6455 section 5.2).</summary>
[Message("RFC 6455")]
public readonly ref partial struct WebSocketFrame
{
    /// <summary>Is this the last frame of its message (FIN)?</summary>
    public partial bool IsFinal { get; init; }

    /// <summary>Without an extension that says otherwise zero; of permessage-deflate, set in the first frame of a compressed message (RFC 7692 section 6).</summary>
    public partial bool Rsv1 { get; init; }

    /// <summary>Without an extension that says otherwise zero.</summary>
    public partial bool Rsv2 { get; init; }

    /// <summary>Without an extension that says otherwise zero.</summary>
    public partial bool Rsv3 { get; init; }

    /// <summary>What the frame is.</summary>
    [Bits(4)] public partial WebSocketOpcode Opcode { get; init; }

    /// <summary>Is there a key? Frames of a client have one, those of a server have none (RFC 6455 section 5.1).</summary>
    [PresenceOf(nameof(MaskingKey))] public partial bool IsMasked { get; }

    /// <summary>Length of the payload in bytes, without the key: 7 bits, 16 or 64 after them; only the shortest is valid.</summary>
    [Bits(7), Escape<ushort>(126), Escape<ulong>(127), LengthOf(nameof(Payload)), Require(nameof(IsLengthPositive))] public partial ulong PayloadLength { get; }

    /// <summary>What the payload is combined with (RFC 6455 section 5.3), first byte first.</summary>
    public partial uint? MaskingKey { get; init; }

    /// <summary>What is carried, as it is on the wire: masked if there is a key.</summary>
    [Argument(nameof(MaskingKey))] public partial MaskedBytes Payload { get; init; }

    /// <summary>What the receiver of messages takes: the header without its payload.</summary>
    public WebSocketFrameHeader Header => new(
        (byte)((IsFinal ? 0x80 : 0) | (Rsv1 ? 0x40 : 0) | (Rsv2 ? 0x20 : 0) | (Rsv3 ? 0x10 : 0) | (byte)Opcode),
        MaskingKey,
        PayloadLength);

    // RFC 6455 section 5.2: the most significant bit of 64 must be 0.
    private bool IsLengthPositive => PayloadLength <= long.MaxValue;
}
