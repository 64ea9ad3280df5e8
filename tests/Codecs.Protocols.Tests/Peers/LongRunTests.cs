using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Codecs.Pipelines;
using Codecs.Protocols.Tests.WebSocket;
using Xunit.Abstractions;

namespace Codecs.Protocols.Tests.Peers;

/// <summary>
/// Servers over sockets, for as many messages as one likes, over connection after connection: what they keep does not grow, and nothing stays open. CODECS_LONG_RUN says how many messages there are.
/// </summary>
[Collection(nameof(LongRuns))]
public sealed class LongRunTests(ITestOutputHelper output)
{
    private const int Chunks = 20;
    private const long Slack = 6_000_000;
    // What the runtime opens once, at some time; far less than one for each connection.
    private const int HandleSlack = 10;
    private const string Handles = "/proc/self/fd";

    private static readonly long s_messages = long.TryParse(Environment.GetEnvironmentVariable("CODECS_LONG_RUN"), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 20_000;

    // Right ones, wrong ones, and a mail that is refused, for it tries to smuggle: 11 replies to 10 commands.
    private static readonly byte[] s_commands = Encoding.Latin1.GetBytes(
        "EHLO client.example\r\nNOOP\r\nMAIL FROM:<a@example.org> SIZE=100\r\nRCPT TO:<b@example.net>\r\nDATA\r\nSubject: x\r\n\r\n..\r\nbare\nline\r\n.\r\n"
        + "RSET\r\nVRFY x\r\nBOGUS \u00FF\r\n\u0001 bare\nLF\r\nNOOP again\r\n");

    private const int Commands = 10;
    private const int Replies = 11;

    [Fact]
    public async Task CommandsOfMail()
    {
        const int Batches = 100;
        await using var server = new MailServer();
        await Measure("SMTP commands", Batches * Commands, async () =>
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, server.Port);
            var stream = client.GetStream();
            using var replies = PipeReader.Create(stream).AsMessageReader<SmtpReply>(1 << 16);
            Assert.Equal(1, await ReadAsync(replies, 1));
            for (int i = 0; i < Batches; i++)
            {
                await stream.WriteAsync(s_commands);
                Assert.Equal(Replies, await ReadAsync(replies, Replies));
            }
        });
        Assert.Empty(server.Faults);
        Assert.Empty(server.Mails);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task MessagesOfWebSocket(bool isCompressed)
    {
        const int Batches = 20, Batch = 100;
        byte[][] messages = [.. Enumerable.Range(0, Batch).Select(i => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("echo ", i % 60))))];
        await using var server = await EchoHost.StartAsync();
        var offer = new WebSocketOffer { Deflate = isCompressed ? new PerMessageDeflate { ClientMaxWindowBits = 15 } : null, Protocols = ["echo"] };
        await Measure($"messages of WebSocket{(isCompressed ? ", compressed" : "")}", Batches * Batch, async () =>
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, server.Port);
            var opening = await WebSocketConnection.ConnectAsync(DuplexPipe.Of(client.GetStream()), offer, "localhost", "/echo");
            Assert.True(opening.IsOpen);
            using var connection = opening.Connection;
            for (int i = 0; i < Batches; i++)
            {
                foreach (byte[] message in messages)
                    connection.Write(WebSocketOpcode.Text, message);
                Assert.True(await connection.FlushAsync());
                Assert.Equal((Batch, messages.Sum(message => message.Length)), await ReadAsync(connection, Batch));
            }
            await connection.CloseAsync();
            Assert.True((await server.Sessions.Reader.ReadAsync()).IsClean);
        });
    }

    // Connection after connection, of so many messages each.
    private async Task Measure(string what, long perConnection, Func<Task> connect)
    {
        long connections = Math.Max(s_messages / perConnection, Chunks);
        await connect();
        int handles = CountHandles();
        var memory = new List<long>();
        for (int chunk = 0; chunk < Chunks; chunk++)
        {
            for (long i = connections * chunk / Chunks; i < connections * (chunk + 1) / Chunks; i++)
                await connect();
            memory.Add(GC.GetTotalMemory(forceFullCollection: true));
        }
        // The server's end of a connection is closed a little later.
        for (int i = 0; i < 100 && CountHandles() > handles + HandleSlack; i++)
            await Task.Delay(100);
        int open = CountHandles();
        long first = memory.Take(Chunks / 2).Max(), second = memory.Skip(Chunks / 2).Max();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{connections * perConnection:N0} {what}, {connections:N0} connections: memory in use at most {first / 1e6:N1} MB in the first half and {second / 1e6:N1} MB in the second; handles {handles} before, {open} after"));
        Assert.InRange(second, 0, first + Slack);
        Assert.InRange(open, 0, handles + HandleSlack);
    }

    private static async Task<int> ReadAsync(MessageReader<SmtpReply> replies, int count)
    {
        int found = 0;
        while (found < count && await replies.WaitToReadAsync())
        {
            while (replies.TryRead(out _))
                found++;
        }
        return found;
    }

    private static async Task<(int Count, int Bytes)> ReadAsync(WebSocketConnection connection, int count)
    {
        int found = 0, bytes = 0;
        while (found < count && await connection.WaitToReadAsync())
        {
            while (connection.TryRead(out var part))
            {
                found += part.IsLast ? 1 : 0;
                bytes += part.Bytes.Length;
            }
        }
        return (found, bytes);
    }

    // Elsewhere, there is no list of them.
    private static int CountHandles() => Directory.Exists(Handles) ? Directory.GetFileSystemEntries(Handles).Length : 0;
}

/// <summary>Tests that measure memory and handles, which others must not take meanwhile.</summary>
[CollectionDefinition(nameof(LongRuns), DisableParallelization = true)]
public class LongRuns;
