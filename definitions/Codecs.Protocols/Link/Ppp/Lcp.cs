namespace Codecs.Protocols;

/// <summary>Link control (RFC 1661 section 5): sets up, tests and ends a link.</summary>
[Message("RFC 1661"), Tag(PppProtocol.Lcp)]
public readonly ref partial struct Lcp
{
    /// <summary>What the packet says.</summary>
    [TagOf(nameof(Data))] public partial PppControlCode Code { get; init; }

    /// <summary>Which request an answer is for.</summary>
    public partial byte Identifier { get; init; }

    /// <summary>Length of the packet in bytes; what is behind it is padding.</summary>
    [LengthOf(nameof(Code), nameof(Data))] public partial ushort Length { get; }

    /// <summary>What follows.</summary>
    [Case<LcpConfigure>, Case<PppTerminate>, Case<PppCodeReject>, Case<LcpProtocolReject>, Case<LcpEcho>, Case<LcpIdentification>, Case<LcpTimeRemaining>]
    public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>Configure request, acknowledgement, negative acknowledgement and reject (RFC 1661 sections 5.1 to 5.4).</summary>
[Message("RFC 1661")]
[Tag(PppControlCode.ConfigureRequest, PppControlCode.ConfigureAck, PppControlCode.ConfigureNak, PppControlCode.ConfigureReject, In = typeof(Lcp))]
public readonly ref partial struct LcpConfigure
{
    /// <summary>What is asked for, accepted or rejected.</summary>
    public partial MessageList<LcpOption> Options { get; init; }
}

/// <summary>Protocol reject (RFC 1661 section 5.7): that protocol is not known.</summary>
[Message("RFC 1661"), Tag(PppControlCode.ProtocolReject)]
public readonly ref partial struct LcpProtocolReject
{
    /// <summary>The protocol.</summary>
    public partial PppProtocol RejectedProtocol { get; init; }

    /// <summary>What came with it; perhaps cut.</summary>
    public partial ReadOnlySpan<byte> RejectedInformation { get; init; }
}

/// <summary>Echo request, echo reply and discard request (RFC 1661 sections 5.8 and 5.9).</summary>
[Message("RFC 1661"), Tag(PppControlCode.EchoRequest, PppControlCode.EchoReply, PppControlCode.DiscardRequest)]
public readonly ref partial struct LcpEcho
{
    /// <summary>The sender's number, by which it knows its own packets if the link is looped back; 0 if none was negotiated.</summary>
    public partial uint MagicNumber { get; init; }

    /// <summary>Anything.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>Identification (RFC 1570 section 1.1).</summary>
[Message("RFC 1570"), Tag(PppControlCode.Identification)]
public readonly ref partial struct LcpIdentification
{
    /// <summary>As in <see cref="LcpEcho.MagicNumber"/>.</summary>
    public partial uint MagicNumber { get; init; }

    /// <summary>Text for people.</summary>
    public partial ReadOnlySpan<byte> Message { get; init; }
}

/// <summary>Time remaining (RFC 1570 section 1.2).</summary>
[Message("RFC 1570"), Tag(PppControlCode.TimeRemaining)]
public readonly ref partial struct LcpTimeRemaining
{
    /// <summary>As in <see cref="LcpEcho.MagicNumber"/>.</summary>
    public partial uint MagicNumber { get; init; }

    /// <summary>How many seconds the session may still last; 0xFFFFFFFF without limit.</summary>
    public partial uint SecondsRemaining { get; init; }

    /// <summary>Text for people.</summary>
    public partial ReadOnlySpan<byte> Message { get; init; }
}
