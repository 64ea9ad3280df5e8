namespace Codecs.Protocols;

/// <summary>What a server says to a request that it cannot accept.</summary>
public static class WebSocketHandshakeFaults
{
    extension(WebSocketHandshakeFault fault)
    {
        /// <summary>
        /// The status of the response. With 426 goes <c>Upgrade: websocket</c>, for the version also <c>Sec-WebSocket-Version: 13</c> (RFC 6455 section 4.4);
        /// with 405 goes <c>Allow: GET</c>.
        /// </summary>
        public int HttpStatus => fault switch
        {
            WebSocketHandshakeFault.None => 101,
            WebSocketHandshakeFault.Method => 405,
            WebSocketHandshakeFault.Upgrade or WebSocketHandshakeFault.Version => 426,
            WebSocketHandshakeFault.Origin => 403,
            WebSocketHandshakeFault.HeadTooLong => 431,
            _ => 400,
        };
    }
}
