namespace Codecs.Fuzz;

/// <summary>Calls if the thread that made it has worked for a long time and this was not reset. What waits for a processor on a loaded machine is no fault.</summary>
internal sealed class Watchdog : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly WorkClock _clock = WorkClock.OfThisThread();
    private readonly Timer _timer;
    private long _last;

    /// <param name="bark">What is called, once a second until it ends the process.</param>
    public Watchdog(Action bark)
    {
        Reset();
        _timer = new Timer(
            _ =>
            {
                if (_clock.Elapsed.Ticks - Interlocked.Read(ref _last) > s_patience.Ticks)
                    bark();
            },
            null,
            TimeSpan.FromSeconds(1),
            TimeSpan.FromSeconds(1));
    }

    public void Reset() => Interlocked.Exchange(ref _last, _clock.Elapsed.Ticks);

    // The thread of the clock may end, and the clock with it, as soon as nobody asks any more.
    public void Dispose()
    {
        using var isOver = new ManualResetEvent(false);
        if (_timer.Dispose(isOver))
            isOver.WaitOne();
    }
}
