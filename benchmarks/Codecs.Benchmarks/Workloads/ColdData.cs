using System.Buffers.Binary;

namespace Codecs.Benchmarks.Workloads;

/// <summary>Frames one behind the other in one memory, far more than a cache holds, as a capture has them: with headers of records between them.</summary>
public sealed class ColdData
{
    private const int Seed = 9293;
    private const int Headers = 66;
    private const int RecordHeader = 16;
    private const int LongestFrame = 1514;

    private ColdData(byte[] memory, Range[] places)
    {
        Memory = memory;
        Places = places;
    }

    /// <summary>What holds all.</summary>
    public byte[] Memory { get; }

    /// <summary>Where the frames are.</summary>
    public Range[] Places { get; }

    /// <summary>TCP segments over IPv4 with random fields; of 100 frames, 60 are short and 40 full.</summary>
    public static ColdData TcpFrames(int count)
    {
        var random = new Random(Seed);
        var places = new Range[count];
        int length = 0;
        foreach (ref var place in places.AsSpan())
        {
            length += RecordHeader;
            int size = random.Next(100) < 60 ? random.Next(Headers, 2 * Headers) : LongestFrame;
            place = length..(length + size);
            length += size;
        }
        byte[] memory = new byte[length];
        foreach (var place in places)
            Fill(memory.AsSpan(place), random);
        return new(memory, places);
    }

    /// <summary>Given frames, one behind the other.</summary>
    public static ColdData Of(byte[][] frames)
    {
        int length = 0;
        var places = frames.Select(frame => length..(length += frame.Length)).ToArray();
        return new([.. frames.SelectMany(frame => frame)], places);
    }

    private static void Fill(Span<byte> frame, Random random)
    {
        random.NextBytes(frame[..Headers]);
        BinaryPrimitives.WriteUInt16BigEndian(frame[12..], 0x0800);
        frame[14] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(frame[16..], (ushort)(frame.Length - 14));
        BinaryPrimitives.WriteUInt16BigEndian(frame[20..], 0x4000);
        frame[23] = 6;
        // Ports that no protocol has: what is carried is data.
        BinaryPrimitives.WriteUInt16BigEndian(frame[34..], (ushort)random.Next(50_000, 60_000));
        BinaryPrimitives.WriteUInt16BigEndian(frame[36..], (ushort)random.Next(50_000, 60_000));
        frame[46] = 0x50;
    }
}
