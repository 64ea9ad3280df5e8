namespace Codecs.Protocols.Tests.Meter;

/// <summary>A request of a meter, in the form of Modbus over TCP: what goes to port 5020.</summary>
[Message("Meters of the plant"), Tag((TcpPort)5020, Of = nameof(Tcp.DestinationPort))]
public readonly ref partial struct MeterRequest
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
    [TagOf(nameof(Data))] public partial MeterFunction Function { get; init; }

    /// <summary>What it takes to do it.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }
}
