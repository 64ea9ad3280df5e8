using System.Text;

namespace Codecs.Protocols;

/// <summary>The client's side of the opening handshake (RFC 6455 section 4.1): what it asks for, and which responses open the connection.</summary>
public sealed class WebSocketOffer
{
    private readonly byte[] _key = NewKey();

    /// <summary>Sec-WebSocket-Key: new for each offer, so that one offer is for one connection.</summary>
    public ReadOnlySpan<byte> Key => _key;

    /// <summary>The subprotocols that the client would like to speak, in the order of its preference (Sec-WebSocket-Protocol).</summary>
    /// <exception cref="ArgumentException">A name is no token, or is there twice.</exception>
    public IReadOnlyList<string> Protocols
    {
        get;
        init => field = WebSocketProtocols.Check(value).Distinct(StringComparer.Ordinal).Count() == value.Count
            ? value
            : throw new ArgumentException("A subprotocol is named twice.");
    } = [];

    /// <summary>What is offered for permessage-deflate (Sec-WebSocket-Extensions); null if nothing is.</summary>
    public PerMessageDeflate? Deflate { get; init; }

    /// <summary>Further fields of the request: Origin, Cookie, Authorization ...</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; } = [];

    /// <summary>Makes the request.</summary>
    /// <param name="host">Host, and the port if it is not that of the scheme: <c>example.com:8080</c>.</param>
    /// <param name="target">Path and query, encoded.</param>
    /// <remarks>Writing it throws if a value has bytes that its field cannot have.</remarks>
    public HttpRequestHead ToHead(string host, string target = "/") => WebSocketHeads.Ask(this, host, target);

    /// <summary>Looks at the response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="agreement">What is agreed upon, if the connection is open.</param>
    /// <returns>Anything but <see cref="WebSocketHandshakeFault.None"/>: the client must fail the connection.</returns>
    public WebSocketHandshakeFault Check(in WebSocketResponse response, out WebSocketAgreement agreement)
    {
        agreement = default;
        if (response.Status != 101)
            return WebSocketHandshakeFault.Status;
        if (!Ascii.EqualsIgnoreCase(response.Upgrade, "websocket"u8))
            return WebSocketHandshakeFault.Upgrade;
        if (!HeaderList.Contains(response.Connection, "upgrade"u8))
            return WebSocketHandshakeFault.Connection;
        if (!WebSocketKey.IsAccept(response.Accept, _key))
            return WebSocketHandshakeFault.Accept;
        if (!PerMessageDeflateNegotiation.TryAgree(response.Extensions, Deflate, out var deflate))
            return WebSocketHandshakeFault.Extensions;
        string? protocol = WebSocketProtocols.Find(response.Protocol, Protocols);
        if (protocol is null && !response.Protocol.IsEmpty)
            return WebSocketHandshakeFault.Protocol;
        agreement = new(protocol, deflate);
        return WebSocketHandshakeFault.None;
    }

    private static byte[] NewKey()
    {
        byte[] key = new byte[WebSocketKey.Length];
        WebSocketKey.Generate(key);
        return key;
    }
}
