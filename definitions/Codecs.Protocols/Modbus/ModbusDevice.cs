namespace Codecs.Protocols;

/// <summary>Eight bits that the device chooses (V1.1b3 section 6.7). The request has no data.</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.ReadExceptionStatus, In = typeof(IModbusResponse))]
public readonly partial record struct ModbusExceptionStatus
{
    /// <summary>The bits, the first one least significant.</summary>
    public partial byte OutputData { get; init; }
}

/// <summary>A test of the line (V1.1b3 section 6.8).</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.Diagnostics)]
public readonly ref partial struct ModbusDiagnostics
{
    /// <summary>Which test.</summary>
    public partial ModbusDiagnosticFunction SubFunction { get; init; }

    /// <summary>What it takes, or what came of it: one word; any number of them for <see cref="ModbusDiagnosticFunction.ReturnQueryData"/>.</summary>
    public partial ScalarList<ushort> Data { get; init; }
}

/// <summary>How many messages were carried out (V1.1b3 section 6.9). The request has no data.</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.GetCommEventCounter, In = typeof(IModbusResponse))]
public readonly partial record struct ModbusEventCounter
{
    /// <summary>FFFF while a command is carried out, else 0.</summary>
    public partial ushort Status { get; init; }

    /// <summary>Messages that were carried out; what is wrong, and what asks for this, does not count.</summary>
    public partial ushort EventCount { get; init; }
}

/// <summary>The last events of the line (V1.1b3 section 6.10). The request has no data.</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.GetCommEventLog, In = typeof(IModbusResponse))]
public readonly ref partial struct ModbusEventLog
{
    /// <summary>Length of what follows in bytes.</summary>
    [LengthOf(nameof(Status), nameof(Events))] public partial byte ByteCount { get; }

    /// <summary>FFFF while a command is carried out, else 0.</summary>
    public partial ushort Status { get; init; }

    /// <summary>Messages that were carried out (<see cref="ModbusEventCounter"/>).</summary>
    public partial ushort EventCount { get; init; }

    /// <summary>Messages that were received.</summary>
    public partial ushort MessageCount { get; init; }

    /// <summary>Up to 64 events, the latest first.</summary>
    public partial ReadOnlySpan<byte> Events { get; init; }
}

/// <summary>What the device is (V1.1b3 section 6.13), in a form of its own. The request has no data.</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.ReportServerId, In = typeof(IModbusResponse))]
public readonly ref partial struct ModbusServerId
{
    /// <summary>Length of <see cref="Data"/> in bytes.</summary>
    [LengthOf(nameof(Data))] public partial byte ByteCount { get; }

    /// <summary>An identifier whose length the device's manual tells, FF or 0 for running or not, and more.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>Something else that Modbus carries (V1.1b3 section 6.19), in a request.</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.EncapsulatedInterfaceTransport, In = typeof(IModbusRequest))]
public readonly ref partial struct ModbusInterfaceRequest
{
    /// <summary>What.</summary>
    [TagOf(nameof(Data))] public partial ModbusInterfaceType MeiType { get; init; }

    /// <summary>The request.</summary>
    [Case<ModbusReadDevice>] public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>Something else that Modbus carries (V1.1b3 section 6.19), in a response.</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.EncapsulatedInterfaceTransport, In = typeof(IModbusResponse))]
public readonly ref partial struct ModbusInterfaceResponse
{
    /// <summary>What.</summary>
    [TagOf(nameof(Data))] public partial ModbusInterfaceType MeiType { get; init; }

    /// <summary>The response.</summary>
    [Case<ModbusDevice>] public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>What is carried by Modbus (V1.1b3 section 6.19).</summary>
public enum ModbusInterfaceType : byte
{
    /// <summary>CANopen.</summary>
    CanOpenGeneralReference = 13,

    /// <summary>What the device is (section 6.21, <see cref="ModbusReadDevice"/>, <see cref="ModbusDevice"/>).</summary>
    ReadDeviceIdentification = 14,
}

/// <summary>Asks what the device is (V1.1b3 section 6.21).</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusInterfaceType.ReadDeviceIdentification, In = typeof(ModbusInterfaceRequest))]
public readonly partial record struct ModbusReadDevice
{
    /// <summary>1: basic, 2: regular, 3: extended identification, 4: one object.</summary>
    public partial byte ReadDeviceIdCode { get; init; }

    /// <summary>The first object, or the one.</summary>
    public partial byte ObjectId { get; init; }
}

/// <summary>What the device is (V1.1b3 section 6.21).</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusInterfaceType.ReadDeviceIdentification, In = typeof(ModbusInterfaceResponse))]
public readonly ref partial struct ModbusDevice
{
    /// <summary>That of the request.</summary>
    public partial byte ReadDeviceIdCode { get; init; }

    /// <summary>What the device has: 1 to 3 as in the request; with 80 (hex), one object can be asked for too.</summary>
    public partial byte ConformityLevel { get; init; }

    /// <summary>FF if more objects follow in another response, else 0.</summary>
    public partial byte MoreFollows { get; init; }

    /// <summary>With which object that is to begin.</summary>
    public partial byte NextObjectId { get; init; }

    /// <summary>Objects here.</summary>
    [CountOf(nameof(Objects))] public partial byte NumberOfObjects { get; }

    /// <summary>The objects.</summary>
    public partial MessageList<ModbusDeviceObject> Objects { get; init; }
}

/// <summary>Something about the device (V1.1b3 section 6.21).</summary>
[Message("MODBUS V1.1b3")]
public readonly ref partial struct ModbusDeviceObject
{
    /// <summary>0: vendor, 1: product code, 2: revision, 3: URL, 4: product name, 5: model, 6: application.</summary>
    public partial byte ObjectId { get; init; }

    /// <summary>Length of <see cref="ObjectValue"/> in bytes.</summary>
    [LengthOf(nameof(ObjectValue))] public partial byte ObjectLength { get; }

    /// <summary>Text, for the objects above.</summary>
    public partial ReadOnlySpan<byte> ObjectValue { get; init; }
}
