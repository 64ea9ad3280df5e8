using Codecs.Protocols;

namespace Codecs.Benchmarks.Workloads.Dns;

/// <summary>The same with the field type for names.</summary>
internal static class DnsNames
{
    /// <inheritdoc cref="PlainDns.Skip"/>
    public readonly struct Skip : INameReading
    {
        public static int Read(ReadOnlySpan<byte> message, int at, Span<byte> scratch, ref ulong sum)
        {
            var result = DnsName.TryParse(message, at, default, out _);
            return result ? at + result.BytesConsumed : -1;
        }
    }

    /// <inheritdoc cref="PlainDns.Expand"/>
    public readonly struct Expand : INameReading
    {
        public static int Read(ReadOnlySpan<byte> message, int at, Span<byte> scratch, ref ulong sum)
        {
            var result = DnsName.TryParse(message, at, default, out var name);
            if (!result)
                return -1;
            name.TryExpand(scratch, out int length);
            sum += DnsSums.Name(scratch[..length]);
            return at + result.BytesConsumed;
        }
    }

    /// <inheritdoc cref="PlainDns.Labels"/>
    public readonly struct Labels : INameReading
    {
        public static int Read(ReadOnlySpan<byte> message, int at, Span<byte> scratch, ref ulong sum)
        {
            var result = DnsName.TryParse(message, at, default, out var name);
            if (!result)
                return -1;
            foreach (var label in name)
                sum += DnsSums.Label(label);
            return at + result.BytesConsumed;
        }
    }
}
