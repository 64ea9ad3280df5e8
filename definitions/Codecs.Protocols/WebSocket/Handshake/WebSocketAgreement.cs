namespace Codecs.Protocols;

/// <summary>What both ends have agreed upon in the opening handshake.</summary>
/// <param name="Protocol">The subprotocol (Sec-WebSocket-Protocol); null if there is none.</param>
/// <param name="Deflate">Parameters of permessage-deflate (Sec-WebSocket-Extensions); null if messages are not compressed.</param>
public readonly record struct WebSocketAgreement(string? Protocol, PerMessageDeflate? Deflate);
