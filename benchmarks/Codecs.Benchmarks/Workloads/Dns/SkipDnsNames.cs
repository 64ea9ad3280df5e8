using BenchmarkDotNet.Attributes;

namespace Codecs.Benchmarks.Workloads.Dns;

/// <summary>Names are checked to their end, and not looked at.</summary>
public class SkipDnsNames : ReadDns
{
    /// <inheritdoc/>
    public override string Name => "W2 DNS read, names checked";

    [Benchmark(Description = Plain, Baseline = true, OperationsPerInvoke = Messages)]
    public ulong Spans() => ReadAll<PlainDns.Skip>();

    [Benchmark(Description = Best, OperationsPerInvoke = Messages)]
    public ulong Fused() => ReadAll<BestDns.Skip>();

    [Benchmark(Description = "DnsName", OperationsPerInvoke = Messages)]
    public ulong Lazy() => ReadAll<DnsNames.Skip>();

    [Benchmark(Description = "generated: DnsMessage.Reader", OperationsPerInvoke = Messages)]
    public ulong Once() => ReadAllOnce<GeneratedDns.Skip>();

    [Benchmark(Description = "generated: DnsMessage", OperationsPerInvoke = Messages)]
    public ulong Generated() => ReadAllGenerated<GeneratedDns.Skip>();
}
