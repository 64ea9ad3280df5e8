namespace Codecs.Tool.Streams.Lines;

/// <summary>What one side of a dialogue has said, by number, for the other side to wait for.</summary>
/// <typeparam name="T">What is noted of each.</typeparam>
internal sealed class Sequence<T> where T : struct
{
    // Who has not asked by then does not get an answer: nothing grows with the connection.
    private const int MostKept = 1 << 12;

    private readonly T[] _kept = new T[MostKept];
    private long _count;
    private bool _isEnded;
    private TaskCompletionSource? _more;

    /// <summary>How many there were.</summary>
    public long Count => _count;

    /// <summary>Notes the next. Who waits goes on within this call.</summary>
    public void Add(T value)
    {
        _kept[_count++ % MostKept] = value;
        Wake();
    }

    /// <summary>No more will come.</summary>
    public void End()
    {
        _isEnded = true;
        Wake();
    }

    /// <summary>Waits for one.</summary>
    /// <returns>Null if it does not come, or came so long ago that it is forgotten.</returns>
    public async ValueTask<T?> GetAsync(long number)
    {
        while (number >= _count)
        {
            if (_isEnded)
                return null;
            _more ??= new();
            await _more.Task.ConfigureAwait(false);
        }
        return number >= _count - MostKept ? _kept[number % MostKept] : null;
    }

    private void Wake()
    {
        var more = _more;
        _more = null;
        more?.SetResult();
    }
}
