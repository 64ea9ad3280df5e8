using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using BinarySerialization;
using Codecs.Benchmarks.Workloads.Parsing;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Workloads.Peers;

/// <summary>W1 with another library that reads declarations. It is given so few frames since it takes so long.</summary>
public class ParseWithPeers : Workload
{
    private const int Packets = 100;

    private readonly BinarySerializer _serializer = new() { Endianness = Endianness.Big };
    private byte[][] _frames = [];

    /// <inheritdoc/>
    public override string Name => "W1 parse 5 fields, peers";

    /// <inheritdoc/>
    public override void SetUp() => _frames = PacketData.TcpPackets(Packets, hasOptions: true);

    [Benchmark(Description = Plain, Baseline = true, OperationsPerInvoke = Packets)]
    public ulong Spans()
    {
        ulong sum = 0;
        foreach (var frame in _frames)
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
        foreach (var frame in _frames)
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
        foreach (var frame in _frames)
        {
            if (Ethernet.TryParse(frame, out var ethernet) && ethernet.TryGet(out IPv4 ip) && ip.TryGet(out Tcp tcp))
                sum += GeneratedTcp.Flow(in ip, in tcp);
        }
        return sum;
    }

    // It checks no length: a frame that lies is read as if it did not.
    [Benchmark(Description = "BinarySerializer", OperationsPerInvoke = Packets)]
    public ulong Serializer()
    {
        ulong sum = 0;
        foreach (var bytes in _frames)
        {
            var frame = _serializer.Deserialize<SerializedFrame>(bytes);
            if (frame.EtherType == 0x0800 && frame.IPv4.VersionAndLength == 0x45 && frame.IPv4.Protocol == 6)
                sum += Fields.Flow(frame.IPv4.Source, frame.IPv4.Destination, frame.Tcp.SourcePort, frame.Tcp.DestinationPort, frame.Tcp.DataOffsetAndFlags & 0x1FF);
        }
        return sum;
    }
}
