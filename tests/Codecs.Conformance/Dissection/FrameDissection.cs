using Codecs.Protocols;

namespace Codecs.Conformance.Dissection;

/// <summary>The layers of one frame as this library finds them: also those of quoted packets, after the layer that quotes.</summary>
internal sealed class FrameDissection : ILayerVisitor
{
    // A quote may quote a quote; what is deeper than this was made for the purpose.
    private const int MostDepth = 24;

    private readonly byte[] _frame;
    private readonly List<FoundLayer> _layers = [];

    // The packet that is being walked: the frame, or what an ICMP error quotes.
    private int _start;
    private int _end;
    private int _depth;
    private FoundLayer? _lower;
    private PseudoHeader _below;

    private FrameDissection(byte[] frame)
    {
        _frame = frame;
        _end = frame.Length;
    }

    public ReadOnlySpan<byte> Frame => _frame;

    public IReadOnlyList<FoundLayer> Layers => _layers;

    /// <summary>Is the frame's link type one that this library has a definition for?</summary>
    public bool IsKnownLink { get; private set; }

    public static FrameDissection Of(LinkType linkType, byte[] frame)
    {
        var dissection = new FrameDissection(frame);
        Packet.Walk(linkType, frame, ref dissection);
        dissection.IsKnownLink = dissection._layers.Count > 0;
        LinkTrailers.Find(dissection._layers, frame.Length);
        return dissection;
    }

    /// <summary>Walks a packet within a message.</summary>
    public void Quote<T>(int offset, int length) where T : allows ref struct
    {
        if (_depth == MostDepth)
            return;
        var (start, end, lower, below) = (_start, _end, _lower, _below);
        (_start, _end, _lower, _below) = (offset, offset + length, null, default);
        _depth++;
        var self = this;
        Packet.Walk(typeof(T) == typeof(IPv6) ? EtherType.IPv6 : EtherType.IPv4, _frame.AsSpan(offset, length), ref self);
        _depth--;
        (_start, _end, _lower, _below) = (start, end, lower, below);
    }

    void ILayerVisitor.Layer<T>(scoped in T message, int offset, ParseResult result)
    {
        int at = _start + offset;
        int limit = _lower?.PayloadEnd ?? _end;
        int end = result ? at + result.BytesConsumed : limit;
        var layer = new FoundLayer(T.Description.Name, at, _depth > 0) { IsCut = !result || (_lower is { IsCut: true } && !HasLength<T>()), PayloadStart = end, PayloadEnd = end, End = end };
        _layers.Add(layer);
        var fields = new FieldCollector(this, layer, at, "", ComputedFields<T>.Names);
        message.Visit(ref fields);
        var bytes = _frame.AsSpan(at, end - at);
        layer.WriteFault = WriteBack.Check(in message, bytes);
        layer.ChecksumIsValid = Checksums.Check<T>(bytes, _below, layer.IsCut);
        _below = message.GetPseudoHeader(_below);
        // The other reader has no layer of its own for SNAP.
        if (typeof(T) == typeof(Snap) && _lower?.Message == nameof(Llc))
            _lower.Absorb(layer);
        _lower = layer;
    }

    void ILayerVisitor.Malformed<T>(ReadOnlySpan<byte> bytes, int offset, ParseResult result)
    {
        int at = _start + offset;
        _layers.Add(new(T.Description.Name, at, _depth > 0) { Fault = result.Describe<T>(), PayloadStart = at, PayloadEnd = at + bytes.Length, End = at + bytes.Length });
    }

    // A segment has no layers above it: where messages begin is only known in the stream. The other reader looks at each as if one began there.
    void ILayerVisitor.Rest(ReadOnlySpan<byte> bytes, int offset)
    {
        if (_lower is not { Message: nameof(Tcp) } tcp || !IsDnsPort(tcp.Find(nameof(Tcp.SourcePort))) && !IsDnsPort(tcp.Find(nameof(Tcp.DestinationPort))))
            return;
        ILayerVisitor visitor = this;
        for (int at = 0; at < bytes.Length;)
        {
            var rest = bytes[at..];
            var result = DnsOverTcp.TryParse(rest, out var message);
            if (!result && (result.Status != System.Buffers.OperationStatus.NeedMoreData || !DnsOverTcp.TryParseHeader(rest, out message)))
            {
                visitor.Malformed<DnsOverTcp>(rest, offset + at, result);
                break;
            }
            _lower = tcp;
            visitor.Layer(in message, offset + at, result);
            if (!result)
                break;
            at += result.BytesConsumed;
        }
    }

    private static bool IsDnsPort(FieldValue? port) => port?.Number == (uint)TcpPort.Dns;

    // What says itself how long it is is whole if it parses, also where more was promised below.
    private static bool HasLength<T>() where T : allows ref struct => typeof(T) == typeof(IPv4) || typeof(T) == typeof(IPv6) || typeof(T) == typeof(Udp);
}
