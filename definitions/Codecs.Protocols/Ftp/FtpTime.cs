using System.Globalization;

namespace Codecs.Protocols;

/// <summary>A time in UTC (RFC 3659 section 2.3): <c>20021231235959</c>, <c>20021231235959.123</c>.</summary>
/// <remarks>The default is no time, and cannot be written.</remarks>
public readonly record struct FtpTime : ICodec<FtpTime>
{
    private const int Digits = 14;
    private const int MostFractionDigits = 18;

    // The 14 digits as one number.
    private readonly long _digits;
    private readonly ulong _fraction;

    private FtpTime(long digits, ulong fraction, byte fractionDigits)
    {
        _digits = digits;
        _fraction = fraction;
        FractionDigits = fractionDigits;
    }

    /// <summary>A time.</summary>
    /// <param name="time">The time.</param>
    /// <param name="fractionDigits">How many digits of the second's fraction are written: 0 to 7.</param>
    public FtpTime(DateTimeOffset time, int fractionDigits = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fractionDigits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fractionDigits, 7);
        var utc = time.UtcDateTime;
        _digits = ((((utc.Year * 100L + utc.Month) * 100 + utc.Day) * 100 + utc.Hour) * 100 + utc.Minute) * 100 + utc.Second;
        _fraction = (ulong)(utc.Ticks % TimeSpan.TicksPerSecond);
        for (int i = fractionDigits; i < 7; i++)
            _fraction /= 10;
        FractionDigits = (byte)fractionDigits;
    }

    /// <summary>How many digits the second's fraction has: 0 to 18.</summary>
    public byte FractionDigits { get; }

    /// <summary>Is there no time?</summary>
    public bool IsNone => _digits == 0;

    /// <summary>The time, to 100 nanoseconds. A leap second is the one after it.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public DateTimeOffset ToDateTimeOffset()
    {
        if (IsNone)
            throw new InvalidOperationException("There is no time.");
        var (year, month, day, hour, minute, second) = Split();
        ulong ticks = _fraction;
        for (int i = FractionDigits; i < 7; i++)
            ticks *= 10;
        for (int i = FractionDigits; i > 7; i--)
            ticks /= 10;
        return new DateTimeOffset(year, month, day, hour, minute, Math.Min(second, 59), TimeSpan.Zero).AddTicks((long)ticks).AddSeconds(Math.Max(second - 59, 0));
    }

    /// <inheritdoc/>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out FtpTime value)
    {
        value = default;
        var text = message[offset..];
        long digits = 0;
        int at = 0;
        for (; at < Digits; at++)
        {
            if (at == text.Length)
                return ParseResult.NeedMore(Digits, 0);
            if (!char.IsAsciiDigit((char)text[at]))
                return ParseResult.Invalid(ParseError.Syntax, 0, at);
            digits = digits * 10 + text[at] - '0';
        }
        // No fraction makes a time of what is none: nobody need wait for one.
        if (!new FtpTime(digits, 0, 0).IsValid())
            return ParseResult.Invalid(ParseError.Value, 0, 0);
        ulong fraction = 0;
        if (at < text.Length && text[at] == '.')
        {
            for (at++; at < text.Length && char.IsAsciiDigit((char)text[at]); at++)
            {
                if (at - Digits > MostFractionDigits)
                    return ParseResult.Invalid(ParseError.Limit, 0, at);
                fraction = fraction * 10 + text[at] - '0';
            }
            if (at == Digits + 1)
                return at == text.Length ? ParseResult.NeedMore(at + 1, 0) : ParseResult.Invalid(ParseError.Syntax, 0, at);
        }
        value = new FtpTime(digits, fraction, (byte)Math.Max(at - Digits - 1, 0));
        return ParseResult.Done(at);
    }

    /// <inheritdoc/>
    public int GetMaxSize() => Digits + (FractionDigits > 0 ? 1 + FractionDigits : 0);

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        if (IsNone)
            throw new InvalidOperationException("There is no time.");
        Put(message.Slice(offset, Digits), (ulong)_digits);
        if (FractionDigits > 0)
        {
            message[offset + Digits] = (byte)'.';
            Put(message.Slice(offset + Digits + 1, FractionDigits), _fraction);
        }
        return GetMaxSize();
    }

    /// <summary>The time as ISO 8601 has it; empty for none.</summary>
    public override string ToString()
    {
        if (IsNone)
            return "";
        var (year, month, day, hour, minute, second) = Split();
        string fraction = FractionDigits > 0 ? "." + _fraction.ToString("D" + FractionDigits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : "";
        return string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}T{hour:D2}:{minute:D2}:{second:D2}{fraction}Z");
    }

    private static void Put(Span<byte> destination, ulong value)
    {
        for (int at = destination.Length - 1; at >= 0; at--, value /= 10)
            destination[at] = (byte)('0' + value % 10);
    }

    private (int Year, int Month, int Day, int Hour, int Minute, int Second) Split() =>
        ((int)(_digits / 10_000_000_000), (int)(_digits / 100_000_000 % 100), (int)(_digits / 1_000_000 % 100), (int)(_digits / 10_000 % 100), (int)(_digits / 100 % 100), (int)(_digits % 100));

    // Not at the very end of what can be told, where a leap second would lead beyond it.
    private bool IsValid()
    {
        var (year, month, day, hour, minute, second) = Split();
        return year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) && hour < 24 && minute < 60
            && (second < 60 || (second == 60 && (year, month, day) != (9999, 12, 31)));
    }
}
