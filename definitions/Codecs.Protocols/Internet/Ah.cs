namespace Codecs.Protocols;

/// <summary>IP authentication header (RFC 4302 section 2).</summary>
[Message("RFC 4302"), Tag(IpProtocol.Ah)]
public readonly ref partial struct Ah
{
    /// <summary>What follows.</summary>
    [TagOf(nameof(Payload))] public partial IpProtocol NextHeader { get; init; }

    /// <summary>Length of this header in units of 4 bytes, the first 8 bytes not counted.</summary>
    [LengthOf(nameof(NextHeader), nameof(IntegrityCheckValue), Unit = 4, Bias = -8)] public partial byte PayloadLength { get; }

    [Reserved] private partial ushort Reserved { get; }

    /// <summary>The security association (SPI): with the destination it says which keys and algorithms hold.</summary>
    public partial uint SecurityParametersIndex { get; init; }

    /// <summary>Grows by one with each packet; the last 32 bits of it if sequence numbers have 64.</summary>
    public partial uint SequenceNumber { get; init; }

    /// <summary>The integrity check value (ICV), and padding: over IPv6 the header is a multiple of 8 bytes, which the writer of this field sees to.</summary>
    public partial ReadOnlySpan<byte> IntegrityCheckValue { get; init; }

    /// <summary>What follows.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }
}
