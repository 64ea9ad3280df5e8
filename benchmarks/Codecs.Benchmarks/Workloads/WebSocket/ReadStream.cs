using System.IO.Pipelines;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Workloads.WebSocket;

/// <summary>W4: small messages of a client, each a masked frame, are read from a stream: headers, payloads unmasked, the first byte and the length of each.</summary>
public class ReadStream : Workload
{
    private const int Block = 4000;
    private const int Rounds = 25;
    private const int Frames = Block * Rounds;
    private const int PayloadLength = 32;
    private const int BufferLength = 64 * 1024;

    private readonly FrameStream _stream = new();
    private readonly byte[] _buffer = new byte[BufferLength];
    private readonly byte[] _message = new byte[PayloadLength];
    private byte[] _frames = [];

    /// <inheritdoc/>
    public override string Name => $"W4 stream of {PayloadLength} B messages";

    /// <inheritdoc/>
    public override void SetUp() => _frames = FrameData.Small(Block, PayloadLength);

    [Benchmark(Description = Plain, Baseline = true, OperationsPerInvoke = Frames)]
    public ulong Spans()
    {
        _stream.Start(_frames, Rounds);
        ulong sum = 0;
        int end = 0;
        while (_stream.Read(_buffer.AsSpan(end)) is > 0 and var read)
        {
            Span<byte> rest = _buffer.AsSpan(0, end + read);
            while (PlainHeader.Read(rest, out _, out _, out ulong payloadLength) is > 0 and var length && payloadLength <= (ulong)(rest.Length - length))
            {
                var payload = rest.Slice(length, (int)payloadLength);
                PlainMask.Apply(payload, rest.Slice(length - sizeof(uint), sizeof(uint)));
                sum += Sum(payload);
                rest = rest[(length + payload.Length)..];
            }
            rest.CopyTo(_buffer);
            end = rest.Length;
        }
        return sum;
    }

    [Benchmark(Description = Best, OperationsPerInvoke = Frames)]
    public ulong Vectors()
    {
        _stream.Start(_frames, Rounds);
        ulong sum = 0;
        int end = 0;
        while (_stream.Read(_buffer.AsSpan(end)) is > 0 and var read)
        {
            Span<byte> rest = _buffer.AsSpan(0, end + read);
            while (rest.Length >= 14 && (rest[1] & 0x7F) < 126 && rest.Length >= 6 + (rest[1] & 0x7F))
            {
                int length = rest[1] & 0x7F;
                var payload = rest.Slice(6, length);
                BestMask.Apply(payload, Unsafe.ReadUnaligned<uint>(ref rest[2]));
                sum += Sum(payload);
                rest = rest[(6 + length)..];
            }
            rest.CopyTo(_buffer);
            end = rest.Length;
        }
        return sum;
    }

    [Benchmark(Description = "WebSocketReceiver, header by hand", OperationsPerInvoke = Frames)]
    public ulong Receiver()
    {
        _stream.Start(_frames, Rounds);
        using var receiver = new WebSocketReceiver(WebSocketRole.Server);
        ulong sum = 0;
        int end = 0;
        while (_stream.Read(_buffer.AsSpan(end)) is > 0 and var read)
        {
            Span<byte> rest = _buffer.AsSpan(0, end + read);
            while (PlainHeader.Read(rest, out byte first, out uint? key, out ulong payloadLength) is > 0 and var length && payloadLength <= (ulong)(rest.Length - length))
            {
                var header = new WebSocketFrameHeader { IsFinal = (first & 0x80) != 0, Opcode = (WebSocketOpcode)(first & 0x0F), MaskingKey = key, PayloadLength = payloadLength };
                var part = receiver.ReceiveInPlace(in header, rest.Slice(length, (int)payloadLength));
                if (part.Kind != WebSocketPartKind.Binary)
                    throw new InvalidOperationException();
                sum += Sum(part.Bytes);
                rest = rest[(length + (int)payloadLength)..];
            }
            rest.CopyTo(_buffer);
            end = rest.Length;
        }
        return sum;
    }

    [Benchmark(Description = "WebSocketConnection, from a pipe", OperationsPerInvoke = Frames)]
    public ulong Connection()
    {
        _stream.Start(_frames, Rounds);
        using var connection = new WebSocketConnection(new Transport(_stream), WebSocketRole.Server);
        ulong sum = 0;
        // The stream never waits, so neither does this.
        while (connection.WaitToReadAsync().GetAwaiter().GetResult())
        {
            while (connection.TryRead(out var part))
                sum += Sum(part.Bytes);
        }
        return sum;
    }

    [Benchmark(Description = "System.Net.WebSockets", OperationsPerInvoke = Frames)]
    public ulong Platform()
    {
        _stream.Start(_frames, Rounds);
        using var webSocket = System.Net.WebSockets.WebSocket.CreateFromStream(_stream, new WebSocketCreationOptions { IsServer = true });
        ulong sum = 0;
        for (int i = 0; i < Frames; i++)
        {
            // The stream never waits, so neither does this.
            var result = webSocket.ReceiveAsync(_message.AsMemory(), CancellationToken.None).GetAwaiter().GetResult();
            sum += Sum(_message.AsSpan(0, result.Count));
        }
        return sum;
    }

    private static ulong Sum(ReadOnlySpan<byte> payload) => payload[0] + (ulong)payload.Length;

    private sealed class Transport(Stream stream) : IDuplexPipe
    {
        private static readonly StreamPipeReaderOptions s_options = new(bufferSize: BufferLength);

        public PipeReader Input { get; } = PipeReader.Create(stream, s_options);

        public PipeWriter Output { get; } = PipeWriter.Create(stream);
    }
}
