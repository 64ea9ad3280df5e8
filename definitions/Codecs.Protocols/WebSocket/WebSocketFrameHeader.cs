namespace Codecs.Protocols;

/// <summary>What the header of a frame says (RFC 6455 section 5.2): all of the frame but its payload, which may be longer than any buffer.</summary>
public readonly record struct WebSocketFrameHeader
{
    /// <summary>Is this the last frame of its message (FIN)?</summary>
    public bool IsFinal { get; init; }

    /// <summary>Is the message compressed (RFC 7692 section 6)? Only in its first frame, and only if that is agreed upon.</summary>
    public bool Rsv1 { get; init; }

    /// <summary>Reserved for extensions.</summary>
    public bool Rsv2 { get; init; }

    /// <summary>Reserved for extensions.</summary>
    public bool Rsv3 { get; init; }

    /// <summary>What the frame is.</summary>
    public WebSocketOpcode Opcode { get; init; }

    /// <summary>What the payload is masked with; null if it is not. Its most significant byte is the first on the wire.</summary>
    public uint? MaskingKey { get; init; }

    /// <summary>Length of the payload in bytes.</summary>
    public ulong PayloadLength { get; init; }

    /// <summary>Is this a control frame? It may come between the frames of a message (RFC 6455 section 5.5).</summary>
    public bool IsControl => (byte)Opcode >= (byte)WebSocketOpcode.Close;
}
