using Codecs.Protocols;

namespace Codecs.Conformance.Dissection;

/// <summary>The checksums of the layers that have one.</summary>
internal static class Checksums
{
    /// <summary>Is the checksum of the message at the start of the bytes right? Null if it has none, or if that cannot be told because the message is cut.</summary>
    public static bool? Check<T>(ReadOnlySpan<byte> bytes, PseudoHeader below, bool isCut) where T : allows ref struct
    {
        // It covers the header alone.
        if (typeof(T) == typeof(IPv4))
            return IPv4.TryParseHeader(bytes, out var ipv4) && ipv4.HeaderChecksumIsValid;
        if (isCut)
            return null;
        if (typeof(T) == typeof(Tcp))
            return Tcp.TryParse(bytes, out var tcp) && tcp.ChecksumIsValid(below);
        if (typeof(T) == typeof(Udp))
            return Udp.TryParse(bytes, out var udp) && udp.ChecksumIsValid(below);
        if (typeof(T) == typeof(UdpLite))
            return UdpLite.TryParse(bytes, out var udpLite) && udpLite.ChecksumIsValid(below);
        if (typeof(T) == typeof(Sctp))
            return Sctp.TryParse(bytes, out var sctp) && sctp.ChecksumIsValid;
        if (typeof(T) == typeof(Icmp))
            return Icmp.TryParse(bytes, out var icmp) && icmp.ChecksumIsValid;
        if (typeof(T) == typeof(Igmp))
            return Igmp.TryParse(bytes, out var igmp) && igmp.ChecksumIsValid;
        if (typeof(T) == typeof(Icmpv6))
            return Icmpv6.TryParse(bytes, out var icmpv6) && icmpv6.ChecksumIsValid(below);
        return null;
    }
}
