using System.Buffers.Binary;

namespace Codecs.Protocols.Tests.WebSocket;

/// <summary>Frames as bytes, written and read by hand (RFC 6455 section 5.2): what the layer of messages is tested with.</summary>
internal static class Frames
{
    public static byte[] Write(in WebSocketFrameHeader header, ReadOnlySpan<byte> payload)
    {
        var bytes = new List<byte>
        {
            (byte)((header.IsFinal ? 0x80 : 0) | (header.Rsv1 ? 0x40 : 0) | (header.Rsv2 ? 0x20 : 0) | (header.Rsv3 ? 0x10 : 0) | (byte)header.Opcode),
        };
        int mask = header.MaskingKey is null ? 0 : 0x80;
        byte[] number = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(number, header.PayloadLength);
        if (header.PayloadLength < 126)
            bytes.Add((byte)(mask | (int)header.PayloadLength));
        else if (header.PayloadLength <= ushort.MaxValue)
            bytes.AddRange([(byte)(mask | 126), .. number[6..]]);
        else
            bytes.AddRange([(byte)(mask | 127), .. number]);
        if (header.MaskingKey is not { } key)
            return [.. bytes, .. payload];
        byte[] keyBytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(keyBytes, key);
        bytes.AddRange(keyBytes);
        for (int i = 0; i < payload.Length; i++)
            bytes.Add((byte)(payload[i] ^ keyBytes[i % 4]));
        return [.. bytes];
    }

    /// <summary>A frame of a client if it has a key, otherwise of a server.</summary>
    /// <param name="opcode">The opcode.</param>
    /// <param name="payload">The payload, not masked.</param>
    /// <param name="isFinal">FIN.</param>
    /// <param name="rsv">The three reserved bits as a number.</param>
    /// <param name="key">The key.</param>
    public static byte[] Write(int opcode, ReadOnlySpan<byte> payload, bool isFinal = true, int rsv = 0, uint? key = 0x37FA213D) =>
        Write(
            new WebSocketFrameHeader
            {
                IsFinal = isFinal,
                Rsv1 = (rsv & 4) != 0,
                Rsv2 = (rsv & 2) != 0,
                Rsv3 = (rsv & 1) != 0,
                Opcode = (WebSocketOpcode)opcode,
                MaskingKey = key,
                PayloadLength = (ulong)payload.Length,
            },
            payload);

    /// <summary>Reads the header at the start; false if it is not whole.</summary>
    public static bool TryReadHeader(ReadOnlySpan<byte> bytes, out WebSocketFrameHeader header, out int length)
    {
        header = default;
        length = 2;
        if (bytes.Length < 2)
            return false;
        int extended = (bytes[1] & 0x7F) switch { 126 => 2, 127 => 8, _ => 0 };
        bool isMasked = (bytes[1] & 0x80) != 0;
        length = 2 + extended + (isMasked ? 4 : 0);
        if (bytes.Length < length)
            return false;
        header = new()
        {
            IsFinal = (bytes[0] & 0x80) != 0,
            Rsv1 = (bytes[0] & 0x40) != 0,
            Rsv2 = (bytes[0] & 0x20) != 0,
            Rsv3 = (bytes[0] & 0x10) != 0,
            Opcode = (WebSocketOpcode)(bytes[0] & 0x0F),
            MaskingKey = isMasked ? BinaryPrimitives.ReadUInt32BigEndian(bytes[(length - 4)..]) : null,
            PayloadLength = extended switch
            {
                0 => (ulong)bytes[1] & 0x7F,
                2 => BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
                _ => BinaryPrimitives.ReadUInt64BigEndian(bytes[2..]),
            },
        };
        return true;
    }
}
