namespace Codecs.Protocols;

/// <summary>What a frame is (RFC 6455 sections 5.2 and 11.8). From 8 on: control frames.</summary>
public enum WebSocketOpcode : byte
{
    /// <summary>Goes on with the message that an earlier frame began.</summary>
    Continuation = 0,

    /// <summary>Begins a message of text in UTF-8.</summary>
    Text = 1,

    /// <summary>Begins a message of bytes.</summary>
    Binary = 2,

    /// <summary>Ends the connection: a <see cref="WebSocketClose"/>.</summary>
    Close = 8,

    /// <summary>Asks for a <see cref="Pong"/> with the same payload.</summary>
    Ping = 9,

    /// <summary>Answers a <see cref="Ping"/>, or says that the sender is alive.</summary>
    Pong = 10,
}
