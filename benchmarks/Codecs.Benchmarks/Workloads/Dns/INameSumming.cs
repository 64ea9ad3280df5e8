using Codecs.Protocols;

namespace Codecs.Benchmarks.Workloads.Dns;

/// <summary>What is done with each name of a message that was parsed. The readers are made once for each.</summary>
internal interface INameSumming
{
    /// <summary>A number of what was found.</summary>
    static abstract ulong Sum(DnsName name, Span<byte> scratch);
}
