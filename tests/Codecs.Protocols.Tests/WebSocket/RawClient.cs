using System.IO.Pipelines;
using System.Text;

namespace Codecs.Protocols.Tests.WebSocket;

/// <summary>A client that sends whatever bytes it is told to, frames right or wrong, and notes what comes back.</summary>
internal sealed class RawClient : IDisposable
{
    // RFC 6455 section 1.3.
    public const string Request = "GET /chat HTTP/1.1\r\nHost: server.example.com\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";

    private readonly IDuplexPipe _transport;
    private readonly WebSocketReceiver _receiver = new(WebSocketRole.Client, new WebSocketSessionOptions { MaxMessageLength = long.MaxValue });
    private readonly FrameFeeder _feeder;

    public RawClient(IDuplexPipe transport)
    {
        _transport = transport;
        _feeder = new(_receiver);
    }

    /// <summary>What has come: kind and bytes.</summary>
    public List<(string Kind, byte[] Bytes)> Events => _feeder.Events;

    /// <summary>The head of the response.</summary>
    public string Response { get; private set; } = "";

    /// <summary>Sends the request and reads the response.</summary>
    public async Task OpenAsync(string request = Request)
    {
        await SendAsync(Encoding.Latin1.GetBytes(request));
        await ReadResponseAsync();
    }

    /// <summary>Sends bytes, in one piece or in pieces.</summary>
    public async Task SendAsync(byte[] bytes, int chop = int.MaxValue)
    {
        for (int at = 0; at < bytes.Length; at += Math.Min(chop, bytes.Length))
        {
            if ((await _transport.Output.WriteAsync(bytes.AsMemory(at, Math.Min(chop, bytes.Length - at)))).IsCompleted)
                return;
        }
    }

    public async Task ReadResponseAsync()
    {
        while (true)
        {
            var result = await _transport.Input.ReadAsync();
            string text = Encoding.Latin1.GetString(result.Buffer);
            int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0 || result.IsCompleted)
            {
                Response = end >= 0 ? text[..(end + 4)] : text;
                _transport.Input.AdvanceTo(result.Buffer.GetPosition(Response.Length));
                return;
            }
            _transport.Input.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    /// <summary>Reads until so many events have come.</summary>
    public async Task<bool> ReadAsync(int count)
    {
        while (Events.Count < count)
        {
            var result = await _transport.Input.ReadAsync();
            foreach (var segment in result.Buffer)
                _feeder.Feed(segment.Span);
            _transport.Input.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted && Events.Count < count)
                return false;
        }
        return true;
    }

    /// <summary>Reads to the end of the connection.</summary>
    public Task ReadToEndAsync() => ReadAsync(int.MaxValue);

    public async Task CloseAsync()
    {
        await _transport.Output.CompleteAsync();
        await _transport.Input.CompleteAsync();
    }

    public void Dispose() => _receiver.Dispose();
}
