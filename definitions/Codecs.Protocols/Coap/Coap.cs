namespace Codecs.Protocols;

/// <summary>Message of the constrained application protocol (RFC 7252 section 3), in a UDP datagram.</summary>
/// <example><code>var request = new Coap { Code = CoapCode.Get, MessageId = 0x7D34, Options = new ListBuilder&lt;CoapOption> { new() { Number = CoapOptionNumber.UriPath, Value = "temperature"u8 } } };</code></example>
/// <remarks>A marker, 0xFF, stands before the payload, and only there.</remarks>
[Message("RFC 7252"), Tag(UdpPort.Coap)]
public readonly ref partial struct Coap
{
    [Bits(2), Const(1)] private partial byte Version { get; }

    /// <summary>Must it be confirmed, or does it confirm?</summary>
    [Bits(2)] public partial CoapType Type { get; init; }

    /// <summary>Length of the token in bytes.</summary>
    [Bits(4), LengthOf(nameof(Token))] public partial byte TokenLength { get; }

    /// <summary>What is asked for, or what became of it.</summary>
    public partial CoapCode Code { get; init; }

    /// <summary>Finds a message that came twice, and the one that a confirmation is for.</summary>
    public partial ushort MessageId { get; init; }

    /// <summary>Finds the request that a response is for.</summary>
    [Limit(8)] public partial ReadOnlySpan<byte> Token { get; init; }

    /// <summary>Options, in the order of their numbers.</summary>
    [Terminated("\u00FF", Optional = true)] public partial MessageList<CoapOption> Options { get; init; }

    /// <summary>A representation of what was asked for, or why there is none.</summary>
    [Require(nameof(IsEmptyIfNothing))] public partial ReadOnlySpan<byte> Payload { get; init; }

    // RFC 7252 section 4.1: a message that is neither request nor response ends with its identifier.
    private bool IsEmptyIfNothing => Code != CoapCode.Empty || (Token.IsEmpty && Options.IsEmpty && Payload.IsEmpty);
}

/// <summary>Whether a message is confirmed (RFC 7252 section 3).</summary>
public enum CoapType : byte
{
    /// <summary>It is to be confirmed.</summary>
    Confirmable = 0,

    /// <summary>It need not be confirmed.</summary>
    NonConfirmable = 1,

    /// <summary>It confirms another one, and may hold the response.</summary>
    Acknowledgement = 2,

    /// <summary>Another one came, but something is missing to make sense of it.</summary>
    Reset = 3,
}

/// <summary>Methods and response codes (RFC 7252 section 12.1): the class in the upper three bits, which is written before the point; what exactly in the lower five.</summary>
public enum CoapCode : byte
{
    /// <summary>0.00: neither a request nor a response.</summary>
    Empty = 0,

    /// <summary>0.01: asks for a representation.</summary>
    Get = 1,

    /// <summary>0.02: what is sent is to be processed.</summary>
    Post = 2,

    /// <summary>0.03: what is sent is to be kept.</summary>
    Put = 3,

    /// <summary>0.04: it is to be deleted.</summary>
    Delete = 4,

    /// <summary>0.05: asks for part of a representation (RFC 8132).</summary>
    Fetch = 5,

    /// <summary>0.06: changes part of it (RFC 8132).</summary>
    Patch = 6,

    /// <summary>0.07: the same, and may be repeated (RFC 8132).</summary>
    IdempotentPatch = 7,

    /// <summary>2.01.</summary>
    Created = 0x41,

    /// <summary>2.02.</summary>
    Deleted = 0x42,

    /// <summary>2.03: what the client has is still right.</summary>
    Valid = 0x43,

    /// <summary>2.04.</summary>
    Changed = 0x44,

    /// <summary>2.05: here is what was asked for.</summary>
    Content = 0x45,

    /// <summary>2.31: the next block is awaited (RFC 7959).</summary>
    Continue = 0x5F,

    /// <summary>4.00.</summary>
    BadRequest = 0x80,

    /// <summary>4.01.</summary>
    Unauthorized = 0x81,

    /// <summary>4.02: an option that must be known is not.</summary>
    BadOption = 0x82,

    /// <summary>4.03.</summary>
    Forbidden = 0x83,

    /// <summary>4.04.</summary>
    NotFound = 0x84,

    /// <summary>4.05.</summary>
    MethodNotAllowed = 0x85,

    /// <summary>4.06: not in a form that the client accepts.</summary>
    NotAcceptable = 0x86,

    /// <summary>4.08: a block is missing (RFC 7959).</summary>
    RequestEntityIncomplete = 0x88,

    /// <summary>4.09 (RFC 8132).</summary>
    Conflict = 0x89,

    /// <summary>4.12: a condition of the request does not hold.</summary>
    PreconditionFailed = 0x8C,

    /// <summary>4.13.</summary>
    RequestEntityTooLarge = 0x8D,

    /// <summary>4.15.</summary>
    UnsupportedContentFormat = 0x8F,

    /// <summary>4.22 (RFC 8132).</summary>
    UnprocessableEntity = 0x96,

    /// <summary>5.00.</summary>
    InternalServerError = 0xA0,

    /// <summary>5.01.</summary>
    NotImplemented = 0xA1,

    /// <summary>5.02.</summary>
    BadGateway = 0xA2,

    /// <summary>5.03.</summary>
    ServiceUnavailable = 0xA3,

    /// <summary>5.04.</summary>
    GatewayTimeout = 0xA4,

    /// <summary>5.05.</summary>
    ProxyingNotSupported = 0xA5,
}
