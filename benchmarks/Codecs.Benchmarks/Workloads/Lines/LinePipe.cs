using System.Buffers;
using System.IO.Pipelines;

namespace Codecs.Benchmarks.Workloads.Lines;

/// <summary>A pipe that gets 64 KiB at a time, in segments of 4 KiB.</summary>
internal sealed class LinePipe
{
    private const int Chunk = 1 << 16;

    private readonly Pipe _pipe = new(new PipeOptions(
        readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, pauseWriterThreshold: 0, minimumSegmentSize: 4096, useSynchronizationContext: false));

    /// <summary>Where it is read.</summary>
    public PipeReader Reader => _pipe.Reader;

    /// <summary>Writes the next bytes.</summary>
    /// <param name="bytes">All bytes.</param>
    /// <param name="at">How many were written before; then, with these.</param>
    /// <returns>False if there are no more.</returns>
    public bool TryWrite(byte[] bytes, ref int at)
    {
        int length = Math.Min(Chunk, bytes.Length - at);
        if (length == 0)
            return false;
        BuffersExtensions.Write(_pipe.Writer, bytes.AsSpan(at, length));
        at += length;
        _pipe.Writer.FlushAsync().GetAwaiter().GetResult();
        return true;
    }
}
