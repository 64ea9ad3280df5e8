using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Codecs.Protocols.Tests.WebSocket;

/// <summary>The echo server under Kestrel, on a port of its own.</summary>
internal sealed class EchoHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EchoHost(WebApplication app, Channel<WebSocketSession> sessions)
    {
        _app = app;
        Sessions = sessions;
    }

    public int Port => new Uri(_app.Urls.Single()).Port;

    /// <summary>What became of each connection.</summary>
    public Channel<WebSocketSession> Sessions { get; }

    public static async Task<EchoHost> StartAsync(WebSocketSessionOptions? options = null, Action<WebSocketPart>? onPart = null)
    {
        var sessions = Channel.CreateUnbounded<WebSocketSession>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new EchoHandler(sessions, options, onPart));
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen => listen.UseConnectionHandler<EchoHandler>()));
        var app = builder.Build();
        await app.StartAsync();
        return new(app, sessions);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private sealed class EchoHandler(Channel<WebSocketSession> sessions, WebSocketSessionOptions? options, Action<WebSocketPart>? onPart) : ConnectionHandler
    {
        public override async Task OnConnectedAsync(ConnectionContext connection)
        {
            if (await EchoServer.RunAsync(connection.Transport, options, onPart) is { } session)
                await sessions.Writer.WriteAsync(session);
        }
    }
}
