using System.Buffers;

namespace Codecs.Capture;

/// <summary>A window over a stream. It grows only as bytes really arrive, so that no length in a file allocates anything by itself.</summary>
internal sealed class CaptureBuffer(Stream stream) : IDisposable
{
    private const int InitialSize = 1 << 16;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _start;
    private int _end;
    private bool _isAtEnd;

    /// <summary>Where the unread bytes start, from the start of the stream.</summary>
    public long Position { get; private set; }

    /// <summary>Why the stream ended, if it did not end by itself.</summary>
    public string? Failure { get; private set; }

    /// <summary>The bytes that were read from the stream and not yet consumed.</summary>
    public ReadOnlySpan<byte> Unread => _bytes.AsSpan(_start, _end - _start);

    /// <summary>Reads until at least <paramref name="count"/> bytes are unread; false if the stream ends first. Moves what <see cref="Unread"/> gave before.</summary>
    public bool Fill(int count)
    {
        while (_end - _start < count)
        {
            if (_isAtEnd)
                return false;
            if (_start > 0)
            {
                Unread.CopyTo(_bytes);
                _end -= _start;
                _start = 0;
            }
            if (_end == _bytes.Length)
                Grow();
            int read = Read(_bytes.AsSpan(_end));
            _end += read;
            _isAtEnd = read == 0;
        }
        return true;
    }

    /// <summary>Consumes unread bytes.</summary>
    public void Advance(int count)
    {
        _start += count;
        Position += count;
    }

    /// <summary>Consumes bytes that nobody wants, however many; false if the stream ends first.</summary>
    public bool Skip(long count)
    {
        while (count > 0)
        {
            if (!Fill(1))
                return false;
            int step = (int)Math.Min(count, _end - _start);
            Advance(step);
            count -= step;
        }
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _start = _end = 0;
        _isAtEnd = true;
    }

    private int Read(Span<byte> destination)
    {
        try
        {
            return stream.Read(destination);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            // A disk that fails, a share that goes away, a damaged gzip stream: what was read so far stays good.
            Failure = e.Message;
            return 0;
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
        Unread.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
