namespace Codecs.Protocols.Tests.Modbus;

/// <summary>Which registers or bits (V1.1b3 sections 6.1 and 6.3).</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.ReadHoldingRegisters, ModbusFunction.ReadCoils, In = typeof(ModbusRequest))]
public readonly partial record struct ModbusReadRequest
{
    /// <summary>The first, counted from 0.</summary>
    public partial ushort StartingAddress { get; init; }

    /// <summary>How many: up to 125 registers or 2000 bits.</summary>
    public partial ushort Quantity { get; init; }
}

/// <summary>The registers (V1.1b3 section 6.3).</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.ReadHoldingRegisters, In = typeof(ModbusResponse))]
public readonly ref partial struct ModbusReadRegistersResponse
{
    /// <summary>Length of <see cref="Registers"/> in bytes.</summary>
    [LengthOf(nameof(Registers))] public partial byte ByteCount { get; }

    /// <summary>Their values.</summary>
    public partial ScalarList<ushort> Registers { get; init; }
}

/// <summary>Request and response (V1.1b3 section 6.6).</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.WriteSingleRegister)]
public readonly partial record struct ModbusWriteSingleRegister
{
    /// <summary>The register, counted from 0.</summary>
    public partial ushort RegisterAddress { get; init; }

    /// <summary>Its value.</summary>
    public partial ushort RegisterValue { get; init; }
}

/// <summary>What is to be written (V1.1b3 section 6.12).</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.WriteMultipleRegisters, In = typeof(ModbusRequest))]
public readonly ref partial struct ModbusWriteRegistersRequest
{
    /// <summary>The first register, counted from 0.</summary>
    public partial ushort StartingAddress { get; init; }

    /// <summary>The number of <see cref="Registers"/>.</summary>
    [CountOf(nameof(Registers))] public partial ushort Quantity { get; }

    /// <summary>Length of <see cref="Registers"/> in bytes.</summary>
    [LengthOf(nameof(Registers))] public partial byte ByteCount { get; }

    /// <summary>Their values.</summary>
    public partial ScalarList<ushort> Registers { get; init; }
}

/// <summary>Why not (V1.1b3 section 7).</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.ReadHoldingRegistersFailed)]
public readonly partial record struct ModbusException
{
    /// <summary>1: unknown function; 2: no such address; 3: no such quantity; 4: it failed.</summary>
    public partial byte Code { get; init; }
}
