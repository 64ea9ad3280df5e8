namespace Codecs.Benchmarks.Workloads.Building;

/// <summary>What the packets to build have in their headers.</summary>
public readonly struct Segment
{
    public ulong DestinationMac { get; init; }

    public ulong SourceMac { get; init; }

    public uint Source { get; init; }

    public uint Destination { get; init; }

    public ushort Identification { get; init; }

    public byte TimeToLive { get; init; }

    public byte Flags { get; init; }

    public ushort SourcePort { get; init; }

    public ushort DestinationPort { get; init; }

    public uint SequenceNumber { get; init; }

    public uint AcknowledgmentNumber { get; init; }

    public ushort Window { get; init; }

    /// <summary>Made up by a fixed rule: every run has the same.</summary>
    public static Segment[] Make(int count)
    {
        const long Macs = 1L << 48;
        const long Words = 1L << 32;
        const int Halves = 1 << 16;
        var random = new Random(791);
        return
        [
            .. from _ in Enumerable.Range(0, count)
               select new Segment
               {
                   DestinationMac = (ulong)random.NextInt64(Macs),
                   SourceMac = (ulong)random.NextInt64(Macs),
                   Source = (uint)random.NextInt64(Words),
                   Destination = (uint)random.NextInt64(Words),
                   Identification = (ushort)random.Next(Halves),
                   TimeToLive = 64,
                   Flags = 0x18,
                   SourcePort = (ushort)random.Next(1, Halves),
                   DestinationPort = (ushort)random.Next(1, Halves),
                   SequenceNumber = (uint)random.NextInt64(Words),
                   AcknowledgmentNumber = (uint)random.NextInt64(Words),
                   Window = (ushort)random.Next(Halves),
               },
        ];
    }
}
