namespace Codecs.Benchmarks.Workloads.WebSocket;

/// <summary>A connection in memory, from which the same bytes are read again and again. Reading never has to wait.</summary>
internal sealed class FrameStream : Stream
{
    private byte[] _bytes = [];
    private int _at;
    private int _rounds;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public void Start(byte[] bytes, int rounds)
    {
        _bytes = bytes;
        _at = 0;
        _rounds = rounds;
    }

    public override int Read(Span<byte> buffer)
    {
        if (_at == _bytes.Length && _rounds > 1)
        {
            _at = 0;
            _rounds--;
        }
        int length = Math.Min(buffer.Length, _bytes.Length - _at);
        _bytes.AsSpan(_at, length).CopyTo(buffer);
        _at += length;
        return length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override void Write(byte[] buffer, int offset, int count)
    {
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
