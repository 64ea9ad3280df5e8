namespace Codecs.Protocols;

/// <summary>What of a response tells whether the connection is open (RFC 6455 section 4.2.2): values of its head, without white space around them.</summary>
/// <remarks>What is absent is empty. Fields that come several times are joined with commas between them.</remarks>
public readonly ref struct WebSocketResponse
{
    /// <summary>The status.</summary>
    public int Status { get; init; }

    /// <summary>Upgrade.</summary>
    public ReadOnlySpan<byte> Upgrade { get; init; }

    /// <summary>Connection.</summary>
    public ReadOnlySpan<byte> Connection { get; init; }

    /// <summary>Sec-WebSocket-Accept.</summary>
    public ReadOnlySpan<byte> Accept { get; init; }

    /// <summary>Sec-WebSocket-Protocol: the subprotocol that the server has chosen.</summary>
    public ReadOnlySpan<byte> Protocol { get; init; }

    /// <summary>Sec-WebSocket-Extensions: what the server has accepted.</summary>
    public ReadOnlySpan<byte> Extensions { get; init; }

    /// <summary>The values in a head.</summary>
    /// <param name="head">The head. What is returned are windows into it.</param>
    /// <param name="scratch">Room for fields that come several times, at least as many bytes as the head has.</param>
    public static WebSocketResponse From(scoped in HttpResponseHead head, Span<byte> scratch) => new()
    {
        Status = head.StatusCode,
        Upgrade = head.Fields.Join(HttpFieldName.Upgrade, ref scratch),
        Connection = head.Fields.Join(HttpFieldName.Connection, ref scratch),
        Accept = head.Fields.Join(HttpFieldName.SecWebSocketAccept, ref scratch),
        Protocol = head.Fields.Join(HttpFieldName.SecWebSocketProtocol, ref scratch),
        Extensions = head.Fields.Join(HttpFieldName.SecWebSocketExtensions, ref scratch),
    };
}
