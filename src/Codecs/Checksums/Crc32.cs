namespace Codecs;

/// <summary>
/// The check of 32 bits of Ethernet (IEEE 802.3 section 3.2.9), PPP (RFC 1662 appendix C.3) and ZIP: polynomial 0x04C11DB7, from all ones, complemented.
/// On the wire the least significant byte is first (<see cref="LittleEndianAttribute"/>).
/// </summary>
public struct Crc32 : IChecksum<Crc32, uint>
{
    private static readonly uint[] s_tables = ReflectedCrc.CreateTables(0xEDB88320);

    // The complement of the remainder, so that the default value is the empty sum.
    private uint _value;

    /// <inheritdoc/>
    public readonly uint Value => _value;

    /// <inheritdoc/>
    public void Append(ReadOnlySpan<byte> bytes) => _value = ~ReflectedCrc.Append(s_tables, ~_value, bytes);

    /// <inheritdoc/>
    public static bool IsValid(uint stored, Crc32 computed) => stored == computed._value;
}
