namespace Codecs;

/// <summary>
/// The addresses that a transport checksum covers beyond its own bytes (RFC 9293 section 3.1, RFC 8200 section 8.1), as a sum.
/// A message with a property of this type gives it to the checksums of the layers above it.
/// </summary>
/// <remarks>The default value is no pseudo-header: it has no <see cref="HasValue"/>, and checksums cover nothing more.</remarks>
public readonly record struct PseudoHeader
{
    private readonly ulong _sum;
    private readonly bool _hasValue;

    /// <summary>A pseudo-header of which only the upper-layer length and the protocol number are missing.</summary>
    /// <param name="sum">The sum of its 16-bit words in network order, unfolded: see <see cref="InternetChecksum.SumOf(uint)"/>.</param>
    public PseudoHeader(ulong sum)
    {
        _sum = sum;
        _hasValue = true;
    }

    /// <summary>Sum of the 16-bit words in network order, unfolded.</summary>
    public ulong Sum => _sum;

    /// <summary>Is there one?</summary>
    public bool HasValue => _hasValue;

    /// <summary>The checksum to start from: addresses, protocol number and upper-layer length.</summary>
    /// <param name="protocol">The number of the upper layer's protocol.</param>
    /// <param name="length">Bytes of the upper layer's header and payload.</param>
    public InternetChecksum Seed(byte protocol, int length) =>
        _hasValue ? new(_sum + protocol + ((uint)length >> 16) + (ushort)length) : default;
}
