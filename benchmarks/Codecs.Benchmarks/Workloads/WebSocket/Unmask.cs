using System.Buffers.Binary;
using BenchmarkDotNet.Attributes;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Workloads.WebSocket;

/// <summary>W4: the payload of a frame is unmasked where it is: a small message, a page, a large message.</summary>
public class Unmask : Workload
{
    // Odd, so that it shows in the output.
    private const int Operations = 63;

    private byte[] _payload = [];
    private byte[] _key = [];

    /// <inheritdoc/>
    public override string Name => $"W4 unmask {Length} B";

    /// <summary>Bytes of payload.</summary>
    [Params(125, 4096, 1 << 20)]
    public int Length { get; set; }

    /// <inheritdoc/>
    public override Span<byte> Output => _payload;

    /// <inheritdoc/>
    public override void SetUp()
    {
        var random = new Random(6455);
        _key = new byte[4];
        random.NextBytes(_key);
        _payload = new byte[Length];
    }

    [Benchmark(Description = Plain, Baseline = true, OperationsPerInvoke = Operations)]
    public ulong EightBytesAtATime()
    {
        for (int i = 0; i < Operations; i++)
            PlainMask.Apply(_payload, _key);
        return _payload[^1];
    }

    [Benchmark(Description = Best, OperationsPerInvoke = Operations)]
    public ulong Vectors()
    {
        for (int i = 0; i < Operations; i++)
            BestMask.Apply(_payload, BinaryPrimitives.ReadUInt32LittleEndian(_key));
        return _payload[^1];
    }

    [Benchmark(Description = "WebSocketMask", OperationsPerInvoke = Operations)]
    public ulong Library()
    {
        for (int i = 0; i < Operations; i++)
        {
            var mask = new WebSocketMask(BinaryPrimitives.ReadUInt32BigEndian(_key));
            mask.Apply(_payload);
        }
        return _payload[^1];
    }
}
