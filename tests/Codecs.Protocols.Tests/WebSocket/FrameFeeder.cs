namespace Codecs.Protocols.Tests.WebSocket;

/// <summary>Gives a receiver bytes as they come from a connection, cut anywhere, and notes what it hands on.</summary>
internal sealed class FrameFeeder(WebSocketReceiver receiver, bool isInPlace = false)
{
    private readonly List<byte> _header = [];
    private readonly List<byte> _message = [];

    /// <summary>What was handed on: kind and bytes; the pieces of a message are put together.</summary>
    public List<(string Kind, byte[] Bytes)> Events { get; } = [];

    /// <summary>How many bytes were taken when the last event happened.</summary>
    public int Position { get; private set; }

    /// <summary>Called with every part as it is handed on.</summary>
    public Action<WebSocketPart>? OnPart { get; init; }

    public void Feed(ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            if (receiver.Remaining > 0)
            {
                var payload = bytes[..(int)Math.Min(bytes.Length, receiver.Remaining)];
                bytes = bytes[payload.Length..];
                Position += payload.Length;
                Note(isInPlace ? receiver.ReceiveInPlace(payload.ToArray()) : receiver.Receive(payload));
            }
            if (bytes.IsEmpty)
                return;
            _header.Add(bytes[0]);
            bytes = bytes[1..];
            Position++;
            if (!Frames.TryReadHeader(_header.ToArray(), out var header, out _))
                continue;
            _header.Clear();
            var beginning = bytes[..(int)Math.Min((ulong)bytes.Length, header.PayloadLength)];
            bytes = bytes[beginning.Length..];
            Position += beginning.Length;
            Note(isInPlace ? receiver.ReceiveInPlace(in header, beginning.ToArray()) : receiver.Receive(in header, beginning));
        }
    }

    private void Note(WebSocketPart part)
    {
        OnPart?.Invoke(part);
        switch (part.Kind)
        {
            case WebSocketPartKind.None:
                break;
            case WebSocketPartKind.Text:
            case WebSocketPartKind.Binary:
                Assert.Equal(_message.Count == 0 || part.IsFirst, part.IsFirst);
                if (part.IsFirst)
                    _message.Clear();
                _message.AddRange(part.Bytes);
                if (part.IsLast)
                    Events.Add((part.Kind.ToString(), [.. _message]));
                break;
            case WebSocketPartKind.Fault:
                Events.Add(($"Fault {part.Fault}", []));
                break;
            default:
                Events.Add((part.Kind.ToString(), part.Bytes.ToArray()));
                break;
        }
    }
}
