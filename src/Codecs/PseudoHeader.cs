using System.Runtime.CompilerServices;

namespace Codecs;

/// <summary>
/// The addresses that a transport checksum covers beyond its own bytes (RFC 9293 section 3.1, RFC 8200 section 8.1), as sums.
/// A message with a property of this type gives it to the checksums of the layers above it; one with a method from this type to
/// this type changes what is below it (a routing header: the destination is the last address).
/// </summary>
/// <remarks>The default value is no pseudo-header: it has no <see cref="HasValue"/>, and checksums cover nothing more.</remarks>
public readonly record struct PseudoHeader
{
    private readonly uint _source;
    private readonly uint _destination;
    private readonly bool _hasValue;

    /// <summary>A pseudo-header of which only the upper-layer length and the protocol number are missing.</summary>
    /// <param name="sourceSum">The sum of the 16-bit words of the source address in network order: see <see cref="InternetChecksum.SumOf(uint)"/>.</param>
    /// <param name="destinationSum">The same of the destination address.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PseudoHeader(ulong sourceSum, ulong destinationSum)
    {
        _source = Narrow(sourceSum);
        _destination = Narrow(destinationSum);
        _hasValue = true;
    }

    /// <summary>The same of two addresses of 32 bits, which are the sums of their words themselves.</summary>
    /// <param name="source">The source address, in host order.</param>
    /// <param name="destination">The destination address.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PseudoHeader(uint source, uint destination)
    {
        _source = source;
        _destination = destination;
        _hasValue = true;
    }

    /// <summary>Sum of the 16-bit words in network order, not folded.</summary>
    public ulong Sum => (ulong)_source + _destination;

    /// <summary>What takes <see cref="Sum"/> away again: the sum of the complements.</summary>
    internal ulong ComplementSum => (ulong)~_source + ~_destination;

    /// <summary>Is there one?</summary>
    public bool HasValue => _hasValue;

    /// <summary>The same with another source address.</summary>
    /// <param name="sum">The sum of its 16-bit words in network order.</param>
    public PseudoHeader WithSource(ulong sum) => _hasValue ? new(sum, _destination) : default;

    /// <summary>The same with another destination address.</summary>
    /// <param name="sum">The sum of its 16-bit words in network order.</param>
    public PseudoHeader WithDestination(ulong sum) => _hasValue ? new(_source, sum) : default;

    /// <summary>The checksum to start from: addresses, protocol number and upper-layer length.</summary>
    /// <param name="protocol">The number of the upper layer's protocol.</param>
    /// <param name="length">Bytes of the upper layer's header and payload.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public InternetChecksum Seed(byte protocol, int length) =>
        _hasValue ? InternetChecksum.Of(Sum + protocol + (uint)length) : default;

    private static uint Narrow(ulong sum) => sum <= uint.MaxValue ? (uint)sum : InternetChecksum.Fold(sum);
}
