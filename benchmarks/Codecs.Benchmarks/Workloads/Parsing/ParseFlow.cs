using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Workloads.Parsing;

/// <summary>Five fields: addresses, ports and flags.</summary>
public class ParseFlow : ParseTcp
{
    /// <inheritdoc/>
    public override string Name => $"W1 parse 5 fields{(TcpOptions ? "" : ", no TCP options")}";

    /// <summary>Have most segments TCP options?</summary>
    [Params(true, false)]
    public bool TcpOptions { get; set; } = true;

    /// <inheritdoc/>
    protected override bool HaveTcpOptions => TcpOptions;

    [Benchmark(Description = Plain, Baseline = true, OperationsPerInvoke = Packets)]
    public ulong Spans()
    {
        ulong sum = 0;
        foreach (var frame in Frames)
        {
            if (PlainParser.TryFindTcp(frame, out var ip, out var tcp))
                sum += PlainParser.Flow(ip, tcp);
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
                sum += MemoryMarshal.AsRef<FusedTcp>(frame).Flow;
            else if (PlainParser.TryFindTcpRarely(frame, out var ip, out var tcp))
                sum += PlainParser.Flow(ip, tcp);
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
                sum += GeneratedTcp.Flow(in ip, in tcp);
        }
        return sum;
    }

    [Benchmark(Description = "generated: Packet, TryGet", OperationsPerInvoke = Packets)]
    public ulong PacketTryGet()
    {
        ulong sum = 0;
        foreach (var frame in Frames)
        {
            if (Packet.TryParse(frame, out var packet) && packet.TryGet(out IPv4 ip) && packet.TryGet(out Tcp tcp))
                sum += GeneratedTcp.Flow(in ip, in tcp);
        }
        return sum;
    }

    [Benchmark(Description = "generated: Packet, properties", OperationsPerInvoke = Packets)]
    public ulong PacketProperties()
    {
        const Packet.Layers Needed = Packet.Layers.IPv4 | Packet.Layers.Tcp;
        ulong sum = 0;
        foreach (var frame in Frames)
        {
            if (Packet.TryParse(frame, out var packet) && (packet.Present & Needed) == Needed)
            {
                sum += Fields.Flow(
                    packet.IPv4.Source.Value,
                    packet.IPv4.Destination.Value,
                    packet.Tcp.SourcePort,
                    packet.Tcp.DestinationPort,
                    (int)packet.Tcp.Flags);
            }
        }
        return sum;
    }
}
