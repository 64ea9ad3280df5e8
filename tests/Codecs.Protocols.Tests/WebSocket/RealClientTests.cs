using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace Codecs.Protocols.Tests.WebSocket;

/// <summary>Dialogues with a browser, and with the <c>ws</c> package both ways. Where they are not installed, these are skipped.</summary>
public sealed class RealClientTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    [WsTheory]
    [InlineData("plain")]
    [InlineData("deflate")]
    public async Task A_client_of_ws(string compression)
    {
        await using var server = await EchoHost.StartAsync();
        using var client = OtherProgram.Node("client.js", $"ws://127.0.0.1:{server.Port}/", compression);
        var lines = await client.ReadToEndAsync(s_patience);
        Assert.Equal(
            [
                compression == "plain" ? "open echo" : "open echo permessage-deflate", "text 0 same", "text 5 same", "text 170000 same", "binary 0 same", "binary 3 same",
                "binary 300000 same", "binary 65535 same", "text 4 same", "text 13 same", "close 4321 enough",
            ],
            lines.Where(line => line != "pong between").Select(line => line.TrimEnd()).Select(line => line.StartsWith("close 4321") ? "close 4321 enough" : line));
        Assert.Contains("pong between", lines);
        var session = await server.Sessions.Reader.ReadAsync();
        Assert.Equal((true, (WebSocketCloseCode)4321), (session.IsClean, session.CloseCode));
    }

    [WsTheory]
    [InlineData("plain")]
    [InlineData("deflate")]
    public async Task A_server_of_ws(string compression)
    {
        using var server = OtherProgram.Node("server.js", compression);
        int port = int.Parse((await server.ReadLineAsync(s_patience)).Split(' ')[1]);
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var offer = new WebSocketOffer { Protocols = ["soap", "echo"], Deflate = new PerMessageDeflate { ClientMaxWindowBits = 15 } };
        var opening = await WebSocketConnection.ConnectAsync(DuplexPipe.Of(socket.GetStream()), offer, $"127.0.0.1:{port}");
        Assert.True(opening.IsOpen, $"{opening.Fault} {opening.Status}");
        var connection = opening.Connection;
        Assert.Equal("echo", connection.Protocol);
        foreach (int length in new[] { 0, 5, 125, 126, 65535, 65536, 500_000 })
        {
            byte[] message = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Gr\u00FC\u00DFe \u20AC \U0001F600 ", length / 17 + 1)));
            connection.Write(WebSocketOpcode.Text, message);
            Assert.Equal(("Text", message.Length), await ReadAsync(connection, message));
            message = new byte[length];
            new Random(length).NextBytes(message);
            connection.Write(WebSocketOpcode.Binary, message.AsSpan(0, length / 3), isLast: false);
            connection.WritePing("ping"u8);
            connection.Write(WebSocketOpcode.Binary, message.AsSpan(length / 3));
            Assert.Equal(("Binary", length), await ReadAsync(connection, message));
        }
        connection.WriteClose((WebSocketCloseCode)4321, "enough"u8);
        await connection.CloseAsync();
        Assert.Equal((true, (WebSocketCloseCode)4321), (connection.Session.IsClean, connection.Session.CloseCode));
        string last;
        do
            last = await server.ReadLineAsync(s_patience);
        while (last == "pong between");
        Assert.Equal("close 4321 enough", last);
    }

    [ChromiumFact]
    public async Task A_page_in_a_browser()
    {
        var reports = Channel.CreateUnbounded<string>();
        // Long messages go back in as many fragments as they come in pieces.
        await using var server = await EchoHost.StartAsync(new WebSocketSessionOptions { HandsOnPieces = true }, part =>
        {
            if (part.Kind == WebSocketPartKind.Text && part.Bytes.StartsWith("report "u8))
                reports.Writer.TryWrite(Encoding.UTF8.GetString(part.Bytes));
        });
        using var browser = OtherProgram.Chromium("page.html", $"ws://127.0.0.1:{server.Port}/");
        using var patience = new CancellationTokenSource(s_patience);
        Assert.Equal("report echo compressed same same same same same same same", await reports.Reader.ReadAsync(patience.Token));
        var session = await server.Sessions.Reader.ReadAsync(patience.Token);
        Assert.Equal((true, (WebSocketCloseCode)4321), (session.IsClean, session.CloseCode));
    }

    private static async Task<(string Kind, int Length)> ReadAsync(WebSocketConnection connection, byte[] expected)
    {
        while (await connection.WaitToReadAsync())
        {
            while (connection.TryRead(out var part))
            {
                if (part.IsMessage)
                    return (part.Kind.ToString(), part.Bytes.SequenceEqual(expected) ? part.Bytes.Length : -1);
            }
        }
        throw new EndOfStreamException($"{connection.Session.CloseCode} {connection.Session.Receiver.Fault}");
    }
}
