using Codecs;

namespace Own;

/// <summary>A request of Modbus over TCP.</summary>
[Message("MODBUS Messaging on TCP/IP V1.0b")]
public readonly ref partial struct Modbus
{
    public partial ushort Transaction { get; init; }

    [Const(0)] public partial ushort Protocol { get; }

    [LengthOf(nameof(Unit), nameof(Data))] public partial ushort Length { get; }

    public partial byte Unit { get; init; }

    [TagOf(nameof(Data))] public partial ModbusFunction Function { get; init; }

    public partial ReadOnlySpan<byte> Data { get; init; }
}

public enum ModbusFunction : byte
{
    ReadHoldingRegisters = 3,
    WriteMultipleRegisters = 16,
}

[Message, Tag(ModbusFunction.ReadHoldingRegisters)]
public readonly partial record struct ReadHoldingRegisters
{
    public partial ushort Start { get; init; }

    public partial ushort Quantity { get; init; }
}

[Message, Tag(ModbusFunction.WriteMultipleRegisters)]
public readonly ref partial struct WriteMultipleRegisters
{
    public partial ushort Start { get; init; }

    [CountOf(nameof(Values))] public partial ushort Quantity { get; }

    [LengthOf(nameof(Values))] public partial byte ByteCount { get; }

    public partial ScalarList<ushort> Values { get; init; }
}
