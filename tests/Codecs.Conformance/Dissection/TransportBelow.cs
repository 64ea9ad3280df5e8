using Codecs.Protocols;

namespace Codecs.Conformance.Dissection;

/// <summary>What the checksum of a transport layer covers of the layers below it.</summary>
internal struct TransportBelow
{
    public PseudoHeader PseudoHeader { get; private set; }

    /// <summary>Takes the next layer into account.</summary>
    public void Add<T>(ReadOnlySpan<byte> bytes) where T : allows ref struct
    {
        if (typeof(T) == typeof(IPv4) && IPv4.TryParseHeader(bytes, out var ipv4))
            PseudoHeader = ipv4.PseudoHeader;
        else if (typeof(T) == typeof(IPv6) && IPv6.TryParseHeader(bytes, out var ipv6))
            PseudoHeader = ipv6.PseudoHeader;
    }
}
