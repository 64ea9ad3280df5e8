using BenchmarkDotNet.Attributes;

namespace Codecs.Benchmarks.Workloads.Dns;

/// <summary>Names are expanded into memory of the caller.</summary>
public class ExpandDnsNames : ReadDns
{
    /// <inheritdoc/>
    public override string Name => "W2 DNS read, names expanded";

    [Benchmark(Description = Plain, Baseline = true, OperationsPerInvoke = Messages)]
    public ulong Spans() => ReadAll<PlainDns.Expand>();

    [Benchmark(Description = Best, OperationsPerInvoke = Messages)]
    public ulong Fused() => ReadAll<BestDns.Expand>();

    [Benchmark(Description = "DnsName.TryExpand", OperationsPerInvoke = Messages)]
    public ulong Lazy() => ReadAll<DnsNames.Expand>();

    [Benchmark(Description = "generated: DnsMessage.Reader", OperationsPerInvoke = Messages)]
    public ulong Once() => ReadAllOnce<GeneratedDns.Expand>();

    [Benchmark(Description = "generated: DnsMessage", OperationsPerInvoke = Messages)]
    public ulong Generated() => ReadAllGenerated<GeneratedDns.Expand>();
}
