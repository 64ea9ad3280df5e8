using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Codecs.Benchmarks.Workloads.Parsing;

/// <summary>How one reads frames of several kinds by hand: a tag or none, IPv4 or IPv6, TCP or UDP, every length checked.</summary>
internal static class PlainStack
{
    private const ushort Vlan = 0x8100;
    private const ushort IPv4 = 0x0800;
    private const ushort IPv6 = 0x86DD;
    private const int Tcp = 6;
    private const int Udp = 17;

    /// <summary>Addresses (of IPv6 the last 32 bits), ports, flags or the length, and the identifier of the VLAN; 0 if this is no such frame, or if a length is wrong.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Flow(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 14)
            return 0;
        uint vlan = 0;
        ushort type = BinaryPrimitives.ReadUInt16BigEndian(frame[12..]);
        var packet = frame[14..];
        if (type == Vlan)
        {
            if (packet.Length < 4)
                return 0;
            vlan = BinaryPrimitives.ReadUInt16BigEndian(packet) & 0xFFFu;
            type = BinaryPrimitives.ReadUInt16BigEndian(packet[2..]);
            packet = packet[4..];
        }
        return type switch
        {
            IPv4 => OverIPv4(packet, vlan),
            IPv6 => OverIPv6(packet, vlan),
            _ => 0,
        };
    }

    /// <summary>The same, not inlined: for code of which it is the rare case.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static uint FlowRarely(ReadOnlySpan<byte> frame) => Flow(frame);

    private static uint OverIPv4(ReadOnlySpan<byte> packet, uint vlan)
    {
        if (packet.Length < 20 || packet[0] >> 4 != 4)
            return 0;
        int header = (packet[0] & 0xF) * 4, total = BinaryPrimitives.ReadUInt16BigEndian(packet[2..]);
        if (header < 20 || total < header || total > packet.Length || (BinaryPrimitives.ReadUInt16BigEndian(packet[6..]) & 0x1FFF) != 0)
            return 0;
        return Transport(packet[9], packet[header..total], BinaryPrimitives.ReadUInt32BigEndian(packet[12..]), BinaryPrimitives.ReadUInt32BigEndian(packet[16..]), vlan);
    }

    private static uint OverIPv6(ReadOnlySpan<byte> packet, uint vlan)
    {
        if (packet.Length < 40 || packet[0] >> 4 != 6)
            return 0;
        int length = BinaryPrimitives.ReadUInt16BigEndian(packet[4..]);
        if (length > packet.Length - 40)
            return 0;
        return Transport(packet[6], packet.Slice(40, length), BinaryPrimitives.ReadUInt32BigEndian(packet[20..]), BinaryPrimitives.ReadUInt32BigEndian(packet[36..]), vlan);
    }

    private static uint Transport(int protocol, ReadOnlySpan<byte> segment, uint source, uint destination, uint vlan)
    {
        int last;
        switch (protocol)
        {
            case Tcp when segment.Length >= 20:
                int header = (segment[12] >> 4) * 4;
                if (header < 20 || header > segment.Length)
                    return 0;
                last = BinaryPrimitives.ReadUInt16BigEndian(segment[12..]) & 0x1FF;
                break;
            case Udp when segment.Length >= 8:
                last = BinaryPrimitives.ReadUInt16BigEndian(segment[4..]);
                if (last < 8 || last > segment.Length)
                    return 0;
                break;
            default:
                return 0;
        }
        return Fields.Flow(source, destination, BinaryPrimitives.ReadUInt16BigEndian(segment), BinaryPrimitives.ReadUInt16BigEndian(segment[2..]), last) + vlan;
    }
}
