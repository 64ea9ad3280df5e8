namespace Codecs.Benchmarks.Workloads.Dns;

/// <summary>Walks the labels of a name in a message that may be anything.</summary>
internal ref struct PlainLabels
{
    private readonly ReadOnlySpan<byte> _message;
    private int _at;
    private int _run;
    private int _limit;
    private int _length;
    private int _pointers;

    public PlainLabels(ReadOnlySpan<byte> message, int at)
    {
        _message = message;
        _at = at;
        _run = at;
        _limit = message.Length;
        End = -1;
    }

    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>Where the name ends, after all labels were walked; -1 if it is none.</summary>
    public int End { get; private set; }

    public bool MoveNext()
    {
        while (_at < _limit)
        {
            int length = _message[_at];
            if (length >= 0xC0)
            {
                if (_at + 1 >= _limit)
                    return Fail();
                int target = (length & 0x3F) << 8 | _message[_at + 1];
                if (_pointers++ == 0)
                    End = _at + 2;
                // Strictly backwards, so that there is an end.
                if (target >= _run || _pointers > 127)
                    return Fail();
                _limit = _run;
                _run = _at = target;
                continue;
            }
            if (length > 63)
                return Fail();
            _length += length + 1;
            if (length == 0)
            {
                if (_pointers == 0)
                    End = _at + 1;
                return false;
            }
            if (_length > 254 || _at + 1 + length >= _limit)
                return Fail();
            Current = _message.Slice(_at + 1, length);
            _at += length + 1;
            return true;
        }
        return Fail();
    }

    private bool Fail()
    {
        End = -1;
        return false;
    }
}
