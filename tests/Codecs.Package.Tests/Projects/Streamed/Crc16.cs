using Codecs;

namespace Streamed;

/// <summary>The check of Modbus over serial lines: polynomial x^16 + x^15 + x^2 + 1, from all ones.</summary>
public struct Crc16 : IChecksum<Crc16, ushort>
{
    private ushort _notSum;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        ushort crc = (ushort)~_notSum;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int i = 0; i < 8; i++)
                crc = (ushort)((crc & 1) != 0 ? (crc >> 1) ^ 0xA001 : crc >> 1);
        }
        _notSum = (ushort)~crc;
    }

    public readonly ushort Value => (ushort)~_notSum;

    public static bool IsValid(ushort stored, Crc16 computed) => stored == computed.Value;
}
