using System.Numerics;
using System.Runtime.CompilerServices;

namespace Codecs.CompilerServices;

// What is checked and computed when a message is written.
public static partial class Wire
{
    /// <summary>The value, if it is at most <paramref name="max"/>: what <c>init</c> of a field of some bits calls.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is more.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Check(ulong value, ulong max, string field)
    {
        if (value > max)
            ThrowTooLarge(value, max, field);
        return value;
    }

    /// <summary>What a length or count field stores for <paramref name="length"/>: <c>stored * unit = length + bias</c>.</summary>
    /// <param name="length">Bytes of the range.</param>
    /// <param name="unit">What the field counts in.</param>
    /// <param name="bias">What is added.</param>
    /// <param name="max">The largest number that it holds.</param>
    /// <param name="own">Bytes of the part of the range to name, if it is too long.</param>
    /// <param name="range">That part.</param>
    /// <param name="field">The field.</param>
    /// <exception cref="InvalidOperationException">The field cannot hold it.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Length(long length, int unit, int bias, ulong max, long own, string range, string field)
    {
        long scaled = length + bias;
        long stored = unit == 1 ? scaled : scaled / unit;
        if (scaled < 0 || (ulong)stored > max || (unit != 1 && stored * unit != scaled))
            ThrowLength(length, unit, bias, max, own, range, field);
        return (ulong)stored;
    }

    /// <summary>The same for a field of at most 16 bits, and a length without other lengths in it, so that there is nothing to overflow.</summary>
    /// <inheritdoc cref="Length"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ShortLength(int length, int unit, int bias, uint max, int own, string range, string field)
    {
        // What is negative is too large.
        uint scaled = unchecked((uint)(length + bias)), stored = scaled / (uint)unit;
        if (stored > max || (unit != 1 && stored * (uint)unit != scaled))
            ThrowLength(length, unit, bias, max, own, range, field);
        return stored;
    }

    /// <summary>What a count field stores for <paramref name="count"/> elements: <c>stored = count + bias</c>.</summary>
    /// <exception cref="InvalidOperationException">The field cannot hold it.</exception>
    public static ulong Count(long count, int bias, ulong max, string list, string field)
    {
        long stored = count + bias;
        return stored >= 0 && (ulong)stored <= max ? (ulong)stored : throw new InvalidOperationException($"{list}: {count} elements cannot be said by {field}.");
    }

    /// <summary>What a field stores that says the lengths of two ranges, which must be the same.</summary>
    /// <exception cref="InvalidOperationException">They differ.</exception>
    public static ulong Same(ulong first, ulong second, string range, string field) =>
        first == second ? first : throw new InvalidOperationException($"{range}: {field} is {first} for what comes before it, {second} for this.");

    /// <summary>Whether two fields are there of which one flag tells; they must not differ.</summary>
    /// <exception cref="InvalidOperationException">One is there without the other.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Together(bool first, bool second, string field, string other) =>
        first == second ? first : throw new InvalidOperationException($"{field}: it is there only together with {other}.");

    /// <summary>Bytes up to the next multiple of <paramref name="unit"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Padding(int length, int unit) => BitOperations.IsPow2(unit) ? -length & (unit - 1) : (unit - length % unit) % unit;

    /// <summary>Bytes of padding that bring what ends <paramref name="behind"/> bytes after it to a multiple of <paramref name="multiple"/>, counted from <paramref name="from"/>.</summary>
    public static int Align(int at, int multiple, int min, int from, int behind) =>
        multiple < 2 ? min : min + (int)(((long)multiple - ((long)at + min + behind - from) % multiple) % multiple);

    /// <summary>Checks padding of a length of its own: whole boundaries more than is due, no less.</summary>
    public static void CheckPadding(int length, int due, int multiple, string field)
    {
        if (length < due || (multiple >= 2 && (length - due) % multiple != 0))
            throw new InvalidOperationException($"{field}: {length} bytes; {due} are due, or more by whole boundaries.");
    }

    /// <summary>Writes what follows a payload that was written anew: bytes that are no part of it.</summary>
    /// <param name="message">The message that is being written.</param>
    /// <param name="at">Where the payload is in it.</param>
    /// <param name="written">How long it has become; -1 if it had no room.</param>
    /// <param name="rest">What follows.</param>
    /// <returns>The bytes of both; -1 if they have no room.</returns>
    public static int WriteBefore(Span<byte> message, int at, int written, ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty || written < 0)
            return written;
        return rest.TryCopyTo(message[(at + written)..]) ? written + rest.Length : -1;
    }
}
