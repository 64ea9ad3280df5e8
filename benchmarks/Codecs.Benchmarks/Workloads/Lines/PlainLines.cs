using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Codecs.Benchmarks.Workloads.Lines;

/// <summary>How one reads lines by hand.</summary>
internal static class PlainLines
{
    /// <summary>Longest line that lies in two segments.</summary>
    public const int MostBytes = 1024;

    /// <summary>Something small to do with a line: its first four letters in capitals, and its length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Digest(ReadOnlySpan<byte> line) =>
        line.Length < sizeof(uint) ? (ulong)line.Length : (BinaryPrimitives.ReadUInt32LittleEndian(line) & 0xDFDFDFDF) * 31UL + (uint)line.Length;

    /// <summary>The length of the line, without its end; -1 if that is not there. A CR or LF without the other is no end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(ReadOnlySpan<byte> source, int from = 0)
    {
        while (true)
        {
            int lf = source[from..].IndexOf((byte)'\n');
            if (lf < 0)
                return -1;
            from += lf + 1;
            if (from > 1 && source[from - 2] == '\r')
                return from - 2;
        }
    }

    /// <summary>Reads all complete lines.</summary>
    /// <returns>Bytes read.</returns>
    public static int ReadAll(ReadOnlySpan<byte> source, ref ulong sum)
    {
        int read = 0;
        while (true)
        {
            var rest = source[read..];
            int length = Find(rest);
            if (length < 0)
                return read;
            sum += Digest(rest[..length]);
            read += length + 2;
        }
    }

    /// <summary>Cuts the next line off a sequence.</summary>
    public static bool TryReadLine(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> line)
    {
        var reader = new SequenceReader<byte>(buffer);
        if (!reader.TryReadTo(out line, "\r\n"u8))
            return false;
        buffer = buffer.Slice(reader.Position);
        return true;
    }

    /// <summary>The same for a line that may lie in several segments.</summary>
    public static ulong Digest(in ReadOnlySequence<byte> line)
    {
        if (line.IsSingleSegment)
            return Digest(line.FirstSpan);
        Span<byte> copy = stackalloc byte[(int)line.Length];
        line.CopyTo(copy);
        return Digest(copy);
    }

    /// <summary>Reads all complete lines of a sequence, segment by segment: only a line that lies in two is copied.</summary>
    /// <returns>Bytes read.</returns>
    public static long Walk(in ReadOnlySequence<byte> buffer, ref ulong sum)
    {
        Span<byte> copy = stackalloc byte[MostBytes];
        int copied = 0;
        long read = 0;
        foreach (var memory in buffer)
        {
            var segment = memory.Span;
            if (copied > 0)
            {
                // As much as the line can have; of that, what belongs to it.
                int taken = Math.Min(segment.Length, MostBytes - copied);
                segment[..taken].CopyTo(copy[copied..]);
                int length = Find(copy[..(copied + taken)], copied);
                if (length < 0)
                {
                    copied += taken;
                    continue;
                }
                sum += Digest(copy[..length]);
                read += length + 2;
                segment = segment[(length + 2 - copied)..];
            }
            int here = ReadAll(segment, ref sum);
            read += here;
            copied = segment.Length - here;
            segment[here..].CopyTo(copy);
        }
        return read;
    }
}
