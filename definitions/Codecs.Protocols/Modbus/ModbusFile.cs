namespace Codecs.Protocols;

/// <summary>Records of files that are to be read (V1.1b3 section 6.14).</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.ReadFileRecord, In = typeof(IModbusRequest))]
public readonly ref partial struct ModbusReadFile
{
    /// <summary>Length of <see cref="Records"/> in bytes.</summary>
    [LengthOf(nameof(Records))] public partial byte ByteCount { get; }

    /// <summary>Which.</summary>
    public partial MessageList<ModbusFileReference> Records { get; init; }
}

/// <summary>Which records of a file (V1.1b3 section 6.14).</summary>
[Message("MODBUS V1.1b3")]
public readonly partial record struct ModbusFileReference
{
    /// <summary>Always 6.</summary>
    [Const(6)] public partial byte ReferenceType { get; }

    /// <summary>The file, counted from 1.</summary>
    public partial ushort FileNumber { get; init; }

    /// <summary>The first record, counted from 0.</summary>
    public partial ushort RecordNumber { get; init; }

    /// <summary>How many records, of one register each.</summary>
    public partial ushort RecordLength { get; init; }
}

/// <summary>Records that were read (V1.1b3 section 6.14).</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.ReadFileRecord, In = typeof(IModbusResponse))]
public readonly ref partial struct ModbusFileData
{
    /// <summary>Length of <see cref="Records"/> in bytes.</summary>
    [LengthOf(nameof(Records))] public partial byte ResponseDataLength { get; }

    /// <summary>One for each that was asked for.</summary>
    public partial MessageList<ModbusFileRecords> Records { get; init; }
}

/// <summary>Records of a file (V1.1b3 section 6.14).</summary>
[Message("MODBUS V1.1b3")]
public readonly ref partial struct ModbusFileRecords
{
    /// <summary>Length of what follows in bytes.</summary>
    [LengthOf(nameof(ReferenceType), nameof(RecordData))] public partial byte FileResponseLength { get; }

    /// <summary>Always 6.</summary>
    [Const(6)] public partial byte ReferenceType { get; }

    /// <summary>Their values.</summary>
    public partial ScalarList<ushort> RecordData { get; init; }
}

/// <summary>Records that are to be, or were, written (V1.1b3 section 6.15). The response repeats the request.</summary>
[Message("MODBUS V1.1b3"), Tag(ModbusFunction.WriteFileRecord)]
public readonly ref partial struct ModbusWriteFile
{
    /// <summary>Length of <see cref="Records"/> in bytes.</summary>
    [LengthOf(nameof(Records))] public partial byte DataLength { get; }

    /// <summary>Which, and what they become.</summary>
    public partial MessageList<ModbusFileWrite> Records { get; init; }
}

/// <summary>Records of a file with their values (V1.1b3 section 6.15).</summary>
[Message("MODBUS V1.1b3")]
public readonly ref partial struct ModbusFileWrite
{
    /// <summary>Always 6.</summary>
    [Const(6)] public partial byte ReferenceType { get; }

    /// <summary>The file, counted from 1.</summary>
    public partial ushort FileNumber { get; init; }

    /// <summary>The first record, counted from 0.</summary>
    public partial ushort RecordNumber { get; init; }

    /// <summary>How many records, of one register each.</summary>
    [CountOf(nameof(RecordData))] public partial ushort RecordLength { get; }

    /// <summary>What they become.</summary>
    public partial ScalarList<ushort> RecordData { get; init; }
}
