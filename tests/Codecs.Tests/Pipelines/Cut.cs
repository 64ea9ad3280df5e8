using System.Buffers;
using System.IO.Pipelines;

namespace Codecs.Tests.Pipelines;

/// <summary>The same bytes in pieces.</summary>
internal static class Cut
{
    /// <summary>Sizes of pieces with which everything is tried.</summary>
    public static readonly int[] Sizes = [1, 2, 3, 7, 64, 1000];

    /// <summary>Pieces of one size, but for the last.</summary>
    public static byte[][] Every(byte[] bytes, int size) => [.. bytes.Chunk(size)];

    /// <summary>Two pieces.</summary>
    public static byte[][] At(byte[] bytes, int at) => [bytes[..at], bytes[at..]];

    /// <summary>All ways to cut short bytes that are tried: pieces of each size, and each cut in two.</summary>
    public static IEnumerable<byte[][]> Ways(byte[] bytes) =>
        Sizes.Select(size => Every(bytes, size)).Concat(Enumerable.Range(0, Math.Min(bytes.Length, 400) + 1).Select(at => At(bytes, at)));

    /// <summary>Pieces as the segments of a sequence.</summary>
    public static ReadOnlySequence<byte> Join(IEnumerable<byte[]> pieces)
    {
        ScriptedPipe.Segment? first = null, last = null;
        foreach (byte[] piece in pieces)
        {
            last = new ScriptedPipe.Segment(piece, last);
            first ??= last;
        }
        return first is null ? default : new ReadOnlySequence<byte>(first, 0, last!, last!.Memory.Length);
    }

    /// <summary>
    /// The ways in which pieces can arrive: all at once, one with each read, from memory that is not that of an array, and through a pipe whose writer is slow.
    /// </summary>
    public static IEnumerable<PipeReader> Pipes(byte[][] pieces) =>
    [
        PipeReader.Create(Join(pieces)), new ScriptedPipe(pieces), new ScriptedPipe(pieces, isSlow: true, isForeign: true), Written(pieces),
    ];

    // A writer that is held up as soon as two pieces wait, in a pipe of the smallest segments there are.
    private static PipeReader Written(byte[][] pieces)
    {
        var pipe = new Pipe(new PipeOptions(minimumSegmentSize: 16, pauseWriterThreshold: 32, resumeWriterThreshold: 16));
        _ = Task.Run(async () =>
        {
            foreach (byte[] piece in pieces)
            {
                await Task.Yield();
                await pipe.Writer.WriteAsync(piece);
            }
            await pipe.Writer.CompleteAsync();
        });
        return pipe.Reader;
    }
}
