namespace Codecs.Protocols.Tests.Meter;

/// <summary>Which registers or bits (V1.1b3 sections 6.1 and 6.3).</summary>
[Message("Meters of the plant"), Tag(MeterFunction.ReadHoldingRegisters, MeterFunction.ReadCoils, In = typeof(MeterRequest))]
public readonly partial record struct MeterReadRequest
{
    /// <summary>The first, counted from 0.</summary>
    public partial ushort StartingAddress { get; init; }

    /// <summary>How many: up to 125 registers or 2000 bits.</summary>
    public partial ushort Quantity { get; init; }
}

/// <summary>The registers (V1.1b3 section 6.3).</summary>
[Message("Meters of the plant"), Tag(MeterFunction.ReadHoldingRegisters, In = typeof(MeterResponse))]
public readonly ref partial struct MeterReadRegistersResponse
{
    /// <summary>Length of <see cref="Registers"/> in bytes.</summary>
    [LengthOf(nameof(Registers))] public partial byte ByteCount { get; }

    /// <summary>Their values.</summary>
    public partial ScalarList<ushort> Registers { get; init; }
}

/// <summary>Request and response (V1.1b3 section 6.6).</summary>
[Message("Meters of the plant"), Tag(MeterFunction.WriteSingleRegister)]
public readonly partial record struct MeterWriteSingleRegister
{
    /// <summary>The register, counted from 0.</summary>
    public partial ushort RegisterAddress { get; init; }

    /// <summary>Its value.</summary>
    public partial ushort RegisterValue { get; init; }
}

/// <summary>What is to be written (V1.1b3 section 6.12).</summary>
[Message("Meters of the plant"), Tag(MeterFunction.WriteMultipleRegisters, In = typeof(MeterRequest))]
public readonly ref partial struct MeterWriteRegistersRequest
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
[Message("Meters of the plant"), Tag(MeterFunction.ReadHoldingRegistersFailed)]
public readonly partial record struct MeterException
{
    /// <summary>1: unknown function; 2: no such address; 3: no such quantity; 4: it failed.</summary>
    public partial byte Code { get; init; }
}
