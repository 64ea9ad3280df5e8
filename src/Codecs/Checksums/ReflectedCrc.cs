using System.Buffers.Binary;

namespace Codecs;

/// <summary>Cyclic redundancy checks of up to 32 bits whose bytes go in least significant bit first, 8 bytes at a time by tables.</summary>
internal static class ReflectedCrc
{
    private const int Tables = 8;
    private const int Entries = 256;

    /// <summary>The tables of a polynomial: what a byte does to the remainder, with 0 to 7 bytes behind it.</summary>
    /// <param name="polynomial">Without its highest term, the coefficient of x^0 in the highest bit.</param>
    public static uint[] CreateTables(uint polynomial)
    {
        uint[] tables = new uint[Tables * Entries];
        for (uint i = 0; i < Entries; i++)
        {
            uint remainder = i;
            for (int bit = 0; bit < 8; bit++)
                remainder = (remainder & 1) != 0 ? remainder >> 1 ^ polynomial : remainder >> 1;
            tables[i] = remainder;
        }
        for (int i = Entries; i < tables.Length; i++)
        {
            uint before = tables[i - Entries];
            tables[i] = before >> 8 ^ tables[(byte)before];
        }
        return tables;
    }

    /// <summary>The remainder after more bytes.</summary>
    public static uint Append(uint[] tables, uint remainder, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<uint> table = tables.AsSpan(0, Tables * Entries);
        while (bytes.Length >= 8)
        {
            ulong word = BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ remainder;
            remainder = table[7 * Entries + (byte)word] ^ table[6 * Entries + (byte)(word >> 8)] ^ table[5 * Entries + (byte)(word >> 16)] ^ table[4 * Entries + (byte)(word >> 24)]
                ^ table[3 * Entries + (byte)(word >> 32)] ^ table[2 * Entries + (byte)(word >> 40)] ^ table[Entries + (byte)(word >> 48)] ^ table[(byte)(word >> 56)];
            bytes = bytes[8..];
        }
        foreach (byte next in bytes)
            remainder = table[(byte)(remainder ^ next)] ^ remainder >> 8;
        return remainder;
    }
}
