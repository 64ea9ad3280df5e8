namespace Codecs.Capture.Streams;

/// <content>Finds where the stream begins: without a SYN, the first segment that was captured need not be the first that was sent.</content>
public sealed partial class TcpDirection
{
    // A stream without a SYN begins with the lowest of this many segments or bytes, if nothing tells earlier.
    private const int SegmentsBeforeStart = 8;
    private const int BytesBeforeStart = 1 << 16;

    // Is it known which byte is expected next?
    private bool _isPlaced;
    private uint? _acknowledged;
    private int _segmentsBeforeStart;

    /// <summary>Takes note that the other end has acknowledged what is before a number.</summary>
    internal void Acknowledge(uint number)
    {
        if (_isPlaced)
            return;
        if (_waiting is { Count: > 0 })
        {
            // What is acknowledged is not followed by anything earlier, but for retransmissions.
            if ((int)(number - (_nextNumber + (uint)_waiting.Start)) > 0)
                Start();
        }
        else if (Connection.IsOpeningSeen && Sender == TcpRole.Server)
            PlaceAt(number);
        else
            _acknowledged = number;
    }

    // Once a segment with this number was taken.
    private bool IsStartKnown(uint number) =>
        number == _acknowledged || ++_segmentsBeforeStart >= SegmentsBeforeStart || WaitingSize >= BytesBeforeStart;

    // The stream begins with this number, unless something was seen that comes before it.
    private void PlaceAt(uint number)
    {
        int distance = (int)(number - _nextNumber);
        if (_waiting is { Count: > 0 } && distance > _waiting.Start)
        {
            Start();
            return;
        }
        if (_waiting is { Count: > 0 })
            Begin(distance);
        _nextNumber = number;
        _isPlaced = true;
        Drain(0);
    }

    // The stream begins with what was seen first of it.
    private void Start()
    {
        if (_isPlaced || _waiting is null)
            return;
        if (_waiting.Count > 0)
        {
            long first = _waiting.Start;
            _nextNumber += (uint)first;
            Begin(first);
        }
        _isPlaced = true;
        Drain(0);
    }

    private void Begin(long first)
    {
        _waiting!.Shift(-first);
        _highest -= first;
        if (_end != Unknown)
            _end -= first;
    }
}
