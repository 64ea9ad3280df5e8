using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using BenchmarkDotNet.Attributes;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Workloads.Parsing;

/// <summary>W1: five fields of TCP segments that are in no cache: what takes the time is waiting for the memory.</summary>
public class ParseColdFlow : Workload
{
    private const int Packets = 400_000;
    private const int FewPackets = 4000;

    // As far as a processor can look ahead, without what it fetched falling out of the cache again.
    private const int Ahead = 24;

    private ColdData _data = ColdData.Of([]);

    /// <inheritdoc/>
    public override string Name => "W1 parse 5 fields, cold";

    /// <inheritdoc/>
    public override void SetUp() => _data = ColdData.TcpFrames(Packets);

    /// <inheritdoc/>
    public override void SetUpFew() => _data = ColdData.TcpFrames(FewPackets);

    /// <inheritdoc/>
    public override bool SetUpDamaged()
    {
        _data = ColdData.Of(PacketData.DamagedTcpPackets(FewPackets, hasOptions: true));
        return true;
    }

    [Benchmark(Description = Plain, Baseline = true, OperationsPerInvoke = Packets)]
    public ulong Spans()
    {
        ulong sum = 0;
        foreach (var place in _data.Places)
        {
            if (PlainParser.TryFindTcp(_data.Memory.AsSpan(place), out var ip, out var tcp))
                sum += PlainParser.Flow(ip, tcp);
        }
        return sum;
    }

    [Benchmark(Description = Best, OperationsPerInvoke = Packets)]
    public ulong Prefetched()
    {
        ReadOnlySpan<byte> memory = _data.Memory;
        ReadOnlySpan<Range> places = _data.Places;
        ulong sum = 0;
        for (int i = 0; i < places.Length; i++)
        {
            if (i + Ahead < places.Length)
                Prefetch(memory, places[i + Ahead].Start.Value);
            var frame = memory[places[i]];
            if (FusedTcp.IsIn(frame))
                sum += MemoryMarshal.AsRef<FusedTcp>(frame).Flow;
            else if (PlainParser.TryFindTcpRarely(frame, out var ip, out var tcp))
                sum += PlainParser.Flow(ip, tcp);
        }
        return sum;
    }

    [Benchmark(Description = "generated: TryGet", OperationsPerInvoke = Packets)]
    public ulong OneByOne()
    {
        ulong sum = 0;
        foreach (var place in _data.Places)
        {
            if (Ethernet.TryParse(_data.Memory.AsSpan(place), out var ethernet) && ethernet.TryGet(out IPv4 ip) && ip.TryGet(out Tcp tcp))
                sum += GeneratedTcp.Flow(in ip, in tcp);
        }
        return sum;
    }

    [Benchmark(Description = "generated: MessageBatch, TryGet", OperationsPerInvoke = Packets)]
    public ulong Batch()
    {
        ulong sum = 0;
        foreach (var frame in new MessageBatch(_data.Memory, _data.Places))
        {
            if (Ethernet.TryParse(frame, out var ethernet) && ethernet.TryGet(out IPv4 ip) && ip.TryGet(out Tcp tcp))
                sum += GeneratedTcp.Flow(in ip, in tcp);
        }
        return sum;
    }

    [Benchmark(Description = "generated: MessageBatch, Packet", OperationsPerInvoke = Packets)]
    public ulong PacketBatch()
    {
        ulong sum = 0;
        foreach (var frame in new MessageBatch(_data.Memory, _data.Places))
        {
            if (Packet.TryParse(frame, out var packet) && packet.TryGet(out IPv4 ip) && packet.TryGet(out Tcp tcp))
                sum += GeneratedTcp.Flow(in ip, in tcp);
        }
        return sum;
    }

    // The headers may lie in two lines of the cache.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Prefetch(ReadOnlySpan<byte> memory, int start)
    {
        if (!Sse.IsSupported || (uint)start + 63 >= (uint)memory.Length)
            return;
        ref byte first = ref Unsafe.Add(ref MemoryMarshal.GetReference(memory), start);
        Sse.Prefetch0(Unsafe.AsPointer(ref first));
        Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref first, 63)));
    }
}
