using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using Codecs.Pipelines;

namespace Codecs.Benchmarks.Workloads.Lines;

/// <summary>W7: lines from memory, and from a pipe that gets 64 KiB at a time in segments of 4 KiB.</summary>
public class ReadLines : Workload
{
    private const int Lines = 40_000;
    private const int Chunk = 1 << 16;

    private readonly Pipe _pipe = new(new PipeOptions(
        readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, pauseWriterThreshold: 0, minimumSegmentSize: 4096, useSynchronizationContext: false));

    private byte[] _bytes = [];
    private MessageReader<TextLine>? _reader;

    /// <inheritdoc/>
    public override string Name => "W7 lines";

    /// <inheritdoc/>
    public override void SetUp() => SetUp(LineData.Commands(Lines));

    /// <inheritdoc/>
    public override bool SetUpDamaged()
    {
        SetUp(LineData.DamagedCommands(Lines));
        return true;
    }

    [Benchmark(Description = Plain, Baseline = true, OperationsPerInvoke = Lines)]
    public ulong Sequences()
    {
        ulong sum = 0;
        for (int at = 0; at < _bytes.Length; at += Chunk)
        {
            var buffer = Read(at).Buffer;
            while (PlainLines.TryReadLine(ref buffer, out var line))
                sum += PlainLines.Digest(line);
            _pipe.Reader.AdvanceTo(buffer.Start, buffer.End);
        }
        return sum;
    }

    [Benchmark(Description = Best, OperationsPerInvoke = Lines)]
    public ulong Segments()
    {
        ulong sum = 0;
        for (int at = 0; at < _bytes.Length; at += Chunk)
        {
            var buffer = Read(at).Buffer;
            long read = buffer.IsSingleSegment ? PlainLines.ReadAll(buffer.FirstSpan, ref sum) : PlainLines.Walk(buffer, ref sum);
            _pipe.Reader.AdvanceTo(buffer.GetPosition(read), buffer.End);
        }
        return sum;
    }

    [Benchmark(Description = "plain, one line per read", OperationsPerInvoke = Lines)]
    public ulong OneRead()
    {
        ulong sum = 0;
        for (int at = 0; at < _bytes.Length; at += Chunk)
        {
            var buffer = Read(at).Buffer;
            while (PlainLines.TryReadLine(ref buffer, out var line))
            {
                sum += PlainLines.Digest(line);
                _pipe.Reader.AdvanceTo(buffer.Start);
                if (!_pipe.Reader.TryRead(out var result))
                {
                    buffer = default;
                    break;
                }
                buffer = result.Buffer;
            }
            if (!buffer.IsEmpty)
                _pipe.Reader.AdvanceTo(buffer.Start, buffer.End);
        }
        return sum;
    }

    [Benchmark(Description = "best, from memory", OperationsPerInvoke = Lines)]
    public ulong Memory()
    {
        ulong sum = 0;
        PlainLines.ReadAll(_bytes, ref sum);
        return sum;
    }

    [Benchmark(Description = "generated: from memory", OperationsPerInvoke = Lines)]
    public ulong GeneratedMemory()
    {
        ulong sum = 0;
        ReadOnlySpan<byte> rest = _bytes;
        while (true)
        {
            var result = TextLine.TryParse(rest, out var line);
            if (!result)
                return sum;
            sum += PlainLines.Digest(line.Text);
            rest = rest[result.BytesConsumed..];
        }
    }

    [Benchmark(Description = "generated: MessageReader, with filling the pipe", OperationsPerInvoke = Lines)]
    public ulong Reader()
    {
        ulong sum = 0;
        for (int at = 0; at < _bytes.Length; at += Chunk)
        {
            Write(at);
            _reader!.WaitToReadAsync().GetAwaiter().GetResult();
            while (_reader.TryRead(out var line))
                sum += PlainLines.Digest(line.Text);
        }
        return sum;
    }

    [Benchmark(Description = "generated: MessageReader, one line per wait, with filling the pipe", OperationsPerInvoke = Lines)]
    public ulong ReaderOneWait()
    {
        ulong sum = 0;
        long begin = _reader!.Offset;
        for (int at = 0; at < _bytes.Length; at += Chunk)
        {
            long end = begin + Math.Min(at + Chunk, _bytes.Length);
            Write(at);
            do
            {
                _reader.WaitToReadAsync().GetAwaiter().GetResult();
                if (!_reader.TryRead(out var line))
                    break;
                sum += PlainLines.Digest(line.Text);
            }
            while (_reader.Offset < end);
        }
        return sum;
    }

    private void SetUp(byte[] bytes)
    {
        _bytes = bytes;
        _reader?.Dispose();
        _reader = _pipe.Reader.AsMessageReader<TextLine>(PlainLines.MostBytes);
    }

    private ReadResult Read(int at)
    {
        _reader!.Release();
        Write(at);
        return _pipe.Reader.ReadAsync().GetAwaiter().GetResult();
    }

    // As LinePipe.TryWrite.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Write(int at)
    {
        BuffersExtensions.Write(_pipe.Writer, _bytes.AsSpan(at, Math.Min(Chunk, _bytes.Length - at)));
        _pipe.Writer.FlushAsync().GetAwaiter().GetResult();
    }
}
