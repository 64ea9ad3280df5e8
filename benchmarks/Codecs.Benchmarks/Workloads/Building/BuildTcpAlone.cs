using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using Codecs.Benchmarks.Code;

namespace Codecs.Benchmarks.Workloads.Building;

/// <summary>W6: the same segments, built by a method that is called for each, into memory of the caller or into its own on the stack.</summary>
public class BuildTcpAlone : Workload
{
    private const int Packets = 256;
    private const int Headers = 54;
    private const int LongestFrame = 1514;

    private readonly Segment[] _segments = Segment.Make(Packets);
    private byte[] _payload = [];
    private byte[] _output = [];

    /// <inheritdoc/>
    public override string Name => $"W6 build {PayloadLength} B, method per packet";

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
        var rest = _output.AsSpan();
        foreach (ref readonly var segment in _segments.AsSpan())
            rest = rest[WritePlain(rest, in segment, _payload)..];
        return (ulong)rest.Length;
    }

    [Benchmark(Description = Best, OperationsPerInvoke = Packets)]
    public ulong Fused()
    {
        var rest = _output.AsSpan();
        foreach (ref readonly var segment in _segments.AsSpan())
            rest = rest[WriteFused(rest, in segment, _payload)..];
        return (ulong)rest.Length;
    }

    [Benchmark(Description = "generated: ethernet / ip / tcp", OperationsPerInvoke = Packets)]
    public ulong Generated()
    {
        var rest = _output.AsSpan();
        foreach (ref readonly var segment in _segments.AsSpan())
            rest = rest[HotWriting.Build(rest, in segment, _payload)..];
        return (ulong)rest.Length;
    }

    [Benchmark(Description = "plain, stackalloc", OperationsPerInvoke = Packets)]
    public ulong SpansOnStack()
    {
        var rest = _output.AsSpan();
        foreach (ref readonly var segment in _segments.AsSpan())
            rest = rest[SendPlain(rest, in segment, _payload)..];
        return (ulong)rest.Length;
    }

    [Benchmark(Description = "best, stackalloc", OperationsPerInvoke = Packets)]
    public ulong FusedOnStack()
    {
        var rest = _output.AsSpan();
        foreach (ref readonly var segment in _segments.AsSpan())
            rest = rest[SendFused(rest, in segment, _payload)..];
        return (ulong)rest.Length;
    }

    [Benchmark(Description = "generated, stackalloc", OperationsPerInvoke = Packets)]
    public ulong GeneratedOnStack()
    {
        var rest = _output.AsSpan();
        foreach (ref readonly var segment in _segments.AsSpan())
            rest = rest[SendGenerated(rest, in segment, _payload)..];
        return (ulong)rest.Length;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WritePlain(Span<byte> destination, in Segment segment, ReadOnlySpan<byte> payload) => PlainWriter.Write(destination, in segment, payload);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WriteFused(Span<byte> destination, in Segment segment, ReadOnlySpan<byte> payload) => FusedWriter.Write(destination, in segment, payload);

    // What sends copies: here into the output.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int SendPlain(Span<byte> destination, in Segment segment, ReadOnlySpan<byte> payload)
    {
        Span<byte> frame = stackalloc byte[LongestFrame];
        int length = PlainWriter.Write(frame, in segment, payload);
        frame[..length].CopyTo(destination);
        return length;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int SendFused(Span<byte> destination, in Segment segment, ReadOnlySpan<byte> payload)
    {
        Span<byte> frame = stackalloc byte[LongestFrame];
        int length = FusedWriter.Write(frame, in segment, payload);
        frame[..length].CopyTo(destination);
        return length;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int SendGenerated(Span<byte> destination, in Segment segment, ReadOnlySpan<byte> payload)
    {
        Span<byte> frame = stackalloc byte[LongestFrame];
        int length = HotWriting.Build(frame, in segment, payload);
        frame[..length].CopyTo(destination);
        return length;
    }
}
