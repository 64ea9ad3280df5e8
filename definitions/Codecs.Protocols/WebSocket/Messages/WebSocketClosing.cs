namespace Codecs.Protocols;

/// <summary>How far the closing handshake is (RFC 6455 section 7.1).</summary>
public enum WebSocketClosing : byte
{
    /// <summary>Nobody has closed.</summary>
    Open,

    /// <summary>This end has sent a Close frame. It sends nothing more, and still receives.</summary>
    Sent,

    /// <summary>The other end has sent a Close frame, which is to be answered with one.</summary>
    Received,

    /// <summary>Both have sent one, the connection was failed, or its transport has ended.</summary>
    Done,
}
