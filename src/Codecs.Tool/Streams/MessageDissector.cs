using Codecs.Capture.Streams;
using Codecs.Pipelines;
using Codecs.Protocols;

namespace Codecs.Tool.Streams;

/// <summary>
/// Finds messages that say themselves where they end, one behind the other in each direction, and writes all their fields. What is left at the end, or at a gap, is an <c>incomplete</c> message: behind
/// a gap it is not known where messages begin.
/// </summary>
/// <typeparam name="TClient">The messages of the client.</typeparam>
/// <typeparam name="TServer">The messages of the server.</typeparam>
/// <param name="protocol">What is dissected, as it is called for programs.</param>
/// <param name="maxMessageSize">Most bytes of a message.</param>
/// <param name="ports">The ports of servers that speak it.</param>
internal sealed class MessageDissector<TClient, TServer>(string protocol, int maxMessageSize, params TcpPort[] ports) : IStreamDissector
    where TClient : IMessage<TClient>, allows ref struct
    where TServer : IMessage<TServer>, allows ref struct
{
    public string Protocol => protocol;

    public IReadOnlyList<TcpPort> Ports => ports;

    public Task DissectAsync(TcpStreamPair connection, MessageWriter output) =>
        Task.WhenAll(DissectAsync<TClient>(connection.FromClient, TcpRole.Client, output), DissectAsync<TServer>(connection.FromServer, TcpRole.Server, output));

    private async Task DissectAsync<T>(TcpStream stream, TcpRole sender, MessageWriter output) where T : IMessage<T>, allows ref struct
    {
        using var messages = stream.AsMessageReader<T>(maxMessageSize);
        try
        {
            while (await messages.WaitToReadAsync().ConfigureAwait(false))
            {
                long at = messages.Offset;
                while (messages.TryRead(out var message))
                {
                    output.Begin(sender, "message", at, messages.Offset - at);
                    output.Fields(in message);
                    output.End();
                    at = messages.Offset;
                }
            }
        }
        catch (MessageReadException e) when (e.Error == MessageReadError.Incomplete)
        {
            output.Begin(sender, "incomplete", e.MessageOffset, e.Offset - e.MessageOffset);
            output.End();
        }
        catch (MessageReadException e)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }
}
