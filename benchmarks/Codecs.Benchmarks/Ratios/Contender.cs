using System.Reflection;
using BenchmarkDotNet.Attributes;
using Codecs.Benchmarks.Workloads;

namespace Codecs.Benchmarks.Ratios;

/// <summary>One way to do a workload, and what it has cost so far.</summary>
internal sealed class Contender
{
    private readonly Workload _workload;
    private readonly Func<ulong> _run;
    private readonly Action? _prepare;
    private readonly int _operations;
    private readonly List<double> _samples = [];

    public Contender(Workload workload, MethodInfo method, BenchmarkAttribute attribute)
    {
        Name = attribute.Description ?? method.Name;
        _workload = workload;
        _run = method.CreateDelegate<Func<ulong>>(workload);
        _prepare = FindPreparation(method)?.CreateDelegate<Action>(workload);
        _operations = attribute.OperationsPerInvoke;
    }

    public string Name { get; }

    /// <summary>Nanoseconds of one operation.</summary>
    public double Median => _samples.Order().ElementAt(_samples.Count / 2);

    /// <summary>Bytes allocated by one operation.</summary>
    public double AllocatedBytes { get; private set; }

    /// <summary>Goes once through all the data.</summary>
    /// <returns>A number made of all that was found.</returns>
    public ulong Run()
    {
        ulong found = 0;
        for (int i = 0; i < _workload.Runs; i++)
        {
            _prepare?.Invoke();
            found += _run();
        }
        return found;
    }

    /// <summary>How often to run for a sample of that length.</summary>
    public int RunsWithin(long nanoseconds)
    {
        const int Runs = 10;
        long each = Math.Max(1, Time(Runs).Nanoseconds / Runs);
        return (int)Math.Clamp(nanoseconds / each, 1, int.MaxValue);
    }

    /// <summary>Takes one sample.</summary>
    public void Sample(int runs)
    {
        var (nanoseconds, allocated) = Time(runs);
        double operations = (double)runs * _operations;
        _samples.Add(nanoseconds / operations);
        AllocatedBytes = allocated / operations;
    }

    private (long Nanoseconds, long AllocatedBytes) Time(int runs) => _prepare is null ? TimeTogether(runs) : TimeEach(runs, _prepare);

    private (long Nanoseconds, long AllocatedBytes) TimeTogether(int runs)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        long start = ThreadClock.Now;
        for (int i = 0; i < runs; i++)
            _run();
        return (ThreadClock.Now - start, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    private (long Nanoseconds, long AllocatedBytes) TimeEach(int runs, Action prepare)
    {
        long elapsed = 0, allocated = 0;
        for (int i = 0; i < runs; i++)
        {
            prepare();
            allocated -= GC.GetAllocatedBytesForCurrentThread();
            elapsed -= ThreadClock.Now;
            _run();
            elapsed += ThreadClock.Now;
            allocated += GC.GetAllocatedBytesForCurrentThread();
        }
        return (elapsed, allocated);
    }

    private static MethodInfo? FindPreparation(MethodInfo method) =>
        method.ReflectedType!.GetMethods().SingleOrDefault(other => other.GetCustomAttribute<IterationSetupAttribute>() is { } setup && setup.Targets.Contains(method.Name));
}
