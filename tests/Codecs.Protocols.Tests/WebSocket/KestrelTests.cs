using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Codecs.Protocols.Tests.WebSocket;

/// <summary>Over sockets: under Kestrel, which knows nothing of it, with a client of the platform; and with a server of the platform.</summary>
public sealed class KestrelTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_client_of_the_platform(bool isCompressed)
    {
        await using var server = await EchoHost.StartAsync();
        using var client = new ClientWebSocket();
        client.Options.AddSubProtocol("echo");
        if (isCompressed)
            client.Options.DangerousDeflateOptions = new();
        await client.ConnectAsync(new Uri($"ws://127.0.0.1:{server.Port}/echo"), CancellationToken.None);
        Assert.Equal("echo", client.SubProtocol);
        foreach (int length in new[] { 0, 1, 125, 126, 65535, 65536, 1 << 20 })
        {
            byte[] message = Message(length);
            var sending = client.SendAsync(message, length % 2 == 0 ? WebSocketMessageType.Text : WebSocketMessageType.Binary, true, CancellationToken.None);
            Assert.Equal(message, await ReceiveAsync(client, length));
            await sending;
        }
        byte[] parts = Message(10_000);
        await client.SendAsync(parts.AsMemory(0, 3000), WebSocketMessageType.Binary, false, CancellationToken.None);
        await client.SendAsync(parts.AsMemory(3000), WebSocketMessageType.Binary, true, CancellationToken.None);
        Assert.Equal(parts, await ReceiveAsync(client, parts.Length));
        await client.CloseAsync(WebSocketCloseStatus.EndpointUnavailable, "bye", CancellationToken.None);
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, client.CloseStatus);
        var session = await server.Sessions.Reader.ReadAsync();
        Assert.Equal((true, WebSocketCloseCode.GoingAway), (session.IsClean, session.CloseCode));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_of_the_platform(bool isCompressed)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        await using var app = builder.Build();
        app.UseWebSockets();
        app.Run(EchoAsync);
        await app.StartAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, new Uri(app.Urls.Single()).Port);

        var offer = new WebSocketOffer { Deflate = isCompressed ? new PerMessageDeflate { ClientMaxWindowBits = 15 } : null, Protocols = ["echo"] };
        var opening = await WebSocketConnection.ConnectAsync(DuplexPipe.Of(socket.GetStream()), offer, "localhost", "/echo");
        Assert.True(opening.IsOpen);
        var connection = opening.Connection;
        Assert.Equal("echo", connection.Protocol);
        foreach (int length in new[] { 0, 1, 125, 126, 65535, 65536, 1 << 20 })
        {
            byte[] message = Message(length);
            connection.Write(WebSocketOpcode.Binary, message);
            var flushing = connection.FlushAsync().AsTask();
            Assert.Equal(message, await ReceiveAsync(connection));
            Assert.True(await flushing);
        }
        connection.WriteClose(WebSocketCloseCode.GoingAway, "bye"u8);
        await connection.CloseAsync();
        Assert.Equal((true, WebSocketCloseCode.GoingAway), (connection.Session.IsClean, connection.Session.CloseCode));
        await app.StopAsync();

        async Task EchoAsync(HttpContext context)
        {
            using var server = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { SubProtocol = "echo", DangerousEnableCompression = isCompressed });
            byte[] buffer = new byte[10_000];
            while (true)
            {
                var result = await server.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (result.MessageType == WebSocketMessageType.Close)
                    break;
                await server.SendAsync(buffer.AsMemory(0, result.Count), result.MessageType, result.EndOfMessage, CancellationToken.None);
            }
            await server.CloseAsync(server.CloseStatus!.Value, server.CloseStatusDescription, CancellationToken.None);
        }
    }

    // Bytes that are wrong come back as a Close frame also where the client has more to say.
    [Fact]
    public async Task A_fault_is_said_over_a_socket()
    {
        await using var server = await EchoHost.StartAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, server.Port);
        using var raw = new RawClient(DuplexPipe.Of(socket.GetStream()));
        await raw.OpenAsync();
        await raw.SendAsync([.. Frames.Write(1, "one"u8), .. Frames.Write(3, "no"u8), .. Frames.Write(1, new byte[100_000])]);
        await raw.ReadAsync(2);
        Assert.Equal("Text 6F6E65|Close 03EA", AutobahnCase.Text(raw.Events));
        await raw.CloseAsync();
        Assert.Equal(WebSocketFault.ReservedOpcode, (await server.Sessions.Reader.ReadAsync()).Receiver.Fault);
    }

    private static byte[] Message(int length) => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, length / 4 + 1).Select(i => $"{i % 1000:D4}")))[..length];

    private static async Task<byte[]> ReceiveAsync(ClientWebSocket client, int length)
    {
        byte[] bytes = new byte[length + 1];
        int count = 0;
        while (true)
        {
            var result = await client.ReceiveAsync(bytes.AsMemory(count), CancellationToken.None);
            count += result.Count;
            if (result.EndOfMessage)
                return bytes[..count];
        }
    }

    private static async Task<byte[]> ReceiveAsync(WebSocketConnection connection)
    {
        while (await connection.WaitToReadAsync())
        {
            if (connection.TryRead(out var part) && part.IsMessage)
                return part.Bytes.ToArray();
        }
        throw new EndOfStreamException($"{connection.Session.CloseCode}");
    }
}
