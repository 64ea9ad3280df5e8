using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Codecs.Fuzz;

/// <summary>The processor time that one thread has had. On a loaded machine a thread may wait for a processor as long as it likes: that is no fault of what it does.</summary>
internal sealed class WorkClock
{
    private readonly int _clock;

    private WorkClock(int clock) => _clock = clock;

    /// <summary>What the thread that asks has had; the time of day where the system does not say.</summary>
    public static TimeSpan Now => OperatingSystem.IsLinux() ? Linux.Read(Linux.CallingThread) : Stopwatch.GetElapsedTime(0);

    /// <summary>What the thread of this clock has had; another one may ask. That of the whole process where the system does not say.</summary>
    public TimeSpan Elapsed => OperatingSystem.IsLinux() ? Linux.Read(_clock) : Environment.CpuUsage.TotalTime;

    /// <summary>The clock of the thread that calls.</summary>
    public static WorkClock OfThisThread()
    {
        int clock = 0;
        return OperatingSystem.IsLinux() && Linux.pthread_getcpuclockid(Linux.pthread_self(), out clock) != 0 ? throw new InvalidOperationException("The thread has no clock.") : new WorkClock(clock);
    }

    private static class Linux
    {
        public const int CallingThread = 3;

        public static TimeSpan Read(int clock) =>
            clock_gettime(clock, out var time) == 0 ? new TimeSpan(time.Seconds * TimeSpan.TicksPerSecond + time.Nanoseconds / TimeSpan.NanosecondsPerTick) : throw new InvalidOperationException("There is no such clock.");

        [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern nuint pthread_self();

        [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int pthread_getcpuclockid(nuint thread, out int clock);

        [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static extern int clock_gettime(int clock, out Time time);

        [StructLayout(LayoutKind.Sequential)]
        private readonly struct Time
        {
            public readonly nint Seconds;
            public readonly nint Nanoseconds;
        }
    }
}
