using Codecs;

namespace Streamed;

public enum ModbusFunction : byte
{
    ReadCoils = 1,
    ReadDiscreteInputs = 2,
    ReadHoldingRegisters = 3,
    ReadInputRegisters = 4,
    WriteSingleCoil = 5,
    WriteSingleRegister = 6,
    WriteMultipleRegisters = 16,
}

public enum ModbusException : byte
{
    IllegalFunction = 1,
    IllegalDataAddress = 2,
    IllegalDataValue = 3,
}

[Message("MODBUS over serial line V1.02")]
public readonly ref partial struct RtuRequest
{
    public partial byte Address { get; init; }

    [TagOf(nameof(Data), Bounds = true)] public partial ModbusFunction Function { get; init; }

    [Case<ReadRequest>, Case<WriteSingle>, Case<WriteRegistersRequest>] public partial ReadOnlySpan<byte> Data { get; init; }

    [LittleEndian, ChecksumOf<Crc16>(nameof(Address), nameof(Data))] public partial ushort Crc { get; }
}

[Message("MODBUS over serial line V1.02")]
public readonly ref partial struct RtuResponse
{
    public partial byte Address { get; init; }

    [Bits(1), PresenceOf(nameof(Exception))] public partial bool IsException { get; }

    [Bits(7), TagOf(nameof(Data), Bounds = true)] public partial ModbusFunction Function { get; init; }

    public partial ModbusException? Exception { get; init; }

    [When(nameof(IsData)), Case<ReadBitsResponse>, Case<ReadRegistersResponse>, Case<WriteSingle>, Case<WriteRegistersResponse>] public partial ReadOnlySpan<byte> Data { get; init; }

    [LittleEndian, ChecksumOf<Crc16>(nameof(Address), nameof(Data))] public partial ushort Crc { get; }

    private bool IsData => !IsException;
}

[Message, Tag(ModbusFunction.ReadCoils, ModbusFunction.ReadDiscreteInputs, ModbusFunction.ReadHoldingRegisters, ModbusFunction.ReadInputRegisters, In = typeof(RtuRequest))]
public readonly partial record struct ReadRequest
{
    public partial ushort StartingAddress { get; init; }

    public partial ushort Quantity { get; init; }
}

[Message, Tag(ModbusFunction.WriteSingleCoil, ModbusFunction.WriteSingleRegister)]
public readonly partial record struct WriteSingle
{
    public partial ushort OutputAddress { get; init; }

    public partial ushort OutputValue { get; init; }
}

[Message, Tag(ModbusFunction.WriteMultipleRegisters, In = typeof(RtuRequest))]
public readonly ref partial struct WriteRegistersRequest
{
    public partial ushort StartingAddress { get; init; }

    [CountOf(nameof(Registers))] public partial ushort Quantity { get; }

    [LengthOf(nameof(Registers))] public partial byte ByteCount { get; }

    public partial ScalarList<ushort> Registers { get; init; }
}

[Message, Tag(ModbusFunction.ReadCoils, ModbusFunction.ReadDiscreteInputs, In = typeof(RtuResponse))]
public readonly ref partial struct ReadBitsResponse
{
    [Prefixed<byte>] public partial ReadOnlySpan<byte> Status { get; init; }
}

[Message, Tag(ModbusFunction.ReadHoldingRegisters, ModbusFunction.ReadInputRegisters, In = typeof(RtuResponse))]
public readonly ref partial struct ReadRegistersResponse
{
    [Prefixed<byte>] public partial ScalarList<ushort> Registers { get; init; }
}

[Message, Tag(ModbusFunction.WriteMultipleRegisters, In = typeof(RtuResponse))]
public readonly partial record struct WriteRegistersResponse
{
    public partial ushort StartingAddress { get; init; }

    public partial ushort Quantity { get; init; }
}
