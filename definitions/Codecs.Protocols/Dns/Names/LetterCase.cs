using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Codecs.Protocols;

/// <summary>Octets compared without regard to the case of ASCII letters, many at a time. What is not ASCII is compared as it is.</summary>
internal static class LetterCase
{
    /// <summary>Are these the same octets, but for the case of letters?</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreEqual(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (one.Length != other.Length)
            return false;
        return one.Length >= Vector128<byte>.Count ? AreLongEqual(one, other) : AreShortEqual(one, other);
    }

    /// <summary>A hash of the octets that is the same whatever the case of letters.</summary>
    public static int Hash(ReadOnlySpan<byte> octets, ulong seed)
    {
        ulong hash = seed + (ulong)octets.Length;
        for (; octets.Length >= sizeof(ulong); octets = octets[sizeof(ulong)..])
            hash = Mix(hash ^ Lower(BinaryPrimitives.ReadUInt64LittleEndian(octets)));
        ulong rest = 0;
        foreach (byte octet in octets)
            rest = rest << 8 | octet;
        return (int)Mix(hash ^ Lower(rest));
    }

    private static ulong Mix(ulong value)
    {
        ulong high = Math.BigMul(value, 0x9E37_79B9_7F4A_7C15, out ulong low);
        return high ^ low;
    }

    private static bool AreLongEqual(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        const int Step = 16;
        int at = 0, last = one.Length - Step;
        // The last step goes to the end and may overlap the one before.
        while (true)
        {
            if (Lower(Vector128.Create(one.Slice(at, Step))) != Lower(Vector128.Create(other.Slice(at, Step))))
                return false;
            if (at == last)
                return true;
            at = Math.Min(at + Step, last);
        }
    }

    private static bool AreShortEqual(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        int length = one.Length;
        if (length >= sizeof(ulong))
        {
            return Lower(BinaryPrimitives.ReadUInt64LittleEndian(one)) == Lower(BinaryPrimitives.ReadUInt64LittleEndian(other))
                && Lower(BinaryPrimitives.ReadUInt64LittleEndian(one[^8..])) == Lower(BinaryPrimitives.ReadUInt64LittleEndian(other[^8..]));
        }
        if (length >= sizeof(uint))
        {
            return Lower(Ends(one)) == Lower(Ends(other));
        }
        for (int i = 0; i < length; i++)
        {
            if (Lower(one[i]) != Lower(other[i]))
                return false;
        }
        return true;
    }

    // The first four octets and the last four.
    private static ulong Ends(ReadOnlySpan<byte> octets) =>
        (ulong)BinaryPrimitives.ReadUInt32LittleEndian(octets) << 32 | BinaryPrimitives.ReadUInt32LittleEndian(octets[^4..]);

    private static byte Lower(byte octet) => (byte)(octet - 'A') < 26 ? (byte)(octet | 0x20) : octet;

    private static Vector128<byte> Lower(Vector128<byte> octets) =>
        octets | Vector128.LessThan(octets - Vector128.Create((byte)'A'), Vector128.Create((byte)26)) & Vector128.Create((byte)0x20);

    // Eight octets at once. The sums carry into the highest bit of an octet where it is at least 'A', or more than 'Z'.
    private static ulong Lower(ulong octets)
    {
        ulong low = octets & 0x7F7F_7F7F_7F7F_7F7F;
        ulong fromA = low + 0x3F3F_3F3F_3F3F_3F3F;
        ulong afterZ = low + 0x2525_2525_2525_2525;
        ulong isUpper = (fromA ^ afterZ) & ~octets & 0x8080_8080_8080_8080;
        return octets | isUpper >> 2;
    }
}
