using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Codecs.Pipelines;

/// <summary>Messages of a type from a pipe.</summary>
/// <example>
/// <code>
/// using var frames = pipe.Input.AsMessageReader&lt;WebSocketFrame>(maxMessageSize: 1 &lt;&lt; 20);
/// while (await frames.WaitToReadAsync(cancellationToken))
/// {
///     while (frames.TryRead(out var frame))
///         ...
/// }
/// </code>
/// </example>
/// <remarks><inheritdoc cref="MessageReader" path="/remarks/node()"/></remarks>
/// <typeparam name="T">The message type: one that says itself where it ends. One that takes whatever there is cannot be read from a stream.</typeparam>
/// <param name="input">The pipe. It is not completed by this reader.</param>
/// <param name="maxMessageSize">Most bytes of a message. A longer one is a fault as soon as its length is known; no more of it is kept.</param>
/// <exception cref="NotSupportedException">The message takes whatever there is.</exception>
public sealed class MessageReader<T>(PipeReader input, int maxMessageSize) : MessageReader(input, maxMessageSize, GetStreamable())
    where T : IMessage<T>, allows ref struct
{
    /// <summary>Reads the next message.</summary>
    /// <returns>False if no complete one has arrived: wait.</returns>
    /// <exception cref="MessageReadException">What has arrived is no such message (<see cref="MessageReadError.Invalid"/>), or is too long.
    /// It can be skipped.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead(out T message) => TryRead(out message, out _) || !ThrowIfFaulty();

    /// <summary>Reads the next message, or says what is wrong with it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="result">
    /// <see cref="System.Buffers.OperationStatus.Done"/>. Or NeedMoreData: wait. Or InvalidData: the message is broken, or too long (<see cref="ParseError.Limit"/> at the
    /// offset of the limit). It stays the next message until it is skipped.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead(out T message, out ParseResult result)
    {
        if (!HasWindow)
            goto rarely;
        var bytes = WholeWindow;
        result = T.TryParse(bytes, out message);
        if (TryAccept(result, bytes.Length))
            return true;
        RefuseWhole(result);
    rarely:
        // A variable of the caller that others may write to is not kept in registers; and one of this method would be cleared for each message.
        var other = ReadRarely();
        message = other;
        result = LastResult;
        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private T ReadRarely()
    {
        while (TryNext(out var bytes))
        {
            var result = Parse(bytes, out var message);
            if (!Accept(result, bytes.Length))
                continue;
            LastResult = result;
            return message;
        }
        LastResult = Result;
        return default!;
    }

    private static MessageDescription GetStreamable() =>
        T.IsWhole ? throw new NotSupportedException($"{T.Description.Name} takes whatever there is, and says nowhere where it ends: it cannot be read from a stream.") : T.Description;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ParseResult Parse(ReadOnlySpan<byte> bytes, out T message) =>
        IsResuming ? T.TryParse(bytes, 0, ParseContext.Resuming(ref Progress), out message) : T.TryParse(bytes, out message);
}
