namespace Codecs.Protocols;

/// <summary>Which rule the other end has broken, so that the connection must be failed (RFC 6455 section 7.1.7).</summary>
public enum WebSocketFault : byte
{
    /// <summary>None.</summary>
    None,

    /// <summary>A reserved bit is set that no extension gives a meaning to (RFC 6455 section 5.2, RFC 7692 section 6).</summary>
    ReservedBit,

    /// <summary>The opcode is reserved (RFC 6455 section 5.2).</summary>
    ReservedOpcode,

    /// <summary>A length has its most significant bit set, or is not in its shortest form (RFC 6455 section 5.2).</summary>
    PayloadLength,

    /// <summary>A frame of a client is not masked (RFC 6455 section 5.1).</summary>
    NotMasked,

    /// <summary>A frame of a server is masked (RFC 6455 section 5.1).</summary>
    Masked,

    /// <summary>A control frame is a fragment (RFC 6455 section 5.5).</summary>
    FragmentedControl,

    /// <summary>The payload of a control frame is longer than 125 bytes (RFC 6455 section 5.5).</summary>
    LongControl,

    /// <summary>There is no message that a frame could continue (RFC 6455 section 5.4).</summary>
    NothingToContinue,

    /// <summary>A message begins before the one before it has ended (RFC 6455 section 5.4).</summary>
    UnfinishedMessage,

    /// <summary>A Close frame has a payload of one byte (RFC 6455 section 5.5.1).</summary>
    ClosePayload,

    /// <summary>A Close frame has a code that it must not have (RFC 6455 section 7.4).</summary>
    CloseCode,

    /// <summary>The words of a Close frame are not UTF-8 (RFC 6455 section 5.5.1).</summary>
    CloseReason,

    /// <summary>A message of text is not UTF-8 (RFC 6455 section 8.1).</summary>
    Text,

    /// <summary>A message cannot be decompressed (RFC 7692 section 7.2.2).</summary>
    Compression,

    /// <summary>A message is longer than the receiver wants (RFC 6455 section 10.4).</summary>
    MessageTooBig,
}
