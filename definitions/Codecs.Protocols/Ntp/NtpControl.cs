namespace Codecs.Protocols;

/// <summary>Control message (RFC 9327 section 2): reads and sets variables of a server.</summary>
[Message("RFC 9327"), Tag(NtpMode.Control)]
public readonly ref partial struct NtpControl
{
    /// <summary>Is it a response?</summary>
    [Bits(1)] public partial bool IsResponse { get; init; }

    /// <summary>Is it an error? <see cref="Status"/> says which.</summary>
    [Bits(1)] public partial bool IsError { get; init; }

    /// <summary>Do more parts of the response follow?</summary>
    [Bits(1)] public partial bool HasMore { get; init; }

    /// <summary>What is to be done.</summary>
    [Bits(5)] public partial NtpControlOperation OperationCode { get; init; }

    /// <summary>The same in request and response.</summary>
    public partial ushort SequenceNumber { get; init; }

    /// <summary>State of the server, or of the association; the error, in its first byte.</summary>
    public partial ushort Status { get; init; }

    /// <summary>Which association; 0 for the server itself.</summary>
    public partial ushort AssociationId { get; init; }

    /// <summary>Where <see cref="Data"/> belongs in the whole of the response.</summary>
    public partial ushort Offset { get; init; }

    /// <summary>Length of <see cref="Data"/> in bytes.</summary>
    [LengthOf(nameof(Data))] public partial ushort Count { get; }

    /// <summary>Variables in text, or pairs of numbers.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }

    /// <summary>Padding, and of an authenticated message the key identifier and the digest.</summary>
    public partial ReadOnlySpan<byte> Authenticator { get; init; }
}

/// <summary>What a control message is for (RFC 9327 section 2).</summary>
public enum NtpControlOperation : byte
{
    /// <summary>Reads the states of all associations.</summary>
    ReadStatus = 1,

    /// <summary>Reads variables.</summary>
    ReadVariables = 2,

    /// <summary>Sets variables.</summary>
    WriteVariables = 3,

    /// <summary>Reads variables of a clock.</summary>
    ReadClockVariables = 4,

    /// <summary>Sets variables of a clock.</summary>
    WriteClockVariables = 5,

    /// <summary>Sets where traps go to.</summary>
    SetTrapAddress = 6,

    /// <summary>A trap.</summary>
    TrapResponse = 7,

    /// <summary>Configures the server.</summary>
    Configure = 8,

    /// <summary>Writes the configuration into a file.</summary>
    SaveConfiguration = 9,

    /// <summary>Reads the latest clients.</summary>
    ReadMru = 10,

    /// <summary>Reads a list that is known by name.</summary>
    ReadOrderedList = 11,

    /// <summary>Asks for a number that later requests must have.</summary>
    RequestNonce = 12,

    /// <summary>Ends traps.</summary>
    UnsetTrap = 31,
}

/// <summary>Private message of the reference implementation (mode 7; RFC 9327 appendix A): replaced by <see cref="NtpControl"/>.</summary>
/// <remarks>The first two bits of <see cref="Ntp"/> are flags here: response, and more to come.</remarks>
[Message("RFC 9327"), Tag(NtpMode.Private)]
public readonly ref partial struct NtpPrivate
{
    /// <summary>Is there a digest at the end?</summary>
    [Bits(1)] public partial bool IsAuthenticated { get; init; }

    /// <summary>Number of the part of a response.</summary>
    [Bits(7)] public partial byte SequenceNumber { get; init; }

    /// <summary>Whose requests they are: 3 for the reference implementation.</summary>
    public partial byte Implementation { get; init; }

    /// <summary>What is asked for.</summary>
    public partial byte RequestCode { get; init; }

    /// <summary>What went wrong; 0 if nothing.</summary>
    [Bits(4)] public partial byte Error { get; init; }

    /// <summary>Items in the data.</summary>
    [Bits(12)] public partial ushort NumberOfItems { get; init; }

    [Bits(4), Reserved] private partial byte Reserved { get; }

    /// <summary>Bytes of an item.</summary>
    [Bits(12)] public partial ushort ItemSize { get; init; }

    /// <summary>The items, and what is behind them.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }
}
