using Codecs.Protocols;

namespace Codecs.Conformance.Mappings;

/// <summary>Modbus over TCP.</summary>
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
    ];
}
