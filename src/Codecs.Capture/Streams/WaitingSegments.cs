using System.Buffers;

namespace Codecs.Capture.Streams;

/// <summary>What came of a stream before what belongs in front of it: pieces that do not overlap, by their place. The first copy of a byte is the one that is kept.</summary>
internal sealed class WaitingSegments
{
    /// <summary>More pieces than this do not wait, so that finding a place among them stays cheap.</summary>
    public const int MostPieces = 1024;

    private const int BytesPerPiece = 64;
    private const int MostBytesJoined = 1 << 16;

    private readonly List<Piece> _pieces = [];

    public int Count => _pieces.Count;

    /// <summary>Bytes of memory that the pieces take.</summary>
    public int Size { get; private set; }

    /// <summary>Where the first piece belongs.</summary>
    public long Start => _pieces[0].Offset;

    /// <summary>Keeps what of a segment is not there yet.</summary>
    /// <param name="offset">Where it belongs.</param>
    /// <param name="payload">What was captured of it.</param>
    /// <param name="length">Its length on the wire.</param>
    /// <returns>How much of it was there already, and whether that was the same.</returns>
    public Overlap Insert(long offset, ReadOnlySpan<byte> payload, int length)
    {
        var overlap = default(Overlap);
        long end = offset + length;
        int index = IndexAfter(offset);
        if (index > 0 && _pieces[index - 1].End > offset)
            index--;
        for (long at = offset; at < end; index++)
        {
            long next = index < _pieces.Count ? Math.Min(_pieces[index].Offset, end) : end;
            if (next > at)
            {
                var captured = Slice(payload, at - offset, (int)(next - at));
                if (TryJoin(index - 1, at, captured, (int)(next - at)))
                    index--;
                else
                    _pieces.Insert(index, Rent(at, captured, (int)(next - at)));
                at = next;
                continue;
            }
            var piece = _pieces[index];
            long shared = Math.Min(piece.End, end) - at;
            overlap.Length += (int)shared;
            overlap.IsConflict |= Differs(Slice(piece.Captured, at - piece.Offset, (int)shared), Slice(payload, at - offset, (int)shared));
            at += shared;
        }
        return overlap;
    }

    /// <summary>Removes the first pieces.</summary>
    public void Remove(int count)
    {
        for (int i = 0; i < count; i++)
            Return(_pieces[i]);
        _pieces.RemoveRange(0, count);
    }

    /// <summary>The piece at a place in the order. Its bytes are valid until it is removed, or others are added.</summary>
    public Piece this[int index] => _pieces[index];

    /// <summary>Moves the place of all pieces.</summary>
    public void Shift(long distance)
    {
        for (int i = 0; i < _pieces.Count; i++)
            _pieces[i] = _pieces[i] with { Offset = _pieces[i].Offset + distance };
    }

    /// <summary>Removes what belongs behind the end of the stream.</summary>
    public void RemoveFrom(long end)
    {
        while (_pieces.Count > 0 && _pieces[^1].End > end)
        {
            var last = _pieces[^1];
            if (last.Offset < end)
            {
                _pieces[^1] = last with { Length = (int)(end - last.Offset), CapturedLength = (int)Math.Min(last.CapturedLength, end - last.Offset) };
                return;
            }
            Return(last);
            _pieces.RemoveAt(_pieces.Count - 1);
        }
    }

    public void Clear() => Remove(_pieces.Count);

    /// <summary>Do bytes differ that both have?</summary>
    public static bool Differs(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        int length = Math.Min(one.Length, other.Length);
        return !one[..length].SequenceEqual(other[..length]);
    }

    /// <summary>Bytes by place and length, as far as there are any.</summary>
    public static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> bytes, long start, int length)
    {
        int at = (int)Math.Min(start, bytes.Length);
        return bytes.Slice(at, Math.Min(length, bytes.Length - at));
    }

    // The first piece that begins behind a place.
    private int IndexAfter(long offset)
    {
        int low = 0, high = _pieces.Count;
        // Nearly always it is the last.
        if (high == 0 || _pieces[high - 1].Offset <= offset)
            return high;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_pieces[middle].Offset <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    // What follows on a piece is put behind it, so that one gap in a long stream does not make many pieces.
    private bool TryJoin(int index, long offset, ReadOnlySpan<byte> captured, int length)
    {
        if (index < 0)
            return false;
        var piece = _pieces[index];
        if (piece.End != offset || piece.CapturedLength < piece.Length || captured.Length < length || piece.Length + length > MostBytesJoined)
            return false;
        var buffer = piece.Buffer;
        if (piece.Length + length > buffer.Length)
        {
            buffer = ArrayPool<byte>.Shared.Rent(piece.Length + length);
            piece.Captured.CopyTo(buffer);
            Size += buffer.Length - piece.Buffer.Length;
            ArrayPool<byte>.Shared.Return(piece.Buffer);
        }
        captured.CopyTo(buffer.AsSpan(piece.Length));
        _pieces[index] = piece with { Buffer = buffer, Length = piece.Length + length, CapturedLength = piece.Length + length };
        return true;
    }

    private Piece Rent(long offset, ReadOnlySpan<byte> captured, int length)
    {
        var buffer = captured.IsEmpty ? [] : ArrayPool<byte>.Shared.Rent(captured.Length);
        captured.CopyTo(buffer);
        Size += buffer.Length + BytesPerPiece;
        return new() { Offset = offset, Length = length, Buffer = buffer, CapturedLength = captured.Length };
    }

    private void Return(in Piece piece)
    {
        Size -= piece.Buffer.Length + BytesPerPiece;
        if (piece.Buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(piece.Buffer);
    }

    /// <summary>Consecutive bytes.</summary>
    internal readonly record struct Piece
    {
        public required long Offset { get; init; }

        public required int Length { get; init; }

        public required byte[] Buffer { get; init; }

        public required int CapturedLength { get; init; }

        public long End => Offset + Length;

        public ReadOnlySpan<byte> Captured => Buffer.AsSpan(0, CapturedLength);
    }

    /// <summary>What a segment has in common with what was there.</summary>
    internal struct Overlap
    {
        public int Length;
        public bool IsConflict;
    }
}
