using System.Text;

namespace Codecs.Protocols;

/// <summary>The server's side of the opening handshake (RFC 6455 section 4.2): which requests it accepts, and on what terms.</summary>
public sealed class WebSocketAcceptor
{
    /// <summary>The version of the protocol (Sec-WebSocket-Version).</summary>
    public const string Version = "13";

    /// <summary>The subprotocols that the server speaks. Of those that a client asks for, the client's first that is among them is chosen.</summary>
    /// <exception cref="ArgumentException">A name is no token.</exception>
    public IReadOnlyList<string> Protocols { get; init => field = WebSocketProtocols.Check(value); } = [];

    /// <summary>The origins of the pages that may connect, in lower case as in <c>https://example.com</c>; null if all may. Who sends no origin is no browser, and may.</summary>
    public IReadOnlyList<string>? Origins { get; init; }

    /// <summary>What the server prefers for permessage-deflate; null if it does not compress.</summary>
    public PerMessageDeflate? Deflate { get; init; }

    /// <summary>Looks at a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="agreement">What is agreed upon, if the request is accepted.</param>
    /// <returns>
    /// <see cref="WebSocketHandshakeFault.None"/>, and the response is 101 with the key's answer (<see cref="WebSocketKey.WriteAccept"/>) and what is
    /// in <paramref name="agreement"/>; otherwise its <c>HttpStatus</c> is the response.
    /// </returns>
    public WebSocketHandshakeFault Accept(in WebSocketRequest request, out WebSocketAgreement agreement)
    {
        agreement = default;
        var fault = Check(in request);
        if (fault != WebSocketHandshakeFault.None)
            return fault;
        if (!WebSocketProtocols.TrySelect(request.Protocols, Protocols, out string? protocol))
            return WebSocketHandshakeFault.Protocol;
        if (!TryNegotiate(request.Extensions, out var deflate))
            return WebSocketHandshakeFault.Extensions;
        agreement = new(protocol, deflate);
        return WebSocketHandshakeFault.None;
    }

    /// <summary>Makes the response to a request: 101 if it is accepted.</summary>
    /// <param name="request">The request.</param>
    /// <param name="agreement">What is agreed upon, if the request is accepted.</param>
    /// <param name="fault">As of <see cref="Accept"/>.</param>
    public HttpResponseHead Answer(scoped in WebSocketRequest request, out WebSocketAgreement agreement, out WebSocketHandshakeFault fault)
    {
        fault = Accept(in request, out agreement);
        return fault == WebSocketHandshakeFault.None ? WebSocketHeads.Switch(request.Key, agreement) : WebSocketHeads.Refuse(fault);
    }

    private WebSocketHandshakeFault Check(in WebSocketRequest request)
    {
        if (!request.Method.SequenceEqual("GET"u8))
            return WebSocketHandshakeFault.Method;
        if (request.HttpVersion is not [(byte)'H', (byte)'T', (byte)'T', (byte)'P', (byte)'/', (byte)'1', (byte)'.', >= (byte)'1' and <= (byte)'9'])
            return WebSocketHandshakeFault.HttpVersion;
        // RFC 9112 section 3.2: one, and a host that is none; two are put together with a space between them.
        if (request.Host.IsEmpty || request.Host.ContainsAny(" \t"u8))
            return WebSocketHandshakeFault.Host;
        if (!HeaderList.Contains(request.Upgrade, "websocket"u8))
            return WebSocketHandshakeFault.Upgrade;
        if (!HeaderList.Contains(request.Connection, "upgrade"u8))
            return WebSocketHandshakeFault.Connection;
        if (!request.Version.SequenceEqual("13"u8))
            return WebSocketHandshakeFault.Version;
        if (!WebSocketKey.IsValid(request.Key))
            return WebSocketHandshakeFault.Key;
        return IsOriginAllowed(request.Origin) ? WebSocketHandshakeFault.None : WebSocketHandshakeFault.Origin;
    }

    private bool IsOriginAllowed(ReadOnlySpan<byte> origin)
    {
        if (Origins is null || origin.IsEmpty)
            return true;
        foreach (string allowed in Origins)
        {
            if (Ascii.EqualsIgnoreCase(origin, allowed))
                return true;
        }
        return false;
    }

    private bool TryNegotiate(ReadOnlySpan<byte> offers, out PerMessageDeflate? agreed)
    {
        bool isWellFormed = PerMessageDeflateNegotiation.TryAnswer(offers, Deflate.GetValueOrDefault(), out agreed);
        if (Deflate is null)
            agreed = null;
        return isWellFormed;
    }
}
