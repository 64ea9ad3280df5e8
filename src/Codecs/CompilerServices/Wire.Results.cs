using System.Runtime.CompilerServices;

namespace Codecs.CompilerServices;

// What parsers give back, and the lengths and counts that they go by.
public static partial class Wire
{
    /// <summary>Sets the message to its default and gives back the result: how a parser fails.</summary>
    public static ParseResult Fail<T>(ParseResult result, out T message) where T : allows ref struct
    {
        message = default!;
        return result;
    }

    /// <summary>The result where the bytes run out: an error within a length, otherwise a wish for more.</summary>
    /// <param name="needed">Bytes of the message up to the end of the field.</param>
    /// <param name="field">The field's ordinal.</param>
    /// <param name="at">Where it starts.</param>
    /// <param name="isBounded">Is it within a length that the message declares?</param>
    public static ParseResult Missing(long needed, int field, int at, bool isBounded) =>
        isBounded ? ParseResult.Invalid(ParseError.Length, field, at)
        : needed > int.MaxValue ? ParseResult.Invalid(ParseError.Limit, field, at)
        : ParseResult.NeedMore((int)needed, field);

    /// <summary>A part's result seen from the whole, behind which so many bytes must follow.</summary>
    public static ParseResult Part(ParseResult result, int field, int at, bool isBounded, int tail)
    {
        result = result.In(field, at, isBounded);
        return result.BytesNeeded == 0 ? result : Missing((long)result.BytesNeeded + tail, field, at, false);
    }

    /// <summary>The result where the source ends within fields that are read together.</summary>
    /// <param name="available">Bytes of them that are there.</param>
    /// <param name="at">Where they start.</param>
    /// <param name="ends">Where each ends, from there.</param>
    /// <param name="first">Ordinal of the first.</param>
    /// <param name="isBounded">Are they within a length that the message declares?</param>
    public static ParseResult MissingInRun(int available, int at, ReadOnlySpan<ushort> ends, int first, bool isBounded)
    {
        int missing = 0;
        while (missing < ends.Length - 1 && ends[missing] <= available)
            missing++;
        int start = at + (missing == 0 ? 0 : ends[missing - 1]);
        return isBounded ? ParseResult.Invalid(ParseError.Length, first + missing, Math.Min(start, at + Math.Max(available, 0))) : Missing((long)at + ends[^1], first + missing, at, false);
    }

    /// <summary>The length that a field says: <c>stored * unit - bias</c>, or as much as a long can hold; negative for a negative number.</summary>
    public static long Extent(ulong stored, int unit, int bias) =>
        stored <= long.MaxValue / 0x10000 ? (long)stored * unit - bias : stored > long.MaxValue ? long.MinValue / 2 : long.MaxValue / 2;

    /// <summary>The number of elements that a field says.</summary>
    public static int CountOf(ulong stored, int bias) => stored > int.MaxValue / 2 ? int.MaxValue / 2 : (int)stored - bias;

    /// <summary>Does a field of type T take all there is?</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsWhole<T>() where T : ICodec<T>, allows ref struct => T.IsWhole;
}
