using Codecs.Protocols;

namespace Codecs.Conformance.Mappings;

/// <summary>Link layers and address resolution.</summary>
internal static class LinkMappings
{
    public static IEnumerable<ProtocolMapping> All =>
    [
        new("ethernet", last: "type|length", nameof(Ethernet))
        {
            { "dst", nameof(Ethernet.Destination) },
            { "src", nameof(Ethernet.Source) },
            { "type", nameof(Ethernet.TypeOrLength) },
            { "length", nameof(Ethernet.TypeOrLength) },
            { "trailer", Rule.Trailer },
        },
        Vlan("vlan"),
        Vlan("ieee8021ad"),
        new("llc", last: "control", nameof(Llc))
        {
            { "dsap", nameof(Llc.Dsap) },
            { "ssap", nameof(Llc.Ssap) },
            { "control", nameof(Llc.Control), nameof(Llc.ReceiveControl) },
            { "oui", nameof(Snap.Organization) },
            { "pid", nameof(Snap.ProtocolId) },
        },
        new("sll", last: "protocol", nameof(LinuxSll), nameof(LinuxSll2))
        {
            { "packet_type", nameof(LinuxSll.PacketType) },
            { "hatype", nameof(LinuxSll.HardwareType) },
            { "halen", nameof(LinuxSll.AddressLength) },
            { "ifindex", nameof(LinuxSll2.InterfaceIndex) },
            { "protocol", nameof(LinuxSll.Protocol) },
            { "address", Rule.Used(nameof(LinuxSll.AddressField), nameof(LinuxSll.AddressLength)) },
            { "unused", Rule.Unused(nameof(LinuxSll.AddressField), nameof(LinuxSll.AddressLength)) },
            { "trailer", Rule.Trailer },
        },
        new("null", last: "family", nameof(BsdLoopback), nameof(OpenBsdLoopback))
        {
            { "family", Rule.EitherOrder(nameof(BsdLoopback.FamilyField), nameof(OpenBsdLoopback.Family)) },
        },
        new("ppp", last: "protocol", nameof(Ppp))
        {
            { "address", Rule.Bits(8, 8, nameof(Ppp.AddressControl)) },
            { "control", Rule.Bits(0, 8, nameof(Ppp.AddressControl)) },
            { "protocol", nameof(Ppp.ProtocolField) },
        },
        new("arp", last: "tpa", nameof(Arp))
        {
            { "htype", nameof(Arp.HardwareType) },
            { "ptype", nameof(Arp.ProtocolType) },
            { "hlen", nameof(Arp.HardwareLength) },
            { "plen", nameof(Arp.ProtocolLength) },
            { "oper", nameof(Arp.Operation) },
            { "sha", nameof(Arp.SenderHardwareAddress) },
            { "spa", nameof(Arp.SenderProtocolAddress) },
            { "tha", nameof(Arp.TargetHardwareAddress) },
            { "tpa", nameof(Arp.TargetProtocolAddress) },
        },
    ];

    private static ProtocolMapping Vlan(string layer) => new(layer, last: "type|length", nameof(Protocols.Vlan))
    {
        { "pcp", nameof(Protocols.Vlan.PriorityCodePoint) },
        { "dei", nameof(Protocols.Vlan.DropEligible) },
        { "vid", nameof(Protocols.Vlan.VlanIdentifier) },
        { "type", nameof(Protocols.Vlan.TypeOrLength) },
        { "length", nameof(Protocols.Vlan.TypeOrLength) },
        { "trailer", Rule.Trailer },
    };
}
