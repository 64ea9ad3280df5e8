using System.Buffers.Binary;

namespace Codecs.Protocols;

/// <summary>What a <see cref="WebSocketReceiver"/> hands on: a message or a piece of one, a control frame, or a fault.</summary>
public readonly ref struct WebSocketPart
{
    /// <summary>What it is.</summary>
    public WebSocketPartKind Kind { get; init; }

    /// <summary>Does a message begin here? True of everything that is not a piece.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Does a message end here? True of everything that is not a piece.</summary>
    public bool IsLast { get; init; }

    /// <summary>Which rule is broken.</summary>
    public WebSocketFault Fault { get; init; }

    /// <summary>The message, the piece, or the payload of the control frame: unmasked and decompressed. Valid until the receiver is called again.</summary>
    public ReadOnlySpan<byte> Bytes { get; init; }

    /// <summary>Is it a message or a piece of one: text or bytes?</summary>
    public bool IsMessage => Kind is WebSocketPartKind.Text or WebSocketPartKind.Binary;

    /// <summary>With which opcode the same would be sent; of a fault that of the Close frame that it is answered with.</summary>
    public WebSocketOpcode Opcode => Kind switch
    {
        WebSocketPartKind.Text => WebSocketOpcode.Text,
        WebSocketPartKind.Binary => WebSocketOpcode.Binary,
        WebSocketPartKind.Ping => WebSocketOpcode.Ping,
        WebSocketPartKind.Pong => WebSocketOpcode.Pong,
        WebSocketPartKind.None => WebSocketOpcode.Continuation,
        _ => WebSocketOpcode.Close,
    };

    /// <summary>The code of a Close frame; <see cref="WebSocketCloseCode.NoStatusReceived"/> if it has none.</summary>
    public WebSocketCloseCode CloseCode => Kind == WebSocketPartKind.Close && Bytes.Length >= sizeof(ushort)
        ? (WebSocketCloseCode)BinaryPrimitives.ReadUInt16BigEndian(Bytes)
        : WebSocketCloseCode.NoStatusReceived;

    /// <summary>The words of a Close frame, in UTF-8.</summary>
    public ReadOnlySpan<byte> CloseReason => Kind == WebSocketPartKind.Close && Bytes.Length > sizeof(ushort) ? Bytes[sizeof(ushort)..] : default;
}
