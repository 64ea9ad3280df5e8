using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Codecs.Benchmarks.Workloads.Lines;

/// <summary>A pipe that gets 64 KiB at a time, in segments of 4 KiB.</summary>
internal sealed class LinePipe
{
    /// <summary>Bytes that are written at a time.</summary>
    public const int Chunk = 1 << 16;

    private readonly Pipe _pipe = new(new PipeOptions(
        readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, pauseWriterThreshold: 0, minimumSegmentSize: 4096, useSynchronizationContext: false));

    /// <summary>Where it is read.</summary>
    public PipeReader Reader => _pipe.Reader;

    /// <summary>Writes the next bytes.</summary>
    /// <param name="bytes">All bytes.</param>
    /// <param name="at">How many were written before; then, with these.</param>
    /// <returns>False if there are no more.</returns>
    // Who writes into a pipe is elsewhere: inlined, it would take the compiler's budget from the loop that reads.
    [MethodImpl(MethodImplOptions.NoInlining)]
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

    /// <summary>Writes bytes into the memory that the pipe gives, segment after segment.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Fill(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var segment = _pipe.Writer.GetSpan(1);
            int length = Math.Min(segment.Length, bytes.Length);
            bytes[..length].CopyTo(segment);
            _pipe.Writer.Advance(length);
            bytes = bytes[length..];
        }
        _pipe.Writer.FlushAsync().GetAwaiter().GetResult();
    }
}
