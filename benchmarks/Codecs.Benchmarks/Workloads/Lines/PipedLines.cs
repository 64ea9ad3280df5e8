using System.Buffers;
using BenchmarkDotNet.Attributes;

namespace Codecs.Benchmarks.Workloads.Lines;

/// <summary>
/// Reading alone: a million lines, of which 2,000 wait in a pipe when the clock starts. Bringing them there is the work of who writes, and is done before. <see cref="Workload.Best"/> is the same
/// codec from memory, which was written just before as well: the ratio to it is what the pipe adds.
/// </summary>
public abstract class PipedLines : Workload
{
    /// <summary>Lines of one run.</summary>
    protected const int Batch = LineBatches.Lines;

    private const int Lines = 1_000_000;
    private const int FewLines = 20_000;
    private const int DamagedLines = 40_000;

    private readonly LinePipe _plainPipe = new();
    private LineBatches _plainBatches = new([]), _memoryBatches = new([]), _batches = new([]);

    /// <inheritdoc/>
    public override int Runs => _batches.Count;

    /// <summary>Read by *generated*.</summary>
    private protected LinePipe Pipe { get; } = new();

    /// <summary>Read by *best*.</summary>
    private protected LineMemory Memory { get; } = new();

    /// <inheritdoc/>
    public override void SetUp() => SetUp(MakeLines(Lines));

    /// <inheritdoc/>
    public override void SetUpFew() => SetUp(MakeLines(FewLines));

    /// <inheritdoc/>
    public override bool SetUpDamaged()
    {
        SetUp(LineData.Damaged(MakeLines(DamagedLines), DamagedLines));
        return true;
    }

    [IterationSetup(Target = nameof(ByHand))]
    public void FillForPlain() => _plainPipe.Fill(_plainBatches.Next());

    [IterationSetup(Target = nameof(FromMemory))]
    public void FillMemory() => Memory.Write(_memoryBatches.Next());

    [IterationSetup(Target = nameof(Reader))]
    public void FillPipe() => Pipe.Fill(_batches.Next());

    [Benchmark(Description = Plain, Baseline = true, OperationsPerInvoke = Batch)]
    public ulong ByHand()
    {
        ulong sum = 0;
        var buffer = _plainPipe.Reader.ReadAsync().GetAwaiter().GetResult().Buffer;
        while (PlainLines.TryReadLine(ref buffer, out var line))
            sum += ReadLine(line);
        _plainPipe.Reader.AdvanceTo(buffer.Start, buffer.End);
        return sum;
    }

    [Benchmark(Description = Best, OperationsPerInvoke = Batch)]
    public abstract ulong FromMemory();

    [Benchmark(Description = "generated: MessageReader", OperationsPerInvoke = Batch)]
    public abstract ulong Reader();

    /// <summary>So many lines.</summary>
    protected abstract byte[] MakeLines(int count);

    /// <summary>Reads a line by hand.</summary>
    /// <param name="line">Without its end.</param>
    protected abstract ulong ReadLine(ReadOnlySpan<byte> line);

    /// <summary>Makes a reader of <see cref="Pipe"/>.</summary>
    protected abstract void Open();

    private ulong ReadLine(in ReadOnlySequence<byte> line)
    {
        if (line.IsSingleSegment)
            return ReadLine(line.FirstSpan);
        Span<byte> copy = stackalloc byte[(int)line.Length];
        line.CopyTo(copy);
        return ReadLine(copy);
    }

    private void SetUp(byte[] bytes)
    {
        (_plainBatches, _memoryBatches, _batches) = (new(bytes), new(bytes), new(bytes));
        Open();
    }
}
