using System.Diagnostics;
using System.Runtime;

namespace Codecs.Tool.Measurement;

/// <summary>What an operation takes.</summary>
/// <param name="Nanoseconds">For each message: the median of batches.</param>
/// <param name="Bytes">Of each message, on average.</param>
/// <param name="Allocated">Bytes of memory for each message.</param>
internal readonly record struct Timing(double Nanoseconds, double Bytes, double Allocated)
{
    // Long enough that looking at the clock does not count, short enough that one disturbance spoils one of many.
    private static readonly TimeSpan s_batch = TimeSpan.FromMilliseconds(10);

    public double MessagesPerSecond => 1e9 / Nanoseconds;

    /// <summary>10^9 bytes a second.</summary>
    public double GigabytesPerSecond => Bytes / Nanoseconds;

    /// <summary>Measures something that is done with all messages, again and again.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="repetitions">How often it is done with each message in one call.</param>
    /// <param name="time">How long to measure, once the code is compiled as well as it is going to be.</param>
    /// <param name="pass">Does it once with all.</param>
    public static Timing Measure(SampleMessages messages, int repetitions, TimeSpan time, Action pass)
    {
        double each = Warm(pass) / s_batch;
        int count = (int)Math.Clamp(1 / Math.Max(each, 1e-9), 1, 1 << 24);
        var batches = new List<double>(1024);
        long allocated = GC.GetAllocatedBytesForCurrentThread(), done = 0;
        for (long start = Stopwatch.GetTimestamp(); batches.Count == 0 || (Stopwatch.GetElapsedTime(start) < time && batches.Count < batches.Capacity);)
        {
            long before = Stopwatch.GetTimestamp();
            for (int i = 0; i < count; i++)
                pass();
            batches.Add(Stopwatch.GetElapsedTime(before).TotalNanoseconds / count);
            done += count;
        }
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        batches.Sort();
        double all = (double)messages.Count * repetitions;
        return new(batches[batches.Count / 2] / all, (double)messages.Length / messages.Count, allocated / (done * all));
    }

    /// <summary>Repeats something until nothing has been compiled for a while: hot code is compiled again, in the background. Returns the time of one pass.</summary>
    private static TimeSpan Warm(Action pass)
    {
        var quiet = TimeSpan.FromMilliseconds(250);
        var most = TimeSpan.FromSeconds(3);
        long start = Stopwatch.GetTimestamp(), last = start, passes = 0, compiled = -1;
        do
        {
            pass();
            passes++;
            if (JitInfo.GetCompiledMethodCount() is var now && now != compiled)
                (compiled, last) = (now, Stopwatch.GetTimestamp());
        }
        while (Stopwatch.GetElapsedTime(last) < quiet && Stopwatch.GetElapsedTime(start) < most);
        long once = Stopwatch.GetTimestamp();
        pass();
        return passes > 1 ? Stopwatch.GetElapsedTime(once) : Stopwatch.GetElapsedTime(start) / passes;
    }
}
