using System.Buffers.Binary;

namespace Codecs.Benchmarks.Workloads.WebSocket;

/// <summary>The header of a frame as a good C# programmer reads it: spans and BinaryPrimitives, everything validated.</summary>
internal static class PlainHeader
{
    /// <summary>Reads the header at the start.</summary>
    /// <param name="source">Frames.</param>
    /// <param name="first">FIN, reserved bits and opcode.</param>
    /// <param name="key">The key; null if there is none.</param>
    /// <param name="payloadLength">Length of the payload.</param>
    /// <returns>Length of the header; 0 if it is not whole, or invalid: not the shortest form, or the top bit of a length set.</returns>
    public static int Read(ReadOnlySpan<byte> source, out byte first, out uint? key, out ulong payloadLength)
    {
        first = 0;
        key = null;
        payloadLength = 0;
        if (source.Length < 2)
            return 0;
        first = source[0];
        payloadLength = source[1] & 0x7FUL;
        bool isMasked = (source[1] & 0x80) != 0;
        int at = 2;
        if (payloadLength == 126)
        {
            if (source.Length < at + sizeof(ushort))
                return 0;
            payloadLength = BinaryPrimitives.ReadUInt16BigEndian(source[at..]);
            at += sizeof(ushort);
            if (payloadLength < 126)
                return 0;
        }
        else if (payloadLength == 127)
        {
            if (source.Length < at + sizeof(ulong))
                return 0;
            payloadLength = BinaryPrimitives.ReadUInt64BigEndian(source[at..]);
            at += sizeof(ulong);
            if (payloadLength is <= ushort.MaxValue or > long.MaxValue)
                return 0;
        }
        if (isMasked)
        {
            if (source.Length < at + sizeof(uint))
                return 0;
            key = BinaryPrimitives.ReadUInt32BigEndian(source[at..]);
            at += sizeof(uint);
        }
        return at;
    }
}
