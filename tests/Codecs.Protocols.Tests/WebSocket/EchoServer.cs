using System.IO.Pipelines;

namespace Codecs.Protocols.Tests.WebSocket;

/// <summary>Sends every message back, compressed if the client wants it so.</summary>
internal static class EchoServer
{
    public static readonly WebSocketAcceptor Acceptor = new() { Protocols = ["chat", "echo"], Deflate = new PerMessageDeflate { ClientMaxWindowBits = 15 } };

    /// <summary>Serves one connection to its end.</summary>
    /// <returns>What became of it; null if the request was refused.</returns>
    public static async Task<WebSocketSession?> RunAsync(IDuplexPipe transport, WebSocketSessionOptions? options = null, Action<WebSocketPart>? onPart = null)
    {
        var opening = await WebSocketConnection.AcceptAsync(transport, Acceptor, options);
        if (!opening.IsOpen)
            return null;
        var connection = opening.Connection;
        while (await connection.WaitToReadAsync())
        {
            while (connection.TryRead(out var part))
            {
                onPart?.Invoke(part);
                if (part.IsMessage)
                    connection.Write(part.Opcode, part.Bytes, part.IsLast);
            }
        }
        await connection.CloseAsync();
        return connection.Session;
    }
}
