using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Codecs.Protocols.Tests.WebSocket;

public sealed class ReadmeTests
{
    // What compiles here is what stands there.
    [Fact]
    public void The_server_of_the_readme_is_this_one()
    {
        string code = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Codecs.Protocols.Tests", "WebSocket", "ReadmeTests.cs")).ReplaceLineEndings("\n");
        string server = code[code.LastIndexOf("public sealed class Echo ", StringComparison.Ordinal)..];
        Assert.Contains($"```csharp\n{server}```", File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task It_works()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen => listen.UseConnectionHandler<Echo>()));
        await using var app = builder.Build();
        await app.StartAsync();
        using var client = new ClientWebSocket();
        await client.ConnectAsync(new Uri($"ws://127.0.0.1:{new Uri(app.Urls.Single()).Port}"), CancellationToken.None);
        await client.SendAsync("Hello"u8.ToArray(), WebSocketMessageType.Text, true, CancellationToken.None);
        byte[] buffer = new byte[10];
        var result = await client.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
        Assert.Equal((WebSocketMessageType.Text, "Hello"), (result.MessageType, System.Text.Encoding.UTF8.GetString(buffer, 0, result.Count)));
        await client.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, client.CloseStatus);
    }
}

public sealed class Echo : ConnectionHandler
{
    private static readonly WebSocketAcceptor s_acceptor = new() { Deflate = new PerMessageDeflate() };

    public override async Task OnConnectedAsync(ConnectionContext context)
    {
        var opening = await WebSocketConnection.AcceptAsync(context.Transport, s_acceptor);
        if (!opening.IsOpen)
            return;
        var connection = opening.Connection;
        while (await connection.WaitToReadAsync())
        {
            while (connection.TryRead(out var part))
            {
                if (part.IsMessage)
                    connection.Write(part.Opcode, part.Bytes);
            }
        }
        await connection.CloseAsync();
    }
}
