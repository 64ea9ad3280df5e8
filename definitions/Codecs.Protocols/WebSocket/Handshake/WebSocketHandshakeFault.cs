namespace Codecs.Protocols;

/// <summary>Why an opening handshake fails: the first rule of RFC 6455 section 4 that a request or a response breaks.</summary>
public enum WebSocketHandshakeFault : byte
{
    /// <summary>It does not fail.</summary>
    None,

    /// <summary>The method of the request is not GET.</summary>
    Method,

    /// <summary>The version of the request is not HTTP/1.1 or a later one of that major version.</summary>
    HttpVersion,

    /// <summary>The request does not say for which host it is.</summary>
    Host,

    /// <summary>Upgrade does not name the protocol.</summary>
    Upgrade,

    /// <summary>Connection does not have the token that makes Upgrade count.</summary>
    Connection,

    /// <summary>The version of the WebSocket protocol is not 13.</summary>
    Version,

    /// <summary>Sec-WebSocket-Key is not 16 bytes in base64.</summary>
    Key,

    /// <summary>The server does not want pages of this origin.</summary>
    Origin,

    /// <summary>Sec-WebSocket-Protocol is malformed, or names what the client did not ask for.</summary>
    Protocol,

    /// <summary>Sec-WebSocket-Extensions is malformed, or accepts what the client did not offer.</summary>
    Extensions,

    /// <summary>The status of the response is not 101: the server did not switch, which a redirection or a challenge may explain.</summary>
    Status,

    /// <summary>Sec-WebSocket-Accept is not the answer to the key.</summary>
    Accept,

    /// <summary>The head is none of HTTP/1.1 (RFC 9112), or contradicts itself.</summary>
    Head,

    /// <summary>The head is longer than this end reads.</summary>
    HeadTooLong,

    /// <summary>The request has a body, which no handshake has.</summary>
    Body,

    /// <summary>The other end went away before the handshake was done.</summary>
    Ended,
}
