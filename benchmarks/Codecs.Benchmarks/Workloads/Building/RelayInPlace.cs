using System.Buffers.Binary;
using BenchmarkDotNet.Attributes;
using Codecs.Benchmarks.Workloads.Parsing;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Workloads.Building;

/// <summary>W6: IPv4 packets get one less time to live where they are, as in a router that does not copy them.</summary>
public class RelayInPlace : Workload
{
    private const int Packets = 2000;
    private const int Stride = 80;
    private const int EthernetHeader = 14;

    private readonly byte[] _output = new byte[Packets * Stride], _restored = new byte[Packets * Stride];
    private byte[][] _frames = [];

    /// <inheritdoc/>
    public override string Name => "W6 relay in place";

    /// <inheritdoc/>
    public override Span<byte> Output => _output;

    /// <inheritdoc/>
    public override void SetUp()
    {
        _frames = PacketData.TcpPackets(Packets, hasOptions: true);
        for (int i = 0; i < _frames.Length; i++)
            _frames[i].CopyTo(_restored.AsSpan(i * Stride));
    }

    /// <summary>The packets as they were.</summary>
    [IterationSetup(Targets = [nameof(Spans), nameof(Fused), nameof(Editor)])]
    public void Restore() => _restored.CopyTo(_output.AsSpan());

    [Benchmark(Description = Plain, Baseline = true, OperationsPerInvoke = Packets)]
    public ulong Spans()
    {
        ulong count = 0;
        for (int i = 0; i < _frames.Length; i++)
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
        for (int i = 0; i < _frames.Length; i++)
        {
            if (FusedRelay.TryHop(Frame(i)))
                count++;
        }
        return count;
    }

    [Benchmark(Description = "generated: editor", OperationsPerInvoke = Packets)]
    public ulong Editor()
    {
        ulong count = 0;
        for (int i = 0; i < _frames.Length; i++)
        {
            if (!Ethernet.TryEdit(Frame(i), out var ethernet) || ethernet.TypeOrLength != (ushort)EtherType.IPv4 || !IPv4.TryEdit(ethernet.Payload, out var ip))
                continue;
            ip.TimeToLive--;
            count++;
        }
        return count;
    }

    private Span<byte> Frame(int i) => _output.AsSpan(i * Stride, _frames[i].Length);
}
