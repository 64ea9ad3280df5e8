namespace Codecs.Protocols;

/// <summary>Option of a TCP header (RFC 9293 section 3.1): one byte, or kind, length and data.</summary>
[Message("RFC 9293")]
public readonly ref partial struct TcpOption
{
    /// <summary>What the option is.</summary>
    [TagOf(nameof(Data))] public partial TcpOptionKind Kind { get; init; }

    /// <summary>Length of the whole option in bytes; absent in options of one byte.</summary>
    [When(nameof(HasLength)), LengthOf(nameof(Kind), nameof(Data))] public partial byte Length { get; }

    /// <summary>What the option says.</summary>
    [When(nameof(HasLength)), Case<TcpMaximumSegmentSize>, Case<TcpWindowScale>, Case<TcpSack>, Case<TcpTimestamps>, Case<TcpUserTimeout>]
    public partial ReadOnlySpan<byte> Data { get; init; }

    /// <summary>Does nothing follow but padding?</summary>
    public bool IsEnd => Kind == TcpOptionKind.End;

    private bool HasLength => Kind > TcpOptionKind.NoOperation;
}

/// <summary>Kinds of TCP options (IANA TCP parameters).</summary>
public enum TcpOptionKind : byte
{
    /// <summary>Ends the list.</summary>
    End = 0,

    /// <summary>Fills up to a boundary.</summary>
    NoOperation = 1,

    /// <summary>Largest segment that the sender takes (<see cref="TcpMaximumSegmentSize"/>).</summary>
    MaximumSegmentSize = 2,

    /// <summary>Unit of the sender's windows (<see cref="TcpWindowScale"/>).</summary>
    WindowScale = 3,

    /// <summary>The sender understands <see cref="Sack"/> (RFC 2018 section 2). No data.</summary>
    SackPermitted = 4,

    /// <summary>What arrived out of order (<see cref="TcpSack"/>).</summary>
    Sack = 5,

    /// <summary>Echo (RFC 1072, obsolete).</summary>
    Echo = 6,

    /// <summary>Echo reply (RFC 1072, obsolete).</summary>
    EchoReply = 7,

    /// <summary>For measuring round-trip times and telling old segments (<see cref="TcpTimestamps"/>).</summary>
    Timestamps = 8,

    /// <summary>Partial order permitted (RFC 1693, obsolete).</summary>
    PartialOrderPermitted = 9,

    /// <summary>Partial order profile (RFC 1693, obsolete).</summary>
    PartialOrderProfile = 10,

    /// <summary>Connection count (RFC 1644, obsolete).</summary>
    ConnectionCount = 11,

    /// <summary>New connection count (RFC 1644, obsolete).</summary>
    ConnectionCountNew = 12,

    /// <summary>Echoed connection count (RFC 1644, obsolete).</summary>
    ConnectionCountEcho = 13,

    /// <summary>Alternate checksum request (RFC 1146, obsolete).</summary>
    AlternateChecksumRequest = 14,

    /// <summary>Alternate checksum data (RFC 1146, obsolete).</summary>
    AlternateChecksumData = 15,

    /// <summary>Signature (RFC 2385); obsolete, see <see cref="Authentication"/>.</summary>
    Md5Signature = 19,

    /// <summary>Selective negative acknowledgements of SCPS.</summary>
    SelectiveNegativeAcknowledgment = 21,

    /// <summary>Quick-start (RFC 4782).</summary>
    QuickStart = 27,

    /// <summary>How long to go on without acknowledgement (<see cref="TcpUserTimeout"/>).</summary>
    UserTimeout = 28,

    /// <summary>Authentication (RFC 5925).</summary>
    Authentication = 29,

    /// <summary>Multipath TCP (RFC 8684).</summary>
    Multipath = 30,

    /// <summary>Fast open cookie (RFC 7413).</summary>
    FastOpen = 34,

    /// <summary>Encryption negotiation (RFC 8547).</summary>
    EncryptionNegotiation = 69,

    /// <summary>Counters of accurate ECN, first order (RFC 9768).</summary>
    AccurateEcn0 = 172,

    /// <summary>Counters of accurate ECN, second order (RFC 9768).</summary>
    AccurateEcn1 = 174,

    /// <summary>For experiments (RFC 6994).</summary>
    Experiment1 = 253,

    /// <summary>For experiments (RFC 6994).</summary>
    Experiment2 = 254,
}
