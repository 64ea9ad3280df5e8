using System.Globalization;
using System.Text;

namespace Codecs.Protocols;

/// <summary>
/// A time in seconds since 1970, modulo 2^32: when signatures begin and cease to be valid (RFC 4034 section 3.1.5). In text YYYYMMDDHHmmSS
/// in UTC, or the number (section 3.2).
/// </summary>
/// <param name="Seconds">Seconds since the beginning of 1970 in UTC, without leap seconds; the low 32 bits of it.</param>
public readonly record struct DnsTime(uint Seconds) : IScalar<DnsTime, uint>, IUtf8SpanFormattable, IUtf8SpanParsable<DnsTime>
{
    private const int DateLength = 14;

    /// <summary>The low 32 bits of a time.</summary>
    public static DnsTime FromDateTimeOffset(DateTimeOffset time) => new((uint)time.ToUnixTimeSeconds());

    /// <summary>The time, if it is between 1970 and 2106.</summary>
    public DateTimeOffset ToDateTimeOffset() => DateTimeOffset.FromUnixTimeSeconds(Seconds);

    /// <summary>The time that is closest to another one: within 68 years (RFC 1982 section 3.2).</summary>
    public DateTimeOffset ToDateTimeOffset(DateTimeOffset near)
    {
        long seconds = near.ToUnixTimeSeconds();
        return DateTimeOffset.FromUnixTimeSeconds(seconds + (int)(Seconds - (uint)seconds));
    }

    static DnsTime IScalar<DnsTime, uint>.FromInteger(uint value) => new(value);

    uint IScalar<DnsTime, uint>.ToInteger() => Seconds;

    /// <summary>YYYYMMDDHHmmSS in UTC, between 1970 and 2106.</summary>
    public override string ToString()
    {
        Span<byte> text = stackalloc byte[DateLength];
        TryFormat(text, out int length);
        return Encoding.ASCII.GetString(text[..length]);
    }

    /// <summary>Writes YYYYMMDDHHmmSS in UTC, between 1970 and 2106.</summary>
    /// <returns>False if the destination is too small.</returns>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        ToDateTimeOffset().TryFormat(utf8Destination, out bytesWritten, "yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    /// <summary>Reads YYYYMMDDHHmmSS, or at most ten digits for the seconds.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static DnsTime Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider = null) =>
        TryParse(utf8Text, provider, out var time) ? time : throw new FormatException($"'{Encoding.UTF8.GetString(utf8Text)}' is no time.");

    /// <summary>Reads YYYYMMDDHHmmSS, or at most ten digits for the seconds.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out DnsTime result)
    {
        result = default;
        if (!TextInput.TryParseNumber(utf8Text, ulong.MaxValue, out ulong number))
            return false;
        if (utf8Text.Length != DateLength)
        {
            result = new((uint)number);
            return utf8Text.Length <= 10 && number <= uint.MaxValue;
        }
        int year = (int)(number / 10_000_000_000), month = Part(100_000_000), day = Part(1_000_000), hour = Part(10_000), minute = Part(100), second = Part(1);
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
            return false;
        result = FromDateTimeOffset(new(year, month, day, hour, minute, second, default));
        return true;

        int Part(ulong unit) => (int)(number / unit % 100);
    }
}
