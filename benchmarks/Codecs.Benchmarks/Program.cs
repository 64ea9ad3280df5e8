using BenchmarkDotNet.Running;
using Codecs.Benchmarks.Generation;
using Codecs.Benchmarks.Ratios;

if (args is ["ratios", .. var options])
    return RatioCommand.Run(options);
if (args is ["generator"])
    return GenerationCommand.Run([10, 100, 300]);
if (args is ["generator", var count] && int.TryParse(count, out int definitions))
    return GenerationCommand.Run([definitions]);
if (args is ["generator", "--project", var folder])
    return ManyProjects.Write(folder);

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
