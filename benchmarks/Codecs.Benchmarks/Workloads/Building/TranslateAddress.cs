using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using Codecs.Benchmarks.Code;
using Codecs.Benchmarks.Workloads.Parsing;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Workloads.Building;

/// <summary>W6: address translation, in place: the source's address and port are set; both checksums follow (RFC 1624), since nobody sums a packet for that.</summary>
public class TranslateAddress : InPlace
{
    private const uint Address = 0xC0000201;
    private const ushort Port = 40_000;

    /// <inheritdoc/>
    public override string Name => "W6 translate addresses";

    [Benchmark(Description = Plain, Baseline = true, OperationsPerInvoke = Packets)]
    public ulong Spans()
    {
        ulong count = 0;
        for (int i = 0; i < Packets; i++)
        {
            if (!PlainParser.TryFindTcp(Frame(i), out var found, out var segment))
                continue;
            var ip = Frame(i).Slice(EthernetHeader, found.Length);
            var tcp = ip[^segment.Length..];
            ushort high = BinaryPrimitives.ReadUInt16BigEndian(ip[12..]), low = BinaryPrimitives.ReadUInt16BigEndian(ip[14..]), port = BinaryPrimitives.ReadUInt16BigEndian(tcp);
            BinaryPrimitives.WriteUInt32BigEndian(ip[12..], Address);
            BinaryPrimitives.WriteUInt16BigEndian(tcp, Port);
            Follow(ip[10..], high, (ushort)(Address >> 16));
            Follow(ip[10..], low, (ushort)(Address & 0xFFFF));
            Follow(tcp[16..], high, (ushort)(Address >> 16));
            Follow(tcp[16..], low, (ushort)(Address & 0xFFFF));
            Follow(tcp[16..], port, Port);
            count++;
        }
        return count;
    }

    // Differences of whole words in the order of the wire: 2^16 is 1 in one's complement, in either order.
    [Benchmark(Description = Best, OperationsPerInvoke = Packets)]
    public ulong Fused()
    {
        uint address = BinaryPrimitives.ReverseEndianness(Address);
        ushort port = BinaryPrimitives.ReverseEndianness(Port);
        ulong count = 0;
        for (int i = 0; i < Packets; i++)
        {
            var frame = Frame(i);
            if (!FusedTcp.IsIn(frame))
            {
                count += TranslateRarely(frame) ? 1u : 0;
                continue;
            }
            ref byte start = ref MemoryMarshal.GetReference(frame);
            ref uint source = ref Unsafe.As<byte, uint>(ref Unsafe.Add(ref start, 26));
            ref ushort sourcePort = ref Unsafe.As<byte, ushort>(ref Unsafe.Add(ref start, 34));
            ref ushort ipSum = ref Unsafe.As<byte, ushort>(ref Unsafe.Add(ref start, 24)), tcpSum = ref Unsafe.As<byte, ushort>(ref Unsafe.Add(ref start, 50));
            ulong change = (ulong)address + ~source;
            ipSum = Fold((ushort)~ipSum + change);
            tcpSum = Fold((ushort)~tcpSum + change + port + (ushort)~sourcePort);
            source = address;
            sourcePort = port;
            count++;
        }
        return count;
    }

    [Benchmark(Description = "generated: editors", OperationsPerInvoke = Packets)]
    public ulong Editors()
    {
        ulong count = 0;
        for (int i = 0; i < Packets; i++)
        {
            if (HotWriting.Translate(Frame(i)[EthernetHeader..], new IPv4Address(Address), Port))
                count++;
        }
        return count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TranslateRarely(Span<byte> frame) => HotWriting.Translate(frame[EthernetHeader..], new IPv4Address(Address), Port);

    // RFC 1624 equation 3.
    private static void Follow(Span<byte> checksum, ushort before, ushort after)
    {
        uint sum = (ushort)~BinaryPrimitives.ReadUInt16BigEndian(checksum) + (uint)(ushort)~before + after;
        sum = (sum & 0xFFFF) + (sum >> 16);
        sum = (sum & 0xFFFF) + (sum >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(checksum, (ushort)~sum);
    }

    private static ushort Fold(ulong sum)
    {
        sum = (sum & 0xFFFF_FFFF) + (sum >> 32);
        sum = (sum & 0xFFFF) + (sum >> 16);
        sum = (sum & 0xFFFF) + (sum >> 16);
        sum = (sum & 0xFFFF) + (sum >> 16);
        return (ushort)~sum;
    }
}
