namespace Codecs.Fuzz.Inputs;

/// <summary>A capture of any length, made while it is read.</summary>
/// <param name="traffic">What is in it.</param>
/// <param name="frames">The frames in it.</param>
/// <param name="every">After so many frames, each time.</param>
/// <param name="look">What is called then.</param>
internal sealed class TrafficStream(Traffic traffic, long frames, long every, Action look) : MemoryStream
{
    private ReadOnlyMemory<byte> _now = Traffic.FileHeader;
    private long _given;
    private long _length;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <summary>Bytes so far.</summary>
    public override long Length => _length;

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_now.IsEmpty)
        {
            if (_given == frames)
                return 0;
            if (++_given % every == 0)
                look();
            _now = traffic.Next();
        }
        int read = Math.Min(buffer.Length, _now.Length);
        _now.Span[..read].CopyTo(buffer);
        _now = _now[read..];
        _length += read;
        return read;
    }
}
