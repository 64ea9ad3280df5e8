namespace Codecs.Protocols;

/// <summary>What of a request opens a WebSocket connection (RFC 6455 section 4.1): values of its head, without white space around them.</summary>
/// <remarks>
/// What is absent is empty. Fields that come several times are joined with commas between them, as lists are (RFC 9110 section 5.3); a key or a version
/// that comes twice is wrong that way too, as it must be.
/// </remarks>
public readonly ref struct WebSocketRequest
{
    /// <summary>The method.</summary>
    public ReadOnlySpan<byte> Method { get; init; }

    /// <summary>The version, as in <c>HTTP/1.1</c>.</summary>
    public ReadOnlySpan<byte> HttpVersion { get; init; }

    /// <summary>Host.</summary>
    public ReadOnlySpan<byte> Host { get; init; }

    /// <summary>Upgrade.</summary>
    public ReadOnlySpan<byte> Upgrade { get; init; }

    /// <summary>Connection.</summary>
    public ReadOnlySpan<byte> Connection { get; init; }

    /// <summary>Sec-WebSocket-Version.</summary>
    public ReadOnlySpan<byte> Version { get; init; }

    /// <summary>Sec-WebSocket-Key.</summary>
    public ReadOnlySpan<byte> Key { get; init; }

    /// <summary>Origin; browsers send it.</summary>
    public ReadOnlySpan<byte> Origin { get; init; }

    /// <summary>Sec-WebSocket-Protocol: subprotocols in the order of the client's preference.</summary>
    public ReadOnlySpan<byte> Protocols { get; init; }

    /// <summary>Sec-WebSocket-Extensions: offers in the order of the client's preference.</summary>
    public ReadOnlySpan<byte> Extensions { get; init; }

    /// <summary>The values in a head.</summary>
    /// <param name="head">The head. What is returned are windows into it.</param>
    /// <param name="scratch">Room for fields that come several times, at least as many bytes as the head has.</param>
    public static WebSocketRequest From(scoped in HttpRequestHead head, Span<byte> scratch) => new()
    {
        Method = head.Method.Bytes,
        HttpVersion = head.Version.Bytes,
        Host = head.Fields.Join(HttpFieldName.Host, ref scratch),
        Upgrade = head.Fields.Join(HttpFieldName.Upgrade, ref scratch),
        Connection = head.Fields.Join(HttpFieldName.Connection, ref scratch),
        Version = head.Fields.Join(HttpFieldName.SecWebSocketVersion, ref scratch),
        Key = head.Fields.Join(HttpFieldName.SecWebSocketKey, ref scratch),
        Origin = head.Fields.Join(HttpFieldName.Origin, ref scratch),
        Protocols = head.Fields.Join(HttpFieldName.SecWebSocketProtocol, ref scratch),
        Extensions = head.Fields.Join(HttpFieldName.SecWebSocketExtensions, ref scratch),
    };
}
