namespace Codecs.Protocols;

/// <summary>What the header of a frame says (RFC 6455 section 5.2): all of the frame but its payload, which may be longer than any buffer.</summary>
public readonly record struct WebSocketFrameHeader
{
    private const byte Final = 0x80;

    // The first byte as it is on the wire: FIN, RSV1 to RSV3, opcode.
    private readonly byte _first;
    private readonly bool _isMasked;
    private readonly uint _maskingKey;

    internal WebSocketFrameHeader(byte first, uint? maskingKey, ulong payloadLength)
    {
        _first = first;
        _isMasked = maskingKey.HasValue;
        _maskingKey = maskingKey.GetValueOrDefault();
        PayloadLength = payloadLength;
    }

    /// <summary>Is this the last frame of its message (FIN)?</summary>
    public bool IsFinal { get => Has(Final); init => _first = With(Final, value); }

    /// <summary>Is the message compressed (RFC 7692 section 6)? Only in its first frame, and only if that is agreed upon.</summary>
    public bool Rsv1 { get => Has(0x40); init => _first = With(0x40, value); }

    /// <summary>Reserved for extensions.</summary>
    public bool Rsv2 { get => Has(0x20); init => _first = With(0x20, value); }

    /// <summary>Reserved for extensions.</summary>
    public bool Rsv3 { get => Has(0x10); init => _first = With(0x10, value); }

    /// <summary>What the frame is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It has more than four bits.</exception>
    public WebSocketOpcode Opcode
    {
        get => (WebSocketOpcode)(_first & 0x0F);
        init
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan((byte)value, 0x0F, nameof(Opcode));
            _first = (byte)((_first & 0xF0) | (byte)value);
        }
    }

    /// <summary>What the payload is masked with; null if it is not. Its most significant byte is the first on the wire.</summary>
    public uint? MaskingKey
    {
        get => _isMasked ? _maskingKey : null;
        init => (_isMasked, _maskingKey) = (value.HasValue, value.GetValueOrDefault());
    }

    /// <summary>Length of the payload in bytes.</summary>
    public ulong PayloadLength { get; init; }

    /// <summary>Is the payload masked?</summary>
    public bool IsMasked => _isMasked;

    /// <summary>Is this a control frame? It may come between the frames of a message (RFC 6455 section 5.5).</summary>
    public bool IsControl => Opcode >= WebSocketOpcode.Close;

    /// <summary>Is this all of a message, and not compressed?</summary>
    internal bool IsPlainMessage => _first is (Final | (byte)WebSocketOpcode.Text) or (Final | (byte)WebSocketOpcode.Binary);

    private bool Has(byte bit) => (_first & bit) != 0;

    private byte With(byte bit, bool value) => (byte)(value ? _first | bit : _first & ~bit);
}
