using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace Codecs.Benchmarks.Ratios;

/// <summary>One way to do a workload, and what it has cost so far.</summary>
internal sealed class Contender
{
    private readonly Func<ulong> _run;
    private readonly int _operations;
    private readonly List<double> _samples = [];

    public Contender(object workload, MethodInfo method, BenchmarkAttribute attribute)
    {
        Name = attribute.Description ?? method.Name;
        _run = method.CreateDelegate<Func<ulong>>(workload);
        _operations = attribute.OperationsPerInvoke;
    }

    public string Name { get; }

    /// <summary>Nanoseconds of one operation.</summary>
    public double Median => _samples.Order().ElementAt(_samples.Count / 2);

    /// <summary>Bytes allocated by one operation.</summary>
    public double AllocatedBytes { get; private set; }

    /// <summary>Goes once through all the data.</summary>
    /// <returns>A number made of all that was found.</returns>
    public ulong Run() => _run();

    /// <summary>How often to run for a sample of that length.</summary>
    public int RunsWithin(long nanoseconds)
    {
        const int Runs = 10;
        long start = ThreadClock.Now;
        for (int i = 0; i < Runs; i++)
            _run();
        long each = Math.Max(1, (ThreadClock.Now - start) / Runs);
        return (int)Math.Clamp(nanoseconds / each, 1, int.MaxValue);
    }

    /// <summary>Takes one sample.</summary>
    public void Sample(int runs)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        long start = ThreadClock.Now;
        for (int i = 0; i < runs; i++)
            _run();
        long elapsed = ThreadClock.Now - start;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;

        double operations = (double)runs * _operations;
        _samples.Add(elapsed / operations);
        AllocatedBytes = allocated / operations;
    }
}
