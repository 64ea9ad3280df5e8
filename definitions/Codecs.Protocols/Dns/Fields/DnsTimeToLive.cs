using System.Buffers.Text;
using System.Text;

namespace Codecs.Protocols;

/// <summary>
/// For how many seconds something may be cached, or how long to wait (RFC 1035 section 3.2.1, RFC 2181 section 8). In text the number; units are
/// read as well, as in 1w2d3h4m5s.
/// </summary>
/// <param name="Seconds">Seconds. A time to live has 31 bits; one with the highest bit set is to be taken for 0.</param>
public readonly record struct DnsTimeToLive(uint Seconds) : IScalar<DnsTimeToLive, uint>, IUtf8SpanFormattable, IUtf8SpanParsable<DnsTimeToLive>
{
    /// <summary>A time in seconds.</summary>
    public static implicit operator DnsTimeToLive(uint seconds) => new(seconds);

    /// <summary>The seconds.</summary>
    public static implicit operator uint(DnsTimeToLive time) => time.Seconds;

    /// <summary>As a time span; 0 if the highest bit is set (RFC 2181 section 8).</summary>
    public TimeSpan ToTimeSpan() => TimeSpan.FromSeconds(Seconds > int.MaxValue ? 0 : Seconds);

    static DnsTimeToLive IScalar<DnsTimeToLive, uint>.FromInteger(uint value) => new(value);

    uint IScalar<DnsTimeToLive, uint>.ToInteger() => Seconds;

    /// <summary>The number of seconds.</summary>
    public override string ToString() => Seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Writes the number of seconds.</summary>
    /// <returns>False if the destination is too small.</returns>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Utf8Formatter.TryFormat(Seconds, utf8Destination, out bytesWritten);

    /// <summary>Reads a number of seconds, or numbers with units: w, d, h, m and s in either case.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static DnsTimeToLive Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider = null) =>
        TryParse(utf8Text, provider, out var time) ? time : throw new FormatException($"'{Encoding.UTF8.GetString(utf8Text)}' is no time to live.");

    /// <summary>Reads a number of seconds, or numbers with units: w, d, h, m and s in either case.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out DnsTimeToLive result)
    {
        result = default;
        if (TextInput.TryParseNumber(utf8Text, uint.MaxValue, out ulong seconds))
        {
            result = new((uint)seconds);
            return true;
        }
        seconds = 0;
        for (var rest = utf8Text; !rest.IsEmpty;)
        {
            int digits = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits <= 0 || !TextInput.TryParseNumber(rest[..digits], uint.MaxValue, out ulong number))
                return false;
            uint unit = (rest[digits] | 0x20) switch { 'w' => 604_800u, 'd' => 86_400, 'h' => 3_600, 'm' => 60, 's' => 1, _ => 0 };
            seconds += number * unit;
            if (unit == 0 || seconds > uint.MaxValue)
                return false;
            rest = rest[(digits + 1)..];
        }
        result = new((uint)seconds);
        return !utf8Text.IsEmpty;
    }
}
