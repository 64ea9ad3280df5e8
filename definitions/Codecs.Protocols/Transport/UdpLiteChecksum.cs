namespace Codecs.Protocols;

/// <summary>The Internet checksum as UDP-Lite has it (RFC 3828 section 3.1): of the first bytes only, and always there.</summary>
/// <remarks>It follows changes of the header's fields, which are always covered. A change of the coverage itself it cannot follow, so an editor does not set it: write the datagram anew.</remarks>
public struct UdpLiteChecksum : IIncrementalChecksum<UdpLiteChecksum, ushort>
{
    private InternetChecksum _inner;
    private int _left;

    /// <summary>A sum to start from.</summary>
    /// <param name="inner">The sum of the pseudo-header.</param>
    /// <param name="coverage">The bytes that count; what is appended after them does not.</param>
    public UdpLiteChecksum(InternetChecksum inner, int coverage)
    {
        _inner = inner;
        _left = coverage;
    }

    /// <inheritdoc/>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        int covered = Math.Min(bytes.Length, _left);
        _inner.Append(bytes[..covered]);
        _left -= covered;
    }

    /// <inheritdoc/>
    public readonly ushort Value => NeverZero(_inner.Value);

    /// <inheritdoc/>
    public static bool IsValid(ushort stored, UdpLiteChecksum computed) =>
        // RFC 3828 section 3.1: zero is not allowed, and a coverage past the end is an error.
        stored != 0 && computed._left == 0 && InternetChecksum.IsValid(stored, computed._inner);

    /// <inheritdoc/>
    public static ushort Update(ushort checksum, ushort oldWord, ushort newWord) => NeverZero(InternetChecksum.Update(checksum, oldWord, newWord));

    /// <inheritdoc/>
    public static ushort Update(ushort checksum, PseudoHeader before, PseudoHeader after) => NeverZero(InternetChecksum.Update(checksum, before, after));

    private static ushort NeverZero(ushort value) => value == 0 ? (ushort)0xFFFF : value;
}
