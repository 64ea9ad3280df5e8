namespace Codecs.Protocols;

/// <summary>Parameter of a chunk (RFC 9260 section 3.2.1): type, length, value, and padding to 4 bytes.</summary>
[Message("RFC 9260")]
public readonly ref partial struct SctpParameter
{
    /// <summary>What the parameter is. The highest bits say what to do with one that is not known, as in <see cref="SctpChunk.Type"/>.</summary>
    [TagOf(nameof(Value))] public partial SctpParameterType Type { get; init; }

    /// <summary>Length of the parameter in bytes, without the padding.</summary>
    [LengthOf(nameof(Type), nameof(Value))] public partial ushort Length { get; }

    /// <summary>What the parameter says.</summary>
    [Case<SctpIPv4Address>, Case<SctpIPv6Address>, Case<SctpCookiePreservative>, Case<SctpSupportedAddressTypes>, Case<SctpSupportedExtensions>, Case<SctpAdaptationLayer>]
    public partial ReadOnlySpan<byte> Value { get; init; }
}

/// <summary>IPv4 address (RFC 9260 section 3.3.2.1.1): one more that the sender has.</summary>
[Message("RFC 9260"), Tag(SctpParameterType.IPv4Address)]
public readonly partial record struct SctpIPv4Address
{
    /// <summary>The address.</summary>
    public partial IPv4Address Address { get; init; }
}

/// <summary>IPv6 address (RFC 9260 section 3.3.2.1.2): one more that the sender has.</summary>
[Message("RFC 9260"), Tag(SctpParameterType.IPv6Address)]
public readonly partial record struct SctpIPv6Address
{
    /// <summary>The address.</summary>
    public partial IPv6Address Address { get; init; }
}

/// <summary>Cookie preservative (RFC 9260 section 3.3.2.1.3): the last cookie was too old.</summary>
[Message("RFC 9260"), Tag(SctpParameterType.CookiePreservative)]
public readonly partial record struct SctpCookiePreservative
{
    /// <summary>By how many milliseconds the next one is to live longer.</summary>
    public partial uint SuggestedCookieLifespanIncrement { get; init; }
}

/// <summary>Supported address types (RFC 9260 section 3.3.2.1.5).</summary>
[Message("RFC 9260"), Tag(SctpParameterType.SupportedAddressTypes)]
public readonly ref partial struct SctpSupportedAddressTypes
{
    /// <summary>The parameters that hold such addresses.</summary>
    public partial ScalarList<SctpParameterType> AddressTypes { get; init; }
}

/// <summary>Supported extensions (RFC 5061 section 4.2.7).</summary>
[Message("RFC 5061"), Tag(SctpParameterType.SupportedExtensions)]
public readonly ref partial struct SctpSupportedExtensions
{
    /// <summary>The chunks that the sender knows.</summary>
    public partial ScalarList<SctpChunkType> ChunkTypes { get; init; }
}

/// <summary>Adaptation layer indication (RFC 5061 section 4.2.6).</summary>
[Message("RFC 5061"), Tag(SctpParameterType.AdaptationLayerIndication)]
public readonly partial record struct SctpAdaptationLayer
{
    /// <summary>What is between SCTP and its user (IANA).</summary>
    public partial uint Indication { get; init; }
}

/// <summary>Types of parameters (IANA SCTP parameters).</summary>
public enum SctpParameterType : ushort
{
    /// <summary>Anything of who sends a heartbeat.</summary>
    HeartbeatInfo = 1,

    /// <summary><see cref="SctpIPv4Address"/>.</summary>
    IPv4Address = 5,

    /// <summary><see cref="SctpIPv6Address"/>.</summary>
    IPv6Address = 6,

    /// <summary>The cookie of INIT ACK.</summary>
    StateCookie = 7,

    /// <summary>A parameter of INIT that was not known, whole.</summary>
    UnrecognizedParameter = 8,

    /// <summary><see cref="SctpCookiePreservative"/>.</summary>
    CookiePreservative = 9,

    /// <summary>A host name; obsolete (RFC 9260 section 3.3.2.1.4).</summary>
    HostNameAddress = 11,

    /// <summary><see cref="SctpSupportedAddressTypes"/>.</summary>
    SupportedAddressTypes = 12,

    /// <summary>Explicit congestion notification. No value.</summary>
    EcnCapable = 0x8000,

    /// <summary>Random numbers for keys (RFC 4895).</summary>
    Random = 0x8002,

    /// <summary>Chunks that must be authenticated (RFC 4895).</summary>
    ChunkList = 0x8003,

    /// <summary>Algorithms of authentication (RFC 4895).</summary>
    RequestedHmacAlgorithm = 0x8004,

    /// <summary>Fills up (RFC 4820).</summary>
    Padding = 0x8005,

    /// <summary><see cref="SctpSupportedExtensions"/>.</summary>
    SupportedExtensions = 0x8008,

    /// <summary>Knows FORWARD TSN (RFC 3758). No value.</summary>
    ForwardTsnSupported = 0xC000,

    /// <summary>Adds an address (RFC 5061).</summary>
    AddIPAddress = 0xC001,

    /// <summary>Takes an address away (RFC 5061).</summary>
    DeleteIPAddress = 0xC002,

    /// <summary>Why a change was refused (RFC 5061).</summary>
    ErrorCauseIndication = 0xC003,

    /// <summary>Prefers an address (RFC 5061).</summary>
    SetPrimaryAddress = 0xC004,

    /// <summary>A change was made (RFC 5061).</summary>
    SuccessIndication = 0xC005,

    /// <summary><see cref="SctpAdaptationLayer"/>.</summary>
    AdaptationLayerIndication = 0xC006,
}
