namespace Codecs.Protocols;

/// <summary>IP encapsulating security payload (RFC 4303 section 2). What follows the sequence number takes a key to read.</summary>
[Message("RFC 4303"), Tag(IpProtocol.Esp)]
public readonly ref partial struct Esp
{
    /// <summary>The security association (SPI): with the destination it says which keys and algorithms hold.</summary>
    public partial uint SecurityParametersIndex { get; init; }

    /// <summary>Grows by one with each packet; the last 32 bits of it if sequence numbers have 64.</summary>
    public partial uint SequenceNumber { get; init; }

    /// <summary>Encrypted: what is carried, padding, pad length and next header. Then the integrity check value.</summary>
    public partial ReadOnlySpan<byte> EncryptedData { get; init; }
}
