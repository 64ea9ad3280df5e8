using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Codecs.Benchmarks.Workloads.Parsing;

/// <summary>How one reads packets by hand: cut the frame into layers, every length checked, then read at offsets.</summary>
internal static class PlainParser
{
    private const int EthernetHeader = 14;
    private const int LeastIPv4Header = 20;
    private const int LeastTcpHeader = 20;

    /// <summary>Finds an IPv4 packet.</summary>
    /// <param name="frame">Ethernet II, without the FCS.</param>
    /// <param name="ip">From the IPv4 header to the end of the packet, without what pads the frame.</param>
    /// <returns>False if this is no IPv4, or if a length is wrong.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryFindIPv4(ReadOnlySpan<byte> frame, out ReadOnlySpan<byte> ip)
    {
        ip = default;
        if (frame.Length < EthernetHeader + LeastIPv4Header || BinaryPrimitives.ReadUInt16BigEndian(frame[12..]) != 0x0800)
            return false;
        var packet = frame[EthernetHeader..];
        if (packet[0] >> 4 != 4)
            return false;
        int header = IPv4HeaderLength(packet);
        int total = BinaryPrimitives.ReadUInt16BigEndian(packet[2..]);
        if (header < LeastIPv4Header || total < header || total > packet.Length)
            return false;
        ip = packet[..total];
        return true;
    }

    /// <summary>Finds a TCP segment.</summary>
    /// <param name="frame">Ethernet II, without the FCS.</param>
    /// <param name="ip">From the IPv4 header to the end of the packet, without what pads the frame.</param>
    /// <param name="tcp">From the TCP header to the end of the packet.</param>
    /// <returns>False if this is no TCP over IPv4, or if a length is wrong.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryFindTcp(ReadOnlySpan<byte> frame, out ReadOnlySpan<byte> ip, out ReadOnlySpan<byte> tcp)
    {
        tcp = default;
        return TryFindIPv4(frame, out ip) && TryFindTcpIn(ip, out tcp);
    }

    /// <summary>Finds a TCP segment in an IPv4 packet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryFindTcpIn(ReadOnlySpan<byte> ip, out ReadOnlySpan<byte> tcp)
    {
        tcp = default;
        bool isFirstFragment = (BinaryPrimitives.ReadUInt16BigEndian(ip[6..]) & 0x1FFF) == 0;
        if (!isFirstFragment || ip[9] != 6)
            return false;
        tcp = ip[IPv4HeaderLength(ip)..];
        if (tcp.Length < LeastTcpHeader)
            return false;
        int header = TcpHeaderLength(tcp);
        return header >= LeastTcpHeader && header <= tcp.Length;
    }

    /// <summary>The same, not inlined: for code of which it is the rare case.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryFindTcpRarely(ReadOnlySpan<byte> frame, out ReadOnlySpan<byte> ip, out ReadOnlySpan<byte> tcp) =>
        TryFindTcp(frame, out ip, out tcp);

    public static int IPv4HeaderLength(ReadOnlySpan<byte> ip) => (ip[0] & 0xF) * 4;

    public static int TcpHeaderLength(ReadOnlySpan<byte> tcp) => (tcp[12] >> 4) * 4;

    public static uint Flow(ReadOnlySpan<byte> ip, ReadOnlySpan<byte> tcp) => Fields.Flow(
        BinaryPrimitives.ReadUInt32BigEndian(ip[12..]),
        BinaryPrimitives.ReadUInt32BigEndian(ip[16..]),
        BinaryPrimitives.ReadUInt16BigEndian(tcp),
        BinaryPrimitives.ReadUInt16BigEndian(tcp[2..]),
        BinaryPrimitives.ReadUInt16BigEndian(tcp[12..]) & 0x1FF);

    public static uint Connection(ReadOnlySpan<byte> tcp) => Fields.Connection(
        BinaryPrimitives.ReadUInt32BigEndian(tcp[4..]),
        BinaryPrimitives.ReadUInt32BigEndian(tcp[8..]),
        BinaryPrimitives.ReadUInt16BigEndian(tcp[14..]),
        tcp.Length - TcpHeaderLength(tcp));

    public static uint Others(ReadOnlySpan<byte> frame, ReadOnlySpan<byte> ip, ReadOnlySpan<byte> tcp)
    {
        ushort flagsAndOffset = BinaryPrimitives.ReadUInt16BigEndian(ip[6..]);
        return Fields.Ethernet(
                (ulong)BinaryPrimitives.ReadUInt16BigEndian(frame) << 32 | BinaryPrimitives.ReadUInt32BigEndian(frame[2..]),
                (ulong)BinaryPrimitives.ReadUInt16BigEndian(frame[6..]) << 32 | BinaryPrimitives.ReadUInt32BigEndian(frame[8..]),
                BinaryPrimitives.ReadUInt16BigEndian(frame[12..]))
            + Fields.IPv4(
                ip[0] & 0xF,
                ip[1] >> 2,
                ip[1] & 3,
                BinaryPrimitives.ReadUInt16BigEndian(ip[2..]),
                BinaryPrimitives.ReadUInt16BigEndian(ip[4..]),
                (flagsAndOffset & 0x4000) != 0,
                (flagsAndOffset & 0x2000) != 0,
                flagsAndOffset & 0x1FFF,
                ip[8],
                ip[9],
                BinaryPrimitives.ReadUInt16BigEndian(ip[10..]),
                IPv4HeaderLength(ip) - LeastIPv4Header)
            + Fields.Tcp(
                tcp[12] >> 4,
                BinaryPrimitives.ReadUInt16BigEndian(tcp[16..]),
                BinaryPrimitives.ReadUInt16BigEndian(tcp[18..]),
                TcpHeaderLength(tcp) - LeastTcpHeader);
    }
}
