using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Workloads.Parsing;

/// <summary>All fields of all three layers.</summary>
public class ParseEverything : ParseTcp
{
    /// <inheritdoc/>
    public override string Name => "W1 parse all fields";

    [Benchmark(Description = Plain, Baseline = true, OperationsPerInvoke = Packets)]
    public ulong Spans()
    {
        ulong sum = 0;
        foreach (var frame in Frames)
        {
            if (PlainParser.TryFindTcp(frame, out var ip, out var tcp))
                sum += PlainParser.Flow(ip, tcp) + PlainParser.Connection(tcp) + PlainParser.Others(frame, ip, tcp);
        }
        return sum;
    }

    [Benchmark(Description = Best, OperationsPerInvoke = Packets)]
    public ulong Fused()
    {
        ulong sum = 0;
        foreach (var frame in Frames)
        {
            if (FusedTcp.IsIn(frame))
            {
                ref readonly var headers = ref MemoryMarshal.AsRef<FusedTcp>(frame);
                sum += headers.Flow + headers.Connection + headers.Others;
            }
            else if (PlainParser.TryFindTcpRarely(frame, out var ip, out var tcp))
            {
                sum += PlainParser.Flow(ip, tcp) + PlainParser.Connection(tcp) + PlainParser.Others(frame, ip, tcp);
            }
        }
        return sum;
    }

    [Benchmark(Description = "generated: TryGet", OperationsPerInvoke = Packets)]
    public ulong TryGet()
    {
        ulong sum = 0;
        foreach (var frame in Frames)
        {
            if (Ethernet.TryParse(frame, out var ethernet) && ethernet.TryGet(out IPv4 ip) && ip.TryGet(out Tcp tcp))
                sum += GeneratedTcp.Flow(in ip, in tcp) + GeneratedTcp.Connection(in tcp) + GeneratedTcp.Others(in ethernet, in ip, in tcp);
        }
        return sum;
    }

    [Benchmark(Description = "generated: Packet, TryGet", OperationsPerInvoke = Packets)]
    public ulong PacketTryGet()
    {
        ulong sum = 0;
        foreach (var frame in Frames)
        {
            if (Packet.TryParse(frame, out var packet) && packet.TryGet(out Ethernet ethernet) && packet.TryGet(out IPv4 ip) && packet.TryGet(out Tcp tcp))
                sum += GeneratedTcp.Flow(in ip, in tcp) + GeneratedTcp.Connection(in tcp) + GeneratedTcp.Others(in ethernet, in ip, in tcp);
        }
        return sum;
    }
}
