namespace Codecs.Protocols;

/// <summary>Which end of a WebSocket connection one is: the client opened it, and masks what it sends (RFC 6455 section 5.1).</summary>
public enum WebSocketRole : byte
{
    /// <summary>The end that opened the connection.</summary>
    Client,

    /// <summary>The end that was asked.</summary>
    Server,
}
