using Codecs.Protocols;

namespace Codecs.Capture.Streams;

/// <summary>Finds the innermost addresses and the TCP header of a frame.</summary>
internal ref struct TcpSegmentVisitor : ILayerVisitor
{
    // Where a header leaves it to the frame how long the segment is, as under segmentation offload: more is not one segment.
    private const int MostBytes = 1 << 20;
    private const int IPv6HeaderLength = 40;
    private const byte LargestWindowShift = 14;

    private readonly ReadOnlySpan<byte> _frame;
    private readonly int _originalLength;

    private IPv4Address _source4, _destination4;
    private IPv6Address _source6, _destination6;
    private bool _isIPv4;
    private bool _isFragment;
    private bool _carriesTcp;
    private int _end;
    private Tcp _tcp;
    private int _payloadOffset;

    public TcpSegmentVisitor(ReadOnlySpan<byte> frame, uint originalLength)
    {
        _frame = frame;
        _originalLength = (int)Math.Clamp(originalLength, (uint)frame.Length, Math.Max((uint)frame.Length, MostBytes));
        _end = _originalLength;
    }

    public TcpFrameContent Content { get; private set; }

    public readonly TcpSegment ToSegment(long number, CaptureTimestamp? timestamp)
    {
        int captured = _payloadOffset + _tcp.Payload.Length;
        return new()
        {
            Source = _isIPv4 ? new(_source4, _tcp.SourcePort) : new(_source6, _tcp.SourcePort),
            Destination = _isIPv4 ? new(_destination4, _tcp.DestinationPort) : new(_destination6, _tcp.DestinationPort),
            SequenceNumber = _tcp.SequenceNumber,
            AcknowledgmentNumber = _tcp.AcknowledgmentNumber,
            Flags = _tcp.Flags,
            Window = _tcp.Window,
            WindowScale = (_tcp.Flags & TcpFlags.Syn) != 0 ? FindWindowScale() : null,
            Payload = _tcp.Payload,
            // Only what the frame had on the wire and does not have here is missing: a length alone proves nothing.
            MissingLength = captured >= _frame.Length ? Math.Max(0, _end - captured) : 0,
            Frame = number,
            Timestamp = timestamp,
        };
    }

    void ILayerVisitor.Layer<T>(scoped in T message, int offset, ParseResult result)
    {
        // Decided when this is compiled for T: each instance is one of these.
        if (typeof(T) == typeof(IPv4))
            Enter4(offset);
        else if (typeof(T) == typeof(IPv6))
            Enter6(offset);
        else if (typeof(T) == typeof(IPv6Fragment))
            EnterFragment(offset);
        else if (typeof(T) == typeof(IPv6Routing))
            EnterRouting(offset);
        else if (typeof(T) == typeof(Tcp))
            EnterTcp(offset, result);
    }

    void ILayerVisitor.Malformed<T>(ReadOnlySpan<byte> bytes, int offset, ParseResult result)
    {
        if (typeof(T) == typeof(Tcp))
            Content = _isFragment ? TcpFrameContent.Fragment : TcpFrameContent.Malformed;
    }

    void ILayerVisitor.Rest(ReadOnlySpan<byte> bytes, int offset)
    {
        // Of a fragment that is not the first there is no header, only the number of the protocol.
        if (_isFragment && Content == TcpFrameContent.None && _carriesTcp)
            Content = TcpFrameContent.Fragment;
    }

    private void Enter4(int offset)
    {
        if (!IPv4.TryParseHeader(_frame[offset..], out var ip))
            return;
        _isIPv4 = true;
        _source4 = ip.Source;
        _destination4 = ip.FinalDestination;
        _isFragment |= ip.IsFragment;
        _carriesTcp = ip.Protocol == IpProtocol.Tcp;
        if (ip.TotalLength != 0)
            Bound(offset + ip.TotalLength);
    }

    private void Enter6(int offset)
    {
        if (!IPv6.TryParseHeader(_frame[offset..], out var ip))
            return;
        _isIPv4 = false;
        _source6 = ip.Source;
        _destination6 = ip.Destination;
        if (ip.PayloadLength != 0 || ip.NextHeader != IpProtocol.HopByHop)
            Bound(offset + IPv6HeaderLength + ip.PayloadLength);
    }

    private void EnterFragment(int offset)
    {
        if (!IPv6Fragment.TryParseHeader(_frame[offset..], out var fragment))
            return;
        _isFragment |= fragment.FragmentOffset != 0 || fragment.MoreFragments;
        _carriesTcp = fragment.NextHeader == IpProtocol.Tcp;
    }

    private void EnterRouting(int offset)
    {
        if (IPv6Routing.TryParseHeader(_frame[offset..], out var routing) && routing.FinalDestination is { } destination)
            _destination6 = destination;
    }

    private void EnterTcp(int offset, ParseResult result)
    {
        var bytes = result ? _frame.Slice(offset, result.BytesConsumed) : _frame[offset..];
        if (_isFragment)
            Content = TcpFrameContent.Fragment;
        else if (!Tcp.TryParseHeader(bytes, out _tcp))
            Content = TcpFrameContent.Malformed;
        else
        {
            Content = TcpFrameContent.Segment;
            _payloadOffset = offset + _tcp.DataOffset * 4;
        }
    }

    private void Bound(int end) => _end = Math.Min(_end, end);

    private readonly byte? FindWindowScale()
    {
        foreach (var option in _tcp.Options)
        {
            if (option.TryGet(out TcpWindowScale scale))
                return scale.Shift;
        }
        // If it may be among what was not captured: the largest, so that no window is taken for smaller than it is.
        return _payloadOffset > _frame.Length ? LargestWindowShift : null;
    }
}
