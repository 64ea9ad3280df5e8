using System.Buffers.Binary;
using Codecs.Benchmarks.Workloads;
using Codecs.Benchmarks.Workloads.Dns;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Captures;

/// <summary>Captures of any size, in the format pcap, made up by a fixed rule: acknowledgments, full segments, datagrams over IPv4 and IPv6, some in VLANs, and DNS.</summary>
internal static class CaptureFile
{
    private const int Frames = 1000;
    private const int FileHeader = 24;
    private const int RecordHeader = 16;
    private const int FullPayload = 1448;
    private const uint MicrosecondsBetween = 37;

    /// <summary>Writes a capture.</summary>
    /// <returns>The number of its frames.</returns>
    public static long Write(string path, long size)
    {
        byte[][] frames = MakeFrames();
        using var file = new BufferedStream(File.Create(path), 1 << 20);
        Span<byte> header = stackalloc byte[FileHeader];
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0xA1B2C3D4);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], 2);
        BinaryPrimitives.WriteUInt16LittleEndian(header[6..], 4);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 1 << 18);
        BinaryPrimitives.WriteInt32LittleEndian(header[20..], 1);
        file.Write(header);
        long count = 0;
        for (long at = FileHeader; at < size; count++)
        {
            byte[] frame = frames[count % frames.Length];
            ulong time = (ulong)count * MicrosecondsBetween;
            var record = header[..RecordHeader];
            BinaryPrimitives.WriteUInt32LittleEndian(record, (uint)(1_700_000_000 + time / 1_000_000));
            BinaryPrimitives.WriteUInt32LittleEndian(record[4..], (uint)(time % 1_000_000));
            BinaryPrimitives.WriteInt32LittleEndian(record[8..], frame.Length);
            BinaryPrimitives.WriteInt32LittleEndian(record[12..], frame.Length);
            file.Write(record);
            file.Write(frame);
            at += RecordHeader + frame.Length;
        }
        return count;
    }

    // Of 100 frames 40 are acknowledgments and 30 are full, as while something is loaded.
    private static byte[][] MakeFrames()
    {
        var random = new Random(1761);
        byte[][] acknowledgments = PacketData.TcpPackets(Frames, hasOptions: true), udp = StackData.Frames(FrameStack.Udp, Frames), udp6 = StackData.Frames(FrameStack.Udp | FrameStack.IPv6, Frames);
        byte[][] tcp6 = StackData.Frames(FrameStack.IPv6, Frames), tagged = StackData.Frames(FrameStack.Vlan, Frames), messages = DnsData.Messages(Frames);
        var frames = new byte[Frames][];
        for (int i = 0; i < Frames; i++)
        {
            frames[i] = random.Next(100) switch
            {
                < 40 => acknowledgments[i],
                < 70 => FullSegment(acknowledgments[i], random),
                < 78 => udp[i],
                < 84 => udp6[i],
                < 90 => tcp6[i],
                < 94 => tagged[i],
                _ => DnsFrame(messages[i], random),
            };
        }
        return frames;
    }

    private static byte[] FullSegment(byte[] acknowledgment, Random random)
    {
        byte[] payload = new byte[FullPayload];
        random.NextBytes(payload);
        return Ethernet.TryParse(acknowledgment, out var ethernet) && ethernet.TryGet(out IPv4 ip) && ip.TryGet(out Tcp tcp)
            ? (ethernet / ip / (tcp with { Payload = payload })).ToArray()
            : acknowledgment;
    }

    private static byte[] DnsFrame(byte[] message, Random random) =>
        (new Ethernet { Destination = new(0x020000000001), Source = new(0x020000000002) }
            / new IPv4 { TimeToLive = 64, Source = new(0xC0000200 | (uint)random.Next(256)), Destination = new(0xC6336400 | (uint)random.Next(256)) }
            / new Udp { SourcePort = 53, DestinationPort = (ushort)random.Next(50_000, 60_000), Payload = message }).ToArray();
}
