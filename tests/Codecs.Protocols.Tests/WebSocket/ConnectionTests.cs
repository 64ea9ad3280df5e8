using System.IO.Pipelines;
using System.Text;

namespace Codecs.Protocols.Tests.WebSocket;

public sealed class ConnectionTests
{
    // Every way of cutting frames between the segments of a pipe gives the same messages.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Messages_however_they_are_cut(bool handsOnPieces)
    {
        byte[] large = new byte[70_000];
        new Random(1).NextBytes(large);
        byte[] bytes =
        [
            .. Frames.Write(1, "Hello"u8), .. Frames.Write(2, new byte[126]), .. Frames.Write(1, "a"u8, isFinal: false), .. Frames.Write(9, "ping"u8), .. Frames.Write(0, []),
            .. Frames.Write(2, large), .. Frames.Write(8, [0x03, 0xE9]),
        ];
        foreach (int chop in new[] { 1, 2, 3, 5, 13, 14, 15, 100, 4096, int.MaxValue })
        {
            var (client, server) = DuplexPipe.CreatePair(new PipeOptions(pauseWriterThreshold: 0, minimumSegmentSize: 16));
            using var connection = new WebSocketConnection(server, WebSocketRole.Server, new() { HandsOnPieces = handsOnPieces });
            using var raw = new RawClient(client);
            await raw.SendAsync(bytes, chop);
            var found = new List<string>();
            var message = new List<byte>();
            while (await connection.WaitToReadAsync())
            {
                while (connection.TryRead(out var part))
                {
                    if (part.IsMessage)
                        message.AddRange(part.Bytes);
                    if (!part.IsLast)
                        continue;
                    found.Add($"{part.Kind} {(part.IsMessage ? message.Count : part.Bytes.Length)}");
                    if (part.IsMessage)
                        message.Clear();
                }
            }
            Assert.Equal("Text 5|Binary 126|Ping 4|Text 1|Binary 70000|Close 2", string.Join('|', found));
            Assert.Equal((WebSocketCloseCode.GoingAway, true, true), (connection.Session.CloseCode, connection.Session.IsClean, connection.Session.ShouldCut));
            await raw.ReadAsync(2);
            Assert.Equal("Pong 70696E67|Close 03E9", AutobahnCase.Text(raw.Events));
        }
    }

    [Theory]
    [InlineData("8100", WebSocketFault.NotMasked, "Close 03EA")]
    [InlineData("81FE 007D", WebSocketFault.PayloadLength, "Close 03EA")]
    [InlineData("81FF 000000000000FFFF", WebSocketFault.PayloadLength, "Close 03EA")]
    [InlineData("81FF 8000000000000000 00000000", WebSocketFault.PayloadLength, "Close 03EA")]
    [InlineData("82FF 7FFFFFFFFFFFFFFF 00000000", WebSocketFault.MessageTooBig, "Close 03F1")]
    [InlineData("8181 00000000 FF", WebSocketFault.Text, "Close 03EF")]
    public async Task A_fault_is_said_and_ends_the_connection(string hex, WebSocketFault fault, string answer)
    {
        foreach (int chop in new[] { 1, 1000 })
        {
            var (client, server) = DuplexPipe.CreatePair();
            using var raw = new RawClient(client);
            var serving = RunAsync(server);
            await raw.SendAsync([.. Expect.Hex(hex), .. Frames.Write(1, "more"u8)], chop);
            await raw.ReadToEndAsync();
            await raw.CloseAsync();
            Assert.Equal(fault, await serving);
            Assert.Equal(answer, AutobahnCase.Text(raw.Events));
        }

        static async Task<WebSocketFault> RunAsync(IDuplexPipe server)
        {
            var connection = new WebSocketConnection(server, WebSocketRole.Server);
            while (await connection.WaitToReadAsync())
            {
                while (connection.TryRead(out _))
                {
                }
            }
            await connection.CloseAsync();
            return connection.Session.Receiver.Fault;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("81")]
    [InlineData("8185 37fa213d 7f9f")]
    [InlineData("0180 00000000")]
    public async Task The_other_end_goes_away(string hex)
    {
        var (client, server) = DuplexPipe.CreatePair();
        await client.Output.WriteAsync(Expect.Hex(hex));
        await client.Output.CompleteAsync();
        using var connection = new WebSocketConnection(server, WebSocketRole.Server);
        while (await connection.WaitToReadAsync())
            Assert.False(connection.TryRead(out _));
        Assert.Equal((WebSocketCloseCode.AbnormalClosure, false), (connection.Session.CloseCode, connection.Session.IsClean));
        Assert.False(connection.TryRead(out _));
    }

    [Fact]
    public async Task A_transport_breaks()
    {
        var (client, server) = DuplexPipe.CreatePair();
        await client.Output.CompleteAsync(new IOException("reset"));
        using var connection = new WebSocketConnection(server, WebSocketRole.Server);
        Assert.False(await connection.WaitToReadAsync());
        Assert.Equal(WebSocketCloseCode.AbnormalClosure, connection.Session.CloseCode);
    }

    [Fact]
    public async Task Waiting_can_be_given_up_and_taken_up_again()
    {
        var (client, server) = DuplexPipe.CreatePair();
        using var connection = new WebSocketConnection(server, WebSocketRole.Server);
        byte[] frame = Frames.Write(1, "Hello"u8);
        await client.Output.WriteAsync(frame.AsMemory(0, 3));
        Assert.True(await connection.WaitToReadAsync());
        Assert.False(connection.TryRead(out _));
        using (var patience = new CancellationTokenSource(20))
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await connection.WaitToReadAsync(patience.Token));
        var waiting = connection.WaitToReadAsync();
        server.Input.CancelPendingRead();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);
        await client.Output.WriteAsync(frame.AsMemory(3));
        Assert.True(await connection.WaitToReadAsync());
        Assert.True(connection.TryRead(out var part) && part.Bytes.SequenceEqual("Hello"u8));
    }

    // Whoever writes while a flush waits for the other end does not wait, and no frame gets into another one.
    [Fact]
    public async Task Many_write_at_once()
    {
        const int Writers = 8, Messages = 200;
        var (client, server) = DuplexPipe.CreatePair(new PipeOptions(pauseWriterThreshold: 4096, resumeWriterThreshold: 2048));
        using var connection = new WebSocketConnection(server, WebSocketRole.Server);
        using var raw = new RawClient(client);
        var writing = Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (int i = 0; i < Messages; i++)
            {
                connection.Write(WebSocketOpcode.Text, Encoding.ASCII.GetBytes($"{writer} {i} {new string('x', i)}"));
                Assert.True(await connection.FlushAsync());
            }
        })).ToArray();
        Assert.True(await raw.ReadAsync(Writers * Messages));
        await Task.WhenAll(writing);
        var found = raw.Events.Select(e => Encoding.ASCII.GetString(e.Bytes).Split(' ')).ToList();
        for (int writer = 0; writer < Writers; writer++)
            Assert.Equal(Enumerable.Range(0, Messages), found.Where(words => words[0] == $"{writer}").Select(words => int.Parse(words[1])));
        Assert.All(found, words => Assert.Equal(int.Parse(words[1]), words[2].Length));
    }

    [Fact]
    public async Task Nobody_reads_any_more()
    {
        var (client, server) = DuplexPipe.CreatePair();
        using var connection = new WebSocketConnection(server, WebSocketRole.Server);
        await client.Input.CompleteAsync();
        connection.Write(WebSocketOpcode.Text, "x"u8);
        Assert.False(await connection.FlushAsync());
    }

    // RFC 6455 section 7.1.1: after both Close frames a client waits for the server to cut; it does not wait for ever.
    [Fact]
    public async Task A_server_closes()
    {
        var (client, server) = DuplexPipe.CreatePair();
        var connection = new WebSocketConnection(server, WebSocketRole.Server);
        using var raw = new RawClient(client);
        var closing = connection.CloseAsync(WebSocketCloseCode.GoingAway).AsTask();
        await raw.ReadAsync(1);
        Assert.Equal("Close 03E9", AutobahnCase.Text(raw.Events));
        // What was under way is dropped.
        await raw.SendAsync([.. Frames.Write(1, "late"u8), .. Frames.Write(8, [0x03, 0xE9])]);
        await raw.ReadToEndAsync();
        await raw.CloseAsync();
        await closing;
        Assert.True(connection.Session.IsClean);
    }

    [Fact]
    public async Task Nothing_is_allocated_for_a_message()
    {
        const int Count = 1000;
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0, useSynchronizationContext: false));
        var output = new Pipe(new PipeOptions(pauseWriterThreshold: 0, useSynchronizationContext: false));
        using var connection = new WebSocketConnection(new DuplexPipe(pipe.Reader, output.Writer), WebSocketRole.Server);
        byte[] frames = [.. Enumerable.Range(0, Count).SelectMany(i => i % 10 == 0 ? Frames.Write(9, "ping"u8) : Frames.Write(1, new byte[i % 126]))];
        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            await pipe.Writer.WriteAsync(frames);
            long before = GC.GetAllocatedBytesForCurrentThread();
            int count = Echo(connection);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.Equal(Count, count);
            output.Reader.AdvanceTo((await output.Reader.ReadAsync()).Buffer.End);
        }
        Assert.Equal(0, least);

        static int Echo(WebSocketConnection connection)
        {
            int count = 0;
            Assert.True(connection.WaitToReadAsync().GetAwaiter().GetResult());
            while (connection.TryRead(out var part))
            {
                count++;
                if (part.IsMessage)
                    connection.Write(part.Opcode, part.Bytes);
            }
            Assert.True(connection.FlushAsync().GetAwaiter().GetResult());
            return count;
        }
    }
}
