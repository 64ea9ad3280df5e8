using System.Buffers.Binary;

namespace Codecs.Benchmarks.Workloads.WebSocket;

/// <summary>Frames made up by a fixed rule: every run, on every machine, has the same.</summary>
internal static class FrameData
{
    private const int Seed = 6455;

    /// <summary>Masked frames of a client one behind the other: most are short, 2 of 100 have a length of 16 bits.</summary>
    public static byte[] Mixed(int count)
    {
        var random = new Random(Seed);
        var stream = new MemoryStream();
        for (int i = 0; i < count; i++)
            Write(stream, random, random.Next(100) < 98 ? random.Next(126) : random.Next(126, 3000));
        return stream.ToArray();
    }

    /// <summary>The same with random bytes changed, and cut short: somewhere a length leads astray.</summary>
    public static byte[] Damaged(int count)
    {
        var random = new Random(Seed);
        byte[] bytes = Mixed(count);
        for (int i = 0; i < bytes.Length / 1000; i++)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes[..^random.Next(1, 14)];
    }

    /// <summary>Masked frames of a client one behind the other, each a message of that many bytes.</summary>
    public static byte[] Small(int count, int length)
    {
        var random = new Random(Seed);
        var stream = new MemoryStream();
        for (int i = 0; i < count; i++)
            Write(stream, random, length);
        return stream.ToArray();
    }

    private static void Write(MemoryStream stream, Random random, int length)
    {
        const byte FinalBinary = 0x82, Masked = 0x80, Extended = 126;
        stream.WriteByte(FinalBinary);
        if (length < Extended)
        {
            stream.WriteByte((byte)(Masked | length));
        }
        else
        {
            stream.WriteByte(Masked | Extended);
            Span<byte> number = stackalloc byte[2];
            BinaryPrimitives.WriteUInt16BigEndian(number, (ushort)length);
            stream.Write(number);
        }
        byte[] keyAndPayload = new byte[sizeof(uint) + length];
        random.NextBytes(keyAndPayload);
        stream.Write(keyAndPayload);
    }
}
