using System.Buffers;

namespace Codecs.Pipelines;

/// <summary>What is to be skipped, as far as it has not arrived yet: so many bytes, or all up to a terminator and with it.</summary>
internal struct SkipRequest
{
    private readonly byte[]? _terminator;
    private long _count;

    /// <summary>Skips so many bytes.</summary>
    public SkipRequest(long count)
    {
        _count = count;
        IsPending = count > 0;
    }

    /// <summary>Skips up to a terminator and with it.</summary>
    public SkipRequest(byte[] terminator)
    {
        _terminator = terminator;
        IsPending = true;
    }

    /// <summary>Is there more to skip?</summary>
    public bool IsPending { get; private set; }

    /// <summary>Bytes that must be unread for the next step.</summary>
    public int Needed { get; private set; } = 1;

    /// <summary>Goes on.</summary>
    /// <returns>How many of the unread bytes are skipped.</returns>
    public long Continue(in ReadOnlySequence<byte> unread)
    {
        if (_terminator is not null)
            return Search(unread);
        long skipped = Math.Min(_count, unread.Length);
        _count -= skipped;
        IsPending = _count > 0;
        return skipped;
    }

    private long Search(in ReadOnlySequence<byte> unread)
    {
        var reader = new SequenceReader<byte>(unread);
        if (reader.TryReadTo(out ReadOnlySequence<byte> _, _terminator, advancePastDelimiter: true))
        {
            IsPending = false;
            Needed = 1;
            return reader.Consumed;
        }
        // The last bytes may be the beginning of the terminator.
        long kept = Math.Min(unread.Length, _terminator!.Length - 1);
        Needed = (int)kept + 1;
        return unread.Length - kept;
    }
}
