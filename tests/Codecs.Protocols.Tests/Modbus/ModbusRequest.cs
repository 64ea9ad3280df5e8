namespace Codecs.Protocols.Tests.Modbus;

/// <summary>A request of Modbus over TCP (MODBUS Messaging on TCP/IP Implementation Guide V1.0b section 3.1): what goes to port 502.</summary>
[Message("MODBUS Messaging on TCP/IP V1.0b"), Tag((TcpPort)502, Of = nameof(Tcp.DestinationPort))]
public readonly ref partial struct ModbusRequest
{
    /// <summary>Chosen by the client, given back by the server.</summary>
    public partial ushort TransactionIdentifier { get; init; }

    /// <summary>Always 0.</summary>
    [Const(0)] public partial ushort ProtocolIdentifier { get; }

    /// <summary>Length of what follows in bytes.</summary>
    [LengthOf(nameof(UnitIdentifier), nameof(Data))] public partial ushort Length { get; }

    /// <summary>A device behind a gateway.</summary>
    public partial byte UnitIdentifier { get; init; }

    /// <summary>What is to be done.</summary>
    [TagOf(nameof(Data))] public partial ModbusFunction Function { get; init; }

    /// <summary>What it takes to do it.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }
}
