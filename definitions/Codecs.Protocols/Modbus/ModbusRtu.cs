namespace Codecs.Protocols;

/// <summary>Request on a serial line in RTU mode (MODBUS over Serial Line V1.02 section 2.5.1).</summary>
/// <remarks>At most 256 bytes. A frame does not say where it ends: silence for the time of three and a half characters does, so what is parsed is all that came between two silences.</remarks>
[Message("MODBUS over Serial Line V1.02")]
public readonly ref partial struct ModbusRtuRequest : IModbusRequest
{
    /// <summary>The device: 1 to 247, or 0 for all of them, who then do not respond.</summary>
    public partial byte UnitIdentifier { get; init; }

    /// <summary>What is to be done.</summary>
    [TagOf(nameof(Data))] public partial ModbusFunction Function { get; init; }

    /// <summary>What it takes to do it.</summary>
    [Case<ModbusRead>, Case<ModbusWriteSingleCoil>, Case<ModbusWriteSingleRegister>, Case<ModbusDiagnostics>, Case<ModbusWriteMultipleCoils>, Case<ModbusWriteMultipleRegisters>, Case<ModbusReadFile>]
    [Case<ModbusWriteFile>, Case<ModbusMaskWrite>, Case<ModbusReadWrite>, Case<ModbusReadFifo>, Case<ModbusInterfaceRequest>]
    public partial ReadOnlySpan<byte> Data { get; init; }

    /// <summary>Checksum of all before it.</summary>
    [LittleEndian, ChecksumOf<Crc16Modbus>(nameof(UnitIdentifier), nameof(Data))] public partial ushort Crc { get; }
}

/// <summary>Response on a serial line in RTU mode (MODBUS over Serial Line V1.02 section 2.5.1); see <see cref="ModbusRtuRequest"/>.</summary>
[Message("MODBUS over Serial Line V1.02")]
public readonly ref partial struct ModbusRtuResponse : IModbusResponse
{
    /// <summary>The device that responds.</summary>
    public partial byte UnitIdentifier { get; init; }

    /// <summary>Was the request not carried out? Then <see cref="Data"/> is a <see cref="ModbusException"/>.</summary>
    [Bits(1)] public partial bool IsException { get; init; }

    /// <summary>What was to be done.</summary>
    [Bits(7)] public partial ModbusFunction Function { get; init; }

    /// <summary>What came of it.</summary>
    [Case<ModbusBits>, Case<ModbusRegisters>, Case<ModbusWriteSingleCoil>, Case<ModbusWriteSingleRegister>, Case<ModbusExceptionStatus>, Case<ModbusDiagnostics>, Case<ModbusEventCounter>, Case<ModbusEventLog>]
    [Case<ModbusWritten>, Case<ModbusServerId>, Case<ModbusFileData>, Case<ModbusWriteFile>, Case<ModbusMaskWrite>, Case<ModbusFifo>, Case<ModbusInterfaceResponse>, Case<ModbusException>]
    public partial ReadOnlySpan<byte> Data { get; init; }

    /// <summary>Checksum of all before it.</summary>
    [LittleEndian, ChecksumOf<Crc16Modbus>(nameof(UnitIdentifier), nameof(Data))] public partial ushort Crc { get; }

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
