using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Workloads.Parsing;

/// <summary>The same five fields, with a method for each layer that gets it by reference: the compiler sees one layer at a time.</summary>
public class ParseFlowByMethods : ParseTcp
{
    /// <inheritdoc/>
    public override string Name => "W1 parse 5 fields, method per layer";

    [Benchmark(Description = Plain, Baseline = true, OperationsPerInvoke = Packets)]
    public ulong Spans()
    {
        ulong sum = 0;
        foreach (var frame in Frames)
            sum += PlainMethods.OnFrame(frame);
        return sum;
    }

    [Benchmark(Description = Best, OperationsPerInvoke = Packets)]
    public ulong Views()
    {
        ulong sum = 0;
        foreach (var frame in Frames)
            sum += ViewMethods.OnFrame(frame);
        return sum;
    }

    [Benchmark(Description = "generated: TryGet", OperationsPerInvoke = Packets)]
    public ulong TryGet()
    {
        ulong sum = 0;
        foreach (var frame in Frames)
            sum += GeneratedMethods.OnFrame(frame);
        return sum;
    }

    private static class PlainMethods
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static uint OnFrame(ReadOnlySpan<byte> frame) => PlainParser.TryFindIPv4(frame, out var ip) ? OnIPv4(ip) : 0;

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static uint OnIPv4(ReadOnlySpan<byte> ip) => PlainParser.TryFindTcpIn(ip, out var tcp) ? OnTcp(ip, tcp) : 0;

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static uint OnTcp(ReadOnlySpan<byte> ip, ReadOnlySpan<byte> tcp) => PlainParser.Flow(ip, tcp);
    }

    private static class ViewMethods
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static uint OnFrame(ReadOnlySpan<byte> frame) => EthernetView.TryParse(frame, out var ethernet) ? OnEthernet(in ethernet) : 0;

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static uint OnEthernet(in EthernetView ethernet) => ethernet.CarriesIPv4 && IPv4View.TryParse(ethernet.Payload, out var ip) ? OnIPv4(in ip) : 0;

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static uint OnIPv4(in IPv4View ip) => ip.CarriesTcp && TcpView.TryParse(ip.Payload, out var tcp) ? OnTcp(in ip, in tcp) : 0;

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static uint OnTcp(in IPv4View ip, in TcpView tcp) => Fields.Flow(ip.Source, ip.Destination, tcp.SourcePort, tcp.DestinationPort, tcp.Flags);
    }

    private static class GeneratedMethods
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static uint OnFrame(ReadOnlySpan<byte> frame) => Ethernet.TryParse(frame, out var ethernet) ? OnEthernet(in ethernet) : 0;

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static uint OnEthernet(in Ethernet ethernet) => ethernet.TryGet(out IPv4 ip) ? OnIPv4(in ip) : 0;

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static uint OnIPv4(in IPv4 ip) => ip.TryGet(out Tcp tcp) ? OnTcp(in ip, in tcp) : 0;

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static uint OnTcp(in IPv4 ip, in Tcp tcp) => GeneratedTcp.Flow(in ip, in tcp);
    }
}
