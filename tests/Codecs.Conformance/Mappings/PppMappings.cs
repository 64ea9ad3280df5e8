using Codecs.Protocols;

namespace Codecs.Conformance.Mappings;

/// <summary>PPP's control and authentication protocols, and PPP over Ethernet.</summary>
internal static class PppMappings
{
    public static IEnumerable<ProtocolMapping> All =>
    [
        new("pppoe_session", last: "length", nameof(PppoeSession))
        {
            { "version", nameof(PppoeSession.Version) },
            { "type", nameof(PppoeSession.Type) },
            { "code", nameof(PppoeSession.Code) },
            { "session", nameof(PppoeSession.SessionId) },
            { "length", nameof(PppoeSession.Length) },
        },
        new("pppoe_discovery", last: "length", Extent.Message, nameof(PppoeDiscovery))
        {
            { "version", nameof(PppoeDiscovery.Version) },
            { "type", nameof(PppoeDiscovery.Type) },
            { "code", nameof(PppoeDiscovery.Code) },
            { "session", nameof(PppoeDiscovery.SessionId) },
            { "length", nameof(PppoeDiscovery.Length) },
            new Dictionary<string, string>
            {
                ["pppoed.tags"] = "Tags",
                ["pppoed.tags.max_payload"] = "Tags.Value.Value",
                ["pppoed.tags.host_uniq"] = "Tags.Value",
                ["pppoed.tags.ac_name"] = "Tags.Value",
                ["pppoed.tags.ac_cookie"] = "Tags.Value",
            },
        },
        Control("lcp", nameof(Lcp), new()
        {
            ["lcp.magic_number"] = "Data.MagicNumber",
            ["lcp.data"] = "Data.Data",
            ["lcp.opt.magic_number"] = "Data.Options.Data.Value",
            ["lcp.opt.mru"] = "Data.Options.Data.Value",
            ["lcp.opt.mrru"] = "Data.Options.Data.Value",
            ["lcp.opt.auth_protocol"] = "Data.Options.Data.Protocol",
            ["lcp.opt.operation"] = "Data.Options.Data.Operation",
            ["lcp.opt.ep_disc_class"] = "Data.Options.Data.Class",
        }),
        Control("ipcp", nameof(Ipcp), new()
        {
            ["ipcp.opt.ip_address"] = "Data.Options.Data.Address",
            ["ipcp.opt.pri_dns_address"] = "Data.Options.Data.Address",
            ["ipcp.opt.sec_dns_address"] = "Data.Options.Data.Address",
            ["ipcp.opt.compress_proto"] = "Data.Options.Data.Protocol",
        }),
        Control("ipv6cp", nameof(Ipv6cp), new() { ["ipv6cp.interface_identifier"] = "Data.Options.Data.Value" }),
        new("pap", last: "none", nameof(Pap))
        {
            new Dictionary<string, string>
            {
                ["pap.code"] = nameof(Pap.Code),
                ["pap.identifier"] = nameof(Pap.Identifier),
                ["pap.length"] = nameof(Pap.Length),
                ["pap.peer_id.length"] = "Data.PeerIdLength",
                ["pap.peer_id"] = "Data.PeerId",
                ["pap.password.length"] = "Data.PasswordLength",
                ["pap.password"] = "Data.Password",
                ["pap.message.length"] = "Data.MessageLength",
            },
        },
    ];

    private static ProtocolMapping Control(string layer, string message, Dictionary<string, string> values)
    {
        values.Add("ppp.code", nameof(Lcp.Code));
        values.Add("ppp.identifier", nameof(Lcp.Identifier));
        values.Add("ppp.length", nameof(Lcp.Length));
        values.Add($"{layer}.opt.type", "Data.Options.Type");
        values.Add($"{layer}.opt.length", "Data.Options.Length");
        return new(layer, last: "none", message) { values };
    }
}
