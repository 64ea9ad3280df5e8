using Codecs.Protocols;

namespace Codecs.Conformance.Mappings;

/// <summary>IPv4, IPv6 and its extension headers, IPsec.</summary>
internal static class InternetMappings
{
    public static IEnumerable<ProtocolMapping> All =>
    [
        new("ipv4", last: "dst", nameof(IPv4))
        {
            { "version", nameof(IPv4.Version) },
            { "ihl", nameof(IPv4.HeaderLength) },
            { "dscp", nameof(IPv4.Dscp) },
            { "ecn", nameof(IPv4.Ecn) },
            { "total_length", nameof(IPv4.TotalLength) },
            { "id", nameof(IPv4.Identification) },
            { "flags", "ReservedFlag", nameof(IPv4.DontFragment), nameof(IPv4.MoreFragments) },
            { "fragment_offset", nameof(IPv4.FragmentOffset) },
            { "ttl", nameof(IPv4.TimeToLive) },
            { "protocol", nameof(IPv4.Protocol) },
            { "checksum", nameof(IPv4.HeaderChecksum) },
            { "checksum_ok", Rule.Checksum },
            { "src", nameof(IPv4.Source) },
            { "dst", nameof(IPv4.Destination) },
            { "options", nameof(IPv4.Options) },
            { "opts", Rule.Options(nameof(IPv4.Options), nameof(IPv4Option.Type)) },
        },
        new("ipv6", last: "dst", nameof(IPv6))
        {
            { "version", nameof(IPv6.Version) },
            { "traffic_class", nameof(IPv6.Dscp), nameof(IPv6.Ecn) },
            { "dscp", nameof(IPv6.Dscp) },
            { "ecn", nameof(IPv6.Ecn) },
            { "flow_label", nameof(IPv6.FlowLabel) },
            { "payload_length", nameof(IPv6.PayloadLength) },
            { "next_header", nameof(IPv6.NextHeader) },
            { "hop_limit", nameof(IPv6.HopLimit) },
            { "src", nameof(IPv6.Source) },
            { "dst", nameof(IPv6.Destination) },
        },
        new("ipv6_hopopts", last: "options", nameof(IPv6HopByHop))
        {
            { "next_header", nameof(IPv6HopByHop.NextHeader) },
            { "hdr_ext_len", nameof(IPv6HopByHop.HeaderExtensionLength) },
            { "options", nameof(IPv6HopByHop.Options) },
            { "opts", Rule.Options(nameof(IPv6HopByHop.Options), nameof(IPv6Option.Type), end: -1) },
        },
        new("ipv6_dstopts", last: "options", nameof(IPv6DestinationOptions))
        {
            { "next_header", nameof(IPv6DestinationOptions.NextHeader) },
            { "hdr_ext_len", nameof(IPv6DestinationOptions.HeaderExtensionLength) },
            { "options", nameof(IPv6DestinationOptions.Options) },
            { "opts", Rule.Options(nameof(IPv6DestinationOptions.Options), nameof(IPv6Option.Type), end: -1) },
        },
        new("ipv6_routing", last: "data", nameof(IPv6Routing))
        {
            { "next_header", nameof(IPv6Routing.NextHeader) },
            { "hdr_ext_len", nameof(IPv6Routing.HeaderExtensionLength) },
            { "routing_type", "Route.RoutingType" },
            { "segments_left", "Route.SegmentsLeft" },
            { "data", "Route.Data" },
        },
        new("ipv6_fragment", last: "id", nameof(IPv6Fragment))
        {
            { "next_header", nameof(IPv6Fragment.NextHeader) },
            { "reserved", "Reserved" },
            { "fragment_offset", nameof(IPv6Fragment.FragmentOffset) },
            { "reserved2", "Reserved2" },
            { "more", nameof(IPv6Fragment.MoreFragments) },
            { "id", nameof(IPv6Fragment.Identification) },
        },
        new("ah", last: "icv", nameof(Ah))
        {
            { "next_header", nameof(Ah.NextHeader) },
            { "payload_len", nameof(Ah.PayloadLength) },
            { "reserved", "Reserved" },
            { "spi", nameof(Ah.SecurityParametersIndex) },
            { "seq", nameof(Ah.SequenceNumber) },
            { "icv", nameof(Ah.IntegrityCheckValue) },
        },
        new("esp", last: "seq", Extent.Message, nameof(Esp))
        {
            { "spi", nameof(Esp.SecurityParametersIndex) },
            { "seq", nameof(Esp.SequenceNumber) },
        },
    ];
}
