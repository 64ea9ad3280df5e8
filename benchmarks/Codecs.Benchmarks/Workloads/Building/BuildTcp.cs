using BenchmarkDotNet.Attributes;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Workloads.Building;

/// <summary>W6: building TCP segments over IPv4 in Ethernet frames, with all lengths and both checksums.</summary>
public class BuildTcp : Workload
{
    private const int Packets = 256;
    private const int Headers = 54;

    private readonly Segment[] _segments = Segment.Make(Packets);
    private byte[] _payload = [];
    private byte[] _output = [];

    /// <inheritdoc/>
    public override string Name => $"W6 build {PayloadLength} B";

    /// <summary>Bytes that each segment carries.</summary>
    [Params(0, 512, 1460)]
    public int PayloadLength { get; set; }

    /// <inheritdoc/>
    public override Span<byte> Output => _output;

    /// <inheritdoc/>
    public override void SetUp()
    {
        _payload = new byte[PayloadLength];
        new Random(9293).NextBytes(_payload);
        _output = new byte[Packets * (Headers + PayloadLength)];
    }

    [Benchmark(Description = Plain, Baseline = true, OperationsPerInvoke = Packets)]
    public ulong Spans()
    {
        ReadOnlySpan<byte> payload = _payload;
        var rest = _output.AsSpan();
        foreach (ref readonly var segment in _segments.AsSpan())
            rest = rest[PlainWriter.Write(rest, in segment, payload)..];
        return (ulong)rest.Length;
    }

    [Benchmark(Description = Best, OperationsPerInvoke = Packets)]
    public ulong Fused()
    {
        ReadOnlySpan<byte> payload = _payload;
        var rest = _output.AsSpan();
        foreach (ref readonly var segment in _segments.AsSpan())
            rest = rest[FusedWriter.Write(rest, in segment, payload)..];
        return (ulong)rest.Length;
    }

    [Benchmark(Description = "generated: ethernet / ip / tcp", OperationsPerInvoke = Packets)]
    public ulong Generated()
    {
        ReadOnlySpan<byte> payload = _payload;
        var rest = _output.AsSpan();
        foreach (ref readonly var segment in _segments.AsSpan())
        {
            var packet = new Ethernet { Destination = new(segment.DestinationMac), Source = new(segment.SourceMac) }
                / new IPv4
                {
                    Identification = segment.Identification,
                    DontFragment = true,
                    TimeToLive = segment.TimeToLive,
                    Source = new(segment.Source),
                    Destination = new(segment.Destination),
                }
                / new Tcp
                {
                    SourcePort = segment.SourcePort,
                    DestinationPort = segment.DestinationPort,
                    SequenceNumber = segment.SequenceNumber,
                    AcknowledgmentNumber = segment.AcknowledgmentNumber,
                    Flags = (TcpFlags)segment.Flags,
                    Window = segment.Window,
                    Payload = payload,
                };
            packet.TryWrite(rest, out int written);
            rest = rest[written..];
        }
        return (ulong)rest.Length;
    }
}
