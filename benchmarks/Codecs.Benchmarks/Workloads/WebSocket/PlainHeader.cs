using System.Buffers.Binary;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Workloads.WebSocket;

/// <summary>The header of a frame as a good C# programmer reads it: spans and BinaryPrimitives, everything validated.</summary>
internal static class PlainHeader
{
    /// <summary>Reads the header at the start.</summary>
    /// <returns>Its length; 0 if it is not whole, -1 if it is invalid: not the shortest form, or the top bit of a length set.</returns>
    public static int Read(ReadOnlySpan<byte> source, out WebSocketFrameHeader header)
    {
        header = default;
        if (source.Length < 2)
            return 0;
        byte first = source[0], second = source[1];
        int at = 2;
        ulong length = (ulong)second & 0x7F;
        if (length == 126)
        {
            if (source.Length < at + 2)
                return 0;
            length = BinaryPrimitives.ReadUInt16BigEndian(source[at..]);
            if (length < 126)
                return -1;
            at += 2;
        }
        else if (length == 127)
        {
            if (source.Length < at + 8)
                return 0;
            length = BinaryPrimitives.ReadUInt64BigEndian(source[at..]);
            if (length is <= ushort.MaxValue or > long.MaxValue)
                return -1;
            at += 8;
        }
        uint? key = null;
        if ((second & 0x80) != 0)
        {
            if (source.Length < at + 4)
                return 0;
            key = BinaryPrimitives.ReadUInt32BigEndian(source[at..]);
            at += 4;
        }
        header = new WebSocketFrameHeader
        {
            IsFinal = (first & 0x80) != 0,
            Rsv1 = (first & 0x40) != 0,
            Rsv2 = (first & 0x20) != 0,
            Rsv3 = (first & 0x10) != 0,
            Opcode = (WebSocketOpcode)(first & 0x0F),
            MaskingKey = key,
            PayloadLength = length,
        };
        return at;
    }
}
