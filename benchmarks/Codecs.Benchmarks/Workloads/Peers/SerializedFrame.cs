using BinarySerialization;

namespace Codecs.Benchmarks.Workloads.Peers;

/// <summary>Ethernet, IPv4 and TCP for the package BinarySerializer: classes with attributes that are read at run time.</summary>
public sealed class SerializedFrame
{
    [FieldOrder(0), FieldLength(12)] public byte[] Addresses { get; set; } = [];

    [FieldOrder(1)] public ushort EtherType { get; set; }

    [FieldOrder(2)] public SerializedIPv4 IPv4 { get; set; } = new();

    [FieldOrder(3)] public SerializedTcp Tcp { get; set; } = new();
}

/// <summary>The header without options.</summary>
public sealed class SerializedIPv4
{
    [FieldOrder(0)] public byte VersionAndLength { get; set; }

    [FieldOrder(1)] public byte TypeOfService { get; set; }

    [FieldOrder(2)] public ushort TotalLength { get; set; }

    [FieldOrder(3)] public ushort Identification { get; set; }

    [FieldOrder(4)] public ushort Fragment { get; set; }

    [FieldOrder(5)] public byte TimeToLive { get; set; }

    [FieldOrder(6)] public byte Protocol { get; set; }

    [FieldOrder(7)] public ushort HeaderChecksum { get; set; }

    [FieldOrder(8)] public uint Source { get; set; }

    [FieldOrder(9)] public uint Destination { get; set; }
}

/// <summary>The header without options.</summary>
public sealed class SerializedTcp
{
    [FieldOrder(0)] public ushort SourcePort { get; set; }

    [FieldOrder(1)] public ushort DestinationPort { get; set; }

    [FieldOrder(2)] public uint SequenceNumber { get; set; }

    [FieldOrder(3)] public uint AcknowledgmentNumber { get; set; }

    [FieldOrder(4)] public ushort DataOffsetAndFlags { get; set; }

    [FieldOrder(5)] public ushort Window { get; set; }

    [FieldOrder(6)] public ushort Checksum { get; set; }

    [FieldOrder(7)] public ushort UrgentPointer { get; set; }
}
