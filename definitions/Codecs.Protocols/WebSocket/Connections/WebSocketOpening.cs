using System.Diagnostics.CodeAnalysis;

namespace Codecs.Protocols;

/// <summary>What became of an opening handshake.</summary>
public readonly struct WebSocketOpening
{
    internal WebSocketOpening(WebSocketConnection? connection, WebSocketHandshakeFault fault, int status)
    {
        Connection = connection;
        Fault = fault;
        Status = status;
    }

    /// <summary>Is the connection open?</summary>
    [MemberNotNullWhen(true, nameof(Connection))]
    public bool IsOpen => Connection is not null;

    /// <summary>The connection; null if there is none. Then the transport is completed.</summary>
    public WebSocketConnection? Connection { get; }

    /// <summary>Why there is none.</summary>
    public WebSocketHandshakeFault Fault { get; }

    /// <summary>The status of the response; 0 if there was none.</summary>
    public int Status { get; }
}
