using System.Runtime.CompilerServices;

namespace Codecs.Benchmarks.Workloads.Parsing;

/// <summary>
/// One number of the fields that a contender has read. Sums, since a compiler may not reorder the byte swaps across them as it
/// may across exclusive or; with factors, so that two fields in the place of each other show.
/// </summary>
internal static class Fields
{
    /// <summary>What a flow is told by: the least that a program reads of a packet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Flow(uint source, uint destination, ushort sourcePort, ushort destinationPort, int flags) =>
        source + destination * 3 + sourcePort * 5u + destinationPort + (uint)flags;

    /// <summary>What follows a connection, besides <see cref="Flow"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Connection(uint sequenceNumber, uint acknowledgmentNumber, ushort window, int payloadLength) =>
        sequenceNumber + acknowledgmentNumber * 3 + window + (uint)payloadLength * 5;

    /// <summary>All fields of Ethernet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Ethernet(ulong destination, ulong source, ushort etherType) =>
        (uint)(destination + source * 3) + (uint)(source >> 32) + etherType;

    /// <summary>All fields of IPv4 but the addresses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint IPv4(
        int headerLength,
        int dscp,
        int ecn,
        ushort totalLength,
        ushort identification,
        bool dontFragment,
        bool moreFragments,
        int fragmentOffset,
        byte timeToLive,
        byte protocol,
        ushort checksum,
        int optionsLength) =>
        (uint)(headerLength + dscp * 3 + ecn * 5 + totalLength + identification * 3 + (dontFragment ? 7 : 0) + (moreFragments ? 9 : 0)
            + fragmentOffset * 5 + timeToLive * 3 + protocol * 5 + checksum + optionsLength * 3);

    /// <summary>All fields of TCP that are in neither <see cref="Flow"/> nor <see cref="Connection"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Tcp(int dataOffset, ushort checksum, ushort urgentPointer, int optionsLength) =>
        (uint)(dataOffset + checksum * 3 + urgentPointer * 5 + optionsLength);
}
