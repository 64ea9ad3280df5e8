using Codecs.Conformance;

if (args.Length != 2 || !Directory.Exists(args[0]) || !Directory.Exists(args[1]))
{
    Console.Error.WriteLine("usage: Codecs.Conformance CAPTURES EXPECTED     two folders; EXPECTED has NAME.jsonl.gz for each capture NAME");
    return 2;
}
return ConformanceRun.Run(args[0], args[1], Console.Out) ? 0 : 1;
