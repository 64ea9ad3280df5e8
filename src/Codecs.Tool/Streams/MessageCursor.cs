using Codecs.Capture.Streams;
using Codecs.Pipelines;

namespace Codecs.Tool.Streams;

/// <summary>Looks at a message of a stream.</summary>
/// <param name="message">The message.</param>
/// <param name="offset">Where it starts in the stream.</param>
/// <param name="length">Its bytes in the stream.</param>
internal delegate void MessageAction<T>(scoped in T message, long offset, long length) where T : allows ref struct;

/// <summary>Reads the stream of one end of a connection, message by message, of types that may change in between.</summary>
internal sealed class MessageCursor(TcpStream stream, TcpRole sender, MessageWriter output, int maxMessageSize)
{
    /// <summary>Where the next message starts in the stream.</summary>
    public long Offset { get; private set; }

    /// <summary>Writes all messages up to the end of the stream, with all their fields.</summary>
    public Task WriteAllAsync<T>(string type) where T : IMessage<T>, allows ref struct => ReadAsync<T>((scoped in message, offset, length) => Write(type, in message, offset, length), int.MaxValue);

    /// <summary>Writes a message with all its fields.</summary>
    public void Write<T>(string type, scoped in T message, long offset, long length) where T : IVisitable<T>, allows ref struct
    {
        output.Begin(sender, type, offset, length);
        output.Fields(in message);
        output.End();
    }

    /// <summary>Reads the next message. One that is cut by the end of the stream is written as <c>incomplete</c>.</summary>
    /// <returns>False at the end of the stream.</returns>
    /// <exception cref="InvalidDataException">It is no such message.</exception>
    public Task<bool> ReadAsync<T>(MessageAction<T> action) where T : IMessage<T>, allows ref struct => ReadAsync(action, 1);

    /// <summary>Writes what is left of the stream as one piece, without looking at it: what another protocol says.</summary>
    public Task WriteRestAsync() => StreamRest.WriteAsync(stream, sender, Offset, output);

    private async Task<bool> ReadAsync<T>(MessageAction<T> action, int count) where T : IMessage<T>, allows ref struct
    {
        long start = Offset;
        using var messages = stream.AsMessageReader<T>(maxMessageSize);
        try
        {
            while (count > 0 && await messages.WaitToReadAsync().ConfigureAwait(false))
            {
                while (count > 0 && messages.TryRead(out var message))
                {
                    long at = Offset;
                    Offset = start + messages.Offset;
                    action(in message, at, Offset - at);
                    count--;
                }
            }
            return count == 0;
        }
        catch (MessageReadException e) when (e.Error == MessageReadError.Incomplete)
        {
            output.Begin(sender, "incomplete", start + e.MessageOffset, e.Offset - e.MessageOffset);
            output.End();
            return false;
        }
        catch (MessageReadException e)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }
}
