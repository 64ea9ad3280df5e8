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
}
