using Codecs.Fuzz;
using Codecs.Protocols;

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine("usage: Codecs.Fuzz [--seconds N] [--seed S] [--type NAME] [--mutations M]");
    return 2;
}
var contracts = MessageContract.Of(typeof(Packet).Assembly);
var samples = new SampleSet(contracts);
var selected = options.Type is null ? contracts : [.. contracts.Where(contract => contract.Name == options.Type)];
if (selected.Length == 0)
{
    Console.Error.WriteLine($"There is no message type {options.Type}.");
    return 2;
}
var run = new FuzzRun(options, Console.Out);
run.Run(selected, samples);
Console.WriteLine($"{run.Passed} passed, {run.Failed} failed");
return run.Failed == 0 ? 0 : 1;
