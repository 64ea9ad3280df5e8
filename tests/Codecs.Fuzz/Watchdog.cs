namespace Codecs.Fuzz;

/// <summary>Calls if the process has worked for a long time and this was not reset. What waits for a processor on a loaded machine is no fault.</summary>
internal sealed class Watchdog : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly Timer _timer;
    private long _last = Environment.CpuUsage.TotalTime.Ticks;

    /// <param name="threads">The threads that share the time of the process.</param>
    /// <param name="bark">What is called, once a second until it ends the process.</param>
    public Watchdog(int threads, Action bark) => _timer = new Timer(
        _ =>
        {
            if (Environment.CpuUsage.TotalTime.Ticks - Interlocked.Read(ref _last) > s_patience.Ticks * threads)
                bark();
        },
        null,
        TimeSpan.FromSeconds(1),
        TimeSpan.FromSeconds(1));

    public void Reset() => Interlocked.Exchange(ref _last, Environment.CpuUsage.TotalTime.Ticks);

    public void Dispose() => _timer.Dispose();
}
