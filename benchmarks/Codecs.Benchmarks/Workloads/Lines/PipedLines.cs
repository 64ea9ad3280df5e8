using System.Buffers;
using BenchmarkDotNet.Attributes;

namespace Codecs.Benchmarks.Workloads.Lines;

/// <summary>
/// Reading alone: a million lines, of which 2,000 wait in a pipe when the clock starts. Bringing them there is the work of who writes, and is done before. <see cref="Workload.Best"/> is the same
/// codec from memory, which was written just before as well: the ratio to it is what the pipe adds.
/// </summary>
// Of one batch in an iteration BenchmarkDotNet needs many, before the code is compiled for good and after.
[WarmupCount(500), IterationCount(500)]
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

    /// <summary>Read by <see cref="Reader"/>.</summary>
    private protected LinePipe Pipe { get; } = new();

    /// <summary>Read by <see cref="FromMemory"/>.</summary>
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

    /// <summary>A <see cref="SequenceReader{T}"/> over what has arrived, and a line read by hand.</summary>
    public abstract ulong ByHand();

    /// <summary>The same codec, from memory.</summary>
    public abstract ulong FromMemory();

    /// <summary>The reader of messages.</summary>
    public abstract ulong Reader();

    /// <summary>So many lines.</summary>
    protected abstract byte[] MakeLines(int count);

    /// <summary>Reads a line by hand.</summary>
    /// <param name="line">Without its end.</param>
    protected abstract ulong ReadLine(ReadOnlySpan<byte> line);

    /// <summary>Makes a reader of <see cref="Pipe"/>.</summary>
    protected abstract void Open();

    /// <summary>What <see cref="ByHand"/> does.</summary>
    protected ulong ReadByHand()
    {
        ulong sum = 0;
        var buffer = _plainPipe.Reader.ReadAsync().GetAwaiter().GetResult().Buffer;
        while (PlainLines.TryReadLine(ref buffer, out var line))
            sum += ReadLine(line);
        _plainPipe.Reader.AdvanceTo(buffer.Start, buffer.End);
        return sum;
    }

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
