using BenchmarkDotNet.Running;
using Codecs.Benchmarks.Captures;
using Codecs.Benchmarks.Code;
using Codecs.Benchmarks.Generation;
using Codecs.Benchmarks.Ratios;

if (args is ["ratios", .. var options])
    return RatioCommand.Run(options);
if (args is ["code"])
    return CodeCommand.Run(listing: null);
if (args is ["code", "--listing", var listing])
    return CodeCommand.Run(listing);
if (args is ["code", "--run"])
    return CodeCommand.RunPaths();
if (args is ["captures"])
    return CaptureCommand.Run(largest: 1000);
if (args is ["captures", "--largest", var megabytes] && int.TryParse(megabytes, out int largest))
    return CaptureCommand.Run(largest);
if (args is ["generator"])
    return GenerationCommand.Run([10, 100, 300]);
if (args is ["generator", var count] && int.TryParse(count, out int definitions))
    return GenerationCommand.Run([definitions]);
if (args is ["generator", "--project", var folder])
    return ManyProjects.Write(folder);

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
