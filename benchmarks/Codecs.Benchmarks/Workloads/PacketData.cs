using System.Buffers.Binary;

namespace Codecs.Benchmarks.Workloads;

/// <summary>Packets made up by a fixed rule: every run, on every machine, has the same.</summary>
public static class PacketData
{
    private const int Seed = 9293;
    private const int LeastFrame = 60;
    private const int IPv4Offset = 14;
    private const int TcpOffset = IPv4Offset + 20;

    // No operation twice, timestamps (RFC 7323 section 3.2)
    private static readonly byte[] s_timestamps = [1, 1, 8, 10, 0, 0, 0, 0, 0, 0, 0, 0];

    // Maximum segment size, selective acknowledgment permitted, timestamps, no operation, window scale: what opens a connection
    private static readonly byte[] s_open = [2, 4, 5, 180, 4, 2, 8, 10, 0, 0, 0, 0, 0, 0, 0, 0, 1, 3, 3, 7];

    /// <summary>
    /// Ethernet frames with TCP segments over IPv4 that carry no data: acknowledgments, padded to the least size of a frame. All
    /// fields are random, lengths and the header checksum are right.
    /// </summary>
    /// <param name="count">The number of packets.</param>
    /// <param name="hasOptions">Have 90 of 100 the timestamps option, and 2 of 100 the options of a segment that opens a connection?</param>
    public static byte[][] TcpPackets(int count, bool hasOptions)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, count).Select(_ => MakeTcpPacket(random, hasOptions ? Options(random) : []))];
    }

    /// <summary>The same with random bytes changed, or cut short: most are no valid packets any more.</summary>
    public static byte[][] DamagedTcpPackets(int count, bool hasOptions)
    {
        var random = new Random(Seed);
        var packets = TcpPackets(count, hasOptions);
        for (int i = 0; i < packets.Length; i++)
        {
            var packet = packets[i];
            if (random.Next(4) == 0)
                packets[i] = packet[..random.Next(packet.Length)];
            else if (random.Next(4) == 0)
                packet[random.Next(packet.Length)] = (byte)random.Next(256);
            else
                DamageLength(packet, random);
            AvoidZeroTotalLength(packets[i]);
        }
        return packets;
    }

    private static byte[] Options(Random random) => random.Next(100) switch
    {
        < 90 => s_timestamps,
        < 98 => [],
        _ => s_open,
    };

    private static byte[] MakeTcpPacket(Random random, byte[] options)
    {
        int tcpHeader = 20 + options.Length;
        var packet = new byte[Math.Max(TcpOffset + tcpHeader, LeastFrame)];
        random.NextBytes(packet.AsSpan(0, TcpOffset + 20));
        packet.AsSpan(TcpOffset + 20).Clear();

        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(12), 0x0800);

        var ip = packet.AsSpan(IPv4Offset, 20);
        ip[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(ip[2..], (ushort)(20 + tcpHeader));
        BinaryPrimitives.WriteUInt16BigEndian(ip[6..], 0x4000);
        ip[8] = (byte)random.Next(2, 256);
        ip[9] = 6;
        ip[10..12].Clear();
        BinaryPrimitives.WriteUInt16BigEndian(ip[10..], InternetChecksum.Compute(ip));

        var tcp = packet.AsSpan(TcpOffset);
        tcp[12] = (byte)(tcpHeader / 4 << 4);
        tcp[13] = random.Next(2) == 0 ? (byte)0x10 : (byte)0x18;
        options.CopyTo(tcp[20..]);
        return packet;
    }

    // The bytes that say how long something is: where code that reads too little of them goes wrong.
    private static void DamageLength(byte[] packet, Random random)
    {
        ReadOnlySpan<int> lengths = [IPv4Offset, IPv4Offset + 3, TcpOffset + 12];
        int at = lengths[random.Next(lengths.Length)];
        packet[at] = (byte)(packet[at] + random.Next(-40, 40));
    }

    // What a sender shows whose network card divides the packet: no damage, and not read by the hand-written code.
    private static void AvoidZeroTotalLength(Span<byte> packet)
    {
        if (packet.Length > IPv4Offset + 3 && packet[IPv4Offset + 2] == 0 && packet[IPv4Offset + 3] == 0)
            packet[IPv4Offset + 3] = 1;
    }
}
