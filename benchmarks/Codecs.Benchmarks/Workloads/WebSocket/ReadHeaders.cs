using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Workloads.WebSocket;

/// <summary>W4: the headers of frames that lie one behind the other in the cache: opcode, FIN, key and length of each, payloads skipped.</summary>
public class ReadHeaders : Workload
{
    private const int Frames = 4000;

    private byte[] _frames = [];

    /// <inheritdoc/>
    public override string Name => "W4 frame headers";

    /// <inheritdoc/>
    public override void SetUp() => _frames = FrameData.Mixed(Frames);

    /// <inheritdoc/>
    public override bool SetUpDamaged()
    {
        _frames = FrameData.Damaged(Frames);
        return true;
    }

    [Benchmark(Description = Plain, Baseline = true, OperationsPerInvoke = Frames)]
    public ulong Spans() => Read(_frames);

    // Nothing is checked where the longest header fits, which is everywhere but at the end; only the length that leads to the next frame is.
    [Benchmark(Description = Best, OperationsPerInvoke = Frames)]
    public ulong References()
    {
        const nuint LongestHeader = 14;
        ref byte start = ref MemoryMarshal.GetReference<byte>(_frames);
        nuint at = 0, end = (nuint)_frames.Length;
        ulong sum = 0;
        while (at + LongestHeader <= end)
        {
            ref byte frame = ref Unsafe.Add(ref start, at);
            uint second = Unsafe.Add(ref frame, 1);
            ulong length = second & 0x7F;
            nuint header = 2;
            if (length >= 126)
            {
                bool isLong = length == 127;
                length = isLong ? BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref frame, 2))) : BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref frame, 2)));
                if (length < (isLong ? 65536UL : 126UL) || length > long.MaxValue)
                    return sum + (end - at);
                header = isLong ? 10u : 4u;
            }
            uint key = 0;
            if ((second & 0x80) != 0)
            {
                key = BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref frame, header)));
                header += 4;
            }
            if (length > end - at - header)
                return sum + (end - at);
            sum += Sum((frame & 0x80) != 0, (byte)(frame & 0x0F), key, length);
            at += header + (nuint)length;
        }
        return sum + Read(_frames.AsSpan((int)at));
    }

    [Benchmark(Description = "generated: WebSocketFrame", OperationsPerInvoke = Frames)]
    public ulong Generated()
    {
        ReadOnlySpan<byte> rest = _frames;
        ulong sum = 0;
        while (WebSocketFrame.TryParse(rest, out var frame) is { Success: true } result)
        {
            sum += Sum(frame.IsFinal, (byte)frame.Opcode, frame.MaskingKey.GetValueOrDefault(), frame.PayloadLength);
            rest = rest[result.BytesConsumed..];
        }
        return sum + (ulong)rest.Length;
    }

    private static ulong Read(ReadOnlySpan<byte> rest)
    {
        ulong sum = 0;
        while (PlainHeader.Read(rest, out byte first, out uint? key, out ulong payloadLength) is > 0 and var length && payloadLength <= (ulong)(rest.Length - length))
        {
            sum += Sum((first & 0x80) != 0, (byte)(first & 0x0F), key.GetValueOrDefault(), payloadLength);
            rest = rest[(length + (int)payloadLength)..];
        }
        return sum + (ulong)rest.Length;
    }

    // As who handles frames gets them: a truth value and an enum.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Sum(bool isFinal, byte opcode, uint key, ulong length) => ((uint)Unsafe.BitCast<bool, byte>(isFinal) << 7) + (uint)opcode + key + length;
}
