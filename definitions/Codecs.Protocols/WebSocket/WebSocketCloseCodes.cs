namespace Codecs.Protocols;

/// <summary>Which codes a Close frame may hold (RFC 6455 sections 7.4.1 and 7.4.2).</summary>
public static class WebSocketCloseCodes
{
    extension(WebSocketCloseCode code)
    {
        /// <summary>
        /// May a Close frame with this code be received? What stands for the absence of a code, what is reserved, and what is outside of all ranges breaks the protocol.
        /// </summary>
        public bool MayBeReceived => (ushort)code is (>= 1000 and <= 1003) or (>= 1007 and <= 1014) or (>= 3000 and <= 4999);

        /// <summary>May this end send a Close frame with this code?</summary>
        public bool MayBeSentBy(WebSocketRole role) => code.MayBeReceived && (code != WebSocketCloseCode.MandatoryExtension || role == WebSocketRole.Client);
    }
}
