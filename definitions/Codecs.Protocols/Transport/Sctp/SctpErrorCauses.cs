namespace Codecs.Protocols;

/// <summary>Error cause (RFC 9260 section 3.3.10): code, length, what it is about, and padding to 4 bytes.</summary>
[Message("RFC 9260")]
public readonly ref partial struct SctpErrorCause
{
    /// <summary>What was wrong.</summary>
    [TagOf(nameof(Information))] public partial SctpCauseCode Code { get; init; }

    /// <summary>Length of the cause in bytes, without the padding.</summary>
    [LengthOf(nameof(Code), nameof(Information))] public partial ushort Length { get; }

    /// <summary>With what.</summary>
    [Case<SctpInvalidStream>, Case<SctpMissingParameters>, Case<SctpStaleCookie>, Case<SctpParameters>, Case<SctpNoUserData>] public partial ReadOnlySpan<byte> Information { get; init; }
}

/// <summary>Invalid stream identifier (RFC 9260 section 3.3.10.1).</summary>
[Message("RFC 9260"), Tag(SctpCauseCode.InvalidStreamIdentifier)]
public readonly partial record struct SctpInvalidStream
{
    /// <summary>The stream.</summary>
    public partial ushort StreamIdentifier { get; init; }

    [Reserved] private partial ushort Reserved { get; }
}

/// <summary>Missing mandatory parameter (RFC 9260 section 3.3.10.2).</summary>
[Message("RFC 9260"), Tag(SctpCauseCode.MissingMandatoryParameter)]
public readonly ref partial struct SctpMissingParameters
{
    /// <summary>The number of <see cref="ParameterTypes"/>.</summary>
    [CountOf(nameof(ParameterTypes))] public partial uint NumberOfMissingParameters { get; }

    /// <summary>What is missing.</summary>
    public partial ScalarList<SctpParameterType> ParameterTypes { get; init; }
}

/// <summary>Stale cookie (RFC 9260 section 3.3.10.3).</summary>
[Message("RFC 9260"), Tag(SctpCauseCode.StaleCookie)]
public readonly partial record struct SctpStaleCookie
{
    /// <summary>By how many microseconds the cookie was too old.</summary>
    public partial uint MeasureOfStaleness { get; init; }
}

/// <summary>Unrecognized parameters, and restart of an association with new addresses (RFC 9260 sections 3.3.10.8 and 3.3.10.11).</summary>
[Message("RFC 9260"), Tag(SctpCauseCode.UnrecognizedParameters, SctpCauseCode.RestartWithNewAddresses)]
public readonly ref partial struct SctpParameters
{
    /// <summary>The parameters, as they came.</summary>
    [Align(4)] public partial MessageList<SctpParameter> Parameters { get; init; }
}

/// <summary>No user data (RFC 9260 section 3.3.10.9).</summary>
[Message("RFC 9260"), Tag(SctpCauseCode.NoUserData)]
public readonly partial record struct SctpNoUserData
{
    /// <summary>The data chunk that is empty.</summary>
    public partial uint TransmissionSequenceNumber { get; init; }
}

/// <summary>What was wrong (RFC 9260 section 3.3.10).</summary>
public enum SctpCauseCode : ushort
{
    /// <summary>There is no such stream (<see cref="SctpInvalidStream"/>).</summary>
    InvalidStreamIdentifier = 1,

    /// <summary>INIT or INIT ACK lacks something (<see cref="SctpMissingParameters"/>).</summary>
    MissingMandatoryParameter = 2,

    /// <summary>The cookie is too old (<see cref="SctpStaleCookie"/>).</summary>
    StaleCookie = 3,

    /// <summary>No room.</summary>
    OutOfResource = 4,

    /// <summary>An address that cannot be used: a parameter.</summary>
    UnresolvableAddress = 5,

    /// <summary>A chunk that is not known: as it came.</summary>
    UnrecognizedChunkType = 6,

    /// <summary>A parameter has no good value.</summary>
    InvalidMandatoryParameter = 7,

    /// <summary>Parameters that are not known (<see cref="SctpParameters"/>).</summary>
    UnrecognizedParameters = 8,

    /// <summary>A data chunk is empty (<see cref="SctpNoUserData"/>).</summary>
    NoUserData = 9,

    /// <summary>The association is being shut down.</summary>
    CookieReceivedWhileShuttingDown = 10,

    /// <summary>An INIT of an association that is there, with other addresses (<see cref="SctpParameters"/>).</summary>
    RestartWithNewAddresses = 11,

    /// <summary>The user wants it; perhaps says why.</summary>
    UserInitiatedAbort = 12,

    /// <summary>Something against the rules; perhaps says what.</summary>
    ProtocolViolation = 13,
}
