namespace Codecs.Protocols;

/// <summary>Why a connection ends (RFC 6455 section 7.4 and its registry). From 3000: registered for libraries and applications; from 4000: private.</summary>
public enum WebSocketCloseCode : ushort
{
    /// <summary>The purpose of the connection is fulfilled.</summary>
    NormalClosure = 1000,

    /// <summary>A server goes down, or a user has left the page.</summary>
    GoingAway = 1001,

    /// <summary>The other end has broken a rule of the protocol.</summary>
    ProtocolError = 1002,

    /// <summary>Messages of this type are not accepted.</summary>
    UnsupportedData = 1003,

    /// <summary>Never on the wire: stands for a Close frame without a code.</summary>
    NoStatusReceived = 1005,

    /// <summary>Never on the wire: stands for a connection that ended without a Close frame.</summary>
    AbnormalClosure = 1006,

    /// <summary>The data of a message is not what its type says, such as text that is not UTF-8.</summary>
    InvalidPayloadData = 1007,

    /// <summary>A message breaks a rule of the application; for everything that has no code of its own.</summary>
    PolicyViolation = 1008,

    /// <summary>A message is too big to process.</summary>
    MessageTooBig = 1009,

    /// <summary>A client misses an extension that the server did not agree to; servers do not send it.</summary>
    MandatoryExtension = 1010,

    /// <summary>Something unexpected hinders the other end.</summary>
    InternalError = 1011,

    /// <summary>The service restarts; a client may come back after a while.</summary>
    ServiceRestart = 1012,

    /// <summary>The service is overloaded; a client may try again later.</summary>
    TryAgainLater = 1013,

    /// <summary>A gateway got no valid answer from the server behind it.</summary>
    BadGateway = 1014,

    /// <summary>Never on the wire: stands for a handshake of TLS that failed.</summary>
    TlsHandshake = 1015,
}
