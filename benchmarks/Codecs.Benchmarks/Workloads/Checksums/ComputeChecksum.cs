using BenchmarkDotNet.Attributes;

namespace Codecs.Benchmarks.Workloads.Checksums;

/// <summary>W3: the Internet checksum over what is in the cache: headers, packets of common sizes, the largest packet.</summary>
public class ComputeChecksum : Workload
{
    private const int Operations = 256;
    private const int Buffers = 8;

    private byte[] _bytes = [];
    private int _stride;

    /// <inheritdoc/>
    public override string Name => $"W3 checksum {Length} B";

    /// <summary>Bytes to sum.</summary>
    [Params(20, 64, 576, 1500, 65535)]
    public int Length { get; set; }

    /// <inheritdoc/>
    public override void SetUp()
    {
        _stride = (Length + 2047) / 2048 * 2048;
        _bytes = new byte[Buffers * _stride];
        new Random(1071).NextBytes(_bytes);
    }

    [Benchmark(Description = Plain, Baseline = true, OperationsPerInvoke = Operations)]
    public ulong WordByWord()
    {
        ulong sum = 0;
        for (int i = 0; i < Operations; i++)
            sum += PlainChecksum.Compute(Buffer(i));
        return sum;
    }

    [Benchmark(Description = Best, OperationsPerInvoke = Operations)]
    public ulong Vectors()
    {
        ulong sum = 0;
        for (int i = 0; i < Operations; i++)
            sum += BestChecksum.Compute(Buffer(i));
        return sum;
    }

    [Benchmark(Description = "InternetChecksum", OperationsPerInvoke = Operations)]
    public ulong Library()
    {
        ulong sum = 0;
        for (int i = 0; i < Operations; i++)
            sum += InternetChecksum.Compute(Buffer(i));
        return sum;
    }

    private ReadOnlySpan<byte> Buffer(int operation) => _bytes.AsSpan(operation % Buffers * _stride, Length);
}
