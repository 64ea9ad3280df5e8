using Codecs.Protocols;

namespace Codecs.Capture.Streams;

/// <summary>Finds the innermost addresses and the SCTP packet of a frame.</summary>
internal ref struct SctpPacketVisitor(ReadOnlySpan<byte> frame) : ILayerVisitor
{
    private readonly ReadOnlySpan<byte> _frame = frame;
    private IPv4Address _source4, _destination4;
    private IPv6Address _source6, _destination6;
    private bool _isIPv4;
    private bool _isFragment;
    private Sctp _packet;

    public bool IsFound { get; private set; }

    public readonly Sctp Packet => _packet;

    public readonly IpEndpoint Source => _isIPv4 ? new(_source4, _packet.SourcePort) : new(_source6, _packet.SourcePort);

    public readonly IpEndpoint Destination => _isIPv4 ? new(_destination4, _packet.DestinationPort) : new(_destination6, _packet.DestinationPort);

    void ILayerVisitor.Layer<T>(scoped in T message, int offset, ParseResult result)
    {
        var rest = _frame[offset..];
        // Decided when this is compiled for T: each instance is one of these.
        if (typeof(T) == typeof(IPv4) && IPv4.TryParseHeader(rest, out var ip4))
        {
            _isIPv4 = true;
            (_source4, _destination4, _isFragment) = (ip4.Source, ip4.Destination, ip4.IsFragment);
        }
        else if (typeof(T) == typeof(IPv6) && IPv6.TryParseHeader(rest, out var ip6))
        {
            _isIPv4 = false;
            (_source6, _destination6, _isFragment) = (ip6.Source, ip6.Destination, false);
        }
        else if (typeof(T) == typeof(IPv6Fragment))
        {
            _isFragment = true;
        }
        else if (typeof(T) == typeof(Sctp) && !_isFragment)
        {
            IsFound = Sctp.TryParse(result ? rest[..result.BytesConsumed] : rest, out _packet);
        }
    }

    readonly void ILayerVisitor.Malformed<T>(ReadOnlySpan<byte> bytes, int offset, ParseResult result)
    {
    }

    readonly void ILayerVisitor.Rest(ReadOnlySpan<byte> bytes, int offset)
    {
    }
}
