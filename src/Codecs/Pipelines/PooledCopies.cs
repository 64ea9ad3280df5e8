using System.Buffers;

namespace Codecs.Pipelines;

/// <summary>
/// Pooled room for messages that do not lie together in the pipe. One is being copied, as far as it has arrived; those before it stay
/// where they are until <see cref="Recycle"/>, for somebody may be reading them.
/// </summary>
internal struct PooledCopies()
{
    private const int LeastSize = 4096;

    private readonly List<byte[]> _full = [];
    private byte[] _array = [];
    private int _start;

    /// <summary>Bytes of the copy that is being made or read; 0 if there is none.</summary>
    public int Length { get; private set; }

    /// <summary>Copies on: only what was not copied before.</summary>
    /// <param name="source">From the start of the message.</param>
    /// <param name="length">Bytes of the message that are wanted together.</param>
    public ArraySegment<byte> Extend(in ReadOnlySequence<byte> source, int length)
    {
        if (_array.Length - _start < length)
            Grow(length);
        if (Length == 0)
            CopyStart(in source, _array.AsSpan(_start, length));
        else
            source.Slice(Length, length - Length).CopyTo(_array.AsSpan(_start + Length));
        Length = length;
        return new ArraySegment<byte>(_array, _start, length);
    }

    /// <summary>Copies the end of one segment and the beginning of the next.</summary>
    public ArraySegment<byte> Join(ReadOnlySpan<byte> tail, ReadOnlySpan<byte> head)
    {
        int length = tail.Length + head.Length;
        if (_array.Length - _start < length)
            Grow(length);
        tail.CopyTo(_array.AsSpan(_start));
        head.CopyTo(_array.AsSpan(_start + tail.Length));
        Length = length;
        return new ArraySegment<byte>(_array, _start, length);
    }

    /// <summary>So many bytes are messages that are complete: the next copy is another one.</summary>
    public void Finish(int length)
    {
        _start += length;
        Length = 0;
    }

    /// <summary>The message is not wanted any more.</summary>
    public void Abandon() => Length = 0;

    /// <summary>Nobody reads the messages that were finished any more.</summary>
    public void Recycle()
    {
        foreach (byte[] array in _full)
            ArrayPool<byte>.Shared.Return(array);
        _full.Clear();
        if (Length == 0)
            _start = 0;
    }

    /// <summary>Gives all room back.</summary>
    public void Free()
    {
        Abandon();
        Recycle();
        if (_array.Length > 0)
            ArrayPool<byte>.Shared.Return(_array);
        _array = [];
    }

    // Most copies are the end of one segment and the start of the next, and are made once.
    private static void CopyStart(in ReadOnlySequence<byte> source, Span<byte> destination)
    {
        var next = source.Start;
        while (!destination.IsEmpty && source.TryGet(ref next, out var segment))
        {
            var part = segment.Span[..Math.Min(segment.Length, destination.Length)];
            part.CopyTo(destination);
            destination = destination[part.Length..];
        }
    }

    // At least doubled: a message that arrives byte by byte is moved a few times, not at every byte.
    private void Grow(int length)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(LeastSize, Math.Max(length, 2 * Length)));
        _array.AsSpan(_start, Length).CopyTo(larger);
        if (_start > 0)
            _full.Add(_array);
        else if (_array.Length > 0)
            ArrayPool<byte>.Shared.Return(_array);
        _array = larger;
        _start = 0;
    }
}
