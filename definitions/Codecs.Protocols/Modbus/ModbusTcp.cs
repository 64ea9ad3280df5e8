namespace Codecs.Protocols;

/// <summary>Request of Modbus over TCP (MODBUS Messaging on TCP/IP V1.0b section 3.1): what goes to port 502.</summary>
/// <example><code>output.Write(new ModbusTcpRequest { TransactionIdentifier = 1, UnitIdentifier = 17 } / new ModbusRead { StartingAddress = 107, Quantity = 3 });</code></example>
/// <remarks>At most 260 bytes. Which way a message goes is not in it, but one function has two forms: the session says which is meant, here by the port.</remarks>
[Message("MODBUS Messaging on TCP/IP V1.0b"), Tag(TcpPort.Modbus, Of = nameof(Tcp.DestinationPort))]
public readonly ref partial struct ModbusTcpRequest : IModbusRequest
{
    /// <summary>Chosen by the client, given back by the server.</summary>
    public partial ushort TransactionIdentifier { get; init; }

    /// <summary>Always 0.</summary>
    [Const(0)] public partial ushort ProtocolIdentifier { get; }

    /// <summary>Length of what follows in bytes.</summary>
    [LengthOf(nameof(UnitIdentifier), nameof(Data))] public partial ushort Length { get; }

    /// <summary>A device behind a gateway; 255, or 0, where there is none.</summary>
    public partial byte UnitIdentifier { get; init; }

    /// <summary>What is to be done.</summary>
    [TagOf(nameof(Data))] public partial ModbusFunction Function { get; init; }

    /// <summary>What it takes to do it.</summary>
    [Case<ModbusRead>, Case<ModbusWriteSingleCoil>, Case<ModbusWriteSingleRegister>, Case<ModbusDiagnostics>, Case<ModbusWriteMultipleCoils>, Case<ModbusWriteMultipleRegisters>, Case<ModbusReadFile>]
    [Case<ModbusWriteFile>, Case<ModbusMaskWrite>, Case<ModbusReadWrite>, Case<ModbusReadFifo>, Case<ModbusInterfaceRequest>]
    public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>Response of Modbus over TCP (MODBUS Messaging on TCP/IP V1.0b section 3.1): what comes from port 502.</summary>
[Message("MODBUS Messaging on TCP/IP V1.0b"), Tag(TcpPort.Modbus, Of = nameof(Tcp.SourcePort))]
public readonly ref partial struct ModbusTcpResponse : IModbusResponse
{
    /// <summary>That of the request.</summary>
    public partial ushort TransactionIdentifier { get; init; }

    /// <summary>Always 0.</summary>
    [Const(0)] public partial ushort ProtocolIdentifier { get; }

    /// <summary>Length of what follows in bytes.</summary>
    [LengthOf(nameof(UnitIdentifier), nameof(Data))] public partial ushort Length { get; }

    /// <summary>That of the request.</summary>
    public partial byte UnitIdentifier { get; init; }

    /// <summary>Was the request not carried out? Then <see cref="Data"/> is a <see cref="ModbusException"/>.</summary>
    [Bits(1)] public partial bool IsException { get; init; }

    /// <summary>What was to be done.</summary>
    [Bits(7)] public partial ModbusFunction Function { get; init; }

    /// <summary>What came of it.</summary>
    [Case<ModbusBits>, Case<ModbusRegisters>, Case<ModbusWriteSingleCoil>, Case<ModbusWriteSingleRegister>, Case<ModbusExceptionStatus>, Case<ModbusDiagnostics>, Case<ModbusEventCounter>, Case<ModbusEventLog>]
    [Case<ModbusWritten>, Case<ModbusServerId>, Case<ModbusFileData>, Case<ModbusWriteFile>, Case<ModbusMaskWrite>, Case<ModbusFifo>, Case<ModbusInterfaceResponse>, Case<ModbusException>]
    public partial ReadOnlySpan<byte> Data { get; init; }

    /// <summary>What <see cref="Data"/> is: <see cref="ModbusFunction.Exception"/> if the request was not carried out.</summary>
    [TagOf(nameof(Data))]
    public ModbusFunction Content
    {
        get => IsException ? ModbusFunction.Exception : Function;
        init
        {
            IsException = value == ModbusFunction.Exception;
            if (!IsException)
                Function = value;
        }
    }
}
