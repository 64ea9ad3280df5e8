using Codecs.Conformance.Comparison;

namespace Codecs.Conformance;

/// <summary>Differences that are understood, and are in order. The other reader is tshark 4.0.17.</summary>
internal static class Explained
{
    private static readonly Explanation[] s_all =
    [
        // Captures

        new("tshark refuses a whole file for a link type that it does not know (DSA and Broadcom tags, Juniper, MFR).")
        {
            Layers = ["frame"], Fields = ["layer"],
            When = d => d.Found is "frame of link type 132" or "frame of link type 164" or "frame of link type 182"
                or "frame of link type 281" or "frame of link type 282" or "frame of link type 284" or "frame of link type 285",
        },
        new("Captures packed by xz are not unpacked: .NET has no reader for them.") { Capture = "*.xz", Layers = ["frame"], Fields = ["layer"] },
        new("The record has a fraction of more than a second, or with the top bit set: tshark prints it as it is, here it is carried over.")
        {
            Layers = ["frame"], Fields = ["time"], When = d => d.Capture is "linktype/tcpdump__timestamp_invalid_micro.pcap" or "linktype/tcpdump__timestamp_invalid_nano.pcap" or "udp/tcpdump__rx_serviceid_oobr.pcap",
        },

        // What a frame is

        new("tshark takes destinations 01:00:0c:00:00 for Cisco ISL, and locally administered ones of a certain form for Cisco FabricPath; here they are Ethernet frames like any other.")
        {
            Layers = ["ethernet", "llc"], Fields = ["layer"], When = d => First(d) is "isl" or "cfp",
        },
        new("Novell's raw 802.3 frames have IPX where LLC should be; tshark knows them by IPX's checksum FFFF.")
        {
            Layers = ["llc"], Fields = ["layer"], When = d => Has(d, "ipx"),
        },
        new("A length from 1501 to 1535 is neither length nor type: tshark stops there, here it is read as a length.")
        {
            Layers = ["llc"], Fields = ["layer"], When = d => d.Context?.HasError("Invalid length/type") == true,
        },
        new("A length of 0 bounds the payload like any other; tshark takes it for a type.")
        {
            Capture = "llc/odd-frames.pcap", Frames = [19], Layers = ["ethernet"], Fields = ["trailer"],
        },
        new("tshark takes the trailer for F5's (a heuristic for what is behind TCP).")
        {
            Layers = ["vlan", "ethernet"], Fields = ["trailer"], When = d => Has(d, "f5ethtrailer"),
        },
        new("The length ends the LLC header before SNAP; tshark gives the layer SNAP's 5 bytes all the same, and calls the frame malformed.")
        {
            Capture = "llc/odd-frames.pcap", Frames = [16, 17], Layers = ["llc"], Fields = ["len"],
        },
        new("After address FF the control field is always 03 (RFC 1662 section 3.1); these broken frames have something else, and tshark takes it.")
        {
            Layers = ["ppp"], When = d => d.Capture is "ppp/tcpdump__ppp_error_hexdump.pcap" or "ppp/tcpdump__ppp_ip_udp_dns.pcap",
        },

        new("tshark shows no padding behind PPP over Ethernet.")
        {
            Layers = ["ethernet"], Fields = ["trailer"], When = d => d.Expected == "none" && (Has(d, "pppoe_session") || Has(d, "pppoe_discovery")),
        },
        new("The text of this PAP reply goes on behind the end of the packet (made for the purpose); tshark shows its length.") { Capture = "ppp/tcpdump__truncated-aack.pcap", Layers = ["pap"] },
        new("tshark takes WCCP's redirect header, 4 bytes, for a part of GRE's.") { Capture = "tunnel/tcpdump__wccp_redirect_gre.pcap", Layers = ["gre", "ipv4", "tcp"], Fields = ["len", "layer"] },
        new("The source routes of this header go on behind the end of the packet (made for the purpose).") { Capture = "tunnel/tcpdump__gre-heapoverflow-2.pcap", Layers = ["gre"], Fields = ["layer"] },

        // IPv4 and IPv6

        new("A packet of version 6 with the link type of IPv4: tshark reads it by its version.") { Capture = "dns/tcpdump__LINKTYPE_IPV4_invalid.pcap", Fields = ["layer"] },
        new("tshark does not list options that it has no name for.") { Capture = "ipv4/other-options.pcap", Frames = [13], Layers = ["ipv4"], Fields = ["opts"] },
        new("A payload length of 0 without jumbo payload is an empty payload (RFC 8200 section 3); tshark starts ICMPv6 with no bytes and calls it malformed.")
        {
            Capture = "icmpv6/tcpdump__icmpv6-length-zero.pcapng", Layers = ["icmpv6"], Fields = ["layer"],
        },
        new("Hop-by-hop options without the jumbo payload that the payload length 0 promises: tshark stops, and calls the rest a trailer.")
        {
            Capture = "ipv6ext/tcpdump__ipv6_missing_jumbo_payload_option.pcap", Layers = ["ethernet"], Fields = ["trailer"],
        },
        new("tshark stops at an option whose content it finds wrong (CALIPSO of 4 bytes).")
        {
            Capture = "ipv6ext/tcpdump__ipv6-too-long-jumbo.pcap", Layers = ["ipv6_hopopts"], Fields = ["opts"],
        },
        new("The header is longer than the payload of IPv6; the expectation goes on to the end of the frame.")
        {
            Capture = "ipv6ext/zeek__ipv6-mobility-dst-opts.pcap", Frames = [2], Layers = ["ipv6_dstopts"], Fields = ["options"],
        },

        // Transport

        new("A checksum coverage of 1 to 7 is an error (RFC 3828 section 3.1); tshark says so too, but goes on.")
        {
            Capture = "udp/damaged-lengths.pcap", Frames = [10], Layers = ["udplite"], Fields = ["layer"],
        },

        new("tshark begins another layer at each data chunk of SCTP but the first.") { Layers = ["sctp"], Fields = ["layer"], When = d => d.Expected == "present" && d.Context!.Layers.Any(layer => layer.Name == "sctp" && layer.Offset < d.Offset) },

        // Checksums

        new("The IP header promises more than there is: tshark sums what there is, here there is no verdict.")
        {
            Layers = ["tcp", "udp", "icmp"], Fields = ["checksum_ok"], When = d => d.Found == "unknown",
        },
        new("In a quoted packet tshark does not follow a routing header that is not used up.")
        {
            Layers = ["udp"], Fields = ["checksum_ok"],
            When = d => d.Context!.Layers.Any(layer => layer is { Name: "ipv6_routing", IsQuoted: true } && layer.Fields!.Value.GetProperty("segments_left").GetInt32() > 0),
        },
        new("The home address option has length 1; tshark takes the 16 bytes behind its header for the address all the same.")
        {
            Capture = "ipv6ext/zeek__ipv6-mobility-dst-opts.pcap", Frames = [3], Layers = ["udp"], Fields = ["checksum_ok"],
        },

        // Modbus

        new("A request whose counts contradict each other, and a response with less than it says: tshark shows the counts, here the data is opaque.")
        {
            Layers = ["modbus"], When = d => d.Found == "absent" && d.Capture is "modbus/zeek__4SICS-GeekLounge-151022-min.pcap" or "modbus/zeek__fuzz-1011.pcap",
        },

        new("A datagram of nothing but X: more than 28 bytes follow the timestamps, and are no extension field (RFC 7822 section 7.5), so it is no time; tshark takes four of them for a key.")
        {
            Capture = "udp/zeek__fragmented-1.pcap", Layers = ["ntp"], When = d => d.Found == "absent",
        },

        // CoAP

        new("A block option without bytes is block 0 of 16 bytes (RFC 7252 section 3.2); tshark shows the byte before it as its parts.")
        {
            Layers = ["coap"], Fields = ["coap.opt.block_mflag", "coap.opt.block_size"], When = d => d.Found == "absent",
        },
        new("The expectation calls the last message with a block derived, since tshark puts the blocks together there, and so does not take part in the comparison.")
        {
            Capture = "coap/libcoap.pcap", Frames = [32, 39], Layers = ["coap"], Fields = ["layer"],
        },

        // NTP

        new("Pairs of numbers in the data of a control message, which tshark calls as the fields of its header.")
        {
            Capture = "ipv6/tcpdump__ntp-control.pcap", Layers = ["ntp"], Fields = ["ntp.ctrl.associd", "ntp.ctrl.status"], When = d => d.Found == "absent",
        },
        new("The expectation calls the layer derived, since tshark reads its data as fields again, and so does not take part in the comparison.")
        {
            Capture = "ipv6/tcpdump__ntp-control.pcap", Frames = [2], Layers = ["ntp"], Fields = ["layer"], When = d => d.Expected == "absent",
        },
        new("Items in the data of a private message, which tshark calls as the fields of others.")
        {
            Capture = "udp/tcpdump__ntp-mode7.pcap", Layers = ["ntp"], Fields = ["ntp.stratum", "ntp.ppoll", "ntp.precision"], When = d => d.Found == "absent",
        },

        // ICMP

        new("Extensions without a length field (RFC 4884 section 5.5, routers from before it) are left in the quoted packet.")
        {
            Layers = ["icmp"], When = d => d.Field.StartsWith("icmp.ext.", StringComparison.Ordinal) && d.Found == "absent"
                && (d.Capture is "ppp/tcpdump__mpls-traceroute.pcap" or "ppp/tcpdump__icmp-rfc5837.pcap" or "ppp/tcpdump__icmp-cksum-oobr-2.pcap" or "ppp/tcpdump__icmp-cksum-oobr-4.pcapng"
                    || (d.Capture == "icmp/extensions-interface-information.pcap" && d.Frame == 7)),
        },
        new("An extension object that claims more than there is ends the list; tshark shows its header (ping's own data, or made for the purpose).")
        {
            When = d => d.Field.StartsWith("icmp.ext.", StringComparison.Ordinal) && d.Found == "absent"
                && d.Capture is "icmp/tcpdump__icmp-rfc8335.pcap" or "icmpv6/tcpdump__icmp6-rfc8335.pcap" or "icmp/tcpdump__icmp_ext_oob_poc.pcap",
        },
        new("tshark ends a quoted echo after its header.") { Capture = "icmp/redirect.pcap", Layers = ["icmp"], Fields = ["len"], When = d => d.Expected == "8" },
        new("Only in queries is it a delay (RFC 2710 section 3.4); in reports it is reserved.")
        {
            Layers = ["icmpv6"], Fields = ["icmpv6.mld.maximum_response_delay"], When = d => d.Expected.StartsWith("0000 ", StringComparison.Ordinal) && d.Found == "absent",
        },
        new("DVMRP and version 1 of PIM are types of IGMP; tshark calls them by their own names.")
        {
            Layers = ["igmp"], Fields = ["layer"], When = d => d.Expected == "absent" && (Has(d, "dvmrp") || Has(d, "pim")),
        },
        new("The trace of the way of multicast has no definition.") { Capture = "igmp/tcpdump__mtrace.pcap", Layers = ["igmp"], Fields = ["group", "igmp.maddr"] },
        new("Mobile prefix advertisements (RFC 6275) have no definition.") { Capture = "icmpv6/pcap4j__IcmpV6MobilePrefixAdvertisementPacketTest.pcap", Layers = ["icmpv6"] },

        // DNS

        new("tshark finds DNS on other ports by what it looks like (once on 443, and where it is SOME/IP in truth).")
        {
            Layers = ["dns"], Fields = ["layer"],
            When = d => d.Capture is "dns/tcpdump__dns_udp_8053.pcap" or "dns/tcpdump__someip1.pcap" or "dns/zeek__vector-max-size-crash.pcap",
        },
        new("What follows the message in the datagram is no part of it.")
        {
            Layers = ["dns"], Fields = ["len"], When = d => d.Capture is "dns/dnscap__dnspad.pcap" or "icmpv6/zeek__Teredo.pcap",
        },
        new("An EDNS option has one byte, which is none; tshark takes the other three from the next record.") { Capture = "dns/zeek__dns-edns-bad-length.pcap", Layers = ["dns"], Fields = ["ar"] },
        new("A name that points to itself is none, and so nothing is the message; tshark says so of the name, and goes on.")
        {
            Capture = "dns/zeek__dns-invalid-names.pcap", Frames = [2], Layers = ["dns"], Fields = ["layer"],
        },
    ];

    /// <summary>Why a difference is in order; null if that is not known.</summary>
    public static Explanation? Find(Difference difference) => Array.Find(s_all, explanation => explanation.IsFor(difference));

    private static string? First(Difference difference) => difference.Context?.Layers.FirstOrDefault()?.Name;

    private static bool Has(Difference difference, string layer) => difference.Context?.Layers.Any(other => other.Name == layer) == true;
}
