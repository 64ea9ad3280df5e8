using System.Collections.Concurrent;
using System.Net.WebSockets;

namespace Codecs.Protocols.Tests.WebSocket;

/// <summary>The same messages through System.Net.WebSockets, both ways, with every kind of compression.</summary>
public sealed class PlatformTests
{
    private const int Messages = 40;

    public static TheoryData<bool, string> Agreements
    {
        get
        {
            var data = new TheoryData<bool, string>();
            foreach (bool isServer in new[] { true, false })
            {
                foreach (string agreement in new[] { "none", "both", "server", "client", "neither", "9", "10", "12", "15" })
                    data.Add(isServer, agreement);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Agreements))]
    public async Task We_read_what_the_platform_writes(bool isServer, string agreement)
    {
        var stream = new RecordingStream([]);
        using var platform = Create(stream, !isServer, Agreement(agreement));
        var expected = new List<(string Kind, byte[] Bytes)>();
        foreach (byte[] message in Data())
        {
            int pieces = message.Length % 3 + 1;
            for (int piece = 0; piece < pieces; piece++)
            {
                var part = message.AsMemory(message.Length * piece / pieces, message.Length * (piece + 1) / pieces - message.Length * piece / pieces);
                await platform.SendAsync(part, WebSocketMessageType.Binary, piece == pieces - 1, CancellationToken.None);
            }
            expected.Add(("Binary", message));
        }
        await platform.SendAsync("Grüße"u8.ToArray(), WebSocketMessageType.Text, true, CancellationToken.None);
        expected.Add(("Text", "Grüße"u8.ToArray()));
        await platform.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "done", CancellationToken.None);
        expected.Add(("Close", [0x03, 0xE8, .. "done"u8]));

        using var receiver = new WebSocketReceiver(isServer ? WebSocketRole.Server : WebSocketRole.Client, new() { Deflate = Agreement(agreement) });
        var feeder = new FrameFeeder(receiver);
        for (int at = 0; at < stream.Written.Length; at += 1000)
            feeder.Feed(stream.Written.AsSpan(at, Math.Min(1000, stream.Written.Length - at)));
        Assert.Equal(expected.Select(Text), feeder.Events.Select(Text));
    }

    // With a small window the platform's decompressor refuses what refers further back, if it is made to give back little at a time.
    [Theory]
    [MemberData(nameof(Agreements))]
    public async Task The_platform_reads_what_we_write(bool isServer, string agreement)
    {
        using var sender = new WebSocketSender(isServer ? WebSocketRole.Server : WebSocketRole.Client, new() { Deflate = Agreement(agreement), MinCompressedLength = 0 });
        var bytes = new List<byte>();
        int compressed = 0;
        foreach (byte[] message in Data())
        {
            int pieces = message.Length % 3 + 1;
            for (int piece = 0; piece < pieces; piece++)
            {
                var part = message.AsSpan(message.Length * piece / pieces, message.Length * (piece + 1) / pieces - message.Length * piece / pieces);
                var header = sender.Message(WebSocketOpcode.Binary, part, piece == pieces - 1, out var payload);
                compressed += header.Rsv1 ? 1 : 0;
                bytes.AddRange(Frames.Write(in header, payload));
            }
            var ping = sender.Ping("still here"u8);
            bytes.AddRange(Frames.Write(in ping, "still here"u8));
        }
        var close = sender.Close(WebSocketCloseCode.GoingAway, "bye"u8, out var reason);
        bytes.AddRange(Frames.Write(in close, reason));
        Assert.Equal(agreement != "none", compressed > 0);

        using var platform = Create(new RecordingStream([.. bytes]), !isServer, Agreement(agreement));
        byte[] buffer = new byte[200_000];
        bool isSmall = Agreement(agreement) is { ServerMaxWindowBits: < 15 };
        foreach (byte[] message in Data())
        {
            int length = 0;
            ValueWebSocketReceiveResult result;
            do
            {
                result = await platform.ReceiveAsync(buffer.AsMemory(length, isSmall ? 64 : 20_000), CancellationToken.None);
                length += result.Count;
            }
            while (!result.EndOfMessage);
            Assert.Equal(message, buffer.AsSpan(0, length));
        }
        Assert.Equal(WebSocketMessageType.Close, (await platform.ReceiveAsync(buffer.AsMemory(), CancellationToken.None)).MessageType);
        Assert.Equal((WebSocketCloseStatus.EndpointUnavailable, "bye"), (platform.CloseStatus, platform.CloseStatusDescription));
    }

    private static string Text((string Kind, byte[] Bytes) message) => $"{message.Kind} {Convert.ToHexString(message.Bytes)}";

    private static PerMessageDeflate? Agreement(string name) => name switch
    {
        "none" => null,
        "both" => default(PerMessageDeflate),
        "server" => new PerMessageDeflate { ClientNoContextTakeover = true },
        "client" => new PerMessageDeflate { ServerNoContextTakeover = true },
        "neither" => new PerMessageDeflate { ServerNoContextTakeover = true, ClientNoContextTakeover = true },
        _ => new PerMessageDeflate { ServerMaxWindowBits = int.Parse(name), ClientMaxWindowBits = int.Parse(name) },
    };

    private static System.Net.WebSockets.WebSocket Create(Stream stream, bool isServer, PerMessageDeflate? agreement) =>
        System.Net.WebSockets.WebSocket.CreateFromStream(stream, new WebSocketCreationOptions
        {
            IsServer = isServer,
            DangerousDeflateOptions = agreement is not { } deflate ? null : new()
            {
                ServerContextTakeover = !deflate.ServerNoContextTakeover,
                ClientContextTakeover = !deflate.ClientNoContextTakeover,
                ServerMaxWindowBits = deflate.ServerMaxWindowBits ?? 15,
                ClientMaxWindowBits = deflate.ClientMaxWindowBits ?? 15,
            },
        });

    /// <summary>Messages of all sizes; what is repeated in them lies 1,500 or 30,000 bytes before.</summary>
    private static IEnumerable<byte[]> Data()
    {
        var random = new Random(7692);
        byte[] noise = new byte[30_000];
        random.NextBytes(noise);
        for (int i = 0; i < Messages; i++)
        {
            byte[] message = new byte[i % 10 == 0 ? random.Next(100_000) : random.Next(i % 2 == 0 ? 200 : 4000)];
            int distance = i % 3 == 0 ? noise.Length : 1500;
            for (int at = 0; at < message.Length; at++)
                message[at] = random.Next(20) == 0 ? (byte)random.Next(256) : noise[at % distance];
            yield return message;
        }
    }

    /// <summary>Gives what it was made with, and keeps what is written.</summary>
    private sealed class RecordingStream(byte[] input) : Stream
    {
        private readonly ConcurrentQueue<byte[]> _written = [];
        private int _at;

        public byte[] Written => [.. _written.SelectMany(bytes => bytes)];

        public override bool CanRead => true;

        public override bool CanWrite => true;

        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int length = Math.Min(buffer.Length, input.Length - _at);
            input.AsMemory(_at, length).CopyTo(buffer);
            _at += length;
            return new(length);
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _written.Enqueue(buffer.ToArray());
            return default;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
