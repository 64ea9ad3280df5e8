namespace Codecs.Protocols;

/// <summary>Remote procedure call (RFC 5531 section 9, ONC RPC): over UDP a datagram, over TCP within <see cref="RpcFragment"/>s.</summary>
[Message("RFC 5531"), Tag(UdpPort.PortMapper)]
public readonly ref partial struct Rpc
{
    /// <summary>The same in call and reply.</summary>
    public partial uint TransactionId { get; init; }

    /// <summary>Which of the two it is.</summary>
    [TagOf(nameof(Body))] public partial RpcMessageType MessageType { get; init; }

    /// <summary>The rest.</summary>
    [Case<RpcCall>, Case<RpcReply>] public partial ReadOnlySpan<byte> Body { get; init; }
}

/// <summary>A piece of a message over TCP (RFC 5531 section 11, record marking).</summary>
[Message("RFC 5531")]
public readonly ref partial struct RpcFragment
{
    /// <summary>Is the message complete with it?</summary>
    [Bits(1)] public partial bool IsLast { get; init; }

    /// <summary>Length of <see cref="Data"/> in bytes.</summary>
    [Bits(31), LengthOf(nameof(Data))] public partial uint Length { get; }

    /// <summary>The piece: an <see cref="Rpc"/> if it is the only one.</summary>
    [Case<Rpc>] public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>Call or reply (RFC 5531 section 9).</summary>
public enum RpcMessageType : uint
{
    /// <summary>A call (<see cref="RpcCall"/>).</summary>
    Call = 0,

    /// <summary>A reply (<see cref="RpcReply"/>).</summary>
    Reply = 1,
}

/// <summary>Call (RFC 5531 section 9).</summary>
[Message("RFC 5531"), Tag(RpcMessageType.Call)]
public readonly ref partial struct RpcCall
{
    /// <summary>Always 2.</summary>
    [Const(2)] public partial uint RpcVersion { get; }

    /// <summary>The program: 100000 port mapper, 100003 NFS, 100005 mount.</summary>
    public partial uint Program { get; init; }

    /// <summary>Its version.</summary>
    public partial uint ProgramVersion { get; init; }

    /// <summary>The procedure; 0 does nothing.</summary>
    public partial uint Procedure { get; init; }

    /// <summary>Who calls.</summary>
    public partial RpcAuthentication Credentials { get; init; }

    /// <summary>Proof of it.</summary>
    public partial RpcAuthentication Verifier { get; init; }

    /// <summary>What the procedure takes, in XDR (RFC 4506).</summary>
    public partial ReadOnlySpan<byte> Arguments { get; init; }
}

/// <summary>Something that authenticates (RFC 5531 section 8.2).</summary>
[Message("RFC 5531")]
public readonly ref partial struct RpcAuthentication
{
    /// <summary>What it is.</summary>
    [TagOf(nameof(Body))] public partial RpcFlavor Flavor { get; init; }

    /// <summary>Length of <see cref="Body"/> in bytes: up to 400.</summary>
    [LengthOf(nameof(Body), Max = MaxLength), Require(nameof(IsAllowed))] public partial uint Length { get; }

    /// <summary>The thing itself.</summary>
    [Case<RpcSystemAuthentication>] public partial ReadOnlySpan<byte> Body { get; init; }

    [Align(4)] private partial ReadOnlySpan<byte> Padding { get; }

    private const int MaxLength = 400;

    private bool IsAllowed => Length <= MaxLength;
}

/// <summary>How one authenticates (IANA).</summary>
public enum RpcFlavor : uint
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>By saying who one is (<see cref="RpcSystemAuthentication"/>).</summary>
    System = 1,

    /// <summary>By a number that the server gave.</summary>
    Short = 2,

    /// <summary>By DES.</summary>
    DiffieHellman = 3,

    /// <summary>By GSS-API (RFC 2203).</summary>
    Gss = 6,

    /// <summary>Asks for TLS (RFC 9289).</summary>
    Tls = 7,
}

/// <summary>Who one says one is (RFC 5531 appendix A, AUTH_SYS).</summary>
[Message("RFC 5531"), Tag(RpcFlavor.System)]
public readonly ref partial struct RpcSystemAuthentication
{
    /// <summary>Any number.</summary>
    public partial uint Stamp { get; init; }

    /// <summary>Length of <see cref="MachineName"/> in bytes.</summary>
    [LengthOf(nameof(MachineName))] public partial uint MachineNameLength { get; }

    /// <summary>The caller's machine.</summary>
    public partial ReadOnlySpan<byte> MachineName { get; init; }

    [Align(4)] private partial ReadOnlySpan<byte> Padding { get; }

    /// <summary>The caller's number.</summary>
    public partial uint UserId { get; init; }

    /// <summary>That of the caller's group.</summary>
    public partial uint GroupId { get; init; }

    /// <summary>Other groups: <see cref="GroupIds"/>.</summary>
    [CountOf(nameof(GroupIds))] public partial uint GroupCount { get; }

    /// <summary>Up to 16.</summary>
    public partial ScalarList<uint> GroupIds { get; init; }
}

/// <summary>Reply (RFC 5531 section 9).</summary>
[Message("RFC 5531"), Tag(RpcMessageType.Reply)]
public readonly ref partial struct RpcReply
{
    /// <summary>Was the call taken?</summary>
    [TagOf(nameof(Body))] public partial RpcReplyStatus Status { get; init; }

    /// <summary>The rest.</summary>
    [Case<RpcAccepted>, Case<RpcDenied>] public partial ReadOnlySpan<byte> Body { get; init; }
}

/// <summary>Was a call taken? (RFC 5531 section 9.)</summary>
public enum RpcReplyStatus : uint
{
    /// <summary>Yes; it may have failed (<see cref="RpcAccepted"/>).</summary>
    Accepted = 0,

    /// <summary>No (<see cref="RpcDenied"/>).</summary>
    Denied = 1,
}

/// <summary>The call was taken (RFC 5531 section 9).</summary>
[Message("RFC 5531"), Tag(RpcReplyStatus.Accepted)]
public readonly ref partial struct RpcAccepted
{
    /// <summary>Proof of who the server is.</summary>
    public partial RpcAuthentication Verifier { get; init; }

    /// <summary>What became of it.</summary>
    public partial RpcAcceptStatus Status { get; init; }

    /// <summary>What came of it, in XDR (RFC 4506); lowest and highest version for <see cref="RpcAcceptStatus.ProgramMismatch"/>.</summary>
    public partial ReadOnlySpan<byte> Results { get; init; }
}

/// <summary>What became of a call (RFC 5531 section 9).</summary>
public enum RpcAcceptStatus : uint
{
    /// <summary>It was done.</summary>
    Success = 0,

    /// <summary>There is no such program.</summary>
    ProgramUnavailable = 1,

    /// <summary>Not in that version.</summary>
    ProgramMismatch = 2,

    /// <summary>It has no such procedure.</summary>
    ProcedureUnavailable = 3,

    /// <summary>The arguments could not be read.</summary>
    GarbageArguments = 4,

    /// <summary>No memory, or the like.</summary>
    SystemError = 5,
}

/// <summary>The call was not taken (RFC 5531 section 9).</summary>
[Message("RFC 5531"), Tag(RpcReplyStatus.Denied)]
public readonly ref partial struct RpcDenied
{
    /// <summary>0: not that version of RPC, 1: authentication failed.</summary>
    public partial uint Reason { get; init; }

    /// <summary>Lowest and highest version, or why authentication failed.</summary>
    public partial ScalarList<uint> Details { get; init; }
}
