using System.Runtime.CompilerServices;

namespace Codecs;

/// <summary>The Internet checksum as UDP has it (RFC 768): a computed zero is sent as all ones, and a stored zero means that there is none.</summary>
public struct UdpChecksum : IIncrementalChecksum<UdpChecksum, ushort>, ISumChecksum<UdpChecksum, ushort>
{
    private InternetChecksum _inner;

    /// <summary>A sum to start from.</summary>
    public UdpChecksum(InternetChecksum inner) => _inner = inner;

    /// <inheritdoc/>
    public void Append(ReadOnlySpan<byte> bytes) => _inner.Append(bytes);

    /// <inheritdoc/>
    public readonly ushort Value => NeverZero(_inner.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ushort NetworkValueWith(ulong words) => NeverZero(_inner.NetworkValueWith(words));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong SumOf(ReadOnlySpan<byte> bytes) => InternetChecksum.SumOf(bytes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong SumAndCopy(ReadOnlySpan<byte> bytes, Span<byte> destination) => InternetChecksum.SumAndCopy(bytes, destination);

    /// <inheritdoc/>
    public static bool IsValid(ushort stored, UdpChecksum computed) => stored == 0 || InternetChecksum.IsValid(stored, computed._inner);

    /// <inheritdoc/>
    public static ushort Update(ushort checksum, ushort oldWord, ushort newWord) =>
        checksum == 0 ? checksum : NeverZero(InternetChecksum.Update(checksum, oldWord, newWord));

    /// <inheritdoc/>
    public static ushort Update(ushort checksum, PseudoHeader before, PseudoHeader after) =>
        checksum == 0 ? checksum : NeverZero(InternetChecksum.Update(checksum, before, after));

    private static ushort NeverZero(ushort value) => value == 0 ? (ushort)0xFFFF : value;
}
