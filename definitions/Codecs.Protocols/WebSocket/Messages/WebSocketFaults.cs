namespace Codecs.Protocols;

/// <summary>What is said to the other end about a fault.</summary>
public static class WebSocketFaults
{
    extension(WebSocketFault fault)
    {
        /// <summary>The code of the Close frame that tells the other end (RFC 6455 section 7.4.1).</summary>
        public WebSocketCloseCode Code => fault switch
        {
            WebSocketFault.None => WebSocketCloseCode.NormalClosure,
            WebSocketFault.Text or WebSocketFault.CloseReason or WebSocketFault.Compression => WebSocketCloseCode.InvalidPayloadData,
            WebSocketFault.MessageTooBig => WebSocketCloseCode.MessageTooBig,
            _ => WebSocketCloseCode.ProtocolError,
        };
    }
}
