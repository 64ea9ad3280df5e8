using Codecs.Capture.Streams;
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

    public Task DissectAsync(TcpStreamPair connection, MessageWriter output) => Task.WhenAll(
        new MessageCursor(connection.FromClient, TcpRole.Client, output, maxMessageSize).WriteAllAsync<TClient>("message"),
        new MessageCursor(connection.FromServer, TcpRole.Server, output, maxMessageSize).WriteAllAsync<TServer>("message"));
}
