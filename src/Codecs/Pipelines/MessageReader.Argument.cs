using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Codecs.Pipelines;

/// <summary>Messages with parameters from a pipe: what they need to be told is given for each read, for it may change with every message.</summary>
/// <remarks><inheritdoc cref="MessageReader" path="/remarks/node()"/></remarks>
/// <typeparam name="T">The message type: one that says itself where it ends.</typeparam>
/// <typeparam name="TArgument">The type of its <see cref="ParameterAttribute"/>; a tuple if it has several.</typeparam>
/// <param name="input">The pipe. It is not completed by this reader.</param>
/// <param name="maxMessageSize">Most bytes of a message. A longer one is a fault as soon as its length is known; no more of it is kept.</param>
public sealed class MessageReader<T, TArgument>(PipeReader input, int maxMessageSize) : MessageReader(input, maxMessageSize, T.Description)
    where T : ICodec<T, TArgument>, IVisitable<T>, allows ref struct
    where TArgument : allows ref struct
{
    /// <inheritdoc cref="MessageReader{T}.TryRead(out T)"/>
    /// <param name="argument">What the message needs to be told; the same again if the last attempt at this message needed more bytes.</param>
    /// <param name="message">The message.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool TryRead(TArgument argument, out T message)
    {
        if (TryReadNext(argument, out message))
            return true;
        return IsFaulty ? throw Fault : false;
    }

    /// <inheritdoc cref="MessageReader{T}.TryRead(out T, out ParseResult)"/>
    /// <param name="argument">What the message needs to be told; the same again if the last attempt at this message needed more bytes.</param>
    /// <param name="message">The message.</param>
    /// <param name="result">What became of it.</param>
    public bool TryRead(TArgument argument, out T message, out ParseResult result)
    {
        long start = Offset;
        bool isRead = TryReadNext(argument, out message);
        result = isRead ? ParseResult.Done((int)(Offset - start)) : Result;
        return isRead;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReadNext(TArgument argument, out T message)
    {
        while (TryNext(out var bytes))
        {
            if (Accept(Parse(bytes, argument, out message), bytes.Length))
                return true;
        }
        message = default!;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ParseResult Parse(ReadOnlySpan<byte> bytes, TArgument argument, out T message) =>
        T.TryParse(bytes, 0, argument, IsResuming ? ParseContext.Resuming(ref Progress) : default, out message);
}
