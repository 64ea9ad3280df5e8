using BenchmarkDotNet.Attributes;

namespace Codecs.Benchmarks.Workloads.Dns;

/// <summary>The labels of names are looked at where they are.</summary>
public class WalkDnsLabels : ReadDns
{
    /// <inheritdoc/>
    public override string Name => "W2 DNS read, labels walked";

    [Benchmark(Description = Plain, Baseline = true, OperationsPerInvoke = Messages)]
    public ulong Spans() => ReadAll<PlainDns.Labels>();

    [Benchmark(Description = Best, OperationsPerInvoke = Messages)]
    public ulong Fused() => ReadAll<BestDns.Labels>();

    [Benchmark(Description = "DnsName foreach", OperationsPerInvoke = Messages)]
    public ulong Lazy() => ReadAll<DnsNames.Labels>();

    [Benchmark(Description = "generated: DnsMessage.Reader", OperationsPerInvoke = Messages)]
    public ulong Once() => ReadAllOnce<GeneratedDns.Labels>();

    [Benchmark(Description = "generated: DnsMessage", OperationsPerInvoke = Messages)]
    public ulong Generated() => ReadAllGenerated<GeneratedDns.Labels>();
}
