namespace Codecs.Protocols;

/// <summary>Password authentication (RFC 1334 section 2): the password goes over the link as it is.</summary>
[Message("RFC 1334"), Tag(PppProtocol.Pap)]
public readonly ref partial struct Pap
{
    /// <summary>What the packet says.</summary>
    [TagOf(nameof(Data))] public partial PapCode Code { get; init; }

    /// <summary>Which request an answer is for.</summary>
    public partial byte Identifier { get; init; }

    /// <summary>Length of the packet in bytes; what is behind it is padding.</summary>
    [LengthOf(nameof(Code), nameof(Data))] public partial ushort Length { get; }

    /// <summary>What follows.</summary>
    [Case<PapRequest>, Case<PapReply>] public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>Authenticate request (RFC 1334 section 2.2.1).</summary>
[Message("RFC 1334"), Tag(PapCode.AuthenticateRequest)]
public readonly ref partial struct PapRequest
{
    /// <summary>Who wants to be let in.</summary>
    [Prefixed<byte>] public partial ReadOnlySpan<byte> PeerId { get; init; }

    /// <summary>The password.</summary>
    [Prefixed<byte>] public partial ReadOnlySpan<byte> Password { get; init; }
}

/// <summary>Authenticate acknowledgement and negative acknowledgement (RFC 1334 section 2.2.2).</summary>
[Message("RFC 1334"), Tag(PapCode.AuthenticateAck, PapCode.AuthenticateNak)]
public readonly ref partial struct PapReply
{
    /// <summary>Text for people. Some leave out its length when there is none.</summary>
    [Prefixed<byte>] public partial Optional<ReadOnlySpan<byte>> Message { get; init; }
}

/// <summary>What a PAP packet says (RFC 1334 section 2.2).</summary>
public enum PapCode : byte
{
    /// <summary>Name and password (<see cref="PapRequest"/>).</summary>
    AuthenticateRequest = 1,

    /// <summary>They are right (<see cref="PapReply"/>).</summary>
    AuthenticateAck = 2,

    /// <summary>They are not (<see cref="PapReply"/>).</summary>
    AuthenticateNak = 3,
}

/// <summary>Challenge-handshake authentication (RFC 1994 section 4): the password is proved, not told.</summary>
[Message("RFC 1994"), Tag(PppProtocol.Chap)]
public readonly ref partial struct Chap
{
    /// <summary>What the packet says.</summary>
    [TagOf(nameof(Data))] public partial ChapCode Code { get; init; }

    /// <summary>Which challenge an answer is for; part of what is hashed.</summary>
    public partial byte Identifier { get; init; }

    /// <summary>Length of the packet in bytes; what is behind it is padding.</summary>
    [LengthOf(nameof(Code), nameof(Data))] public partial ushort Length { get; }

    /// <summary>What follows.</summary>
    [Case<ChapChallenge>, Case<ChapResult>] public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>Challenge and response (RFC 1994 section 4.1).</summary>
[Message("RFC 1994"), Tag(ChapCode.Challenge, ChapCode.Response)]
public readonly ref partial struct ChapChallenge
{
    /// <summary>The challenge, or the hash of identifier, secret and challenge.</summary>
    [Prefixed<byte>] public partial ReadOnlySpan<byte> Value { get; init; }

    /// <summary>Who sends this: says which secret to use.</summary>
    public partial ReadOnlySpan<byte> Name { get; init; }
}

/// <summary>Success and failure (RFC 1994 section 4.2).</summary>
[Message("RFC 1994"), Tag(ChapCode.Success, ChapCode.Failure)]
public readonly ref partial struct ChapResult
{
    /// <summary>Text for people.</summary>
    public partial ReadOnlySpan<byte> Message { get; init; }
}

/// <summary>What a CHAP packet says (RFC 1994 section 4).</summary>
public enum ChapCode : byte
{
    /// <summary>Prove who you are (<see cref="ChapChallenge"/>).</summary>
    Challenge = 1,

    /// <summary>The proof (<see cref="ChapChallenge"/>).</summary>
    Response = 2,

    /// <summary>It is right (<see cref="ChapResult"/>).</summary>
    Success = 3,

    /// <summary>It is not (<see cref="ChapResult"/>).</summary>
    Failure = 4,
}
