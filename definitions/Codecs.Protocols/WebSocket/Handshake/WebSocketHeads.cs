using System.Text;

namespace Codecs.Protocols;

/// <summary>The heads of the opening handshake (RFC 6455 sections 4.1 and 4.2.2).</summary>
internal static class WebSocketHeads
{
    public static HttpRequestHead Ask(WebSocketOffer offer, string host, string target)
    {
        var fields = new ListBuilder<HttpField>
        {
            new() { Name = HttpFieldName.Host, Value = Bytes(host) },
            new() { Name = HttpFieldName.Upgrade, Value = "websocket"u8 },
            new() { Name = HttpFieldName.Connection, Value = "Upgrade"u8 },
            new() { Name = HttpFieldName.SecWebSocketVersion, Value = Bytes(WebSocketAcceptor.Version) },
            new() { Name = HttpFieldName.SecWebSocketKey, Value = offer.Key },
        };
        if (offer.Protocols.Count > 0)
            fields.Add(new() { Name = HttpFieldName.SecWebSocketProtocol, Value = Bytes(string.Join(", ", offer.Protocols)) });
        if (offer.Deflate is { } deflate)
            fields.Add(new() { Name = HttpFieldName.SecWebSocketExtensions, Value = Bytes(deflate.ToString()) });
        foreach (var (name, value) in offer.Fields)
            fields.Add(new() { Name = new(Bytes(name)), Value = Bytes(value) });
        return new() { Method = HttpRequestMethod.Get, Target = Bytes(target), Version = HttpProtocolVersion.Http11, Fields = fields };
    }

    public static HttpResponseHead Switch(ReadOnlySpan<byte> key, WebSocketAgreement agreement)
    {
        Span<byte> accept = stackalloc byte[WebSocketKey.AcceptLength];
        WebSocketKey.WriteAccept(key, accept);
        // The list has bytes of its own: what is added is written.
        var fields = new ListBuilder<HttpField>(new byte[256])
        {
            new() { Name = HttpFieldName.Upgrade, Value = "websocket"u8 },
            new() { Name = HttpFieldName.Connection, Value = "Upgrade"u8 },
            new() { Name = HttpFieldName.SecWebSocketAccept, Value = accept },
        };
        if (agreement.Protocol is { } protocol)
            fields.Add(new() { Name = HttpFieldName.SecWebSocketProtocol, Value = Bytes(protocol) });
        if (agreement.Deflate is { } deflate)
            fields.Add(new() { Name = HttpFieldName.SecWebSocketExtensions, Value = Bytes(deflate.ToString()) });
        return new() { Version = HttpProtocolVersion.Http11, StatusCode = 101, ReasonPhrase = "Switching Protocols"u8, Fields = fields };
    }

    public static HttpResponseHead Refuse(WebSocketHandshakeFault fault)
    {
        var fields = new ListBuilder<HttpField>
        {
            new() { Name = HttpFieldName.Connection, Value = "close"u8 },
            new() { Name = HttpFieldName.ContentLength, Value = "0"u8 },
        };
        if (fault.HttpStatus == 426)
            fields.Add(new() { Name = HttpFieldName.Upgrade, Value = "websocket"u8 });
        if (fault == WebSocketHandshakeFault.Version)
            fields.Add(new() { Name = HttpFieldName.SecWebSocketVersion, Value = Bytes(WebSocketAcceptor.Version) });
        if (fault == WebSocketHandshakeFault.Method)
            fields.Add(new() { Name = HttpFieldName.Allow, Value = "GET"u8 });
        return new() { Version = HttpProtocolVersion.Http11, StatusCode = (ushort)fault.HttpStatus, ReasonPhrase = Reason(fault.HttpStatus), Fields = fields };
    }

    private static ReadOnlySpan<byte> Reason(int status) => status switch
    {
        403 => "Forbidden"u8,
        405 => "Method Not Allowed"u8,
        426 => "Upgrade Required"u8,
        431 => "Request Header Fields Too Large"u8,
        _ => "Bad Request"u8,
    };

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
