using System.Buffers.Binary;

namespace Codecs.Benchmarks.Workloads;

/// <summary>Frames of the common stacks, made up by a fixed rule: Ethernet, perhaps a VLAN tag, IPv4 or IPv6, TCP or UDP.</summary>
public static class StackData
{
    private const int Seed = 8200;
    private const int LeastFrame = 60;
    private const int MostPayload = 32;

    /// <summary>Frames with random fields and up to 32 bytes of data; lengths are right, checksums are not.</summary>
    public static byte[][] Frames(FrameStack stack, int count)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, count).Select(_ => Make(random, stack))];
    }

    /// <summary>The same with random bytes changed, or cut short: most are no valid frames any more.</summary>
    public static byte[][] Damaged(FrameStack stack, int count)
    {
        var random = new Random(Seed);
        var frames = Frames(stack, count);
        for (int i = 0; i < frames.Length; i++)
        {
            if (random.Next(3) == 0)
                frames[i] = frames[i][..random.Next(frames[i].Length)];
            else
                DamageLength(frames[i], stack, random);
        }
        return frames;
    }

    private static byte[] Make(Random random, FrameStack stack)
    {
        bool hasTag = stack.HasFlag(FrameStack.Vlan), isIPv6 = stack.HasFlag(FrameStack.IPv6), isUdp = stack.HasFlag(FrameStack.Udp);
        int network = hasTag ? 18 : 14, transport = network + (isIPv6 ? 40 : 20), payload = random.Next(MostPayload + 1);
        int end = transport + (isUdp ? 8 : 20) + payload;
        byte[] frame = new byte[Math.Max(end, LeastFrame)];
        random.NextBytes(frame.AsSpan(0, end));
        if (hasTag)
            BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(12), 0x8100);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(network - 2), isIPv6 ? (ushort)0x86DD : (ushort)0x0800);

        var ip = frame.AsSpan(network);
        if (isIPv6)
        {
            ip[0] = 0x60;
            BinaryPrimitives.WriteUInt16BigEndian(ip[4..], (ushort)(end - transport));
            ip[6] = isUdp ? (byte)17 : (byte)6;
        }
        else
        {
            ip[0] = 0x45;
            BinaryPrimitives.WriteUInt16BigEndian(ip[2..], (ushort)(end - network));
            BinaryPrimitives.WriteUInt16BigEndian(ip[6..], 0x4000);
            ip[9] = isUdp ? (byte)17 : (byte)6;
        }

        if (isUdp)
            BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(transport + 4), (ushort)(end - transport));
        else
            frame[transport + 12] = 0x50;
        // Ports that no protocol has: what is carried is data.
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(transport), (ushort)random.Next(50_000, 60_000));
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(transport + 2), (ushort)random.Next(50_000, 60_000));
        return frame;
    }

    // The bytes that say how long something is: where code that reads too little of them goes wrong.
    private static void DamageLength(byte[] frame, FrameStack stack, Random random)
    {
        int network = stack.HasFlag(FrameStack.Vlan) ? 18 : 14;
        bool isIPv6 = stack.HasFlag(FrameStack.IPv6);
        int transport = network + (isIPv6 ? 40 : 20);
        ReadOnlySpan<int> lengths = [isIPv6 ? network + 5 : network + 3, stack.HasFlag(FrameStack.Udp) ? transport + 5 : transport + 12];
        int at = lengths[random.Next(lengths.Length)];
        // Zero means something of its own in three of the four.
        frame[at] = (byte)Math.Max(1, frame[at] + random.Next(-40, 40));
    }
}
