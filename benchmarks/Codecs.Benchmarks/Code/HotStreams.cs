using System.Runtime.CompilerServices;
using Codecs.Pipelines;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Code;

/// <summary>Reading the next message of a pipe, as a user of the library writes it: what the compiler makes of these methods is kept.</summary>
internal static class HotStreams
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static uint Lines(MessageReader<FtpReplyLine> reader)
    {
        uint sum = 0;
        while (reader.TryRead(out var line))
            sum += (uint)line.Code + (uint)line.Text.Length;
        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static uint Frames(MessageReader<WebSocketFrame> reader)
    {
        uint sum = 0;
        while (reader.TryRead(out var frame))
            sum += (uint)frame.Opcode + (uint)frame.Payload.Length;
        return sum;
    }
}
