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

/// <summary>What ESP encrypts (RFC 4303 section 2), after it was decrypted or before it is encrypted: without an initialization vector before it, and the integrity check value behind it.</summary>
[Message("RFC 4303")]
public readonly ref partial struct EspPlaintext
{
    /// <summary>What is carried.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>Brings the end of the next header to a multiple of 4 bytes, or further. Zeros if it is empty; unless the algorithm says otherwise, it ought to be 1, 2, 3 and so on (section 2.4).</summary>
    [Align(4, To = nameof(NextHeader))] public partial ReadOnlySpan<byte> Padding { get; init; }

    /// <summary>Length of the padding in bytes.</summary>
    [LengthOf(nameof(Padding))] public partial byte PadLength { get; }

    /// <summary>What is carried; 59 for a packet without meaning, which hides when there is traffic.</summary>
    [TagOf(nameof(Payload))] public partial IpProtocol NextHeader { get; init; }
}
