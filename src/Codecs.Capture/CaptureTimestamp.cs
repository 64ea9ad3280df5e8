using System.Buffers;
using System.Buffers.Text;

namespace Codecs.Capture;

/// <summary>A point in time as captures have it: seconds since 1970-01-01 00:00:00 UTC and nanoseconds.</summary>
/// <param name="Seconds">Whole seconds; negative before 1970.</param>
/// <param name="Nanoseconds">0 to 999,999,999, counted forwards from <paramref name="Seconds"/>.</param>
public readonly record struct CaptureTimestamp(long Seconds, int Nanoseconds) : IComparable<CaptureTimestamp>, IUtf8SpanFormattable
{
    private const int NanosecondsPerSecond = 1_000_000_000;

    /// <summary>The time as the nearest earlier point that .NET can express (100 ns), or null if it is outside the years 1 to 9999.</summary>
    public DateTimeOffset? ToDateTimeOffset() =>
        Seconds is >= -62_135_596_800 and <= 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds(Seconds).AddTicks(Nanoseconds / TimeSpan.NanosecondsPerTick)
            : null;

    /// <summary>The time between two points.</summary>
    public static CaptureTimestamp operator -(CaptureTimestamp later, CaptureTimestamp earlier)
    {
        int nanoseconds = later.Nanoseconds - earlier.Nanoseconds;
        return nanoseconds < 0
            ? new(unchecked(later.Seconds - earlier.Seconds - 1), nanoseconds + NanosecondsPerSecond)
            : new(unchecked(later.Seconds - earlier.Seconds), nanoseconds);
    }

    /// <inheritdoc/>
    public int CompareTo(CaptureTimestamp other) =>
        Seconds != other.Seconds ? Seconds.CompareTo(other.Seconds) : Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>Seconds with nine decimals: <c>1084443427.311224000</c>.</summary>
    public override string ToString()
    {
        Span<byte> buffer = stackalloc byte[32];
        return TryFormat(buffer, out int written, 9) ? System.Text.Encoding.ASCII.GetString(buffer[..written]) : "";
    }

    /// <summary>Writes seconds with <paramref name="decimals"/> decimals; further digits are cut off.</summary>
    /// <param name="destination">32 bytes are always enough.</param>
    /// <param name="written">The bytes written.</param>
    /// <param name="decimals">0 to 9.</param>
    public bool TryFormat(Span<byte> destination, out int written, int decimals)
    {
        // What is before 1970 counts backwards in decimal notation: -1 s and 750,000,000 ns are -0.25 s.
        bool isNegative = Seconds < 0;
        ulong seconds = isNegative ? (ulong)-(Int128)Seconds : (ulong)Seconds;
        int nanoseconds = Nanoseconds;
        if (isNegative && nanoseconds > 0)
        {
            seconds--;
            nanoseconds = NanosecondsPerSecond - nanoseconds;
        }
        written = 0;
        if (destination.Length < 32)
            return false;
        if (isNegative)
            destination[written++] = (byte)'-';
        Utf8Formatter.TryFormat(seconds, destination[written..], out int digits);
        written += digits;
        if (decimals == 0)
            return true;
        destination[written++] = (byte)'.';
        Utf8Formatter.TryFormat(nanoseconds, destination[written..], out _, new StandardFormat('D', 9));
        written += Math.Min(decimals, 9);
        return true;
    }

    bool IUtf8SpanFormattable.TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryFormat(utf8Destination, out bytesWritten, 9);

    /// <summary>Seconds and a fraction that may exceed one second, as damaged files have it.</summary>
    internal static CaptureTimestamp FromFraction(long seconds, uint fraction, bool isNanoseconds)
    {
        long nanoseconds = isNanoseconds ? fraction : fraction * 1000L;
        return new(seconds + nanoseconds / NanosecondsPerSecond, (int)(nanoseconds % NanosecondsPerSecond));
    }

    /// <summary>A number of ticks of which <paramref name="resolution"/> says how long they are.</summary>
    /// <param name="ticks">Ticks since 1970, before <paramref name="offset"/> is added.</param>
    /// <param name="resolution">As in if_tsresol: the negative exponent, of 2 if the top bit is set, else of 10.</param>
    /// <param name="offset">Seconds to add.</param>
    internal static CaptureTimestamp FromTicks(ulong ticks, byte resolution, long offset)
    {
        int exponent = resolution & 0x7F;
        UInt128 seconds, nanoseconds;
        if ((resolution & 0x80) != 0)
        {
            seconds = exponent < 64 ? ticks >> exponent : 0;
            ulong rest = exponent < 64 ? ticks & ((1UL << exponent) - 1) : ticks;
            // Shifting a UInt128 by 128 or more would wrap around; 94 bits are the most that the product has.
            nanoseconds = exponent < 128 ? ((UInt128)rest * NanosecondsPerSecond) >> exponent : 0;
        }
        else if (exponent <= 19)
        {
            ulong perSecond = PowerOfTen(exponent);
            seconds = ticks / perSecond;
            nanoseconds = (UInt128)(ticks % perSecond) * NanosecondsPerSecond / perSecond;
        }
        else
        {
            seconds = 0;
            nanoseconds = exponent - 9 <= 19 ? ticks / PowerOfTen(exponent - 9) : 0;
        }
        return new(unchecked((long)(ulong)seconds + offset), (int)nanoseconds);
    }

    private static ulong PowerOfTen(int exponent)
    {
        ulong power = 1;
        for (int i = 0; i < exponent; i++)
            power *= 10;
        return power;
    }
}
