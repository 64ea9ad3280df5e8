namespace Codecs.Protocols;

/// <summary>A time in 64 bits (RFC 5905 section 6): seconds since the start of 1900 modulo 2^32, and 32 bits of their fraction. 0 is no time.</summary>
/// <param name="Value">The bits.</param>
public readonly record struct NtpTimestamp(ulong Value) : IScalar<NtpTimestamp, ulong>, IFormattable
{
    // Seconds from 1900 to 1970, and to 7 February 2036, when they begin again.
    private const long UnixEpoch = 2_208_988_800;
    private const long NextEra = 1L << 32;

    /// <summary>Seconds, modulo 2^32.</summary>
    public uint Seconds => (uint)(Value >> 32);

    /// <summary>The rest, in units of 2^-32 seconds.</summary>
    public uint Fraction => (uint)Value;

    /// <summary>Is it a time at all?</summary>
    public bool IsSet => Value != 0;

    /// <summary>The timestamp of a time, to a tenth of a microsecond.</summary>
    public static NtpTimestamp From(DateTimeOffset time)
    {
        long ticks = time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;
        long seconds = Math.DivRem(ticks, TimeSpan.TicksPerSecond, out long rest);
        if (rest < 0)
            (seconds, rest) = (seconds - 1, rest + TimeSpan.TicksPerSecond);
        // Rounded up, so that the way back rounds down to the same.
        ulong fraction = (((ulong)rest << 32) + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond;
        return new((ulong)(uint)(seconds + UnixEpoch) << 32 | fraction);
    }

    /// <summary>The time: of the era from 1968 to 2104 (RFC 4330 section 3).</summary>
    public DateTimeOffset ToDateTimeOffset()
    {
        long seconds = Seconds + (Seconds >> 31 != 0 ? 0 : NextEra) - UnixEpoch;
        return DateTimeOffset.UnixEpoch.AddTicks(seconds * TimeSpan.TicksPerSecond + (long)((ulong)Fraction * TimeSpan.TicksPerSecond >> 32));
    }

    static NtpTimestamp IScalar<NtpTimestamp, ulong>.FromInteger(ulong value) => new(value);

    ulong IScalar<NtpTimestamp, ulong>.ToInteger() => Value;

    /// <summary>The time in UTC, or "none".</summary>
    public override string ToString() => ToString(null, null);

    /// <summary>The time in UTC, or "none".</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        IsSet ? ToDateTimeOffset().UtcDateTime.ToString(format ?? "yyyy-MM-dd HH:mm:ss.fffffff", formatProvider ?? System.Globalization.CultureInfo.InvariantCulture) : "none";
}

/// <summary>A duration in 32 bits (RFC 5905 section 6, short format): 16 bits of seconds, and 16 bits of their fraction.</summary>
/// <param name="Value">The bits.</param>
public readonly record struct NtpDuration(uint Value) : IScalar<NtpDuration, uint>
{
    /// <summary>The duration.</summary>
    public TimeSpan ToTimeSpan() => new((long)((ulong)Value * TimeSpan.TicksPerSecond >> 16));

    static NtpDuration IScalar<NtpDuration, uint>.FromInteger(uint value) => new(value);

    uint IScalar<NtpDuration, uint>.ToInteger() => Value;

    /// <summary>The seconds.</summary>
    public override string ToString() => ToTimeSpan().TotalSeconds.ToString("0.000000", System.Globalization.CultureInfo.InvariantCulture);
}
