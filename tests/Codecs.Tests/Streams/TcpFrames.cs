using System.Buffers.Binary;
using System.Text;
using Codecs.Capture;
using Codecs.Protocols;
using Codecs.Tests.Capture;

namespace Codecs.Tests.Streams;

/// <summary>Frames with TCP segments, byte by byte, independently of the definitions that read them; checksums are left out.</summary>
internal static class TcpFrames
{
    public const string Ethernet = "00005e005302" + "00005e005301";

    public static byte[] Tcp(ushort source, ushort destination, uint number, uint acknowledged, TcpFlags flags, string payload = "", string options = "")
    {
        byte[] header = new byte[20];
        BinaryPrimitives.WriteUInt16BigEndian(header, source);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(2), destination);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), number);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(8), acknowledged);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(12), (ushort)((5 + options.Length / 8) << 12 | (int)flags));
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(14), 8192);
        return [.. header, .. Convert.FromHexString(options), .. Encoding.Latin1.GetBytes(payload)];
    }

    public static byte[] IPv4(byte[] payload, byte source = 1, byte destination = 2, byte protocol = 6, int? totalLength = null, ushort fragment = 0, string options = "")
    {
        byte[] header = Convert.FromHexString("45000000" + "00010000" + "40000000" + "c0000200" + "c0000200");
        header[0] += (byte)(options.Length / 8);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(2), (ushort)(totalLength ?? 20 + options.Length / 2 + payload.Length));
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(6), fragment);
        header[9] = protocol;
        header[15] = source;
        header[19] = destination;
        return [.. header, .. Convert.FromHexString(options), .. payload];
    }

    public static byte[] IPv6(byte[] payload, byte source = 1, byte destination = 2, byte next = 6)
    {
        byte[] header = Convert.FromHexString("60000000" + "00000040" + "20010db8000000000000000000000000" + "20010db8000000000000000000000000");
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(4), (ushort)payload.Length);
        header[6] = next;
        header[23] = source;
        header[39] = destination;
        return [.. header, .. payload];
    }

    public static byte[] Frame(byte[] packet, string tags = "", string type = "0800") => [.. Convert.FromHexString(Ethernet + tags + type), .. packet];

    /// <summary>A capture of these frames, some milliseconds apart.</summary>
    public static byte[] File(IEnumerable<byte[]> frames, uint step = 1)
    {
        var file = new PcapBytes(true).Header();
        uint at = 0;
        foreach (byte[] frame in frames)
        {
            file.Record(1_700_000_000 + at / 1000, at % 1000 * 1000, frame);
            at += step;
        }
        return file.ToArray();
    }

    public static CaptureReader Open(IEnumerable<byte[]> frames) => CaptureReader.Open(new MemoryStream(File(frames)));
}

/// <summary>The frames of a connection over IPv4 on Ethernet: the client at .1 has its stream from 1001 on, the server at .2 from 9001 on.</summary>
internal sealed class TcpFrameScript(ushort clientPort = 50000, ushort serverPort = 80)
{
    public const TcpFlags Syn = TcpFlags.Syn, Ack = TcpFlags.Ack, Fin = TcpFlags.Fin, Rst = TcpFlags.Rst;

    public byte[] Client(long at, string payload = "", TcpFlags flags = Ack, long ack = 0) =>
        TcpFrames.Frame(TcpFrames.IPv4(TcpFrames.Tcp(clientPort, serverPort, (uint)(1001 + at), (uint)(9001 + ack), flags, payload)));

    public byte[] Server(long at, string payload = "", TcpFlags flags = Ack, long ack = 0) =>
        TcpFrames.Frame(TcpFrames.IPv4(TcpFrames.Tcp(serverPort, clientPort, (uint)(9001 + at), (uint)(1001 + ack), flags, payload), source: 2, destination: 1));

    public IEnumerable<byte[]> Open() => [Client(-1, flags: Syn), Server(-1, flags: Syn | Ack), Client(0)];

    public IEnumerable<byte[]> Close(long client, long server) =>
        [Client(client, flags: Fin | Ack, ack: server), Server(server, flags: Fin | Ack, ack: client + 1), Client(client + 1, ack: server + 1)];

    /// <summary>A whole connection with one message each way.</summary>
    public IEnumerable<byte[]> Exchange(string request, string response) =>
        [.. Open(), Client(0, request), Server(0, response, ack: request.Length), .. Close(request.Length, response.Length)];
}
