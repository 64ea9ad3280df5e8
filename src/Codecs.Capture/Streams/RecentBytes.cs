using System.Buffers;

namespace Codecs.Capture.Streams;

/// <summary>The last bytes of a stream, to be compared with what is sent once more. A ring that grows as the stream does.</summary>
internal sealed class RecentBytes
{
    private const int LeastCapacity = 1 << 10;

    private byte[] _ring = [];
    private int _capacity;
    private int _count;
    private long _end;

    /// <summary>Bytes of memory that it takes.</summary>
    public int Size => _ring.Length;

    /// <summary>How much memory it takes next, if it is to hold as much more; as now if it has enough.</summary>
    public int SizeWith(int more, int most)
    {
        int size = Math.Max(_capacity, Math.Min(LeastCapacity, most));
        while (size < _count + (long)more && size < most)
            size *= 2;
        return size;
    }

    /// <summary>Takes as much memory; a power of two, and not less than it has.</summary>
    public void Grow(int capacity)
    {
        if (capacity == _capacity)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(capacity);
        for (int i = 0; i < _count;)
        {
            long at = _end - _count + i;
            var part = Part(at, _count - i);
            CopyTo(larger, capacity, at, part);
            i += part.Length;
        }
        Return();
        _ring = larger;
        _capacity = capacity;
    }

    /// <summary>Takes note of the bytes that end at a place in the stream, which must follow on what it has, or nothing is kept of that.</summary>
    public void Append(long end, ReadOnlySpan<byte> bytes)
    {
        if (_capacity == 0)
            return;
        if (end - bytes.Length != _end)
            _count = 0;
        var last = bytes[Math.Max(0, bytes.Length - _capacity)..];
        CopyTo(_ring, _capacity, end - last.Length, last);
        _end = end;
        _count = Math.Min(_capacity, _count + bytes.Length);
    }

    /// <summary>Do bytes differ from those that belong there, as far as they are kept?</summary>
    public bool Differs(long offset, ReadOnlySpan<byte> bytes)
    {
        long start = Math.Max(offset, _end - _count);
        if (start >= _end || start >= offset + bytes.Length)
            return false;
        bytes = bytes[(int)(start - offset)..];
        bytes = bytes[..(int)Math.Min(bytes.Length, _end - start)];
        while (!bytes.IsEmpty)
        {
            var part = Part(start, bytes.Length);
            if (!part.SequenceEqual(bytes[..part.Length]))
                return true;
            start += part.Length;
            bytes = bytes[part.Length..];
        }
        return false;
    }

    /// <summary>Gives back the memory.</summary>
    public void Return()
    {
        if (_ring.Length > 0)
            ArrayPool<byte>.Shared.Return(_ring);
        _ring = [];
        _capacity = 0;
    }

    public void Clear()
    {
        Return();
        _count = 0;
    }

    private ReadOnlySpan<byte> Part(long at, int most)
    {
        int start = (int)(at & (_capacity - 1));
        return _ring.AsSpan(start, Math.Min(most, _capacity - start));
    }

    private static void CopyTo(byte[] ring, int capacity, long at, ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int start = (int)(at & (capacity - 1));
            int step = Math.Min(bytes.Length, capacity - start);
            bytes[..step].CopyTo(ring.AsSpan(start));
            at += step;
            bytes = bytes[step..];
        }
    }
}
