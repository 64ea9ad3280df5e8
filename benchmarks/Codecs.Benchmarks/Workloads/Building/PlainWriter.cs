using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Codecs.Benchmarks.Workloads.Building;

/// <summary>How one writes a TCP segment by hand: field after field, then the checksums of what was written.</summary>
internal static class PlainWriter
{
    private const int EthernetHeader = 14;
    private const int IPv4Header = 20;
    private const int TcpHeader = 20;
    private const byte Tcp = 6;

    /// <summary>Writes Ethernet, IPv4 and TCP.</summary>
    /// <returns>The bytes written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(Span<byte> destination, in Segment segment, ReadOnlySpan<byte> payload)
    {
        int length = EthernetHeader + IPv4Header + TcpHeader + payload.Length;
        destination = destination[..length];
        WriteMac(destination, segment.DestinationMac);
        WriteMac(destination[6..], segment.SourceMac);
        BinaryPrimitives.WriteUInt16BigEndian(destination[12..], 0x0800);

        var ip = destination.Slice(EthernetHeader, IPv4Header);
        ip[0] = 0x45;
        ip[1] = 0;
        BinaryPrimitives.WriteUInt16BigEndian(ip[2..], (ushort)(length - EthernetHeader));
        BinaryPrimitives.WriteUInt16BigEndian(ip[4..], segment.Identification);
        BinaryPrimitives.WriteUInt16BigEndian(ip[6..], 0x4000);
        ip[8] = segment.TimeToLive;
        ip[9] = Tcp;
        BinaryPrimitives.WriteUInt16BigEndian(ip[10..], 0);
        BinaryPrimitives.WriteUInt32BigEndian(ip[12..], segment.Source);
        BinaryPrimitives.WriteUInt32BigEndian(ip[16..], segment.Destination);
        BinaryPrimitives.WriteUInt16BigEndian(ip[10..], InternetChecksum.Compute(ip));

        var tcp = destination[(EthernetHeader + IPv4Header)..];
        BinaryPrimitives.WriteUInt16BigEndian(tcp, segment.SourcePort);
        BinaryPrimitives.WriteUInt16BigEndian(tcp[2..], segment.DestinationPort);
        BinaryPrimitives.WriteUInt32BigEndian(tcp[4..], segment.SequenceNumber);
        BinaryPrimitives.WriteUInt32BigEndian(tcp[8..], segment.AcknowledgmentNumber);
        tcp[12] = TcpHeader / 4 << 4;
        tcp[13] = segment.Flags;
        BinaryPrimitives.WriteUInt16BigEndian(tcp[14..], segment.Window);
        BinaryPrimitives.WriteUInt32BigEndian(tcp[16..], 0);
        payload.CopyTo(tcp[TcpHeader..]);

        ulong pseudoHeader = InternetChecksum.SumOf(segment.Source) + InternetChecksum.SumOf(segment.Destination) + Tcp + (uint)tcp.Length;
        var checksum = new InternetChecksum(pseudoHeader);
        checksum.Append(tcp);
        BinaryPrimitives.WriteUInt16BigEndian(tcp[16..], checksum.Value);
        return length;
    }

    private static void WriteMac(Span<byte> destination, ulong address)
    {
        BinaryPrimitives.WriteUInt16BigEndian(destination, (ushort)(address >> 32));
        BinaryPrimitives.WriteUInt32BigEndian(destination[2..], (uint)address);
    }
}
