using System.Buffers.Binary;
using Codecs.Protocols;

namespace Codecs.Fuzz.Inputs;

/// <summary>
/// A capture of any length: connections that begin, carry something and end, or never do; and between them whatever there is in the samples, right or wrong.
/// </summary>
internal sealed class Traffic
{
    private const int Connections = 1000;
    private const int MaxSegments = 20;

    // The first of them go on for as long as the capture does. Of the others, one in so many is not ended by anybody: it is given up.
    private const int Endless = 50;
    private const int GivenUpEvery = 4;
    private const int EndlessSegments = int.MaxValue / 4;

    private readonly Random _random;
    private readonly Mutator _frames;
    private readonly Connection[] _connections = new Connection[Connections];
    private readonly byte[] _record = new byte[16 + MessageContract.MaxInput];
    private uint _next;
    private long _count;

    /// <param name="frames">The contract of the frames.</param>
    /// <param name="samples">Frames.</param>
    /// <param name="seed">The same seed makes the same capture.</param>
    public Traffic(MessageContract frames, IReadOnlyList<byte[]> samples, int seed)
    {
        _random = new Random(seed);
        _frames = new Mutator(frames, samples, seed);
        for (int i = 0; i < Connections; i++)
            _connections[i] = Begin();
    }

    /// <summary>What a pcap file begins with: microseconds, Ethernet.</summary>
    public static byte[] FileHeader { get; } = Convert.FromHexString("d4c3b2a1" + "02000400" + "0000000000000000" + "00000400" + "01000000");

    /// <summary>Writes a pcap file.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="count">The frames in it.</param>
    public void Write(Stream output, long count)
    {
        output.Write(FileHeader);
        for (long i = 0; i < count; i++)
            output.Write(Next().Span);
    }

    /// <summary>The next frame with its record header; changed by the one after it.</summary>
    public ReadOnlyMemory<byte> Next()
    {
        int length;
        if (_random.Next(4) == 0)
        {
            var frame = _frames.Next();
            length = frame.Length;
            frame.CopyTo(_record.AsSpan(16));
        }
        else
        {
            length = WriteSegment(_record.AsSpan(16), ref _connections[_random.Next(Connections)]);
        }
        BinaryPrimitives.WriteUInt32LittleEndian(_record, (uint)(_count / 3000));
        BinaryPrimitives.WriteUInt32LittleEndian(_record.AsSpan(4), (uint)(_count % 3000) * 333);
        BinaryPrimitives.WriteInt32LittleEndian(_record.AsSpan(8), length);
        BinaryPrimitives.WriteInt32LittleEndian(_record.AsSpan(12), length);
        _count++;
        return _record.AsMemory(0, 16 + length);
    }

    private Connection Begin() => new() { Number = _next, Segments = _next++ < Endless ? EndlessSegments : _random.Next(1, MaxSegments), IsGivenUp = _random.Next(GivenUpEvery) == 0 };

    // Client and server in turn: SYN, SYN and ACK, ACK, lines, FIN from both.
    private int WriteSegment(Span<byte> destination, ref Connection connection)
    {
        bool isFromClient = connection.Step % 2 == 0;
        int last = 2 + connection.Segments * 2;
        var flags = connection.Step == 0 ? TcpFlags.Syn : connection.Step == 1 ? TcpFlags.Syn | TcpFlags.Ack : connection.Step >= last ? TcpFlags.Fin | TcpFlags.Ack : TcpFlags.Ack;
        var payload = connection.Step <= 2 || connection.Step >= last ? default : "250 A line that somebody sends to somebody\r\n"u8[..(4 + (int)(connection.Number * 7 % 40))];
        // Some are sent twice, some not at all, some early.
        if (_random.Next(50) == 0 && connection.Step > 2)
            connection.Sent(isFromClient) += (uint)(_random.Next(3) - 1) * (uint)payload.Length;
        IPv4Address client = new(0x0A000000 | connection.Number & 0xFFFF), server = new(0xC0000201);
        ushort port = (ushort)(1024 + connection.Number % 60000);
        var layers = new Ethernet { Source = new MacAddress(1), Destination = new MacAddress(2) }
            / new IPv4 { TimeToLive = 64, Source = isFromClient ? client : server, Destination = isFromClient ? server : client }
            / new Tcp
            {
                SourcePort = isFromClient ? port : (ushort)25,
                DestinationPort = isFromClient ? (ushort)25 : port,
                SequenceNumber = connection.Sent(isFromClient),
                AcknowledgmentNumber = connection.Sent(!isFromClient),
                Flags = flags,
                Window = 8192,
                Payload = payload,
            };
        layers.TryWrite(destination, out int written);
        connection.Sent(isFromClient) += (uint)payload.Length + ((flags & (TcpFlags.Syn | TcpFlags.Fin)) != 0 ? 1u : 0u);
        if (++connection.Step > (connection.IsGivenUp ? last - 1 : last + 1))
            connection = Begin();
        return written;
    }

    private struct Connection
    {
        private uint _client;
        private uint _server;

        public uint Number { get; init; }

        public int Segments { get; init; }

        public bool IsGivenUp { get; init; }

        public int Step { get; set; }

        [System.Diagnostics.CodeAnalysis.UnscopedRef]
        public ref uint Sent(bool isFromClient) => ref isFromClient ? ref _client : ref _server;
    }
}
