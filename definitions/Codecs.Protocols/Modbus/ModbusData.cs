namespace Codecs.Protocols;

/// <summary>Which bits or registers are to be read (V1.1b3 sections 6.1 to 6.4): up to 2000 bits or 125 registers.</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.ReadHoldingRegisters, ModbusFunction.ReadCoils, ModbusFunction.ReadDiscreteInputs, ModbusFunction.ReadInputRegisters, In = typeof(IModbusRequest))]
public readonly partial record struct ModbusRead
{
    /// <summary>The first, counted from 0.</summary>
    public partial ushort StartingAddress { get; init; }

    /// <summary>How many.</summary>
    public partial ushort Quantity { get; init; }
}

/// <summary>Bits that were read (V1.1b3 sections 6.1 and 6.2).</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.ReadCoils, ModbusFunction.ReadDiscreteInputs, In = typeof(IModbusResponse))]
public readonly ref partial struct ModbusBits
{
    /// <summary>Length of <see cref="Status"/> in bytes.</summary>
    [LengthOf(nameof(Status))] public partial byte ByteCount { get; }

    /// <summary>The bits, the first one least significant in the first byte; the last byte may have more than were asked for, which are 0.</summary>
    public partial ReadOnlySpan<byte> Status { get; init; }

    /// <summary>Is a bit on?</summary>
    /// <param name="index">Counted from the first that was asked for.</param>
    public bool IsOn(int index) => (Status[index / 8] >> index % 8 & 1) != 0;
}

/// <summary>Registers that were read (V1.1b3 sections 6.3, 6.4 and 6.17).</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.ReadHoldingRegisters, ModbusFunction.ReadInputRegisters, ModbusFunction.ReadWriteMultipleRegisters, In = typeof(IModbusResponse))]
public readonly ref partial struct ModbusRegisters
{
    /// <summary>Length of <see cref="Registers"/> in bytes.</summary>
    [LengthOf(nameof(Registers))] public partial byte ByteCount { get; }

    /// <summary>Their values.</summary>
    public partial ScalarList<ushort> Registers { get; init; }
}

/// <summary>An output that is to be, or was, set (V1.1b3 section 6.5). The response repeats the request.</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.WriteSingleCoil)]
public readonly partial record struct ModbusWriteSingleCoil
{
    /// <summary>FF00 for on, 0 for off. Everything else is wrong, and has no effect.</summary>
    public const ushort On = 0xFF00;

    /// <summary>The output, counted from 0.</summary>
    public partial ushort OutputAddress { get; init; }

    /// <summary>What it becomes: <see cref="On"/>, or 0.</summary>
    public partial ushort OutputValue { get; init; }
}

/// <summary>A register that is to be, or was, set (V1.1b3 section 6.6). The response repeats the request.</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.WriteSingleRegister)]
public readonly partial record struct ModbusWriteSingleRegister
{
    /// <summary>The register, counted from 0.</summary>
    public partial ushort RegisterAddress { get; init; }

    /// <summary>What it becomes.</summary>
    public partial ushort RegisterValue { get; init; }
}

/// <summary>Outputs that are to be set (V1.1b3 section 6.11): up to 1968.</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.WriteMultipleCoils, In = typeof(IModbusRequest))]
public readonly ref partial struct ModbusWriteMultipleCoils
{
    /// <summary>The first, counted from 0.</summary>
    public partial ushort StartingAddress { get; init; }

    /// <summary>How many.</summary>
    public partial ushort QuantityOfOutputs { get; init; }

    /// <summary>Length of <see cref="OutputsValue"/> in bytes.</summary>
    [LengthOf(nameof(OutputsValue))] public partial byte ByteCount { get; }

    /// <summary>What they become, the first one least significant in the first byte.</summary>
    public partial ReadOnlySpan<byte> OutputsValue { get; init; }
}

/// <summary>Registers that are to be set (V1.1b3 section 6.12): up to 123.</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.WriteMultipleRegisters, In = typeof(IModbusRequest))]
public readonly ref partial struct ModbusWriteMultipleRegisters
{
    /// <summary>The first, counted from 0.</summary>
    public partial ushort StartingAddress { get; init; }

    /// <summary>How many.</summary>
    [CountOf(nameof(RegistersValue))] public partial ushort QuantityOfRegisters { get; }

    /// <summary>Length of <see cref="RegistersValue"/> in bytes.</summary>
    [LengthOf(nameof(RegistersValue))] public partial byte ByteCount { get; }

    /// <summary>What they become.</summary>
    public partial ScalarList<ushort> RegistersValue { get; init; }
}

/// <summary>Outputs or registers that were set (V1.1b3 sections 6.11 and 6.12).</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.WriteMultipleCoils, ModbusFunction.WriteMultipleRegisters, In = typeof(IModbusResponse))]
public readonly partial record struct ModbusWritten
{
    /// <summary>The first, counted from 0.</summary>
    public partial ushort StartingAddress { get; init; }

    /// <summary>How many.</summary>
    public partial ushort Quantity { get; init; }
}

/// <summary>Bits of a register that are to be, or were, changed (V1.1b3 section 6.16): it becomes what it was AND <see cref="AndMask"/>, OR <see cref="OrMask"/> without the bits of <see cref="AndMask"/>.</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.MaskWriteRegister)]
public readonly partial record struct ModbusMaskWrite
{
    /// <summary>The register, counted from 0.</summary>
    public partial ushort ReferenceAddress { get; init; }

    /// <summary>Bits that stay.</summary>
    public partial ushort AndMask { get; init; }

    /// <summary>What the others become.</summary>
    public partial ushort OrMask { get; init; }
}

/// <summary>Registers that are to be set, and then others to be read (V1.1b3 section 6.17): up to 121 and 125.</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.ReadWriteMultipleRegisters, In = typeof(IModbusRequest))]
public readonly ref partial struct ModbusReadWrite
{
    /// <summary>The first to be read.</summary>
    public partial ushort ReadStartingAddress { get; init; }

    /// <summary>How many to read.</summary>
    public partial ushort QuantityToRead { get; init; }

    /// <summary>The first to be set.</summary>
    public partial ushort WriteStartingAddress { get; init; }

    /// <summary>How many to set.</summary>
    [CountOf(nameof(WriteRegistersValue))] public partial ushort QuantityToWrite { get; }

    /// <summary>Length of <see cref="WriteRegistersValue"/> in bytes.</summary>
    [LengthOf(nameof(WriteRegistersValue))] public partial byte WriteByteCount { get; }

    /// <summary>What they become.</summary>
    public partial ScalarList<ushort> WriteRegistersValue { get; init; }
}

/// <summary>Which queue is to be read (V1.1b3 section 6.18).</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.ReadFifoQueue, In = typeof(IModbusRequest))]
public readonly partial record struct ModbusReadFifo
{
    /// <summary>The register that holds the length of the queue; the queue is behind it.</summary>
    public partial ushort FifoPointerAddress { get; init; }
}

/// <summary>A queue (V1.1b3 section 6.18): up to 31 registers.</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.ReadFifoQueue, In = typeof(IModbusResponse))]
public readonly ref partial struct ModbusFifo
{
    /// <summary>Length of what follows in bytes.</summary>
    [LengthOf(nameof(FifoCount), nameof(FifoValueRegister))] public partial ushort ByteCount { get; }

    /// <summary>Registers in the queue.</summary>
    [CountOf(nameof(FifoValueRegister))] public partial ushort FifoCount { get; }

    /// <summary>Their values.</summary>
    public partial ScalarList<ushort> FifoValueRegister { get; init; }
}

/// <summary>Why a request was not carried out (V1.1b3 section 7).</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.Exception, In = typeof(IModbusResponse))]
public readonly partial record struct ModbusException
{
    /// <summary>The reason.</summary>
    public partial ModbusExceptionCode ExceptionCode { get; init; }
}
