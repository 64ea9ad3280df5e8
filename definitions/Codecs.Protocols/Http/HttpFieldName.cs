namespace Codecs.Protocols;

/// <summary>Names of fields that somebody needs (RFC 9110 section 16.3.1 and its registry). Others are kept as they are.</summary>
[Token(IgnoreCase = true)]
public enum HttpFieldName : byte
{
    /// <summary>Which representations are wanted.</summary>
    Accept = 1,

    /// <summary>What may be done: methods.</summary>
    Allow,

    /// <summary>Who asks, to the server.</summary>
    Authorization,

    /// <summary>Which of these fields concern this connection alone, and whether it goes on.</summary>
    Connection,

    /// <summary>What a representation is encoded with.</summary>
    [Token("Content-Encoding")] ContentEncoding,

    /// <summary>Length of the body in bytes (RFC 9110 section 8.6).</summary>
    [Token("Content-Length")] ContentLength,

    /// <summary>What kind of data it is.</summary>
    [Token("Content-Type")] ContentType,

    /// <summary>What the server gave the client to remember (RFC 6265).</summary>
    Cookie,

    /// <summary>When the message was made.</summary>
    Date,

    /// <summary>What the client wants to see done before it sends its body.</summary>
    Expect,

    /// <summary>The host and port that are asked (RFC 9110 section 7.2).</summary>
    Host,

    /// <summary>Where else to go.</summary>
    Location,

    /// <summary>Of which page the request is (RFC 6454).</summary>
    Origin,

    /// <summary>The answer to the key of a client that opens a WebSocket (RFC 6455 section 11.3.3).</summary>
    [Token("Sec-WebSocket-Accept")] SecWebSocketAccept,

    /// <summary>Extensions of WebSocket (RFC 6455 section 11.3.2).</summary>
    [Token("Sec-WebSocket-Extensions")] SecWebSocketExtensions,

    /// <summary>The key of a client that opens a WebSocket (RFC 6455 section 11.3.1).</summary>
    [Token("Sec-WebSocket-Key")] SecWebSocketKey,

    /// <summary>Subprotocols of WebSocket (RFC 6455 section 11.3.4).</summary>
    [Token("Sec-WebSocket-Protocol")] SecWebSocketProtocol,

    /// <summary>The version of WebSocket (RFC 6455 section 11.3.5).</summary>
    [Token("Sec-WebSocket-Version")] SecWebSocketVersion,

    /// <summary>What the server is made with.</summary>
    Server,

    /// <summary>What the client is to remember (RFC 6265).</summary>
    [Token("Set-Cookie")] SetCookie,

    /// <summary>Fields that come behind the body.</summary>
    Trailer,

    /// <summary>How the body is brought into the stream (RFC 9112 section 6.1).</summary>
    [Token("Transfer-Encoding")] TransferEncoding,

    /// <summary>Protocols to switch to (RFC 9110 section 7.8).</summary>
    Upgrade,

    /// <summary>What the client is made with.</summary>
    [Token("User-Agent")] UserAgent,
}
