using BenchmarkDotNet.Attributes;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Workloads.Parsing;

/// <summary>W1: frames of a program that reads all of the common stacks: addresses, ports, flags or length, VLAN. A run has frames of one of them.</summary>
public class ParseStack : Workload
{
    private const int Packets = 8000;

    private static readonly FrameStack[] s_stacks = [FrameStack.Tcp, FrameStack.Udp, FrameStack.IPv6, FrameStack.IPv6 | FrameStack.Udp, FrameStack.Vlan, FrameStack.Vlan | FrameStack.Udp];

    private byte[][] _frames = [];

    /// <inheritdoc/>
    public override string Name => $"W1 parse {(Stack.HasFlag(FrameStack.Udp) ? "UDP" : "TCP")} over {(Stack.HasFlag(FrameStack.IPv6) ? "IPv6" : "IPv4")}{(Stack.HasFlag(FrameStack.Vlan) ? " in a VLAN" : "")}";

    /// <summary>What the frames have.</summary>
    [Params(FrameStack.Tcp, FrameStack.Udp, FrameStack.IPv6, FrameStack.IPv6 | FrameStack.Udp, FrameStack.Vlan, FrameStack.Vlan | FrameStack.Udp)]
    public FrameStack Stack { get; set; }

    /// <inheritdoc/>
    public override void SetUp() => _frames = StackData.Frames(Stack, Packets);

    /// <summary>Frames of all stacks, in turn: so that the compiler has seen the program read all that it knows, whichever stack comes first.</summary>
    public override void SetUpFew()
    {
        byte[][][] frames = [.. s_stacks.Select(stack => StackData.Frames(stack, Packets))];
        _frames = [.. Enumerable.Range(0, Packets).Select(i => frames[i % frames.Length][i])];
    }

    /// <inheritdoc/>
    public override bool SetUpDamaged()
    {
        _frames = StackData.Damaged(Stack, Packets);
        return true;
    }

    [Benchmark(Description = Plain, Baseline = true, OperationsPerInvoke = Packets)]
    public ulong Spans()
    {
        ulong sum = 0;
        foreach (var frame in _frames)
            sum += PlainStack.Flow(frame);
        return sum;
    }

    [Benchmark(Description = Best, OperationsPerInvoke = Packets)]
    public ulong Fused()
    {
        ulong sum = 0;
        foreach (var frame in _frames)
            sum += FusedStack.Flow(frame);
        return sum;
    }

    [Benchmark(Description = "generated: Packet, TryGet", OperationsPerInvoke = Packets)]
    public ulong TryGet()
    {
        ulong sum = 0;
        foreach (var frame in _frames)
        {
            if (!Packet.TryParse(frame, out var packet))
                continue;
            uint source, destination;
            if (packet.TryGet(out IPv4 ip))
                (source, destination) = (ip.Source.Value, ip.Destination.Value);
            else if (packet.TryGet(out IPv6 ip6))
                (source, destination) = ((uint)ip6.Source.Value, (uint)ip6.Destination.Value);
            else
                continue;
            if (packet.TryGet(out Tcp tcp))
                sum += Fields.Flow(source, destination, tcp.SourcePort, tcp.DestinationPort, (int)tcp.Flags);
            else if (packet.TryGet(out Udp udp))
                sum += Fields.Flow(source, destination, udp.SourcePort, udp.DestinationPort, udp.Length);
            else
                continue;
            if (packet.TryGet(out Vlan vlan))
                sum += vlan.VlanIdentifier;
        }
        return sum;
    }

    [Benchmark(Description = "generated: Packet, properties", OperationsPerInvoke = Packets)]
    public ulong Properties()
    {
        ulong sum = 0;
        foreach (var frame in _frames)
        {
            if (!Packet.TryParse(frame, out var packet))
                continue;
            var present = packet.Present;
            uint source, destination;
            if ((present & Packet.Layers.IPv4) != 0)
                (source, destination) = (packet.IPv4.Source.Value, packet.IPv4.Destination.Value);
            else if ((present & Packet.Layers.IPv6) != 0)
                (source, destination) = ((uint)packet.IPv6.Source.Value, (uint)packet.IPv6.Destination.Value);
            else
                continue;
            if ((present & Packet.Layers.Tcp) != 0)
                sum += Fields.Flow(source, destination, packet.Tcp.SourcePort, packet.Tcp.DestinationPort, (int)packet.Tcp.Flags);
            else if ((present & Packet.Layers.Udp) != 0)
                sum += Fields.Flow(source, destination, packet.Udp.SourcePort, packet.Udp.DestinationPort, packet.Udp.Length);
            else
                continue;
            if ((present & Packet.Layers.Vlan) != 0)
                sum += packet.Vlan.VlanIdentifier;
        }
        return sum;
    }

    [Benchmark(Description = "generated: stack of six, TryGet", OperationsPerInvoke = Packets)]
    public ulong TryGetOfSix()
    {
        ulong sum = 0;
        foreach (var frame in _frames)
        {
            if (!CommonPacket.TryParse(frame, out var packet))
                continue;
            uint source, destination;
            if (packet.TryGet(out IPv4 ip))
                (source, destination) = (ip.Source.Value, ip.Destination.Value);
            else if (packet.TryGet(out IPv6 ip6))
                (source, destination) = ((uint)ip6.Source.Value, (uint)ip6.Destination.Value);
            else
                continue;
            if (packet.TryGet(out Tcp tcp))
                sum += Fields.Flow(source, destination, tcp.SourcePort, tcp.DestinationPort, (int)tcp.Flags);
            else if (packet.TryGet(out Udp udp))
                sum += Fields.Flow(source, destination, udp.SourcePort, udp.DestinationPort, udp.Length);
            else
                continue;
            if (packet.TryGet(out Vlan vlan))
                sum += vlan.VlanIdentifier;
        }
        return sum;
    }

    [Benchmark(Description = "generated: stack of six, properties", OperationsPerInvoke = Packets)]
    public ulong PropertiesOfSix()
    {
        ulong sum = 0;
        foreach (var frame in _frames)
        {
            if (!CommonPacket.TryParse(frame, out var packet))
                continue;
            var present = packet.Present;
            uint source, destination;
            if ((present & CommonPacket.Layers.IPv4) != 0)
                (source, destination) = (packet.IPv4.Source.Value, packet.IPv4.Destination.Value);
            else if ((present & CommonPacket.Layers.IPv6) != 0)
                (source, destination) = ((uint)packet.IPv6.Source.Value, (uint)packet.IPv6.Destination.Value);
            else
                continue;
            if ((present & CommonPacket.Layers.Tcp) != 0)
                sum += Fields.Flow(source, destination, packet.Tcp.SourcePort, packet.Tcp.DestinationPort, (int)packet.Tcp.Flags);
            else if ((present & CommonPacket.Layers.Udp) != 0)
                sum += Fields.Flow(source, destination, packet.Udp.SourcePort, packet.Udp.DestinationPort, packet.Udp.Length);
            else
                continue;
            if ((present & CommonPacket.Layers.Vlan) != 0)
                sum += packet.Vlan.VlanIdentifier;
        }
        return sum;
    }
}
