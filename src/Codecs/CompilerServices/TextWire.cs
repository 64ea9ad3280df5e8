using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Codecs.CompilerServices;

/// <summary>What only generated code of text protocols calls.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TextWire
{
    /// <summary>Most bytes of a field up to its terminator, unless the definition has another limit.</summary>
    public const int DefaultLimit = 65536;

    /// <summary>Most digits of a number, leading zeros and sign included.</summary>
    public const int MostDigits = 63;

    /// <summary>Where the terminator begins; -1 if it is not there.</summary>
    public static int Find(ReadOnlySpan<byte> source, ReadOnlySpan<byte> terminator) => source.IndexOf(terminator);

    /// <summary>Where the one byte that ends a field is; -1 if it is not there.</summary>
    public static int Find(ReadOnlySpan<byte> source, byte terminator) => source.IndexOf(terminator);

    /// <summary>Where a terminator that <paramref name="escape"/> can hide begins; -1 if it is not there.</summary>
    public static int Find(ReadOnlySpan<byte> source, ReadOnlySpan<byte> terminator, byte escape)
    {
        for (int at = 0; at < source.Length; at++)
        {
            if (source[at] == escape)
                at++;
            else if (source[at..].StartsWith(terminator))
                return at;
        }
        return -1;
    }

    /// <summary>Where a byte is that is mostly near; -1 if it is not there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FindNear(ReadOnlySpan<byte> source, byte value)
    {
        if (Vector256.IsHardwareAccelerated && source.Length >= 2 * Vector256<byte>.Count)
        {
            ulong found = Vector512.IsHardwareAccelerated
                ? Vector512.Equals(Vector512.Create(source), Vector512.Create(value)).ExtractMostSignificantBits()
                : Both(Matches(Vector256.Create(source), value), Matches(Vector256.Create(source[Vector256<byte>.Count..]), value));
            if (found != 0)
                return BitOperations.TrailingZeroCount(found);
        }
        return source.IndexOf(value);
    }

    /// <summary>Where the first of two bytes is that are mostly near; -1 if they are not there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FindNear(ReadOnlySpan<byte> source, byte value, byte other)
    {
        if (Vector256.IsHardwareAccelerated && source.Length >= 2 * Vector256<byte>.Count)
        {
            ulong found = Vector512.IsHardwareAccelerated
                ? (Vector512.Equals(Vector512.Create(source), Vector512.Create(value)) | Vector512.Equals(Vector512.Create(source), Vector512.Create(other))).ExtractMostSignificantBits()
                : Both(Matches(Vector256.Create(source), value) | Matches(Vector256.Create(source), other),
                    Matches(Vector256.Create(source[Vector256<byte>.Count..]), value) | Matches(Vector256.Create(source[Vector256<byte>.Count..]), other));
            if (found != 0)
                return BitOperations.TrailingZeroCount(found);
        }
        return source.IndexOfAny(value, other);
    }

    /// <summary>Where the first of three bytes is that are mostly near; -1 if they are not there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FindNear(ReadOnlySpan<byte> source, byte value, byte other, byte third)
    {
        if (Vector256.IsHardwareAccelerated && source.Length >= 2 * Vector256<byte>.Count)
        {
            ulong found;
            if (Vector512.IsHardwareAccelerated)
            {
                var bytes = Vector512.Create(source);
                found = (Vector512.Equals(bytes, Vector512.Create(value)) | Vector512.Equals(bytes, Vector512.Create(other)) | Vector512.Equals(bytes, Vector512.Create(third))).ExtractMostSignificantBits();
            }
            else
            {
                Vector256<byte> near = Vector256.Create(source), far = Vector256.Create(source[Vector256<byte>.Count..]);
                found = Both(Matches(near, value) | Matches(near, other) | Matches(near, third), Matches(far, value) | Matches(far, other) | Matches(far, third));
            }
            if (found != 0)
                return BitOperations.TrailingZeroCount(found);
        }
        return source.IndexOfAny(value, other, third);
    }

    /// <summary>How far behind a place the byte is that ends a word, which is mostly short; -1 if it is not there before the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FindWordEnd(ReadOnlySpan<byte> source, int at, int end, byte terminator)
    {
        if (Vector128.IsHardwareAccelerated && source.Length - at >= Vector128<byte>.Count)
        {
            uint found = Vector128.Equals(Vector128.Create(source.Slice(at, Vector128<byte>.Count)), Vector128.Create(terminator)).ExtractMostSignificantBits();
            if (found != 0)
                return BitOperations.TrailingZeroCount(found) is var size && size < end - at ? size : -1;
            if (end - at <= Vector128<byte>.Count)
                return -1;
        }
        return source[at..end].IndexOf(terminator);
    }

    /// <summary>Reads so many digits; false if there are others, or fewer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadDecimal(ReadOnlySpan<byte> source, int at, int count, out uint value)
    {
        value = 0;
        if (source.Length - at < count)
            return false;
        var digits = source.Slice(at, count);
        for (int i = 0; i < count; i++)
        {
            uint digit = digits[i] - (uint)'0';
            if (digit > 9)
                return false;
            value = value * 10 + digit;
        }
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Matches(Vector256<byte> bytes, byte value) => Vector256.Equals(bytes, Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Both(Vector256<byte> near, Vector256<byte> far) => near.ExtractMostSignificantBits() | (ulong)far.ExtractMostSignificantBits() << Vector256<byte>.Count;

    /// <summary>Where the terminator of a whole message begins; -1 if it is not there, or further than the limit allows.</summary>
    /// <param name="source">What there is, from the start of the message.</param>
    /// <param name="limit">Most bytes before the terminator.</param>
    /// <param name="terminator">The terminator.</param>
    /// <param name="escape">A byte that hides it; -1 for none.</param>
    /// <param name="context">The context of the message: what was looked at in vain is not looked at again.</param>
    public static int FindEnd(ReadOnlySpan<byte> source, int limit, ReadOnlySpan<byte> terminator, int escape, scoped ParseContext context)
    {
        if (source.Length > (long)limit + terminator.Length)
            source = source[..(limit + terminator.Length)];
        if (escape >= 0)
            return Find(source, terminator, (byte)escape);
        if (!context.HasProgress)
            return source.IndexOf(terminator);
        int from = Math.Min(context.Progress.Examined, source.Length);
        int found = source[from..].IndexOf(terminator);
        // The terminator may have begun with what is last.
        context.Progress.Examined = found < 0 ? Math.Max(source.Length - terminator.Length + 1, from) : 0;
        return found < 0 ? -1 : from + found;
    }

    /// <summary>As the other, where some bytes stand nowhere but in the terminator: the first of them that does not belong to it is a fault.</summary>
    /// <param name="source">What there is, from the start of the message.</param>
    /// <param name="limit">Most bytes before the terminator.</param>
    /// <param name="terminator">The terminator.</param>
    /// <param name="except">These bytes, of which the terminator has one or more.</param>
    /// <param name="context">The context of the message: what was looked at in vain is not looked at again.</param>
    /// <returns>Where the terminator begins; -1 if it is not there, or further than the limit allows; below that, -2 and minus the place of a byte that does not belong there.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FindEnd(ReadOnlySpan<byte> source, int limit, ReadOnlySpan<byte> terminator, ReadOnlySpan<byte> except, scoped ParseContext context)
    {
        if (source.Length > (long)limit + terminator.Length)
            source = source[..(limit + terminator.Length)];
        if (context.HasProgress)
            return FindEndFurther(source, terminator, except, context);
        int place = source.IndexOfAny(except);
        return place >= 0 && source[place..].StartsWith(terminator) ? place : Judge(source, place, terminator);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int FindEndFurther(ReadOnlySpan<byte> source, ReadOnlySpan<byte> terminator, ReadOnlySpan<byte> except, scoped ParseContext context)
    {
        int from = Math.Min(context.Progress.Examined, source.Length);
        int found = source[from..].IndexOfAny(except);
        int end = Judge(source, found < 0 ? -1 : from + found, terminator);
        context.Progress.Examined = end != -1 ? 0 : found < 0 ? source.Length : from + found;
        return end;
    }

    /// <summary>The result for something that must be all of what carries it.</summary>
    /// <param name="result">What became of parsing it.</param>
    /// <param name="length">Bytes of what carries it.</param>
    /// <param name="payload">What was parsed; the default if more follows.</param>
    public static ParseResult Complete<T>(ParseResult result, int length, ref T payload) where T : allows ref struct
    {
        if (!result || result.BytesConsumed == length)
            return result;
        payload = default!;
        return ParseResult.Invalid(ParseError.Syntax, 0, result.BytesConsumed);
    }

    /// <summary>The result where a terminator is missing: an error within a length, otherwise a wish for more.</summary>
    public static ParseResult Missing(int end, int field, int at, bool isBounded) =>
        isBounded ? ParseResult.Invalid(ParseError.Syntax, field, at) : ParseResult.NeedMore(end + 1, field);

    /// <summary>Most bytes of a run of bytes that belong to a set, unless the definition has another limit.</summary>
    public const int DefaultRunLimit = 8192;

    /// <summary>How many bytes belong to the set before the first that does not.</summary>
    public static int Run(ReadOnlySpan<byte> source, SearchValues<byte> set)
    {
        int size = source.IndexOfAnyExcept(set);
        return size < 0 ? source.Length : size;
    }

    /// <inheritdoc cref="Run(ReadOnlySpan{byte}, SearchValues{byte})"/>
    public static int Run(ReadOnlySpan<byte> source, Func<byte, bool> belongs)
    {
        int size = 0;
        while (size < source.Length && belongs(source[size]))
            size++;
        return size;
    }

    /// <summary>How many bytes belong to the set behind the last that does not, of <paramref name="most"/> at the end.</summary>
    public static int RunBack(ReadOnlySpan<byte> source, SearchValues<byte> set, int most)
    {
        var end = source[Math.Max(source.Length - most, 0)..];
        return end.Length - 1 - end.LastIndexOfAnyExcept(set);
    }

    /// <inheritdoc cref="RunBack(ReadOnlySpan{byte}, SearchValues{byte}, int)"/>
    public static int RunBack(ReadOnlySpan<byte> source, Func<byte, bool> belongs, int most)
    {
        int size = 0;
        while (size < Math.Min(source.Length, most) && belongs(source[^(size + 1)]))
            size++;
        return size;
    }

    /// <summary>Checks that a run behind a field that takes what there is would be read as long as it is.</summary>
    /// <param name="length">Its length.</param>
    /// <param name="most">The most that a reader would take.</param>
    /// <param name="ahead">How many bytes before it belong to the set.</param>
    /// <param name="field">The name of the field before it.</param>
    /// <exception cref="InvalidOperationException">That field ends with what would be read as part of the run.</exception>
    public static void CheckRunBack(int length, int most, int ahead, string field)
    {
        if (length < most && ahead != 0)
            throw new InvalidOperationException($"{field} ends with what would be read as part of what follows.");
    }

    /// <summary>Are these the same bytes, but for the case of ASCII letters?</summary>
    public static bool EqualsIgnoreCase(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (one.Length != other.Length)
            return false;
        for (int i = 0; i < one.Length; i++)
        {
            int difference = one[i] ^ other[i];
            if (difference != 0 && (difference != 0x20 || !char.IsAsciiLetter((char)one[i])))
                return false;
        }
        return true;
    }

    /// <summary>Checks that a run is read as it is written.</summary>
    /// <param name="value">The run.</param>
    /// <param name="run">How many of its bytes belong to the set.</param>
    /// <param name="ahead">How many bytes of the terminator behind it do.</param>
    /// <param name="field">The field's name.</param>
    /// <exception cref="InvalidOperationException">A byte does not belong to the set, or the terminator would be read as part of the run.</exception>
    public static void CheckRun(ReadOnlySpan<byte> value, int run, int ahead, string field)
    {
        if (run != value.Length)
            throw new InvalidOperationException($"{field} contains a byte (0x{value[run]:X2}) that does not belong there.");
        if (ahead != 0)
            throw new InvalidOperationException($"{field} would go on into what ends it.");
    }

    /// <summary>The result where a terminator does not stand right behind a value that has an extent of its own.</summary>
    public static ParseResult NotFollowed(ReadOnlySpan<byte> behind, ReadOnlySpan<byte> terminator, int field, int at, bool isBounded) =>
        !isBounded && behind.Length < terminator.Length && terminator.StartsWith(behind)
            ? ParseResult.NeedMore(at + terminator.Length, field)
            : ParseResult.Invalid(ParseError.Syntax, field, at);

    /// <summary>Reads ASCII digits.</summary>
    /// <param name="source">What there is.</param>
    /// <param name="count">The number of digits; 0 for as many as there are.</param>
    /// <param name="radix">2 to 36.</param>
    /// <param name="least">The smallest value.</param>
    /// <param name="most">The largest value.</param>
    /// <param name="value">The value.</param>
    /// <param name="used">Bytes read.</param>
    public static ParseError ReadDigits(ReadOnlySpan<byte> source, int count, int radix, long least, ulong most, out ulong value, out int used)
    {
        value = 0;
        used = 0;
        bool isNegative = least < 0 && !source.IsEmpty && source[0] == '-';
        int at = isNegative ? 1 : 0;
        int end = count > 0 ? Math.Min(count, source.Length) : source.Length;
        ulong sum = 0;
        bool isOver = false;
        int first = at;
        for (; at < end && Digit(source[at]) is var digit && digit < radix; at++)
        {
            isOver |= Math.BigMul(sum, (ulong)radix, out ulong product) != 0;
            sum = unchecked(product + (uint)digit);
            isOver |= sum < product;
        }
        used = at;
        if (at > MostDigits)
            return ParseError.Limit;
        if (at == first || (count > 0 && at != count))
            return ParseError.Syntax;
        if (isOver || sum > (isNegative ? (ulong)-(least + 1) + 1 : most))
            return ParseError.Value;
        value = isNegative ? unchecked(0 - sum) : sum;
        return ParseError.None;
    }

    /// <summary>The bytes that <see cref="WriteDigits"/> writes.</summary>
    public static int DigitsSize(ulong value, int count, int radix, bool isSigned)
    {
        if (count > 0)
            return count;
        int size = 1;
        if (isSigned && (long)value < 0)
        {
            size++;
            value = (ulong)-(long)value;
        }
        while (value >= (uint)radix)
        {
            value /= (uint)radix;
            size++;
        }
        return size;
    }

    /// <summary>Writes ASCII digits.</summary>
    /// <exception cref="InvalidOperationException">The value has more digits than the field.</exception>
    public static int WriteDigits(Span<byte> destination, ulong value, int count, int radix, bool isSigned, string field)
    {
        int size = DigitsSize(value, count, radix, isSigned);
        int first = 0;
        if (isSigned && (long)value < 0)
        {
            destination[0] = (byte)'-';
            first = 1;
            value = (ulong)-(long)value;
        }
        for (int at = size - 1; at >= first; at--)
        {
            uint digit = (uint)(value % (uint)radix);
            destination[at] = (byte)(digit < 10 ? '0' + digit : 'a' + digit - 10);
            value /= (uint)radix;
        }
        if (value != 0)
            throw new InvalidOperationException($"{field} has more than {count} digits.");
        return size;
    }

    /// <summary>How digits are spelled: their number in the low 6 bits, bit 6 for capital letters, bit 7 for a sign.</summary>
    public static byte SpellingOf(ReadOnlySpan<byte> digits) =>
        (byte)(digits.Length | (digits.ContainsAnyInRange((byte)'A', (byte)'Z') ? 0x40 : 0) | (digits[0] == '-' ? 0x80 : 0));

    /// <summary>Writes digits as they were spelled, but for letters in both cases in one number.</summary>
    public static int Respell(Span<byte> destination, ulong value, int radix, byte spelling)
    {
        int size = spelling & 0x3F;
        bool isNegative = (spelling & 0x80) != 0;
        if (isNegative)
        {
            destination[0] = (byte)'-';
            value = (ulong)-(long)value;
        }
        for (int at = size - 1; at >= (isNegative ? 1 : 0); at--)
        {
            uint digit = (uint)(value % (uint)radix);
            destination[at] = (byte)(digit < 10 ? '0' + digit : ((spelling & 0x40) != 0 ? 'A' : 'a') + digit - 10);
            value /= (uint)radix;
        }
        return size;
    }

    /// <summary>Writes a terminator after a value, and checks that a reader would find it there and no sooner.</summary>
    /// <param name="message">The message, from its start.</param>
    /// <param name="start">Where the value starts.</param>
    /// <param name="at">Where it ends, and the terminator goes.</param>
    /// <param name="terminator">The terminator.</param>
    /// <param name="escape">A byte that hides it; -1 for none.</param>
    /// <param name="field">The field's name.</param>
    /// <exception cref="InvalidOperationException">The value contains the terminator.</exception>
    public static int Terminate(Span<byte> message, int start, int at, ReadOnlySpan<byte> terminator, int escape, string field)
    {
        terminator.CopyTo(message[at..]);
        var written = message[start..(at + terminator.Length)];
        int found = escape < 0 ? Find(written, terminator) : Find(written, terminator, (byte)escape);
        if (found != at - start)
            ThrowContained(field);
        return terminator.Length;
    }

    /// <summary>Ends a message, and checks that a reader would find the terminator there and no sooner.</summary>
    /// <param name="message">The message, from its start.</param>
    /// <param name="start">Where the message starts.</param>
    /// <param name="at">Where it ends, and the terminator goes.</param>
    /// <param name="terminator">The terminator.</param>
    /// <param name="escape">A byte that hides it; -1 for none.</param>
    /// <param name="value">The message, to name the field at fault.</param>
    /// <exception cref="InvalidOperationException">The message contains the terminator.</exception>
    public static int Terminate<T>(Span<byte> message, int start, int at, ReadOnlySpan<byte> terminator, int escape, scoped in T value) where T : IVisitable<T>, allows ref struct
    {
        terminator.CopyTo(message[at..]);
        var written = message[start..(at + terminator.Length)];
        int found = escape < 0 ? Find(written, terminator) : Find(written, terminator, (byte)escape);
        if (found != at - start)
            ThrowContained(FieldFinder.Find(in value, found));
        return terminator.Length;
    }

    /// <summary>As the other, where some bytes stand nowhere but in the terminator.</summary>
    /// <param name="message">The message, from its start.</param>
    /// <param name="start">Where the message starts.</param>
    /// <param name="at">Where it ends, and the terminator goes.</param>
    /// <param name="terminator">The terminator.</param>
    /// <param name="except">These bytes.</param>
    /// <param name="value">The message, to name the field at fault.</param>
    /// <exception cref="InvalidOperationException">The message contains one of them.</exception>
    public static int Terminate<T>(Span<byte> message, int start, int at, ReadOnlySpan<byte> terminator, ReadOnlySpan<byte> except, scoped in T value) where T : IVisitable<T>, allows ref struct
    {
        int odd = message[start..at].IndexOfAny(except);
        if (odd >= 0)
            ThrowOdd(message[start + odd], FieldFinder.Find(in value, odd));
        terminator.CopyTo(message[at..]);
        return terminator.Length;
    }

    /// <summary>Checks that a value has none of the bytes that stand nowhere but in its terminator.</summary>
    public static void CheckExcept(ReadOnlySpan<byte> value, ReadOnlySpan<byte> except, string field)
    {
        int odd = value.IndexOfAny(except);
        if (odd >= 0)
            ThrowOdd(value[odd], field);
    }

    /// <summary>Checks a value whose terminator is left out because nothing follows.</summary>
    public static void CheckFree(ReadOnlySpan<byte> value, ReadOnlySpan<byte> terminator, int escape, string field)
    {
        if ((escape < 0 ? Find(value, terminator) : Find(value, terminator, (byte)escape)) >= 0)
            ThrowContained(field);
    }

    // A byte that stands nowhere but in the terminator: is it there?
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Judge(ReadOnlySpan<byte> source, int at, ReadOnlySpan<byte> terminator)
    {
        if (at < 0)
            return -1;
        for (int before = 0; before < terminator.Length && before <= at; before++)
        {
            var rest = source[(at - before)..];
            if (rest.StartsWith(terminator))
                return at - before;
            if (rest.Length > before && terminator.StartsWith(rest))
                return -1;
        }
        return -2 - at;
    }

    private static int Digit(byte c) => c switch
    {
        >= (byte)'0' and <= (byte)'9' => c - '0',
        >= (byte)'a' and <= (byte)'z' => c - 'a' + 10,
        >= (byte)'A' and <= (byte)'Z' => c - 'A' + 10,
        _ => int.MaxValue,
    };

    [DoesNotReturn]
    private static void ThrowContained(string field) => throw new InvalidOperationException($"{field} contains what would end it.");

    [DoesNotReturn]
    private static void ThrowOdd(byte value, string field) => throw new InvalidOperationException($"{field} contains a byte (0x{value:X2}) that does not belong there.");
}
