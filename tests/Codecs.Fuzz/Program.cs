using System.Reflection;
using Codecs.Capture;
using Codecs.Fuzz;
using Codecs.Fuzz.Crashes;
using Codecs.Fuzz.Inputs;
using Codecs.Protocols;

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}
// What is read outside of an input ends the process. Another one is left to say so.
if (options is { Record: null, Input: null, Traffic: null, Long: null, Captures: null })
    return new Supervisor(args, options, Console.Out).Run();

Assembly[] assemblies = [typeof(Packet).Assembly, typeof(CaptureReader).Assembly, .. options.Assemblies.Select(path => Assembly.LoadFrom(Path.GetFullPath(path)))];
MessageContract[] contracts = [.. assemblies.SelectMany(MessageContract.Of), .. assemblies.SelectMany(MessageContract.WithArgumentOf)];
StackContract[] stacks = [.. assemblies.SelectMany(assembly => StackContract.Of(assembly, contracts))];
Contract[] selected = [.. contracts.Concat<Contract>(stacks).Concat(MessageContract.Of(typeof(Options).Assembly).Where(probe => probe.Name == options.Type))
    .Where(contract => options.Type is null || contract.Name == options.Type)];
if (selected.Length == 0 && options.Long is null)
{
    Console.Error.WriteLine($"There is no message type {options.Type}.");
    return 2;
}
if (options.Input is not null)
{
    byte[] input = File.ReadAllBytes(options.Input);
    string? fault = selected[0].Try(input) ?? (selected[0] is MessageContract message && message.Parse(input) ? message.CheckPrefixes(input) : null);
    Console.WriteLine(fault ?? "keeps the contract");
    return fault is null ? 0 : 1;
}
if (options.Captures is not null)
{
    var captures = new CaptureFrames();
    captures.Check(options.Captures, step: 1);
    captures.Faults.ForEach(Console.WriteLine);
    Console.WriteLine($"{captures.Captures} captures, {captures.Frames} frames\n{captures.Inputs - captures.Faults.Count} passed, {captures.Faults.Count} failed");
    return captures.Faults.Count == 0 ? 0 : 1;
}
if (options.Traffic is { } frames)
{
    using var capture = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
    MakeTraffic(contracts, Samples(contracts), options.Seed).Write(capture, frames);
    return 0;
}
if (options.Long is { } many)
{
    var samples = Samples(contracts);
    var (passed, failed) = new LongRun(() => MakeTraffic(contracts, samples, options.Seed), many, options.Type, Console.Out).Run();
    Console.WriteLine($"{passed} passed, {failed} failed");
    return failed == 0 ? 0 : 1;
}
using var record = new CrashRecord(options.Record!);
var run = new FuzzRun(options, record, Console.Out);
run.Run(selected, Samples(contracts));
run.Report.Write();
Console.WriteLine($"{run.Passed} passed, {run.Failed} failed");
return run.Failed == 0 ? 0 : 1;

static Traffic MakeTraffic(MessageContract[] contracts, SampleSet samples, int seed)
{
    var ethernet = contracts.Single(contract => contract.Type == typeof(Ethernet));
    return new Traffic(ethernet, samples.Of(ethernet), seed);
}

// The samples are the first that is parsed, and all that is in them is read.
static SampleSet Samples(MessageContract[] contracts)
{
    using var watchdog = new Watchdog(static () =>
    {
        Console.WriteLine("Reading the samples does not come to an end.\n0 passed, 1 failed");
        Console.Out.Flush();
        Environment.Exit(1);
    });
    return new SampleSet(contracts);
}
