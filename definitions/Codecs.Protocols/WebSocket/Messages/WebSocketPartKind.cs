namespace Codecs.Protocols;

/// <summary>What a <see cref="WebSocketPart"/> is.</summary>
public enum WebSocketPartKind : byte
{
    /// <summary>Nothing yet: more is needed before something can be handed on.</summary>
    None,

    /// <summary>Text, valid as UTF-8 as far as it has come; a piece may end within a character.</summary>
    Text,

    /// <summary>Bytes.</summary>
    Binary,

    /// <summary>A Ping, which is to be answered with a Pong.</summary>
    Ping,

    /// <summary>A Pong, which is not to be answered.</summary>
    Pong,

    /// <summary>A Close, after which nothing is received any more.</summary>
    Close,

    /// <summary>The other end has broken a rule, and nothing is received any more.</summary>
    Fault,
}
