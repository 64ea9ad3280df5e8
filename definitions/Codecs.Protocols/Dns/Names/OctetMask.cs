using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Codecs.Protocols;

/// <summary>Short texts in a register, and where an octet is in them, found without a loop: one bit for each place, the lowest for the first.</summary>
internal static class OctetMask
{
    /// <summary>What a text must be shorter than.</summary>
    public const int MaxLength = 32;

    /// <summary>The places of an octet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(Vector256<byte> text, byte octet) => Vector256.Equals(text, Vector256.Create(octet)).ExtractMostSignificantBits();

    /// <summary>The places of an octet in a text of at most 64, of which the first and the last are there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(Vector256<byte> first, Vector256<byte> last, int length, byte octet) => Of(first, octet) | (ulong)Of(last, octet) << (length - MaxLength);

    /// <summary>The first and the last octets of a text that is no shorter than <see cref="MaxLength"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<byte> First, Vector256<byte> Last) LoadEnds(ReadOnlySpan<byte> text) => (Vector256.Create(text), Vector256.Create(text[^MaxLength..]));

    /// <summary>A text of less than <see cref="MaxLength"/> octets, with zeros behind it. Nothing that lies behind it in memory is read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Load(ReadOnlySpan<byte> text)
    {
        int length = text.Length;
        if (length >= 16)
        {
            // What the last sixteen have in common with the first is shifted out.
            var last = Vector128.Shuffle(Vector128.Create(text[^16..]), Vector128<byte>.Indices + Vector128.Create((byte)(32 - length)));
            return Vector256.Create(Vector128.Create(text), last);
        }
        ulong low = 0, high = 0;
        if (length >= 8)
        {
            low = BinaryPrimitives.ReadUInt64LittleEndian(text);
            high = BinaryPrimitives.ReadUInt64LittleEndian(text[^8..]) >> 8 * (15 - length) >> 8;
        }
        else if (length >= 4)
        {
            low = BinaryPrimitives.ReadUInt32LittleEndian(text) | (ulong)BinaryPrimitives.ReadUInt32LittleEndian(text[^4..]) << 8 * (length - 4);
        }
        else
        {
            for (int i = 0; i < length; i++)
                low |= (ulong)text[i] << 8 * i;
        }
        return Vector256.Create(Vector128.Create(low, high).AsByte(), Vector128<byte>.Zero);
    }
}
