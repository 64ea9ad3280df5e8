namespace Codecs.Protocols;

/// <summary>Terminate request and acknowledgement (RFC 1661 section 5.5), of all control protocols.</summary>
[Message("RFC 1661"), Tag(PppControlCode.TerminateRequest, PppControlCode.TerminateAck)]
public readonly ref partial struct PppTerminate
{
    /// <summary>Anything.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>Code reject (RFC 1661 section 5.6), of all control protocols: that packet was not understood.</summary>
[Message("RFC 1661"), Tag(PppControlCode.CodeReject)]
public readonly ref partial struct PppCodeReject
{
    /// <summary>The packet, from its code on; perhaps cut.</summary>
    public partial ReadOnlySpan<byte> RejectedPacket { get; init; }
}

/// <summary>What packets of LCP and of the network control protocols say (RFC 1661 section 5, IANA PPP numbers). From <see cref="ProtocolReject"/> on, LCP alone has them.</summary>
public enum PppControlCode : byte
{
    /// <summary>Of a vendor (RFC 2153).</summary>
    VendorSpecific = 0,

    /// <summary>Options that the sender wants.</summary>
    ConfigureRequest = 1,

    /// <summary>All accepted.</summary>
    ConfigureAck = 2,

    /// <summary>Options with values that would be accepted.</summary>
    ConfigureNak = 3,

    /// <summary>Options that are not accepted or not known.</summary>
    ConfigureReject = 4,

    /// <summary>End (<see cref="PppTerminate"/>).</summary>
    TerminateRequest = 5,

    /// <summary>Ended (<see cref="PppTerminate"/>).</summary>
    TerminateAck = 6,

    /// <summary>A code is not known (<see cref="PppCodeReject"/>).</summary>
    CodeReject = 7,

    /// <summary>A protocol is not known (<see cref="LcpProtocolReject"/>).</summary>
    ProtocolReject = 8,

    /// <summary>Request for an answer (<see cref="LcpEcho"/>).</summary>
    EchoRequest = 9,

    /// <summary>Answer (<see cref="LcpEcho"/>).</summary>
    EchoReply = 10,

    /// <summary>To be thrown away (<see cref="LcpEcho"/>).</summary>
    DiscardRequest = 11,

    /// <summary>Who the sender is (<see cref="LcpIdentification"/>).</summary>
    Identification = 12,

    /// <summary>How long the session may last (<see cref="LcpTimeRemaining"/>).</summary>
    TimeRemaining = 13,
}
