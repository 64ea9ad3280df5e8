using BenchmarkDotNet.Attributes;

namespace Codecs.Benchmarks.Workloads.Lines;

/// <summary>W7: what it costs to bring a line through a pipe in which nobody looks at it. It is part of all that is read from a pipe, and no part of reading.</summary>
public class FillPipe : Workload
{
    private const int Lines = 1_000_000;

    private readonly LinePipe _pipe = new();
    private byte[] _bytes = [];

    /// <inheritdoc/>
    public override string Name => "W7 pipe alone";

    /// <inheritdoc/>
    public override void SetUp() => _bytes = LineData.Commands(Lines);

    [Benchmark(Description = Plain, Baseline = true, OperationsPerInvoke = Lines)]
    public ulong Fill()
    {
        ulong length = 0;
        int at = 0;
        while (_pipe.TryWrite(_bytes, ref at))
        {
            var buffer = _pipe.Reader.ReadAsync().GetAwaiter().GetResult().Buffer;
            length += (ulong)buffer.Length;
            _pipe.Reader.AdvanceTo(buffer.End);
        }
        return length;
    }

    [Benchmark(Description = Best, OperationsPerInvoke = Lines)]
    public ulong Spans()
    {
        ulong length = 0;
        for (int at = 0; at < _bytes.Length; at += LinePipe.Chunk)
        {
            _pipe.Fill(_bytes.AsSpan(at, Math.Min(LinePipe.Chunk, _bytes.Length - at)));
            var buffer = _pipe.Reader.ReadAsync().GetAwaiter().GetResult().Buffer;
            length += (ulong)buffer.Length;
            _pipe.Reader.AdvanceTo(buffer.End);
        }
        return length;
    }
}
