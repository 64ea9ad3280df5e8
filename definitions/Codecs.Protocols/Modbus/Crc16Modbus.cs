namespace Codecs.Protocols;

/// <summary>Checksum of Modbus on a serial line (MODBUS over Serial Line V1.02 section 2.5.1.2): the polynomial x^16 + x^15 + x^2 + 1, least significant bit first, from FFFF.</summary>
public struct Crc16Modbus : IChecksum<Crc16Modbus, ushort>
{
    private const ushort Polynomial = 0xA001;

    private static readonly ushort[] s_table = Table();

    // Kept inverted, so that the default is the beginning of every sum.
    private ushort _inverted;

    /// <inheritdoc/>
    public readonly ushort Value => (ushort)~_inverted;

    /// <inheritdoc/>
    public static bool IsValid(ushort stored, Crc16Modbus computed) => stored == computed.Value;

    /// <inheritdoc/>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        uint crc = Value;
        foreach (byte value in bytes)
            crc = crc >> 8 ^ s_table[(crc ^ value) & 0xFF];
        _inverted = (ushort)~crc;
    }

    private static ushort[] Table()
    {
        var table = new ushort[256];
        for (int i = 0; i < table.Length; i++)
        {
            int crc = i;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? crc >> 1 ^ Polynomial : crc >> 1;
            table[i] = (ushort)crc;
        }
        return table;
    }
}
