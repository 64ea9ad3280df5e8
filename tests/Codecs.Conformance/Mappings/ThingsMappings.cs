using Codecs.Protocols;

namespace Codecs.Conformance.Mappings;

/// <summary>Modbus over TCP, NTP, CoAP, DHCP.</summary>
internal static class ThingsMappings
{
    public static IEnumerable<ProtocolMapping> All =>
    [
        new("mbtcp", last: "unit", Extent.Message, nameof(ModbusTcpRequest), nameof(ModbusTcpResponse))
        {
            { "transaction", nameof(ModbusTcpRequest.TransactionIdentifier) },
            { "protocol", nameof(ModbusTcpRequest.ProtocolIdentifier) },
            { "length", nameof(ModbusTcpRequest.Length) },
            { "unit", nameof(ModbusTcpRequest.UnitIdentifier) },
        },
        // The function and its data, which the other reader takes for a layer.
        new("modbus", last: "function", Extent.Part, nameof(ModbusTcpRequest), nameof(ModbusTcpResponse))
        {
            { "function", nameof(ModbusTcpResponse.IsException), nameof(ModbusTcpRequest.Function) },
            { "exception", "Data.ExceptionCode" },
            new Dictionary<string, string>
            {
                ["modbus.exception_code"] = "Data.ExceptionCode",
                ["modbus.regval_uint16"] = "Data.Registers[]",
                ["modbus.read_reference_num"] = "Data.ReadStartingAddress",
                ["modbus.read_word_cnt"] = "Data.QuantityToRead",
                ["modbus.write_reference_num"] = "Data.WriteStartingAddress",
                ["modbus.write_word_cnt"] = "Data.QuantityToWrite",
                ["modbus.byte_cnt"] = "Data.ByteCount",
                ["modbus.mei"] = "Data.MeiType",
                ["modbus.read_device_id"] = "Data.Data.ReadDeviceIdCode",
                ["modbus.object_id"] = "Data.Data.ObjectId",
                ["modbus.conformity_level"] = "Data.Data.ConformityLevel",
                ["modbus.more_follows"] = "Data.Data.MoreFollows",
                ["modbus.next_object_id"] = "Data.Data.NextObjectId",
                ["modbus.num_objects"] = "Data.Data.NumberOfObjects",
            },
        },
        new("ntp", last: "ntp.xmt|ntp.ctrl.count|ntp.priv.itemsize", Extent.Message, nameof(Ntp))
        {
            new Dictionary<string, string>
            {
                ["ntp.stratum"] = "Body.Stratum",
                ["ntp.ppoll"] = "Body.Poll",
                ["ntp.precision"] = "Body.Precision",
                ["ntp.rootdelay"] = "Body.RootDelay",
                ["ntp.rootdispersion"] = "Body.RootDispersion",
                ["ntp.refid"] = "Body.ReferenceId",
                ["ntp.reftime"] = "Body.ReferenceTimestamp",
                ["ntp.org"] = "Body.OriginTimestamp",
                ["ntp.rec"] = "Body.ReceiveTimestamp",
                ["ntp.xmt"] = "Body.TransmitTimestamp",
                ["ntp.keyid"] = "Body.KeyIdentifier",
                ["ntp.mac"] = "Body.MessageDigest",
                ["ntp.ctrl.sequence"] = "Body.SequenceNumber",
                ["ntp.ctrl.status"] = "Body.Status",
                ["ntp.ctrl.associd"] = "Body.AssociationId",
                ["ntp.ctrl.offset"] = "Body.Offset",
                ["ntp.ctrl.count"] = "Body.Count",
                ["ntp.priv.impl"] = "Body.Implementation",
                ["ntp.priv.reqcode"] = "Body.RequestCode",
            },
        },
        // What shares a byte with others is checked where it is; the other reader shows the byte.
        new("coap", last: "coap.mid", Extent.Message, nameof(Coap))
        {
            new Dictionary<string, string>
            {
                ["coap.code"] = nameof(Coap.Code),
                ["coap.mid"] = nameof(Coap.MessageId),
                ["coap.token"] = nameof(Coap.Token),
                ["coap.opt.delta_ext"] = "Options.Number",
                ["coap.opt.length_ext"] = "Options.Length",
                ["coap.opt.uri_path"] = "Options.Value",
                ["coap.opt.uri_query"] = "Options.Value",
                ["coap.opt.proxy_uri"] = "Options.Value",
                ["coap.opt.etag"] = "Options.Value",
                ["coap.opt.unknown"] = "Options.Value",
                ["coap.opt.max_age"] = "Options.Value.Value",
                ["coap.opt.observe"] = "Options.Value.Value",
                ["coap.opt.size1"] = "Options.Value.Value",
                ["coap.opt.accept"] = "Options.Value.Value",
                ["coap.opt.ctype"] = "Options.Value.Value",
                ["coap.opt.hop_limit"] = "Options.Value.Value",
                ["coap.opt.block_number"] = "Options.Value.Value",
                ["coap.opt.block_mflag"] = "Options.Value.Value",
                ["coap.opt.block_size"] = "Options.Value.Value",
                ["coap.payload"] = nameof(Coap.Payload),
                ["coap.block_payload"] = nameof(Coap.Payload),
            },
        },
        new("dhcp", last: "dhcp.option.end", Extent.Message, nameof(Dhcp))
        {
            new Dictionary<string, string>
            {
                ["dhcp.type"] = nameof(Dhcp.Operation),
                ["dhcp.hw.type"] = $"{nameof(Dhcp.HardwareType)}|Options.Data.Type",
                ["dhcp.hw.len"] = nameof(Dhcp.HardwareLength),
                ["dhcp.hops"] = nameof(Dhcp.Hops),
                ["dhcp.id"] = nameof(Dhcp.TransactionId),
                ["dhcp.secs"] = nameof(Dhcp.Seconds),
                ["dhcp.ip.client"] = nameof(Dhcp.ClientAddress),
                ["dhcp.ip.your"] = nameof(Dhcp.YourAddress),
                ["dhcp.ip.server"] = nameof(Dhcp.ServerAddress),
                ["dhcp.ip.relay"] = nameof(Dhcp.RelayAddress),
                ["dhcp.hw.mac_addr"] = $"{nameof(Dhcp.ClientHardwareAddress)}|Options.Data.Identifier",
                ["dhcp.server"] = nameof(Dhcp.ServerName),
                ["dhcp.file"] = nameof(Dhcp.File),
                ["dhcp.cookie"] = nameof(Dhcp.MagicCookie),
                ["dhcp.option.length"] = "Options.Length",
                ["dhcp.option.request_list_item"] = "Options.Data.Codes[]",
                ["dhcp.option.dhcp"] = "Options.Data.Type",
                ["dhcp.option.dhcp_server_id"] = "Options.Data.Address",
                ["dhcp.option.requested_ip_address"] = "Options.Data.Address",
                ["dhcp.option.subnet_mask"] = "Options.Data.Address",
                ["dhcp.option.broadcast_address"] = "Options.Data.Address",
                ["dhcp.option.ip_address_lease_time"] = "Options.Data.Seconds",
                ["dhcp.option.renewal_time_value"] = "Options.Data.Seconds",
                ["dhcp.option.rebinding_time_value"] = "Options.Data.Seconds",
                ["dhcp.option.client_last_transaction_time"] = "Options.Data.Seconds",
                ["dhcp.option.time_offset"] = "Options.Data.Seconds",
                ["dhcp.option.router"] = "Options.Data.Addresses[]",
                ["dhcp.option.domain_name_server"] = "Options.Data.Addresses[]",
                ["dhcp.option.ntp_server"] = "Options.Data.Addresses[]",
                ["dhcp.option.time_server"] = "Options.Data.Addresses[]",
                ["dhcp.option.name_server"] = "Options.Data.Addresses[]",
                ["dhcp.option.netbios_over_tcpip_name_server"] = "Options.Data.Addresses[]",
                ["dhcp.option.associated_ip_option"] = "Options.Data.Addresses[]",
                ["dhcp.option.netbios_over_tcpip_node_type"] = "Options.Data.Value",
                ["dhcp.option.dhcp_auto_configuration"] = "Options.Data.Value",
                ["dhcp.option.dhcp_max_message_size"] = "Options.Data.Size",
                ["dhcp.option.interface_mtu"] = "Options.Data.Size",
                ["dhcp.option.hostname"] = "Options.Data.Text",
                ["dhcp.option.domain_name"] = "Options.Data.Text",
                ["dhcp.option.vendor_class_id"] = "Options.Data.Text",
                ["dhcp.option.bootfile_name"] = "Options.Data.Text",
                ["dhcp.option.message"] = "Options.Data.Text",
                ["dhcp.option.mudurl"] = "Options.Data.Text",
                ["dhcp.option.suboption_length"] = "Options.Data.Options.Length",
                ["dhcp.option.agent_information_option.agent_circuit_id"] = "Options.Data.Options.Value",
                ["dhcp.option.agent_information_option.agent_remote_id"] = "Options.Data.Options.Value",
                ["dhcp.option.agent_information_option.subscriber_id"] = "Options.Data.Options.Value",
            },
        },
    ];
}
