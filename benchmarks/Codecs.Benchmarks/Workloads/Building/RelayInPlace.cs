using System.Buffers.Binary;
using BenchmarkDotNet.Attributes;
using Codecs.Benchmarks.Workloads.Parsing;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Workloads.Building;

/// <summary>W6: IPv4 packets get one less time to live where they are, as in a router that does not copy them.</summary>
public class RelayInPlace : InPlace
{
    /// <inheritdoc/>
    public override string Name => "W6 relay in place";

    [Benchmark(Description = Plain, Baseline = true, OperationsPerInvoke = Packets)]
    public ulong Spans()
    {
        ulong count = 0;
        for (int i = 0; i < Packets; i++)
        {
            var frame = Frame(i);
            if (!PlainParser.TryFindIPv4(frame, out var ip))
                continue;
            var header = frame.Slice(EthernetHeader, PlainParser.IPv4HeaderLength(ip));
            header[8]--;
            BinaryPrimitives.WriteUInt16BigEndian(header[10..], 0);
            BinaryPrimitives.WriteUInt16BigEndian(header[10..], InternetChecksum.Compute(header));
            count++;
        }
        return count;
    }

    [Benchmark(Description = Best, OperationsPerInvoke = Packets)]
    public ulong Fused()
    {
        ulong count = 0;
        for (int i = 0; i < Packets; i++)
        {
            if (FusedRelay.TryHop(Frame(i)))
                count++;
        }
        return count;
    }

    [Benchmark(Description = "generated: editor", OperationsPerInvoke = Packets)]
    public ulong Editors()
    {
        ulong count = 0;
        for (int i = 0; i < Packets; i++)
        {
            if (!Ethernet.TryEdit(Frame(i), out var ethernet) || ethernet.TypeOrLength != (ushort)EtherType.IPv4 || !IPv4.TryEdit(ethernet.Payload, out var ip))
                continue;
            ip.TimeToLive--;
            count++;
        }
        return count;
    }
}
