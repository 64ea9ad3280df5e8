using System.Diagnostics;
using Codecs.Debugging;

namespace Codecs;

/// <summary>A message to keep: what <see cref="Memory{T}"/> is to spans, this is to messages. It can be queued, stored and awaited over.</summary>
/// <remarks>It does not own the memory and needs no disposal. It has no equality by content, as Memory has none.</remarks>
/// <typeparam name="T">The message type.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
[DebuggerTypeProxy(typeof(MessageMemoryView<>))]
public readonly struct MessageMemory<T> where T : IMessage<T>, allows ref struct
{
    private MessageMemory(ReadOnlyMemory<byte> bytes) => Bytes = bytes;

    /// <summary>The message on the wire: exactly its bytes.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Is this the default, which holds no message?</summary>
    public bool IsEmpty => Bytes.IsEmpty;

    /// <summary>The message.</summary>
    /// <exception cref="InvalidOperationException">This is empty, or the memory has been changed into something that is no message.</exception>
    public T Message => T.TryParse(Bytes.Span, out var message) ? message : throw new InvalidOperationException($"The memory holds no {T.Description.Name}.");

    /// <summary>Parses a message at the start of <paramref name="source"/> to keep it. Nothing is copied.</summary>
    public static ParseResult TryParse(ReadOnlyMemory<byte> source, out MessageMemory<T> message)
    {
        var result = T.TryParse(source.Span, out _);
        message = result ? new(source[..result.BytesConsumed]) : default;
        return result;
    }

    /// <summary>The message for people.</summary>
    public override string ToString() => IsEmpty ? "" : Message.ToString()!;
}
