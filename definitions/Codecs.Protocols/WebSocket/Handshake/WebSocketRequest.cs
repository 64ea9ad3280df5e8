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
}
