using System.Buffers.Binary;
using System.Numerics;

namespace Codecs;

/// <summary>
/// The check of 32 bits by Castagnoli, of SCTP (RFC 9260 appendix A) and iSCSI: polynomial 0x1EDC6F41, from all ones, complemented. Processors have an instruction for it, which is used
/// where there is one. On the wire the least significant byte is first (<see cref="LittleEndianAttribute"/>).
/// </summary>
public struct Crc32C : IChecksum<Crc32C, uint>
{
    // The complement of the remainder, so that the default value is the empty sum.
    private uint _value;

    /// <inheritdoc/>
    public readonly uint Value => _value;

    /// <inheritdoc/>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        uint remainder = ~_value;
        while (bytes.Length >= sizeof(ulong))
        {
            remainder = BitOperations.Crc32C(remainder, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }
        foreach (byte next in bytes)
            remainder = BitOperations.Crc32C(remainder, next);
        _value = ~remainder;
    }

    /// <inheritdoc/>
    public static bool IsValid(uint stored, Crc32C computed) => stored == computed._value;
}
