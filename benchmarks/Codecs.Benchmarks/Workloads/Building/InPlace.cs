using BenchmarkDotNet.Attributes;
using Codecs.Benchmarks.Workloads.Parsing;

namespace Codecs.Benchmarks.Workloads.Building;

/// <summary>TCP packets in frames that are changed where they are, and put back before each run, untimed.</summary>
public abstract class InPlace : Workload
{
    private protected const int Packets = 2000;
    private protected const int EthernetHeader = 14;
    private const int Stride = 80;

    private readonly byte[] _output = new byte[Packets * Stride], _restored = new byte[Packets * Stride];
    private int[] _lengths = [];

    /// <inheritdoc/>
    public override Span<byte> Output => _output;

    /// <inheritdoc/>
    public override void SetUp()
    {
        byte[][] frames = PacketData.TcpPackets(Packets, hasOptions: true);
        _lengths = [.. frames.Select(frame => frame.Length)];
        for (int i = 0; i < frames.Length; i++)
            frames[i].CopyTo(_restored.AsSpan(i * Stride));
    }

    /// <summary>The packets as they were.</summary>
    [IterationSetup(Targets = ["Spans", "Fused", "Editors"])]
    public void Restore() => _restored.CopyTo(_output.AsSpan());

    private protected Span<byte> Frame(int i) => _output.AsSpan(i * Stride, _lengths[i]);
}
