namespace Codecs;

/// <summary>
/// The check of 16 bits of HDLC (ISO/IEC 13239), X.25 and PPP (RFC 1662 appendix C.2), also called CRC-16/IBM-SDLC: polynomial x^16 + x^12 + x^5 + 1, from all ones, complemented.
/// On the wire the least significant byte is first (<see cref="LittleEndianAttribute"/>).
/// </summary>
public struct Crc16X25 : IChecksum<Crc16X25, ushort>
{
    private static readonly uint[] s_tables = ReflectedCrc.CreateTables(0x8408);

    // The complement of the remainder, so that the default value is the empty sum.
    private ushort _value;

    /// <inheritdoc/>
    public readonly ushort Value => _value;

    /// <inheritdoc/>
    public void Append(ReadOnlySpan<byte> bytes) => _value = (ushort)~ReflectedCrc.Append(s_tables, (ushort)~_value, bytes);

    /// <inheritdoc/>
    public static bool IsValid(ushort stored, Crc16X25 computed) => stored == computed._value;
}
