using System.Text;
using Codecs.Capture;
using Codecs.Capture.Streams;
using Codecs.Protocols;

namespace Codecs.Tests.Streams;

/// <summary>Segments between two ends, written down by their place in the streams: 0 is the first byte, a SYN is at -1.</summary>
internal sealed class Dialogue(TcpStreamOptions? options = null)
{
    public const TcpFlags Syn = TcpFlags.Syn, Ack = TcpFlags.Ack, Fin = TcpFlags.Fin, Rst = TcpFlags.Rst;

    private TcpReassembler? _reassembler;
    private long _frames;

    public RecordingSink Sink { get; } = new();

    public TcpReassembler Reassembler => _reassembler ??= new(Sink, options);

    public uint ClientInitial { get; set; } = 1000;

    public uint ServerInitial { get; set; } = 9000;

    public IpEndpoint ClientEnd { get; set; } = new(new IPv4Address(0xC0000201), 50000);

    public IpEndpoint ServerEnd { get; set; } = new(new IPv4Address(0xC0000202), 80);

    public long Seconds { get; set; } = 1_700_000_000;

    public TcpConnection Connection => Sink.Connections[^1];

    public Dialogue Client(long at, string payload = "", TcpFlags flags = Ack, long ack = 0, ushort window = ushort.MaxValue, int missing = 0, byte? scale = null) =>
        Add(ClientEnd, ServerEnd, ClientInitial, ServerInitial, at, payload, flags, ack, window, missing, scale);

    public Dialogue Server(long at, string payload = "", TcpFlags flags = Ack, long ack = 0, ushort window = ushort.MaxValue, int missing = 0, byte? scale = null) =>
        Add(ServerEnd, ClientEnd, ServerInitial, ClientInitial, at, payload, flags, ack, window, missing, scale);

    /// <summary>The three-way handshake.</summary>
    public Dialogue Open() => Client(-1, flags: Syn).Server(-1, flags: Syn | Ack).Client(0);

    /// <summary>FIN both ways, the client's first.</summary>
    public Dialogue Close(long client = 0, long server = 0) =>
        Client(client, flags: Fin | Ack, ack: server).Server(server, flags: Fin | Ack, ack: client + 1).Client(client + 1, ack: server + 1);

    public Dialogue Complete()
    {
        Reassembler.Complete();
        return this;
    }

    /// <summary>Another connection may follow from the same addresses.</summary>
    public Dialogue With(uint? client = null, uint? server = null)
    {
        ClientInitial = client ?? ClientInitial;
        ServerInitial = server ?? ServerInitial;
        return this;
    }

    public void AssertStates(TcpState client, TcpState server) => Assert.Equal((client, server), (Connection.ClientState, Connection.ServerState));

    public void AssertAnomalies(params TcpAnomaly[] kinds) => Assert.Equal(kinds, Connection.Anomalies.Select(static anomaly => anomaly.Kind));

    private Dialogue Add(IpEndpoint from, IpEndpoint to, uint initial, uint other, long at, string payload, TcpFlags flags, long ack, ushort window, int missing, byte? scale)
    {
        Reassembler.Add(new TcpSegment
        {
            Source = from,
            Destination = to,
            // A SYN has the number before that of the first byte, and so has its data.
            SequenceNumber = (uint)(initial + 1 + at),
            AcknowledgmentNumber = (flags & Ack) != 0 ? (uint)(other + 1 + ack) : 0,
            Flags = flags,
            Window = window,
            WindowScale = scale,
            Payload = Encoding.Latin1.GetBytes(payload),
            MissingLength = missing,
            Frame = ++_frames,
            Timestamp = new CaptureTimestamp(Seconds, 0),
        });
        return this;
    }
}
