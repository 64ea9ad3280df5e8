using System.Collections.Concurrent;
using System.Diagnostics;

namespace Codecs.Fuzz;

/// <summary>A run over message types, on all processors, until the time is up or all inputs are through.</summary>
internal sealed class FuzzRun(Options options, TextWriter output)
{
    // So often a thread goes on to another type; all types get their share of a short run.
    private const int Turn = 500;

    // More faults of one type are rarely news.
    private const int MaxFaults = 3;

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private long _passed;
    private long _failed;

    /// <summary>Inputs that kept the contract.</summary>
    public long Passed => Interlocked.Read(ref _passed);

    /// <summary>Inputs that broke it.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    public void Run(IReadOnlyList<MessageContract> contracts, SampleSet samples)
    {
        var waiting = new ConcurrentQueue<Subject>();
        foreach (var contract in contracts)
            waiting.Enqueue(new Subject(contract, samples.Of(contract), options.Seed));
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(() => Work(waiting))).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
    }

    private void Work(ConcurrentQueue<Subject> waiting)
    {
        while (waiting.TryDequeue(out var subject))
        {
            using var watchdog = new Watchdog(() => Stop(subject));
            if (!subject.IsStarted)
                CheckSamples(subject);
            for (int i = 0; i < Turn && subject.Faults < MaxFaults && !IsDone(subject); i++)
            {
                watchdog.Reset();
                var input = subject.Inputs.Next();
                subject.Count++;
                Check(subject, input, subject.Contract.Try(input));
            }
            if (subject.Faults < MaxFaults && !IsDone(subject))
                waiting.Enqueue(subject);
        }
    }

    private bool IsDone(Subject subject) => options.Mutations is { } most ? subject.Count >= most : _watch.Elapsed.TotalSeconds >= options.Seconds;

    private void CheckSamples(Subject subject)
    {
        subject.IsStarted = true;
        foreach (byte[] sample in subject.Samples)
        {
            Check(subject, sample, subject.Contract.Try(sample));
            if (subject.Contract.CheckPrefixes(sample) is { } fault)
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
            output.WriteLine($"{subject.Contract.Name}, seed {options.Seed}, input {subject.Count}: {fault}\n  {hex}");
    }

    /// <summary>An input that does not end cannot be shrunk, and its thread cannot be stopped.</summary>
    private void Stop(Subject subject)
    {
        Fail(subject, subject.Inputs.Current, "does not come to an end");
        lock (output)
        {
            output.WriteLine($"{Passed} passed, {Failed} failed");
            output.Flush();
        }
        Environment.Exit(1);
    }

    private sealed class Subject(MessageContract contract, IReadOnlyList<byte[]> samples, int seed)
    {
        public MessageContract Contract => contract;

        public IReadOnlyList<byte[]> Samples => samples;

        public Mutator Inputs { get; } = new(contract, samples, seed);

        public bool IsStarted { get; set; }

        public long Count { get; set; }

        public int Faults { get; set; }
    }

    /// <summary>Calls if it is not reset for a long time.</summary>
    private sealed class Watchdog : IDisposable
    {
        private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

        private readonly Timer _timer;
        private long _last = Stopwatch.GetTimestamp();

        public Watchdog(Action bark) => _timer = new Timer(
            _ =>
            {
                if (Stopwatch.GetElapsedTime(Interlocked.Read(ref _last)) > s_patience)
                    bark();
            },
            null,
            s_patience,
            TimeSpan.FromSeconds(1));

        public void Reset() => Interlocked.Exchange(ref _last, Stopwatch.GetTimestamp());

        public void Dispose() => _timer.Dispose();
    }
}
