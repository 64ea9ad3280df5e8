using Codecs.Protocols;

namespace Codecs.Conformance.Mappings;

/// <summary>GRE, MPLS, VXLAN.</summary>
internal static class TunnelMappings
{
    public static IEnumerable<ProtocolMapping> All =>
    [
        new("gre", last: "protocol", nameof(Gre))
        {
            { "flags", nameof(Gre.ChecksumPresent), nameof(Gre.RoutingPresent), nameof(Gre.KeyPresent), nameof(Gre.SequenceNumberPresent), nameof(Gre.StrictSourceRoute), nameof(Gre.RecursionControl), nameof(Gre.AcknowledgmentNumberPresent), "Reserved0", nameof(Gre.Version) },
            { "protocol", nameof(Gre.ProtocolType) },
            { "checksum", nameof(Gre.Checksum) },
            { "key", nameof(Gre.Key) },
            { "seq", nameof(Gre.SequenceNumber) },
        },
        new("mpls", last: "ttl", nameof(Mpls))
        {
            { "label", nameof(Mpls.Label) },
            { "tc", nameof(Mpls.TrafficClass) },
            { "s", nameof(Mpls.BottomOfStack) },
            { "ttl", nameof(Mpls.TimeToLive) },
        },
        // The other reader shows where it is, and what it carries.
        new("vxlan", last: "none", nameof(Vxlan)),
    ];
}
