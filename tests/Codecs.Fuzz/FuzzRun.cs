using System.Collections.Concurrent;
using System.Diagnostics;
using Codecs.Fuzz.Crashes;

namespace Codecs.Fuzz;

/// <summary>A run over all that is to be checked, on several threads, until the time is up or all inputs are through.</summary>
internal sealed class FuzzRun(Options options, CrashRecord record, TextWriter output)
{
    // So often a thread goes on to another type; all types get their share of a short run.
    private const int Turn = 500;

    // More faults of one type are rarely news.
    private const int MaxFaults = 3;

    // To look at all fields costs as much as a check.
    private const int LookEvery = 16;

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<Subject> _subjects = [];
    private readonly BranchMap? _branches = BranchMap.Open();
    private long _passed;
    private long _failed;

    /// <summary>Inputs that kept the contract.</summary>
    public long Passed => Interlocked.Read(ref _passed);

    /// <summary>Inputs that broke it.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>What was reached, of each type once.</summary>
    public CoverageReport Report => new(options, [.. _subjects.Where(subject => subject.Contract == subject.Message).Select(subject => (subject.Message, subject.Coverage, subject.Count))], _branches?.Count, output);

    public void Run(IReadOnlyList<Contract> contracts, SampleSet samples)
    {
        _subjects.AddRange(contracts.Select(contract => new Subject(contract, samples, options.Seed)));
        var waiting = new ConcurrentQueue<Subject>(_subjects);
        var threads = Enumerable.Range(0, _branches is null ? options.Threads : 1).Select(number => new Thread(() => Work(waiting, number))).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
    }

    private void Work(ConcurrentQueue<Subject> waiting, int thread)
    {
        while (waiting.TryDequeue(out var subject))
        {
            using var watchdog = new Watchdog(() => Stop(subject));
            if (!subject.IsStarted)
                CheckSamples(subject, thread, watchdog);
            for (int i = 0; i < Turn && subject.Faults < MaxFaults && !IsDone(subject); i++)
            {
                watchdog.Reset();
                var input = subject.Next();
                record.Begin(thread, subject.Contract.Name, input);
                _branches?.Begin();
                bool isNew = subject.Coverage.Add(input, isDeep: subject.IsBoundary || i % LookEvery == 0);
                string? fault = subject.Contract.Try(input);
                // Whatever leads somewhere else is worth a change.
                if (isNew | (_branches?.IsNew(subject.Branches) ?? false))
                    subject.Keep(input);
                Check(subject, input, fault);
            }
            record.End(thread);
            record.Passed = Passed;
            if (subject.Faults < MaxFaults && !IsDone(subject))
                waiting.Enqueue(subject);
        }
    }

    private bool IsDone(Subject subject) => options.Mutations is { } most ? subject.Mutations >= most : _watch.Elapsed.TotalSeconds >= options.Seconds;

    private void CheckSamples(Subject subject, int thread, Watchdog watchdog)
    {
        subject.IsStarted = true;
        subject.Coverage.AddCuts(subject.Samples);
        foreach (byte[] input in Sample.Regressions.Where(sample => sample.Type == subject.Contract.Name).Select(sample => sample.Bytes).Concat(subject.Samples))
        {
            watchdog.Reset();
            record.Begin(thread, subject.Contract.Name, input);
            subject.Coverage.Add(input, isDeep: true);
            Check(subject, input, subject.Contract.Try(input));
        }
        if (subject.Contract != subject.Message)
            return;
        foreach (byte[] sample in subject.Samples)
        {
            watchdog.Reset();
            record.Begin(thread, subject.Contract.Name, sample);
            if (subject.Message.CheckPrefixes(sample) is { } fault)
                Fail(subject, sample, fault);
        }
    }

    private void Check(Subject subject, ReadOnlySpan<byte> input, string? fault)
    {
        if (fault is null)
        {
            Interlocked.Increment(ref _passed);
            return;
        }
        byte[] small = Shrinker.Shrink(subject.Contract, input);
        Fail(subject, small, subject.Contract.Try(small) ?? fault);
    }

    private void Fail(Subject subject, ReadOnlySpan<byte> input, string fault)
    {
        subject.Faults++;
        Interlocked.Increment(ref _failed);
        string hex = Convert.ToHexStringLower(input);
        lock (output)
            output.WriteLine($"{subject.Contract.Name}, seed {options.Seed}, input {subject.Count} after {_watch.Elapsed.TotalSeconds:F1} s: {fault}\n  {hex}");
        if (options.Keeps)
            Regressions.Keep(subject.Contract.Name, fault, input);
    }

    /// <summary>An input that does not end cannot be shrunk, and its thread cannot be stopped.</summary>
    private void Stop(Subject subject)
    {
        Fail(subject, subject.Current, "does not come to an end");
        lock (output)
        {
            output.WriteLine($"{Passed} passed, {Failed} failed");
            output.Flush();
        }
        Environment.Exit(1);
    }
}
