namespace Codecs.Protocols.Tests.Meter;

/// <summary>A response of a meter, in the form of Modbus over TCP: what comes from port 5020.</summary>
[Message("Meters of the plant"), Tag((TcpPort)5020, Of = nameof(Tcp.SourcePort))]
public readonly ref partial struct MeterResponse
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
    [TagOf(nameof(Data))] public partial MeterFunction Function { get; init; }

    /// <summary>What came of it, or why not.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }

    /// <summary>Was the request refused?</summary>
    public bool IsException => ((byte)Function & 0x80) != 0;
}
