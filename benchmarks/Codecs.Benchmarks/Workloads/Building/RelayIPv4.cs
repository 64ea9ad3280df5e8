using System.Buffers.Binary;
using BenchmarkDotNet.Attributes;
using Codecs.Benchmarks.Workloads.Parsing;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Workloads.Building;

/// <summary>W6: taking IPv4 packets out of frames and writing them with one less time to live, as a router does.</summary>
public class RelayIPv4 : Workload
{
    // So few that what is read and what is written fit into a second-level cache together.
    private const int Packets = 2000;
    private const int LongestPacket = 60;

    private byte[][] _frames = [];
    private byte[] _output = [];

    /// <inheritdoc/>
    public override string Name => "W6 relay";

    /// <inheritdoc/>
    public override Span<byte> Output => _output;

    /// <inheritdoc/>
    public override void SetUp()
    {
        _frames = PacketData.TcpPackets(Packets, hasOptions: true);
        _output = new byte[Packets * LongestPacket];
    }

    [Benchmark(Description = Plain, Baseline = true, OperationsPerInvoke = Packets)]
    public ulong Spans()
    {
        var rest = _output.AsSpan();
        foreach (var frame in _frames)
        {
            if (!PlainParser.TryFindIPv4(frame, out var ip))
                continue;
            ip.CopyTo(rest);
            var header = rest[..PlainParser.IPv4HeaderLength(ip)];
            header[8]--;
            BinaryPrimitives.WriteUInt16BigEndian(header[10..], 0);
            BinaryPrimitives.WriteUInt16BigEndian(header[10..], InternetChecksum.Compute(header));
            rest = rest[ip.Length..];
        }
        return (ulong)rest.Length;
    }

    [Benchmark(Description = Best, OperationsPerInvoke = Packets)]
    public ulong Fused()
    {
        var rest = _output.AsSpan();
        foreach (var frame in _frames)
            rest = rest[FusedRelay.Write(rest, frame)..];
        return (ulong)rest.Length;
    }

    [Benchmark(Description = "generated: with", OperationsPerInvoke = Packets)]
    public ulong With()
    {
        var rest = _output.AsSpan();
        foreach (var frame in _frames)
        {
            if (!Ethernet.TryParse(frame, out var ethernet) || !ethernet.TryGet(out IPv4 ip))
                continue;
            var hop = ip with { TimeToLive = (byte)(ip.TimeToLive - 1) };
            hop.TryWrite(rest, out int written);
            rest = rest[written..];
        }
        return (ulong)rest.Length;
    }

    [Benchmark(Description = "generated: copy and edit", OperationsPerInvoke = Packets)]
    public ulong CopyAndEdit()
    {
        var rest = _output.AsSpan();
        foreach (var frame in _frames)
        {
            if (!Ethernet.TryParse(frame, out var ethernet) || !ethernet.TryGet(out IPv4 ip))
                continue;
            int length = ip.TotalLength;
            ethernet.Payload[..length].CopyTo(rest);
            if (IPv4.TryEdit(rest, out var copy))
                copy.TimeToLive--;
            rest = rest[length..];
        }
        return (ulong)rest.Length;
    }
}
