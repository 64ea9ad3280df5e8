using Codecs.Protocols;

namespace Codecs.Conformance.Mappings;

/// <summary>ICMP, IGMP and ICMPv6, with neighbor discovery and multicast listener discovery.</summary>
internal static class ControlMappings
{
    // Both readers show these with their places.
    private static readonly Dictionary<string, string> s_extensions = new()
    {
        ["icmp.ext.length"] = "Body.Extensions.Objects.Length",
        ["icmp.ext.class"] = "Body.Extensions.Objects.Class",
        ["icmp.ext.ctype"] = "Body.Extensions.Objects.CType",
        ["icmp.ext.data"] = "Body.Extensions.Objects.Data",
        ["icmp.ext.checksum"] = "Body.Extensions.Checksum",
    };

    public static IEnumerable<ProtocolMapping> All =>
    [
        new("icmp", last: "rest", Extent.Message, nameof(Icmp))
        {
            { "type", nameof(Icmp.Type) },
            { "code", nameof(Icmp.Code) },
            { "checksum", nameof(Icmp.Checksum) },
            { "checksum_ok", Rule.Checksum },
            { "rest", Rule.Start(nameof(Icmp.Body), 4) },
            { "ident", "Body.Identifier" },
            { "seq", "Body.SequenceNumber" },
            { "gateway", "Body.Gateway" },
            { "mtu", "Body.NextHopMtu" },
            s_extensions,
            new Dictionary<string, string>
            {
                ["icmp.originate_timestamp"] = "Body.OriginateTimestamp",
                ["icmp.receive_timestamp"] = "Body.ReceiveTimestamp",
                ["icmp.transmit_timestamp"] = "Body.TransmitTimestamp",
                ["icmp.pointer"] = "Body.Pointer",
                ["icmp.address_mask"] = "Body.AddressMask",
                ["icmp.num_addrs"] = "Body.AddressCount",
                ["icmp.addr_entry_size"] = "Body.AddressEntrySize",
                ["icmp.lifetime"] = "Body.Lifetime",
                ["icmp.router_address"] = "Body.Entries.Address",
                ["icmp.pref_level"] = "Body.Entries.PreferenceLevel",
            },
        },
        new("igmp", last: "checksum", Extent.Message, nameof(Igmp))
        {
            { "type", nameof(Igmp.Type) },
            { "max_resp", nameof(Igmp.MaximumResponseCode) },
            { "checksum", nameof(Igmp.Checksum) },
            { "checksum_ok", Rule.Checksum },
            { "group", "Body.GroupAddress", "Body.Records.MulticastAddress" },
            new Dictionary<string, string>
            {
                ["igmp.maddr"] = "Body.GroupAddress|Body.Records.MulticastAddress",
                ["igmp.qqic"] = "Body.Version3.QueryIntervalCode",
                ["igmp.num_src"] = "Body.Version3.NumberOfSources|Body.Records.NumberOfSources",
                ["igmp.saddr"] = "Body.Version3.Sources[]|Body.Records.Sources[]",
                ["igmp.num_grp_recs"] = "Body.NumberOfRecords",
                ["igmp.record_type"] = "Body.Records.Type",
                ["igmp.aux_data_len"] = "Body.Records.AuxiliaryDataLength",
            },
        },
        new("icmpv6", last: "checksum", Extent.Message, nameof(Icmpv6))
        {
            { "type", nameof(Icmpv6.Type) },
            { "code", nameof(Icmpv6.Code) },
            { "checksum", nameof(Icmpv6.Checksum) },
            { "checksum_ok", Rule.Checksum },
            { "rest", Rule.Start(nameof(Icmpv6.Body), 4) },
            { "ident", "Body.Identifier" },
            { "seq", "Body.SequenceNumber" },
            { "mtu", "Body.Mtu" },
            { "target", "Body.TargetAddress" },
            { "destination", "Body.DestinationAddress" },
            { "na_flags", "Body.Router", "Body.Solicited", "Body.Override", "Body.Reserved" },
            { "ra_flags", "Body.ManagedAddressConfiguration", "Body.OtherConfiguration", "Body.HomeAgent", "Body.DefaultRouterPreference", "Body.Proxy", "Body.Reserved" },
            { "cur_hop_limit", "Body.CurHopLimit" },
            { "router_lifetime", "Body.RouterLifetime" },
            { "reachable_time", "Body.ReachableTime" },
            { "retrans_timer", "Body.RetransTimer" },
            { "mc_address", "Body.MulticastAddress" },
            { "opts", Rule.Options("Body.Options", nameof(NdpOption.Type), end: -1) },
            s_extensions,
            new Dictionary<string, string>
            {
                ["icmpv6.pointer"] = "Body.Pointer",
                ["icmpv6.mld.maximum_response_delay"] = "Body.MaximumResponseCode",
                ["icmpv6.mld.maximum_response_code"] = "Body.MaximumResponseCode",
                ["icmpv6.mld.qqi"] = "Body.Version2.QueryIntervalCode",
                ["icmpv6.mld.nb_sources"] = "Body.Version2.NumberOfSources",
                ["icmpv6.mld.source_address"] = "Body.Version2.Sources[]",
                ["icmpv6.mldr.nb_mcast_records"] = "Body.NumberOfRecords",
                ["icmpv6.mldr.mar.record_type"] = "Body.Records.Type",
                ["icmpv6.mldr.mar.aux_data_len"] = "Body.Records.AuxiliaryDataLength",
                ["icmpv6.mldr.mar.nb_sources"] = "Body.Records.NumberOfSources",
                ["icmpv6.mldr.mar.multicast_address"] = "Body.Records.MulticastAddress",
                ["icmpv6.mldr.mar.source_address"] = "Body.Records.Sources[]",
                ["icmpv6.mldr.mar.auxiliary_data"] = "Body.Records.AuxiliaryData",
                ["icmpv6.opt.prefix.valid_lifetime"] = "Body.Options.Data.ValidLifetime",
                ["icmpv6.opt.prefix.preferred_lifetime"] = "Body.Options.Data.PreferredLifetime",
                ["icmpv6.opt.prefix.length"] = "Body.Options.Data.PrefixLength",
                ["icmpv6.opt.prefix"] = "Body.Options.Data.Prefix",
                ["icmpv6.opt.mtu"] = "Body.Options.Data.Mtu",
                ["icmpv6.opt.route_lifetime"] = "Body.Options.Data.RouteLifetime",
                ["icmpv6.opt.rdnss.lifetime"] = "Body.Options.Data.Lifetime",
                ["icmpv6.opt.rdnss"] = "Body.Options.Data.Addresses[]",
                ["icmpv6.opt.dnssl.lifetime"] = "Body.Options.Data.Lifetime",
                ["icmpv6.opt.redirected_packet"] = "Body.Options.Data.Original",
            },
        },
    ];
}
