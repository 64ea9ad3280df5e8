namespace Codecs.Protocols;

/// <summary>Network time protocol (RFC 5905 section 7.3): its first byte, which says what the rest is.</summary>
/// <example><code>
/// var request = new Ntp { Version = 4, Mode = NtpMode.Client } / new NtpTime { TransmitTimestamp = NtpTimestamp.From(DateTimeOffset.UtcNow) };
/// </code></example>
[Message("RFC 5905"), Tag(UdpPort.Ntp)]
public readonly ref partial struct Ntp
{
    /// <summary>Will the last minute of the day have another length? In control messages 0; in private ones two flags, see <see cref="NtpPrivate"/>.</summary>
    [Bits(2)] public partial NtpLeap LeapIndicator { get; init; }

    /// <summary>4; servers answer with the version of the client.</summary>
    [Bits(3)] public partial byte Version { get; init; }

    /// <summary>Who sends, and what <see cref="Body"/> is.</summary>
    [Bits(3), TagOf(nameof(Body))] public partial NtpMode Mode { get; init; }

    /// <summary>The rest.</summary>
    [Case<NtpTime>, Case<NtpControl>, Case<NtpPrivate>] public partial ReadOnlySpan<byte> Body { get; init; }
}

/// <summary>Time, or the request for it (RFC 5905 section 7.3): all modes but those for control.</summary>
/// <remarks>What is behind the timestamps does not say what it is: see <see cref="Extensions"/>.</remarks>
[Message("RFC 5905"), Tag(NtpMode.Client, NtpMode.Unspecified, NtpMode.SymmetricActive, NtpMode.SymmetricPassive, NtpMode.Server, NtpMode.Broadcast)]
public readonly ref partial struct NtpTime
{
    /// <summary>How many servers the time has passed: 1 of a clock, 16 if there is no time; 0 for a <see cref="ReferenceId"/> that says why (kiss of death).</summary>
    public partial byte Stratum { get; init; }

    /// <summary>The longest interval between two messages, as a power of 2 in seconds.</summary>
    public partial sbyte Poll { get; init; }

    /// <summary>Precision of the clock, as a power of 2 in seconds.</summary>
    public partial sbyte Precision { get; init; }

    /// <summary>The time to the reference clock and back.</summary>
    public partial NtpDuration RootDelay { get; init; }

    /// <summary>How much the time may be wrong.</summary>
    public partial NtpDuration RootDispersion { get; init; }

    /// <summary>Where the time is from: four letters for a clock, the IPv4 address of a server, or four bytes of a digest of its IPv6 address.</summary>
    public partial uint ReferenceId { get; init; }

    /// <summary>When the clock was last set.</summary>
    public partial NtpTimestamp ReferenceTimestamp { get; init; }

    /// <summary>When the client sent the request.</summary>
    public partial NtpTimestamp OriginTimestamp { get; init; }

    /// <summary>When the request came to the server.</summary>
    public partial NtpTimestamp ReceiveTimestamp { get; init; }

    /// <summary>When this was sent.</summary>
    public partial NtpTimestamp TransmitTimestamp { get; init; }

    /// <summary>Extension fields (RFC 7822). Only the length tells them from the code behind them: 28 bytes and more are another field (section 7.5).</summary>
    [Until(FewerThan = 28)] public partial MessageList<NtpExtension> Extensions { get; init; }

    /// <summary>Whose key was used; null in messages that are not authenticated (RFC 5905 section 7.3). 0 with no <see cref="MessageDigest"/>: authentication failed (crypto-NAK).</summary>
    public partial uint? KeyIdentifier { get; init; }

    /// <summary>Digest of the message up to the key identifier: 16 bytes of MD5 or AES-CMAC (RFC 8573), 20 of SHA-1.</summary>
    public partial ReadOnlySpan<byte> MessageDigest { get; init; }
}

/// <summary>What kind of message it is (RFC 5905 figure 10).</summary>
public enum NtpMode : byte
{
    /// <summary>Not said: version 1 knew no modes (RFC 1059).</summary>
    Unspecified = 0,

    /// <summary>One of two that set each other.</summary>
    SymmetricActive = 1,

    /// <summary>Its answer.</summary>
    SymmetricPassive = 2,

    /// <summary>Asks for the time.</summary>
    Client = 3,

    /// <summary>Answers.</summary>
    Server = 4,

    /// <summary>Sent to all.</summary>
    Broadcast = 5,

    /// <summary>Reads and sets variables of a server (<see cref="NtpControl"/>).</summary>
    Control = 6,

    /// <summary>The same, in a form of the reference implementation (<see cref="NtpPrivate"/>).</summary>
    Private = 7,
}

/// <summary>The length of the last minute of the day (RFC 5905 figure 9).</summary>
public enum NtpLeap : byte
{
    /// <summary>60 seconds.</summary>
    None = 0,

    /// <summary>61 seconds.</summary>
    Insert = 1,

    /// <summary>59 seconds.</summary>
    Delete = 2,

    /// <summary>The clock was never set.</summary>
    Unsynchronized = 3,
}
