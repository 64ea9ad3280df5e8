using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Codecs.Benchmarks.Ratios;

/// <summary>
/// The time that the current thread has spent on a processor, where the system tells: what other processes take away is then
/// not counted. Elsewhere, the time on the wall.
/// </summary>
internal static class ThreadClock
{
    // The value of CLOCK_THREAD_CPUTIME_ID differs between systems.
    private static readonly int s_clock = OperatingSystem.IsLinux() ? 3 : OperatingSystem.IsMacOS() ? 16 : -1;
    private static readonly bool s_isSupported = IsSupported();

    /// <summary>Nanoseconds since an arbitrary moment.</summary>
    public static long Now
    {
        get
        {
            if (!s_isSupported)
                return (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));
            _ = GetTime(s_clock, out var time);
            return time.Seconds * 1_000_000_000L + time.Nanoseconds;
        }
    }

    /// <summary>What <see cref="Now"/> tells.</summary>
    public static string Description => s_isSupported ? "thread CPU time" : "wall time";

    private static bool IsSupported()
    {
        try
        {
            return s_clock >= 0 && GetTime(s_clock, out _) == 0;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int GetTime(int clock, out TimeSpec time);

    // struct timespec: both members are as wide as a pointer on the systems above
    private readonly struct TimeSpec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
