using Codecs;

namespace Streamed;

public enum LeapIndicator : byte { None, LastMinuteHas61Seconds, LastMinuteHas59Seconds, Unsynchronized }

public enum NtpMode : byte { Reserved, SymmetricActive, SymmetricPassive, Client, Server, Broadcast, Control, Private }

public readonly record struct NtpTimestamp(ulong Ticks) : IScalar<NtpTimestamp, ulong>
{
    public static NtpTimestamp FromInteger(ulong value) => new(value);

    public ulong ToInteger() => Ticks;

    public DateTime ToDateTime() => new DateTime(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds((Ticks >> 32) + (uint)Ticks / 4294967296.0);

    public override string ToString() => ToDateTime().ToString("O");
}

public readonly record struct NtpShort(uint Ticks) : IScalar<NtpShort, uint>
{
    public static NtpShort FromInteger(uint value) => new(value);

    public uint ToInteger() => Ticks;

    public override string ToString() => $"{Ticks / 65536.0} s";
}

[Message("RFC 5905")]
public readonly ref partial struct Ntp
{
    [Bits(2)] public partial LeapIndicator LeapIndicator { get; init; }

    [Bits(3)] public partial byte Version { get; init; }

    [Bits(3)] public partial NtpMode Mode { get; init; }

    public partial byte Stratum { get; init; }

    public partial sbyte Poll { get; init; }

    public partial sbyte Precision { get; init; }

    public partial NtpShort RootDelay { get; init; }

    public partial NtpShort RootDispersion { get; init; }

    public partial uint ReferenceId { get; init; }

    public partial NtpTimestamp Reference { get; init; }

    public partial NtpTimestamp Origin { get; init; }

    public partial NtpTimestamp Receive { get; init; }

    public partial NtpTimestamp Transmit { get; init; }

    public partial ReadOnlySpan<byte> Rest { get; init; }

    // RFC 7822 section 3: a code of 20 bytes is what is left behind the extensions, which only their end tells.
    public MessageList<NtpExtension> Extensions => new(Rest[..^MacLength]);

    public ReadOnlySpan<byte> MacBytes => Rest[^MacLength..];

    private int MacLength => Rest.Length >= 20 ? 20 : 0;
}

[Message("RFC 7822")]
public readonly ref partial struct NtpExtension
{
    public partial ushort FieldType { get; init; }

    [LengthOf(nameof(FieldType), nameof(Value))] public partial ushort Length { get; }

    public partial ReadOnlySpan<byte> Value { get; init; }
}

[Message("RFC 5905")]
public readonly ref partial struct NtpMac
{
    public partial uint KeyIdentifier { get; init; }

    [Bytes(16)] public partial ReadOnlySpan<byte> Digest { get; init; }
}
