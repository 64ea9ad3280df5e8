using System.Buffers;
using Codecs.Capture.Streams;
using Codecs.Protocols;

namespace Codecs.Tool.Streams.Http;

/// <summary>
/// Requests and responses of HTTP/1.1 with where their bodies are, and the frames and messages of the WebSocket connections that they open. Also on ports that say nothing, if a client begins like one.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>request</c>: <c>method</c>, <c>target</c>, <c>version</c>; <c>response</c>: <c>version</c>, <c>status</c>, <c>reason</c>; both: <c>fields</c> with <c>name</c> and <c>value</c>, and
/// <c>body</c>, a <see cref="HttpBodyKind"/> in camelCase.</item>
/// <item><c>body</c>: what is between two heads; <c>dataLength</c> without the framing of chunks.</item>
/// <item><c>frame</c> and <c>message</c>: see <see cref="WebSocketDirection"/>.</item>
/// </list>
/// <c>incomplete</c> is true of the last, if the stream ends within it.
/// </remarks>
internal sealed class HttpDissector : IStreamDissector
{
    // "CONNECT " is the longest method that begins a connection, with its space.
    private const int Enough = 8;

    public string Protocol => "http";

    public IReadOnlyList<TcpPort> Ports => [TcpPort.Http, TcpPort.HttpAlternate];

    public bool Recognizes(ReadOnlySpan<byte> beginning) =>
        beginning.Length >= Enough && beginning.IndexOf((byte)' ') is > 0 and var end && new Token<HttpRequestMethod>(beginning[..end]) is var word && IsMethod(word)
        && HttpRequestHead.TryParse(beginning, out _).Status == OperationStatus.NeedMoreData;

    public async Task DissectAsync(TcpStreamPair connection, MessageWriter output)
    {
        var client = new HttpDirection(connection.FromClient, TcpRole.Client, output);
        var server = new HttpDirection(connection.FromServer, TcpRole.Server, output);
        while (await client.ReadRequestAsync().ConfigureAwait(false) is { } request)
        {
            var response = await server.ReadResponseAsync(request.Method).ConfigureAwait(false);
            // What comes before the response proper.
            while (response is { Status: < 200, Body.Kind: not HttpBodyKind.Tunnel })
                response = await server.ReadResponseAsync(request.Method).ConfigureAwait(false);
            if (response is not { Body.Kind: HttpBodyKind.Tunnel })
                continue;
            if (response.IsWebSocket)
                await DissectAsync(connection, client.Offset, server.Offset, response.Deflate, output).ConfigureAwait(false);
            return;
        }
        // Of a server whose client was not captured.
        while (await server.ReadResponseAsync(HttpRequestMethod.Get).ConfigureAwait(false) is { Body.Kind: not HttpBodyKind.Tunnel })
        {
        }
    }

    private static async Task DissectAsync(TcpStreamPair connection, long fromClient, long fromServer, PerMessageDeflate? deflate, MessageWriter output)
    {
        using var client = new WebSocketDirection(connection.FromClient, TcpRole.Client, fromClient, deflate, output);
        using var server = new WebSocketDirection(connection.FromServer, TcpRole.Server, fromServer, deflate, output);
        await Task.WhenAll(client.DissectAsync(), server.DissectAsync()).ConfigureAwait(false);
    }

    // Finds out which method a word is, as a head does.
    private static bool IsMethod(Token<HttpRequestMethod> word) =>
        new HttpRequestHead { Method = word, Version = HttpProtocolVersion.Http11 }.Method.IsKnown;
}
