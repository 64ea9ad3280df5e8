namespace Codecs.Protocols.Tests.Modbus;

/// <summary>A response of Modbus over TCP (MODBUS Messaging on TCP/IP Implementation Guide V1.0b section 3.1): what comes from port 502.</summary>
[Message("MODBUS Messaging on TCP/IP V1.0b"), Tag((TcpPort)502, Of = nameof(Tcp.SourcePort))]
public readonly ref partial struct ModbusResponse
{
    /// <summary>That of the request.</summary>
    public partial ushort TransactionIdentifier { get; init; }

    /// <summary>Always 0.</summary>
    [Const(0)] public partial ushort ProtocolIdentifier { get; }

    /// <summary>Length of what follows in bytes.</summary>
    [LengthOf(nameof(UnitIdentifier), nameof(Data))] public partial ushort Length { get; }

    /// <summary>A device behind a gateway.</summary>
    public partial byte UnitIdentifier { get; init; }

    /// <summary>What was done. The first bit says that it was not.</summary>
    [TagOf(nameof(Data))] public partial ModbusFunction Function { get; init; }

    /// <summary>What came of it, or why not.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }

    /// <summary>Was the request refused?</summary>
    public bool IsException => ((byte)Function & 0x80) != 0;
}
