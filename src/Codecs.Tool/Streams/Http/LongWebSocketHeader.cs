using System.Buffers.Binary;
using Codecs.Protocols;

namespace Codecs.Tool.Streams.Http;

/// <summary>The header of a frame whose length takes more bytes than it needs. No endpoint may accept it (RFC 6455 section 5.2), but who looks on can tell what it says.</summary>
internal static class LongWebSocketHeader
{
    /// <summary>Reads the header at the start.</summary>
    /// <param name="bytes">At least the length of it.</param>
    /// <param name="header">The header, if it is all there.</param>
    /// <param name="length">How many bytes it has.</param>
    /// <returns>False if it is no header at all: the length has its top bit set.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out WebSocketFrameHeader header, out int length)
    {
        bool isLong = (bytes[1] & 0x7F) == 127, isMasked = (bytes[1] & 0x80) != 0;
        ulong payload = isLong ? BinaryPrimitives.ReadUInt64BigEndian(bytes[2..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]);
        int end = isLong ? 10 : 4;
        length = end + (isMasked ? sizeof(uint) : 0);
        header = default;
        if (payload > long.MaxValue)
            return false;
        if (bytes.Length < length)
            return true;
        header = new()
        {
            IsFinal = (bytes[0] & 0x80) != 0,
            Rsv1 = (bytes[0] & 0x40) != 0,
            Rsv2 = (bytes[0] & 0x20) != 0,
            Rsv3 = (bytes[0] & 0x10) != 0,
            Opcode = (WebSocketOpcode)(bytes[0] & 0x0F),
            MaskingKey = isMasked ? BinaryPrimitives.ReadUInt32BigEndian(bytes[end..]) : null,
            PayloadLength = payload,
        };
        return true;
    }
}
