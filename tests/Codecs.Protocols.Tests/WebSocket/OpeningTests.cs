using System.IO.Pipelines;
using System.Text;

namespace Codecs.Protocols.Tests.WebSocket;

/// <summary>The opening handshake as bytes, between ends of which one is right.</summary>
public sealed class OpeningTests
{
    // RFC 6455 section 1.3: the response to the request there.
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(10_000)]
    public async Task A_request_is_answered(int chop)
    {
        var (client, server) = DuplexPipe.CreatePair();
        var accepting = WebSocketConnection.AcceptAsync(server, EchoServer.Acceptor).AsTask();
        using var raw = new RawClient(client);
        // The first frame may come with the request.
        await raw.SendAsync([.. Encoding.ASCII.GetBytes(RawClient.Request), .. Frames.Write(1, "early"u8)], chop);
        await raw.ReadResponseAsync();
        Assert.Equal("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n", raw.Response);
        var opening = await accepting;
        Assert.True(opening.IsOpen);
        Assert.Equal((WebSocketHandshakeFault.None, 101, "/chat", null), (opening.Fault, opening.Status, opening.Connection.Target, opening.Connection.Protocol));
        Assert.True(await opening.Connection.WaitToReadAsync());
        Assert.True(ReadText(opening.Connection, "early"));
        opening.Connection.Dispose();
    }

    [Theory]
    [InlineData("", "Sec-WebSocket-Protocol: x\r\nSec-WebSocket-Protocol: echo\r\n", "Sec-WebSocket-Protocol: echo\r\n")]
    [InlineData("", "Sec-WebSocket-Extensions: x-y\r\nSec-WebSocket-Extensions: permessage-deflate\r\n", "Sec-WebSocket-Extensions: permessage-deflate\r\n")]
    [InlineData("", "sec-websocket-extensions: permessage-deflate; client_max_window_bits\r\n", "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits=15\r\n")]
    [InlineData("\r\n", "Content-Length: 0\r\n", "")]
    public async Task What_is_agreed_upon_is_said(string before, string fields, string answer)
    {
        string response = await RespondAsync(before + RawClient.Request[..^2] + fields + "\r\n", WebSocketHandshakeFault.None);
        Assert.Equal($"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n{answer}\r\n", response);
    }

    [Theory]
    [InlineData("GET /chat", "POST /chat", WebSocketHandshakeFault.Method, "405 Method Not Allowed", "Allow: GET")]
    [InlineData("HTTP/1.1", "HTTP/1.0", WebSocketHandshakeFault.HttpVersion, "400 Bad Request", "")]
    [InlineData("Host: server.example.com\r\n", "", WebSocketHandshakeFault.Host, "400 Bad Request", "")]
    [InlineData("Host: ", "Host: a\r\nHost: ", WebSocketHandshakeFault.Host, "400 Bad Request", "")]
    [InlineData("Version: 13", "Version: 8", WebSocketHandshakeFault.Version, "426 Upgrade Required", "Upgrade: websocket\r\nSec-WebSocket-Version: 13")]
    [InlineData("Upgrade: websocket", "Upgrade: h2c", WebSocketHandshakeFault.Upgrade, "426 Upgrade Required", "Upgrade: websocket")]
    [InlineData("Sec-WebSocket-Key: ", "Sec-WebSocket-Key:\r\nSec-WebSocket-Key: ", WebSocketHandshakeFault.Key, "400 Bad Request", "")]
    [InlineData("Host: ", "Content-Length: 5\r\nHost: ", WebSocketHandshakeFault.Body, "400 Bad Request", "")]
    [InlineData("Host: ", "Transfer-Encoding: chunked\r\nHost: ", WebSocketHandshakeFault.Body, "400 Bad Request", "")]
    [InlineData("Host: ", "Content-Length: 5\r\nContent-Length: 6\r\nHost: ", WebSocketHandshakeFault.Head, "400 Bad Request", "")]
    [InlineData("Host: ", "Host : ", WebSocketHandshakeFault.Head, "400 Bad Request", "")]
    [InlineData("Host: ", "A: b\r\n c\r\nHost: ", WebSocketHandshakeFault.Head, "400 Bad Request", "")]
    [InlineData("\r\n", "\n", WebSocketHandshakeFault.Head, "400 Bad Request", "")]
    public async Task What_is_refused(string part, string other, WebSocketHandshakeFault fault, string status, string fields)
    {
        string response = await RespondAsync(RawClient.Request.Replace(part, other), fault);
        Assert.Equal($"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: 0\r\n{(fields == "" ? "" : fields + "\r\n")}\r\n", response);
    }

    [Fact]
    public async Task A_head_has_a_limit()
    {
        string response = await RespondAsync("GET /" + new string('a', WebSocketConnection.MaxHeadLength), WebSocketHandshakeFault.HeadTooLong);
        Assert.StartsWith("HTTP/1.1 431 ", response);
        response = await RespondAsync("GET / HTTP/1.1\r\n" + string.Concat(Enumerable.Repeat("A: b\r\n", 5000)), WebSocketHandshakeFault.HeadTooLong);
        Assert.StartsWith("HTTP/1.1 431 ", response);
    }

    [Theory]
    [InlineData("")]
    [InlineData("GET / HTTP/1.1\r\nHo")]
    public async Task A_client_may_go_away(string beginning)
    {
        var (client, server) = DuplexPipe.CreatePair();
        await client.Output.WriteAsync(Encoding.ASCII.GetBytes(beginning));
        await client.Output.CompleteAsync();
        var opening = await WebSocketConnection.AcceptAsync(server, EchoServer.Acceptor);
        Assert.Equal((false, WebSocketHandshakeFault.Ended), (opening.IsOpen, opening.Fault));
        Assert.True((await client.Input.ReadAsync()).IsCompleted);
    }

    [Fact]
    public async Task A_client_that_says_nothing_is_not_waited_for()
    {
        var (_, server) = DuplexPipe.CreatePair();
        using var patience = new CancellationTokenSource(50);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await WebSocketConnection.AcceptAsync(server, EchoServer.Acceptor, cancellationToken: patience.Token));
    }

    [Fact]
    public async Task A_request_is_made()
    {
        var (client, server) = DuplexPipe.CreatePair();
        var offer = new WebSocketOffer { Protocols = ["a", "b"], Deflate = new PerMessageDeflate { ClientMaxWindowBits = 15 }, Fields = [new("Origin", "http://example.com"), new("Cookie", "a=b")] };
        var connecting = WebSocketConnection.ConnectAsync(client, offer, "example.com:8080", "/x?y=z").AsTask();
        var result = await server.Input.ReadAsync();
        Assert.Equal(
            $"GET /x?y=z HTTP/1.1\r\nHost: example.com:8080\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {Encoding.ASCII.GetString(offer.Key)}\r\n"
            + "Sec-WebSocket-Protocol: a, b\r\nSec-WebSocket-Extensions: permessage-deflate; client_max_window_bits=15\r\nOrigin: http://example.com\r\nCookie: a=b\r\n\r\n",
            Encoding.ASCII.GetString(result.Buffer));
        await server.Output.CompleteAsync();
        var opening = await connecting;
        Assert.Equal((false, WebSocketHandshakeFault.Ended, 0), (opening.IsOpen, opening.Fault, opening.Status));
    }

    [Theory]
    [InlineData("example.com\r\nX: y", "/")]
    [InlineData("example.com", "/ HTTP/1.1\r\nX: y")]
    public async Task Nothing_can_be_injected(string host, string target)
    {
        var (client, _) = DuplexPipe.CreatePair();
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await WebSocketConnection.ConnectAsync(client, new WebSocketOffer(), host, target));
    }

    [Theory]
    [InlineData("HTTP/1.1 101 Web Socket Protocol Handshake\r\nUpgrade: WebSocket\r\nConnection: x,\r\n upgrade\r\nSec-WebSocket-Accept: ACCEPT\r\n\r\n", WebSocketHandshakeFault.None, 101)]
    [InlineData("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 101 \r\nUpgrade: websocket\r\nConnection: upgrade\r\nSec-WebSocket-Accept: ACCEPT\r\n\r\n", WebSocketHandshakeFault.None, 101)]
    [InlineData("HTTP/1.1 101 \r\nUpgrade: websocket\r\nConnection: upgrade\r\nSec-WebSocket-Accept: ACCEPT\r\nSec-WebSocket-Accept: ACCEPT\r\n\r\n", WebSocketHandshakeFault.Accept, 101)]
    [InlineData("HTTP/1.1 101 \r\nConnection: upgrade\r\nSec-WebSocket-Accept: ACCEPT\r\n\r\n", WebSocketHandshakeFault.Upgrade, 101)]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: ws://b/\r\n\r\n", WebSocketHandshakeFault.Status, 302)]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n", WebSocketHandshakeFault.Head, 0)]
    public async Task Responses(string response, WebSocketHandshakeFault fault, int status)
    {
        foreach (int chop in new[] { 1, 1000 })
        {
            var (client, server) = DuplexPipe.CreatePair();
            var offer = new WebSocketOffer();
            var connecting = WebSocketConnection.ConnectAsync(client, offer, "a").AsTask();
            byte[] accept = new byte[WebSocketKey.AcceptLength];
            WebSocketKey.WriteAccept(offer.Key, accept);
            using var raw = new RawClient(server);
            await raw.SendAsync([.. Encoding.ASCII.GetBytes(response.Replace("ACCEPT", Encoding.ASCII.GetString(accept))), .. Frames.Write(1, "early"u8, key: null)], chop);
            var opening = await connecting;
            Assert.Equal((fault, status, fault == WebSocketHandshakeFault.None), (opening.Fault, opening.Status, opening.IsOpen));
            if (!opening.IsOpen)
                continue;
            while (!ReadText(opening.Connection, "early"))
                Assert.True(await opening.Connection.WaitToReadAsync());
            opening.Connection.Dispose();
        }
    }

    [Fact]
    public async Task Both_ends_agree()
    {
        var (client, server) = DuplexPipe.CreatePair();
        var serving = EchoServer.RunAsync(server);
        var opening = await WebSocketConnection.ConnectAsync(client, new WebSocketOffer { Protocols = ["soap", "echo"], Deflate = default(PerMessageDeflate) }, "a");
        Assert.True(opening.IsOpen);
        Assert.Equal("echo", opening.Connection.Protocol);
        opening.Connection.Write(WebSocketOpcode.Text, Encoding.ASCII.GetBytes(new string('a', 10_000)));
        Assert.True(await opening.Connection.WaitToReadAsync());
        Assert.True(ReadText(opening.Connection, new string('a', 10_000)));
        await opening.Connection.CloseAsync();
        Assert.True(opening.Connection.Session.IsClean);
        Assert.Equal(WebSocketCloseCode.NormalClosure, opening.Connection.Session.CloseCode);
        Assert.True((await serving)!.IsClean);
    }

    private static async Task<string> RespondAsync(string request, WebSocketHandshakeFault fault)
    {
        var (client, server) = DuplexPipe.CreatePair(new PipeOptions(pauseWriterThreshold: 0));
        using var raw = new RawClient(client);
        await raw.SendAsync(Encoding.Latin1.GetBytes(request));
        var opening = await WebSocketConnection.AcceptAsync(server, EchoServer.Acceptor);
        Assert.Equal((fault == WebSocketHandshakeFault.None, fault, fault.HttpStatus), (opening.IsOpen, opening.Fault, opening.Status));
        await raw.ReadResponseAsync();
        if (!opening.IsOpen)
            Assert.True((await client.Input.ReadAsync()).IsCompleted);
        opening.Connection?.Dispose();
        return raw.Response;
    }

    private static bool ReadText(WebSocketConnection connection, string expected)
    {
        if (!connection.TryRead(out var part))
            return false;
        Assert.Equal((WebSocketPartKind.Text, expected), (part.Kind, Encoding.UTF8.GetString(part.Bytes)));
        return true;
    }
}
