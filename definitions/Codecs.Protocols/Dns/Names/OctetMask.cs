using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Codecs.Protocols;

/// <summary>Where an octet is in a short text, found without a loop: one bit for each place, the lowest for the first.</summary>
internal static class OctetMask
{
    /// <summary>Longest text that has a mask.</summary>
    public const int MaxLength = 32;

    /// <summary>The places of an octet in a text of at most <see cref="MaxLength"/> octets.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(ReadOnlySpan<byte> text, byte octet)
    {
        int length = text.Length;
        if (length >= 16)
        {
            // Two halves that may overlap: what both have is the same.
            return Of(Vector128.Create(text), octet) | Of(Vector128.Create(text[^16..]), octet) << (length - 16);
        }
        if (length >= 8)
        {
            uint both = Of(Vector128.Create(BinaryPrimitives.ReadUInt64LittleEndian(text), BinaryPrimitives.ReadUInt64LittleEndian(text[^8..])).AsByte(), octet);
            return (byte)both | both >> 8 << (length - 8);
        }
        uint mask = 0;
        for (int i = 0; i < text.Length; i++)
            mask |= text[i] == octet ? 1u << i : 0;
        return mask;
    }

    private static uint Of(Vector128<byte> text, byte octet) => Vector128.Equals(text, Vector128.Create(octet)).ExtractMostSignificantBits();
}
