using Codecs.Protocols;

namespace Codecs.Tool.Streams.Http;

/// <summary>What of a head matters for what follows it.</summary>
/// <param name="Method">The method of a request.</param>
/// <param name="Status">The status of a response.</param>
/// <param name="Body">Where the body ends.</param>
/// <param name="IsWebSocket">Does a response open a WebSocket connection?</param>
/// <param name="Deflate">The terms on which its messages may be compressed.</param>
internal sealed record HttpHead(HttpRequestMethod Method, int Status, HttpBody Body, bool IsWebSocket = false, PerMessageDeflate? Deflate = null);
