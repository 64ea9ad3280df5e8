using System.Numerics;

namespace Codecs.Capture.Streams;

/// <summary>The memory that all streams together take, within the limits of the options.</summary>
internal sealed class StreamMemory(TcpStreamOptions options)
{
    private readonly int _mostCompared = options.MaxComparedBytesPerStream > 0 ? (int)BitOperations.RoundUpToPowerOf2((uint)options.MaxComparedBytesPerStream / 2 + 1) : 0;

    // The one that has waited for the longest first; the one that has been idle for the longest first.
    private readonly LinkedList<TcpDirection> _waiting = new();
    private readonly LinkedList<TcpDirection> _compared = new();

    private bool _isSkipping;

    /// <summary>Bytes that wait for what is missing before them.</summary>
    public long WaitingBytes { get; private set; }

    /// <summary>Bytes that are kept for comparison.</summary>
    public long ComparedBytes { get; private set; }

    /// <summary>A stream has more or less that waits. If it is too much in all, others give up waiting.</summary>
    public void Wait(TcpDirection direction, int before, int after)
    {
        WaitingBytes += after - before;
        if (before == 0)
            _waiting.AddLast(direction.WaitingPlace);
        else if (after == 0)
            _waiting.Remove(direction.WaitingPlace);
        if (_isSkipping || after < before)
            return;
        _isSkipping = true;
        while (WaitingBytes > options.MaxWaitingBytes && _waiting.First is { } first)
            first.Value.SkipGap();
        _isSkipping = false;
    }

    /// <summary>Keeps the bytes of a stream that end at an offset for comparison, as far as there is room.</summary>
    public void Remember(TcpDirection direction, long end, ReadOnlySpan<byte> bytes)
    {
        if (_mostCompared == 0)
            return;
        var place = direction.ComparedPlace;
        if (place.List is null)
            _compared.AddLast(place);
        else if (place.Next is not null)
        {
            _compared.Remove(place);
            _compared.AddLast(place);
        }
        var recent = direction.Recent ??= new();
        int size = recent.SizeWith(bytes.Length, _mostCompared);
        int growth = size - recent.Size;
        if (growth > 0)
        {
            while (ComparedBytes + growth > options.MaxComparedBytes && _compared.First is { } first && first != place)
                Forget(first.Value);
            if (ComparedBytes + growth <= options.MaxComparedBytes)
            {
                ComparedBytes -= recent.Size;
                recent.Grow(size);
                ComparedBytes += recent.Size;
            }
        }
        recent.Append(end, bytes);
    }

    /// <summary>Gives back what is kept of a stream for comparison.</summary>
    public void Forget(TcpDirection direction)
    {
        if (direction.Recent is not { } recent)
            return;
        ComparedBytes -= recent.Size;
        recent.Clear();
        direction.Recent = null;
        _compared.Remove(direction.ComparedPlace);
    }
}
