using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Codecs.Benchmarks.Workloads.Checksums;

namespace Codecs.Benchmarks.Workloads.Building;

/// <summary>
/// The fastest way known to write a TCP segment: the headers are made as rows of 32 bits in registers, the checksums are sums of
/// those rows (2^32 is 1 in one's complement of 16 bits), each row is stored once, and the payload is summed while it is copied.
/// </summary>
/// <remarks>For machines that are little-endian.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct FusedWriter
{
    private const int Size = 54;
    private const int IPv4AndTcpHeaders = 40;
    private const int TcpHeader = 20;
    private const uint Tcp = 6;

    // The destination, and the first two bytes of the source
    private ulong _macs;
    private uint _sourceMacEnd;
    private ushort _etherType;
    private uint _ipLengths;
    private uint _ipFragment;
    private uint _ipProtocol;
    private uint _ipSource;
    private uint _ipDestination;
    private uint _tcpPorts;
    private uint _tcpSequence;
    private uint _tcpAcknowledgment;
    private uint _tcpWindow;
    private uint _tcpChecksum;

    /// <summary>Writes Ethernet, IPv4 and TCP.</summary>
    /// <returns>The bytes written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(Span<byte> destination, in Segment segment, ReadOnlySpan<byte> payload)
    {
        int length = Size + payload.Length;
        destination = destination[..length];
        ref var headers = ref MemoryMarshal.AsRef<FusedWriter>(destination);

        headers._macs = Big(segment.DestinationMac << 16 | segment.SourceMac >> 32);
        headers._sourceMacEnd = Big((uint)segment.SourceMac);
        headers._etherType = 0x0008;

        ulong addresses = (ulong)segment.Source + segment.Destination;
        uint lengths = 0x4500_0000 | (uint)(IPv4AndTcpHeaders + payload.Length);
        uint fragment = (uint)segment.Identification << 16 | 0x4000;
        uint protocol = (uint)segment.TimeToLive << 24 | Tcp << 16;
        headers._ipLengths = Big(lengths);
        headers._ipFragment = Big(fragment);
        headers._ipProtocol = Big(protocol | (ushort)~BestChecksum.Fold(addresses + lengths + fragment + protocol));
        headers._ipSource = Big(segment.Source);
        headers._ipDestination = Big(segment.Destination);

        uint ports = (uint)segment.SourcePort << 16 | segment.DestinationPort;
        uint window = 0x5000_0000 | (uint)segment.Flags << 16 | segment.Window;
        ulong sum = addresses + Tcp + TcpHeader + (uint)payload.Length + ports + segment.SequenceNumber + segment.AcknowledgmentNumber + window;
        if (!payload.IsEmpty)
            sum += BestChecksum.SumAndCopy(payload, destination[Size..]);
        headers._tcpPorts = Big(ports);
        headers._tcpSequence = Big(segment.SequenceNumber);
        headers._tcpAcknowledgment = Big(segment.AcknowledgmentNumber);
        headers._tcpWindow = Big(window);
        headers._tcpChecksum = Big((uint)(ushort)~BestChecksum.Fold(sum) << 16);
        return length;
    }

    private static uint Big(uint value) => BinaryPrimitives.ReverseEndianness(value);

    private static ulong Big(ulong value) => BinaryPrimitives.ReverseEndianness(value);
}
