using System.Reflection;
using Codecs.Capture;
using Codecs.Fuzz;
using Codecs.Fuzz.Crashes;
using Codecs.Protocols;

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}
// What is read outside of an input ends the process. Another one is left to say so.
if (options.Record is null && options.Input is null)
    return new Supervisor(args, options, Console.Out).Run();

Assembly[] assemblies = [typeof(Packet).Assembly, typeof(CaptureReader).Assembly, .. options.Assemblies.Select(path => Assembly.LoadFrom(Path.GetFullPath(path)))];
MessageContract[] contracts = [.. assemblies.SelectMany(MessageContract.Of)];
StackContract[] stacks = [.. assemblies.SelectMany(assembly => StackContract.Of(assembly, contracts))];
Contract[] selected = [.. contracts.Concat<Contract>(stacks).Concat(MessageContract.Of(typeof(Options).Assembly).Where(probe => probe.Name == options.Type))
    .Where(contract => options.Type is null || contract.Name == options.Type)];
if (selected.Length == 0)
{
    Console.Error.WriteLine($"There is no message type {options.Type}.");
    return 2;
}
if (options.Input is not null)
{
    string? fault = selected[0].Try(File.ReadAllBytes(options.Input));
    Console.WriteLine(fault ?? "keeps the contract");
    return fault is null ? 0 : 1;
}
using var record = new CrashRecord(options.Record!);
var run = new FuzzRun(options, record, Console.Out);
run.Run(selected, new SampleSet(contracts));
run.Report.Write();
Console.WriteLine($"{run.Passed} passed, {run.Failed} failed");
return run.Failed == 0 ? 0 : 1;
